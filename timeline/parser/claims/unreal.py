"""Unreal: what almost happened, what somebody did not do but something else, and what was told and is taken back."""

from collections.abc import Iterator

from timeline.model.statement import Status
from timeline.parser.claims.unmet import is_not_due
from timeline.parser.known.hedges import is_saying
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.shades import is_false
from timeline.parser.sentences.tree import Tree

ALMOST = frozenset({"almost", "nearly"})
MEASURED = word_list("done by degrees")
EVIDENCE = frozenset("evidence proof sign indication hint trace".split())
LITTLE, KNOWN = frozenset({"no", "little"}), frozenset({"the", "this", "that", "its", "their", "his", "her"})
DECIDING = frozenset({"decide", "opt", "choose"})
REGRETTING = frozenset({"apologise", "apologize", "sorry"})


def unreal(mention: Mention) -> Iterator[Status]:
    """The statuses that such words give, the surest first."""
    tree, index = mention.tree, mention.index
    if _is_taken_back(tree, mention.top) or _is_of_false_report(tree, index):
        yield Status.DENIED
    if _is_without_evidence(mention):
        yield Status.NEGATED
    if (mention.is_verb or mention.carrier is not None) and is_not_due(tree, mention.top):
        yield Status.NEGATED
    if (
        _is_instead(tree, mention.top)
        or _is_decided_against(tree, mention.top)
        or (mention.is_verb and _is_almost(tree, index))
    ):
        yield Status.NEGATED


def _is_instead(tree: Tree, index: int) -> bool:
    """'Instead of paying, he fled', 'fled rather than pay'."""
    above = tree.head(index)
    if above is None or tree[index].tag not in {"VBG", "VB"}:
        return False
    if tree[index].relation == "pcomp" and tree.lower[above] == "of" and above > 0:
        return tree.lower[above - 1] == "instead"
    if "rather" not in tree.lower:
        return False
    first = min(tree.subtree(index))
    before = tree.lower[max(0, first - 2) : index]
    return any(before[i : i + 2] == ("rather", "than") for i in range(len(before)))


def _is_without_evidence(mention: Mention) -> bool:
    """'no evidence that he fired', 'did not find signs of a struggle'; 'no sign of the attackers' is of nothing that happened."""
    tree = mention.tree
    if EVIDENCE.isdisjoint(tree.lemmas):
        return False
    first = tree.first_conjunct(mention.top)
    noun = tree.head(first)
    if noun is not None and tree[first].relation == "pobj" and tree.lower[noun] == "of":
        is_known = any(tree.lower[child] in KNOWN for child in tree.below(first, "det", "poss"))
        noun = None if is_known or mention.is_verb else tree.head(noun)
    elif tree[first].relation not in {"acl", "ccomp"} or not tree.below(first, "mark"):
        return False
    if noun is None or tree[noun].lemma not in EVIDENCE:
        return False
    above = tree[noun].head
    is_none = any(tree.lower[child] in LITTLE for child in tree.below(noun, "det", "amod", "neg"))
    is_bare = tree[noun].relation in {"attr", "dobj", "nsubjpass"} and tree.is_negated(above)
    return is_none or is_bare or tree.lower[above] == "without"


def _is_decided_against(tree: Tree, index: int) -> bool:
    """'decided against a strike', 'decided against selling it'."""
    word = tree.head(index)
    is_against = word is not None and tree.lower[word] == "against" and tree[index].relation in {"pobj", "pcomp"}
    return is_against and word is not None and tree[tree[word].head].lemma in DECIDING


def _is_almost(tree: Tree, verb: int) -> bool:
    """'almost collapsed', 'nearly drowned'; what nearly doubled or was almost destroyed has come a long way."""
    if tree[verb].lemma in MEASURED:
        return False
    return "advmod" in tree.relations[verb] and any(
        tree.lower[i] in ALMOST and i < verb for i in tree.below(verb, "advmod")
    )


def _is_taken_back(tree: Tree, verb: int) -> bool:
    """'apologised for reporting that he had been held'."""
    for above in () if REGRETTING.isdisjoint(tree.lemmas) else tree.above(verb):
        if is_saying(tree[above].lemma) and tree[above].relation == "pcomp":
            holder = tree[tree[above].head]
            return holder.lemma == "for" and tree[holder.head].lemma in REGRETTING
    return False


def _is_of_false_report(tree: Tree, index: int) -> bool:
    """'Reports of a shooting were false'."""
    preposition = tree.head(index)
    is_of = preposition is not None and tree.lower[preposition] in {"of", "about"}
    return is_of and preposition is not None and is_false(tree, tree[preposition].head)
