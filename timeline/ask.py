"""Arguments to Filters: what an address or a command line asks for, understood once for all of them."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from timeline.errors import FilterError
from timeline.model import edtf
from timeline.model.bins import AUTO
from timeline.model.filters import (
    FIELDS,
    HISTOGRAM,
    LISTING,
    MOST,
    FilterField,
    Filters,
    Question,
    Window,
    dates_of,
    window_of,
)
from timeline.model.shapes import EVENT_FIELDS, Shape
from timeline.model.span import FAR, TimeSpan
from timeline.parser.known.places import find_place, state_code, state_name
from timeline.parser.times.times import read_date
from timeline.store import search
from timeline.store.codec import text_of
from timeline.store.counting import count_events
from timeline.store.database import Store, is_id
from timeline.store.queries import EventPage, find_events, with_parts

FILTERS = {field.name: field for field in FIELDS}
ARRANGED = {field.name: field for field in LISTING}
BINNED = {field.name: field for field in HISTOGRAM}
DATE_NAMES = ("date", "from", "to", "as_of")
NUMBERS = {"integer": re.compile(r"-?[0-9]{1,9}"), "number": re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,9})?")}
DIGITS = re.compile(r"-?\d{4}-[\d-]+")  # meant as a date in figures: '2025-13' is not the year 2025
MOMENT = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?([Zz]|[+-]\d\d:?\d\d)")
LONGEST, LONGEST_CURSOR = 500, 20_000  # characters of one value

Only = Mapping[str, tuple[str, ...]]
Arguments = Mapping[str, Sequence[str]]


def understand(arguments: Arguments, *, today: datetime.date) -> Filters:
    """The Filters that arguments (each name with its values as given) ask for; `today` is what "last week" counts from.

    `understood` of the result holds the dates as they were read, as EDTF that can be given again (see `arguments_of`).
    Raises FilterError with the argument's name as `place`.
    """
    values = {name: _values(FILTERS, name, given) for name, given in arguments.items() if given}
    spans = {name: _span(name, values.pop(name)[0], today) for name in DATE_NAMES if name in values}
    as_of = _side("as_of", spans)
    spans.pop("as_of", None)
    yearless = _yearless(spans)
    window = Window() if yearless else _window(spans)
    if "updated_since" in values:
        values["updated_since"] = (_moment("updated_since", values["updated_since"][0], today),)
    kept: dict[str, Any] = {name: read if FILTERS[name].is_repeatable else read[0] for name, read in values.items()}
    kept |= {"place": _with_names(kept["place"])} if "place" in kept else {}
    kept |= {name: _with_states(kept[name]) for name in ("actor", "claimed_by") if name in kept}
    kept |= {"actors_all": tuple(map(_listed_state, kept["actors_all"]))} if "actors_all" in kept else {}
    filters = Filters(window=window, yearless=yearless, as_of=as_of, **kept)
    return replace(filters, understood=dates_of(filters))


def question(arguments: Arguments, *, today: datetime.date) -> Question:
    """What arguments ask for, with `sort`, `limit`, `cursor` and `count`; FilterError as in `understand`."""
    listing, asked = _apart(ARRANGED, arguments)
    return Question(understand(asked, today=today), **listing)


def histogram_question(arguments: Arguments, *, today: datetime.date) -> tuple[Filters, str, str | None]:
    """The filters, the kind of bin and what to count by (or None) that arguments ask for; FilterError as in `understand`."""
    arranged, asked = _apart(BINNED, arguments)
    return understand(asked, today=today), arranged.get("bin", AUTO), arranged.get("by")


def answer(store: Store, asked: Question, *, only: Only | None = None) -> EventPage:
    """The page of events that a question asks for; `only` fixes filters beside those asked.

    Raises FilterError when a cursor is broken, or does not belong to the filters or order given beside it.
    """
    fixed: dict[str, Any] = dict(only or {})
    filters = replace(asked.filters, **fixed)
    page = find_events(store, filters, sort=asked.sort or "date", limit=asked.limit, cursor=asked.cursor)
    if asked.cursor:
        expected = filters if asked.filters != Filters() else replace(page.filters, **fixed)
        if expected != page.filters or asked.sort not in (None, page.sort):
            raise FilterError("belongs to other filters or another order", place="cursor")
    if asked.fields or asked.include:
        page = _shown(store, page, asked)
    return page if asked.count == "none" else _counted(store, page, asked.count)


def _shown(store: Store, page: EventPage, asked: Question) -> EventPage:
    """The page with just those members of its events that are asked for."""
    names = (*(asked.fields or EVENT_FIELDS), *asked.include)
    events = with_parts(store, page, asked.include) if asked.include else page.events
    return replace(page, rows=tuple(text_of({name: event[name] for name in names}) for event in events))


def _counted(store: Store, page: EventPage, kind: str) -> EventPage:
    total = count_events(store, page.filters, kind=kind)
    return replace(page, total=total.number, counted=total.state)


def walk(store: Store, asked: Question, *, only: Only | None = None, most: int | None = None) -> Iterator[Shape]:
    """The events that a question asks for, at most so many, from its cursor on; a page at a time is read of the store."""
    left = most
    while left is None or left > 0:
        page = answer(store, replace(asked, limit=min(MOST, left or MOST)), only=only)
        yield from page.events
        left = None if left is None else left - len(page.rows)
        if page.next is None:
            return
        asked = Question(cursor=page.next, fields=asked.fields, include=asked.include)


def _apart(known: Mapping[str, FilterField], arguments: Arguments) -> tuple[dict[str, Any], Arguments]:
    """The single values of the arguments that are known, and the rest of the arguments."""
    read = {name: _values(known, name, arguments[name])[0] for name in known if arguments.get(name)}
    return read, {name: values for name, values in arguments.items() if name not in known}


def _with_names(values: Sequence[str]) -> tuple[str, ...]:
    """With the name that a place is listed under, where that is another: 'Chittagong', 'Chattogram'."""
    listed = ((value, place.name) for value in values if (place := find_place(value)) is not None)
    others = [name for value, name in listed if name.casefold() not in value.casefold()]
    return tuple(dict.fromkeys([*values, *others]))


def _with_states(values: Sequence[str]) -> tuple[str, ...]:
    """With the name that a state is listed under, where that is another: 'Türkiye', 'Turkey'."""
    return tuple(dict.fromkeys([*values, *map(_listed_state, values)]))


def _listed_state(value: str) -> str:
    code = state_code(value)
    name = state_name(code) if code else value
    return value if name.casefold() == value.casefold() else name


def _values(known: Mapping[str, FilterField], name: str, given: Sequence[str]) -> tuple[Any, ...]:
    field = known.get(name)
    if field is None:
        raise FilterError(f"there is no such filter; there are {', '.join(known)}", place=name)
    if len(given) > 1 and not field.is_repeatable:
        raise FilterError(f"given {len(given)} times, takes one value", place=name)
    return tuple(_value(field, text.strip()) for text in given)


def _value(field: FilterField, text: str) -> Any:
    if not text:
        raise FilterError("is empty", place=field.name)
    longest = LONGEST_CURSOR if field.name == "cursor" else LONGEST
    if "\x00" in text:
        raise FilterError("has a NUL character, which no text has", place=field.name)
    if len(text) > longest:
        raise FilterError(f"has {len(text):,} characters, of at most {longest:,}", place=field.name)
    if field.kind in ("integer", "number"):
        return _number(field, text)
    if field.kind == "list":
        return _listed(field, text)
    if field.kind == "country":
        return _country(field, text)
    if field.kind == "event" and not is_id(text.upper()):
        raise FilterError(f"{text!r} is no id of an event", place=field.name)
    if field.kind == "words" and not search.parse(text):
        raise FilterError(f"{text!r} has no word in it", place=field.name)
    if field.choices and text not in field.choices:
        raise FilterError(f"{text!r} is none of {', '.join(field.choices)}", place=field.name)
    return text


def _listed(field: FilterField, text: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in text.split(",")))
    for name in names:
        if name not in field.choices:
            raise FilterError(f"{name!r} is none of {', '.join(field.choices)}", place=field.name)
    return names


def _number(field: FilterField, text: str) -> float:
    if not NUMBERS[field.kind].fullmatch(text):
        raise FilterError(f"{text!r} is no {field.kind}", place=field.name)
    number = int(text) if field.kind == "integer" else float(text)
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
    if span is None or span.edtf is None or (DIGITS.fullmatch(phrase) and span.edtf != phrase):
        raise FilterError(f"{phrase!r} is no date that can be read", place=name)
    if any(day is not None and abs(day) >= FAR for day in (span.start_earliest, span.end_latest)):
        raise FilterError(f"{phrase!r} is too far away", place=name)
    return span


def _moment(name: str, text: str, today: datetime.date) -> str:
    """A moment as rows have it: the one given with its zone, or the first of a date (UTC)."""
    if MOMENT.fullmatch(text):
        try:
            return _written(datetime.datetime.fromisoformat(text).astimezone(datetime.UTC))
        except (ValueError, OverflowError) as error:
            raise FilterError(f"{text!r} is no moment that there is", place=name) from error
    day = _span(name, text, today).start_earliest
    if day is None or not 1 <= day <= datetime.date.max.toordinal():
        raise FilterError(f"{text!r} has no first day that is near enough", place=name)
    return _written(datetime.datetime.combine(datetime.date.fromordinal(day), datetime.time()))


def _written(moment: datetime.datetime) -> str:
    return moment.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _yearless(spans: Mapping[str, TimeSpan]) -> str | None:
    """The EDTF of `date` when it names no year; it goes with no other date, and neither `from` nor `to` can be one."""
    for name, span in spans.items():
        if span.is_open and name != "date":
            raise FilterError(f"{span.edtf} has no year to count from", place=name)
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
        place = "to" if "to" in spans else "from"
        raise FilterError(f"the time asked for ends on {_day(end)}, before it starts on {_day(start)}", place=place)
    return Window(start, end)


def _side(name: str, spans: Mapping[str, TimeSpan]) -> int | None:
    if name not in spans:
        return None
    span = spans[name]
    day = span.start_earliest if name == "from" else span.end_latest
    if day is None:
        raise FilterError(f"{span.edtf} has no {'first' if name == 'from' else 'last'} day", place=name)
    return day


def _day(number: int) -> str:
    return str(edtf.from_day(number))
