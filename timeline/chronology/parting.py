"""Whether two groups of Statements tell two happenings: something differs in more than a few pairs of them."""

from collections.abc import Sequence, Set

from timeline.chronology.contradict import (
    COMING,
    actors_differ,
    contradicts,
    excludes_as_deed,
    is_of_one_kind,
    is_told_apart,
    is_toll,
    may_be_days_apart,
)
from timeline.chronology.downfall import SIGN
from timeline.chronology.gone import is_one_downfall
from timeline.chronology.loss import has_grown, is_one_loss
from timeline.chronology.otherwise import is_told_otherwise
from timeline.chronology.person import is_of_one_person
from timeline.chronology.placing import places_differ, series_differ
from timeline.chronology.profile import DOUBT_DAYS, Profile
from timeline.chronology.speech import is_comment, speeches_differ
from timeline.chronology.throughout import has_gone_on_since
from timeline.chronology.weigh import BUSINESS, ENOUGH, points
from timeline.chronology.wreck import is_loss
from timeline.model.span import TimeSpan

DOUBTFUL = 0.15  # of the pairs of two groups: so much is misread
AT_MOST = 0.6  # where two of them are one beyond doubt
STRAYS = 3  # of so many, one may be misread altogether
MORE, MUCH = 6, 7  # points for that where months are told, and where the order of telling or the report alone dates one

Table = list[list[bool]]  # of each of a group and each of another, whether they differ


def differ(some: Sequence[Profile], others: Sequence[Profile], *, is_main: bool = False) -> bool:
    """Whether what is said in the one group differs from what is said in the other, in more than a few of all pairs.

    The days in which to look for what is undated say nothing here. Where members of both agree on the place, or on the
    number in a series, other places ('in Kenya', 'in Nairobi and Dar es Salaam') and what is not counted say nothing.
    Where one `is_main`, told by most texts of the story, the days that only follow from the order of telling say nothing.
    """
    if _are_told_too_early(some, others) or _are_told_too_early(others, some):
        return True
    known, likewise = _said_the_same(some), _said_the_same(others)
    some, others = _without(some, known), _without(others, likewise)
    is_placed = _agree({one.place for one in some}, {one.place for one in others})
    is_counted = _agree({one.series for one in some}, {one.series for one in others}) or _are_counted(some, others)
    stays = [one.span for one in (*some, *others) if one.span.precision == "interval"]
    is_said = any(is_comment(a) and is_comment(b) and not contradicts(a, b) for a in some for b in others)
    beside, besides = _by_text(some), _by_text(others)
    sure = _once_in(some, others) | _once_in(others, some)
    found = [
        [
            excludes_as_deed(a, b)
            or (not is_said and speeches_differ(a, b))
            or (
                _is_alien(a, b)
                and sure.isdisjoint((a, b))
                and not (_is_told(b, known, some) or _is_told(a, likewise, others))
                and not (_has_kin(a, b, beside[a.document]) or _has_kin(b, a, besides[b.document]))
            )
            or not (
                (is_main and not (a.is_direct and b.is_direct))
                or _spans_meet(a, b)
                or may_be_days_apart(a, b)
                or _is_within(a, b, stays)
            )
            or (not is_placed and places_differ(a, b))
            or (not is_counted and series_differ(a, b))
            for b in others
        ]
        for a in some
    ]
    if not _is_much(found) or (not _is_much(found, AT_MOST) and _are_alike(some, others)):
        return False
    return not _is_of_few(some, others, found)


def _is_much(found: Table, most: float = DOUBTFUL) -> bool:
    """Whether more than such a part of the pairs differ."""
    return sum(map(sum, found)) > most * sum(map(len, found))


def _is_of_few(some: Sequence[Profile], others: Sequence[Profile], found: Table) -> bool:
    """Whether only few of each differ from most of the others, who may be misread, and the rest agree.

    Nobody is misread whose day, number in a series or order the texts themselves tell; of trade and words there are many alike.
    """
    odd, even = _odd(found), _odd([list(column) for column in zip(*found, strict=True)])
    if not (odd or even):
        return False
    if any(one.type == BUSINESS or is_comment(one) for one in (*some, *others)):
        return False
    rest = [row for number, row in enumerate(found) if number not in odd]
    if _is_much([[cell for place, cell in enumerate(row) if place not in even] for row in rest]):
        return False
    strays = [(some[number], other) for number in odd for other in others]
    strays += [(one, others[number]) for number in even for one in some]
    return not any(_are_two(a, b) for a, b in strays)


def _odd(found: Table) -> set[int]:
    """The places of the rows of which most cells tell a difference, the worst first, at most one of so many."""
    odd = [number for number, row in enumerate(found) if 2 * sum(row) > len(row)]
    return set(sorted(odd, key=lambda number: -sum(found[number]))[: len(found) // STRAYS])


def _are_two(a: Profile, b: Profile) -> bool:
    """Whether the texts themselves tell that they are two."""
    is_apart = a.document == b.document and is_told_apart(a, b)
    return is_apart or _days_differ(a, b) or (None not in (a.series, b.series) and a.series != b.series)


def _once_in(some: Sequence[Profile], others: Sequence[Profile]) -> frozenset[Profile]:
    """Those that tell what happens but once, of which one of the others tells, too, in whatever word (a loss, a downfall)."""
    return frozenset(a for a in some if _is_once(a) and any(is_one_loss(a, b) or is_one_downfall(a, b) for b in others))


def _is_once(one: Profile) -> bool:
    return is_loss(one.families) or any(name.startswith(SIGN) for name in one.families)


def _is_alien(a: Profile, b: Profile) -> bool:
    """Whether they are told in words of two kinds."""
    return not is_of_one_kind(a, b) or _words_differ(a, b)


def _by_text(group: Sequence[Profile]) -> dict[str, list[Profile]]:
    """What each text tells of it."""
    told: dict[str, list[Profile]] = {}
    for one in group:
        told.setdefault(one.document, []).append(one)
    return told


def _has_kin(one: Profile, other: Profile, beside: Sequence[Profile]) -> bool:
    """Whether the one's text tells the same in a word of the other's kind, too ('shot', 'fired at him', and 'the murder')."""
    return any(its is not one and not _is_alien(its, other) for its in beside)


def _are_told_too_early(some: Sequence[Profile], others: Sequence[Profile]) -> bool:
    """Whether one of these was over, by publication or by order, before a day that the text of one of the others gives."""
    ends = [one.span.end_latest for one in some if not one.is_direct and one.status not in COMING]
    days = [one.span.start_earliest for one in others if one.is_direct and one.is_narrow and not has_grown(one)]
    last = min((end for end in ends if end is not None), default=None)
    first = max((day for day in days if day is not None), default=None)
    return last is not None and first is not None and first > last + DOUBT_DAYS


def _are_alike(some: Sequence[Profile], others: Sequence[Profile]) -> bool:
    """Whether much speaks for two of them, and no more than a few pairs tell of other people, days or places."""
    if not any(_is_beyond_doubt(a, b) for a in some for b in others):
        return False
    clashing = sum(actors_differ(a, b) or _days_differ(a, b) or places_differ(a, b) for a in some for b in others)
    return clashing <= DOUBTFUL * len(some) * len(others)


def _is_beyond_doubt(a: Profile, b: Profile) -> bool:
    """Whether two texts date it alike themselves and enough speaks for it, the more the vaguer the days are; or very much does."""
    if a.document == b.document or a.families.isdisjoint(b.families):
        return False
    if not a.span.overlaps(b.span) and not may_be_days_apart(a, b):
        return False
    found = points(a, b)
    is_dated = a.is_direct and b.is_direct and not (a.is_wide or b.is_wide)
    needed = MUCH if not is_dated else ENOUGH if a.span.width == b.span.width == 1 else MORE
    return found >= needed and not contradicts(a, b)


def _days_differ(a: Profile, b: Profile) -> bool:
    """Whether each has days of its own, and they do not meet."""
    is_told = a.is_direct and b.is_direct and a.is_narrow and b.is_narrow
    return is_told and not (_spans_meet(a, b) or may_be_days_apart(a, b))


def _said_the_same(some: Sequence[Profile]) -> Sequence[Profile]:
    """Those of which their text says that they are another of them."""
    spots = {one.spot for one in some} if any(one.same_as for one in some) else set()
    return [one for one in some if any((one.document, other) in spots for other in one.same_as)]


def _without(some: Sequence[Profile], known: Sequence[Profile]) -> Sequence[Profile]:
    """Without these, which go where the others go, unless there are no others."""
    return [one for one in some if one not in known] or some if known else some


def _is_told(one: Profile, known: Sequence[Profile], group: Sequence[Profile]) -> bool:
    """Whether a sentence says of the like of it that it is what the group tells ('seized them in an attack')."""
    bridges = (other for other in known if not _is_alien(one, other))
    return any(other.sentence == its.sentence and _is_said(other, its) for other in bridges for its in group)


def _is_said(one: Profile, other: Profile) -> bool:
    return one.document == other.document and other.number in one.same_as


def _are_counted(some: Sequence[Profile], others: Sequence[Profile]) -> bool:
    """Whether one that is counted goes with one that is not, and no two numbers differ."""
    pairs = [(a, b) for a in some for b in others if a.series != b.series]
    is_clear = not any(a.series and b.series for a, b in pairs)
    return is_clear and any(not series_differ(a, b) for a, b in pairs)


def _agree(some: Set[str | None], others: Set[str | None]) -> bool:
    return not (some - {None}).isdisjoint(others - {None})


def _spans_meet(a: Profile, b: Profile) -> bool:
    """Whether both can share a day, and neither goes on for long around the other."""
    if a.span == b.span:
        return True
    goes_on = a.goes_on or b.goes_on
    return a.span.overlaps(b.span) and (not goes_on or has_gone_on_since(a, b) or has_gone_on_since(b, a))


def _words_differ(a: Profile, b: Profile) -> bool:
    """No word of one family, where not both are dated: others may link them step by step ('clashes', 'fire', 'bombing')."""
    is_linked = a.document == b.document or (a.is_narrow and b.is_narrow) or is_toll(a, b)
    return a.families.isdisjoint(b.families) and not (is_linked or is_told_otherwise(a, b) or is_of_one_person(a, b))


def _is_within(a: Profile, b: Profile, stays: Sequence[TimeSpan]) -> bool:
    """Whether both were while something of the groups went on."""
    return any(a.span.within(stay) and b.span.within(stay) for stay in stays)
