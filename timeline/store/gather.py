"""Which kept Statements must be merged anew: those that a change bears on, with all that hangs together with them.

Bonds that count and strong links are followed, with every Event as a whole; so the cost grows with the story, not with
the archive.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from timeline.model.bond import Bond
from timeline.model.curation import Spot
from timeline.model.span import FAR
from timeline.store.asking import Query
from timeline.store.bonds import Likeness, Ties, statements_of
from timeline.store.database import Writing, parted
from timeline.store.decisions import has_rulings, ruled_with
from timeline.store.kept import load_all
from timeline.store.shape import Kept
from timeline.store.tables import Link, Statement

EVENTS = Query(
    lambda gaps: (
        Statement.select(Statement.event)
        .where(gaps.among(Statement.serial) & Statement.event.is_null(False))
        .distinct()
    )
)
TOLD = Query(lambda gaps: Statement.select(Statement.serial).where(gaps.among(Statement.event)))
FORWARD = Query(lambda gaps: Link.select(Link.other).where(gaps.among(Link.statement) & Link.is_strong))
BACKWARD = Query(lambda gaps: Link.select(Link.statement).where(gaps.among(Link.other) & Link.is_strong))


@dataclass(frozen=True, slots=True)
class Gathered:
    """Statements, and the bonds that say which of them may be one (see `model.bond`); those elsewhere have no document."""

    kept: list[Kept]
    bonds: list[Bond[Spot]]


def gather(
    writing: Writing, document: int | None, events: Iterable[int], likeness: Likeness, *, since: int = FAR
) -> Gathered:
    """All that may have to be merged anew for a document and some events, as it was known on any day from `since` on."""
    ties = Ties(writing, likeness, since)
    serials = _hanging(writing, document, events, ties)
    kept = load_all(writing, serials)
    spots = {one.serial: (one.evidence.document, one.evidence.number) for one in kept}
    bonds = [
        Bond(
            spots.get(one.vague, ("", one.vague)),
            spots.get(one.clear, ("", one.clear)),
            one.strength,
            one.is_sure,
            one.day,
        )
        for one in ties.around(serials)
    ]
    return Gathered(kept, bonds)


def reach(writing: Writing, document: int, likeness: Likeness, *, since: int) -> frozenset[int]:
    """The events (numbers) that hang together with what the document tells, and may change when that goes."""
    found = _hanging(writing, document, (), Ties(writing, likeness, since))
    return frozenset(_events(writing, found))


def _hanging(writing: Writing, document: int | None, events: Iterable[int], ties: Ties) -> set[int]:
    own = statements_of(writing, document)
    frontier = own | ties.swayed(own) | TOLD.numbers(writing.database, set(events))
    found, is_ruled = set[int](), has_rulings(writing)
    while frontier:
        found |= frontier
        near = ties.of(frontier) | _linked(writing, frontier)
        near |= TOLD.numbers(writing.database, _events(writing, frontier))
        for some in parted(frontier) if is_ruled else ():
            near |= ruled_with(writing, some)
        frontier = near - found
    return found


def _events(writing: Writing, serials: Collection[int]) -> set[int]:
    """The events that these Statements are in."""
    return EVENTS.numbers(writing.database, serials)


def _linked(writing: Writing, serials: Collection[int]) -> set[int]:
    """Statements at the other end of a strong link."""
    return FORWARD.numbers(writing.database, serials) | BACKWARD.numbers(writing.database, serials)
