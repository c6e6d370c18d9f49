"""Dates in words, as they are known: "October 2025", "between 11 and 29 October 2025", "11 October, year unknown"."""

import re
from collections.abc import Mapping
from typing import Any

from timeline.errors import EdtfError
from timeline.model import edtf
from timeline.model.days import calendar_day
from timeline.model.span import TimeSpan

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
PARTS = {
    33: "the first quarter of", 34: "the second quarter of", 35: "the third quarter of", 36: "the fourth quarter of",
    40: "the first half of", 41: "the second half of",
}  # fmt: skip
DATE = re.compile(r"(?P<year>-?\d{4}|Y-?\d{5,}|XXXX)(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d))?(?:T(?P<clock>.+))?$")
UNSPECIFIED = re.compile(r"(?P<digits>-?\d{2,3})X{1,2}$")

Parts = tuple[str, ...]  # ('11', 'October', '2025'): what two dates share at the end is said once


def date_words(text: str | None, precision: str | None = None) -> str:
    """The words for an EDTF text with its precision ('date unknown' for None). Raises EdtfError outside our subset."""
    return span_words(edtf.parse(text, precision=precision)) if text else "date unknown"


def date_line(when: Mapping[str, Any]) -> str:
    """'between 11 and 29 October 2025' for a date as it is served; what cannot be put in words stands as EDTF."""
    try:
        return date_words(when["edtf"], when["precision"])
    except EdtfError:
        return str(when["edtf"])


def span_words(span: TimeSpan) -> str:
    """The words for a span."""
    text = span.edtf
    if text is None:
        return "date unknown"
    if span.precision == "week":
        return "week of " + _said(_parts(edtf.RANGE.split(text.strip("[]"))[0], span.precision))
    if text.startswith("["):
        first, _, last = text[1:-1].partition("..")
        return _once(first, last, span.precision)
    if "/" in text:
        first, _, last = text.partition("/")
        return _throughout(first, last, span.precision)
    return _said(_parts(text, span.precision))


def _once(first: str, last: str, precision: str) -> str:
    if not first:
        return "by " + _said(_parts(last, precision))
    if not last:
        return _said(_parts(first, precision)) + " or later"
    start, end = _shared(_parts(first, precision), _parts(last, precision))
    return f"between {start} and {end}"


def _throughout(first: str, last: str, precision: str) -> str:
    if first == "..":
        return "until " + _said(_parts(last, precision))
    if last == "..":
        return "from " + _said(_parts(first, precision)) + " on"
    start, end = _shared(_parts(first, precision), _parts(last, precision))
    return f"{start} to {end}"


def _shared(first: Parts, last: Parts) -> tuple[str, str]:
    """Both in words, without what the first repeats of the last: ('11', '29 October 2025')."""
    repeated = 0
    if len(first) == len(last):
        while repeated < len(first) - 1 and first[-1 - repeated] == last[-1 - repeated]:
            repeated += 1
    return _said(first[: len(first) - repeated]), _said(last)


def _said(parts: Parts) -> str:
    return " ".join(parts)


def _parts(text: str, precision: str) -> Parts:
    """One date, as parts from the smallest to the year, with its mark of doubt in the first and last."""
    bare, doubt = text.rstrip("?~%"), text[-1]
    parts = _bare_parts(bare, precision)
    if doubt in "~%":
        parts = ("about", *parts)
    return (*parts, "(uncertain)") if doubt in "?%" else parts


def _bare_parts(text: str, precision: str) -> Parts:
    if found := UNSPECIFIED.match(text):
        return _unspecified(text, found["digits"])
    found = DATE.match(text)
    if found is None:
        return (text,)
    if found["year"] == "XXXX":
        return _yearless(found["month"], found["day"])
    year = int(found["year"].removeprefix("Y"))
    if found["month"] is None:
        return (year_words(year),)
    date = _dated(year, int(found["month"]), found["day"])
    return (*date[:-1], f"{date[-1]}, {_clock(found['clock'], precision)}") if found["clock"] else date


def _dated(year: int, month: int, day: str | None) -> Parts:
    if month in PARTS:
        return PARTS[month], year_words(year)
    if month in SEASONS:
        return SEASONS[month], _winter_year(year) if month == 24 else year_words(year)
    return (*((str(int(day)),) if day else ()), MONTHS[month - 1], year_words(year))


def _winter_year(year: int) -> str:
    """A winter belongs to two years: '2025–26'."""
    return f"{year}–{(year + 1) % 100:02d}" if year >= 1000 else year_words(year)


def _yearless(month: str | None, day: str | None) -> Parts:
    if month in (None, "XX"):
        return ("date unknown",)
    return (*((str(int(day)),) if day else ()), f"{MONTHS[int(month) - 1]},", "year unknown")


def _unspecified(text: str, digits: str) -> Parts:
    """'201X' is the 2010s, '20XX' the 21st century; before year 1 a decade is given by its years."""
    if len(digits.lstrip("-")) == 2:
        century = abs(int(digits)) + 1
        return (f"the {century}{_ordinal(century)} century" + (" BC" if digits.startswith("-") else ""),)
    if not digits.startswith("-"):
        return (f"the {int(digits)}0s",)
    span = edtf.parse(text)
    years = [calendar_day(day)[0] for day in (span.start_earliest, span.end_latest) if day is not None]
    return ("between", year_words(years[0]), "and", year_words(years[-1]))


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def year_words(year: int) -> str:
    """'2025', 'AD 79', '44 BC' (astronomical years: 0 is 1 BC), '12,025' for long ones."""
    if year < 1:
        return f"{1 - year:,} BC" if year < -9998 else f"{1 - year} BC"
    if year < 1000:
        return f"AD {year}"
    return f"{year:,}" if year > 9999 else str(year)


def _clock(clock: str, precision: str) -> str:
    time, zone = clock[:8], clock[8:]
    shown = time if precision == "second" else time[:5]
    if not zone:
        return shown
    return f"{shown} UTC" if zone == "Z" else f"{shown} UTC{zone}"
