"""Intended: on which side of its report lies what is told without a day, where the status alone does not say."""

from timeline.model.statement import Status
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import PRESENT, Tree

AHEAD = frozenset({"will", "wo", "shall", "'ll"})
EXPECTING = frozenset({"expect", "schedule", "plan", "likely", "due"})
PLANNING = frozenset({"plan", "intend", "plot", "mean", "prepare"})
CARRIED = frozenset({"xcomp", "ccomp", "dobj", "acomp"})


def meant_as(mention: Mention, status: Status) -> Status:
    """The status whose bounds it has: what will not be is as far ahead as what will be, what somebody had planned may be over."""
    if status is Status.NEGATED and (_will_not_be(mention) or _is_not_expected(mention)):
        return Status.PLANNED
    return Status.HYPOTHETICAL if status is Status.PLANNED and _had_been_planned(mention) else status


def _will_not_be(mention: Mention) -> bool:
    """'He will not be reinstated'."""
    tree = mention.tree
    return any(tree.lower[i] in AHEAD for i in tree.below(mention.top, "aux"))


def _is_not_expected(mention: Mention) -> bool:
    """'The vote is not expected to be held there'."""
    return not PRESENT.isdisjoint(expecting(mention))


def expecting(mention: Mention) -> set[str]:
    """The tags of the helpers of the verbs that say it is, or was, 'expected', 'due' or 'likely'."""
    tree = mention.tree
    verbs = [verb for verb in (*_carrying(tree, mention), tree.clause(mention.index)) if tree[verb].lemma in EXPECTING]
    helpers = {child for verb in verbs for child in tree.below(verb, "aux", "auxpass")}
    helpers |= {tree[verb].head for verb in verbs if tree[verb].relation == "acomp"}  # 'is not likely to be held'
    return {tree[child].tag for child in helpers}


def _had_been_planned(mention: Mention) -> bool:
    """'had planned the raid for months': it may have been carried out."""
    tree = mention.tree
    verbs = [verb for verb in _carrying(tree, mention) if tree[verb].lemma in PLANNING]
    return any(tree.lower[child] == "had" for verb in verbs for child in tree.below(verb, "aux"))


def _carrying(tree: Tree, mention: Mention) -> list[int]:
    """Its verb, and those whose complement it is."""
    found, index = [mention.top], mention.index
    while tree[index].relation in CARRIED and tree[index].head not in (index, *found[1:]):
        index = tree[index].head
        found.append(index)
    return found
