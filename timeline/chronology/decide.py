"""What people decided, over what matching found: Statements joined or parted, fields of Events set by hand.

Groups are made first as if nobody had decided. Then what was ruled on leaves them, and what is left follows the part
of its group that it is most like: so later reports find the Event that a person put together.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from timeline.chronology.match import is_same
from timeline.chronology.profile import profile
from timeline.model import curation
from timeline.model.curation import Correction, Ruling
from timeline.model.event import Event, Evidence, Mark
from timeline.model.types import MODES

Group = list[Evidence]
Node = Mark  # wherever it was published: twins are never parted

NAMES = {"actors": "roles"}  # what the Event calls them


def corrected(event: Event, corrections: Sequence[Correction]) -> Event:
    """The Event with its fields as they were set by hand, the last word counting; a mode that its type has not is none."""
    spots = {(one.document, one.number) for one in event.evidence}
    mine = sorted((one for one in corrections if one.on in spots), key=lambda one: one.number)
    values = {name: value for one in mine for name, value in one.fields.items()}
    if not values:
        return event
    curated = tuple(name for name in curation.FIELDS if name in values)
    result = replace(event, **{NAMES.get(name, name): value for name, value in values.items()}, curated=curated)
    return result if result.mode in MODES[result.type] else replace(result, mode=None)


def decided(groups: list[Group], rulings: Sequence[Ruling]) -> list[Group]:
    """The groups as the rulings have them; whatever nobody ruled on stays with what it was grouped with."""
    units = Units()
    nodes = {(one.document, one.number): one.mark for group in groups for one in group}
    for ruling in sorted(rulings, key=lambda one: -one.number):
        units.rule([[nodes[spot] for spot in side if spot in nodes] for side in ruling.sides])
    if not units.unit_of:
        return groups
    for group in groups:
        units.join_all(sorted({one.mark for one in group} & units.unit_of.keys()))
    return _placed(groups, units)


class Units:
    """Statements that rulings keep together, and which of these are kept apart. What was ruled first counts."""

    def __init__(self) -> None:
        self.unit_of: dict[Node, int] = {}
        self._members: dict[int, list[Node]] = {}
        self._apart: defaultdict[int, set[int]] = defaultdict(set)

    def rule(self, sides: Sequence[Sequence[Node]]) -> None:
        """Joins each side, then parts them from each other, as far as earlier rulings let it."""
        for side in sides:
            for node in side:
                self._found(node)
            self.join_all(side)
        for some, others in combinations(sides, 2):
            for one in {self.unit_of[node] for node in some}:
                for other in {self.unit_of[node] for node in others} - {one}:
                    self._apart[one].add(other)
                    self._apart[other].add(one)

    def join_all(self, nodes: Sequence[Node]) -> None:
        """Joins the units of the nodes, all but those that are apart."""
        for one, other in combinations(nodes, 2):
            self._join(self.unit_of[one], self.unit_of[other])

    def _found(self, node: Node) -> None:
        if node not in self.unit_of:
            number = len(self.unit_of)
            self.unit_of[node], self._members[number] = number, [node]

    def _join(self, one: int, other: int) -> None:
        if one == other or other in self._apart[one]:
            return
        for node in self._members.pop(other):
            self.unit_of[node] = one
            self._members.setdefault(one, []).append(node)
        for third in self._apart.pop(other, set()):
            self._apart[third].discard(other)
            self._apart[third].add(one)
            self._apart[one].add(third)


def _placed(groups: list[Group], units: Units) -> list[Group]:
    placed: defaultdict[int, Group] = defaultdict(list)
    rest: list[Group] = []
    for group in groups:
        ruled: defaultdict[int, Group] = defaultdict(list)
        for one in group:
            if (unit := units.unit_of.get(one.mark)) is not None:
                ruled[unit].append(one)
        left: Group = []
        for one in group:
            if one.mark not in units.unit_of:
                unit = _closest(one, ruled)
                (left if unit is None else placed[unit]).append(one)
        for unit, some in ruled.items():
            placed[unit].extend(some)
        rest.extend([left] if left else [])
    return [*placed.values(), *rest]


def _closest(one: Evidence, ruled: dict[int, Group]) -> int | None:
    """The unit that it is the same as most of; the only one there is, else None when it is like none of them."""
    if len(ruled) == 1:
        return next(iter(ruled))
    mine = profile(one)
    likes = {
        unit: sum(is_same(mine, profile(other)) for other in sorted(some, key=lambda other: other.mark))
        for unit, some in ruled.items()
    }
    found = [unit for unit, count in likes.items() if count]
    return min(found, key=lambda unit: (-likes[unit], min(one.mark for one in ruled[unit])), default=None)
