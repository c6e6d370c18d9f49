"""Named: which types of happenings a noun may name: 'the claim' is what somebody was accused of or said."""

from timeline.parser.known.triggers import NOT_A_HAPPENING, lexicon
from timeline.parser.sentences.tree import Tree

OFFERING = frozenset({"agree", "concede", "aid", "support"})
NAMING = {
    "claim": {"accuse", "statement"},
    "charge": {"accuse"},
    **dict.fromkeys(("offer", "proposal", "promise", "gesture"), OFFERING),
}


def types_named(tree: Tree, head: int) -> set[str]:
    """The types of happenings that a noun may name."""
    rows = lexicon().get((tree[head].lemma, "noun"), ())
    return {*NAMING.get(tree[head].lemma, ()), *(row.type for row in rows if row.type != NOT_A_HAPPENING)}
