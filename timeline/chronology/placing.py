"""Where two Statements were, and in which round: whether their places, or their numbers in a series, are two."""

import re

from timeline.chronology.gone import befalls_one
from timeline.chronology.loss import is_one_loss
from timeline.chronology.party import MUTUAL_TYPES
from timeline.chronology.profile import Profile
from timeline.chronology.window import is_close

ROAD = re.compile(r"(?:[a-z]{1,2}-?\d+|.* (?:road|street|avenue|motorway|highway|expressway|turnpike))$")

FIRST = "1"  # of a series, which may be told before anybody counts
STAY_DAYS = 10  # two stays of at most so many days, in one town and with days in common, are one


def places_differ(a: Profile, b: Profile) -> bool:
    """Two places, of which neither is the other's country; those that both sentences name are places of both.

    Who is gone is gone everywhere, and one loss may be put in two places.
    """
    is_elsewhere = a.is_placed and b.is_placed and are_elsewhere(a, b)
    return is_elsewhere and not (befalls_one(a, b) or is_one_loss(a, b))


def are_elsewhere(a: Profile, b: Profile) -> bool:
    """The same, be it that only what was told before gives the place."""
    if a.place is None or b.place is None or a.place == b.place or _was_there(a, b) or _was_there(b, a):
        return False
    if (a.place in b.nearby and b.place in a.nearby) or _is_road(a.place) != _is_road(b.place):
        return False
    return a.place not in b.regions and b.place not in a.regions and not _is_part(a.place, b.place)


def _is_road(place: str) -> bool:
    """Whether it runs through many places ('M62', 'Kenyatta Avenue')."""
    return ROAD.match(place) is not None


def _is_part(one: str, other: str) -> bool:
    """Whether the one's name is the end of the other's ('North Orlan', 'Orlan')."""
    return one.endswith(f" {other}") or other.endswith(f" {one}")


def _was_there(one: Profile, other: Profile) -> bool:
    """Whether it was in the other's place, too ('in Lille and Ghent')."""
    return other.place in one.beside or not one.beside.isdisjoint(other.regions)


def series_differ(a: Profile, b: Profile) -> bool:
    """Rounds differ; one that is not counted may be any of them, unless both are dated to the day."""
    if a.series == b.series:
        return False
    if None not in (a.series, b.series):
        return True
    if FIRST in (a.series, b.series) and a.document != b.document:
        return False
    return not (_is_one_stay(a, b) or _is_still_on(a, b) or _is_still_on(b, a) or (a.is_narrow and b.is_narrow))


def _is_still_on(later: Profile, other: Profile) -> bool:
    """'The strike is over', told of nowhere else while 'the second strike', which a text dates, may last."""
    is_it = later.is_definite and later.document != other.document and not are_elsewhere(later, other)
    return is_it and other.series is not None and later.type not in MUTUAL_TYPES and _told_during(later, other)


def _is_one_stay(a: Profile, b: Profile) -> bool:
    """In one town, and both within few days, or one told while the other went on."""
    if a.place is None or a.place != b.place:
        return False
    return (is_close(a.span, STAY_DAYS) and is_close(b.span, STAY_DAYS)) or _told_during(a, b) or _told_during(b, a)


def _told_during(vague: Profile, other: Profile) -> bool:
    """The one is not dated to a few days, and was told in the days of the other or while a stay that began then may last."""
    first, last, told = other.span.start_earliest, other.span.end_latest, vague.span.end_latest
    if vague.is_narrow or first is None or last is None or told is None or not is_close(other.span, STAY_DAYS):
        return False
    return (vague.span.start_earliest or first) <= first <= told <= max(last + 1, first + STAY_DAYS)
