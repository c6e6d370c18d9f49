"""Documents and their Statements, written: one row each, known by address (else by body), replaced as a whole."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ulid import ULID

from timeline.errors import InputError, NotFoundError
from timeline.model.document import Document as Text
from timeline.model.document import Source as Outlet
from timeline.model.event import Reading
from timeline.model.span import FAR
from timeline.store.asking import Gaps, Query, insert
from timeline.store.bonds import Likeness, bind
from timeline.store.codec import text_of
from timeline.store.database import Store, Writing, is_id, rows
from timeline.store.gather import reach
from timeline.store.tables import Document, Source
from timeline.store.tellings import replace_statements

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


def save_document(
    writing: Writing, document: Text, readings: Sequence[Reading], likeness: Likeness, rules: str | None = None
) -> SavedDocument:
    """Write a document with its Statements, read by these rules; another text at a known address replaces what was there.

    Raises InputError for a text with characters that no database keeps.
    """
    _check(document)
    row, day = _row(writing.database, document), _published(document)
    if row is None:
        saved = SavedDocument(writing.number(), str(ULID()), 1, is_new=True, since=day or FAR)
        columns = _columns(writing, document, saved) | {"created": writing.at, "rules": rules}
        insert(writing.database, Document, columns)
        replace_statements(writing, saved.serial, readings)
        bind(writing, saved.serial, likeness)
        return saved
    if row[2] == document.fingerprint:
        return SavedDocument(row[0], row[1], row[3], is_new=False)
    since = min(day or FAR, row[4] or FAR)
    events = reach(writing, row[0], likeness, since=since)
    saved = SavedDocument(row[0], row[1], row[3] + 1, is_new=True, events=events, since=since)
    columns = _columns(writing, document, saved) | {"rules": rules}
    Document.update(columns).where(Document.serial == saved.serial).execute(writing.database)
    replace_statements(writing, saved.serial, readings)
    bind(writing, saved.serial, likeness)
    return saved


def _check(document: Text) -> None:
    for sign, name in UNKEPT.items():
        if any(text and re.search(sign, text) for text in (document.body, document.title, document.url)):
            raise InputError(f"the text has {name}, which cannot be kept", place=document.label)


def remove_document(writing: Writing, identity: str, likeness: Likeness) -> SavedDocument:
    """Delete a document and its Statements; what it was, with the events they bore on. NotFoundError for no such id."""
    columns = (Document.serial, Document.id, Document.version, Document.published)
    found = rows(Document.select(*columns).where(Document.id == identity), writing.database) if is_id(identity) else []
    if not found:
        raise NotFoundError(f"no document has the id {identity}")
    serial, _, version, day = found[0]
    since = FAR if day is None else day
    removed = SavedDocument(serial, identity, version, True, reach(writing, serial, likeness, since=since), since)
    Document.delete().where(Document.serial == serial).execute(writing.database)
    writing.number()
    return removed


def _published(document: Text) -> int | None:
    return document.published.toordinal() if document.published else None


def _row(database: Any, document: Text) -> tuple[int, str, str, int, int | None] | None:
    found = IDENTIFIED.rows(database, _identity(document))
    return found[0] if found else None


def _identified(gaps: Gaps) -> Any:
    columns = (Document.serial, Document.id, Document.fingerprint, Document.version, Document.published)
    return Document.select(*columns).where(Document.identity == gaps.text())


IDENTIFIED = Query(_identified)
SOURCE = Query(lambda gaps: Source.select(Source.serial, Source.home).where(Source.name_key == gaps.text()))


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
    found = SOURCE.rows(writing.database, key)
    if not found:
        serial = writing.number()
        row = {"serial": serial, "name": source.name, "name_key": key, "home": source.home}
        insert(writing.database, Source, row)
        return serial
    serial, home = found[0]
    if home is None and source.home:
        Source.update(home=source.home).where(Source.serial == serial).execute(writing.database)
    return int(serial)
