"""Whose past an edition is: the current event that has its first Statement, under that one's id where it can be."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from peewee import fn

from timeline.store.asking import Gaps, Query
from timeline.store.codec import text_of, value_of
from timeline.store.database import Writing, rows
from timeline.store.shape import Kept
from timeline.store.tables import EditionStatement, Event

Days = tuple[int, int, int | None]  # a row's number, its first and its last day


def reown(writing: Writing, kept: Iterable[Kept], homes: Mapping[int, int]) -> set[int]:
    """Editions belong to the current event that has their first Statement now; those that may have got some."""
    spread: defaultdict[int, set[int]] = defaultdict(set)
    for one in kept:
        if one.event is not None:
            spread[one.event].add(homes[one.serial])
    for event, heirs in sorted(spread.items()):
        if len(heirs) == 1 and heirs != {event}:
            _own(writing, Event.edition_of == event, next(iter(heirs)))
    split = [event for event, heirs in spread.items() if len(heirs) > 1]
    for serial, first in first_told(writing, EDITIONS.numbers(writing.database, split)).items() if split else ():
        _own(writing, Event.serial == serial, homes[first])
    return {heir for event, heirs in spread.items() if heirs != {event} for heir in heirs}


def _own(writing: Writing, which: Any, owner: int) -> None:
    Event.update(edition_of=owner).where(which).execute(writing.database)


def first_told(writing: Writing, editions: Collection[int]) -> dict[int, int]:
    """The first Statement of each of these editions."""
    return dict(FIRST_TOLD.rows(writing.database, editions))


def _first_told(gaps: Gaps) -> Any:
    edition = EditionStatement.edition
    columns = (edition, fn.MIN(EditionStatement.statement))
    return EditionStatement.select(*columns).where(gaps.among(edition)).group_by(edition)


EDITIONS = Query(lambda gaps: Event.select(Event.serial).where(gaps.among(Event.edition_of)))
FIRST_TOLD = Query(_first_told)


def adopt(writing: Writing, owner: int, identity: str) -> None:
    """Editions under an id that never stood beside the event's own take that: they are its past."""
    columns = (Event.id, Event.serial, Event.known_from, Event.known_until)
    which = ((Event.serial == owner) | (Event.edition_of == owner)) & Event.known_from.is_null(False)
    days: defaultdict[str, list[Days]] = defaultdict(list)
    for name, *row_days in rows(Event.select(*columns).where(which).order_by(Event.id), writing.database):
        days[name].append((row_days[0], row_days[1], row_days[2]))
    own = days.pop(identity, [])
    for others in days.values():
        if not any(_overlap(one, other) for one in own for other in others):
            own += others
            for serial, *_ in others:
                _rename(writing, serial, identity)


def _overlap(one: Days, other: Days) -> bool:
    (_, first, last), (_, start, end) = one, other
    return (last is None or start <= last) and (end is None or first <= end)


def _rename(writing: Writing, serial: int, identity: str) -> None:
    ((shape,),) = rows(Event.select(Event.shape).where(Event.serial == serial), writing.database)
    renamed = text_of(value_of(shape) | {"id": identity})
    Event.update(id=identity, shape=renamed).where(Event.serial == serial).execute(writing.database)
