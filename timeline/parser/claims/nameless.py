"""Nameless: sources that do not give their name: 'a source', 'asked not to be named', 'people familiar with the matter'."""

from timeline.parser.claims.sides import heads
from timeline.parser.sentences.tree import Tree

NAMING = frozenset({"named", "identified"})
SOURCES = frozenset({"source", "insider"})  # 'a source close to the prince'
HIDING = frozenset({"decline", "refuse"})


def is_nameless(tree: Tree, verb: int, speakers: set[str]) -> bool:
    """Whether such a source is the subject of a verb of saying, known by those words."""
    return _is_unnamed(tree) or _is_inside(tree, verb) or not speakers.isdisjoint(SOURCES)


def _is_unnamed(tree: Tree) -> bool:
    """'on condition of anonymity', 'asked not to be named', 'who was not identified'; 'had not named a buyer' is another thing."""
    if "anonymity" in tree.lower:
        return True
    named = (i for i in range(len(tree)) if tree.lower[i] in NAMING) if not NAMING.isdisjoint(tree.lower) else ()
    return any(
        tree[i].relation in {"xcomp", "relcl"} and tree.below(i, "auxpass") and _is_withheld(tree, i) for i in named
    )


def _is_inside(tree: Tree, verb: int) -> bool:
    """'Two people familiar with the matter said', 'a person close to the talks told Reuters'."""
    if tree.lower[verb] == "according":
        return False  # 'had been promised, according to people close to it, but he backed out'
    beside = (i for head in heads(tree, verb) for i in tree.below(head, "amod", "acl", "relcl"))
    return any(tree.lower[i] in {"familiar", "close"} for i in beside)


def _is_withheld(tree: Tree, verb: int) -> bool:
    """'not to be named', 'declined to be named'."""
    return tree.is_negated(verb) or tree[tree[verb].head].lemma in HIDING
