"""Editions, written: what was known of events by each day of publication, in rows beside the current ones.

A stretch is a run of days on which one id stood for one content. One that lasts and is as the current row needs no row
of its own: the current row says from which day on it was known. Days before the first one that a change bears on keep
their rows, so that news in order of publication costs one row for each event that changes, and nothing for its past.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ulid import ULID

from timeline.errors import StoreError
from timeline.model.event import Edition
from timeline.model.span import FAR
from timeline.store import search
from timeline.store.actors import ActorRows
from timeline.store.asking import Gaps, Query, insert, insert_all, update
from timeline.store.database import Writing
from timeline.store.entry import Entry, Places, entries, row, save_parts
from timeline.store.owners import adopt, first_told, reown
from timeline.store.shape import Kept
from timeline.store.tables import EditionStatement, Event, EventActor, EventClaimant

Day = int | None
WHOLE = Query(lambda gaps: Event.select().where(gaps.among(Event.serial)))
PARTS: dict[Any, Query] = {
    EventActor: Query(lambda gaps: EventActor.select().where(gaps.among(EventActor.event))),
    EventClaimant: Query(lambda gaps: EventClaimant.select().where(gaps.among(EventClaimant.event))),
}


@dataclass(frozen=True, slots=True)
class Current:
    """An event's current row: `known_from` as it is kept, None where it never was or the row was just rewritten."""

    serial: int
    id: str
    entry: Entry
    known_from: Day


@dataclass(slots=True)
class Stretch:
    """Days from `first` to `last` (None for no end) on which an id stood for one content.

    `serial` is its row's, None when `entry` is yet to be written; `told` the number of its first Statement.
    """

    id: str
    digest: str
    first: int
    last: Day
    told: int
    owner: int | None = None
    serial: int | None = None
    entry: Entry | None = None


def retire(writing: Writing, serial: int, known_from: Day, kept: Iterable[Kept], known: Sequence[Edition]) -> None:
    """Keep a current row that is about to change as an edition, for the days before the change."""
    since = _since(known)
    if known_from is None or known_from >= since:
        return
    told = [one.serial for one in kept if one.event == serial and _is_out_before(one, since)]
    _copy(writing, serial, told, serial, known_from, None if since == FAR else since - 1)


def _since(known: Sequence[Edition]) -> int:
    return known[0].day if known else FAR


def _is_out_before(one: Kept, day: int) -> bool:
    published = one.evidence.published
    return published is not None and published.toordinal() < day


def _copy(writing: Writing, serial: int, told: Iterable[int], owner: int, first: int, last: Day) -> None:
    """A new edition that says what the row says."""
    number = writing.number()
    (content,) = WHOLE.rows(writing.database, [serial])
    stands = {"serial": number, "edition_of": owner, "known_from": first, "known_until": last}
    named = dict(zip((field.column_name for field in Event._meta.sorted_fields), content, strict=True))
    insert(writing.database, Event, {**named, **stands, "sequence": writing.number()})
    for table, parts in PARTS.items():
        place = table._meta.sorted_fields.index(table.event)
        found = parts.rows(writing.database, [serial])
        insert_all(writing.database, table, [(*part[:place], number, *part[place + 1 :]) for part in found])
    search.copy(writing.store, serial, number)
    _tell(writing, number, told)


def _tell(writing: Writing, serial: int, told: Iterable[int]) -> None:
    made_of = [(serial, statement) for statement in told]
    insert_all(writing.database, EditionStatement, made_of)


def save_editions(
    writing: Writing,
    known: Sequence[Edition],
    kept: Places,
    current: Sequence[Current],
    old: Collection[int],
    actors: ActorRows,
) -> None:
    """Write what was known from the first edition's day on, and whose current rows the earlier ones belong to now."""
    homes = {one.serial: now.serial for now in current for one in now.entry.told}
    heirs = reown(writing, kept.values(), homes)
    standing = [*_kept(writing, {*old, *homes.values()}, _since(known)), *map(_stretch, _unchanged(current))]
    told = [(edition.day, entries(writing, edition.events, kept)) for edition in known]
    fresh = _named(told, current, _former_ids(standing))
    wanted = _joined([*_before(standing, _since(known)), *fresh])
    _write(writing, wanted, standing, {now.serial: now for now in current}, homes, actors)
    for now in current:
        if now.serial in heirs:
            adopt(writing, now.serial, now.id)


def _unchanged(current: Iterable[Current]) -> list[Current]:
    return [now for now in current if now.known_from is not None]


def _stretch(now: Current) -> Stretch:
    first = now.known_from if now.known_from is not None else FAR
    return Stretch(now.id, now.entry.digest, first, None, now.entry.first, now.serial, now.serial, now.entry)


def _reaching(gaps: Gaps) -> Any:
    owned = gaps.among(Event.edition_of)
    columns = (Event.id, Event.digest, Event.known_from, Event.known_until, Event.edition_of, Event.serial)
    return Event.select(*columns).where(owned & (Event.known_until.is_null() | (Event.known_until >= gaps.number())))


REACHING = Query(_reaching)


def _kept(writing: Writing, owners: set[int], since: int) -> list[Stretch]:
    """The rows of editions that reach to the day before `since` or beyond."""
    found = REACHING.rows(writing.database, owners, since - 1)
    told = first_told(writing, [serial for *_, serial in found]) if found else {}
    return [
        Stretch(identity, digest, first, last, told.get(serial, -1), owner, serial)
        for identity, digest, first, last, owner, serial in found
    ]


def _former_ids(standing: Iterable[Stretch]) -> dict[int, list[str]]:
    """The ids that a Statement stood under, as the first of its edition."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for one in sorted(standing, key=lambda one: (-one.first, one.id)):
        found[one.told].append(one.id)
    return found


def _named(
    told: Sequence[tuple[int, Sequence[Entry]]], current: Sequence[Current], former: Mapping[int, Sequence[str]]
) -> list[Stretch]:
    """Each day's events under ids, from the last day back: an event has the id under which its first Statement is told
    next, unless an older one on that day has it; then the id it had, else a new one."""
    later = {one.serial: now.id for now in current for one in now.entry.told}
    found: list[Stretch] = []
    last: Day = None
    for day, events in reversed(told):
        mine: dict[int, str] = {}
        for entry in sorted(events, key=lambda entry: entry.first):
            taken = set(mine.values())
            choices = (later[entry.first], *former.get(entry.first, ()))
            identity = next((choice for choice in choices if choice not in taken), None) or str(ULID())
            mine |= {one.serial: identity for one in entry.told}
            found.append(Stretch(identity, entry.digest, day, last, entry.first, entry=entry))
        later, last = mine, day - 1
    return found


def _before(standing: Iterable[Stretch], since: int) -> list[Stretch]:
    """The stretches as far as they lie before a day."""
    return [
        Stretch(
            one.id, one.digest, one.first, _earlier(one.last, since - 1), one.told, one.owner, one.serial, one.entry
        )
        for one in standing
        if one.first < since
    ]


def _earlier(last: Day, day: int) -> Day:
    if day >= FAR - 1:
        return last
    return day if last is None else min(last, day)


def _joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Stretches of one id that follow each other with the same content made one."""
    joined: list[Stretch] = []
    for one in sorted(stretches, key=lambda one: (one.id, one.first)):
        before = joined[-1] if joined else None
        if before and (before.id, before.digest) == (one.id, one.digest) and before.last == one.first - 1:
            before.last, before.entry = one.last, before.entry or one.entry
        else:
            joined.append(one)
    return joined


def _write(
    writing: Writing,
    wanted: Sequence[Stretch],
    standing: Sequence[Stretch],
    current: Mapping[int, Current],
    homes: Mapping[int, int],
    actors: ActorRows,
) -> None:
    """Make the rows what is wanted: current rows take what lasts and is as they are, kept rows are used again."""
    rests = {one.serial: one for one in standing if one.serial not in current}
    known_from: dict[int, int] = {}
    for one in _without_lasting(wanted, current, known_from):
        owner = homes.get(one.told, one.owner or 0)
        row_before = rests.pop(one.serial, None) or _pop_alike(rests, wanted, one)
        if row_before is None:
            _insert(writing, one, owner, actors)
        else:
            _move(writing, row_before, one, owner)
    _remove(writing, [serial for serial in rests if serial is not None])
    for now in current.values():
        if known_from.get(now.serial) != now.known_from:
            update(writing.database, Event, now.serial, {"known_from": known_from.get(now.serial)})


def _without_lasting(
    wanted: Iterable[Stretch], current: Mapping[int, Current], known_from: dict[int, int]
) -> list[Stretch]:
    """Those that need a row of their own; of the others it is noted from which day on their current row was known."""
    lasting = {(now.id, now.entry.digest): now.serial for now in current.values()}
    left: list[Stretch] = []
    for one in wanted:
        serial = lasting.get((one.id, one.digest)) if one.last is None else None
        if serial is None:
            left.append(one)
        else:
            known_from[serial] = one.first
    return left


def _pop_alike(rests: dict[int | None, Stretch], wanted: Sequence[Stretch], one: Stretch) -> Stretch | None:
    """A row that says the same and is not wanted where it is."""
    needed = {other.serial for other in wanted}
    found = (serial for serial, rest in rests.items() if (rest.id, rest.digest) == (one.id, one.digest))
    serial = next((serial for serial in found if serial not in needed), None)
    return rests.pop(serial, None)


def _insert(writing: Writing, one: Stretch, owner: int, actors: ActorRows) -> None:
    if one.entry is None:
        raise StoreError(f"no row and no content for {one.id} from day {one.first} on")
    serial = writing.number()
    stands = {"serial": serial, "edition_of": owner, "known_from": one.first, "known_until": one.last}
    insert(writing.database, Event, row(writing, one.entry, one.id, writing.at, actors) | stands)
    save_parts(writing, serial, one.entry.event, actors, is_new=True)
    _tell(writing, serial, [told.serial for told in one.entry.told])


def _move(writing: Writing, before: Stretch, one: Stretch, owner: int) -> None:
    """Give a row its days and its owner, where they differ."""
    if (before.first, before.last, before.owner) != (one.first, one.last, owner):
        stands = {"edition_of": owner, "known_from": one.first, "known_until": one.last}
        update(writing.database, Event, before.serial or 0, stands)


def _remove(writing: Writing, serials: Sequence[int]) -> None:
    for serial in serials:
        search.remove(writing.store, serial)
    if serials:
        Event.delete().where(Event.serial.in_(serials)).execute(writing.database)
