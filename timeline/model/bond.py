"""Bonds: which two Statements may tell one happening, and which of a Statement's bonds count.

Whether two have a bond is a matter of these two alone, so it is worked out once. A bond of which both are dated well,
or both in one text, counts. Of the others a Statement has only few that count: to those for which most speaks. Where it
is as likely each of many that have no bonds with each other, nobody knows which is meant, and none counts. So what hangs
together stays small, however many Statements tell of the same states.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

Node = TypeVar("Node", bound=Hashable)  # whatever stands for a Statement
Vaguer = Mapping[Node, set[Node]]  # by Statement those that are vaguer and have a bond with it

PLAIN = 100  # the strength from which on two are plainly the same
MOST_PLAIN, MOST_LIKELY = 3, 2  # bonds of one that count, when some are plain; when none is
FEW, MOST_COMPARED = 4, 60  # one in so many may differ; of more than so many none
MOST = max(MOST_PLAIN, MOST_LIKELY)
NOBODY: frozenset[Any] = frozenset()


class Bond(NamedTuple, Generic[Node]):  # by the ten thousand: twice as fast as a dataclass
    """Two that may be one, the vaguer first; how much speaks for it, and whether it counts in any case.

    `day` (a number) is the one by which both were published, FAR where no day is known.
    """

    vague: Node
    clear: Node
    strength: int
    is_sure: bool
    day: int


def counted(bonds: Iterable[Bond[Node]]) -> dict[Node, set[Node]]:
    """By Statement those with which it has a bond that counts, both ways."""
    known = list(bonds)
    vaguer = by_clear(known)
    found: defaultdict[Node, set[Node]] = defaultdict(set)
    for vague, mine in by_vague(known).items():
        for clear in {bond.clear for bond in mine if bond.is_sure} | aim(mine, vaguer):
            found[vague].add(clear)
            found[clear].add(vague)
    return found


def by_vague(bonds: Iterable[Bond[Node]]) -> dict[Node, list[Bond[Node]]]:
    """The bonds by the vaguer of the two."""
    found: defaultdict[Node, list[Bond[Node]]] = defaultdict(list)
    for bond in bonds:
        found[bond.vague].append(bond)
    return found


def by_clear(bonds: Iterable[Bond[Node]]) -> Vaguer[Node]:
    """By Statement those that are vaguer and have a bond with it."""
    found: defaultdict[Node, set[Node]] = defaultdict(set)
    for bond in bonds:
        found[bond.clear].add(bond.vague)
    return found


def aim(mine: Sequence[Bond[Node]], vaguer: Vaguer[Node]) -> set[Node]:
    """Those that a Statement with these bonds may best be, beside the sure ones; `vaguer` are all bonds between them."""
    levels, most = _levels(mine)
    found: set[Node] = set()
    for level in levels:
        if len(found) + len(level) > most:
            break
        found |= level
    return found or (_centre(levels[0], vaguer) if levels else found)


def _levels(mine: Sequence[Bond[Node]]) -> tuple[list[set[Node]], int]:
    """Those that come into question by falling strength, and how many of them count at most."""
    open_ = [bond for bond in mine if not bond.is_sure]
    plain = [bond for bond in open_ if bond.strength >= PLAIN]
    found: defaultdict[int, set[Node]] = defaultdict(set)
    for bond in plain or open_:
        found[bond.strength].add(bond.clear)
    return [found[strength] for strength in sorted(found, reverse=True)], MOST_PLAIN if plain else MOST_LIKELY


def _centre(level: set[Node], vaguer: Vaguer[Node]) -> set[Node]:
    """Of many the one that all others, or all but a quarter, have a bond with and are vaguer than."""
    allowed = len(level) // FEW if len(level) <= MOST_COMPARED else 0
    rest = len(level) - 1
    around = {one: vaguer.get(one, NOBODY) for one in level}
    missing = {one: rest - len(level & mine) for one, mine in around.items() if len(mine) >= rest - allowed}
    least = min(missing.values(), default=rest)
    found = {one for one, some in missing.items() if some == least}
    return found if least <= allowed and len(found) == 1 else set()


def aims(mine: Sequence[Bond[Node]], vaguer: Vaguer[Node], since: int) -> set[Node]:
    """All that it aimed at on a day from `since` on."""
    return {one for some in _stages(mine, since) for one in aim(some, vaguer)}


def rivals(mine: Sequence[Bond[Node]], since: int) -> set[Node]:
    """Those among which the bonds must be known to tell what it aimed at on those days."""
    found: set[Node] = set()
    for some in _stages(mine, since):
        levels, most = _levels(some)
        if levels and len(levels[0]) > most:
            found |= levels[0]
    return found


def is_swayed(mine: Sequence[Bond[Node]], some: Collection[Node], since: int) -> bool:
    """Whether on some of those days what it aimed at may have been due to one of these."""
    return any(not _weighed(known).isdisjoint(some) for known in _stages(mine, since))


def _weighed(mine: Sequence[Bond[Node]]) -> set[Node]:
    """Those that `aim` looks at: as many levels as count, and the one that is too many."""
    levels, most = _levels(mine)
    found: set[Node] = set()
    for level in levels:
        found |= level
        if len(found) > most:
            break
    return found


def _stages(mine: Sequence[Bond[Node]], since: int) -> Iterator[list[Bond[Node]]]:
    """The bonds as they were known on each day from `since` on on which some were added, all of them last."""
    ordered = sorted(mine, key=lambda bond: bond.day)
    for place, bond in enumerate(ordered):
        is_last = place + 1 == len(ordered)
        if is_last or (bond.day < ordered[place + 1].day and ordered[place + 1].day > since):
            yield ordered[: place + 1]
