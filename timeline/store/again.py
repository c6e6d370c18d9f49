"""Documents that are kept, to be read again: which of them, as they were given, and what replaces what they told."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from peewee import JOIN

from timeline.model.document import Block, BlockKind
from timeline.model.document import Document as Text
from timeline.model.document import Source as Outlet
from timeline.model.event import Reading
from timeline.model.span import FAR
from timeline.store.bonds import Likeness, bind
from timeline.store.codec import value_of
from timeline.store.database import Store, Writing, rows
from timeline.store.gather import reach
from timeline.store.tables import Document, Source
from timeline.store.tellings import Replaced, replace_statements


@dataclass(frozen=True, slots=True)
class Again:
    """What reading a document again put in place; the events its old Statements bore on, and from which day on."""

    replaced: Replaced
    events: frozenset[int]
    since: int


def to_read_again(store: Store, rules: str, *, since: int | None = None, everything: bool = False) -> list[int]:
    """The numbers of documents that other rules read (or all), published from a day on, in the order of keeping."""
    query = Document.select(Document.serial).order_by(Document.serial)
    if not everything:
        query = query.where(Document.rules.is_null() | (Document.rules != rules))
    if since is not None:
        query = query.where(Document.published >= since)
    with store.reading() as database:
        return [serial for (serial,) in rows(query, database)]


def load_text(store: Store, serial: int) -> Text | None:
    """The document as it was given; None when it is gone."""
    with store.reading() as database:
        query = Document.select(Document, Source.name.alias("outlet"), Source.home).join(Source, JOIN.LEFT_OUTER)
        found = list(query.where(Document.serial == serial).dicts().execute(database))
    return _text(found[0]) if found else None


def _text(row: dict[str, Any]) -> Text:
    day = row["published"]
    return Text(
        body=row["body"],
        blocks=tuple(Block(BlockKind(one["kind"]), one["start"], one["end"]) for one in value_of(row["blocks"])),
        title=row["title"],
        external_id=row["external_id"],
        url=row["url"],
        source=Outlet(row["outlet"], row["home"]) if row["outlet"] is not None else None,
        published=datetime.date.fromordinal(day) if day is not None else None,
        published_from=row["published_from"],
        place=row["place"],
        language=row["language"],
    )


def save_again(
    writing: Writing, serial: int, text: Text, readings: Sequence[Reading], likeness: Likeness, rules: str
) -> Again | None:
    """Put what was read now in place of what a document told; None when it is another text by now, or gone."""
    query = Document.select(Document.fingerprint).where(Document.serial == serial)
    if rows(query, writing.database) != [(text.fingerprint,)]:
        return None
    since = text.published.toordinal() if text.published else FAR
    events = reach(writing, serial, likeness, since=since)
    replaced = replace_statements(writing, serial, readings)
    bind(writing, serial, likeness)
    Document.update(rules=rules).where(Document.serial == serial).execute(writing.database)
    return Again(replaced, events, since)
