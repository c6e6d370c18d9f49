"""Which row stands under an id now, or stood by a day; where an id went that has none."""

from typing import Any

from timeline.errors import MergedError, NotFoundError
from timeline.model.days import iso_day
from timeline.model.shapes import Shape
from timeline.store.conditions import standing
from timeline.store.database import is_id, rows
from timeline.store.tables import Change, EditionStatement, Event, Statement


def row_of(database: Any, identity: str, as_of: int | None) -> Any:
    """The row that stands under an id; where none does by that day, one that belongs to its event."""
    columns = (Event.serial, Event.edition_of, Event.shape, Event.detail, Event.hidden)
    row = next(iter(rows(Event.select(*columns).where((Event.id == identity) & standing(as_of)), database)), None)
    if row is None and as_of is not None:
        current = Event.alias("current")
        kept_as = heir(database, identity)
        owner = current.select(current.serial).where((current.id == kept_as) & current.edition_of.is_null())
        belongs = Event.edition_of.in_(owner) | Event.serial.in_(owner)
        query = Event.select(*columns).where(belongs & standing(as_of)).order_by(Event.serial)
        row = next(iter(rows(query.limit(1), database)), None)
    return row


def told_in(serial: int, *, is_edition: bool) -> Any:
    """The numbers of the Statements that a row is made of."""
    if is_edition:
        return EditionStatement.select(EditionStatement.statement).where(EditionStatement.edition == serial)
    return Statement.select(Statement.serial).where(Statement.event == serial)


def known(database: Any, serial: int, as_of: int | None) -> list[Shape]:
    """What was known of an event by each day of publication that changed it, in order."""
    query = Event.select(
        Event.id, Event.known_from, Event.known_until, Event.edtf, Event.status, Event.disputed, Event.reports
    ).where(((Event.serial == serial) | (Event.edition_of == serial)) & Event.known_from.is_null(False))
    if as_of is not None:
        query = query.where(Event.known_from <= as_of)
    return [
        {
            "id": identity,
            "from": iso_day(first),
            "until": None if last is None else iso_day(last),
            "edtf": span,
            "status": status,
            "disputed": bool(disputed),
            "reports": reports,
        }
        for identity, first, last, span, status, disputed, reports in rows(
            query.order_by(Event.known_from, Event.id), database
        )
    ]


def missing(database: Any, identity: str, as_of: int | None = None) -> NotFoundError:
    """What to raise for an id without a row: where it went, following it as far as it goes."""
    if as_of is not None:
        return NotFoundError(f"no event with the id {identity} was known by {iso_day(as_of)}")
    kept_as = heir(database, identity)
    if kept_as != identity and rows(Event.select(Event.serial).where((Event.id == kept_as) & standing(None)), database):
        return MergedError(f"event {identity} was merged into {kept_as}", into=kept_as)
    return NotFoundError(f"no event has the id {identity}")


def heir(database: Any, identity: str) -> str:
    """The id that it was merged into, as far as that goes; else that of the event which had it on earlier days; else itself."""
    now, seen = identity, {identity}
    while is_id(now) and (target := merged_into(database, now)) and target not in seen:
        now = target
        seen.add(now)
    return now if now != identity else _owner(database, identity) or identity


def _owner(database: Any, identity: str) -> str | None:
    """The id of the current event that an id of earlier days only belongs to."""
    current = Event.alias("current")
    query = current.select(current.id).join(Event, on=(Event.edition_of == current.serial))
    found = rows(query.where(Event.id == identity).limit(1), database) if is_id(identity) else []
    return found[0][0] if found else None


def merged_into(database: Any, identity: str) -> str | None:
    """What an event was merged into when it went, if it went and was."""
    query = Change.select(Change.merged_into).where(Change.event == identity).order_by(Change.sequence.desc()).limit(1)
    found = rows(query, database)
    return found[0][0] if found else None
