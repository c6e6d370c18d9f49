"""Bonds between Statements, worked out: what of a Statement they depend on, and between which two there is one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from timeline.chronology.hint import hint
from timeline.chronology.match import is_copy, is_told_as_same, may_be_same
from timeline.chronology.profile import Profile, profile
from timeline.chronology.weigh import strength
from timeline.model.bond import Bond, counted
from timeline.model.curation import Spot
from timeline.model.event import Evidence
from timeline.model.span import FAR
from timeline.model.statement import ActorKind

Rank = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its profile, how specific it is (the most specific has the lowest rank), its day of publication."""

    profile: Profile
    rank: Rank
    day: int

    @property
    def spot(self) -> Spot:
        """What stands for it."""
        return self.profile.spot


def side(one: Evidence) -> Side:
    """The evidence as a bond sees it."""
    return Side(profile(one), specificity(one), one.published.toordinal() if one.published else FAR)


def specificity(one: Evidence) -> Rank:
    """What orders evidence: dated to fewer days first, then what names more."""
    statement = one.statement
    width, roles = statement.when.span.width, statement.roles
    surnames = sum(" " not in role.actor.name and role.actor.kind is ActorKind.PERSON for role in roles)
    return (width is None, width or 0, surnames - len(roles), -len(roles), statement.place is None, *identity(one))


def identity(one: Evidence) -> tuple[str, int, str, str]:
    """What tells it from all others, and orders them when nothing else does."""
    return one.fingerprint, one.number, one.address, one.document


def bond(one: Side, other: Side) -> Bond[Spot] | None:
    """The bond between the two, None when they cannot be one happening or too little speaks for it."""
    clear, vague = sorted((one, other), key=lambda side: side.rank)
    a, b = vague.profile, clear.profile
    may_be = may_be_same(a, b)
    if not (may_be or is_told_as_same(a, b)):
        return None
    found = strength(a, b, may_be=may_be) or (hint(a, b, may_be=True) if may_be else 0)
    if not found:
        return None
    return Bond(vague.spot, clear.spot, found, _is_sure(a, b), max(one.day, other.day))


def _is_sure(a: Profile, b: Profile) -> bool:
    """Both dated to a few days, both in one text, or the same place in the same text."""
    return is_copy(a, b) or a.document == b.document or (a.is_narrow and b.is_narrow)


class Bonds:
    """The bonds of some evidence, with its profiles, each worked out once."""

    def __init__(self, bonds: Iterable[Bond[Spot]]) -> None:
        self._bonds = tuple(bonds)
        self._profiles: dict[Spot, Profile] = {}
        self.days = frozenset(one.day for one in self._bonds if one.day < FAR)

    def near(self, *, by: int | None = None) -> Mapping[Spot, set[Spot]]:
        """By Statement those that it may be merged with, as known by a day (a number; None for all)."""
        return counted(one for one in self._bonds if by is None or one.day <= by)

    def profile(self, one: Evidence) -> Profile:
        """The evidence's profile."""
        spot = one.document, one.number
        if spot not in self._profiles:
            self._profiles[spot] = profile(one)
        return self._profiles[spot]


def bonds_among(evidence: Iterable[Evidence]) -> Bonds:
    """All bonds between these. The store finds the same pairs by the same keys."""
    sides = [side(one) for one in evidence]
    return Bonds(found for one, other in _pairs(sides) if (found := bond(one, other)))


def _pairs(sides: Sequence[Side]) -> Iterator[tuple[Side, Side]]:
    """Each two that share a key, or their text, once."""
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(sides):
        for key in {*one.profile.keys, one.profile.document, one.profile.fingerprint}:
            alike[key].append(number)
    for pair in sorted({pair for numbers in alike.values() for pair in combinations(numbers, 2)}):
        yield sides[pair[0]], sides[pair[1]]
