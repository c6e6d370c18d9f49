"""Kept Statements, read with what merging and showing need of their Documents."""

import datetime
from collections.abc import Collection
from typing import Any

from peewee import JOIN

from timeline.model.event import Evidence
from timeline.store.codec import unpack
from timeline.store.database import Store, Writing, parted, rows
from timeline.store.shape import Kept
from timeline.store.tables import Document, Source, Statement


def load(store: Store | Writing, where: Any) -> list[Kept]:
    """The kept Statements for which the condition holds, in order."""
    return [_kept(row) for row in rows(_selection().where(where), store.database)]


def load_all(store: Store | Writing, serials: Collection[int]) -> list[Kept]:
    """The kept Statements with these numbers, in order."""
    return [one for some in parted(serials) for one in load(store, Statement.serial.in_(some))]


def _selection() -> Any:
    return (
        Statement.select(
            Statement.serial, Statement.event, Statement.number, Statement.rank, Statement.content,
            Document.id, Document.fingerprint, Document.published, Document.title, Document.url, Document.external_id,
            Source.name, Source.home,
        )
        .join(Document)
        .join(Source, JOIN.LEFT_OUTER)
        .order_by(Statement.serial)
    )  # fmt: skip


def _kept(row: Any) -> Kept:
    serial, event, number, rank, content, document, fingerprint, day, title, url, external_id, source, home = row
    published = datetime.date.fromordinal(day) if day is not None else None
    address = url or external_id or ""
    evidence = Evidence(document, fingerprint, published, number, unpack(content), address, rank)
    return Kept(serial, event, evidence, title, url, external_id, source, home)
