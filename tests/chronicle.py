"""A small chronology made by hand, for tests of the API and the pages."""

import datetime
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask

from tests.migrated import made
from timeline.api import create_app
from timeline.ingest import Outcome, record
from timeline.intake.text import text_document
from timeline.model import edtf
from timeline.model.document import Document
from timeline.model.span import UNKNOWN, TimeSpan
from timeline.model.statement import (
    Actor,
    ActorKind,
    Claim,
    Link,
    Place,
    Relation,
    Role,
    RoleName,
    Statement,
    Status,
    Trigger,
)
from timeline.model.time import When
from timeline.settings import Settings
from timeline.store.database import Store

PAKISTAN = Actor("Pakistan", ActorKind.STATE, "PK")
TALIBAN = Actor("Taliban", ActorKind.ARMED_GROUP, "AF", aliases=("Afghan Taliban",))
TURKEY = Actor("Turkey", ActorKind.STATE, "TR", aliases=("Türkiye",))
QATAR = Actor("Qatar", ActorKind.STATE, "QA")
ARMY = Actor("Pakistan Army", ActorKind.GOVERNMENT, "PK", acts_for="Pakistan")

FRONTIER = """Guns fell silent after a bad month

A raid on a frontier post on October 11 opened the fighting. The Taliban say Pakistani jets had bombed villages before.
Envoys met in Doha and settled on a truce. A second meeting in Istanbul, with Turkey and Qatar in the chair, followed.
A visit to Kabul is planned. On some October 11 a bridge fell. Elders quarrelled.
"""
HARBOUR = """Harbour strike enters second week

Dock workers walked out on 3 November 2025. The port said the strike cost it dearly.
"""


def statement(
    body: str,
    words: str,
    *,
    trigger: str,
    headline: str,
    type: str,  # noqa: A002
    span: TimeSpan = UNKNOWN,
    basis: str = "none",
    date: str | None = None,
    roles: Sequence[tuple[Actor, RoleName]] = (),
    place: Place | None = None,
    claim: Claim | None = None,
    links: tuple[Link, ...] = (),
    mode: str | None = None,
    likely: str | None = None,
    salience: float = 0.5,
) -> Statement:
    """A Statement told by the sentence that starts with `words`; `trigger` and `date` are words in it."""
    start = body.index(words)
    end = body.index(".", start) + 1
    at = body.index(trigger, start)
    dated = body.index(date, start) if date else None
    when = When(
        span, basis, ("published 2025-10-29",), None, None, likely, date, dated,
        None if dated is None or date is None else dated + len(date), "month day" if date else None,
    )  # fmt: skip
    return Statement(
        body[start:end], start, end, Trigger(trigger, at, at + len(trigger)), trigger, headline, type, mode, when,
        tuple(Role(actor, name) for actor, name in roles), place, (), claim or Claim(), links, salience,
    )  # fmt: skip


RAID = edtf.parse("2025-10-11")
REPORTED = edtf.parse("2025-10-29")
SINCE_RAID = edtf.between(RAID.start_earliest, REPORTED.end_latest)

# Seven happenings: dated, alleged, ordered, planned, without a year, without a date. The words that begin the sentence, the rest.
TOLD_ON_FRONTIER: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "A raid",
        {"trigger": "raid", "headline": "Raid on a frontier post", "type": "assault", "span": RAID, "basis": "resolved",
         "date": "October 11", "roles": [(PAKISTAN, RoleName.TARGET)], "salience": 0.9},
    ),
    (
        "The Taliban say",
        {"trigger": "bombed", "headline": "Pakistan bombs villages", "type": "assault", "mode": "aerial", "basis": "ordered",
         "span": edtf.between(None, RAID.end_latest), "roles": [(ARMY, RoleName.AGENT)],
         "claim": Claim(Status.ALLEGED, ("Taliban",)), "links": (Link(Relation.BEFORE, 0, "before", "connective"),)},
    ),
    (
        "Envoys met",
        {"trigger": "met", "headline": "Envoys meet in Doha", "type": "consult", "span": SINCE_RAID, "basis": "ordered",
         "likely": "2025-10-19", "roles": [(PAKISTAN, RoleName.PARTICIPANT), (TALIBAN, RoleName.PARTICIPANT)],
         "place": Place("Doha", "QA", 25.28, 51.52),
         "links": (Link(Relation.AFTER, 0, "talks follow the hostilities they end", "script"),)},
    ),
    (
        "A second meeting",
        {"trigger": "meeting", "headline": "Second meeting in Istanbul", "type": "consult", "span": SINCE_RAID,
         "basis": "ordered", "roles": [(TURKEY, RoleName.MEDIATOR), (QATAR, RoleName.MEDIATOR)],
         "place": Place("Istanbul", "TR", 41.01, 28.95), "links": (Link(Relation.AFTER, 2, "second", "series"),)},
    ),
    (
        "A visit",
        {"trigger": "visit", "headline": "Visit to Kabul", "type": "consult", "mode": "visit", "basis": "published",
         "span": edtf.between(REPORTED.end_latest, None), "claim": Claim(Status.PLANNED), "place": Place("Kabul", "AF")},
    ),
    (
        "On some October 11",
        {"trigger": "fell", "headline": "Bridge falls", "type": "accident", "span": edtf.yearless(10, 11), "basis": "stated",
         "date": "October 11"},
    ),
    ("Elders", {"trigger": "quarrelled", "headline": "Elders quarrel", "type": "other"}),
)  # fmt: skip


def frontier() -> tuple[Document, tuple[Statement, ...]]:
    """The document of the frontier, and what it tells."""
    document = text_document(
        FRONTIER,
        published=datetime.date(2025, 10, 29),
        url="https://frontier.example/2025/10/29/guns",
        source="Frontier Gazette",
        external_id="frontier-1",
    )
    return document, tuple(statement(FRONTIER, words, **told) for words, told in TOLD_ON_FRONTIER)


def harbour() -> tuple[Document, tuple[Statement, ...]]:
    """One happening, in a document whose day of publication is unknown."""
    told = statement(
        HARBOUR,
        "Dock workers",
        trigger="walked out",
        headline="Dock workers walk out",
        type="protest",
        mode="strike",
        span=edtf.parse("2025-11-03"),
        basis="stated",
        date="3 November 2025",
    )
    return text_document(HARBOUR, source="Harbour Times"), (told,)


def fill(store: Store) -> list[Outcome]:
    """Keep both documents."""
    return [record(store, document, told) for document, told in (frontier(), harbour())]


@contextmanager
def serving(place: Path | str, *, is_filled: bool = True, **settings: object) -> Iterator[Flask]:
    """The application over a new SQLite database at a path, or over the migrated database at a URL."""
    url = place if isinstance(place, str) else made(place, fill if is_filled else None)
    app = create_app(Settings(database_url=url, **settings))  # type: ignore[arg-type]
    with app.extensions["timeline.store"] as store:
        if is_filled and isinstance(place, str):
            fill(store)
        yield app
