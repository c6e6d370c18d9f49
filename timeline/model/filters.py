"""Filters: what may be asked of the chronology. One definition for API, histogram, exports, embeds and command line."""

from dataclasses import dataclass, field
from typing import Any

from timeline.model import edtf
from timeline.model.bins import AUTO, BINS, MOST_BINS
from timeline.model.shapes import EVENT_FIELDS
from timeline.model.span import PRECISIONS, TimeSpan
from timeline.model.statement import RoleName, Status
from timeline.model.time import BASES
from timeline.model.types import MODES, TYPES

MATCHES = ("overlaps", "within", "possible")
DATES = ("known", "likely")
SORTS = ("date", "-date", "updated", "-updated", "salience", "-salience", "relevance")


@dataclass(frozen=True, slots=True)
class Window:
    """The days asked for: `start` and `end` are day numbers, inclusive, None for an open side."""

    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Filters:
    """What to keep of the chronology. Within one field any value will do; between fields all must hold.

    `window` comes from `date`, `from` and `to`; `yearless` is set instead when `date` is a day without a year
    ('XXXX-10-11'). Texts match without regard to case; `q` is full text. `role` qualifies `actor`. `updated_since` is a
    moment, ISO 8601 in UTC as rows have it. `as_of` is a day's
    number: what documents published by then support, None for all that is known.
    """

    window: Window = Window()
    yearless: str | None = None
    match: str = "overlaps"
    dates: str = "known"
    actor: tuple[str, ...] = ()
    actors_all: tuple[str, ...] = ()
    actor_country: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    claimed_by: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    precision: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    event: tuple[str, ...] = ()
    q: str | None = None
    min_reports: int | None = None
    min_salience: float | None = None
    updated_since: str | None = None
    as_of: int | None = None
    understood: dict[str, str] = field(default_factory=dict, compare=False)  # dates as they were read, for echoing


@dataclass(frozen=True, slots=True)
class FilterField:
    """How one argument of the filters is given.

    `kind` is 'date' (EDTF or plain English), 'text', 'words' (text with a word in it, at least), 'event' (an id), 'country'
    (ISO 3166 alpha-2), 'integer', 'number', 'choice', 'list' (choices parted by commas), or 'moment' (ISO 8601 with a zone,
    or a date).
    `low` and `high` bound a number, inclusive. `is_repeatable`: may be given more than once, any of the values will do.
    """

    name: str
    kind: str
    meaning: str
    choices: tuple[str, ...] = ()
    is_repeatable: bool = True
    low: float | None = None
    high: float | None = None
    default: str | None = None


def window_of(span: TimeSpan) -> Window:
    """The outer bounds of a span as a window."""
    return Window(span.start_earliest, span.end_latest)


MODE_NAMES = tuple(sorted({mode for modes in MODES.values() for mode in modes}))

FIELDS: tuple[FilterField, ...] = (
    FilterField("date", "date", "when it was: EDTF or plain English ('2025-10', 'last week')", is_repeatable=False),
    FilterField("from", "date", "not before the first day of this date", is_repeatable=False),
    FilterField("to", "date", "not after the last day of this date", is_repeatable=False),
    FilterField(
        "match",
        "choice",
        "how dates must fit: the spans meet, it lies surely within (without a time asked for: both its ends are known), "
        "or it cannot be ruled out",
        MATCHES,
        is_repeatable=False,
        default="overlaps",
    ),
    FilterField(
        "dates",
        "choice",
        "likely: what the text does not date counts as when it most likely was, but never as surely within",
        DATES,
        is_repeatable=False,
        default="known",
    ),
    FilterField(
        "actor",
        "text",
        "who acts: name, alias or id, or, when nobody has just that name, people's last name; a state includes those who "
        "act for it",
    ),
    FilterField("actors_all", "text", "as actor, but all of those given must be in the event"),
    FilterField("actor_country", "country", "country of an actor"),
    FilterField("role", "choice", "what the actor is to the event", tuple(role.value for role in RoleName)),
    FilterField("type", "choice", "type of event (see /v1/types)", tuple(kind.name for kind in TYPES)),
    FilterField("mode", "choice", "mode of a type (see /v1/types)", MODE_NAMES),
    FilterField("place", "text", "name of the place where it happened"),
    FilterField("country", "country", "country where it happened"),
    FilterField("status", "choice", "how firmly it is told", tuple(status.value for status in Status)),
    FilterField("claimed_by", "text", "name of who says (or denies) it"),
    FilterField("basis", "choice", "how its date was had", BASES),
    FilterField("precision", "choice", "how precise its date is", PRECISIONS),
    FilterField("source", "text", "name of an outlet that reports it"),
    FilterField("document", "text", "id of a document that tells it"),
    FilterField("event", "event", "id of an event: these and no others"),
    FilterField(
        "q", "words", 'words in what is told: "a phrase", prefix*, -without, this OR that', is_repeatable=False
    ),
    FilterField("min_reports", "integer", "told by at least so many texts that differ", is_repeatable=False, low=1),
    FilterField("min_salience", "number", "weight in the news, at least", is_repeatable=False, low=0, high=1),
    FilterField("updated_since", "moment", "created or changed since: ISO 8601, or a date", is_repeatable=False),
    FilterField(
        "as_of", "date", "as it stood from what was published by the last day of this date", is_repeatable=False
    ),
)

LIMIT, MOST = 50, 500
COUNTS = ("exact", "estimated", "none")
PARTS = ("evidence", "links")

FACETS = (
    "type", "mode", "status", "basis", "precision", "country", "place", "actor", "actor_country", "role", "claimed_by",
    "source",
)  # fmt: skip

LISTING: tuple[FilterField, ...] = (
    FilterField("sort", "choice", "order of the list", SORTS, is_repeatable=False, default="date"),
    FilterField("limit", "integer", "events on a page", is_repeatable=False, low=1, high=MOST, default=str(LIMIT)),
    FilterField("cursor", "text", "where to go on: from 'next' of the page before", is_repeatable=False),
    FilterField("fields", "list", "only these members of each event", EVENT_FIELDS, is_repeatable=False),
    FilterField("include", "list", "also these members of each event", PARTS, is_repeatable=False),
    FilterField("facets", "list", "count all that match by each value of these", FACETS, is_repeatable=False),
    FilterField(
        "count", "choice", "whether to count all that match, in 'total'", COUNTS, is_repeatable=False, default="none"
    ),
)

HISTOGRAM: tuple[FilterField, ...] = (
    FilterField(
        "bin",
        "choice",
        f"what to count in; auto takes the finest that fits; never more than {MOST_BINS:,} bins",
        (AUTO, *BINS),
        is_repeatable=False,
        default=AUTO,
    ),
    FilterField("by", "choice", "count each value of this apart, too", FACETS, is_repeatable=False),
)

NAME_SORTS = ("-events", "name")

NAMED: tuple[FilterField, ...] = (
    FilterField("q", "text", "the beginning of a word in a name", is_repeatable=False),
    FilterField(
        "sort",
        "choice",
        "by how many events, most first, or by name",
        NAME_SORTS,
        is_repeatable=False,
        default="-events",
    ),
    *(each for each in LISTING if each.name in ("limit", "cursor")),
)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and how to list the answer. A `cursor` brings the filters and the order of the page before it.

    `fields` are the members of each event to give, () for all; `include` those to give beside them.
    """

    filters: Filters = Filters()
    sort: str | None = None
    limit: int | None = None
    count: str = "none"
    cursor: str | None = None
    fields: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()


def dates_of(filters: Filters) -> dict[str, str]:
    """The window as `from` and `to`, or the day without a year as `date`, and `as_of`: EDTF, as it can be given again."""
    if filters.yearless:
        return {"date": filters.yearless} | dates_of(Filters(as_of=filters.as_of))
    ends = {"from": filters.window.start, "to": filters.window.end, "as_of": filters.as_of}
    return {name: str(edtf.from_day(day)) for name, day in ends.items() if day is not None}


def arguments_of(filters: Filters) -> dict[str, Any]:
    """The arguments that ask for just these filters, lists where a field is repeatable; defaults are left out."""
    arguments: dict[str, Any] = dates_of(filters)
    for each in FIELDS:
        value = None if each.kind == "date" else getattr(filters, each.name)
        if value not in (None, (), each.default):
            arguments[each.name] = list(value) if isinstance(value, tuple) else value
    return arguments
