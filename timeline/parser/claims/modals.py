"""Modals: what the helpers of a verb say of how it stands ('may go', 'will go', 'would later go', 'is to go')."""

from collections.abc import Iterator

from timeline.model.statement import Status
from timeline.parser.known.hedges import effects
from timeline.parser.mentions.shades import FUTURE, is_going_to, is_to_be
from timeline.parser.sentences.tree import TENSED, Tree

CONDITIONAL = frozenset({"may", "might", "could", "can", "should", "must", "ought"})
WOULD = frozenset({"would", "'d", "’d"})
HINDSIGHT = frozenset({"later", "eventually", "subsequently"})
FORWARD = frozenset({None, Status.PLANNED})


def modal(tree: Tree, index: int) -> Iterator[Status]:
    """The status that 'may', 'will', 'would', 'is going to' and 'is to' give."""
    words = [tree[child].text.lower() for child in tree.below(index, "aux")]
    if tree[index].relation == "conj" and not words and not _is_tensed(tree, index):
        words = [
            tree[child].text.lower()
            for child in tree.below(tree.first_conjunct(index), "aux")
            if tree[index].pos == "VERB"
        ]
    if not CONDITIONAL.isdisjoint(words):
        yield Status.HYPOTHETICAL
    elif not FUTURE.isdisjoint(words):
        yield Status.PLANNED
    elif not WOULD.isdisjoint(words) and not _is_of_hindsight(tree, index):
        yield Status.PLANNED if _is_reported(tree, index) else Status.HYPOTHETICAL
    if is_going_to(tree, index) or is_to_be(tree, index):
        yield Status.PLANNED


def _is_tensed(tree: Tree, index: int) -> bool:
    """'went', and 'was halted' of 'should have been ready, but work was halted'."""
    return any(tree[i].tag in TENSED for i in (index, *tree.below(index, "auxpass")))


def _is_of_hindsight(tree: Tree, index: int) -> bool:
    """'would later marry the general': told from long after."""
    return any(tree.lower[child] in HINDSIGHT for child in tree.below(index, "advmod")) and not _is_reported(
        tree, index
    )


def _is_reported(tree: Tree, index: int) -> bool:
    """In a clause below a verb of saying or promising, 'would' is the past of 'will'."""
    return any(effects().get((tree[above].lemma, "verb"), Status.ASSERTED) in FORWARD for above in tree.above(index))
