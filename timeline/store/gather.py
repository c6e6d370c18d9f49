"""Which kept Statements must be merged anew: those that a change bears on, with all that hangs together with them.

Bonds that count and strong links are followed, with every Event as a whole; so the cost grows with the story, not with
the archive.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from timeline.model.bond import Bond
from timeline.model.curation import Spot
from timeline.model.span import FAR
from timeline.store.bonds import Likeness, Ties, numbers, statements_of
from timeline.store.database import Writing, parted
from timeline.store.decisions import has_rulings, ruled_with
from timeline.store.kept import load_all
from timeline.store.shape import Kept
from timeline.store.tables import Link, Statement


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
    return frozenset(event for some in parted(found) for event in _events(writing, some))


def _hanging(writing: Writing, document: int | None, events: Iterable[int], ties: Ties) -> set[int]:
    own = statements_of(writing, document)
    frontier = own | ties.swayed(own) | _of_events(writing, set(events))
    found, is_ruled = set[int](), has_rulings(writing)
    while frontier:
        found |= frontier
        near = ties.of(frontier)
        for some in parted(frontier):
            near |= _linked(writing, some) | _of_events(writing, _events(writing, some))
            near |= ruled_with(writing, some) if is_ruled else set()
        frontier = near - found
    return found


def _events(writing: Writing, serials: Collection[int]) -> set[int]:
    """The events that these Statements are in."""
    told = Statement.serial.in_(serials) & Statement.event.is_null(False)
    return numbers(writing, Statement.select(Statement.event).where(told).distinct())


def _of_events(writing: Writing, events: Collection[int]) -> set[int]:
    query = Statement.select(Statement.serial)
    found = (numbers(writing, query.where(Statement.event.in_(some))) for some in parted(events))
    return set().union(*found)


def _linked(writing: Writing, serials: Collection[int]) -> set[int]:
    """Statements at the other end of a strong link."""
    forward = Link.select(Link.other).where(Link.statement.in_(serials) & Link.is_strong)
    backward = Link.select(Link.statement).where(Link.other.in_(serials) & Link.is_strong)
    return numbers(writing, forward) | numbers(writing, backward)
