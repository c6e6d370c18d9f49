"""Unreached: what somebody was kept from, only came close to or has yet to do ('stopped short of sacking')."""

from timeline.parser.mentions.unsettled import EDGES
from timeline.parser.sentences.tree import Tree

PREVENTING = frozenset("prevent stop keep block deter dissuade hinder discourage save protect spare restrain".split())
NEARLY = {("come", "close"), ("come", "near"), ("stop", "short"), ("fall", "short"), ("shy", "away"), ("back", "away")}


def is_unreached(tree: Tree, index: int) -> bool:
    """Whether it did not come to what the verb tells."""
    return (
        _is_prevented(tree, index)
        or _is_near_miss(tree, index)
        or _is_outstanding(tree, index)
        or _is_too_late(tree, index)
    )


def _is_prevented(tree: Tree, index: int) -> bool:
    """'kept the rebels from storming it', 'narrowly escaped being crushed'."""
    above = tree.head(index)
    if above is None or tree[index].tag != "VBG":
        return False
    if tree[index].relation == "pcomp" and tree[above].text.lower() == "from":
        verb = tree.head(above)
        return verb is not None and tree[verb].lemma in PREVENTING
    is_next = 0 < index - above < 4
    is_ruled_out = tree[above].lemma == "rule" and any(tree[i].text.lower() == "out" for i in tree.below(above, "prt"))
    return is_next and (tree[above].lemma in {"escape", "avoid", "evade"} or is_ruled_out)


def _is_near_miss(tree: Tree, index: int) -> bool:
    """'came close to signing', 'stopped short of sacking', 'on the verge of closing'."""
    preposition = tree.head(index)
    if preposition is None or tree[index].relation != "pcomp":
        return False
    above = list(tree.above(preposition))[:2]
    words = {tree[preposition].head, *above}
    if any(tree[i].lemma in EDGES for i in words):
        return True
    verbs = [i for i in words if tree[i].pos == "VERB"]
    return any((tree[verb].lemma, tree[child].text.lower()) in NEARLY for verb in verbs for child in tree.below(verb))


def is_nearly_had(tree: Tree, noun: int) -> bool:
    """'stopped short of an apology', 'came close to a deal'."""
    preposition = tree.head(noun)
    if preposition is None or tree[noun].relation != "pobj" or not tree.below(noun, "det", "amod"):
        return False
    is_any = all(tree.lower[child] in {"a", "an", "any"} for child in tree.below(noun, "det", "poss"))
    verbs = [i for i in (tree[preposition].head, *list(tree.above(preposition))[:2]) if tree[i].pos == "VERB"]
    return is_any and any(
        (tree[verb].lemma, tree.lower[child]) in NEARLY for verb in verbs for child in tree.below(verb)
    )


def _is_outstanding(tree: Tree, index: int) -> bool:
    """'has yet to rule'."""
    above = tree.head(index)
    is_open = above is not None and tree[index].relation == "xcomp" and tree[above].lemma in {"have", "be", "remain"}
    return is_open and above is not None and any(tree[i].text.lower() == "yet" for i in tree.below(above, "advmod"))


def _is_too_late(tree: Tree, index: int) -> bool:
    """'died before he could publish it'."""
    if tree[index].relation != "advcl":
        return False
    is_before = any(tree.lower[i] == "before" for i in tree.below(index, "mark"))
    return is_before and any(tree.lower[i] in {"could", "can"} for i in tree.below(index, "aux"))
