"""Which kept Statements must be merged anew: those that tell, or by links bear on, what a change touches.

Found by indexed keys and days, so that the cost grows with the story and not with the archive; at most so many.
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from peewee import JOIN, fn

from timeline.model.event import Evidence
from timeline.store.codec import unpack
from timeline.store.database import Store, Writing, rows
from timeline.store.decisions import ruled_with
from timeline.store.shape import Kept
from timeline.store.tables import Document, Handle, Link, Source, Statement

# Days that a handle spans at most: one without a mark, and one that is marked as wide.
SHORT_WINDOW, LONGEST_WINDOW = 62, 186
WIDE = " ~"
MOST = 600  # statements merged in one go; a larger story is merged in parts


@dataclass(frozen=True, slots=True)
class Likeness:
    """How to tell that two Statements are the same: what to make of each first, and how to compare two of those."""

    profile: Callable[[Evidence], Any]
    is_same: Callable[[Any, Any], bool]


def gather(writing: Writing, document: int | None, events: Iterable[int], likeness: Likeness) -> list[Kept]:
    """All Statements of the document and the events, of what is the same as those, or linked to them, and so on."""
    seen: dict[int, Kept] = {}
    found: dict[int, Kept] = {}
    likeness = _remembering(likeness)
    frontier = _load(writing, seen, _of_document(writing, document) | _of_events(writing, set(events)))
    while frontier:
        found.update((kept.serial, kept) for kept in frontier)
        if len(found) >= MOST:
            break
        frontier = _next(writing, seen, found, frontier, likeness)
    return list(found.values())


def _remembering(likeness: Likeness) -> Likeness:
    """The same, with each profile made only once."""
    known: dict[tuple[str, int], Any] = {}

    def profile(one: Evidence) -> Any:
        place = one.document, one.number
        if place not in known:
            known[place] = likeness.profile(one)
        return known[place]

    return Likeness(profile, likeness.is_same)


def reach(writing: Writing, document: int, likeness: Likeness) -> frozenset[int]:
    """The events (numbers) that hang together with what the document tells, and may change when that goes."""
    return frozenset(kept.event for kept in gather(writing, document, (), likeness) if kept.event is not None)


def load(store: Store | Writing, where: Any) -> list[Kept]:
    """The kept Statements for which the condition holds."""
    return [_kept(row) for row in rows(_selection().where(where), store.database)]


def _next(
    writing: Writing, seen: dict[int, Kept], found: dict[int, Kept], frontier: list[Kept], likeness: Likeness
) -> list[Kept]:
    """The like and the linked of the frontier, with all that stands in their events, as far as not found before."""
    serials = [kept.serial for kept in frontier]
    near = _alike(writing, serials) | _twins(writing, serials) | _beside(writing, serials)
    alike = _load(writing, seen, near - found.keys())
    kin = _kin(alike, frontier, likeness)
    reached = _load(writing, seen, (kin | _linked(writing, serials) | ruled_with(writing, serials)) - found.keys())
    mates = _of_events(writing, {kept.event for kept in reached if kept.event is not None})
    return _load(writing, seen, (mates | {kept.serial for kept in reached}) - found.keys())


def _kin(alike: list[Kept], frontier: list[Kept], likeness: Likeness) -> set[int]:
    """Those of the alike that are the same as something of the frontier."""
    profiles = [likeness.profile(kept.evidence) for kept in frontier]
    return {
        one.serial
        for one in alike
        if (mine := likeness.profile(one.evidence)) and any(likeness.is_same(mine, other) for other in profiles)
    }


def _load(writing: Writing, seen: dict[int, Kept], serials: set[int]) -> list[Kept]:
    """The Statements with these numbers, from what was read before where possible; in order."""
    missing = serials - seen.keys()
    if missing:
        seen.update((kept.serial, kept) for kept in load(writing, Statement.serial.in_(missing)))
    return [seen[serial] for serial in sorted(serials)]


def _of_document(writing: Writing, document: int | None) -> set[int]:
    return _numbers(writing, Statement.select(Statement.serial).where(Statement.document == document))


def _of_events(writing: Writing, events: set[int]) -> set[int]:
    if not events:
        return set()
    return _numbers(writing, Statement.select(Statement.serial).where(Statement.event.in_(events)))


def _alike(writing: Writing, serials: list[int]) -> set[int]:
    """Statements that share a key with one of these, and days."""
    return _meeting(writing, serials, "", SHORT_WINDOW) | _meeting(writing, serials, WIDE, LONGEST_WINDOW)


def _meeting(writing: Writing, serials: list[int], mark: str, longest: int) -> set[int]:
    """Those whose keys have the mark of their width. An index finds them by key and first day."""
    mine, other = Handle.alias("mine"), Handle.alias("other")
    meets = (
        (other.key == fn.RTRIM(mine.key, WIDE).concat(mark))
        & (other.first >= mine.first - longest)
        & (other.first <= mine.last)
        & (other.last >= mine.first)
    )
    query = other.select(other.statement).join(mine, on=meets).where(mine.statement.in_(serials)).distinct()
    return _numbers(writing, query)


def _beside(writing: Writing, serials: list[int]) -> set[int]:
    """The other Statements of the same documents."""
    mine, other = Statement.alias("mine"), Statement.alias("other")
    query = other.select(other.serial).join(mine, on=(other.document == mine.document))
    return _numbers(writing, query.where(mine.serial.in_(serials)))


def _twins(writing: Writing, serials: list[int]) -> set[int]:
    """The same places in the same text, published elsewhere."""
    mine, text, other = Statement.alias("mine"), Document.alias("text"), Document.alias("other")
    query = (
        Statement.select(Statement.serial)
        .join(other, on=(Statement.document == other.serial))
        .join(text, on=((text.fingerprint == other.fingerprint) & (text.serial != other.serial)))
        .join(mine, on=((mine.document == text.serial) & (mine.number == Statement.number)))
        .where(mine.serial.in_(serials))
    )
    return _numbers(writing, query)


def _linked(writing: Writing, serials: list[int]) -> set[int]:
    """Statements at the other end of a strong link."""
    forward = Link.select(Link.other).where(Link.statement.in_(serials) & Link.is_strong)
    backward = Link.select(Link.statement).where(Link.other.in_(serials) & Link.is_strong)
    return _numbers(writing, forward) | _numbers(writing, backward)


def _numbers(writing: Writing, query: Any) -> set[int]:
    return {number for (number,) in rows(query, writing.database)}


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
