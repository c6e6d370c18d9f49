"""Statements, written: those of a document in place of its old ones. One that is told just as before keeps its row."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.model.event import Reading
from timeline.model.statement import Statement as Telling
from timeline.store.anchors import wake
from timeline.store.asking import Gaps, Query, delete, insert_all
from timeline.store.bonds import FAR, LONGEST_WINDOW, SHORT_WINDOW, WIDE
from timeline.store.codec import pack, unpack
from timeline.store.database import Writing
from timeline.store.likeness import Handle
from timeline.store.tables import Link, Statement


@dataclass(frozen=True, slots=True)
class Replaced:
    """How many Statements are told just as before, told differently, new, and not told any more."""

    same: int = 0
    changed: int = 0
    new: int = 0
    gone: int = 0


@dataclass(frozen=True, slots=True)
class Old:
    """A Statement's row as it was."""

    serial: int
    number: int
    rank: int
    content: str
    event: int | None


def replace_statements(writing: Writing, document: int, readings: Sequence[Reading]) -> Replaced:
    """Put these Statements in place of a document's old ones; what is told again stays with its event."""
    old = [Old(*row) for row in OLD.rows(writing.database, document)]
    contents = [pack(reading.statement) for reading in readings]
    same = _same(contents, old)
    gone = [one for one in old if one not in same.values()]
    fresh = [number for number in range(len(readings)) if number not in same]
    told_before = paired([readings[number].statement for number in fresh], [unpack(one.content) for one in gone])
    _clear(writing, gone, same, readings)
    homes = [None if place is None else gone[place].event for place in told_before]
    serials = {number: one.serial for number, one in same.items()} | {number: writing.number() for number in fresh}
    _insert(
        writing,
        Statement,
        [
            (serials[number], document, number, event, readings[number].rank, contents[number])
            for number, event in zip(fresh, homes, strict=True)
        ],
    )
    _insert_keys(writing, [serials[number] for number in range(len(readings))], readings)
    wake(writing, document)
    changed = sum(place is not None for place in told_before)
    return Replaced(len(same), changed, len(fresh) - changed, len(gone) - changed)


def _old(gaps: Gaps) -> Any:
    columns = (Statement.serial, Statement.number, Statement.rank, Statement.content, Statement.event)
    return Statement.select(*columns).where(Statement.document == gaps.number()).order_by(Statement.number)


OLD = Query(_old)


def _same(contents: Sequence[str], old: Sequence[Old]) -> dict[int, Old]:
    """By number of the new Statement the old row that says just that."""
    known: defaultdict[str, list[Old]] = defaultdict(list)
    for one in reversed(old):
        known[one.content].append(one)
    return {number: known[content].pop() for number, content in enumerate(contents) if known[content]}


def _clear(writing: Writing, gone: Sequence[Old], same: Mapping[int, Old], readings: Sequence[Reading]) -> None:
    """Take away what is not told any more, and what hangs on the rest; number that as it is told now."""
    if gone:
        Statement.delete().where(Statement.serial.in_([one.serial for one in gone])).execute(writing.database)
    for table in (Handle, Link):
        delete(writing.database, table, "statement", [one.serial for one in same.values()])
    moved = {n: one for n, one in same.items() if (one.number, one.rank) != (n, readings[n].rank)}
    for sign in (-1, 1):  # first to numbers that are free
        for number, one in moved.items():
            place = number if sign > 0 else -1 - number
            query = Statement.update(number=place, rank=readings[number].rank).where(Statement.serial == one.serial)
            query.execute(writing.database)


def paired(new: Sequence[Telling], old: Sequence[Telling]) -> list[int | None]:
    """For each new Statement the place of the old one that told the same: same sentence, else same words in turn.

    Each old one is taken at most once. The same trigger in the same sentence may be read as another type than before.
    """
    places: list[int | None] = [None] * len(new)
    left = list(range(len(old)))
    for likeness in (_whole, _trigger, _words):
        for number, statement in enumerate(new):
            if places[number] is None:
                found = _place(statement, old, left, likeness)
                if found is not None:
                    left.remove(found)
                places[number] = found
    return places


def _whole(statement: Telling) -> tuple[str, ...]:
    return statement.sentence, statement.trigger.text, statement.type


def _trigger(statement: Telling) -> tuple[str, ...]:
    return statement.sentence, statement.trigger.text


def _words(statement: Telling) -> tuple[str, ...]:
    return statement.lemma, statement.type


def _place(
    statement: Telling, old: Sequence[Telling], left: Sequence[int], likeness: Callable[[Telling], tuple[str, ...]]
) -> int | None:
    wanted = likeness(statement)
    return next((place for place in left if likeness(old[place]) == wanted), None)


def _insert_keys(writing: Writing, serials: Sequence[int], readings: Sequence[Reading]) -> None:
    """What the Statements are found by, and the links between them."""
    handles = [
        (serial, _marked(key, first, reading.last), first, reading.last)
        for serial, reading in zip(serials, readings, strict=True)
        for key, first in (*((key, reading.first) for key in reading.keys), *reading.far)
        if first is not None and reading.last is not None
    ]
    _insert(writing, Handle, handles)
    _insert(writing, Link, _links(serials, readings))


def _marked(key: str, first: int, last: int) -> str:
    """With the mark of wide or far ones where it spans many days, so that the rest is found in few rows."""
    if last - first > LONGEST_WINDOW:
        return f"{key}{FAR}"
    return f"{key}{WIDE}" if last - first > SHORT_WINDOW else key


def _links(serials: Sequence[int], readings: Sequence[Reading]) -> list[tuple[Any, ...]]:
    return [
        (serial, position, serials[link.statement], link.relation.value, link.because, link.sieve, link.is_strong)
        for serial, reading in zip(serials, readings, strict=True)
        for position, link in enumerate(reading.statement.links)
    ]


def _insert(writing: Writing, table: Any, values: list[tuple[Any, ...]]) -> None:
    insert_all(writing.database, table, values)
