"""Payments: two texts that tell of one sum and of the same payer tell one thing, whatever they call it ('fined', 'paid a fine')."""

from timeline.chronology.party import particular_of, share
from timeline.chronology.profile import Profile

TYPES = frozenset({"aid", "business", "coerce", "crime", "legal", "sanction"})
BID = "bid"  # a sum that is offered is paid by another, or never


def is_one_payment(a: Profile, b: Profile) -> bool:
    """Whether both tell of one sum, of somebody who is named in both, and of days that meet."""
    if not a.sums or a.sums.isdisjoint(b.sums) or a.document == b.document or not {a.type, b.type} <= TYPES:
        return False
    is_offer = BID in a.families or BID in b.families
    return not is_offer and a.span.overlaps(b.span) and share(particular_of(a.everyone), particular_of(b.everyone))


def are_two_payments(a: Profile, b: Profile) -> bool:
    """Whether one text, or one who is quoted in it, tells two sums ('paid $80,000 in the first suit, $26 million in the next')."""
    is_told_by_one = a.document == b.document and a.claimants == b.claimants
    return is_told_by_one and bool(a.sums and b.sums) and a.sums.isdisjoint(b.sums)
