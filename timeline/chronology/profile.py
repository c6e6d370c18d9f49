"""What of a Statement counts for matching, worked out once; and what its like are found by."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from babel import Locale

from timeline.chronology.families import families
from timeline.chronology.order import kept_apart
from timeline.chronology.party import MUTUAL_TYPES, Names, Parties, context_of, names_of, parties_in
from timeline.lexicon import rows
from timeline.model.event import Evidence, Reading
from timeline.model.span import TimeSpan
from timeline.model.statement import Place, Relation, RoleName, Statement, Status
from timeline.model.time import When

CLOSE_DAYS = 62  # a wider span says too little to find its like by
NEWS_DAYS = 3  # the news of the day, told without a date, is looked for in the days before its report
RECENT_DAYS = 31  # what else a text tells without a date
SINCE_DAYS = 184  # what it tells as known ('the ceasefire', 'had been signed')
COMING_DAYS = 31  # and what is only planned, in the days after
STEM = 6  # letters that a state and its people share
COMMON = frozenset(  # words that names of many have in common
    "united new north south east west northe southe easter wester presid prime minist genera suprem court nation "
    "intern centra state states city group bank univer counci union party march".split()
)
LEAD = 120  # a sentence that starts within so many characters tells the news
LONG_DAYS = 7  # what goes on for longer is not the same as one thing in it, nor a plan for it plainly the same
NARROW_DAYS = 3  # a span so short that the trigger's exact word no longer matters
DOUBT_DAYS = 1  # by so much reports of one thing differ
DEFINITE = re.compile(r"\b(?:the|this|that|these|those)(?:\s+[\w’'-]+){0,2}\s+$", re.IGNORECASE)
# What happens once to one actor.
ONCE = frozenset(
    {
        "acquit",
        "appoint",
        "arrest",
        "collapse",
        "convict",
        "die",
        "kill",
        "merge",
        "remove",
        "resign",
        "sentence",
        "sue",
    }
)

Days = tuple[int, int]
Count = tuple[str, str, float, float | None]
APART = frozenset({Relation.BEFORE, Relation.AFTER})


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a Statement counts for matching, worked out once.

    `context` are the names in its whole text, `nearby` those in its sentence.
    `called` is the name of the happening itself ('Cyclone Ada').
    `is_definite` tells 'the ceasefire', `points_back` that or 'had shot': it is told as known.
    """

    document: str
    fingerprint: str
    number: int
    type: str
    mode: str | None
    families: Names
    status: Status
    series: str | None
    span: TimeSpan
    days: Days | None
    place: str | None
    regions: Names
    lemma: str
    agents: Parties
    targets: Parties
    participants: Parties
    everyone: Parties
    names: Names
    context: Names
    nearby: Names
    counts: tuple[Count, ...]
    called: str | None
    is_definite: bool
    points_back: bool
    same_as: frozenset[int]
    apart_from: frozenset[int]

    @property
    def is_narrow(self) -> bool:
        """Dated to a few days."""
        return is_close(self.span, NARROW_DAYS)

    @property
    def is_undated(self) -> bool:
        """Only the end is known, as its report gives it."""
        return self.span.start_earliest is None

    @property
    def goes_on(self) -> bool:
        """Said to go on throughout a long time."""
        return self.span.precision == "interval" and not is_close(self.span, LONG_DAYS)

    @property
    def is_named(self) -> bool:
        """Whether it names somebody who takes part."""
        return any(not one.is_described for one in self.everyone)

    @property
    def around(self) -> Names:
        """The place, and the names in its sentence."""
        return self.nearby | {self.place} if self.place else self.nearby

    @property
    def keys(self) -> tuple[str, ...]:
        """One for each name that takes part or stands around (in its text, when it names nobody), with each family.

        What is dated to a few days also has the type. What is the same shares one.
        """
        states = {party.state for party in self.everyone if party.state and self.type in MUTUAL_TYPES}
        surnames = {party.surname for party in self.everyone if party.surname}
        known = self.names | states | surnames | self.around | (frozenset() if self.is_named else self.context)
        kinds = {self.type, *self.families} if self.is_narrow else self.families
        return tuple(sorted({f"{kind} {name}" for name in known for kind in kinds}))


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
        families=families(told.lemma, told.type),
        status=told.claim.status,
        series=told.series,
        span=told.when.span,
        days=window(told.when, back=_days_back(told)),
        place=told.place.name.casefold() if told.place else None,
        regions=_regions(told.place),
        lemma=told.lemma.casefold(),
        agents=parties_in(told, RoleName.AGENT),
        targets=parties_in(told, RoleName.TARGET),
        participants=parties_in(told, RoleName.PARTICIPANT),
        everyone=everyone,
        names=frozenset().union(*(party.names for party in everyone)),
        context=_whole_names(told.context),
        nearby=names_of(told.sentence),
        counts=tuple((one.what, one.unit, one.low, one.high) for one in told.quantities),
        called=_called(told),
        is_definite=is_definite(told),
        points_back=_points_back(told),
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
    doubt = DOUBT_DAYS if not ONCE.isdisjoint(found.families) else 0
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


@lru_cache(maxsize=65536)
def stem(name: str) -> str:
    """A name of one word without what makes it an adjective ('Pakistani'), as far as spelling tells."""
    return name if " " in name else name[:STEM]


@lru_cache(maxsize=65536)
def short_forms(name: str) -> Names:
    """What a longer name may be shortened to: its first words, or its last."""
    words = name.split()
    parts = {" ".join(part) for cut in range(1, len(words)) for part in (words[:cut], words[cut:])}
    return frozenset(map(stem, parts)) - COMMON


def _whole_names(context: Sequence[str]) -> Names:
    """Without those that are only a part of another ('Holm' beside 'Ada Holm')."""
    words = {name: set(name.split()) for name in context}
    return frozenset(name for name in context if not any(words[name] < words[other] for other in context))


def _regions(place: Place | None) -> Names:
    """The names of the country that a place is in."""
    return _country_names(place.country) if place is not None and place.country else frozenset()


@lru_cache(maxsize=512)
def _country_names(code: str) -> Names:
    ours = (name for row in rows("states") if row["code"] == code for name in (row["name"], *row.words("aliases")))
    return frozenset(name.casefold() for name in (*ours, Locale("en").territories.get(code, "")) if name)


def _days_back(told: Statement) -> int:
    """How many days before its report something undated may have been."""
    if _points_back(told):
        return SINCE_DAYS
    return NEWS_DAYS if told.start < LEAD else RECENT_DAYS


def _called(told: Statement) -> str | None:
    """The name in the sentence that the trigger is a part of, when it is no verb that merely begins it."""
    word = told.trigger.text
    if not word[:1].isupper() or told.trigger.start == told.start:
        return None
    return next((name for name in sorted(names_of(told.sentence)) if word.casefold() in name.split()), None)


def _points_back(told: Statement) -> bool:
    """Whether it is told as known, or as come before something else."""
    is_earlier = any(link.relation is Relation.BEFORE and link.is_strong for link in told.links)
    is_undated = told.when.span.start_earliest is None
    return is_definite(told) or _called(told) is not None or (is_undated and (told.when.likely is None or is_earlier))


def is_close(span: TimeSpan, days: int) -> bool:
    """Whether both ends are known and at most so many days are possible."""
    return span.width is not None and span.width <= days


def is_definite(told: Statement) -> bool:
    """Whether the words before the trigger point back to what was told before."""
    before = told.sentence[: max(0, told.trigger.start - told.start)]
    return DEFINITE.search(before) is not None
