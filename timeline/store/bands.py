"""Events as columns of numbers, for drawing very many of them at once: when, what, how firmly; no text that is long."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.model.filters import Filters
from timeline.store.conditions import condition
from timeline.store.database import Store, rows
from timeline.store.tables import Actor, Event, EventActor

MOST = 100_000  # events that one answer may hold
WORDED = 3_000  # up to so many come with their headlines
LANES = ("none", "actor", "place")
LANE_COUNT = 12  # lanes that are named; the rest of the events is in none of them

Rows = Sequence[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Lane:
    """A name, and the events it takes part in, or that happened there: places in the columns, rising."""

    name: str
    events: list[int]


@dataclass(frozen=True, slots=True)
class Bands:
    """Columns of equal length, in the order of listing; all empty when `total` is more than was asked for.

    `bounds` are four columns of day numbers, None for open. `types` and `statuses` name what the numbers in `type` and
    `status` count from 0. `salience` is in per cent. `likely` has [place, first day, last day] of those with a guess.
    `headlines` is None when they are too many to come along, `lanes` when none were asked for.
    """

    total: int
    ids: list[str]
    bounds: tuple[list[int | None], ...]
    types: list[str]
    type: list[int]
    statuses: list[str]
    status: list[int]
    salience: list[int]
    disputed: list[int]
    likely: list[tuple[int, int, int]]
    headlines: list[str] | None
    lanes: list[Lane] | None


HOT = (
    Event.id, Event.start_earliest, Event.start_latest, Event.end_earliest, Event.end_latest, Event.type, Event.status,
    Event.salience, Event.disputed, Event.likely_first, Event.likely_last, Event.serial,
)  # fmt: skip
ORDER = (Event.list_open, Event.list_day, Event.list_width, Event.list_rank, Event.id)


def find_bands(store: Store, filters: Filters, *, lanes: str = "none", most: int = MOST) -> Bands:
    """The columns of the events that the filters keep; the named lanes are those with the most events."""
    with store.reading() as database:
        kept = condition(store, filters)
        total = Event.select().where(kept).count(database)
        is_worded = total <= WORDED
        columns = (*HOT, Event.headline) if is_worded else HOT
        query = Event.select(*columns).where(kept).order_by(*ORDER)
        found = _plain(database, query) if 0 < total <= most else []
        groups = GROUPS[lanes](database, kept, found) if lanes in GROUPS else None
    return _bands(total, found, headlines=is_worded, lanes=groups)


def _plain(database: Any, query: Any) -> Rows:
    """The rows just as the database gives them: to convert each value takes longer than all the rest."""
    return list(database.execute(query))


def _bands(total: int, found: Rows, *, headlines: bool, lanes: list[Lane] | None) -> Bands:
    columns = [list(column) for column in zip(*found, strict=True)] or [[] for _ in range(len(HOT) + 1)]
    types, kind = _coded(columns[5])
    statuses, status = _coded(columns[6])
    return Bands(
        total=total,
        ids=columns[0],
        bounds=tuple(columns[1:5]),
        types=types,
        type=kind,
        statuses=statuses,
        status=status,
        salience=[round(100 * weight) for weight in columns[7]],
        disputed=[place for place, is_disputed in enumerate(columns[8]) if is_disputed],
        likely=[(place, *days) for place, days in enumerate(zip(*columns[9:11], strict=True)) if None not in days],
        headlines=columns[len(HOT)] if headlines else None,
        lanes=lanes,
    )


def _coded(values: Sequence[str]) -> tuple[list[str], list[int]]:
    """The different values, most frequent first, and for each value its place among them."""
    names = [name for name, _ in Counter(values).most_common()]
    code = {name: number for number, name in enumerate(names)}
    return names, [code[value] for value in values]


def _actor_lanes(database: Any, kept: Any, found: Rows) -> list[Lane]:
    events = Event.select(Event.serial).where(kept)
    query = EventActor.select(EventActor.event, EventActor.actor).where(EventActor.event.in_(events)).distinct()
    lanes = _lanes(_plain(database, query) if found else [], found)
    known = rows(Actor.select(Actor.serial, Actor.name).where(Actor.serial.in_([key for key, _ in lanes])), database)
    names = dict(known)
    return [Lane(names[key], events) for key, events in lanes]


def _place_lanes(database: Any, kept: Any, found: Rows) -> list[Lane]:
    named = Event.select(Event.serial, Event.place_name).where(kept & Event.place_name.is_null(False))
    return [Lane(name, events) for name, events in _lanes(_plain(database, named) if found else [], found)]


def _lanes(members: Rows, found: Rows) -> list[tuple[Any, list[int]]]:
    """(key, places in the columns) of the keys with the most events; `members` are (event's number, key)."""
    largest = [key for key, _ in Counter(key for _, key in members).most_common(LANE_COUNT)]
    places: dict[Any, list[int]] = {key: [] for key in largest}
    place_of = {row[len(HOT) - 1]: place for place, row in enumerate(found)}
    for serial, key in members:
        if key in places and serial in place_of:
            places[key].append(place_of[serial])
    return [(key, sorted(events)) for key, events in places.items()]


GROUPS: dict[str, Callable[[Any, Any, Rows], list[Lane]]] = {"actor": _actor_lanes, "place": _place_lanes}
