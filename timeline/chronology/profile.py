"""What of a Statement counts for matching, worked out once."""

import re
from dataclasses import dataclass

from timeline.chronology.families import families
from timeline.chronology.party import MUTUAL_TYPES, Names, Parties, names_of, parties_in
from timeline.chronology.story import Story, country_names, story
from timeline.chronology.subject import subject
from timeline.model.event import Evidence
from timeline.model.span import TimeSpan
from timeline.model.statement import Place, Relation, RoleName, Statement, Status
from timeline.model.time import When

CLOSE_DAYS = 62  # a wider span says too little to find its like by
NEWS_DAYS = 3  # the news of the day, told without a date, is looked for in the days before its report
RECENT_DAYS = 31  # what else a text tells without a date
SINCE_DAYS = 184  # what it tells as known ('the ceasefire', 'had been signed')
COMING_DAYS = 31  # and what is only planned, in the days after
LEAD = 120  # a sentence that starts within so many characters tells the news
LONG_DAYS = 7  # what goes on for longer is not the same as one thing in it, nor a plan for it plainly the same
NARROW_DAYS = 3  # a span so short that the trigger's exact word no longer matters
DOUBT_DAYS = 1  # by so much reports of one thing differ
NEW = re.compile(r"\b(?:an?|another|new|fresh|further)(?:\s+[\w’'-]+){0,2}\s+$", re.IGNORECASE)
SUM = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|many|\d+)\s+$", re.IGNORECASE)
GENERAL = re.compile(r"\b(?:against|for|from|of)\s+$")
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
    `sentence` and `trigger` are where these start.
    `about` are the words of its sentence that may tell what it is about.
    `is_sum` tells that several are counted ('three rounds').
    `is_general` tells 'blamed for attacks', of no day and no place.
    `is_new` tells 'a ceasefire', `is_definite` 'the ceasefire', `points_back` that or 'had shot': it is told as known.
    """

    document: str
    fingerprint: str
    number: int
    sentence: int
    trigger: int
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
    story: Story
    nearby: Names
    counts: tuple[Count, ...]
    called: str | None
    is_new: bool
    is_definite: bool
    points_back: bool
    about: Names
    is_sum: bool
    is_general: bool
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


def profile(one: Evidence) -> Profile:
    """The evidence's profile."""
    told = one.statement
    everyone = parties_in(told, *RoleName)
    return Profile(
        document=one.document,
        fingerprint=one.fingerprint,
        number=one.number,
        sentence=told.start,
        trigger=told.trigger.start,
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
        context=frozenset(told.context),
        story=story(told.context),
        nearby=names_of(told.sentence),
        counts=tuple((one.what, one.unit, one.low, one.high) for one in told.quantities),
        called=_called(told),
        is_new=NEW.search(_before(told)) is not None,
        is_definite=is_definite(told),
        points_back=_points_back(told),
        about=subject(told),
        is_sum=told.type in MUTUAL_TYPES and SUM.search(_before(told)) is not None,
        is_general=_is_general(told),
        same_as=frozenset(link.statement for link in told.links if link.relation is Relation.SAME),
        apart_from=frozenset(told.apart)
        | {link.statement for link in told.links if link.is_strong and link.relation in APART},
    )


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


def _regions(place: Place | None) -> Names:
    """The names of the country that a place is in."""
    return country_names(place.country) if place is not None and place.country else frozenset()


def _days_back(told: Statement) -> int:
    """How many days before its report something undated may have been."""
    if _points_back(told):
        return SINCE_DAYS
    return NEWS_DAYS if told.start < LEAD else RECENT_DAYS


def _is_general(told: Statement) -> bool:
    is_bare = told.trigger.text.endswith("s") and GENERAL.search(_before(told)) is not None
    return is_bare and told.place is None and told.when.span.start_earliest is None


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
    return DEFINITE.search(_before(told)) is not None


def _before(told: Statement) -> str:
    return told.sentence[: max(0, told.trigger.start - told.start)]
