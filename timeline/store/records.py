"""Documents and their Statements, written: one row each, known by address (else by body), replaced as a whole."""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ulid import ULID

from timeline.errors import InputError, NotFoundError
from timeline.model.document import Document as Text
from timeline.model.document import Source as Outlet
from timeline.model.event import Reading
from timeline.model.span import FAR
from timeline.model.statement import Statement as Telling
from timeline.store.anchors import wake
from timeline.store.codec import pack, text_of, unpack
from timeline.store.database import Store, Writing, is_id, rows
from timeline.store.gather import SHORT_WINDOW, WIDE, Likeness, reach
from timeline.store.tables import Document, Handle, Link, Source, Statement

UNKEPT = {"\0": "a NUL character", "[\ud800-\udfff]": "half a character (a lone surrogate)"}


@dataclass(frozen=True, slots=True)
class SavedDocument:
    """A document's row number, id and version; whether anything was written; the events its old Statements bore on.

    `since` is the first day (a number) of which what was known may have changed; FAR when that is no day's.
    """

    serial: int
    id: str
    version: int
    is_new: bool
    events: frozenset[int] = frozenset()
    since: int = FAR


def find_document(store: Store, document: Text) -> SavedDocument | None:
    """The row of the same text at the same address, if it is kept already."""
    with store.reading() as database:
        row = _row(database, document)
    if row is None or row[2] != document.fingerprint:
        return None
    return SavedDocument(row[0], row[1], row[3], is_new=False)


def save_document(writing: Writing, document: Text, readings: Sequence[Reading], likeness: Likeness) -> SavedDocument:
    """Write a document with its Statements; another text at a known address replaces what was there.

    Raises InputError for a text with characters that no database keeps.
    """
    _check(document)
    row, day = _row(writing.database, document), _published(document)
    if row is None:
        saved = SavedDocument(writing.number(), str(ULID()), 1, is_new=True, since=day or FAR)
        Document.insert(_columns(writing, document, saved) | {"created": writing.at}).execute(writing.database)
        _insert_statements(writing, saved.serial, readings, [None] * len(readings))
        wake(writing, saved.serial)
        return saved
    if row[2] == document.fingerprint:
        return SavedDocument(row[0], row[1], row[3], is_new=False)
    since = min(day or FAR, row[4] or FAR)
    events = reach(writing, row[0], likeness)
    saved = SavedDocument(row[0], row[1], row[3] + 1, is_new=True, events=events, since=since)
    Document.update(_columns(writing, document, saved)).where(Document.serial == saved.serial).execute(writing.database)
    replace_statements(writing, saved.serial, readings)
    return saved


def _check(document: Text) -> None:
    for sign, name in UNKEPT.items():
        if any(text and re.search(sign, text) for text in (document.body, document.title, document.url)):
            raise InputError(f"the text has {name}, which cannot be kept", place=document.label)


def replace_statements(writing: Writing, document: int, readings: Sequence[Reading]) -> None:
    """Put these Statements in place of a document's old ones; what is told again stays with its event."""
    query = Statement.select(Statement.content, Statement.event).where(Statement.document == document)
    old = [(unpack(content), event) for content, event in rows(query.order_by(Statement.number), writing.database)]
    Statement.delete().where(Statement.document == document).execute(writing.database)
    _insert_statements(writing, document, readings, carried_over([reading.statement for reading in readings], old))
    wake(writing, document)


def remove_document(writing: Writing, identity: str, likeness: Likeness) -> SavedDocument:
    """Delete a document and its Statements; what it was, with the events they bore on. NotFoundError for no such id."""
    columns = (Document.serial, Document.id, Document.version, Document.published)
    found = rows(Document.select(*columns).where(Document.id == identity), writing.database) if is_id(identity) else []
    if not found:
        raise NotFoundError(f"no document has the id {identity}")
    serial, _, version, day = found[0]
    events = reach(writing, serial, likeness)
    removed = SavedDocument(serial, identity, version, True, events, FAR if day is None else day)
    Document.delete().where(Document.serial == serial).execute(writing.database)
    writing.number()
    return removed


def carried_over(new: Sequence[Telling], old: Sequence[tuple[Telling, int | None]]) -> list[int | None]:
    """For each new Statement the event of the old one that told the same: same sentence, else same words in turn.

    The same trigger in the same sentence may be read as another type than before.
    """
    homes: list[int | None] = [None] * len(new)
    left = list(old)
    for likeness in (_whole, _trigger, _words):
        for number, statement in enumerate(new):
            if homes[number] is None and (place := _place(statement, left, likeness)) is not None:
                homes[number] = left.pop(place)[1]
    return homes


def _whole(statement: Telling) -> tuple[str, ...]:
    return statement.sentence, statement.trigger.text, statement.type


def _trigger(statement: Telling) -> tuple[str, ...]:
    return statement.sentence, statement.trigger.text


def _words(statement: Telling) -> tuple[str, ...]:
    return statement.lemma, statement.type


def _place(
    statement: Telling, left: Sequence[tuple[Telling, int | None]], likeness: Callable[[Telling], tuple[str, ...]]
) -> int | None:
    wanted = likeness(statement)
    return next((place for place, (old, _) in enumerate(left) if likeness(old) == wanted), None)


def _published(document: Text) -> int | None:
    return document.published.toordinal() if document.published else None


def _row(database: Any, document: Text) -> tuple[int, str, str, int, int | None] | None:
    columns = (Document.serial, Document.id, Document.fingerprint, Document.version, Document.published)
    found = rows(Document.select(*columns).where(Document.identity == _identity(document)), database)
    return found[0] if found else None


def _identity(document: Text) -> str:
    """Hash of the address, else of the body: the same one means the same document."""
    known_by = f"url {document.url}" if document.url else f"text {document.fingerprint}"
    return hashlib.sha256(known_by.encode("utf-8", "surrogatepass")).hexdigest()


def _columns(writing: Writing, document: Text, saved: SavedDocument) -> dict[str, Any]:
    return {
        "serial": saved.serial,
        "id": saved.id,
        "identity": _identity(document),
        "external_id": document.external_id,
        "url": document.url,
        "title": document.title,
        "body": document.body,
        "blocks": text_of([asdict(block) for block in document.blocks]),
        "fingerprint": document.fingerprint,
        "source": _source(writing, document.source),
        "published": _published(document),
        "published_from": document.published_from,
        "place": document.place,
        "language": document.language,
        "version": saved.version,
        "updated": writing.at,
    }


def _source(writing: Writing, source: Outlet | None) -> int | None:
    """The number of the outlet's row, made when there is none; its home page once that is known."""
    if source is None:
        return None
    key = source.name.casefold()
    found = rows(Source.select(Source.serial, Source.home).where(Source.name_key == key), writing.database)
    if not found:
        serial = writing.number()
        Source.insert(serial=serial, name=source.name, name_key=key, home=source.home).execute(writing.database)
        return serial
    serial, home = found[0]
    if home is None and source.home:
        Source.update(home=source.home).where(Source.serial == serial).execute(writing.database)
    return int(serial)


def _insert_statements(
    writing: Writing, document: int, readings: Sequence[Reading], events: Sequence[int | None]
) -> None:
    serials = [writing.number() for _ in readings]
    statements = [
        (serial, document, number, event, reading.rank, pack(reading.statement))
        for number, (serial, reading, event) in enumerate(zip(serials, readings, events, strict=True))
    ]
    handles = [
        (serial, _marked(key, reading), reading.first, reading.last)
        for serial, reading in zip(serials, readings, strict=True)
        for key in reading.keys
        if reading.first is not None
    ]
    _insert(writing, Statement, statements)
    _insert(writing, Handle, handles)
    _insert(writing, Link, _links(serials, readings))


def _marked(key: str, reading: Reading) -> str:
    """With the mark of wide ones where it spans many days, so that the rest is found in few rows."""
    days = 0 if reading.first is None or reading.last is None else reading.last - reading.first
    return f"{key}{WIDE}" if days > SHORT_WINDOW else key


def _links(serials: Sequence[int], readings: Sequence[Reading]) -> list[tuple[Any, ...]]:
    return [
        (serial, position, serials[link.statement], link.relation.value, link.because, link.sieve, link.is_strong)
        for serial, reading in zip(serials, readings, strict=True)
        for position, link in enumerate(reading.statement.links)
    ]


def _insert(writing: Writing, table: Any, values: list[tuple[Any, ...]]) -> None:
    if values:
        table.insert_many(values, fields=table._meta.sorted_fields).execute(writing.database)
