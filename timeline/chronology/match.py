"""Whether two Statements plainly tell one happening: a simple rule that rather leaves two apart than joins two.

They do when type, trigger and a participant or the place are the same, the dates can be the same, and nothing that
both of them say differs: who does it to whom, where, in which round of a series, and how firmly.
"""

from collections.abc import Sequence
from functools import lru_cache

from timeline.lexicon import rows
from timeline.model.event import Evidence, Reading
from timeline.model.span import TimeSpan
from timeline.model.statement import Actor, ActorKind, Relation, RoleName, Statement, Status
from timeline.model.time import When

CLOSE_DAYS = 62  # a wider span says too little to find its like by
RECENT_DAYS = 10  # what is only known to have been reported by a day is looked for in the days before
COMING_DAYS = 31  # and what is only planned, in the days after
LONG_DAYS = 7  # what goes on for longer is not the same as one thing in it
NARROW_DAYS = 3  # a span so short that the trigger's exact word no longer matters

MUTUAL_TYPES = frozenset({"consult", "agree", "cooperate"})  # who does it with whom is a matter of grammar
HAPPENED = frozenset({Status.ASSERTED, Status.ALLEGED, Status.DENIED})
COMING = frozenset({Status.PLANNED, Status.CANCELLED})

Names = frozenset[str]
Days = tuple[int, int]


def readings(statements: Sequence[Statement], ranks: Sequence[int]) -> tuple[Reading, ...]:
    """Each Statement with what its like are found by, and its rank among those of its Document."""
    return tuple(_reading(statement, rank) for statement, rank in zip(statements, ranks, strict=True))


def is_same(one: Evidence, other: Evidence) -> bool:
    """Whether the two plainly tell one happening."""
    if one.fingerprint == other.fingerprint and one.number == other.number:
        return True
    if is_linked_same(one, other):
        return True
    a, b = one.statement, other.statement
    return (
        a.type == b.type
        and _may_be_same_day(one, other)
        and _shares_something(a, b)
        and _tells_alike(a, b)
        and not contradicts(one, other)
    )


def is_linked_same(one: Evidence, other: Evidence) -> bool:
    """Whether their text itself says that they are the same."""
    return one.document == other.document and (_points_at(one, other.number) or _points_at(other, one.number))


def contradicts(one: Evidence, other: Evidence) -> bool:
    """Whether something that both say differs, so that they can't be one happening."""
    a, b = one.statement, other.statement
    return (
        a.type != b.type
        or not _may_be_same_day(one, other)
        or _actors_differ(a, b)
        or (a.place is not None and b.place is not None and a.place.name.casefold() != b.place.name.casefold())
        or _series_differ(a, b)
        or not _statuses_go_together(a, b)
    )


def window(when: When) -> Days | None:
    """The days (numbers, inclusive) in which to look for the like of something dated so; None when too vague."""
    first, last = when.span.start_earliest, when.span.end_latest
    if first is None:
        return (last - RECENT_DAYS, last) if last is not None else None
    if last is None:
        return first, first + COMING_DAYS
    return (first, last) if last - first < CLOSE_DAYS else None


def is_close(span: TimeSpan, days: int) -> bool:
    """Whether both ends are known and at most so many days are possible."""
    return span.width is not None and span.width <= days


def names(actor: Actor) -> Names:
    """What an actor answers to: its name, and its state's when it is an organ of it (a person is not the state)."""
    known = {actor.name.casefold()}
    if actor.acts_for and actor.kind is not ActorKind.PERSON:
        known.add(actor.acts_for.casefold())
    return frozenset(known)


def names_in(statement: Statement, *roles: RoleName) -> tuple[Names, ...]:
    """What each actor in one of these roles answers to."""
    return tuple(names(role.actor) for role in statement.roles if role.name in roles)


def _reading(statement: Statement, rank: int) -> Reading:
    days = window(statement.when)
    first, last = days if days else (None, None)
    return Reading(statement, _keys(statement), first, last, rank)


def _keys(statement: Statement) -> tuple[str, ...]:
    """One key for each name taking part and one for the place, all with the type: what is the same shares one."""
    found = {f"{statement.type} {name}" for names in names_in(statement, *RoleName) for name in names}
    if statement.place:
        found.add(f"{statement.type} @{statement.place.name.casefold()}")
    return tuple(sorted(found))


def _points_at(evidence: Evidence, number: int) -> bool:
    return any(link.relation is Relation.SAME and link.statement == number for link in evidence.statement.links)


def _may_be_same_day(one: Evidence, other: Evidence) -> bool:
    """Days overlap; what is too vague is only ever the same as what the same text says in the same words of time."""
    a, b = one.statement.when, other.statement.when
    first, second = window(a), window(b)
    if a.span != b.span and (_goes_on(a.span) or _goes_on(b.span)):
        return False
    if first is None or second is None:
        return first == second and one.document == other.document and a.span == b.span
    return first[0] <= second[1] and second[0] <= first[1]


def _goes_on(span: TimeSpan) -> bool:
    return span.precision == "interval" and not is_close(span, LONG_DAYS)


def _shares_something(a: Statement, b: Statement) -> bool:
    return _shared(names_in(a, *RoleName), names_in(b, *RoleName)) or (
        a.place is not None and b.place is not None and a.place.name.casefold() == b.place.name.casefold()
    )


def _shared(some: tuple[Names, ...], others: tuple[Names, ...]) -> bool:
    return any(one & other for one in some for other in others)


def _tells_alike(a: Statement, b: Statement) -> bool:
    """The same trigger word or family of words; on the same few days, a known mode or two shared names will do."""
    if (a.mode == b.mode or None in (a.mode, b.mode)) and family(a.lemma) == family(b.lemma):
        return True
    if not (is_close(a.when.span, NARROW_DAYS) and is_close(b.when.span, NARROW_DAYS)) or a.mode != b.mode:
        return False
    return a.mode is not None or _count_shared(a, b) >= 2


def _count_shared(a: Statement, b: Statement) -> int:
    others = names_in(b, *RoleName)
    return sum(any(one & other for other in others) for one in names_in(a, *RoleName))


def _actors_differ(a: Statement, b: Statement) -> bool:
    if a.type in MUTUAL_TYPES:
        parties = (RoleName.AGENT, RoleName.TARGET, RoleName.PARTICIPANT)
        return not _one_covers_other(names_in(a, *parties), names_in(b, *parties))
    return (
        any(_disjoint(names_in(a, role), names_in(b, role)) for role in (RoleName.AGENT, RoleName.TARGET))
        or _swapped(a, b)
        or _swapped(b, a)
        or not _one_covers_other(names_in(a, RoleName.PARTICIPANT), names_in(b, RoleName.PARTICIPANT))
    )


def _disjoint(some: tuple[Names, ...], others: tuple[Names, ...]) -> bool:
    return bool(some) and bool(others) and not _shared(some, others)


def _swapped(a: Statement, b: Statement) -> bool:
    """Whether one's agent is the other's target, and only that."""
    agents, targets = names_in(a, RoleName.AGENT), names_in(b, RoleName.TARGET)
    return _shared(agents, targets) and not _shared(agents, names_in(b, RoleName.AGENT))


def _one_covers_other(some: tuple[Names, ...], others: tuple[Names, ...]) -> bool:
    """Whether everybody on the shorter list is on the longer."""
    fewer, more = sorted((some, others), key=len)
    return all(any(one & other for other in more) for one in fewer)


def _series_differ(a: Statement, b: Statement) -> bool:
    """Rounds differ; one that is not counted may be any of them, unless both are dated to the day."""
    if a.series == b.series:
        return False
    is_narrow = is_close(a.when.span, NARROW_DAYS) and is_close(b.when.span, NARROW_DAYS)
    return not is_narrow or None not in (a.series, b.series)


def _statuses_go_together(a: Statement, b: Statement) -> bool:
    """What happened goes with what was alleged or denied; what was planned, with that too once both are dated."""
    one, other = a.claim.status, b.claim.status
    if one == other or {one, other} <= HAPPENED or {one, other} <= COMING:
        return True
    if not {one, other} <= HAPPENED | COMING:
        return False
    return is_close(a.when.span, NARROW_DAYS) and is_close(b.when.span, NARROW_DAYS)


@lru_cache(maxsize=4096)
def family(lemma: str) -> str:
    """The name of the row of `families.txt` that has the word, else the word itself."""
    return _families().get(lemma.casefold(), lemma.casefold())


@lru_cache(maxsize=1)
def _families() -> dict[str, str]:
    return {word.casefold(): row["name"] for row in rows("families") for word in row.words("words")}
