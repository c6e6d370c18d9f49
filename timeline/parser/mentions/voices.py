"""Voices: nouns for what somebody said, asked or threatened, told where the words beside them name whose it is: 'the widow's call
for an inquiry', 'warnings from a geologist', 'a Danish demand'. The nouns are the rows of voices.txt."""

from functools import cache

from timeline.lexicon import rows
from timeline.parser.known.triggers import TriggerRow, event_row
from timeline.parser.mentions.habits import is_in_present
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.scene import Scene, fitting_row
from timeline.parser.sentences.slots import Slots
from timeline.parser.sentences.tree import DATES, SUBJECTS, Tree

SAYING = frozenset({"by", "from"})
NAMED = frozenset({"GPE", "NORP", "ORG", "PERSON"})
OPEN = frozenset({"no", "any", "every", "each", "such"})


@cache
def voices() -> dict[str, tuple[TriggerRow, ...]]:
    """Noun to the rows that name it."""
    found: dict[str, list[TriggerRow]] = {}
    for row in rows("voices"):
        entry = event_row(row)
        for noun in row.words("nouns"):
            found.setdefault(noun, []).append(entry)
    return {noun: tuple(entries) for noun, entries in found.items()}


def find_voice(scene: Scene, index: int, slots: Slots, names: list[str]) -> tuple[str, TriggerRow] | None:
    """The noun and its row; None for a noun that is nobody's."""
    for name in names:
        if name in voices() and is_voice(scene.tree, index):
            row = fitting_row(scene, slots, voices()[name])
            return None if row is None else (name, row)
    return None


def is_voiced(mention: Mention) -> bool:
    """Such a noun that is somebody's, whatever row tells it."""
    return not mention.is_verb and mention.lemma in voices() and is_voice(mention.tree, mention.index)


def is_voice(tree: Tree, index: int) -> bool:
    """Whose it is stands beside it, and it is told as made once."""
    determiners = {tree.lower[child] for child in tree.below(index, "det")}
    return not determiners & OPEN and not _is_usual(tree, index) and _has_owner(tree, index)


def _has_owner(tree: Tree, index: int) -> bool:
    """'his threat', 'objections from bakers', 'a Danish demand'."""
    inside = [inner for word, inner in tree.prepositions(index) if word in SAYING]
    owners = [head for head in (*tree.below(index, "poss"), *inside) if tree[head].entity not in DATES]
    is_beside = index + 1 < len(tree) and tree.lower[index + 1] in SAYING  # whatever the tree hangs 'by' on
    before = (i for child in tree.below(index, "amod", "compound", "nmod") for i in tree.subtree(child))
    return bool(owners) or is_beside or any(tree[i].entity in NAMED for i in before)


def _is_usual(tree: Tree, index: int) -> bool:
    """'the king's warnings are read by few': as the subject of a present, with nothing said of what they are."""
    token = tree[index]
    is_subject = token.relation in SUBJECTS and is_in_present(tree, token.head)
    return is_subject and token.tag == "NNS" and not tree.below(index, "acl", "relcl")
