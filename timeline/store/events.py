"""Events, written: ids given and kept, rows changed only where something differs, every change in the sequence."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ulid import ULID

from timeline.model.event import Event as Happening
from timeline.model.span import FAR
from timeline.model.statement import Role
from timeline.store import search
from timeline.store.actors import key_of, save_actors
from timeline.store.codec import text_of
from timeline.store.database import Writing, rows
from timeline.store.shape import Kept, event_shape
from timeline.store.tables import Change, Event, EventActor, EventClaimant, Statement

ActorRows = dict[tuple[str, str], tuple[int, str]]


@dataclass(slots=True)
class Changes:
    """Ids of the events that a write created, updated or deleted, in order."""

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Home:
    """The row an Event goes to: its number, id, and what is kept there (None for a new one)."""

    serial: int
    id: str
    digest: str | None
    created: str


def save_events(
    writing: Writing, events: Sequence[Happening], kept: Sequence[Kept], touched: Collection[int]
) -> Changes:
    """Write the Events that were merged from the kept Statements, in place of those these were in (and the touched).

    An Event goes on under the oldest id among those it was merged from; of a split one, the part with its first
    Statement keeps the id. Ids that are left over become tombstones.
    """
    changes = Changes()
    by_place = {(one.evidence.document, one.evidence.number): one for one in kept}
    members = [[by_place[one.document, one.number] for one in event.evidence] for event in events]
    old = _old_rows(writing, {one.event for one in kept if one.event is not None} | set(touched))
    owned = _owned(members)
    actors = save_actors(writing, (role.actor for event in events for role in _told_roles(event)))
    homes = [_home(writing, [old[serial] for serial in sorted(owned.get(number, ()))]) for number in range(len(events))]
    for event, home, told in zip(events, homes, members, strict=True):
        _save(writing, changes, event, home, told, actors)
    heirs = {serial: homes[number].id for number, serials in owned.items() for serial in serials}
    for serial in sorted(old.keys() - {home.serial for home in homes}):
        _bury(writing, changes, old[serial], heirs.get(serial))
    return changes


def _told_roles(event: Happening) -> Iterable[Role]:
    """The Event's own, then those of its Statements, which may know other names."""
    yield from event.roles
    for one in event.evidence:
        yield from one.statement.roles


def _old_rows(writing: Writing, serials: set[int]) -> dict[int, Home]:
    if not serials:
        return {}
    columns = (Event.serial, Event.id, Event.digest, Event.created)
    query = Event.select(*columns).where(Event.serial.in_(serials))
    return {row[0]: Home(*row) for row in rows(query, writing.database)}


def _owned(members: Sequence[Sequence[Kept]]) -> dict[int, list[int]]:
    """For each Event's place the numbers of the old ones that go on in it: where their first Statement went."""
    first: dict[int, tuple[int, int]] = {}
    for number, told in enumerate(members):
        for one in told:
            if one.event is not None:
                first[one.event] = min(first.get(one.event, (one.serial, number)), (one.serial, number))
    owned: dict[int, list[int]] = {}
    for serial, (_, number) in first.items():
        owned.setdefault(number, []).append(serial)
    return owned


def _home(writing: Writing, old: Sequence[Home]) -> Home:
    """The oldest of the rows, or a new one."""
    return old[0] if old else Home(writing.number(), str(ULID()), None, writing.at)


def _save(
    writing: Writing, changes: Changes, event: Happening, home: Home, told: Sequence[Kept], actors: ActorRows
) -> None:
    digest = _digest(writing, event, told)
    if digest == home.digest:
        return
    ids = {key: identity for key, (_, identity) in actors.items()}
    times = {"created": home.created, "updated": writing.at}
    shape = event_shape(home.id, event, told[0], ids, writing.store.quote_chars) | times
    row = {
        **_columns(event), **times, "serial": home.serial, "id": home.id, "digest": digest,
        "shape": text_of(shape), "detail": text_of(event.when), "sequence": writing.number(),
    }  # fmt: skip
    if home.digest is None:
        Event.insert(row).execute(writing.database)
    else:
        Event.update(row).where(Event.serial == home.serial).execute(writing.database)
    (changes.updated if home.digest else changes.created).append(home.id)
    _note(writing, row["sequence"], home.id, "updated" if home.digest else "created")
    _save_parts(writing, home, event, told, actors)


def _digest(writing: Writing, event: Happening, told: Sequence[Kept]) -> str:
    """Differs when anything does that is served or kept of an Event. Statements never change under their number."""
    best = told[0]
    evidence = [one.serial for one in told]
    content = [replace(event, evidence=()), evidence, best.source, best.url, best.published, writing.store.quote_chars]
    return hashlib.sha256(text_of(content).encode()).hexdigest()


def _columns(event: Happening) -> dict[str, Any]:
    span, place = event.when.span, event.place
    first, width = span.start_earliest if span.start_earliest is not None else span.end_latest, span.width
    return {
        "headline": event.headline,
        "type": event.type,
        "mode": event.mode,
        "status": event.status.value,
        "disputed": event.disputed,
        "salience": event.salience,
        "reports": event.reports,
        "basis": event.when.basis,
        "precision": span.precision,
        "edtf": span.edtf,
        "start_earliest": span.start_earliest,
        "start_latest": span.start_latest,
        "end_earliest": span.end_earliest,
        "end_latest": span.end_latest,
        "earliest_clock": span.earliest_clock,
        "latest_clock": span.latest_clock,
        "likely": event.when.likely,
        "place_name": place.name if place else None,
        "place_key": place.name.casefold() if place else None,
        "country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "list_open": int(span.is_open),
        "list_day": FAR if first is None else first,
        "list_width": FAR if width is None else width,
        "list_rank": event.rank,
    }


def _save_parts(writing: Writing, home: Home, event: Happening, told: Sequence[Kept], actors: ActorRows) -> None:
    """What hangs on an Event: its Statements, actors, claimants and words."""
    _point_statements(writing, home.serial, told)
    _replace(writing, EventActor, home.serial, _actor_rows(home.serial, event, actors))
    claimants = {name.casefold() for name in event.claimed_by}
    _replace(writing, EventClaimant, home.serial, [(home.serial, name) for name in sorted(claimants)])
    search.index(writing.store, home.serial, event.headline, _texts(event))


def _point_statements(writing: Writing, serial: int, told: Sequence[Kept]) -> None:
    moved = [one.serial for one in told if one.event != serial]
    if moved:
        query = Statement.update(event=serial).where(Statement.serial.in_(moved))
        query.execute(writing.database)


def _actor_rows(serial: int, event: Happening, actors: ActorRows) -> list[tuple[Any, ...]]:
    found: dict[tuple[int, str], tuple[Any, ...]] = {}
    for role in event.roles:
        actor, row = role.actor, actors[key_of(role.actor)][0]
        state = actor.acts_for.casefold() if actor.acts_for else None
        found.setdefault((row, role.name.value), (serial, row, role.name.value, actor.country, state))
    return list(found.values())


def _replace(writing: Writing, table: Any, serial: int, values: list[tuple[Any, ...]]) -> None:
    table.delete().where(table.event == serial).execute(writing.database)
    if values:
        table.insert_many(values, fields=table._meta.sorted_fields).execute(writing.database)


def _texts(event: Happening) -> Iterable[str]:
    """What full text finds an Event by, beside its headline: its sentences, names and place."""
    yield from dict.fromkeys(one.statement.sentence for one in event.evidence)
    for role in event.roles:
        yield from (role.actor.name, *role.actor.aliases)
    if event.place:
        yield event.place.name


def _bury(writing: Writing, changes: Changes, old: Home, heir: str | None) -> None:
    """Delete an Event's row and leave a tombstone that names what it was merged into, if anything."""
    search.remove(writing.store, old.serial)
    Event.delete().where(Event.serial == old.serial).execute(writing.database)
    _note(writing, writing.number(), old.id, "deleted", heir)
    changes.deleted.append(old.id)


def _note(writing: Writing, sequence: int, event: str, action: str, merged_into: str | None = None) -> None:
    query = Change.insert(sequence=sequence, event=event, action=action, merged_into=merged_into, at=writing.at)
    query.execute(writing.database)
