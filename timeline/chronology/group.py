"""Evidence in groups that tell one happening each: first what is plainly the same, then what most speaks for.

The answer depends on what is given, never on its order: whatever is chosen is chosen by content.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from timeline.chronology.bonds import Bonds, identity, specificity
from timeline.chronology.match import is_linked_same, is_same
from timeline.chronology.parting import differ
from timeline.chronology.pool import Group, weighed
from timeline.chronology.profile import Profile
from timeline.model.curation import Spot
from timeline.model.event import Evidence, Mark
from timeline.model.span import FAR

Told = list[Evidence]


@dataclass(slots=True)
class Groups:
    """All groups so far, and in which of them each Statement is. `bonds` says which Statements may be one at all."""

    bonds: Mapping[Spot, set[Spot]]
    all: list[Group] = field(default_factory=list)
    home: dict[Spot, int] = field(default_factory=dict)

    def near(self, group: Group) -> list[int]:
        """The numbers of those that have a bond with it, in order."""
        bound = {spot for one in group.profiles for spot in self.bonds.get(one.spot, ())}
        return sorted({self.home[spot] for spot in bound & self.home.keys()})

    def put(self, group: Group, homes: Sequence[int]) -> None:
        """Add it to the first of these groups, with the rest of them; as a new one, when there are none."""
        number, *others = homes or [len(self.all)]
        if number == len(self.all):
            self.all.append(Group([], []))
        for taken in (group, *(self.all[other] for other in others)):
            self.home.update((one.spot, number) for one in taken.profiles)
            self.all[number].take(taken)


def grouped(evidence: Sequence[Evidence], bonds: Bonds, *, by: int | None = None) -> list[Told]:
    """The evidence in groups that tell one happening each.

    The most specific come first and found groups; each of the rest joins the one group it plainly agrees with. Where
    several fit, its own document's decides; one dated to a few days shows that they are one, if nothing in them
    differs; else it stands alone. Groups so made are weighed against each other, see `pool`. Only what has a bond is
    looked at, as known by a day.
    """
    near = bonds.near(by=by)
    twins = [Group(some, [bonds.profile(one) for one in some]) for some in twins_of(evidence)]
    groups = Groups(near)
    for group in twins:
        groups.put(group, _plain_homes(group, groups))
    plain = sorted((group for group in groups.all if group.told), key=_rank)
    return [group.told for group in weighed(plain, near)]


def twins_of(evidence: Iterable[Evidence]) -> list[Told]:
    """The same Statement of the same text, wherever it was published, together, as first published before the rest.

    The most specific come first.
    """
    together: defaultdict[Mark, Told] = defaultdict(list)
    for one in evidence:
        together[one.mark].append(one)
    twins = [sorted(group, key=publication) for group in together.values()]
    return sorted(twins, key=lambda group: specificity(group[0]))


def publication(one: Evidence) -> tuple[object, ...]:
    """First published first; without a date last."""
    return (one.published.toordinal() if one.published else FAR, *identity(one))


def _rank(group: Group) -> tuple[object, ...]:
    return specificity(group.told[0])


def _plain_homes(group: Group, groups: Groups) -> list[int]:
    """The numbers of the groups they belong to (several that prove to be one), none for a new one."""
    candidates = groups.near(group)
    for number in candidates:
        if any(is_linked_same(one, other) for one in group.profiles for other in groups.all[number].profiles):
            return [number]
    first = group.profiles[0]
    fitting = [number for number in candidates if _fits(first, groups.all[number].profiles)]
    if len(fitting) > 1 and not (first.is_narrow and _are_one([groups.all[number].profiles for number in fitting])):
        fitting = [number for number in fitting if _has_document(groups.all[number], first.document)]
        return fitting if len(fitting) == 1 else []
    return fitting


def _has_document(group: Group, document: str) -> bool:
    return any(one.document == document for one in group.profiles)


def _are_one(groups: list[list[Profile]]) -> bool:
    """Whether nothing that is said in one of the groups differs from what is said in another."""
    return not any(differ(one, other) for one, other in combinations(groups, 2))


def _fits(one: Profile, group: list[Profile]) -> bool:
    return any(is_same(one, other) for other in group) and not differ([one], group)
