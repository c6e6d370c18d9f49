"""Moments: what a clause with 'when' tells that stands right behind a date: 'since April, when the price rose'."""

from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import SUBJECTS, Tree

BEHIND = 2  # tokens from a date to 'when', a comma included
PARTING = frozenset({",", "-", "--", "–", "—", "_", "("})


def moment_behind(tree: Tree, end: int) -> int | None:
    """The verb of a clause with 'when' that begins right behind an offset: 'since April, when the price rose'."""
    if "when" not in tree.lower:
        return None
    behind = [token for token in tree.sentence.tokens if token.start >= end][:BEHIND]
    word = next((token for token in behind if token.text not in PARTING), None)
    return word.head if word is not None and word.text.lower() == "when" else None


def is_told_by(mention: Mention, verb: int) -> bool:
    """The verb itself, its subject, or what it was in: 'when a quake killed three', 'when nine died in a fire'."""
    tree, noun = mention.tree, mention.tree[mention.top]
    if mention.is_verb:
        return tree.first_conjunct(mention.top) == verb
    is_in = noun.relation == "pobj" and tree.lower[noun.head] == "in"
    return (noun.relation in SUBJECTS and noun.head == verb) or (is_in and tree[noun.head].head == verb)
