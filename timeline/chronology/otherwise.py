"""What may be told in words of two kinds, and of other doers: one payment, one death."""

from timeline.chronology.party import share
from timeline.chronology.payment import is_one_payment
from timeline.chronology.profile import Profile


def is_told_otherwise(a: Profile, b: Profile) -> bool:
    """Whether they tell one thing, whatever they call it."""
    return is_one_payment(a, b) or is_one_death(a, b)


def is_one_death(a: Profile, b: Profile) -> bool:
    """Whether both tell that somebody with a name is dead, of days that meet ('strangled her', 'the murder of Holm')."""
    return share(a.dead, b.dead) and a.span.overlaps(b.span)
