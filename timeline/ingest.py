"""The joint: one Document through the whole way. Read it, keep it, merge what it tells into the chronology.

Each Document is one transaction: all of it is kept, or nothing.
"""

import logging
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from timeline.chronology import Bonds, bond, editions, identified, keys, merge, ranks, readings, side
from timeline.extract import extract, unread
from timeline.intake import syntax
from timeline.model.document import Document
from timeline.model.span import FAR
from timeline.model.statement import Statement
from timeline.rulebook import matching, rulebook
from timeline.store.bonds import Likeness
from timeline.store.database import Store, Writing
from timeline.store.decisions import load_decisions
from timeline.store.events import Changes, save_events
from timeline.store.gather import gather
from timeline.store.identity import Identity
from timeline.store.queries import document_events
from timeline.store.records import SavedDocument, find_document, remove_document, save_document
from timeline.store.shape import Kept

IDENTITY = Identity(keys, identified)

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What ingesting (or removing) a Document did.

    `is_new` is False when the same text was kept already and nothing changed; a changed text at a known address is new
    and has a `version` above 1. `events` are the ids of all events that the Document tells; `created`, `updated` and
    `deleted` those that changed. `message` tells a person what kept the text from being read, if anything.
    """

    document_id: str
    is_new: bool
    version: int
    events: tuple[str, ...] = ()
    created: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    message: str | None = None


Note = Callable[[Writing, Outcome], None]


@cache
def likeness() -> Likeness:
    """How Statements are held together, and by which rules: who only reads need not know them."""
    return Likeness(side, bond, matching())


def ingest(store: Store, document: Document, *, model: str = syntax.DEFAULT_MODEL, then: Note | None = None) -> Outcome:
    """Read and keep a Document. Raises StoreError (or SettingError, see `extract`), and then nothing is kept."""
    known = find_document(store, document)
    if known is None:
        return record(store, document, extract(document, model=model), rules=rulebook(model), then=then)
    outcome = _known(store, known, unread(document))
    if then is not None:
        with store.writing() as writing:
            then(writing, outcome)
    return outcome


def record(
    store: Store,
    document: Document,
    statements: Sequence[Statement],
    *,
    rules: str | None = None,
    then: Note | None = None,
) -> Outcome:
    """Keep a Document with the Statements that these rules read in it; `then` writes more in the same transaction."""
    with store.writing() as writing:
        saved = save_document(writing, document, readings(statements, ranks(statements), document), likeness(), rules)
        changes = _remerge(writing, saved) if saved.is_new else Changes()
        events, message = document_events(store, saved.id), unread(document)
        known = Outcome(saved.id, False, saved.version, events, message=message)
        outcome = _outcome(saved.id, saved.version, events, changes, message) if saved.is_new else known
        if then is not None:
            then(writing, outcome)
    if saved.is_new:
        logger.info("%s: %d statements, %d events created", document.label, len(statements), len(changes.created))
    return outcome


def remove(store: Store, document_id: str) -> Outcome:
    """Delete a Document with what it alone told. Raises NotFoundError for an unknown id."""
    with store.writing() as writing:
        changes = _remerge(writing, remove_document(writing, document_id, likeness()))
    return _outcome(document_id, 0, (), changes)


def _remerge(writing: Writing, saved: SavedDocument) -> Changes:
    return remerge(writing, saved.serial, saved.events, since=saved.since)


def remerge(writing: Writing, document: int | None, events: Collection[int], *, since: int = FAR) -> Changes:
    """Merge anew what a document tells and what these events are made of, as people decided.

    `since` is the first day of which what was known may have changed; what people decided bears on every day.
    """
    gathered = gather(writing, document, events, likeness(), since=since)
    decisions, expected = load_decisions(writing, gathered.kept)
    if expected:
        since = min(_days(gathered.kept), default=FAR)
        gathered = gather(writing, document, events, likeness(), since=since, is_whole=True)
        decisions, expected = load_decisions(writing, gathered.kept)
    evidence, bonds = [one.evidence for one in gathered.kept], Bonds(gathered.bonds)
    merged = merge(gathered.loose(), decisions, bonds, standing=gathered.groups())
    known = tuple(editions(evidence, merged, bonds, decisions, since=since)) if since < FAR else ()
    return save_events(writing, merged, gathered.kept, events, known, expected, IDENTITY)


def _days(kept: Iterable[Kept]) -> list[int]:
    return [one.evidence.published.toordinal() for one in kept if one.evidence.published]


def _known(store: Store, saved: SavedDocument, message: str | None) -> Outcome:
    return Outcome(saved.id, False, saved.version, document_events(store, saved.id), message=message)


def _outcome(
    document: str, version: int, events: tuple[str, ...], changes: Changes, message: str | None = None
) -> Outcome:
    created, updated, deleted = map(tuple, (changes.created, changes.updated, changes.deleted))
    return Outcome(document, True, version, events, created, updated, deleted, message)
