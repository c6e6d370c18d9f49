"""Evidence to Events: group what tells one happening, make one Event of each group, tighten dates along links.

The answer depends on what is given, never on its order: whatever is chosen is chosen by content.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from timeline.chronology.dating import BASIS_ORDER, DIRECT, merge_dates
from timeline.chronology.decide import corrected, decided
from timeline.chronology.match import contradicts, is_linked_same, is_same
from timeline.chronology.profile import Profile, profile
from timeline.chronology.tighten import tighten
from timeline.model.curation import UNDECIDED, Decisions
from timeline.model.event import Event, Evidence
from timeline.model.span import FAR
from timeline.model.statement import ActorKind, Place, Quantity, Role, RoleName, Status

# An Event is what the firmest of its Statements says, in this order.
STATUS_ORDER = (
    Status.ASSERTED, Status.CANCELLED, Status.ALLEGED, Status.DENIED, Status.NEGATED, Status.PLANNED,
    Status.HYPOTHETICAL,
)  # fmt: skip
OPPOSED = frozenset({Status.DENIED, Status.NEGATED, Status.CANCELLED})
AFFIRMED = frozenset({Status.ASSERTED, Status.ALLEGED})
REPEAT_GAIN, REPEAT_LIMIT = 0.05, 0.2  # salience for each further report, and at most

Group = list[Evidence]


def merge(evidence: Sequence[Evidence], decisions: Decisions = UNDECIDED) -> tuple[Event, ...]:
    """One Event for each happening that the evidence tells, as people decided, dates tightened along strong links."""
    groups = decided(grouped(evidence), decisions.rulings)
    return tighten([corrected(_event(group), decisions.corrections) for group in groups])


def grouped(evidence: Sequence[Evidence]) -> list[Group]:
    """The evidence in groups that tell one happening each.

    The most specific come first and found groups; each of the rest joins the one group it agrees with. Where several
    fit, its own document's decides; one dated to a few days shows that they are one, if nothing in them differs;
    else it stands alone.
    """
    groups: list[Group] = []
    profiles: list[list[Profile]] = []
    by_key: defaultdict[str, set[int]] = defaultdict(set)
    for twins in _twins(evidence):
        alike = [profile(one) for one in twins]
        candidates = {number for one in alike for key in _keys(one) for number in by_key.get(key, ())}
        homes = _homes(alike, profiles, sorted(candidates)) or [len(groups)]
        if homes[0] == len(groups):
            groups.append([])
            profiles.append([])
        number, *others = homes
        groups[number].extend([*twins, *(one for other in others for one in groups[other])])
        profiles[number].extend([*alike, *(one for other in others for one in profiles[other])])
        for other in others:
            groups[other], profiles[other] = [], []
        for key in {key for one in profiles[number] for key in _keys(one)}:
            by_key[key].add(number)
    return [group for group in groups if group]


def best_order(group: Sequence[Evidence], status: Status) -> list[Evidence]:
    """Best first: what says the Event's own status, has a date of its own, names most, matters most, came first."""

    def key(one: Evidence) -> tuple[object, ...]:
        statement = one.statement
        return (
            statement.claim.status is not status,
            BASIS_ORDER[statement.when.basis] if statement.when.basis not in DIRECT else 0,
            -len(statement.roles),
            -statement.salience,
            statement.place is None,
            *_publication(one),
        )

    return sorted(group, key=key)


def _twins(evidence: Sequence[Evidence]) -> list[Group]:
    """The same Statement of the same text, wherever it was published, together, as first published before the rest.

    The most specific come first.
    """
    together: defaultdict[tuple[str, int], Group] = defaultdict(list)
    for one in evidence:
        together[one.fingerprint, one.number].append(one)
    twins = [sorted(group, key=_publication) for group in together.values()]
    return sorted(twins, key=lambda group: _specificity(group[0]))


def _specificity(one: Evidence) -> tuple[object, ...]:
    statement = one.statement
    width, roles = statement.when.span.width, statement.roles
    surnames = sum(" " not in role.actor.name and role.actor.kind is ActorKind.PERSON for role in roles)
    return (width is None, width or 0, surnames - len(roles), -len(roles), statement.place is None, *_identity(one))


def _publication(one: Evidence) -> tuple[object, ...]:
    """First published first; without a date last."""
    return (one.published.toordinal() if one.published else FAR, *_identity(one))


def _latest(one: Evidence) -> tuple[object, ...]:
    """Last published first, since who writes later knows better; without a date last."""
    return (-one.published.toordinal() if one.published else 0, *_identity(one))


def _identity(one: Evidence) -> tuple[str, int, str, str]:
    return one.fingerprint, one.number, one.address, one.document


def _keys(one: Profile) -> set[str]:
    """What its group is found by: the profile's keys, and where it stands, for links that say 'same'."""
    return {*one.keys, *(f"{one.document} {number}" for number in (one.number, *one.same_as))}


def _homes(twins: list[Profile], groups: list[list[Profile]], candidates: list[int]) -> list[int]:
    """The numbers of the groups they belong to (several that prove to be one), none for a new one."""
    for number in candidates:
        if any(is_linked_same(one, other) for one in twins for other in groups[number]):
            return [number]
    first = twins[0]
    fitting = [number for number in candidates if _fits(first, groups[number])]
    if len(fitting) > 1 and not (first.is_narrow and _are_one([groups[number] for number in fitting])):
        fitting = [number for number in fitting if any(other.document == first.document for other in groups[number])]
        return fitting if len(fitting) == 1 else []
    return fitting


def _are_one(groups: list[list[Profile]]) -> bool:
    """Whether nothing that is said in one of the groups differs from what is said in another."""
    return not any(contradicts(a, b) for one, other in combinations(groups, 2) for a in one for b in other)


def _fits(one: Profile, group: list[Profile]) -> bool:
    return any(is_same(one, other) for other in group) and not any(contradicts(one, other) for other in group)


def _event(group: Group) -> Event:
    status = _status(group)
    best = best_order(group, status)
    first = best[0].statement
    firsts = sorted((twins[0] for twins in _twins(group)), key=_latest)
    when, dates_differ = merge_dates([one.statement.when for one in firsts])
    reports = len({one.fingerprint for one in group})
    return Event(
        headline=first.headline,
        type=first.type,
        mode=_mode(best),
        when=when,
        roles=_roles(best),
        place=_place(best),
        status=status,
        claimed_by=_claimants(best, status),
        quantities=_quantities(best),
        salience=_salience(group, reports),
        disputed=dates_differ or _statuses_differ(group) or _numbers_differ(group),
        reports=reports,
        evidence=tuple(best),
        rank=min(one.rank for one in group),
    )


def _status(group: Group) -> Status:
    told = {one.statement.claim.status for one in group}
    return next(status for status in STATUS_ORDER if status in told)


def _mode(best: Group) -> str | None:
    """The first that is told of the Event's type: people may join what is told under several."""
    told = (one.statement.mode for one in best if one.statement.type == best[0].statement.type)
    return next((mode for mode in told if mode), None)


def _roles(best: Group) -> tuple[Role, ...]:
    """Everyone's part, as the best Statement that gives it tells; a participant only when nothing closer is said."""
    found: dict[tuple[str, RoleName], Role] = {}
    for one in best:
        for role in one.statement.roles:
            found.setdefault((role.actor.name.casefold(), role.name), role)
    closer = {name for name, role in found if role is not RoleName.PARTICIPANT}
    return tuple(role for (name, kind), role in found.items() if kind is not RoleName.PARTICIPANT or name not in closer)


def _place(best: Group) -> Place | None:
    return next((one.statement.place for one in best if one.statement.place), None)


def _claimants(best: Group, status: Status) -> tuple[str, ...]:
    """Those who say what the Event is said to be, each once."""
    told = [one.statement.claim for one in best if one.statement.claim.status is status]
    return tuple(dict.fromkeys(name for claim in told for name in claim.claimed_by))


def _quantities(best: Group) -> tuple[Quantity, ...]:
    """Every number that is told, each once, the best Statement's first."""
    found: dict[tuple[object, ...], Quantity] = {}
    for one in best:
        for quantity in one.statement.quantities:
            found.setdefault((quantity.what, quantity.unit, quantity.low, quantity.high), quantity)
    return tuple(found.values())


def _salience(group: Group, reports: int) -> float:
    """The highest of its Statements', and a little for each further report."""
    highest = max(one.statement.salience for one in group)
    return round(min(1.0, highest + min(REPEAT_LIMIT, REPEAT_GAIN * (reports - 1))), 4)


def _statuses_differ(group: Group) -> bool:
    told = {one.statement.claim.status for one in group}
    return bool(told & OPPOSED) and bool(told & AFFIRMED)


def _numbers_differ(group: Group) -> bool:
    """Whether two reports give numbers of the same thing that can't both be right."""
    told = [(one.fingerprint, quantity) for one in group for quantity in one.statement.quantities]
    return any(text != other_text and _exclude(a, b) for text, a in told for other_text, b in told)


def _exclude(a: Quantity, b: Quantity) -> bool:
    """Whether they count the same and their ranges do not meet; an open end reaches for ever."""
    return (a.what, a.unit) == (b.what, b.unit) and a.high is not None and b.low is not None and a.high < b.low
