"""Which kept Statements must be merged anew: those that a change bears on, with all that hangs together with them.

Bonds that count are followed, with every Event as a whole: what is reached is put in groups anew. From there strong links
are followed: Events that only these reach stand as they are, and get new bounds. Links lead from one story to the next,
so each is followed by itself and the cost grows with the story, not with the archive. Only where what was known on earlier
days may change as well are both followed together, since Events that stand today may have been others then.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from timeline.model.bond import Bond
from timeline.model.curation import Spot
from timeline.model.event import Evidence
from timeline.model.span import FAR
from timeline.store.asking import Query
from timeline.store.bonds import Likeness, Ties, statements_of
from timeline.store.database import Writing, parted
from timeline.store.decisions import has_rulings, ruled_with
from timeline.store.kept import load_all
from timeline.store.likeness import Bond as Row
from timeline.store.shape import Kept
from timeline.store.tables import Document, Event, Link, Statement

EVENTS = Query(
    lambda gaps: (
        Statement.select(Statement.event)
        .where(gaps.among(Statement.serial) & Statement.event.is_null(False))
        .distinct()
    )
)
TOLD = Query(lambda gaps: Statement.select(Statement.serial).where(gaps.among(Statement.event)))
LATER = Query(
    lambda gaps: (
        Statement.select(Statement.serial)
        .join(Document)
        .where(gaps.among(Statement.serial) & (Document.published.is_null() | (Document.published > gaps.number())))
        .limit(1)
    )
)
LATER_VAGUE = Query(
    lambda gaps: Row.select(Row.vague).where(gaps.among(Row.vague) & (Row.day > gaps.number())).limit(1)
)
LATER_CLEAR = Query(
    lambda gaps: Row.select(Row.vague).where(gaps.among(Row.clear) & (Row.day > gaps.number())).limit(1)
)
STOOD_OTHERWISE = Query(
    lambda gaps: (
        Event.select(Event.serial)
        .join(Statement, on=(Statement.event == Event.serial))
        .where(gaps.among(Statement.serial) & (Event.known_from.is_null() | (Event.known_from > gaps.number())))
        .limit(1)
    )
)
FORWARD = Query(lambda gaps: Link.select(Link.other).where(gaps.among(Link.statement) & Link.is_strong))
BACKWARD = Query(lambda gaps: Link.select(Link.statement).where(gaps.among(Link.other) & Link.is_strong))


@dataclass(frozen=True, slots=True)
class Gathered:
    """Statements, and the bonds that say which of them may be one (see `model.bond`); those elsewhere have no document.

    `standing` are Statements (numbers) whose Events are made of the same ones as before.
    """

    kept: list[Kept]
    bonds: list[Bond[Spot]]
    standing: frozenset[int] = frozenset()

    def loose(self) -> list[Evidence]:
        """The evidence to be put in groups."""
        return [one.evidence for one in self.kept if one.serial not in self.standing]

    def groups(self) -> list[list[Evidence]]:
        """The evidence of each Event that stands."""
        found: defaultdict[int | None, list[Evidence]] = defaultdict(list)
        for one in self.kept:
            if one.serial in self.standing:
                found[one.event].append(one.evidence)
        return list(found.values())


def gather(
    writing: Writing,
    document: int | None,
    events: Iterable[int],
    likeness: Likeness,
    *,
    since: int = FAR,
    is_whole: bool = False,
) -> Gathered:
    """All that may have to be merged anew for a document and some events, as it was known on any day from `since` on.

    With `is_whole` nothing stands.
    """
    ties, touched = Ties(writing, likeness, since), set(events)
    serials = _hanging(writing, document, touched, ties)
    reached = _ordered_with(writing, serials)
    if reached != serials and (is_whole or not _is_latest(writing, reached, since)):
        serials = reached = _hanging(writing, document, touched, ties, with_links=True)
    kept = load_all(writing, reached)
    if any(one.event is None and one.serial not in serials for one in kept):  # not merged yet
        return gather(writing, document, touched, likeness, since=since, is_whole=True)
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
    return Gathered(kept, bonds, frozenset(reached - serials))


def reach(writing: Writing, document: int, likeness: Likeness, *, since: int) -> frozenset[int]:
    """The events (numbers) that hang together with what the document tells, and may change when that goes."""
    found = _hanging(writing, document, set(), Ties(writing, likeness, since), with_links=True)
    return frozenset(_events(writing, found))


def _hanging(
    writing: Writing, document: int | None, events: set[int], ties: Ties, *, with_links: bool = False
) -> set[int]:
    own = statements_of(writing, document)
    frontier = own | ties.swayed(own) | TOLD.numbers(writing.database, events)
    found, is_ruled = set[int](), has_rulings(writing)
    while frontier:
        found |= frontier
        near = ties.of(frontier) | (_linked(writing, frontier) if with_links else set())
        near |= TOLD.numbers(writing.database, _events(writing, frontier))
        for some in parted(frontier) if is_ruled else ():
            near |= ruled_with(writing, some)
        frontier = near - found
    return found


def _ordered_with(writing: Writing, serials: set[int]) -> set[int]:
    """These and all whose Events strong links tie to theirs, step by step."""
    found, frontier = set(serials), set(serials)
    while frontier:
        near = _linked(writing, frontier)
        near |= TOLD.numbers(writing.database, _events(writing, near))
        frontier = near - found
        found |= frontier
    return found


def _is_latest(writing: Writing, serials: set[int], since: int) -> bool:
    """Whether all was published by that day and stood then as it does now, and nothing later may be one with it; or days do not
    matter. What later texts parted stood otherwise, though no bond of its own is later.
    """
    if since == FAR:
        return True
    later = (one.rows(writing.database, serials, since) for one in (LATER, LATER_VAGUE, LATER_CLEAR, STOOD_OTHERWISE))
    return not any(later)


def _events(writing: Writing, serials: Collection[int]) -> set[int]:
    """The events that these Statements are in."""
    return EVENTS.numbers(writing.database, serials)


def _linked(writing: Writing, serials: Collection[int]) -> set[int]:
    """Statements at the other end of a strong link."""
    return FORWARD.numbers(writing.database, serials) | BACKWARD.numbers(writing.database, serials)
