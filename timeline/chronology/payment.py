"""Payments: two texts that tell of one sum and of the same payer tell one thing, whatever they call it ('fined', 'paid a fine')."""

from timeline.chronology.party import particular_of, share
from timeline.chronology.profile import Profile

TYPES = frozenset({"aid", "business", "coerce", "crime", "legal", "sanction"})
BID = "bid"  # a sum that is offered is paid by another, or never


def is_one_payment(a: Profile, b: Profile) -> bool:
    """Whether both tell of one sum and of days that meet, and of somebody who is named in both, or are of one story."""
    if not a.sums or a.sums.isdisjoint(b.sums) or a.document == b.document or not a.span.overlaps(b.span):
        return False
    if BID in a.families or BID in b.families:
        return False
    is_paid = {a.type, b.type} <= TYPES and share(particular_of(a.everyone), particular_of(b.everyone))
    return is_paid or _is_of_one_story(a, b)


def _is_of_one_story(a: Profile, b: Profile) -> bool:
    """Whether texts of one story tell of the sum in one place, or say the same of it."""
    is_there = a.place is not None and a.place == b.place
    return a.story.is_same(b.story) and (is_there or not a.about.isdisjoint(b.about))


def are_two_payments(a: Profile, b: Profile) -> bool:
    """Whether one text, or one who is quoted in it, tells two sums ('paid $80,000 in the first suit, $26 million in the next')."""
    is_told_by_one = a.document == b.document and a.claimants == b.claimants
    return is_told_by_one and bool(a.sums and b.sums) and a.sums.isdisjoint(b.sums)
