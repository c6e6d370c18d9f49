"""Turns: what something is from a day on or up to one, told by an adjective or an adverb with 'be' or 'stay': 'will be back on
Friday', 'stays shut until Tuesday', 'is open again'. The words are the rows of turns.txt."""

from functools import cache

from timeline.lexicon import rows
from timeline.parser.known.triggers import TriggerRow, event_row
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import DATES, SUBJECTS, Tree

BEING = frozenset({"be", "stay", "remain"})
PREDICATES = frozenset({"acomp", "advmod", "prt"})
ENDING = frozenset({"until", "till"})
COMING = frozenset({"will", "'ll", "’ll"})


@cache
def turns() -> dict[str, TriggerRow]:
    """Word to the row that names it."""
    return {word: event_row(row) for row in rows("turns") for word in row.words("words")}


def find_turn(tree: Tree, index: int) -> Mention | None:
    """What the word tells; None where it only says how things stand."""
    word, verb = tree.lower[index], tree[index].head
    if word not in turns() or tree[verb].lemma not in BEING or tree[index].relation not in PREDICATES:
        return None
    subjects = tree.below(verb, *SUBJECTS)
    if not subjects or tree.is_negated(verb) or not (_is_bounded(tree, index, verb) or _is_coming(tree, verb)):
        return None
    return Mention(tree, index, turns()[word], {"subject": subjects}, word)


def _is_bounded(tree: Tree, index: int, verb: int) -> bool:
    """'until Tuesday', 'again'."""
    phrases = (*tree.prepositions(verb), *tree.prepositions(index))
    is_until = any(word in ENDING and tree[inner].entity in DATES for word, inner in phrases)
    return is_until or any(
        tree.lower[i] == "again" for i in (*tree.below(verb, "advmod"), *tree.below(index, "advmod"))
    )


def _is_coming(tree: Tree, verb: int) -> bool:
    """'will be … on Friday'."""
    return tree.has_entity(verb, DATES) and any(tree.lower[i] in COMING for i in tree.below(verb, "aux"))
