"""Bonds, kept: worked out once for each two Statements that an index finds, then followed from one to the next.

A Document notes by which rules its bonds were worked out; one that was kept under others is seen to when it is met.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from peewee import fn

from timeline.model.bond import MOST, Bond, aims, by_clear, is_swayed, rivals
from timeline.model.curation import Spot
from timeline.model.event import Evidence
from timeline.store.asking import Gaps, Query, delete, insert_all, update
from timeline.store.database import Writing, parted, rows
from timeline.store.kept import made_of
from timeline.store.likeness import Bond as Row
from timeline.store.likeness import Handle
from timeline.store.tables import Document, Statement

# Days that a handle spans at most: one without a mark, one that is marked as wide, and one of somebody's death long ago.
SHORT_WINDOW, LONGEST_WINDOW, FARTHEST_WINDOW = 62, 733, 7305
WIDE, FAR = " ~", " ~~"

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How Statements are compared: what to make of each first, and the bond of two of those; `rules` names what that hangs on."""

    side: Callable[[Evidence], Any]
    bond: Callable[[Any, Any], Bond[Spot] | None]
    rules: str


def bind(writing: Writing, document: int, likeness: Likeness) -> None:
    """Work out all bonds of what a document tells, in place of those that are kept."""
    own = statements_of(writing, document)
    for end in ("vague", "clear"):
        delete(writing.database, Row, end, own)
    pairs = _alike(writing, own) | _twins(writing, own) | set(combinations(sorted(own), 2))
    sides = made_of(writing, {serial for pair in pairs for serial in pair}, likeness.side)
    serials = {one.spot: serial for serial, one in sides.items()}
    found = (likeness.bond(sides[one], sides[other]) for one, other in sorted(pairs))
    values = [
        (serials[one.vague], serials[one.clear], one.strength, one.is_sure, one.day) for one in found if one is not None
    ]
    insert_all(writing.database, Row, values)
    update(writing.database, Document, document, {"bound": likeness.rules})


def _meeting(gaps: Gaps, mark: str, longest: int) -> Any:
    """Pairs that share a key and days, of those whose keys have the mark of their width; by an index on key and first day."""
    mine, other = Handle.alias("mine"), Handle.alias("other")
    meets = (
        (other.key == fn.RTRIM(mine.key, WIDE).concat(mark))
        & (other.first >= mine.first - longest)
        & (other.first <= mine.last)
        & (other.last >= mine.first)
    )
    return (
        other.select(mine.statement, other.statement).join(mine, on=meets).where(gaps.among(mine.statement)).distinct()
    )


def _told_twice(gaps: Gaps) -> Any:
    mine, text, other = Statement.alias("mine"), Document.alias("text"), Document.alias("other")
    return (
        Statement.select(mine.serial, Statement.serial)
        .join(other, on=(Statement.document == other.serial))
        .join(text, on=((text.fingerprint == other.fingerprint) & (text.serial != other.serial)))
        .join(mine, on=(mine.document == text.serial))
        .where(gaps.among(mine.serial))
    )


def _aiming_at(gaps: Gaps) -> Any:
    other = Row.alias("other")
    mine = gaps.among(Row.clear)
    is_stronger = (other.vague == Row.vague) & (other.strength > Row.strength) & (other.day <= gaps.number())
    has_room = other.select(fn.COUNT(other.clear)).where(is_stronger & ~other.is_sure) <= MOST
    return Row.select(Row.vague).where(mine & ~Row.is_sure & has_room).distinct()


OWN = Query(lambda gaps: Statement.select(Statement.serial).where(gaps.among(Statement.document)))
MEETING_SHORT = Query(lambda gaps: _meeting(gaps, "", SHORT_WINDOW))
MEETING_WIDE = Query(lambda gaps: _meeting(gaps, WIDE, LONGEST_WINDOW))
MEETING_FAR = Query(lambda gaps: _meeting(gaps, FAR, FARTHEST_WINDOW))
TWINS = Query(_told_twice)
SURE_OF = Query(lambda gaps: Row.select(Row.vague).where(gaps.among(Row.clear) & Row.is_sure).distinct())
AIMING_AT = Query(_aiming_at)
FROM = Query(
    lambda gaps: Row.select(Row.vague, Row.clear, Row.strength, Row.is_sure, Row.day).where(gaps.among(Row.vague))
)


class Ties:
    """The bonds that count, on any day of publication from `since` on. What was read once is remembered."""

    def __init__(self, writing: Writing, likeness: Likeness, since: int) -> None:
        self._writing, self._likeness, self._since = writing, likeness, since
        self._is_stale = _is_stale(writing, likeness.rules)
        self._known: dict[int, list[Bond[int]]] = {}

    def of(self, serials: set[int]) -> set[int]:
        """Those that have one with these."""
        self._see_to(serials)
        found = {bond.clear for mine in self._from(serials) for bond in mine if bond.is_sure}
        found |= SURE_OF.numbers(self._writing.database, serials)
        aimed = self._aims(self._aiming(serials) | serials)
        for vague, some in aimed.items():
            if vague in serials:
                found |= some
            elif not some.isdisjoint(serials):
                found.add(vague)
        return found

    def swayed(self, serials: set[int]) -> set[int]:
        """Those that aim elsewhere for these being there, and at what they aim without them."""
        self._see_to(serials)
        vaguer = self._aiming(serials) - serials
        self._see_to(vaguer)
        found = {
            one for one, mine in zip(vaguer, self._from(vaguer), strict=True) if is_swayed(mine, serials, self._since)
        }
        return found.union(*self._aims(found, serials).values())

    def around(self, serials: Collection[int]) -> list[Bond[int]]:
        """All that is needed to tell which bonds of these count, on any day; their ends are Statements' numbers."""
        found = self._from(serials)
        best = set[int]().union(*(rivals(mine, self._since) for mine in found))
        beyond = self._from(best - set(serials))
        return [
            *(one for mine in found for one in mine),
            *(one for mine in beyond for one in mine if one.clear in best),
        ]

    def _aims(self, serials: set[int], without: Collection[int] = ()) -> dict[int, set[int]]:
        """What each of these aims at, as if some were not there."""
        self._see_to(serials)
        left = {
            one: [bond for bond in mine if bond.clear not in without]
            for one, mine in zip(serials, self._from(serials), strict=True)
        }
        best = set[int]().union(*(rivals(mine, self._since) for mine in left.values()))
        self._see_to(best)
        vaguer = by_clear(self._among(best))
        return {vague: aims(mine, vaguer, self._since) for vague, mine in left.items()}

    def _aiming(self, serials: Collection[int]) -> set[int]:
        """Those vaguer than one of these in a bond that is not sure, and which not too many that are stronger leave no room."""
        return AIMING_AT.numbers(self._writing.database, serials, self._since)

    def _among(self, serials: set[int]) -> list[Bond[int]]:
        return [one for mine in self._from(serials) for one in mine if one.clear in serials]

    def _from(self, serials: Collection[int]) -> list[list[Bond[int]]]:
        """For each of these the bonds in which it is the vaguer."""
        if some := [one for one in serials if one not in self._known]:
            self._known.update((one, []) for one in some)
            for bond in bonds_of(self._writing.database, some):
                self._known[bond.vague].append(bond)
        return [self._known[one] for one in serials]

    def _see_to(self, serials: set[int]) -> None:
        """Work out the bonds of documents that were kept under other rules."""
        if not self._is_stale:
            return
        rules = self._likeness.rules
        query = Document.select(Document.serial).join(Statement).where(_other_rules(rules, rules)).distinct()
        stale = [
            row
            for some in parted(serials)
            for row in rows(query.where(Statement.serial.in_(some)), self._writing.database)
        ]
        for (document,) in stale:
            bind(self._writing, document, self._likeness)
            self._known.clear()


def bonds_of(database: Any, serials: Collection[int]) -> list[Bond[int]]:
    """The bonds in which one of these is the vaguer."""
    return [Bond._make(row) for row in FROM.rows(database, serials)]


def statements_of(writing: Writing, document: int | None) -> set[int]:
    """The numbers of what a document tells."""
    return OWN.numbers(writing.database, [] if document is None else [document])


def numbers(writing: Writing, query: Any) -> set[int]:
    """The only column of a query."""
    return {number for (number,) in rows(query, writing.database)}


def _is_stale(writing: Writing, rules: str) -> bool:
    return bool(STALE.rows(writing.database, rules, rules))


def _other_rules(rules: Any, again: Any) -> Any:
    """So that an index tells; the rules are given twice."""
    return Document.bound.is_null() | (Document.bound < rules) | (Document.bound > again)


STALE = Query(lambda gaps: Document.select(Document.serial).where(_other_rules(gaps.text(), gaps.text())).limit(1))


def _alike(writing: Writing, serials: set[int]) -> set[Pair]:
    """Pairs of one of these with a Statement that shares a key and days with it."""
    return {_pair(*row) for row in meeting(writing.database, serials) if row[0] != row[1]}


def meeting(database: Any, serials: Collection[int]) -> list[Any]:
    """Each of these with each Statement that shares a key and days with it."""
    return [row for query in (MEETING_SHORT, MEETING_WIDE, MEETING_FAR) for row in query.rows(database, serials)]


def _twins(writing: Writing, serials: set[int]) -> set[Pair]:
    """Pairs of one of these with any Statement of the same text, published elsewhere."""
    return {_pair(*row) for row in TWINS.rows(writing.database, serials)}


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
