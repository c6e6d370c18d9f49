"""Ties and rifts, found: by which bonds the evidence of an Event hangs together, and why what is near is not of it.

The answer depends on what is given, never on its order.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import heappop, heappush

from timeline.chronology.group import publication
from timeline.chronology.traits import Seen, contradiction, seen, shared
from timeline.chronology.weigh import needed, points
from timeline.model.bond import Bond
from timeline.model.curation import Ruling, Spot
from timeline.model.event import Evidence
from timeline.model.tie import Rift, Tie, Trait

BY_HAND = Trait("hand")
MARGIN = 1  # points less that speak for another, and nobody knows which is meant

Pair = tuple[Spot, Spot]


def ties(told: Iterable[Evidence], bonds: Iterable[Bond[Spot]], rulings: Sequence[Ruling] = ()) -> list[Tie]:
    """For each text but the first published the tie that joins it; then those within texts. Along the strongest bonds.

    Without a bond none, unless a person put them together.
    """
    known = {spot_of(one): one for one in sorted(told, key=publication)}
    steps = _steps(list(known), bonds)
    found = [_tie(known[one], known[other]) for one, other in _one_each(steps)]
    reached = {spot for step in steps for spot in step} or {next(iter(known))}
    for spot in known.keys() - reached:
        other = next((other for other in known if other != spot and _ruled(spot, other, rulings)), None)
        found += [Tie(spot, other, (BY_HAND,))] if other is not None else []
    places = {spot: place for place, spot in enumerate(known)}
    return sorted(found, key=lambda tie: (tie.one[0] == tie.other[0], places[tie.one]))


def spot_of(one: Evidence) -> Spot:
    """What stands for it."""
    return one.document, one.number


def _steps(spots: Sequence[Spot], bonds: Iterable[Bond[Spot]]) -> list[Pair]:
    """From the first spot to all that bonds lead to, each time along the strongest: (reached, from where)."""
    near: defaultdict[Spot, dict[Spot, int]] = defaultdict(dict)
    places = {spot: place for place, spot in enumerate(spots)}
    for bond in bonds:
        if bond.vague in places and bond.clear in places:
            near[bond.vague][bond.clear] = near[bond.clear][bond.vague] = bond.strength
    heap: list[tuple[int, int, int]] = []
    steps: list[Pair] = []
    reached: set[Spot] = set()

    def reach(spot: Spot) -> None:
        reached.add(spot)
        for other, strength in near[spot].items():
            heappush(heap, (-strength, places[other], places[spot]))

    reach(spots[0])
    while heap:
        _, to, start = heappop(heap)
        if spots[to] not in reached:
            steps.append((spots[to], spots[start]))
            reach(spots[to])
    return steps


def _one_each(steps: Iterable[Pair]) -> list[Pair]:
    """The first that reaches each text, and those within texts."""
    found: dict[object, Pair] = {}
    for one, other in steps:
        found.setdefault(one[0] if one[0] != other[0] else one, (one, other))
    return list(found.values())


def _tie(one: Evidence, other: Evidence) -> Tie:
    return Tie(spot_of(one), spot_of(other), shared(seen(one), seen(other)))


def rifts(
    own: Iterable[Evidence],
    near: Mapping[Spot, Evidence],
    pairs: Iterable[Pair],
    bonds: Collection[Bond[Spot]],
    home: Mapping[Spot, object],
    rulings: Sequence[Ruling] = (),
) -> list[Rift]:
    """Why those that are near are of other Events: for each such Event the pair for which most speaks, the nearest first.

    `pairs` are (own, near) that share a key and days; `home` says of which Event each of the near is. What contradicts
    comes first; where nothing does, what another is as like; what nobody can tell is left out.
    """
    mine = {spot_of(one): one for one in own}
    sides = {spot: seen(one) for spot, one in {**mine, **near}.items()}
    bound = {pair for bond in bonds for pair in ((bond.vague, bond.clear), (bond.clear, bond.vague))}
    doubtful = _doubtful(bonds, {**dict.fromkeys(mine, None), **home})
    best: dict[object, tuple[tuple[object, ...], Rift]] = {}
    for here, there in pairs:
        a, b = sides[here].profile, sides[there].profile
        weight = points(a, b)
        if weight < needed(a, b) and (here, there) not in bound:
            continue
        is_doubtful = not doubtful.isdisjoint({(here, there), (there, here)})
        trait = _parting(sides[here], sides[there], rulings, is_doubtful=is_doubtful)
        if trait is None:
            continue
        rank = (trait.kind == "many", -weight, *publication(near[there]), *publication(mine[here]))
        if home[there] not in best or rank < best[home[there]][0]:
            best[home[there]] = rank, Rift(here, there, trait)
    return [rift for _, rift in sorted(best.values(), key=lambda found: found[0])]


def _parting(one: Seen, other: Seen, rulings: Sequence[Ruling], *, is_doubtful: bool) -> Trait | None:
    if _ruled(one.profile.spot, other.profile.spot, rulings) is False:
        return BY_HAND
    return contradiction(one, other) or (Trait("many") if is_doubtful else None)


def _doubtful(bonds: Iterable[Bond[Spot]], home: Mapping[Spot, object]) -> set[Pair]:
    """Bonds of a vague one that is of another Event, where as much (or nearly) speaks for a third."""
    found: defaultdict[Spot, list[Bond[Spot]]] = defaultdict(list)
    for bond in bonds:
        found[bond.vague].append(bond)
    return {
        (bond.vague, bond.clear)
        for mine in found.values()
        for bond in mine
        if any(
            other.strength >= bond.strength - MARGIN and home.get(other.clear, other.clear) != home.get(bond.clear)
            for other in mine
            if home.get(other.clear, other.clear) != home.get(bond.vague)
        )
    }


def _ruled(one: Spot, other: Spot, rulings: Iterable[Ruling]) -> bool | None:
    """Whether a person put the two together, or (False) parted them, as the last act says; None when nobody did."""
    for ruling in sorted(rulings, key=lambda ruling: -ruling.number):
        sides = [
            next((place for place, side in enumerate(ruling.sides) if spot in side), None) for spot in (one, other)
        ]
        if None not in sides:
            return sides[0] == sides[1]
    return None
