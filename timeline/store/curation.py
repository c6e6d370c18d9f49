"""Events while people change them: found with their Statements, compared before and after."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from timeline.model.shapes import Shape
from timeline.store.codec import value_of
from timeline.store.database import Writing, is_id, rows
from timeline.store.kept import load
from timeline.store.ledger import Anchor, Ruling
from timeline.store.shape import Kept
from timeline.store.standing import merged_into, missing
from timeline.store.tables import Event, Statement

UNSHOWN = ("id", "created", "updated", "curated")  # what tells nothing of what an act changed


@dataclass(frozen=True, slots=True)
class Found:
    """An Event to be changed: its row's number, its id, its last change's number, its Statements from the first."""

    serial: int
    id: str
    sequence: int
    told: tuple[Kept, ...]


def find_event(writing: Writing, identity: str) -> Found:
    """The Event of that id; MergedError and NotFoundError as for reading."""
    query = Event.select(Event.serial, Event.sequence).where((Event.id == identity) & Event.edition_of.is_null())
    found = rows(query, writing.database) if is_id(identity) else []
    if not found:
        raise missing(writing.database, identity)
    serial, sequence = found[0]
    return Found(serial, identity, sequence, tuple(load(writing, Statement.event == serial)))


def is_there(writing: Writing, identity: str) -> bool:
    """Whether there is an Event of that id now."""
    return bool(
        rows(Event.select(Event.serial).where((Event.id == identity) & Event.edition_of.is_null()), writing.database)
    )


def home_of(writing: Writing, told: Kept) -> str:
    """The id of the Event that a Statement is in now."""
    query = Event.select(Event.id).join(Statement, on=(Statement.event == Event.serial))
    identity: str = rows(query.where(Statement.serial == told.serial), writing.database)[0][0]
    return identity


def events_of(writing: Writing, revisions: Collection[int]) -> set[int]:
    """The numbers of the Events that the Statements of these acts are in."""
    query = Statement.select(Statement.event).join(Anchor, on=(Anchor.statement == Statement.serial)).join(Ruling)
    query = query.where(Ruling.revision.in_(list(revisions)) & Statement.event.is_null(False)).distinct()
    return {event for (event,) in rows(query, writing.database)}


def shapes(writing: Writing, identities: Iterable[str]) -> dict[str, Shape]:
    """What is served of Events, by id, with whether they are hidden; those that are not there are left out."""
    query = Event.select(Event.id, Event.shape, Event.hidden).where(
        Event.id.in_(list(identities)) & Event.edition_of.is_null()
    )
    return {
        identity: {**value_of(shape), "hidden": hidden is not None}
        for identity, shape, hidden in rows(query, writing.database)
    }


def changes_of(writing: Writing, identity: str, before: Shape | None, after: Shape | None) -> list[Shape]:
    """Each field of an Event that differs, with both values; of one that is gone, what it was merged into."""
    if after is None:
        return [{"field": "merged_into", "before": None, "after": merged_into(writing.database, identity)}]
    old, new = before or {}, after
    names = [name for name in {**old, **new} if name not in UNSHOWN and old.get(name) != new.get(name)]
    return [{"field": name, "before": old.get(name), "after": new.get(name)} for name in names]
