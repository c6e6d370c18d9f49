"""Areas: what 'the province' and the like are called, for when they are said to do something."""

from collections.abc import Iterator

from timeline.parser.actors.beside import Named
from timeline.parser.actors.name import NameKind
from timeline.parser.sentences.acting import AREAS
from timeline.parser.sentences.tree import Tree

STATE = "state"


def areas(named: Named, tree: Tree) -> Iterator[tuple[str, str]]:
    """The words for areas in a sentence with the names that stand there: ('province', 'Lund')."""
    if AREAS.isdisjoint(tree.lemmas) and STATE not in tree.lemmas:
        return
    for token in tree:
        is_area = token.lemma in AREAS or token.lemma == STATE
        if is_area and (text := area_named(named, tree, token.index)) is not None:
            yield token.lemma, text


def area_named(named: Named, tree: Tree, index: int) -> str | None:
    """'Lund' of 'Lund province' and 'the province of Lund'; None where a state, or nothing, is so called."""
    inside = [inner for preposition, inner in tree.prepositions(index) if preposition == "of"]
    beside = [] if tree[index].lemma == STATE else tree.below(index, "compound")
    names = [name for child in [*beside, *inside] if (name := named(tree, child))]
    return next((name.text for name in reversed(names) if name.kind is NameKind.PLACE), None)
