"""Days and months of the solar Iranian (and Afghan) and the Islamic calendar: '13 Aban 1404', 'the 12th of Ramadan', 'in Esfand'.

The Iranian year begins at Nowruz; six months of 31 days, five of 30 and a last of 29 or 30. Islamic days are those of the tabular
calendar, marked as approximate, for the sighting of the moon decides.
"""

from timeline.model import edtf
from timeline.model.days import calendar_day
from timeline.parser.times.calendars import ISLAMIC_START, ISLAMIC_YEAR, islamic_number
from timeline.parser.times.dates import nearest, on_side
from timeline.parser.times.moments import Moment, timex
from timeline.parser.times.moons import sky_day
from timeline.parser.times.recognise import Phrase
from timeline.parser.times.reference import Meaning, Reference, resolved, stated
from timeline.parser.times.vocabulary import vocabulary

SOLAR = 621  # years from the Iranian era to the common one
LONG_MONTHS, LONG, SHORT = 6, 31, 30
LAST = 12
ERA = range(1200, 1500)  # years that are meant as of these calendars


def foreign(phrase: Phrase, reference: Reference) -> Meaning | None:
    """The day or month in the year that is said, else the nearest on the side that the tense tells."""
    calendar = phrase.rule.arguments[0]
    month = int(vocabulary().value(f"{calendar}month", phrase.word(f"{calendar}month") or "") or 0)
    day, year = _number(phrase, ("small", "smallth")), _number(phrase, ("yearno",))
    if year is not None:
        span = _days(calendar, month, day, year) if year in ERA else None
        return None if span is None else _meant(stated(Moment("day", span[0])), span, calendar)
    base = reference.base
    if base is None:
        return Meaning("DATE", "XXXX")
    now = _year_of(calendar, base.first)
    if "last" in phrase.words:
        around = [_days(calendar, month, day, now - 1)]
    else:
        around = [_days(calendar, month, day, now + step) for step in (-1, 0, 1)]
    spans = {span[0]: span for span in around if span is not None}
    if not spans:
        return None
    pick = nearest if reference.is_narrative else on_side
    moment = pick([Moment("day", first) for first in spans], base, reference.direction)
    return _meant(resolved(moment, reference.base_reason), spans[moment.first], calendar)


def _number(phrase: Phrase, names: tuple[str, ...]) -> int | None:
    """The number that one of the terms gives, '12' of '12th'."""
    word = next((word for name in names if (word := phrase.word(name))), None)
    digits = "".join(sign for sign in word or "" if sign.isdigit())
    return int(digits) if digits else None


def _meant(meaning: Meaning, days: tuple[int, int], calendar: str) -> Meaning:
    """The day, or once within the days of the month."""
    first, last = days
    if first == last:
        span = meaning.span if calendar == "solar" else meaning.span.with_edtf(f"{meaning.span}~")
        return Meaning("DATE", meaning.value, span, meaning.basis, meaning.because, meaning.moment)
    value = f"{timex(Moment('day', first))}/{timex(Moment('day', last))}"
    return Meaning("DATE", value, edtf.once(edtf.from_day(first), edtf.from_day(last)), meaning.basis, meaning.because)


def _days(calendar: str, month: int, day: int | None, year: int) -> tuple[int, int] | None:
    """First and last day of the month, or the day twice; None for a day that the month has not."""
    start = solar_start(year, month) if calendar == "solar" else islamic_number(year, month, 1)
    following = (year + 1, 1) if month == LAST else (year, month + 1)
    end = solar_start(*following) if calendar == "solar" else islamic_number(*following, 1)
    if start is None or end is None:
        return None
    if day is None:
        return start, end - 1
    return (start + day - 1, start + day - 1) if 0 < day <= SHORT + 1 else None


def solar_start(year: int, month: int) -> int | None:
    """The first day of an Iranian month: that of Farvardin (1) is Nowruz."""
    nowruz = sky_day("Nowruz", year + SOLAR)
    before = month - 1
    return None if nowruz is None else nowruz + before * SHORT + min(before, LONG_MONTHS) * (LONG - SHORT)


def _year_of(calendar: str, day: int) -> int:
    """The year of the calendar that a day lies in (of the Islamic one about)."""
    year, month, _ = calendar_day(day)
    if calendar == "solar":
        nowruz = sky_day("Nowruz", year)
        return year - SOLAR - (nowruz is not None and day < nowruz)
    return int((year + (month - 1) / 12 - ISLAMIC_START) / ISLAMIC_YEAR) + 1
