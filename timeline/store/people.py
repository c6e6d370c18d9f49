"""Actors, read: who appears, under which names, in how many events."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import Tuple, fn

from timeline.errors import MergedError, NotFoundError
from timeline.model.shapes import Shape
from timeline.store import cursor as cursors
from timeline.store.conditions import standing
from timeline.store.database import Store, is_id, rows
from timeline.store.spelling import begun_alike
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
            query = query.where(is_named(store, q))
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
        if (heir := heir_of(database, found[0][0])) is not None:
            raise MergedError(f"actor {identity} is {heir} now", into=heir)
        return _shapes(database, found)[0]


def heir_of(database: Any, serial: int) -> str | None:
    """The id of the row that stands for a name, None when it does so itself."""
    heirs = Actor.select(Actor.heir).where((Actor.serial == serial) & Actor.heir.is_null(False))
    found = rows(Actor.select(Actor.id).where(Actor.serial.in_(heirs)), database)
    return found[0][0] if found else None


def named_actor(store: Store, name: str, *, kind: str | None = None) -> Shape | None:
    """The actor of that name, else of that alias, and of that kind if it is given; None when nobody is called so."""
    key = name.casefold()
    aliased = Actor.serial.in_(Alias.select(Alias.actor).where(Alias.name_key == key))
    with store.reading() as database:
        for named in (Actor.name_key == key, aliased):
            query = _selection().where(_stands_for(named & (Actor.kind == kind) if kind else named))
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


def is_named(store: Store, q: str) -> Any:
    """Holds for actors in one of whose names a word begins with the text, in any case."""
    aliased = Alias.select(Alias.actor).where(begins(store, Alias.name_key, q))
    return _stands_for(begins(store, Actor.name_key, q) | Actor.serial.in_(aliased))


def _stands_for(named: Any) -> Any:
    """Holds for the rows that stand for those for which the condition holds."""
    return Actor.serial.in_(Actor.select(fn.COALESCE(Actor.heir, Actor.serial)).where(named))


def begins(store: Store, column: Any, q: str) -> Any:
    """Holds for name keys in which a word begins with the text; for those that do but for accents where there is none."""
    key = q.casefold()
    as_typed = column.startswith(key) | column.contains(f" {key}") | column.contains(f"-{key}")
    if rows(column.model.select(column).where(as_typed).limit(1), store.database):
        return as_typed
    return column.in_(begun_alike(store, key, column))


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
    """By the row that stands for an actor its other names: those of rows that it stands for, and the aliases of all."""
    stands = fn.COALESCE(Actor.heir, Actor.serial)
    mine = Actor.serial.in_(serials) | Actor.heir.in_(serials)
    told = rows(Actor.select(stands, Actor.name, Actor.serial, Actor.name_key).where(mine), database)
    others = Alias.select(stands, Alias.name, Alias.name_key).join(Actor).where(mine)
    own = {serial: key for _, _, serial, key in told}
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for stands_for, name, key in sorted([*((row[0], row[1], row[3]) for row in told), *rows(others, database)]):
        if key != own[stands_for]:
            found[stands_for].setdefault(key, name)
    listed = {serial: [names[key] for key in sorted(names)] for serial, names in found.items()}
    return defaultdict(list, listed)


def _counts(database: Any, serials: Collection[int]) -> dict[int, int]:
    count = fn.COUNT(EventActor.event.distinct())
    query = _current(EventActor.actor, count).where(EventActor.actor.in_(serials))
    return dict(rows(query.group_by(EventActor.actor), database))


def _current(*columns: Any) -> Any:
    """Of who takes part in events as they stand now."""
    return EventActor.select(*columns).join(Event).where(standing(None))
