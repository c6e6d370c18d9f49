"""What is told again: a day that only follows from the order of telling, or is counted in weeks, gives way to one of another text.

A report that looks back ('The chief executive resigned and a judge was named') is read as if it told what came next, so its
first day is the day of the news. Where another text tells the like of an earlier day, that is the day. Whoever writes 'six weeks
later' does not count the days.
"""

from timeline.chronology import measure
from timeline.chronology.loss import is_recalled
from timeline.chronology.party import MUTUAL_TYPES, share
from timeline.chronology.profile import Profile
from timeline.chronology.window import LIFE_DAYS, ORDERED, RECENT_DAYS, slack
from timeline.model.statement import OVER


def is_loose(one: Profile) -> bool:
    """Whether it is told as past, and only the order of telling says from when on it may have been."""
    return one.told.when.basis == ORDERED and not one.is_undated and one.status in OVER


def is_told_again(a: Profile, b: Profile) -> bool:
    """Whether the day of one of the two gives way to that of the other, at most a month before, or but for a few days."""
    if is_death_recalled(a, b):
        return True
    return _looks_back(a, b) or _looks_back(b, a) or _is_counted_near(a, b) or is_recalled(a, b)


def is_death_recalled(a: Profile, b: Profile) -> bool:
    """Whether two texts tell the death of one person, by the full name, and one of them years later and without its day."""
    if a.fingerprint == b.fingerprint or not (a.dead and b.dead):
        return False
    known = {name for party in a.dead for name in party.names if " " in name}
    if known.isdisjoint(name for party in b.dead for name in party.names):
        return False
    return _is_told_after(a, b) or _is_told_after(b, a)


def is_dayless(one: Profile) -> bool:
    """Whether its text does not say on which day it was."""
    return one.is_undated or is_loose(one)


def _is_told_after(later: Profile, earlier: Profile) -> bool:
    if later.days is None or earlier.days is None or not is_dayless(later):
        return False
    return later.days[1] - LIFE_DAYS <= earlier.days[0] <= later.days[1]


def _is_counted_near(a: Profile, b: Profile) -> bool:
    """Whether the day of one is counted in weeks and no more off than such days are, in words of one family of the same people.

    Or of nobody ('the earth shook two weeks ago'), in texts of one story.
    """
    most = max(slack(a.told.when), slack(b.told.when))
    if not most or a.days is None or b.days is None or a.fingerprint == b.fingerprint:
        return False
    gap = max(a.days[0], b.days[0]) - min(a.days[1], b.days[1])
    if not 0 < gap <= most or a.families.isdisjoint(b.families):
        return False
    return measure.who(a, b) > 0 or (not (a.everyone or b.everyone) and a.story.is_same(b.story))


def _looks_back(later: Profile, earlier: Profile) -> bool:
    if later.days is None or earlier.days is None or not is_loose(later):
        return False
    is_before = later.days[0] - RECENT_DAYS <= earlier.days[1] < later.days[0]
    return is_before and later.fingerprint != earlier.fingerprint and _is_plainly_alike(later, earlier)


def _is_plainly_alike(a: Profile, b: Profile) -> bool:
    """Words of one family that befall one person with a name; or one word, and somebody or a name that texts of one story share."""
    if a.families.isdisjoint(b.families):
        return False
    if share(a.befallen, b.befallen):
        return True
    if a.type in MUTUAL_TYPES and not measure.share_place(a, b):
        return False  # whoever met once meets again
    return a.lemma == b.lemma and a.story.is_same(b.story) and measure.who(a, b) + measure.where(a, b) > 0
