"""What goes on for long, and the day on which it began: one strike, one war."""

from timeline.chronology.profile import Profile
from timeline.chronology.window import LONG_DAYS, is_close


def has_gone_on_since(one: Profile, other: Profile) -> bool:
    """Whether the one is told to go on since a day of the other ('on strike since 7 February', 'walked out on 7 February')."""
    if (
        not one.goes_on
        or other.goes_on
        or one.families.isdisjoint(other.families)
        or not is_close(other.span, LONG_DAYS)
    ):
        return False
    start, first, last = one.span.start_earliest, other.span.start_earliest, other.span.end_latest
    return start is not None and first is not None and last is not None and first <= start <= last
