"""EDTF (ISO 8601-2:2019, Library of Congress) text to TimeSpan and back: the subset that news and history need.

Level 0 dates and intervals, level 1 seasons, `?~%` on the whole, long years and unspecified digits, and of level 2
quarters and halves (33–36, 40–41) and "one of a set" ranges `[a..b]`. Seasons are northern meteorological ones.
"""

import re
from functools import lru_cache

from timeline.errors import EdtfError
from timeline.model.days import add_months, calendar_day, day_number, month_length, year_text
from timeline.model.span import UNKNOWN, Day, TimeSpan

YEAR = r"(?P<year>-?\d{4}|Y-?\d{5,})"
DATE = re.compile(rf"{YEAR}(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?$")
CLOCK = re.compile(rf"{YEAR}-(?P<month>\d\d)-(?P<day>\d\d)T(?P<clock>\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)$")
UNSPECIFIED = re.compile(r"(?P<digits>-?\d{2,3})(?P<unknown>X{1,2})$")
RANGE = re.compile(r"/|\.\.")
YEARLESS = re.compile(r"XXXX(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d))?)?$")

SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}  # winter of Y ends in February of Y+1
QUARTER_MONTHS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
HALF_MONTHS = {40: (1, 6), 41: (7, 12)}
PARTED = ("week", "month", "year", "decade", "century")  # units that an interval can be a part of (or, for weeks, be)
DIVISIONS = {**SEASON_MONTHS, **QUARTER_MONTHS, **HALF_MONTHS}
REMEMBERED = 4096  # spans, which a text asks for again and again: those up to its publication, the days around it


def parse(text: str, *, precision: str | None = None) -> TimeSpan:
    """The span of an EDTF text. An interval or a set whose `precision` is a unit is one week, or a part of that unit (once within).

    Raises EdtfError on anything outside the subset, on days the calendar lacks, and on ends in the wrong order.
    """
    if precision in PARTED and ("/" in text or ".." in text):
        start, end = RANGE.split(text.strip("[]"))
        return _once(text, precision, _point(start), _point(end))
    if text.startswith("[") and text.endswith("]"):
        return _set(text)
    if "/" in text:
        return _interval(text)
    return _point(text)


def day(year: int, month: int, day: int) -> TimeSpan:
    """One day."""
    return _unit(f"{year_text(year)}-{month:02d}-{day:02d}", "day", *[day_number(year, month, day)] * 2)


@lru_cache(maxsize=REMEMBERED)
def from_day(number: int) -> TimeSpan:
    """One day, by its number."""
    return day(*calendar_day(number))


def month(year: int, month: int) -> TimeSpan:
    """One month."""
    first, last = _month_days(year, month, month)
    return _unit(f"{year_text(year)}-{month:02d}", "month", first, last)


def division(year: int, code: int) -> TimeSpan:
    """A season (21–24), quarter (33–36) or half (40–41) of a year."""
    first, last = _month_days(year, *DIVISIONS[code])
    precision = "season" if code in SEASON_MONTHS else "quarter" if code in QUARTER_MONTHS else "interval"
    return _unit(f"{year_text(year)}-{code}", precision, first, last)


def year(year: int) -> TimeSpan:
    """One year (astronomical: -43 is 44 BC)."""
    return _unit(year_text(year), "year", *_month_days(year, 1, 12))


def decade(first_year: int) -> TimeSpan:
    """Ten years from one that ends in 0: '199X'."""
    return parse(f"{year_text(first_year)[:-1]}X")


def century(first_year: int) -> TimeSpan:
    """A hundred years from one that ends in 00: '19XX'."""
    return parse(f"{year_text(first_year)[:-2]}XX")


def week(monday: int) -> TimeSpan:
    """Seven days from that day number; happened some time in that week."""
    first, last = from_day(monday), from_day(monday + 6)
    return _once(f"{first}/{last}", "week", first, last)


def part(span: TimeSpan) -> TimeSpan:
    """An interval ('early May') read as once, somewhere within: '[2025-05-01..2025-05-10]'.

    Its precision is the unit that it is a part of; a week stays one.
    """
    units = {"month": 31, "year": 366, "decade": 3653}
    unit = next((unit for unit, days in units.items() if span.width is not None and span.width <= days), "century")
    return parse(f"[{'..'.join(RANGE.split(str(span)))}]", precision="week" if span.precision == "week" else unit)


def clock(date: TimeSpan, time: str, *, precision: str = "minute") -> TimeSpan:
    """That day at 'HH:MM:SS', with 'Z' or an offset when the zone is known."""
    return TimeSpan(
        f"{date.edtf}T{time}", precision, date.start_earliest, date.start_latest, date.end_earliest, date.end_latest,
        time, time,
    )  # fmt: skip


def yearless(month: int, day: int | None = None) -> TimeSpan:
    """A month, or a day of one, in a year nobody knows: 'XXXX-10-11', no bounds."""
    return parse(f"XXXX-{month:02d}" + (f"-{day:02d}" if day else ""))


def interval(start: TimeSpan | None, end: TimeSpan | None) -> TimeSpan:
    """Throughout, from where the one begins to where the other ends; None for an open end."""
    return parse(f"{_edge(start, 0)}/{_edge(end, -1)}")


def _edge(span: TimeSpan | None, side: int) -> str:
    """One date as it is written, of one that is a range itself ('early October') the first (0) or the last (-1)."""
    text = str(span or "")
    is_range = "/" in text or ".." in text
    return (str(_end_of(span, side)) if span is not None and is_range else text) or ".."


def last_of(span: TimeSpan) -> TimeSpan:
    """The end of an interval, as it is written: '2001' of '1995/2001'; any other span itself."""
    end = _end_of(span, -1) if span.precision == "interval" else UNKNOWN
    return span if end.is_open else end


def once(first: TimeSpan, last: TimeSpan) -> TimeSpan:
    """Once, somewhere from the one to the other: '[2014..2016]'."""
    return parse(f"[{first}..{last}]")


@lru_cache(maxsize=REMEMBERED)
def between(earliest: Day, latest: Day) -> TimeSpan:
    """Once, somewhere from one day number to the other: '[2025-10-11..2025-10-29]'; UNKNOWN when both are None."""
    if earliest is None and latest is None:
        return UNKNOWN
    if earliest is not None and earliest == latest:
        return from_day(earliest)
    first = "" if earliest is None else str(from_day(earliest))
    last = "" if latest is None else str(from_day(latest))
    return parse(f"[{first}..{last}]")


@lru_cache(maxsize=REMEMBERED)
def reaching(first: TimeSpan, last: TimeSpan) -> TimeSpan:
    """Once, somewhere from where the first begins to where the last ends, each end as it was written: '[2015..2016-03-04]'.

    UNKNOWN stands for an open end.
    """
    start, end = _end_of(first, 0), _end_of(last, -1)
    if start.start_earliest is None or end.end_latest is None:
        return UNKNOWN if start.is_open and end.is_open else once(start, end)
    is_one = start.edtf == end.edtf or start.start_earliest == end.end_latest
    return from_day(start.start_earliest) if is_one and start.width == 1 else start if is_one else once(start, end)


def _end_of(span: TimeSpan, side: int) -> TimeSpan:
    """The first (0) or the last (-1) date of a span: a year, a month or a day, as it is written; UNKNOWN when open."""
    number = span.end_latest if side else span.start_earliest
    if number is None:
        return UNKNOWN
    written = RANGE.split(re.sub(r"[][?~%]", "", span.edtf or ""))[side]
    found = DATE.match(written)
    is_plain = found is not None and (found["month"] is None or int(found["month"]) not in DIVISIONS)
    return _point(written) if is_plain else from_day(number)


@lru_cache(maxsize=REMEMBERED)
def _point(text: str) -> TimeSpan:
    """A date, clock time, season, decade … with or without a mark of doubt."""
    bare = text.rstrip("?~%")
    if len(text) - len(bare) > 1:
        raise EdtfError(f"more than one mark of doubt: {text!r}")
    try:
        span = _bare_point(bare)
    except ValueError as error:
        raise EdtfError(f"no such date: {text!r} ({error})") from error
    return span.with_edtf(text)


def _bare_point(text: str) -> TimeSpan:
    if found := DATE.match(text):
        return _date(int(found["year"].removeprefix("Y")), found["month"], found["day"])
    if found := CLOCK.match(text):
        date = _date(int(found["year"].removeprefix("Y")), found["month"], found["day"])
        return clock(date, _checked_clock(found["clock"]))
    if found := UNSPECIFIED.match(text):
        return _unspecified(text, found["digits"], len(found["unknown"]))
    if found := YEARLESS.match(text):
        return _yearless(text, found["month"], found["day"])
    raise EdtfError(f"no EDTF date: {text!r}")


def _date(number: int, month_digits: str | None, day_digits: str | None) -> TimeSpan:
    if month_digits is None:
        return year(number)
    if int(month_digits) in DIVISIONS and day_digits is None:
        return division(number, int(month_digits))
    if day_digits is None:
        return month(number, int(month_digits))
    return day(number, int(month_digits), int(day_digits))


def _checked_clock(text: str) -> str:
    hour, minute, second = (int(text[i : i + 2]) for i in (0, 3, 6))
    if hour > 23 or minute > 59 or second > 59:
        raise ValueError(f"no such time of day: {text}")
    return text


def _unspecified(text: str, digits: str, unknown: int) -> TimeSpan:
    """'201X' and '20XX'; before year 1 the digits count backwards."""
    if len(digits.lstrip("-")) + unknown != 4:
        raise ValueError("a year has four digits")
    size, base = 10**unknown, int(digits)
    first = base * size if not digits.startswith("-") else base * size - size + 1
    precision = "decade" if unknown == 1 else "century"
    return _unit(text, precision, day_number(first, 1, 1), day_number(first + size - 1, 12, 31))


def _yearless(text: str, month_digits: str | None, day_digits: str | None) -> TimeSpan:
    if month_digits not in (None, "XX") and day_digits:
        day_number(2000, int(month_digits), int(day_digits))  # a leap year: ValueError for 30 February only
    elif month_digits not in (None, "XX"):
        day_number(2000, int(month_digits), 1)
    return TimeSpan(text, "day" if day_digits else "month" if month_digits else "year")


def _interval(text: str) -> TimeSpan:
    start_text, _, end_text = text.partition("/")
    start, end = _end(start_text), _end(end_text)
    _check_order(text, start, end)
    return TimeSpan(
        text, "interval", start.start_earliest, start.end_latest, end.start_earliest, end.end_latest,
        start.earliest_clock, end.latest_clock,
    )  # fmt: skip


def _set(text: str) -> TimeSpan:
    start_text, dots, end_text = text[1:-1].partition("..")
    if not dots:
        raise EdtfError(f"only [a..b] sets are read: {text!r}")
    return _once(text, "bounds", _end(start_text or ".."), _end(end_text or ".."))


def _end(text: str) -> TimeSpan:
    return UNKNOWN if text == ".." else _point(text)


def _once(text: str, precision: str, first: TimeSpan, last: TimeSpan) -> TimeSpan:
    _check_order(text, first, last)
    earliest, latest = first.start_earliest, last.end_latest
    return TimeSpan(
        text, precision, earliest, latest, earliest, latest, first.earliest_clock, last.latest_clock
    )  # fmt: skip


def _check_order(text: str, start: TimeSpan, end: TimeSpan) -> None:
    if end.precedes(start):
        raise EdtfError(f"the end lies before the start: {text!r}")
    if start.edtf is None and end.edtf is None:
        raise EdtfError(f"both ends are open: {text!r}")


def _month_days(year: int, first_month: int, last_month: int) -> tuple[int, int]:
    """First and last day number of months counted from that year's January; 14 is February of the next."""
    last_year, last = add_months(year, 1, last_month - 1)
    return day_number(year, first_month, 1), day_number(last_year, last, month_length(last_year, last))


def _unit(text: str, precision: str, first: int, last: int) -> TimeSpan:
    """A named stretch of the calendar: once, somewhere within it (a single day has a core, itself)."""
    return TimeSpan(text, precision, first, last, first, last)


def allows(span: TimeSpan, guess: str) -> bool:
    """Whether a guess (EDTF) may be right within such bounds; False for what is no EDTF."""
    try:
        return span.overlaps(parse(guess))
    except EdtfError:
        return False
