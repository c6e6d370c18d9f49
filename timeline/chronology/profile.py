"""What of a Statement counts for matching, worked out once; and what its like are found by."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline.chronology.order import kept_apart
from timeline.chronology.party import MUTUAL_TYPES, Names, Parties, context_of, names_of, parties_in
from timeline.lexicon import rows
from timeline.model.event import Evidence, Reading
from timeline.model.span import TimeSpan
from timeline.model.statement import Relation, RoleName, Statement, Status
from timeline.model.time import When

CLOSE_DAYS = 62  # a wider span says too little to find its like by
RECENT_DAYS = 10  # what is only known to have been reported by a day is looked for in the days before
SINCE_DAYS = 45  # 'the ceasefire' is looked for so far back
COMING_DAYS = 31  # and what is only planned, in the days after
LONG_DAYS = 7  # what goes on for longer is not the same as one thing in it, nor a plan for it plainly the same
NARROW_DAYS = 3  # a span so short that the trigger's exact word no longer matters
DOUBT_DAYS = 1  # by so much reports of one thing differ
DEFINITE = re.compile(r"\b(?:the|this|that|these|those)(?:\s+[\w-]+){0,2}\s+$", re.IGNORECASE)
ONCE = frozenset(
    {"acquit", "appoint", "arrest", "collapse", "die", "merge", "resign", "sentence", "sue"}
)  # to one actor

Days = tuple[int, int]
Count = tuple[str, str, float, float | None]
APART = frozenset({Relation.BEFORE, Relation.AFTER})


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a Statement counts for matching, worked out once.

    `context` are the names in its whole text, `nearby` those in its sentence.
    `is_definite` says that it points back ('the ceasefire').
    """

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
    lemma: str
    agents: Parties
    targets: Parties
    participants: Parties
    everyone: Parties
    names: Names
    context: Names
    nearby: Names
    counts: tuple[Count, ...]
    is_definite: bool
    same_as: frozenset[int]
    apart_from: frozenset[int]

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
        """One key for each name taking part (else of its text) and one for the place, all with the type.

        What is the same shares one.
        """
        places = {f"{self.type} @{self.place}"} if self.place else set()
        states = {party.state for party in self.everyone if party.state and self.type in MUTUAL_TYPES}
        surnames = {party.surname for party in self.everyone if party.surname}
        known = (self.names | states | surnames) or self.context
        return tuple(sorted({f"{self.type} {name}" for name in known} | places))


def profile(one: Evidence) -> Profile:
    """The evidence's profile."""
    told = one.statement
    everyone = parties_in(told, *RoleName)
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
        days=window(told.when, back=SINCE_DAYS if is_definite(told) else RECENT_DAYS),
        place=told.place.name.casefold() if told.place else None,
        lemma=told.lemma.casefold(),
        agents=parties_in(told, RoleName.AGENT),
        targets=parties_in(told, RoleName.TARGET),
        participants=parties_in(told, RoleName.PARTICIPANT),
        everyone=everyone,
        names=frozenset().union(*(party.names for party in everyone)),
        context=frozenset(told.context),
        nearby=names_of(told.sentence),
        counts=tuple((one.what, one.unit, one.low, one.high) for one in told.quantities),
        is_definite=is_definite(told),
        same_as=frozenset(link.statement for link in told.links if link.relation is Relation.SAME),
        apart_from=frozenset(told.apart)
        | {link.statement for link in told.links if link.is_strong and link.relation in APART},
    )


def readings(statements: Sequence[Statement], ranks: Sequence[int]) -> tuple[Reading, ...]:
    """Each Statement with the actors of the whole text, what its like are found by, and its rank in its Document."""
    context = tuple(sorted({name for one in statements for name in context_of(one)}))
    told = [
        replace(statement, context=context, apart=apart)
        for statement, apart in zip(statements, kept_apart(statements), strict=True)
    ]
    return tuple(_reading(statement, rank) for statement, rank in zip(told, ranks, strict=True))


def _reading(statement: Statement, rank: int) -> Reading:
    found = profile(Evidence("", "", None, 0, statement))
    if found.days is None:
        return Reading(statement, found.keys, None, None, rank)
    doubt = DOUBT_DAYS if found.family in ONCE else 0
    return Reading(statement, found.keys, found.days[0] - doubt, found.days[1] + doubt, rank)


def window(when: When, *, back: int = RECENT_DAYS) -> Days | None:
    """The days (numbers, inclusive) in which to look for the like of something dated so; None when too vague.

    `back` bounds how many days before its report something may have been.
    """
    first, last = when.span.start_earliest, when.span.end_latest
    if first is None:
        return (last - back, last) if last is not None else None
    if last is None:
        return first, first + COMING_DAYS
    return (first, last) if last - first < CLOSE_DAYS else None


def is_close(span: TimeSpan, days: int) -> bool:
    """Whether both ends are known and at most so many days are possible."""
    return span.width is not None and span.width <= days


def is_definite(told: Statement) -> bool:
    """Whether the words before the trigger point back to what was told before."""
    before = told.sentence[: max(0, told.trigger.start - told.start)]
    return DEFINITE.search(before) is not None


@lru_cache(maxsize=4096)
def family(lemma: str) -> str:
    """The name of the row of `families.txt` that has the word, else the word itself."""
    return _families().get(lemma.casefold(), lemma.casefold())


@lru_cache(maxsize=1)
def _families() -> dict[str, str]:
    return {word.casefold(): row["name"] for row in rows("families") for word in row.words("words")}
