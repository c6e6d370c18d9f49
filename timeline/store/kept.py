"""Kept Statements, read with what merging and showing need of their Documents."""

import datetime
from collections.abc import Callable, Collection
from functools import lru_cache
from typing import Any

from peewee import JOIN

from timeline.model.event import Evidence
from timeline.store.asking import Gaps, Query
from timeline.store.codec import unpack
from timeline.store.database import Store, Writing, rows
from timeline.store.shape import Kept
from timeline.store.tables import Document, Source, Statement

REMEMBERED = 4096  # a few kilobytes each


def load(store: Store | Writing, where: Any) -> list[Kept]:
    """The kept Statements for which the condition holds, in order."""
    return [_kept(row) for row in rows(_selection().where(where), store.database)]


def load_all(store: Store | Writing, serials: Collection[int]) -> list[Kept]:
    """The kept Statements with these numbers, in order."""
    return [_kept(row) for row in ALL.rows(store.database, serials)]


def made_of(writing: Writing, serials: Collection[int], make: Callable[[Evidence], Any]) -> dict[int, Any]:
    """By number what a pure function makes of the evidence; remembered, as the same Statements are looked at again and again."""
    return {serial: _made(make, tuple(rest)) for serial, *rest in EVIDENCE.rows(writing.database, serials)}


@lru_cache(maxsize=REMEMBERED)
def _made(make: Callable[[Evidence], Any], row: tuple[Any, ...]) -> Any:
    return make(_evidence(*row))


def _evidence_of(gaps: Gaps) -> Any:
    columns = (
        Statement.serial, Document.id, Document.fingerprint, Document.published, Statement.number, Statement.content,
        Document.url, Document.external_id, Statement.rank,
    )  # fmt: skip
    return Statement.select(*columns).join(Document).where(gaps.among(Statement.serial))


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


ALL = Query(lambda gaps: _selection().where(gaps.among(Statement.serial)))
EVIDENCE = Query(_evidence_of)


def _kept(row: Any) -> Kept:
    serial, event, number, rank, content, document, fingerprint, day, title, url, external_id, source, home = row
    evidence = _evidence(document, fingerprint, day, number, content, url, external_id, rank)
    return Kept(serial, event, evidence, title, url, external_id, source, home)


@lru_cache(maxsize=REMEMBERED)
def _evidence(
    document: str,
    fingerprint: str,
    day: int | None,
    number: int,
    content: str,
    url: str | None,
    other: str | None,
    rank: int,
) -> Evidence:
    published = datetime.date.fromordinal(day) if day is not None else None
    return Evidence(document, fingerprint, published, number, unpack(content), url or other or "", rank)
