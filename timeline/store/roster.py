"""The names of one actor: which rows they are, and what people decided of them."""

from typing import Any

from peewee import JOIN, fn

from timeline.errors import InputError, NotFoundError
from timeline.model.shapes import Shape
from timeline.store.database import Store, is_id, rows
from timeline.store.likeness import ActorRuling
from timeline.store.tables import Actor

STANDS = fn.COALESCE(Actor.heir, Actor.serial)


def find_name(database: Any, identity: str) -> int:
    """The row that stands for the actor with an id, or for whom that became; NotFoundError for no such id."""
    found = rows(Actor.select(STANDS).where(Actor.id == identity), database) if is_id(identity) else []
    if not found:
        raise NotFoundError(f"no actor has the id {identity}")
    return int(found[0][0])


def stands_for(database: Any, serial: int) -> str:
    """The id of the actor that a name's row belongs to."""
    heirs = Actor.select(STANDS).where(Actor.serial == serial)
    return str(rows(Actor.select(Actor.id).where(Actor.serial.in_(heirs)), database)[0][0])


def rows_named(database: Any, actor: int, alias: str) -> tuple[list[int], list[int]]:
    """The rows of one of the actor's names (one for each kind), and those of the others; InputError when it has not both."""
    mine = (Actor.serial == actor) | (Actor.heir == actor)
    named = rows(Actor.select(Actor.serial, Actor.name_key).where(mine).order_by(Actor.serial), database)
    found = [serial for serial, key in named if key == alias.casefold()]
    rest = [serial for serial, key in named if key != alias.casefold()]
    if not found:
        raise InputError(f"no text tells of the actor as {alias!r} alone", place="alias")
    if not rest:
        raise InputError("this is the actor's only name", place="alias")
    return found, rest


def find_rulings(store: Store, identity: str) -> list[Shape]:
    """What people decided of an actor's names, in order; NotFoundError for no such id."""
    with store.reading() as database:
        return _rulings_of(database, find_name(database, identity))


def _rulings_of(database: Any, serial: int) -> list[Shape]:
    mine = Actor.select(Actor.serial).where((Actor.serial == serial) | (Actor.heir == serial))
    target = Actor.alias("target")
    query = (
        ActorRuling.select(ActorRuling.serial, Actor.name, target.name, ActorRuling.by, ActorRuling.at)
        .join(Actor)
        .join_from(ActorRuling, target, JOIN.LEFT_OUTER, on=(ActorRuling.target == target.serial))
        .where(ActorRuling.actor.in_(mine) | ActorRuling.target.in_(mine))
        .order_by(ActorRuling.serial)
    )
    return [
        {
            "number": number,
            "action": "split" if into is None else "merged",
            "name": name,
            "into": into,
            "by": by,
            "at": at,
        }
        for number, name, into, by, at in rows(query, database)
    ]
