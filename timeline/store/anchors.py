"""Anchors: where a decision hangs, and how it finds its Statement again when a Document is read, changed or kept anew.

They know a Document by its identity (address, else text) and a Statement by its trigger, so neither ids nor row numbers
need to last. One whose Statement no reading finds sleeps, and wakes with the next that does.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.model.statement import Statement as Telling
from timeline.store.asking import Gaps, Query
from timeline.store.codec import unpack
from timeline.store.database import Writing, rows
from timeline.store.ledger import Anchor
from timeline.store.tables import Document, Statement


@dataclass(frozen=True, slots=True)
class Sleeper:
    """An anchor without a Statement, with what it remembers of it."""

    serial: int
    fingerprint: str
    start: int
    end: int
    trigger: str
    lemma: str
    type: str
    sentence: str


Likeness = Callable[[Sleeper, Telling, str], bool]

LIKENESSES: tuple[Likeness, ...] = (  # the surest first
    lambda old, new, text: (old.fingerprint, old.start, old.trigger) == (text, new.trigger.start, new.trigger.text),
    lambda old, new, _: (old.sentence, old.trigger, old.type) == (new.sentence, new.trigger.text, new.type),
    lambda old, new, _: (old.sentence, old.trigger) == (new.sentence, new.trigger.text),
    lambda old, new, text: old.fingerprint == text and old.start < new.trigger.end and new.trigger.start < old.end,
    lambda old, new, _: (old.lemma, old.type) == (new.lemma, new.type),
)


def anchor_all(writing: Writing, serials: Collection[int]) -> dict[int, int]:
    """The anchors of these Statements, by the Statement's number; made where there was none."""
    hanging = Anchor.select(Anchor.statement, Anchor.serial).where(Anchor.statement.in_(set(serials)))
    known = dict(rows(hanging, writing.database))
    missing = set(serials) - known.keys()
    selection = Statement.select(Statement.serial, Statement.content, Document.identity, Document.fingerprint)
    query = selection.join(Document).where(Statement.serial.in_(missing)).order_by(Statement.serial)
    for serial, content, identity, fingerprint in rows(query, writing.database) if missing else ():
        known[serial] = _insert(writing, serial, unpack(content), identity, fingerprint)
    return known


def wake(writing: Writing, document: int) -> None:
    """Hang the sleeping anchors of a Document on the Statements that tell what they remember."""
    ((identity, fingerprint),) = KNOWN_BY.rows(writing.database, document)
    sleepers = _sleepers(writing, identity)
    if not sleepers:
        return
    query = Statement.select(Statement.serial, Statement.content).where(Statement.document == document)
    told = [(serial, unpack(content)) for serial, content in rows(query.order_by(Statement.number), writing.database)]
    for sleeper, serial in _found(sleepers, told, fingerprint):
        Anchor.update(statement=serial).where(Anchor.serial == sleeper).execute(writing.database)


def _known_by(gaps: Gaps) -> Any:
    return Document.select(Document.identity, Document.fingerprint).where(Document.serial == gaps.number())


def _sleeping(gaps: Gaps) -> Any:
    columns = (
        Anchor.serial, Anchor.fingerprint, Anchor.start, Anchor.end, Anchor.trigger, Anchor.lemma, Anchor.type,
        Anchor.sentence,
    )  # fmt: skip
    query = Anchor.select(*columns).where((Anchor.document == gaps.text()) & Anchor.statement.is_null())
    return query.order_by(Anchor.start, Anchor.serial)


KNOWN_BY, SLEEPING = Query(_known_by), Query(_sleeping)


def _sleepers(writing: Writing, identity: str) -> list[Sleeper]:
    return [Sleeper(*row) for row in SLEEPING.rows(writing.database, identity)]


def _found(sleepers: Sequence[Sleeper], told: Sequence[tuple[int, Telling]], text: str) -> list[tuple[int, int]]:
    """(anchor, Statement) of those that go together; each at most once, the surest likeness first."""
    left, waiting, pairs = list(told), list(sleepers), []
    for is_like in LIKENESSES:
        for sleeper in list(waiting):
            place = next((n for n, (_, new) in enumerate(left) if is_like(sleeper, new, text)), None)
            if place is not None:
                pairs.append((sleeper.serial, left.pop(place)[0]))
                waiting.remove(sleeper)
    return pairs


def _insert(writing: Writing, serial: int, told: Telling, identity: str, fingerprint: str) -> int:
    number = writing.number()
    row: dict[str, Any] = {
        "serial": number, "document": identity, "fingerprint": fingerprint, "start": told.trigger.start,
        "end": told.trigger.end, "trigger": told.trigger.text, "lemma": told.lemma, "type": told.type,
        "sentence": told.sentence, "statement": serial,
    }  # fmt: skip
    Anchor.insert(row).execute(writing.database)
    return number
