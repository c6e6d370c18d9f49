"""Signs: what stands between two words of a headline: a blank, the comma where a list goes on, nothing within one word."""

from timeline.parser.sentences.tree import Tree

QUOTES = frozenset({"“", "”", '"', "‘", "’", "'", "``", "''", "`", "_"})
SIGNS = {",": ", ", ";": "; ", ":": ": ", "/": "/", "–": " – ", "--": " – "}


def joint(tree: Tree, previous: int | None, index: int) -> str:
    """What stands between two words that are kept: the blank, and the comma where nothing else was left out or a list goes on."""
    if previous is None or index <= previous + 1 or tree[previous].end == tree[index].start:
        return "" if previous is not None and tree[previous].end == tree[index].start else " "
    between = [i for i in range(previous + 1, index) if tree[i].text not in QUOTES]
    signs = [tree[i].text for i in between]
    if len(signs) == 1 and len(tree[previous + 1].text) == 1 and tree[index].start == tree[previous].end + 1:
        return signs[0]  # '3-1'
    if len(signs) == 1 and signs[0] in SIGNS:
        return SIGNS[signs[0]]
    return ", " if "," in signs and _is_listed(tree, previous, index) else " "


def paired(tree: Tree, previous: int, index: int, before_verb: str, before: str) -> str:
    """What stands before the verb: a comma only when it is the second of two, whose first is kept."""
    is_closing = any(tree[i].text == "," for i in range(previous + 1, index))
    if before_verb not in {", ", " "} or not is_closing:
        return before_verb
    is_list = " and " in before.rpartition(", ")[2]
    return ", " if before.count(", ") % 2 == 1 and not is_list else " "


def _is_listed(tree: Tree, previous: int, index: int) -> bool:
    """The next of 'A, B and C' begins here, with no 'and' before it."""
    if tree[previous].tag == "CC":
        return False
    tops = [i for i in (index, *tree.above(index)) if tree[i].relation == "conj" and min(tree.subtree(i)) == index]
    return any(tree[top].head <= previous for top in tops)
