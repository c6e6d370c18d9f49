"""Beside: the name that stands in apposition to a description, however the tree hangs it."""

from collections.abc import Iterable

from timeline.parser.name import Name
from timeline.parser.phrases import PLURAL, office_before
from timeline.parser.tree import Tree

INSIDE = frozenset({"pobj", "prep", "poss", "compound", "case"})
DESCRIBING = frozenset({"DT", "JJ", "VBN", "NN"})
LONGEST = 6
CHOOSING = frozenset({"name", "elect", "appoint", "crown", "declare", "make"})
CALLING = frozenset({"call", "name", "know", "dub"})  # 'a group calling itself X'


def stand_beside(tree: Tree, name: Name) -> Iterable[int]:
    """The heads of the names that may be the description's own."""
    yield from tree.below(name.head, "appos")
    calling = [child for child in tree.below(name.head, "acl") if tree[child].lemma in CALLING]
    yield from (i for child in calling for i in tree.subtree(child) if tree[i].tag == "NNP")
    if tree[name.head].relation in {"oprd", "dobj"} and tree[tree[name.head].head].lemma in CHOOSING:
        yield from tree.below(name.head, "compound", "nmod")  # 'elected Ruth Olsen mayor'
    if tree[name.head].relation == "appos":
        yield tree[name.head].head
    if tree[name.head].tag in {"NN", "NNP"}:
        if name.end < len(tree) and tree[name.end].text[:1].isupper():  # 'the Belgian firm X'
            yield name.end
        if (after := _between_commas(tree, name.end)) is not None:
            yield after
        starts = (i for i in range(name.end, len(tree)) if tree[i].text == ",")
        yield from (i + 1 for i in starts if i + 1 < len(tree) and _is_said_of(tree, i + 1, name.head))


def beside_it(tree: Tree, name: Name, token: int) -> list[int]:
    """B of 'the two ministers, A and B'; `token` is A."""
    return tree.conjuncts(token)[1:] if tree[name.head].tag in PLURAL else []


def _is_said_of(tree: Tree, start: int, head: int) -> bool:
    """'the head of the port authority, X', 'his successor as party leader, X': what stands before the comma is about the head."""
    if office_before(tree, start) == head:
        return True
    current = start - 2
    while head < current and tree[current].relation in INSIDE:
        current = tree[current].head
    return current == head and start - 2 > head and tree[start].tag == "NNP"


def _between_commas(tree: Tree, start: int) -> int | None:
    """The name of 'the neighbour, Colonel X,' that the tree hangs elsewhere."""
    if start >= len(tree):
        return None
    last = start + 1
    while last < min(len(tree), start + LONGEST) and tree[last].tag in DESCRIBING:  # ', the retired judge X,'
        last += 1
    while last < len(tree) and tree[last].tag == "NNP":
        last += 1
    is_between = tree[start].text == "," and last > start + 1 and (last == len(tree) or tree[last].text in {",", "."})
    return last - 1 if is_between and tree[last - 1].relation in {"npadvmod", "appos"} else None
