"""How much two Statements have in common, in points: who takes part, where, a number, the round, the day, other words."""

from timeline.chronology.profile import Profile
from timeline.chronology.story import countries, stem, without_parts
from timeline.chronology.window import is_close

PARTICULAR, GENERAL, MOST_PARTIES = 2, 1, 4  # a name; a state, or people who are only described; all of them together
CALLED = 3  # the happening has a name, and it is the same
PLACE, NAME, MOST_NAMES = 2, 1, 2
NUMBER, SMALL, MENDED = 2, 3, 2  # small numbers are everywhere; a toll may be corrected to no less than half
ROUND = 2  # 'second'
DAY, MONTH = 2, 1
MONTH_DAYS = 31
TIED = 1  # names that texts have in common
ABOUT = 3  # words that both sentences have in common


def who(a: Profile, b: Profile) -> int:
    """The shorter list's members that the longer has, too."""
    fewer, more = sorted((a.everyone, b.everyone), key=len)
    found = [one for one in fewer if not one.is_anybody and any(map(one.is_same, more))]
    points = sum(PARTICULAR if one.is_particular else GENERAL for one in found)
    return min(MOST_PARTIES, points + PARTICULAR * is_called_so(a, b))


def is_called_so(a: Profile, b: Profile) -> bool:
    """Whether texts of one story tell it of one person, whom one names and calls as the other does ('Holm, the captain')."""
    if a.document == b.document or not (a.described and b.described):
        return False
    return any(one.is_called(other) for one in a.described for other in b.described) and a.story.shares(b.story) >= TIED


def share_place(a: Profile, b: Profile) -> bool:
    """Whether both were in one place."""
    return a.place is not None and a.place == b.place


def where(a: Profile, b: Profile) -> int:
    """Its own name, which differs when anything does (see `contradict`), the place, and names that stand in both sentences.

    Countries are in many sentences: all together count as one name.
    """
    place = PLACE * share_place(a, b)
    called = CALLED if a.called is not None and b.called is not None else 0
    shared = without_parts(sorted(a.callings & b.callings))
    states = a.states | b.states
    ours = [name for name in shared if name not in states and stem(name) not in countries()]
    return called + place + min(MOST_NAMES, NAME * (len(ours) + (len(ours) < len(shared))))


def number(a: Profile, b: Profile) -> int:
    """The same number; against it, one of the same that was larger in an earlier report: tolls grow, or are mended a little."""
    if any(one[2] > SMALL and one[:3] == other[:3] for one in a.counts for other in b.counts):
        return NUMBER
    if a.claimants and b.claimants and a.claimants.isdisjoint(b.claimants):
        return 0
    first, second = sorted((a, b), key=lambda one: one.span.end_latest or 0)
    is_less = any(
        one[:2] == other[:2] and one[2] > MENDED * other[2] for one in first.counts for other in second.counts
    )
    return -NUMBER if is_less else 0


def series(a: Profile, b: Profile) -> int:
    """The same round."""
    return ROUND if a.series is not None and a.series == b.series else 0


def day(a: Profile, b: Profile) -> int:
    """Both dated to a few days, or one, and the other to a month."""
    if a.is_narrow and b.is_narrow:
        return DAY
    return MONTH if (a.is_narrow or b.is_narrow) and all(is_close(one.span, MONTH_DAYS) for one in (a, b)) else 0


def about(a: Profile, b: Profile) -> int:
    """What else both sentences speak of; names are counted elsewhere."""
    shared = len((a.about & b.about) - a.around - b.around)
    return (shared > 0) + (shared >= ABOUT)
