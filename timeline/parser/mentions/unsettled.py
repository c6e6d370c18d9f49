"""Unsettled: what it did not come to ('on the brink of war') and what nobody knows yet ('how it is to work')."""

from timeline.parser.known.hedges import is_saying
from timeline.parser.sentences.tree import SUBJECTS, Tree

CLOSE = frozenset({"close", "closer", "near", "nearer", "closest"})
BARRING = frozenset({"ban", "bar", "forbid", "prohibit", "disqualify", "exclude", "exempt", "debar"})
NOBODY = frozenset({"no", "nobody", "none", "neither"})
EDGES = frozenset({"brink", "verge", "edge", "cusp", "threshold"})
SOON = frozenset({"minute", "hour", "day", "week", "inch", "metre", "vote"})


def is_unsettled(tree: Tree, index: int) -> bool:
    """What it did not come to, or what nobody knows yet."""
    return (
        _is_missed(tree, index)
        or _is_open_question(tree, index)
        or _is_barred(tree, index)
        or _is_unclaimed(tree, index)
    )


def _is_barred(tree: Tree, verb: int) -> bool:
    """'banned climbers from scaling it': what nobody may do was neither done nor left undone."""
    word = tree.head(verb)
    if word is None or tree[verb].relation != "pcomp" or tree.lower[word] != "from":
        return False
    above = tree[word].head
    return tree[above].lemma in BARRING or tree[tree[above].head].lemma in BARRING


def _is_missed(tree: Tree, index: int) -> bool:
    """'came close to war', 'on the brink of war', 'within hours of a strike': it did not come to that."""
    head = tree.head(tree.first_conjunct(index))
    if head is not None and tree[index].relation == "dobj" and tree[head].tag == "VB" and head > 1:
        return tree[head - 1].tag == "TO" and tree[head - 2].lemma in CLOSE  # 'closer to open war', misread
    if head is None or tree[head].pos != "ADP" or tree[tree.first_conjunct(index)].relation != "pobj":
        return False
    above = tree.head(head)
    if above is None:
        return False
    if tree.lower[head] == "to":
        return tree[above].lemma in CLOSE
    within = tree.head(above)
    is_within = tree[above].lemma in SOON and within is not None and tree.lower[within] == "within"
    return tree.lower[head] == "of" and (tree[above].lemma in EDGES or is_within)


def _is_open_question(tree: Tree, verb: int) -> bool:
    """'How it is to work will be decided': nobody knows yet."""
    above = tree.head(verb)
    if above is None or tree[verb].relation != "xcomp" or tree[above].lemma != "be":
        return False
    return any(tree[child].tag == "WRB" for child in tree.children[above])


def _is_unclaimed(tree: Tree, index: int) -> bool:
    """'No group has said that it planted the bomb': nobody says so, of himself."""
    clause = index if tree[index].pos == "VERB" else tree.clause(index)
    above = tree.head(clause)
    if above is None or tree[clause].relation != "ccomp" or not is_saying(tree[above].lemma):
        return False
    speakers = tree.below(above, *SUBJECTS)
    is_nobody = any({tree.lower[i] for i in (head, *tree.below(head, "det"))} & NOBODY for head in speakers)
    return is_nobody and any(tree[i].pos == "PRON" for i in tree.below(clause, *SUBJECTS))
