"""Grounds: what somebody is punished, blamed or praised for, and the offer that somebody turns down, were there before that."""

from collections.abc import Iterator, Sequence

from timeline.model.statement import FACTS, Relation
from timeline.parser.mentions.mention import Mention
from timeline.parser.order.sequence import Order, Told
from timeline.parser.order.telling import sentences
from timeline.parser.sentences.tree import Tree

SIEVE = "grounds"
JUDGING = frozenset({"legal", "coerce", "accuse", "sanction", "appointment", "support", "assault", "death"})
GROUNDS = frozenset({"for", "of"})
WITHIN = frozenset({"dobj", "xcomp", "conj", "pobj", "prep"})  # from what was done to the verb that stands behind 'for'
OFFERS = frozenset({"request", "business", "agree", "aid", "support", "consult", "concede"})


def by_grounds(told: Sequence[Told]) -> Iterator[Order]:
    """'fined in May for blocking a road', 'turned down a bid in May': these were before. Right in 11 of 11 (readings)."""
    for tree, numbers in sentences(told):
        facts = [number for number in numbers if told[number].status in FACTS]
        tops = {told[number].mention.top: number for number in facts}
        for number in facts:
            mention = told[number].mention
            outer = _judged_by(mention)
            if outer in tops and told[tops[outer]].mention.row.type in JUDGING:
                yield Order(number, Relation.BEFORE, tops[outer], "what it was for was before", SIEVE)
            outer = tree[mention.index].head
            if _is_offer(mention) and outer in tops and told[tops[outer]].mention.row.type == "reject":
                yield Order(number, Relation.BEFORE, tops[outer], "what was turned down was before", SIEVE)


def _judged_by(mention: Mention) -> int | None:
    """'fined' of 'fined for calling a strike', asked of the strike."""
    tree, index = mention.tree, mention.top if mention.is_verb else mention.index
    while tree[index].relation in WITHIN and not _is_ground(tree, index):
        index = tree[index].head
    if not _is_ground(tree, index):
        return None
    above = tree[tree[index].head].head
    above = tree[above].head if tree[above].relation == "dobj" else above  # 'convicted the colonel of ordering it'
    return above if tree[above].pos == "VERB" else None


def _is_ground(tree: Tree, verb: int) -> bool:
    """'calling' of 'for calling a strike'."""
    token = tree[verb]
    return token.relation == "pcomp" and token.tag == "VBG" and tree.lower[token.head] in GROUNDS


def _is_offer(mention: Mention) -> bool:
    """'a bid', as what is done something with."""
    return not mention.is_verb and mention.row.type in OFFERS and mention.tree[mention.index].relation == "dobj"
