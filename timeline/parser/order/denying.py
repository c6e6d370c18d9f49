"""Denying: 'The army denies it', 'something that he disputes', after what is denied, which the words before tell."""

from collections.abc import Iterator, Sequence

from timeline.model.statement import OVER, Relation, Status
from timeline.model.types import COMMENTS
from timeline.parser.order.sequence import Order, Told
from timeline.parser.order.telling import sentences
from timeline.parser.sentences.tree import Tree

SIEVE = "answer"
DENYING = frozenset({"deny", "dispute", "contest", "refute"})
POINTING = frozenset({"it", "this", "that", "which"})
CHARGES = frozenset("charge allegation accusation claim report account version".split())


def by_denials(told: Sequence[Told]) -> Iterator[Order]:
    """A denial that only points back comes after what the words before it allege, else after what they told last."""
    before: list[int] = []
    for tree, numbers in sentences(told):
        for number in numbers:
            if _is_denial(told[number], tree):
                near = [other for other in (*before, *numbers) if other < number and _may_be_denied(told[other])]
                alleged = [other for other in near if told[other].status is Status.ALLEGED]
                for other in (alleged or near)[-1:]:
                    yield Order(number, Relation.AFTER, other, "a denial comes after what it denies", SIEVE)
        before = numbers


def _may_be_denied(one: Told) -> bool:
    return one.status in OVER and one.mention.row.type not in COMMENTS


def _is_denial(one: Told, tree: Tree) -> bool:
    """'denies it', 'which he disputes', 'deny the charge'; a clause of its own tells what is denied."""
    verb = one.mention.top
    if not one.mention.is_verb or tree[verb].lemma not in DENYING or one.status is not Status.ASSERTED:
        return False
    objects = tree.below(verb, "dobj")
    return any(tree.lower[index] in POINTING or tree[index].lemma in CHARGES for index in objects)
