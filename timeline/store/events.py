"""Events, written: ids given and kept, rows changed only where something differs, every change in the sequence."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from ulid import ULID

from timeline.model.event import Edition
from timeline.model.event import Event as Happening
from timeline.store import search
from timeline.store.actors import save_actors
from timeline.store.database import Writing, rows
from timeline.store.editions import Current, retire, save_editions
from timeline.store.entry import ActorRows, Entry, entries, places, row, save_parts, told_roles
from timeline.store.shape import Kept
from timeline.store.tables import Change, Event, Statement


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
    known_from: int | None = None


def save_events(
    writing: Writing,
    events: Sequence[Happening],
    kept: Sequence[Kept],
    touched: Collection[int],
    known: Sequence[Edition] = (),
) -> Changes:
    """Write the Events that were merged from the kept Statements, in place of those these were in (and the touched).

    An Event goes on under the oldest id among those it was merged from; of a split one, the part with its first
    Statement keeps the id. Ids that are left over become tombstones. `known` is what was known from the first day on
    that the change bears on; () when it bears on none.
    """
    changes, by_place = Changes(), places(kept)
    current = entries(writing, events, by_place)
    old = _old_rows(writing, {one.event for one in kept if one.event is not None} | set(touched))
    owned = _owned(current)
    actors = save_actors(writing, (role.actor for event in events for role in told_roles(event)))
    homes = [_home(writing, [old[serial] for serial in sorted(owned.get(number, ()))]) for number in range(len(events))]
    same = {home.serial for home, entry in zip(homes, current, strict=True) if home.digest == entry.digest}
    for serial in sorted(old.keys() - same):
        retire(writing, serial, old[serial].known_from, kept, known)
    for entry, home in zip(current, homes, strict=True):
        _save(writing, changes, entry, home, actors)
    heirs = {serial: homes[number].id for number, serials in owned.items() for serial in serials}
    for serial in sorted(old.keys() - {home.serial for home in homes}):
        _bury(writing, changes, old[serial], heirs.get(serial))
    standing = [
        Current(home.serial, home.id, entry, home.known_from if home.serial in same else None)
        for home, entry in zip(homes, current, strict=True)
    ]
    save_editions(writing, known, by_place, standing, old.keys(), actors)
    return changes


def _old_rows(writing: Writing, serials: set[int]) -> dict[int, Home]:
    if not serials:
        return {}
    columns = (Event.serial, Event.id, Event.digest, Event.created, Event.known_from)
    query = Event.select(*columns).where(Event.serial.in_(serials))
    return {row[0]: Home(*row) for row in rows(query, writing.database)}


def _owned(current: Sequence[Entry]) -> dict[int, list[int]]:
    """For each Event's place the numbers of the old ones that go on in it: where their first Statement went."""
    first: dict[int, tuple[int, int]] = {}
    for number, entry in enumerate(current):
        for one in entry.told:
            if one.event is not None:
                first[one.event] = min(first.get(one.event, (one.serial, number)), (one.serial, number))
    owned: dict[int, list[int]] = {}
    for serial, (_, number) in first.items():
        owned.setdefault(number, []).append(serial)
    return owned


def _home(writing: Writing, old: Sequence[Home]) -> Home:
    """The oldest of the rows, or a new one."""
    return old[0] if old else Home(writing.number(), str(ULID()), None, writing.at)


def _save(writing: Writing, changes: Changes, entry: Entry, home: Home, actors: ActorRows) -> None:
    if entry.digest == home.digest:
        return
    content = row(writing, entry, home.id, home.created, actors) | {"known_from": None}
    if home.digest is None:
        Event.insert(content | {"serial": home.serial}).execute(writing.database)
    else:
        Event.update(content).where(Event.serial == home.serial).execute(writing.database)
    (changes.updated if home.digest else changes.created).append(home.id)
    _note(writing, content["sequence"], home.id, "updated" if home.digest else "created")
    _point_statements(writing, home.serial, entry.told)
    save_parts(writing, home.serial, entry.event, actors)


def _point_statements(writing: Writing, serial: int, told: Sequence[Kept]) -> None:
    moved = [one.serial for one in told if one.event != serial]
    if moved:
        query = Statement.update(event=serial).where(Statement.serial.in_(moved))
        query.execute(writing.database)


def _bury(writing: Writing, changes: Changes, old: Home, heir: str | None) -> None:
    """Delete an Event's row and leave a tombstone that names what it was merged into, if anything."""
    search.remove(writing.store, old.serial)
    Event.delete().where(Event.serial == old.serial).execute(writing.database)
    _note(writing, writing.number(), old.id, "deleted", heir)
    changes.deleted.append(old.id)


def _note(writing: Writing, sequence: int, event: str, action: str, merged_into: str | None = None) -> None:
    query = Change.insert(sequence=sequence, event=event, action=action, merged_into=merged_into, at=writing.at)
    query.execute(writing.database)
