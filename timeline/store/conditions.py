"""Filters as conditions on the event table. What each means is told by FIELDS in the model; here is only SQL."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import reduce
from operator import and_, or_
from typing import Any

from peewee import SQL, NodeList, fn

from timeline.errors import FilterError
from timeline.model.filters import Filters, Window
from timeline.model.statement import ActorKind
from timeline.store import search
from timeline.store.cursor import LARGEST
from timeline.store.database import Store, rows
from timeline.store.spelling import spelt_alike
from timeline.store.tables import (
    Actor,
    Alias,
    Document,
    EditionStatement,
    Event,
    EventActor,
    EventClaimant,
    Source,
    Statement,
)

NOTHING = SQL("1 = 0")
EVERYTHING = SQL("1 = 1")
# Nearly all rows are current ones. SQLite, which does not know that, would take the index of editions to find them, and
# then put them all in order; a mere plus keeps it from using one. PostgreSQL knows.
UNINDEXED = NodeList((SQL("+"), Event.edition_of, SQL("IS NULL")))
UNKEPT = re.compile("[\0\ud800-\udfff]")  # signs that no kept text has, and that upset databases


def condition(store: Store, filters: Filters) -> Any:
    """One expression that holds for the rows of events to keep. FilterError for text that nothing can match."""
    _check(filters)
    return reduce(and_, _conditions(store, filters), EVERYTHING)


def standing(as_of: int | None) -> Any:
    """Holds for the rows that stand now, or that stood as documents published by a day (its number) gave them."""
    if as_of is None:
        return Event.edition_of.is_null()
    return (Event.known_from <= _kept(as_of)) & (Event.known_until.is_null() | (Event.known_until >= _kept(as_of)))


def _check(filters: Filters) -> None:
    for field in fields(Filters):
        value = getattr(filters, field.name)
        texts = value if isinstance(value, tuple) else (value,)
        if any(isinstance(text, str) and UNKEPT.search(text) for text in texts):
            raise FilterError("has a character that no text has", place=field.name)


def words_condition(store: Store, query: str, *, column: str = "words") -> Any:
    """Holds for the events whose text (or `column='headline'`) has the words."""
    found = [
        Event.serial.in_(numbers) if is_these else Event.serial.not_in(numbers)
        for is_these, sql, values in search.matching(store, query, column=column)
        for numbers in (SQL(f"({sql})", values),)
    ]
    return reduce(or_, found, NOTHING)


def _conditions(store: Store, filters: Filters) -> Iterator[Any]:
    if filters.as_of is None and not store.is_postgresql:
        yield UNINDEXED
    else:
        yield standing(filters.as_of)
    yield Event.hidden.is_null()
    if filters.yearless is not None:
        yield Event.edtf == filters.yearless
    if filters.window != Window() or filters.match == "within":
        yield _dated(filters)
    yield from _column_conditions(filters)
    if filters.place:
        yield Event.place_key.in_(_places(store, filters.place))
    yield from _actor_conditions(store, filters)
    yield from _text_conditions(filters)
    if filters.claimed_by:
        names = {name for value in filters.claimed_by for name in _resolved(store, value)[1]}
        yield Event.serial.in_(EventClaimant.select(EventClaimant.event).where(EventClaimant.name_key.in_(names)))
    if filters.q is not None:
        yield words_condition(store, filters.q)


def _dated(filters: Filters) -> Any:
    """Its date fits the window. The best guess, where there is one and it is asked for, stands for the known bounds."""
    known = MATCHES[filters.match](filters.window)
    if filters.dates == "known" or filters.match == "within":
        return known
    guess = _from(Event.likely_last, filters.window.start) & _until(Event.likely_first, filters.window.end)
    return (Event.likely_first.is_null() & known) | (Event.likely_first.is_null(False) & guess)


def _overlaps(window: Window) -> Any:
    """Both ends known and the spans meet, or the one known end lies in the window."""
    first, last = Event.start_earliest, Event.end_latest
    both = first.is_null(False) & last.is_null(False) & _from(last, window.start) & _until(first, window.end)
    only_first = last.is_null() & first.is_null(False) & _from(first, window.start) & _until(first, window.end)
    only_last = first.is_null() & last.is_null(False) & _from(last, window.start) & _until(last, window.end)
    return both | only_first | only_last


def _within(window: Window) -> Any:
    """Both ends known, and inside; without a window, just both ends known."""
    first, last = Event.start_earliest, Event.end_latest
    return first.is_null(False) & last.is_null(False) & _from(first, window.start) & _until(last, window.end)


def _possible(window: Window) -> Any:
    """Not ruled out by a known end; a day without a year never matches a window."""
    first, last = Event.start_earliest, Event.end_latest
    is_yearless = first.is_null() & last.is_null() & Event.edtf.is_null(False)
    may_end = last.is_null() | _from(last, window.start)
    may_start = first.is_null() | _until(first, window.end)
    return ~is_yearless & may_end & may_start


MATCHES = {"overlaps": _overlaps, "within": _within, "possible": _possible}


def _from(column: Any, day: int | None) -> Any:
    return EVERYTHING if day is None else column >= _kept(day)


def _until(column: Any, day: int | None) -> Any:
    return EVERYTHING if day is None else column <= _kept(day)


def _kept(number: int) -> int:
    """The number, or the nearest one that the databases' integers can hold."""
    return max(-LARGEST, min(number, LARGEST))


def _column_conditions(filters: Filters) -> Iterator[Any]:
    """Filters that one column of the event answers."""
    for values, column in (
        (filters.type, Event.type),
        (filters.mode, Event.mode),
        (filters.status, Event.status),
        (filters.basis, Event.basis),
        (filters.precision, Event.precision),
        (_upper(filters.country), Event.country),
        (_upper(filters.event), Event.id),
    ):
        if values:
            yield column.in_(values)
    if filters.min_reports is not None:
        yield Event.reports >= _kept(filters.min_reports)
    if filters.min_salience is not None:
        yield Event.salience >= filters.min_salience
    if filters.updated_since is not None:
        yield Event.updated >= filters.updated_since


def _actor_conditions(store: Store, filters: Filters) -> Iterator[Any]:
    """Filters on who took part; `role` holds for the very actor that the others find."""
    parts = [[taking_part(store, filters.actor)]] if filters.actor else []
    parts += [[taking_part(store, [value])] for value in filters.actors_all]
    parts += [[EventActor.country.in_(_upper(filters.actor_country))]] if filters.actor_country else []
    for part in parts or ([[]] if filters.role else []):
        if filters.role:
            part.append(EventActor.role.in_(filters.role))
        yield Event.serial.in_(EventActor.select(EventActor.event).where(*part))


def taking_part(store: Store, values: Iterable[str]) -> Any:
    """Holds for actors with one of these names, aliases or ids, and for those who act for them."""
    found = [_resolved(store, value) for value in values]
    serials = {serial for numbers, _ in found for serial in numbers}
    names = {name for _, keys in found for name in keys}
    return EventActor.actor.in_(serials) | EventActor.acts_for_key.in_(names)


def _resolved(store: Store, value: str) -> tuple[set[int], set[str]]:
    """Row numbers and name keys of the actors with this name, alias or id; the name itself is always among the keys.

    Where nobody has it, of those with that name but for accents; then of all people whose name ends with it: 'Quispe' for Rosa
    Quispe, whom no text calls just so.
    """
    key = value.casefold()
    heirs = _heirs(store, (Actor.id == value.upper()) | _is_called(key)) or _spelt_alike(store, key)
    one = Actor.serial.in_(heirs) | Actor.heir.in_(heirs)
    names = rows(Actor.select(Actor.name_key).where(one), store.database) if heirs else []
    return heirs, {key, *(name for (name,) in names)}


def _is_called(*keys: str) -> Any:
    aliased = Alias.select(Alias.actor).where(Alias.name_key.in_(keys))
    return Actor.name_key.in_(keys) | Actor.serial.in_(aliased)


def _spelt_alike(store: Store, key: str) -> set[int]:
    """Whose name this is but for accents and apostrophes, else the people whose last name it is."""
    alike = spelt_alike(store, key, Actor.name_key) | spelt_alike(store, key, Alias.name_key)
    if found := _heirs(store, _is_called(*alike)) if alike else set():
        return found
    is_person = Actor.kind == ActorKind.PERSON
    if found := _heirs(store, is_person & Actor.name_key.endswith(f" {key}")):
        return found
    ends = spelt_alike(store, key, Actor.name_key, is_end=True)
    return _heirs(store, is_person & Actor.name_key.in_(ends)) if ends else set()


def _places(store: Store, values: Iterable[str]) -> set[str]:
    """The keys of the places with these names; of those that are so called but for accents where none is."""
    found: set[str] = set()
    for key in _keys(values):
        is_kept = rows(Event.select(Event.place_key).where(Event.place_key == key).limit(1), store.database)
        found |= {key} if is_kept else spelt_alike(store, key, Event.place_key)
    return found


def _heirs(store: Store, known: Any) -> set[int]:
    query = Actor.select(fn.COALESCE(Actor.heir, Actor.serial)).where(known)
    return {heir for (heir,) in rows(query, store.database)}


def _text_conditions(filters: Filters) -> Iterator[Any]:
    """Filters on the documents that tell an event."""
    if filters.source:
        outlets = Source.select(Source.serial).where(Source.name_key.in_(_keys(filters.source)))
        yield _told_in(Document.source.in_(outlets), filters.as_of)
    if filters.document:
        values = filters.document
        yield _told_in(
            Document.id.in_(values) | Document.external_id.in_(values) | Document.url.in_(values), filters.as_of
        )


def _told_in(known: Any, as_of: int | None) -> Any:
    told = Statement.select(Statement.event).join(Document).where(known & Statement.event.is_null(False))
    if as_of is None:
        return Event.serial.in_(told)
    told_then = EditionStatement.select(EditionStatement.edition).join(Statement).join(Document).where(known)
    return Event.serial.in_(told) | Event.serial.in_(told_then)


def _keys(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(value.casefold() for value in values)


def _upper(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(value.upper() for value in values)
