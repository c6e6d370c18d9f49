"""Waters: rivers and storms, which do nothing as somebody does: 'the Vistula burst its banks', 'Olga tore off roofs'."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from timeline.parser.actors.name import Name, NameKind
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.tree import Tree

THE = frozenset({"the"})
STORMS = word_list("storm")
RIVERS = word_list("river")
FLOODING = word_list("of waters")
MOVING = word_list("of waters to a height")
DOING = FLOODING | MOVING
HEIGHTS = word_list("height of waters")
ARTICLED = frozenset({"Congo", "Gambia"})  # states that "the" may stand before, too
NAMED = frozenset(NameKind) - {NameKind.DEMONYM, NameKind.GROUP, NameKind.DESCRIPTION, NameKind.PRONOUN}
KINDS = frozenset({"river", "stream", "tributary"})
BANK = "bank"
OVER = frozenset({"flood", "submerge"})  # a ship may do so, too, but does it to nothing


def as_river(tree: Tree, name: Name) -> Name:
    """The name, as a place's and no country's where it is a river's."""
    return replace(name, kind=NameKind.PLACE, country=None) if is_river(tree, name) else name


def is_river(tree: Tree, name: Name) -> bool:
    """'the Niger', which is no state, and one that is known only by what it does: 'the Tessaro overflowed', 'the Gambia rose'."""
    text = name.text.removeprefix("The ")
    if name.kind not in NAMED or " " in text or not _has_the(tree, name):
        return False
    if text in RIVERS - ARTICLED:
        return True
    return (text in ARTICLED or name.kind is not NameKind.STATE) and _floods(tree, name.head)


def storms(trees: Iterable[Tree]) -> frozenset[str]:
    """The names that the text gives to storms: 'Olga' of 'Hurricane Olga'."""
    return frozenset(
        after.text
        for tree in trees
        if not STORMS.isdisjoint(tree.lower)
        for token, after in pairwise(tree.sentence.tokens)
        if token.text.lower() in STORMS and after.tag == "NNP" and after.text.istitle()
    )


def _has_the(tree: Tree, name: Name) -> bool:
    """'the Elbe', 'the swollen Elbe'; 'the Niger army' is another thing."""
    return tree.has(name.head, "det", THE)


def _floods(tree: Tree, head: int) -> bool:
    """'overflowed', 'burst its banks', 'rose to its highest level', 'is the longest river'."""
    verb = tree[head].head
    if tree[verb].lemma == "be":
        return any(tree[i].lemma in KINDS for i in tree.below(verb, "attr"))
    if tree[head].relation != "nsubj" or tree[verb].lemma not in DOING:
        return False
    found = [*tree.below(verb, "dobj", "npadvmod"), *(inner for _, inner in tree.prepositions(verb))]
    lemmas = {tree[i].lemma for i in found}
    if tree[verb].lemma in MOVING:
        return BANK in lemmas or not lemmas.isdisjoint(HEIGHTS)
    return tree[verb].lemma not in OVER or bool(tree.below(verb, "dobj"))
