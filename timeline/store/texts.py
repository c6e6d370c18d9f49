"""Documents, read: what is kept of each text, and what was read in it."""

from collections.abc import Collection
from typing import Any

from peewee import JOIN, fn

from timeline.errors import NotFoundError
from timeline.model.days import iso_day
from timeline.model.shapes import Shape, statement_shape
from timeline.store import cursor as cursors
from timeline.store.codec import unpack, value_of
from timeline.store.database import Store, is_id, rows
from timeline.store.people import Page
from timeline.store.tables import Document, Event, Source, Statement


def find_documents(store: Store, *, limit: int = 50, cursor: str | None = None) -> Page:
    """Documents, the last kept first, without their bodies; 'statements' counts what was read in each."""
    with store.reading() as database:
        query = _selection()
        if cursor is not None:
            query = query.where(Document.serial < _place(cursor))
        found = list(query.order_by(Document.serial.desc()).limit(limit + 1).dicts().execute(database))
        counts = _counts(database, [row["serial"] for row in found[:limit]])
    more = cursors.seal([found[limit - 1]["serial"]]) if len(found) > limit else None
    return Page([{**_shape(row), "statements": counts.get(row["serial"], 0)} for row in found[:limit]], more)


def get_document(store: Store, identity: str) -> Shape:
    """One document with its body, marked blocks and Statements; NotFoundError for no such id."""
    with store.reading() as database:
        query = _selection(Document.body, Document.blocks).where(Document.id == identity)
        found = list(query.dicts().execute(database)) if is_id(identity) else []
        if not found:
            raise NotFoundError(f"no document has the id {identity}")
        row = found[0]
        return {
            **_shape(row),
            "body": row["body"],
            "blocks": value_of(row["blocks"]),
            "statements": _statements(database, row["serial"], identity),
        }


def _place(cursor: str) -> int:
    match cursors.unseal(cursor):
        case [int() as serial] if abs(serial) < 2**63:
            return serial
        case _:
            raise cursors.broken()


def _selection(*more: Any) -> Any:
    columns = (
        Document.serial, Document.id, Document.external_id, Document.title, Document.url, Document.published,
        Document.published_from, Document.place, Document.language, Document.fingerprint, Document.version,
        Document.created, Document.updated, Source.name.alias("source_name"), Source.home,
    )  # fmt: skip
    return Document.select(*columns, *more).join(Source, JOIN.LEFT_OUTER)


def _shape(row: dict[str, Any]) -> Shape:
    name, day = row["source_name"], row["published"]
    return {
        "id": row["id"],
        "external_id": row["external_id"],
        "title": row["title"],
        "url": row["url"],
        "source": {"name": name, "home": row["home"]} if name is not None else None,
        "published": iso_day(day) if day is not None else None,
        "published_from": row["published_from"],
        "place": row["place"],
        "language": row["language"],
        "fingerprint": row["fingerprint"],
        "version": row["version"],
        "created": row["created"],
        "updated": row["updated"],
    }


def _counts(database: Any, serials: Collection[int]) -> dict[int, int]:
    query = Statement.select(Statement.document, fn.COUNT(Statement.serial)).where(Statement.document.in_(serials))
    return dict(rows(query.group_by(Statement.document), database))


def _statements(database: Any, serial: int, identity: str) -> list[Shape]:
    """What was read in the document, in text order, each with the id of its event."""
    query = Statement.select(Statement.content, Event.id).join(Event, JOIN.LEFT_OUTER)
    found = rows(query.where(Statement.document == serial).order_by(Statement.number), database)
    return [{**statement_shape(identity, unpack(content)), "event": event} for content, event in found]
