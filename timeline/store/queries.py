"""Events, read: lists by filters in pages, one with all its evidence, what changed since when."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import Case, Tuple

from timeline.model.filters import LIMIT, Filters
from timeline.model.shapes import Shape, statement_shape
from timeline.store import cursor as cursors
from timeline.store.asking import Gaps, Query
from timeline.store.codec import value_of
from timeline.store.conditions import condition, standing, words_condition
from timeline.store.database import Store, is_id, rows, sequence
from timeline.store.kept import load
from timeline.store.shape import REASONS, Kept
from timeline.store.standing import known, missing, row_of, told_in
from timeline.store.tables import Change, Document, EditionStatement, Event, Link, Statement


@dataclass(frozen=True, slots=True)
class EventPage:
    """A page of events: JSON texts ready to be sent, and the cursor of the next page (None on the last).

    `filters`, `sort` and `limit` are those that were used; `total` counts all that match, if that was asked for, and
    `counted` says how that was had.
    """

    rows: tuple[str, ...]
    next: str | None
    total: int | None
    filters: Filters
    sort: str
    limit: int
    counted: str | None = None

    @property
    def events(self) -> list[Shape]:
        """The events as dictionaries."""
        return [value_of(row) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Order:
    """An order of listing: its keys with their directions (True for falling), and the kinds of their values."""

    keys: tuple[tuple[Any, bool], ...]
    kinds: tuple[type, ...]


DATE_KEYS = (Event.list_day, Event.list_width, Event.list_rank, Event.id)
ORDERS = {
    "date": Order(((Event.list_open, False), *((key, False) for key in DATE_KEYS)), (int, int, int, int, str)),
    "-date": Order(((Event.list_open, False), *((key, True) for key in DATE_KEYS)), (int, int, int, int, str)),
    "updated": Order(((Event.sequence, False),), (int,)),
    "-updated": Order(((Event.sequence, True),), (int,)),
    "salience": Order(((Event.salience, False), (Event.id, False)), (float, str)),
    "-salience": Order(((Event.salience, True), (Event.id, True)), (float, str)),
}


def find_events(
    store: Store,
    filters: Filters,
    *,
    sort: str = "date",
    limit: int | None = None,
    cursor: str | None = None,
    count: bool = False,
) -> EventPage:
    """A page of the chronology. A cursor brings its own filters, order and (unless given) limit.

    Raises FilterError for a cursor that is none of ours.
    """
    place = cursors.read(cursor) if cursor is not None else None
    if place is not None:
        filters, sort, limit = place.filters, place.sort, limit or place.limit
    limit = limit or LIMIT
    with store.reading() as database:
        order, kept = _order(store, sort, filters), condition(store, filters)
        query = Event.select(Event.shape, *(key for key, _ in order.keys)).where(kept)
        if place is not None:
            query = query.where(_beyond(order, cursors.checked_key(place.key, order.kinds)))
        ordering = [key.desc() if is_falling else key.asc() for key, is_falling in order.keys]
        found = rows(query.order_by(*ordering).limit(limit + 1), database)
        total = Event.select().where(kept).count(database) if count else None
    more = cursors.write(cursors.Place(filters, sort, limit, found[limit - 1][1:])) if len(found) > limit else None
    return EventPage(tuple(row[0] for row in found[:limit]), more, total, filters, sort, limit)


def get_event(store: Store, identity: str, *, as_of: int | None = None) -> Shape:
    """One event with its evidence, links and history; with `as_of` (a day's number) as it was known by then.

    Raises MergedError for one that was merged into another, NotFoundError for one that never was, is no more, or was
    not known by that day.
    """
    with store.reading() as database:
        found = row_of(database, identity, as_of) if is_id(identity) else None
        if found is None:
            raise missing(database, identity, as_of)
        serial, edition_of, shape, detail, hidden = found
        kept = load(store, Statement.serial.in_(told_in(serial, is_edition=edition_of is not None)))
        return {
            **_explained(value_of(shape), value_of(detail)),
            "hidden": hidden is not None,
            "evidence": [_evidence_shape(one) for one in kept],
            "links": _links(database, serial, [one.serial for one in kept], as_of),
            "history": _history(database, identity),
            "known": known(database, edition_of or serial, as_of),
        }


def with_parts(store: Store, page: EventPage, parts: Sequence[str]) -> list[Shape]:
    """The events of a page with their 'evidence' or 'links', as a single one has them."""
    return [
        {**event, **_parts(get_event(store, event["id"], as_of=page.filters.as_of), parts)} for event in page.events
    ]


def _parts(event: Shape, names: Sequence[str]) -> Shape:
    return {name: event[name] for name in names}


def event_sequence(store: Store, identity: str) -> int | None:
    """The number of an event's last change; None when there is no such event now."""
    with store.reading() as database:
        query = Event.select(Event.sequence).where((Event.id == identity) & standing(None))
        found = rows(query, database) if is_id(identity) else []
    return found[0][0] if found else None


def find_changes(store: Store, *, since: int = 0, limit: int = 500) -> list[Shape]:
    """What was created, updated or deleted after a number of the sequence, in order."""
    with store.reading() as database:
        query = _changes().where(Change.sequence > since).order_by(Change.sequence).limit(limit)
        return list(query.dicts().execute(database))


def data_version(store: Store) -> int:
    """A number that differs after every change."""
    with store.reading() as database:
        return sequence(database)


def document_events(store: Store, document: str) -> tuple[str, ...]:
    """Ids of the events that a document tells, in the order of its text."""
    with store.reading() as database:
        found = TOLD.rows(database, document)
    return tuple(dict.fromkeys(identity for (identity,) in found))


def _told(gaps: Gaps) -> Any:
    query = Statement.select(Event.id).join(Event).switch(Statement).join(Document)
    return query.where(Document.id == gaps.text()).order_by(Statement.number)


TOLD = Query(_told)


def _order(store: Store, sort: str, filters: Filters) -> Order:
    """The order of that name; by relevance, what has the words in its headline first, then by salience."""
    if sort != "relevance":
        return ORDERS[sort]
    in_headline = words_condition(store, filters.q or "", column="headline")
    tier = Case(None, ((in_headline, 0),), 1)
    return Order(((tier, False), (Event.salience, True), (Event.id, True)), (int, float, str))


def _beyond(order: Order, key: Sequence[Any]) -> Any:
    """Holds for the rows after the key. Runs of one direction are compared as rows, which indexes can answer."""
    (_, is_falling), *_ = order.keys
    run = next((n for n, (_, falls) in enumerate(order.keys) if falls != is_falling), len(order.keys))
    here = Tuple(*(column for column, _ in order.keys[:run]))
    there = Tuple(*key[:run])
    after = here < there if is_falling else here > there
    if run == len(order.keys):
        return after
    return after | ((here == there) & _beyond(Order(order.keys[run:], order.kinds[run:]), key[run:]))


def _explained(shape: Shape, detail: Shape) -> Shape:
    """The event with all that is known about its date."""
    reasons = {name: detail[name] for name in REASONS}
    return {**shape, "when": {**shape["when"], **reasons}}


def document_shape(kept: Kept) -> Shape:
    """The text that a Statement stands in, as evidence names it."""
    return {
        "id": kept.evidence.document,
        "external_id": kept.external_id,
        "title": kept.title,
        "url": kept.url,
        "published": kept.published,
        "source": {"name": kept.source, "home": kept.home} if kept.source else None,
    }


def _evidence_shape(kept: Kept) -> Shape:
    evidence = kept.evidence
    told = statement_shape(evidence.document, evidence.statement)
    return {**told, "document": document_shape(kept), "number": evidence.number}


def _links(database: Any, serial: int, told: Sequence[int], as_of: int | None) -> list[Shape]:
    """How the event stands to others, as its statements' links say."""
    columns = (Link.relation, Link.other, Link.because, Link.sieve, Link.is_strong)
    found = rows(
        Link.select(*columns).where(Link.statement.in_(told)).order_by(Link.statement, Link.position), database
    )
    there = homes(database, {other for _, other, *_ in found}, as_of)
    known = [(relation, *there[other], *rest) for relation, other, *rest in found if other in there]
    return [_link_shape(relation, *rest) for relation, target, *rest in dict.fromkeys(known) if target != serial]


def homes(database: Any, told: Collection[int], as_of: int | None) -> dict[int, tuple[int, str, str]]:
    """Number, id and headline of the row that each of these Statements stands in."""
    columns = (Event.serial, Event.id, Event.headline)
    now = Statement.select(Statement.serial, *columns).join(Event)
    then = EditionStatement.select(EditionStatement.statement, *columns).join(Event)
    shown = standing(as_of) & Event.hidden.is_null()
    queries: list[Any] = [now.where(Statement.serial.in_(told) & shown)]
    queries += [then.where(EditionStatement.statement.in_(told) & shown)] if as_of is not None else []
    return {statement: tuple(home) for query in queries for statement, *home in rows(query, database)}


def _link_shape(relation: str, identity: str, headline: str, because: str, sieve: str, is_strong: bool) -> Shape:
    event = {"id": identity, "headline": headline}
    return {"relation": relation, "event": event, "because": because, "sieve": sieve, "strong": is_strong}


def _history(database: Any, identity: str) -> list[Shape]:
    """The event's own changes, and the ids that were merged into it."""
    query = _changes().where((Change.event == identity) | (Change.merged_into == identity)).order_by(Change.sequence)
    return list(query.dicts().execute(database))


def _changes() -> Any:
    return Change.select(Change.sequence, Change.event, Change.action, Change.merged_into, Change.at)
