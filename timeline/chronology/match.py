"""Whether two Statements plainly tell one happening: a simple rule that rather leaves two apart than joins two.

They do when type, trigger and a participant or the place are the same, the dates can be the same, and nothing that
both of them say differs: who does it to whom, where, in which round of a series, and how firmly.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.lexicon import rows
from timeline.model.event import Evidence, Reading
from timeline.model.span import TimeSpan
from timeline.model.statement import Actor, ActorKind, Relation, RoleName, Statement, Status
from timeline.model.time import When

CLOSE_DAYS = 62  # a wider span says too little to find its like by
RECENT_DAYS = 10  # what is only known to have been reported by a day is looked for in the days before
COMING_DAYS = 31  # and what is only planned, in the days after
LONG_DAYS = 7  # what goes on for longer is not the same as one thing in it, nor a plan for it plainly the same
NARROW_DAYS = 3  # a span so short that the trigger's exact word no longer matters

MUTUAL_TYPES = frozenset({"consult", "agree", "cooperate"})  # who does it with whom is a matter of grammar
HAPPENED = frozenset({Status.ASSERTED, Status.ALLEGED, Status.DENIED})
COMING = frozenset({Status.PLANNED, Status.CANCELLED})

Names = frozenset[str]
Days = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a Statement counts for matching, worked out once. Each actor is the set of names it answers to."""

    document: str
    fingerprint: str
    number: int
    type: str
    mode: str | None
    family: str
    status: Status
    series: str | None
    span: TimeSpan
    days: Days | None
    place: str | None
    agents: tuple[Names, ...]
    targets: tuple[Names, ...]
    participants: tuple[Names, ...]
    everyone: tuple[Names, ...]
    names: Names
    same_as: frozenset[int]

    @property
    def is_narrow(self) -> bool:
        """Dated to a few days."""
        return is_close(self.span, NARROW_DAYS)

    @property
    def goes_on(self) -> bool:
        """Said to go on throughout a long time."""
        return self.span.precision == "interval" and not is_close(self.span, LONG_DAYS)

    @property
    def keys(self) -> tuple[str, ...]:
        """One key for each name taking part and one for the place, all with the type: what is the same shares one."""
        places = {f"{self.type} @{self.place}"} if self.place else set()
        return tuple(sorted({f"{self.type} {name}" for name in self.names} | places))


def profile(one: Evidence) -> Profile:
    """The evidence's profile."""
    told = one.statement
    everyone = _names_in(told, *RoleName)
    return Profile(
        document=one.document,
        fingerprint=one.fingerprint,
        number=one.number,
        type=told.type,
        mode=told.mode,
        family=family(told.lemma),
        status=told.claim.status,
        series=told.series,
        span=told.when.span,
        days=window(told.when),
        place=told.place.name.casefold() if told.place else None,
        agents=_names_in(told, RoleName.AGENT),
        targets=_names_in(told, RoleName.TARGET),
        participants=_names_in(told, RoleName.PARTICIPANT),
        everyone=everyone,
        names=frozenset().union(*everyone),
        same_as=frozenset(link.statement for link in told.links if link.relation is Relation.SAME),
    )


def readings(statements: Sequence[Statement], ranks: Sequence[int]) -> tuple[Reading, ...]:
    """Each Statement with what its like are found by, and its rank among those of its Document."""
    return tuple(_reading(statement, rank) for statement, rank in zip(statements, ranks, strict=True))


def is_same(a: Profile, b: Profile) -> bool:
    """Whether the two plainly tell one happening."""
    if a.fingerprint == b.fingerprint and a.number == b.number:
        return True
    if is_linked_same(a, b):
        return True
    return a.type == b.type and _shares_something(a, b) and _tells_alike(a, b) and not contradicts(a, b)


def is_linked_same(a: Profile, b: Profile) -> bool:
    """Whether their text itself says that they are the same."""
    return a.document == b.document and (b.number in a.same_as or a.number in b.same_as)


def contradicts(a: Profile, b: Profile) -> bool:
    """Whether something that both say differs, so that they can't be one happening."""
    return (
        a.type != b.type
        or not _may_be_same_day(a, b)
        or (a.place is not None and b.place is not None and a.place != b.place)
        or not _statuses_go_together(a, b)
        or _series_differ(a, b)
        or _actors_differ(a, b)
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


def _names_in(statement: Statement, *roles: RoleName) -> tuple[Names, ...]:
    return tuple(names(role.actor) for role in statement.roles if role.name in roles)


def _reading(statement: Statement, rank: int) -> Reading:
    found = profile(Evidence("", "", None, 0, statement))
    first, last = found.days or (None, None)
    return Reading(statement, found.keys, first, last, rank)


def _may_be_same_day(a: Profile, b: Profile) -> bool:
    """Days overlap; what is too vague is only ever the same as what the same text says in the same words of time."""
    if a.days is None or b.days is None:
        return a.days == b.days and a.document == b.document and a.span == b.span
    if a.days[0] > b.days[1] or b.days[0] > a.days[1]:
        return False
    return a.span == b.span or not (a.goes_on or b.goes_on)


def _shares_something(a: Profile, b: Profile) -> bool:
    return not a.names.isdisjoint(b.names) or (a.place is not None and a.place == b.place)


def _shared(some: tuple[Names, ...], others: tuple[Names, ...]) -> bool:
    return any(one & other for one in some for other in others)


def _tells_alike(a: Profile, b: Profile) -> bool:
    """The same trigger word or family of words; on the same few days, a known mode or two shared names will do."""
    if a.family == b.family and (a.mode == b.mode or None in (a.mode, b.mode)):
        return True
    if a.mode != b.mode or not (a.is_narrow and b.is_narrow):
        return False
    return a.mode is not None or sum(any(one & other for other in b.everyone) for one in a.everyone) >= 2


def _actors_differ(a: Profile, b: Profile) -> bool:
    if a.type in MUTUAL_TYPES:
        return not _one_covers_other(a.agents + a.targets + a.participants, b.agents + b.targets + b.participants)
    return (
        _disjoint(a.agents, b.agents)
        or _disjoint(a.targets, b.targets)
        or _swapped(a, b)
        or _swapped(b, a)
        or not _one_covers_other(a.participants, b.participants)
    )


def _disjoint(some: tuple[Names, ...], others: tuple[Names, ...]) -> bool:
    return bool(some) and bool(others) and not _shared(some, others)


def _swapped(a: Profile, b: Profile) -> bool:
    """Whether one's agent is the other's target, and only that."""
    return _shared(a.agents, b.targets) and not _shared(a.agents, b.agents)


def _one_covers_other(some: tuple[Names, ...], others: tuple[Names, ...]) -> bool:
    """Whether everybody on the shorter list is on the longer."""
    fewer, more = sorted((some, others), key=len)
    return all(any(one & other for other in more) for one in fewer)


def _series_differ(a: Profile, b: Profile) -> bool:
    """Rounds differ; one that is not counted may be any of them, unless both are dated to the day."""
    if a.series == b.series:
        return False
    return None not in (a.series, b.series) or not (a.is_narrow and b.is_narrow)


def _statuses_go_together(a: Profile, b: Profile) -> bool:
    """What happened goes with what was alleged or denied; what was planned, with that too once both are dated well."""
    both = {a.status, b.status}
    if len(both) == 1 or both <= HAPPENED or both <= COMING:
        return True
    return both <= HAPPENED | COMING and is_close(a.span, LONG_DAYS) and is_close(b.span, LONG_DAYS)


@lru_cache(maxsize=4096)
def family(lemma: str) -> str:
    """The name of the row of `families.txt` that has the word, else the word itself."""
    return _families().get(lemma.casefold(), lemma.casefold())


@lru_cache(maxsize=1)
def _families() -> dict[str, str]:
    return {word.casefold(): row["name"] for row in rows("families") for word in row.words("words")}
