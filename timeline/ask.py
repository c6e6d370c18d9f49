"""Arguments to Filters: what an address or a command line asks for, understood once for all of them."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from timeline.errors import FilterError
from timeline.model.days import iso_day
from timeline.model.filters import FIELDS, FilterField, Filters, Window, window_of
from timeline.model.span import TimeSpan
from timeline.parser.times import read_date

KNOWN = {field.name: field for field in FIELDS}
DATE_NAMES = ("date", "from", "to")
LONGEST = 500  # characters of one value

Arguments = Mapping[str, Sequence[str]]


def understand(arguments: Arguments, *, today: datetime.date) -> Filters:
    """The Filters that arguments (each name with its values as given) ask for; `today` is what "last week" counts from.

    `understood` of the result holds every argument as read, dates as ISO days or EDTF, with the window that `date`
    means under `from` and `to`. Raises FilterError with the argument's name as `place`.
    """
    values = {name: _values(name, given) for name, given in arguments.items() if given}
    spans = {name: _span(name, values.pop(name)[0], today) for name in DATE_NAMES if name in values}
    yearless = _yearless(spans)
    window = Window() if yearless else _window(spans)
    kept: dict[str, Any] = {name: read if KNOWN[name].is_repeatable else read[0] for name, read in values.items()}
    return Filters(window=window, yearless=yearless, understood=_understood(window, yearless, kept), **kept)


def _values(name: str, given: Sequence[str]) -> tuple[Any, ...]:
    field = KNOWN.get(name)
    if field is None:
        raise FilterError(f"there is no such filter; there are {', '.join(KNOWN)}", place=name)
    if len(given) > 1 and not field.is_repeatable:
        raise FilterError(f"given {len(given)} times, takes one value", place=name)
    return tuple(_value(field, text.strip()) for text in given)


def _value(field: FilterField, text: str) -> Any:
    if not text:
        raise FilterError("is empty", place=field.name)
    if len(text) > LONGEST or "\x00" in text:
        raise FilterError(f"is no value of at most {LONGEST} characters", place=field.name)
    if field.kind in ("integer", "number"):
        return _number(field, text)
    if field.kind == "country":
        return _country(field, text)
    if field.choices and text not in field.choices:
        raise FilterError(f"{text!r} is none of {', '.join(field.choices)}", place=field.name)
    return text


def _number(field: FilterField, text: str) -> float:
    try:
        number = int(text) if field.kind == "integer" else float(text)
    except ValueError as error:
        raise FilterError(f"{text!r} is no {field.kind}", place=field.name) from error
    low = field.low if field.low is not None else number
    high = field.high if field.high is not None else number
    if not low <= number <= high:
        raise FilterError(f"{text} is out of range, {_range(field)}", place=field.name)
    return number


def _range(field: FilterField) -> str:
    return f"at least {field.low:g}" if field.high is None else f"{field.low:g} to {field.high:g}"


def _country(field: FilterField, text: str) -> str:
    if len(text) != 2 or not (text.isascii() and text.isalpha()):
        raise FilterError(f"{text!r} is no country code of two letters (ISO 3166, such as PK)", place=field.name)
    return text.upper()


def _span(name: str, phrase: str, today: datetime.date) -> TimeSpan:
    span = read_date(phrase, today)
    if span is None:
        raise FilterError(f"{phrase!r} is no date that can be read", place=name)
    return span


def _yearless(spans: Mapping[str, TimeSpan]) -> str | None:
    """The EDTF of `date` when it names no year; it goes with no other date, and neither `from` nor `to` can be one."""
    for name, span in spans.items():
        if span.is_open and name != "date":
            raise FilterError(f"{span.edtf or 'that'} has no year to count from", place=name)
    date = spans.get("date")
    if date is None or not date.is_open:
        return None
    if len(spans) > 1:
        raise FilterError(f"{date.edtf} has no year: it cannot be asked for with from or to", place="date")
    return date.edtf


def _window(spans: Mapping[str, TimeSpan]) -> Window:
    """The days that are in all of `date`, `from … on` and `up to … to`."""
    whole = window_of(spans["date"]) if "date" in spans else Window()
    first, last = _side("from", spans), _side("to", spans)
    start = max((day for day in (whole.start, first) if day is not None), default=None)
    end = min((day for day in (whole.end, last) if day is not None), default=None)
    if start is not None and end is not None and end < start:
        raise FilterError(
            f"ends on {iso_day(end)}, before {iso_day(start)}, where it starts", place="to" if "to" in spans else "from"
        )
    return Window(start, end)


def _side(name: str, spans: Mapping[str, TimeSpan]) -> int | None:
    if name not in spans:
        return None
    span = spans[name]
    day = span.start_earliest if name == "from" else span.end_latest
    if day is None:
        raise FilterError(f"{span.edtf} has no {'first' if name == 'from' else 'last'} day", place=name)
    return day


def _understood(window: Window, yearless: str | None, kept: Mapping[str, Any]) -> dict[str, Any]:
    dates: dict[str, Any] = {"date": yearless} if yearless else {}
    if window.start is not None:
        dates["from"] = iso_day(window.start)
    if window.end is not None:
        dates["to"] = iso_day(window.end)
    texts = {name: list(value) if isinstance(value, tuple) else value for name, value in kept.items()}
    return {**dates, **texts}
