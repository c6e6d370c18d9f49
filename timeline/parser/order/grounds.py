"""Grounds: what somebody is punished, blamed or praised for, and the offer that somebody turns down, were there before that.

So were the murder that somebody is jailed for, the loan that he resigns over, and the storm in whose wake people leave.
"""

from collections.abc import Iterator, Sequence

from timeline.model.statement import FACTS, Relation, Status
from timeline.model.types import COMMENTS, HARMS
from timeline.parser.mentions.mention import Mention
from timeline.parser.order.sequence import Order, Told
from timeline.parser.order.telling import sentences
from timeline.parser.sentences.tree import Tree

SIEVE = "grounds"
JUDGING = frozenset({"legal", "coerce", "accuse", "sanction", "appointment", "support", "assault", "death"})
GROUNDS = frozenset({"for", "of"})
PENALTIES = frozenset({"fine", "penalty", "damages"})
CHARGES = frozenset({"charge"})  # 'charged with taking gifts'
TOPICS = frozenset({"for", "over", "of", "with"})  # before a noun
JOINTS = frozenset(
    {"wake", "aftermath", "connection", "suspicion", "charge"}
)  # 'in the wake of a storm', 'on suspicion of'
AIMS = COMMENTS | {"consult", "legal", "election", "sport", "mobilize"}  # 'summoned for talks', 'held for questioning'
WITHIN = frozenset({"dobj", "xcomp", "conj", "pobj", "prep"})  # from what was done to the verb that stands behind 'for'
DONE = FACTS | {Status.ALLEGED}
OFFERS = frozenset({"request", "business", "agree", "aid", "support", "consult", "concede"})


def by_grounds(told: Sequence[Told]) -> Iterator[Order]:
    """'fined in May for blocking a road', 'turned down a bid in May': these were before. Right in 11 of 11 (readings)."""
    for tree, numbers in sentences(told):
        facts = [number for number in numbers if told[number].status in FACTS]
        tops = {told[number].mention.top: number for number in facts}
        for number in numbers:
            mention = told[number].mention
            if told[number].status not in DONE:
                continue
            outer = _judged_by(mention)
            is_judged = outer in tops and _is_judgement(told[tops[outer]].mention)
            if outer not in tops or not is_judged:
                outer = _behind(mention) or _named_by(mention)
                is_judged = outer in tops and (outer == _behind(mention) or _judges(told[tops[outer]].mention, mention))
            if outer is not None and is_judged:
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
    if token.relation != "pcomp" or token.tag != "VBG":
        return False
    word = tree.lower[token.head]
    return word in GROUNDS or (word == "with" and tree[tree[token.head].head].lemma in CHARGES)


def _named_by(mention: Mention) -> int | None:
    """'jailed' of 'jailed for the murder of a guard', asked of the murder."""
    tree, token = mention.tree, mention.tree[mention.index]
    if mention.is_verb or token.relation != "pobj" or tree.lower[token.head] not in TOPICS or mention.row.type in AIMS:
        return None
    above = tree[token.head].head
    above = tree[above].head if tree[above].relation == "dobj" else above
    is_with = tree.lower[token.head] == "with" and tree[above].lemma not in CHARGES
    return above if tree[above].pos == "VERB" and not is_with else None


def _is_judgement(mention: Mention) -> bool:
    """'was fined', 'paid a fine'."""
    tree = mention.tree
    return mention.row.type in JUDGING or any(tree[i].lemma in PENALTIES for i in tree.below(mention.top, "dobj"))


def _judges(mention: Mention, noun: Mention) -> bool:
    """'jailed for the murder', 'marched over the murder'; nobody is killed for a murder by these words."""
    if mention.row.type == "protest":
        return noun.row.type in HARMS
    return _is_judgement(mention) and mention.row.type not in {"assault", "death"}


def _behind(mention: Mention) -> int | None:
    """'fled' of 'fled in the wake of a storm', 'held' of 'held on suspicion of painting fakes'."""
    tree, index = mention.tree, mention.top if mention.is_verb else mention.index
    token = tree[tree.first_conjunct(index)]
    if token.relation not in {"pobj", "pcomp"}:
        return None
    joint = tree[tree[token.head].head]
    is_joint = joint.lemma in JOINTS and joint.relation == "pobj"
    above = tree[joint.head].head
    return above if is_joint and tree[above].pos == "VERB" else None


def _is_offer(mention: Mention) -> bool:
    """'a bid', as what is done something with."""
    return not mention.is_verb and mention.row.type in OFFERS and mention.tree[mention.index].relation == "dobj"
