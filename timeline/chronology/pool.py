"""Groups of Statements that are weighed against each other: the two for which most speaks are joined first.

The answer depends on what the groups are and on their order, which is given by content.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import heappop, heappush

from timeline.chronology.contradict import PAIRS, contradicts
from timeline.chronology.hint import HINTED, are_tied, hint
from timeline.chronology.parting import differ
from timeline.chronology.profile import Profile
from timeline.chronology.weigh import needed, points
from timeline.model.curation import Spot
from timeline.model.event import Evidence

MARGIN = 1  # points that do not tell to which of two groups what is undated belongs
SALIENT = 3  # times as many texts: what they tell is meant, and not what few tell


@dataclass(slots=True)
class Group:
    """What tells one happening, the most specific first, and what of it counts for matching."""

    told: list[Evidence]
    profiles: list[Profile]

    def take(self, other: "Group") -> None:
        """Take in all of another, which is empty then."""
        self.told += other.told
        self.profiles += other.profiles
        other.told, other.profiles = [], []


def weighed(groups: Sequence[Group], near: Mapping[Spot, set[Spot]]) -> list[Group]:
    """The groups, joined as long as enough speaks for two of them; they come the most specific first.

    `near` says which Statements may be one at all: only groups with such two are looked at.
    Where as much speaks for a third that differs, the less specific of two stands alone.
    """
    pool = Pool(groups, near)
    while (pair := pool.best()) is not None:
        if pool.is_plain(*pair):
            pool.join(*pair)
        else:
            pool.drop(*pair)
    return [group for group in groups if group.told]


class Pool:
    """Groups to be joined, and how much speaks for each pair of them."""

    def __init__(self, groups: Sequence[Group], near: Mapping[Spot, set[Spot]]) -> None:
        self._groups = groups
        self._weights: defaultdict[int, dict[int, int]] = defaultdict(dict)
        self._heap: list[tuple[int, int, int]] = []
        self._dropped: set[tuple[int, int]] = set()
        home = {one.spot: number for number, group in enumerate(groups) for one in group.profiles}
        for number, group in enumerate(groups):
            bound = {spot for one in group.profiles for spot in near.get(one.spot, ())}
            for other in sorted({home[spot] for spot in bound & home.keys()}):
                if other < number:
                    self._weigh(other, number, _weight(groups[other].profiles, group.profiles))

    def best(self) -> tuple[int, int] | None:
        """The pair for which most speaks, the more specific first; None when there is none left."""
        while self._heap:
            weight, one, other = heappop(self._heap)
            if self._weights[one].get(other) == -weight and (one, other) not in self._dropped:
                return one, other
        return None

    def is_plain(self, one: int, other: int) -> bool:
        """Whether nothing differs, and neither belongs as well elsewhere: the second, and the first if no date tells it."""
        if self._weights[one][other] <= HINTED:
            return self._is_only(one, other)
        if self._differ(one, other, is_main=self._is_main(one, other)) or self._has_rival(other, one):
            return False
        return not (self._is_open(one) and self._has_rival(one, other))

    def _is_only(self, one: int, other: int) -> bool:
        """Whether neither has another for which as much speaks, their texts are of one story, and nothing differs."""
        least = self._weights[one][other]
        others = ((third, found) for mine in (one, other) for third, found in self._weights[mine].items())
        if any(found >= least and third not in (one, other) for third, found in others):
            return False
        some, rest = self._groups[one].profiles, self._groups[other].profiles
        return any(are_tied(a, b) for a in some for b in rest) and not self._differ(one, other)

    def _has_rival(self, mine: int, home: int) -> bool:
        """Whether as much speaks for another group that differs from this one; much smaller ones are no rivals."""
        least = self._weights[mine][home] - MARGIN * self._is_open(mine)
        return any(
            rival != home
            and found >= least
            and SALIENT * self._reports(rival) > self._reports(home)
            and self._differ(rival, home, mine)
            and not self._differ(rival, mine)
            for rival, found in self._weights[mine].items()
        )

    def _reports(self, number: int) -> int:
        """How many texts tell of it."""
        return len({one.fingerprint for one in self._groups[number].profiles})

    def _is_main(self, one: int, other: int) -> bool:
        """Whether one of the two is told by many more texts."""
        few, many = sorted((self._reports(one), self._reports(other)))
        return many >= SALIENT * few

    def _is_open(self, number: int) -> bool:
        return all(one.is_undated for one in self._groups[number].profiles)

    def join(self, one: int, other: int) -> None:
        """The second's Statements go to the first; what speaks for either speaks for both."""
        self._groups[one].take(self._groups[other])
        for third, weight in self._weights.pop(other).items():
            self._weights[third].pop(other)
            if third != one:
                self._weigh(one, third, max(weight, self._weights[one].get(third, 0)))

    def drop(self, one: int, other: int) -> None:
        """The two are not to be joined as they are; for the second, the first still speaks against others."""
        self._dropped.add((one, other))

    def _weigh(self, one: int, other: int, weight: int) -> None:
        if weight:
            pair = min(one, other), max(one, other)
            self._dropped.discard(pair)
            self._weights[one][other] = self._weights[other][one] = weight
            heappush(self._heap, (-weight, *pair))

    def _differ(self, one: int, *others: int, is_main: bool = False) -> bool:
        """Whether the one differs from the others taken together."""
        rest = [told for other in others for told in self._groups[other].profiles]
        return differ(self._groups[one].profiles, rest, is_main=is_main)


def _weight(some: Sequence[Profile], others: Sequence[Profile]) -> int:
    """The points of the pair for which most speaks, among those that have enough, or what most hints at."""
    return max((_worth(a, b) for a in some for b in others), default=0)


@lru_cache(maxsize=PAIRS)
def _worth(a: Profile, b: Profile) -> int:
    found = points(a, b)
    return found if found >= needed(a, b) and not contradicts(a, b) else hint(a, b)
