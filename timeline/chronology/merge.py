"""Evidence to Events: group what tells one happening, make one Event of each group, tighten dates along links.

The answer depends on what is given, never on its order: whatever is chosen is chosen by content.
"""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from timeline.chronology.bonds import Bonds, bonds_among, identity
from timeline.chronology.dating import BASIS_ORDER, merge_dates
from timeline.chronology.decide import corrected, decided
from timeline.chronology.group import grouped, publication, twins_of
from timeline.chronology.tighten import tighten
from timeline.chronology.wording import has_risen_to, is_put_off, is_set_anew, is_wrong, wrong_days
from timeline.model.curation import UNDECIDED, Decisions
from timeline.model.event import Event, Evidence
from timeline.model.statement import FACTS, Place, Quantity, Role, RoleName, Status
from timeline.model.time import DIRECT, When
from timeline.model.types import FORCE
from timeline.model.victims import PEOPLE, victims_of

# An Event is what the firmest of its Statements says, in this order.
STATUS_ORDER = (
    Status.ASSERTED, Status.CANCELLED, Status.ALLEGED, Status.DENIED, Status.NEGATED, Status.PLANNED,
    Status.HYPOTHETICAL,
)  # fmt: skip
OPPOSED = frozenset({Status.DENIED, Status.NEGATED, Status.CANCELLED})
REPEAT_GAIN, REPEAT_LIMIT = 0.05, 0.2  # salience for each further report, and at most

GROWING = frozenset({"killed", "injured", "arrested", "displaced"})

Group = list[Evidence]


def merge(
    evidence: Sequence[Evidence],
    decisions: Decisions = UNDECIDED,
    bonds: Bonds | None = None,
    *,
    by: int | None = None,
    standing: Sequence[Group] = (),
) -> tuple[Event, ...]:
    """One Event for each happening that the evidence tells, as people decided, dates tightened along strong links.

    `bonds` are those of the evidence, when they are known; `by` is the day by which it was all published, if that matters.
    `standing` is other evidence, in the groups that it is known to make.
    """
    known = bonds_among(evidence) if bonds is None else bonds
    groups = decided(grouped(evidence, known, by=by), decisions.rulings)
    return tighten([corrected(_event(group), decisions.corrections) for group in (*groups, *standing)])


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
            *publication(one),
        )

    return sorted(group, key=key)


def _latest(one: Evidence) -> tuple[object, ...]:
    """Last published first, since who writes later knows better; without a date last."""
    return (-one.published.toordinal() if one.published else 0, *identity(one))


def _event(group: Group) -> Event:
    status = _status(group)
    best = best_order(group, status)
    first = best[0].statement
    firsts = sorted((twins[0] for twins in twins_of(group)), key=_latest)
    when, dates_differ = _when(firsts)
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


def _when(firsts: Sequence[Evidence]) -> tuple[When, bool]:
    """The date they give together, and whether some differ.

    One that another corrects ('on Tuesday and not on Wednesday') does not count; it differs only from another outlet's.
    """
    menders = [one for one in firsts if wrong_days(one.statement)]
    wrong = frozenset[str]().union(*(wrong_days(one.statement) for one in menders))
    mended = [one for one in firsts if one not in menders and is_wrong(one.statement.when.span, wrong)]
    when, differ = merge_dates([one.statement.when for one in firsts if one not in mended])
    outlets = {_outlet(one) for one in menders}
    return when, differ or any(_outlet(one) not in outlets for one in mended)


def _outlet(one: Evidence) -> str:
    """Where it stood: the host of its address."""
    return urlsplit(one.address).hostname or one.document


def _status(group: Group) -> Status:
    told = {one.statement.claim.status for one in group if not _is_set_anew(one, group)}
    return next(status for status in STATUS_ORDER if status in told)


def _is_set_anew(off: Evidence, group: Group) -> bool:
    """'postponed a vote', of which its text, or one of a later day, says that it 'will now be held': it is still to come."""
    if off.statement.claim.status is not Status.CANCELLED or not is_put_off(off.statement):
        return False
    plans = (one for one in group if one.statement.claim.status is Status.PLANNED and is_set_anew(one.statement))
    return any(_is_told_after(plan, off) for plan in plans)


def _is_told_after(one: Evidence, other: Evidence) -> bool:
    """Further on in the same text, or in one of a later day."""
    if one.fingerprint == other.fingerprint:
        return one.statement.trigger.start > other.statement.trigger.start
    return one.published is not None and other.published is not None and one.published > other.published


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
            found.setdefault((quantity.what, quantity.unit, quantity.low, quantity.high), _worded(one, quantity))
    return tuple(found.values())


def _worded(one: Evidence, quantity: Quantity) -> Quantity:
    """'58 soldiers' for the '58' of 'put the number of dead soldiers at 58': beside others a bare number says nothing."""
    hurt = [role.actor.name for role in one.statement.roles if role.name is RoleName.TARGET]
    is_bare = quantity.unit == PEOPLE and quantity.text.replace(",", "").isdigit() and quantity.value > 1
    return (
        replace(quantity, text=f"{quantity.text} {hurt[0]}")
        if is_bare and len(hurt) == 1 and hurt[0].islower()
        else quantity
    )


def _salience(group: Group, reports: int) -> float:
    """The highest of its Statements', and a little for each further report."""
    highest = max(one.statement.salience for one in group)
    return round(min(1.0, highest + min(REPEAT_LIMIT, REPEAT_GAIN * (reports - 1))), 4)


def _statuses_differ(group: Group) -> bool:
    told = {one.statement.claim.status for one in group}
    return bool(told & OPPOSED) and bool(told & FACTS)


def _numbers_differ(group: Group) -> bool:
    """Whether two reports, or two who are quoted in one, give numbers of the same thing that can't both be right.

    What a later day counts more of is no dispute: tolls grow while the dead are found.
    """
    told = [(one, quantity) for one in group for quantity in one.statement.quantities]
    return any(
        _are_two(less, more) and _exclude(a, b) and not (_has_grown(less, more, b) or _are_of_others(less, more, a))
        for less, a in told
        for more, b in told
    )


def _are_two(one: Evidence, other: Evidence) -> bool:
    """Whether two tell it: two texts, or two sources of one; that the text itself says it counts for a source."""
    return one.fingerprint != other.fingerprint or one.statement.claim.claimed_by != other.statement.claim.claimed_by


def _exclude(a: Quantity, b: Quantity) -> bool:
    """Whether they count the same and their ranges do not meet; an open end reaches for ever."""
    return (a.what, a.unit) == (b.what, b.unit) and a.high is not None and b.low is not None and a.high < b.low


def _are_of_others(one: Evidence, other: Evidence, counted: Quantity) -> bool:
    """Whether they count the dead of two sides."""
    return counted.unit == PEOPLE and victims_of(one.statement).are_others_than(victims_of(other.statement))


def _has_grown(less: Evidence, more: Evidence, counted: Quantity) -> bool:
    """Whether the larger number is of a later day, of what is counted as it is found, and not the other side's of a fight.

    Whoever says that a toll has risen goes on from what was counted before, maybe that day, and speaks against nobody.
    """
    if counted.what not in GROWING or less.published is None or more.published is None:
        return False
    if less.published < more.published and not _are_sides(less, more):
        return True
    return less.published <= more.published and has_risen_to(more.statement, counted.text)


def _are_sides(one: Evidence, other: Evidence) -> bool:
    """Whether two who are named say so of a use of force: each counts the other's dead."""
    some, others = set(one.statement.claim.claimed_by), set(other.statement.claim.claimed_by)
    is_force = FORCE in (one.statement.type, other.statement.type)
    return is_force and bool(some) and bool(others) and some.isdisjoint(others)
