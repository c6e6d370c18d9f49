"""Actors, read: who appears, under which names, in how many events."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import Tuple, fn

from timeline.errors import NotFoundError
from timeline.model.shapes import Shape
from timeline.store import cursor as cursors
from timeline.store.conditions import standing
from timeline.store.database import Store, is_id, rows
from timeline.store.tables import Actor, Alias, Event, EventActor


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list, and the cursor of the next one (None on the last)."""

    items: list[Shape]
    next: str | None


def find_actors(store: Store, *, q: str | None = None, limit: int = 50, cursor: str | None = None) -> Page:
    """Actors that take part in an event, by name; a word of it or of an alias begins with `q`. The cursor brings its own `q`."""
    q, after = _place(cursor) if cursor is not None else (q, None)
    with store.reading() as database:
        query = _selection().where(Actor.serial.in_(_current(EventActor.actor)))
        if q:
            query = query.where(is_named(q))
        if after:
            query = query.where(Tuple(Actor.name_key, Actor.id) > Tuple(*after))
        found = rows(query.order_by(Actor.name_key, Actor.id).limit(limit + 1), database)
        items = _shapes(database, found[:limit])
    last = found[limit - 1] if len(found) > limit else None
    return Page(items, cursors.seal([q, last[2].casefold(), last[1]]) if last else None)


def get_actor(store: Store, identity: str) -> Shape:
    """One actor; NotFoundError for no such id."""
    with store.reading() as database:
        found = rows(_selection().where(Actor.id == identity), database) if is_id(identity) else []
        if not found:
            raise NotFoundError(f"no actor has the id {identity}")
        return _shapes(database, found)[0]


def named_actor(store: Store, name: str, *, kind: str | None = None) -> Shape | None:
    """The actor of that name, else of that alias, and of that kind if it is given; None when nobody is called so."""
    key = name.casefold()
    aliased = Actor.serial.in_(Alias.select(Alias.actor).where(Alias.name_key == key))
    with store.reading() as database:
        for named in (Actor.name_key == key, aliased):
            query = _selection().where(named & (Actor.kind == kind) if kind else named)
            if found := rows(query.order_by(Actor.serial).limit(1), database):
                return _shapes(database, found)[0]
    return None


def _place(cursor: str) -> tuple[str | None, tuple[str, str]]:
    match cursors.unseal(cursor):
        case [str() | None as q, str() as name, str() as identity]:
            return q, (name, identity)
        case _:
            raise cursors.broken()


def _selection() -> Any:
    return Actor.select(Actor.serial, Actor.id, Actor.name, Actor.kind, Actor.country, Actor.acts_for)


def is_named(q: str) -> Any:
    """Holds for actors in whose name, or an alias, a word begins with the text, in any case."""
    aliased = Alias.select(Alias.actor).where(begins(Alias.name_key, q))
    return begins(Actor.name_key, q) | Actor.serial.in_(aliased)


def begins(column: Any, q: str) -> Any:
    """Holds for name keys in which a word begins with the text."""
    key = q.casefold()
    return column.startswith(key) | column.contains(f" {key}") | column.contains(f"-{key}")


def actors_of(database: Any, serials: Sequence[int]) -> list[Shape]:
    """The actors with these row numbers, in their order."""
    found = {row[0]: row for row in rows(_selection().where(Actor.serial.in_(serials)), database)}
    return _shapes(database, [found[serial] for serial in serials])


def _shapes(database: Any, found: list[Any]) -> list[Shape]:
    serials = [row[0] for row in found]
    aliases, counts = _aliases(database, serials), _counts(database, serials)
    return [
        {
            "id": identity,
            "name": name,
            "kind": kind,
            "country": country,
            "acts_for": acts_for,
            "aliases": aliases[serial],
            "events": counts.get(serial, 0),
        }
        for serial, identity, name, kind, country, acts_for in found
    ]


def _aliases(database: Any, serials: Collection[int]) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    query = Alias.select(Alias.actor, Alias.name).where(Alias.actor.in_(serials)).order_by(Alias.name_key)
    for serial, name in rows(query, database):
        found[serial].append(name)
    return found


def _counts(database: Any, serials: Collection[int]) -> dict[int, int]:
    count = fn.COUNT(EventActor.event.distinct())
    query = _current(EventActor.actor, count).where(EventActor.actor.in_(serials))
    return dict(rows(query.group_by(EventActor.actor), database))


def _current(*columns: Any) -> Any:
    """Of who takes part in events as they stand now."""
    return EventActor.select(*columns).join(Event).where(standing(None))
