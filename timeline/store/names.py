"""Names with how many events have them, for typing ahead: actors, places, outlets. Pages by frequency or by name."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from peewee import Tuple, Value, fn

from timeline.model.filters import LIMIT, NAME_SORTS, Filters
from timeline.store import cursor as cursors
from timeline.store.budget import within
from timeline.store.conditions import condition
from timeline.store.database import Store, rows
from timeline.store.people import Page, actors_of, begins, is_named
from timeline.store.tables import Actor, Document, Event, EventActor, Source, Statement


@dataclass(frozen=True, slots=True)
class Asked:
    """Names with a word that begins with `q`, in an order; `limit` a page, from a cursor on, which brings the other two."""

    q: str | None = None
    sort: str = NAME_SORTS[0]
    limit: int = LIMIT
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where to go on: the question, and the last name with its number of events and what tells it from its like."""

    q: str | None
    sort: str
    events: int
    name: str
    key: str


def find_places(store: Store, asked: Asked) -> Page:
    """Places where something happened."""
    country = fn.COALESCE(Event.country, "")
    query = Event.select(
        fn.MIN(Event.place_name), Event.country, fn.MIN(Event.latitude), fn.MIN(Event.longitude),
        fn.COUNT(Event.serial), Event.place_key, country,
    ).where(condition(store, Filters()) & Event.place_key.is_null(False)).group_by(Event.place_key, Event.country)  # fmt: skip
    found, following = _page(store, query, asked, Event.place_key, country, partial(begins, store, Event.place_key))
    names = ("name", "country", "latitude", "longitude", "events")
    return Page([dict(zip(names, row, strict=False)) for row in found], following)


def find_sources(store: Store, asked: Asked) -> Page:
    """Outlets that tell of events."""
    query = (
        Source.select(
            Source.name, Source.home, fn.COUNT(Document.serial.distinct()), fn.COUNT(Event.serial.distinct()),
            Source.name_key, Source.name_key,
        )
        .join(Document)
        .join(Statement)
        .join(Event)
        .where(condition(store, Filters()))
        .group_by(Source.serial)
    )  # fmt: skip
    found, following = _page(
        store, query, asked, Source.name_key, Source.name_key, partial(begins, store, Source.name_key)
    )
    return Page([dict(zip(("name", "home", "documents", "events"), row, strict=False)) for row in found], following)


def find_frequent_actors(store: Store, asked: Asked) -> Page:
    """Actors that take part in events."""
    query = (
        Actor.select(Actor.serial, fn.COUNT(Event.serial.distinct()), Actor.name_key, Actor.id)
        .join(EventActor)
        .join(Event)
        .where(condition(store, Filters()))
        .group_by(Actor.serial)
    )
    found, following = _page(store, query, asked, Actor.name_key, Actor.id, partial(is_named, store))
    with store.reading() as database:
        return Page(actors_of(database, [row[0] for row in found]), following)


def _page(store: Store, query: Any, asked: Asked, name: Any, key: Any, is_wanted: Any) -> tuple[list[Any], str | None]:
    """Rows whose last three columns are the number of events, the name and its key; and the cursor of the next page."""
    place = _read(asked.cursor) if asked.cursor is not None else None
    q, sort = (place.q, place.sort) if place else (asked.q, asked.sort)
    events = Value(0) - fn.COUNT(Event.serial.distinct())  # peewee takes a mere minus for DESC
    order = (events, name, key) if sort == "-events" else (name, key)
    if place:
        after = (-place.events, place.name, place.key) if sort == "-events" else (place.name, place.key)
        query = query.having(Tuple(*order) > Tuple(*after))
    with within(store) as database:
        query = query.where(is_wanted(q)) if q else query
        found = rows(query.order_by(*order).limit(asked.limit + 1), database)
    last = found[asked.limit - 1] if len(found) > asked.limit else None
    return found[: asked.limit], cursors.seal([q, sort, *last[-3:]]) if last else None


def _read(cursor: str) -> Place:
    match cursors.unseal(cursor):
        case [str() | None as q, str() as sort, int() as events, str() as name, str() as key] if (
            sort in NAME_SORTS and 0 <= events <= cursors.LARGEST
        ):
            return Place(q, sort, events, name, key)
        case _:
            raise cursors.broken()
