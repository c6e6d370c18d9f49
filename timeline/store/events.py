"""Events, written: ids given and kept, rows changed only where something differs, every change in the sequence."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ulid import ULID

from timeline.model.event import Edition
from timeline.model.event import Event as Happening
from timeline.store import search
from timeline.store.actors import ActorRows, save_actors
from timeline.store.asking import Gaps, Query, insert, point, update
from timeline.store.database import Writing, rows
from timeline.store.decisions import Expected
from timeline.store.editions import Current, retire, save_editions
from timeline.store.entry import Entry, entries, places, row, save_parts, told_roles
from timeline.store.identity import Identity
from timeline.store.shape import Kept
from timeline.store.tables import Change, Event, Statement

MOVED, LEAVING = 2, 3  # the doubt of a Statement that is expected elsewhere; under an id that comes back
AGE = 10  # signs of a ULID that tell its time


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
    hidden: str | None = None

    @property
    def is_shown(self) -> bool:
        """Whether lists have it."""
        return self.digest is not None and self.hidden is None


def save_events(
    writing: Writing,
    events: Sequence[Happening],
    kept: Sequence[Kept],
    touched: Collection[int],
    known: Sequence[Edition] = (),
    expected: Mapping[int, Expected] | None = None,
    identity: Identity | None = None,
) -> Changes:
    """Write the Events that were merged from the kept Statements, in place of those these were in (and the touched).

    An Event goes on under the oldest id among those it was merged from; of a split one, the part with its first
    Statement keeps the id. Ids that are left over become tombstones. `known` is what was known from the first day on
    that the change bears on; () when it bears on none. `expected` gives, by a Statement's number, the Event that
    people saw it in: that id is kept there, or comes back. `identity` tells who is one actor.
    """
    changes, by_place = Changes(), places(kept)
    current = entries(writing, events, by_place)
    old = _old_rows(writing, {one.event for one in kept if one.event is not None} | set(touched))
    seen = expected or {}
    gone = _gone(writing, seen)
    heirs, owned = _heirs(current, {serial: home.id for serial, home in old.items()}, seen, gone)
    actors = save_actors(writing, (role.actor for event in events for role in told_roles(event)), identity)
    returning = _returning(current, seen, gone, owned)
    homes = [
        _home(writing, [old[serial] for serial in owned.get(number, ())], returning.get(number))
        for number in range(len(events))
    ]
    same = {home.serial for home, entry in zip(homes, current, strict=True) if home.digest == entry.digest}
    for serial in sorted(old.keys() - same):
        retire(writing, serial, old[serial].known_from, kept, known)
    for entry, home in zip(current, homes, strict=True):
        _save(writing, changes, entry, home, actors)
    for serial in sorted(old.keys() - {home.serial for home in homes}):
        _bury(writing, changes, old[serial], homes[heirs[serial]].id if serial in heirs else None)
    save_editions(writing, known, by_place, _standing(current, homes, same), old.keys(), actors)
    return changes


def _standing(current: Sequence[Entry], homes: Sequence[Home], same: Collection[int]) -> list[Current]:
    """What is served now, and since when it is known so; `same` are the rows that stay as they are."""
    return [
        Current(home.serial, home.id, entry, home.known_from if home.serial in same else None)
        for home, entry in zip(homes, current, strict=True)
    ]


def _old_rows(writing: Writing, serials: set[int]) -> dict[int, Home]:
    return {row[0]: Home(*row) for row in HOMES.rows(writing.database, serials)} if serials else {}


def _homes(gaps: Gaps) -> Any:
    columns = (Event.serial, Event.id, Event.digest, Event.created, Event.known_from, Event.hidden)
    return Event.select(*columns).where(gaps.among(Event.serial))


HOMES = Query(_homes)


def _gone(writing: Writing, expected: Mapping[int, Expected]) -> set[str]:
    """The ids that people saw Statements under and that no Event has now."""
    ids = {seen.id for seen in expected.values()}
    query = Event.select(Event.id).where(Event.id.in_(ids) & Event.edition_of.is_null())
    return ids - {identity for (identity,) in rows(query, writing.database)} if ids else set()


def _heirs(
    current: Sequence[Entry], ids: Mapping[int, str], expected: Mapping[int, Expected], gone: Collection[str]
) -> tuple[dict[int, int], dict[int, list[int]]]:
    """For each old Event's number the place of the one that its first Statement went to; and by place those that go on,
    the oldest first, those that nobody expects there last.

    Statements that are expected in the old one count before the others; what is in none goes where it is expected. An
    Event all of whose Statements are expected under ids that come back does not go on.
    """
    first: dict[int, tuple[int, int, int, int]] = {}
    serials = {identity: serial for serial, identity in ids.items()}
    for number, entry in enumerate(current):
        for one in entry.told:
            seen = expected.get(one.serial)
            event = one.event if one.event is not None or seen is None else serials.get(seen.id)
            if event is not None:
                key = (*_doubt(seen, ids[event], gone), one.serial, number)
                first[event] = min(first.get(event, key), key)
    owned: dict[int, list[int]] = {}
    ages = {serial: (ids[serial][:AGE], serial) for serial in first}  # a row that came back is younger than its id
    for serial, (doubt, _, _, number) in sorted(first.items(), key=lambda item: (item[1][0] >= MOVED, ages[item[0]])):
        if doubt < LEAVING:
            owned.setdefault(number, []).append(serial)
    return {serial: number for serial, (*_, number) in first.items()}, owned


def _doubt(expected: Expected | None, identity: str, gone: Collection[str]) -> tuple[int, int]:
    """How little a Statement speaks for an Event to go on where it is; and since when it is expected there."""
    if expected is None:
        return 1, 0
    if expected.id == identity:
        return 0, expected.since
    return LEAVING if expected.id in gone else MOVED, 0


def _returning(
    current: Sequence[Entry], expected: Mapping[int, Expected], gone: Collection[str], owned: Collection[int]
) -> dict[int, str]:
    """For the places of Events that go on from none the id that their Statements had once, if nobody has it now."""
    left, returning = set(gone), dict[int, str]()
    for number, entry in enumerate(current):
        if number not in owned:
            seen = sorted({expected[one.serial] for one in entry.told if one.serial in expected}, key=_since)
            if (identity := next((one.id for one in seen if one.id in left), None)) is not None:
                returning[number] = identity
                left.discard(identity)
    return returning


def _since(expected: Expected) -> tuple[int, str]:
    return expected.since, expected.id


def _home(writing: Writing, old: Sequence[Home], returning: str | None) -> Home:
    """The oldest of the rows, or a new one, under an id that comes back if there is one."""
    return old[0] if old else Home(writing.number(), returning or str(ULID()), None, writing.at)


def _save(writing: Writing, changes: Changes, entry: Entry, home: Home, actors: ActorRows) -> None:
    if entry.digest == home.digest:
        return
    content = row(writing, entry, home.id, home.created, actors) | {"known_from": None}
    if home.digest is None:
        insert(writing.database, Event, content | {"serial": home.serial})
    else:
        update(writing.database, Event, home.serial, content)
    _tell(writing, changes, home, content["sequence"], is_shown=not entry.event.hidden)
    _point_statements(writing, home.serial, entry.told)
    save_parts(writing, home.serial, entry.event, actors, is_new=home.digest is None)


def _tell(writing: Writing, changes: Changes, home: Home, sequence: int, *, is_shown: bool) -> None:
    """Note what a saved Event is to those who see only what is shown: one that is hidden is gone for them."""
    if not (home.is_shown or is_shown):
        return
    action = "updated" if home.is_shown and is_shown else "created" if is_shown else "deleted"
    getattr(changes, action).append(home.id)
    _note(writing, sequence, home.id, action)


def _point_statements(writing: Writing, serial: int, told: Sequence[Kept]) -> None:
    moved = [one.serial for one in told if one.event != serial]
    if moved:
        point(writing.database, Statement, "event", serial, moved)


def _bury(writing: Writing, changes: Changes, old: Home, heir: str | None) -> None:
    """Delete an Event's row and leave a tombstone that names what it was merged into, if anything."""
    search.remove(writing.store, old.serial)
    Event.delete().where(Event.serial == old.serial).execute(writing.database)
    _note(writing, writing.number(), old.id, "deleted", heir)
    changes.deleted.append(old.id)


def _note(writing: Writing, sequence: int, event: str, action: str, merged_into: str | None = None) -> None:
    values = {"sequence": sequence, "event": event, "action": action, "merged_into": merged_into, "at": writing.at}
    insert(writing.database, Change, values)
