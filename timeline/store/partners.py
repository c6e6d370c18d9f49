"""Partners: with whom an actor is in events, how often, and as what each of the two."""

from collections.abc import Callable
from typing import Any

from peewee import fn

from timeline.model.filters import LIMIT, Filters
from timeline.model.shapes import Shape
from timeline.store.budget import within
from timeline.store.conditions import condition, taking_part
from timeline.store.database import Store, rows
from timeline.store.people import get_actor
from timeline.store.tables import Actor, Event, EventActor

OTHER = EventActor.alias("other")


def find_partners(store: Store, identity: str, filters: Filters, *, limit: int = LIMIT) -> list[Shape]:
    """The most frequent partners in the events that fit; those who act for a state are the state, not its partners.

    Raises NotFoundError for no such actor.
    """
    actor = get_actor(store, identity)["id"]
    with within(store) as database:
        shared = _shared(store, database, actor, filters)
        number = fn.COUNT(EventActor.event.distinct())
        columns = (Actor.serial, Actor.id, Actor.name, Actor.kind, Actor.country)
        query = shared(*columns, number).join(Actor, on=(OTHER.actor == Actor.serial)).group_by(Actor.serial)
        found = rows(query.order_by(-number, Actor.name_key, Actor.id).limit(limit), database)
        among = OTHER.actor.in_([row[0] for row in found])
        parts = shared(OTHER.actor, EventActor.role, OTHER.role, number).where(among)
        roles = rows(parts.group_by(OTHER.actor, EventActor.role, OTHER.role), database)
    return [_shape(row, [each[1:] for each in roles if each[0] == row[0]]) for row in found]


def _shared(store: Store, database: Any, actor: str, filters: Filters) -> Callable[..., Any]:
    """A query of the pairs of the actor (with those who act for it) and somebody else, for columns to be given."""
    mine = taking_part(store, [actor])
    own = [serial for (serial,) in rows(EventActor.select(EventActor.actor).where(mine).distinct(), database)]
    fits = mine & condition(store, filters) & OTHER.actor.not_in(own)

    def select(*columns: Any) -> Any:
        pairs = (
            EventActor.select(*columns).join(Event).join_from(EventActor, OTHER, on=(OTHER.event == EventActor.event))
        )
        return pairs.where(fits)

    return select


def _shape(row: Any, roles: list[Any]) -> Shape:
    _, identity, name, kind, country, number = row
    ranked = sorted(roles, key=lambda each: (-each[2], each[0], each[1]))
    return {
        "actor": {"id": identity, "name": name, "kind": kind, "country": country},
        "events": number,
        "roles": [{"role": mine, "partner_role": theirs, "events": count} for mine, theirs, count in ranked],
    }
