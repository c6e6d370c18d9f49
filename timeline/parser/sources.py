"""Sources: the names of those who say what is told: who is the subject of a verb of saying, and whose claim it is."""

from timeline.parser.arguments import noun_slots, verb_slots
from timeline.parser.cast import Cast
from timeline.parser.phrases import noun_phrase
from timeline.parser.tree import Tree


def claimants(tree: Tree, verb: int, cast: Cast) -> tuple[str, ...]:
    """Who is the subject of a verb of saying."""
    heads = verb_slots(tree, verb).get("subject", [])
    return source_names(tree, heads, cast)


def claimants_of_noun(tree: Tree, noun: int, cast: Cast) -> tuple[str, ...]:
    """'Taliban allegations', "the ministry's claim", 'allegations by rebels'."""
    slots = noun_slots(tree, noun, None)
    heads = [head for slot in ("possessor", "modifier", "by", "from") for head in slots.get(slot, [])]
    return source_names(tree, heads, cast)


def source_names(tree: Tree, heads: list[int], cast: Cast) -> tuple[str, ...]:
    """The actors' names; a source that is no actor ('state television') by its noun phrase."""
    return tuple(dict.fromkeys(name for head in heads for name in _source_names(tree, head, cast)))


def _source_names(tree: Tree, head: int, cast: Cast) -> list[str]:
    members = cast.at(tree, head)
    if members or tree[head].pos not in {"NOUN", "PROPN"}:
        return [cast.actor(member).name for member in members]
    return [tree.words(noun_phrase(tree, head))]
