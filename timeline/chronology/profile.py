"""What of a Statement counts for matching, worked out once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TypeVar

from timeline.chronology import wording
from timeline.chronology.death import keys_of, slain
from timeline.chronology.downfall import downfalls
from timeline.chronology.families import families
from timeline.chronology.harm import Count, Harm
from timeline.chronology.matter import Matter, matter
from timeline.chronology.order import tells_apart
from timeline.chronology.party import MUTUAL_TYPES, Names, Parties, Party, heads_of, names_of, parties_in
from timeline.chronology.story import Story, countries, last_word, stem, story
from timeline.chronology.subject import subject
from timeline.chronology.whereabouts import is_placed, known_place, places_beside, regions
from timeline.chronology.window import LONG_DAYS, NARROW_DAYS, RECENT_DAYS, WIDE_DAYS, Days, days_of, is_close
from timeline.chronology.wreck import wrecked
from timeline.model.curation import Spot
from timeline.model.event import Evidence
from timeline.model.span import TimeSpan
from timeline.model.statement import Relation, RoleName, Statement, Status
from timeline.model.time import DIRECT
from timeline.model.types import COMMENTS

MENDED_DAYS = 3  # by so much a day that is corrected was wrong, as a rule
DOUBT_DAYS = 1  # by so much reports of one thing differ
# What happens once to one actor.
ONCE = frozenset(
    "acquit appoint arrest collapse convict die escape kill merge remove rescue resign sentence sue".split()
)

# Types of which one person sees many: steps of one case, matches, journeys, words.
STEPS = frozenset({"business", "consult", "crime", "legal", "other", "science", "sport"}) | COMMENTS
REMEMBERED = 4096  # profiles, a few kilobytes each
APART = frozenset({Relation.BEFORE, Relation.AFTER})
T = TypeVar("T")


def worded(tell: Callable[[Statement], T]) -> cached_property[T]:
    """What its words tell, worked out when it is first asked for: most pairs are told apart by less."""
    return cached_property(lambda one: tell(one.told))


@dataclass(frozen=True, eq=False)
class Profile(Harm):
    """What of a Statement counts for matching, worked out once: all of it follows from the text's number, and what is `told`.

    `context` are the names in its whole text, `nearby` those in its sentence; `called` is its own name ('Cyclone Ada').
    `beside` are other places where it was, too ('in Lille and Ghent'); `is_placed` tells that its sentence names the place.
    `is_direct` tells that the text dates it, and not what comes before or after it.
    `sentence` and `trigger` are where these start; `about` are the words of its sentence that may tell what it is about.
    `is_sum` tells that several are counted ('three rounds'); `sums` are those of money; `is_general` 'blamed for attacks'.
    `is_other` tells 'an earlier fire': not the one that its text tells; `is_added` 'she also visited', 'met again'; `is_sought`
    'called the election': its date, if any, is of the call.
    `wrong_days` are the days that it says were told wrongly ('on Tuesday and not on Wednesday').
    `is_new` tells 'a ceasefire', `is_definite` 'the ceasefire', `is_known` that or 'had shot', `points_back` that or no likely day.
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
    span: TimeSpan
    days: Days | None
    is_direct: bool
    place: str | None
    lemma: str
    agents: Parties
    targets: Parties
    participants: Parties
    everyone: Parties
    names: Names
    context: Names
    story: Story
    counts: tuple[Count, ...]
    claimants: Names
    same_as: frozenset[int]
    told: Statement = field(repr=False)

    dead = worded(slain)  # persons with a name
    called, is_other, is_added = worded(wording.called), worded(wording.is_other), worded(wording.is_added)
    is_sought, wrong_days, is_new = worded(wording.is_sought), worded(wording.wrong_days), worded(wording.is_new)
    is_definite, is_known, sums = worded(wording.is_definite), worded(wording.is_known), worded(wording.sums)
    points_back, is_sum, is_general = worded(wording.points_back), worded(wording.is_sum), worded(wording.is_general)
    is_placed, beside, about = worded(is_placed), worded(places_beside), worded(subject)
    regions, nearby = worded(lambda told: regions(told.place)), worded(lambda told: names_of(told.sentence))

    def __hash__(self) -> int:
        return hash(self.spot)

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Profile) and self._content == other._content)

    @property
    def _content(self) -> tuple[object, ...]:
        return self.document, self.number, self.fingerprint, self.told

    @cached_property
    def series(self) -> str | None:
        """In which round of a series it was."""
        return self.told.series or wording.counted(self.told)

    @cached_property
    def apart_from(self) -> frozenset[int]:
        """The places of those that the text itself tells from it."""
        links = (link for link in self.told.links if link.relation in APART and tells_apart(link))
        return frozenset(self.told.apart) | {link.statement for link in links}

    @cached_property
    def matter(self) -> Matter:
        """What its own clause tells; few are asked."""
        return matter(self.told)

    @cached_property
    def has_numeral(self) -> bool:
        """Whether its headline has a number, in digits."""
        return any(letter.isdecimal() for letter in self.told.headline)

    @cached_property
    def keys(self) -> Names:
        """Each of its families with each name that takes part or stands around, and with the main names of its text.

        What names nobody has all the names of its text. What may have been on any of many days is not found by the name
        of a country; what is dated to a few days has keys with its type, too. What is the same shares one.
        """
        states = {party.state for party in self.everyone if party.state and self.type in MUTUAL_TYPES}
        known = (
            self.names
            | heads_of(self.everyone)
            | states
            | self.callings
            | self.story.main
            | (frozenset() if self.is_named else self.context)
        )
        if self.days is not None and self.days[1] - self.days[0] > RECENT_DAYS:
            known = frozenset(name for name in known if stem(name) not in countries())
        kinds = {self.type, *self.families} if self.is_narrow else self.families
        if self.is_harm or self.is_force or self.is_mishap:
            kinds = kinds | {"harm"}
        once = self.befallen if self.type not in STEPS else ()
        own = keys_of(self.dead).union(f"{self.type} {name}" for party in once for name in party.callings)
        return own.union(f"{kind} {name}" for name in known for kind in (kinds | self.sums))

    @cached_property
    def described(self) -> Parties:
        """Those of whom the text tells by which words it calls them."""
        return tuple(one for one in self.everyone if one.called)

    @cached_property
    def befallen(self) -> Parties:
        """Persons with a name to whom it is done, or who do it when nobody is told to suffer it ('Holm resigned')."""
        return tuple(one for one in self.targets or self.agents if one.is_person and one.is_particular)

    @cached_property
    def spot(self) -> Spot:
        """What stands for it: its Document and its place there."""
        return self.document, self.number

    def meets(self, other: "Profile") -> bool:
        """Whether the one is looked for where the other is: in its text, or by a key."""
        return self.document == other.document or not self.keys.isdisjoint(other.keys)

    @cached_property
    def lately(self) -> Days | None:
        """The days in which it most likely was: what is undated and not told as known, shortly before its report."""
        if self.days is None or self.is_known or not self.is_undated:
            return self.days
        return max(self.days[0], self.days[1] - RECENT_DAYS), self.days[1]

    @cached_property
    def is_sought_far(self) -> bool:
        """Whether it is undated, and its like looked for in more than two months."""
        return self.is_undated and self.days is not None and self.days[1] - self.days[0] > WIDE_DAYS

    @cached_property
    def is_narrow(self) -> bool:
        """Dated to a few days."""
        return is_close(self.span, NARROW_DAYS)

    def corrects(self, other: "Profile") -> bool:
        """Whether it says that the day of the other was wrong."""
        return wording.is_wrong(other.span, self.wrong_days) and not self.families.isdisjoint(other.families)

    @cached_property
    def is_wide(self) -> bool:
        """Dated to months or a year, which says little."""
        return self.span.width is not None and self.span.width > WIDE_DAYS

    @cached_property
    def is_undated(self) -> bool:
        """Only the end is known, as its report gives it."""
        return self.span.start_earliest is None

    @cached_property
    def goes_on(self) -> bool:
        """Said to go on throughout a long time."""
        return self.span.precision == "interval" and not is_close(self.span, LONG_DAYS)

    @cached_property
    def is_named(self) -> bool:
        """Whether it names somebody who takes part."""
        return any(not one.is_described for one in self.everyone)

    @cached_property
    def states(self) -> Names:
        """The states that take part, or that somebody acts for."""
        whole = frozenset().union(*(one.names for one in self.everyone if one.is_state))
        return whole | {one.state for one in self.everyone if one.state}

    @cached_property
    def known(self) -> Names:
        """What those who take part are called or described as, without what may be anybody."""
        return frozenset().union(*(one.names for one in self.everyone if not one.is_anybody))

    @cached_property
    def named(self) -> Names:
        """What those who take part are called, without those who are only described."""
        return frozenset().union(*(one.names for one in self.everyone if not one.is_described))

    @cached_property
    def callings(self) -> Names:
        """The place, those who take part and the names in its sentence, whole and as they may be shortened ('Holm')."""
        whole = self.around | self.named
        surnames = {one.surname for one in self.everyone if one.surname}
        return whole.union(surnames, *(last_word(name) for name in whole))

    @cached_property
    def around(self) -> Names:
        """The place, and the names in its sentence."""
        return self.nearby | {self.place} if self.place else self.nearby


@lru_cache(maxsize=REMEMBERED)
def profile(one: Evidence) -> Profile:
    """The evidence's profile; remembered, as the same Statements are looked at again and again."""
    told = one.statement
    parties = parties_in(told)
    everyone = tuple(party for _, party in parties)
    lemma = wording.lemma(told)
    return Profile(
        document=one.document,
        fingerprint=one.fingerprint,
        number=one.number,
        sentence=told.start,
        trigger=told.trigger.start,
        type=told.type,
        mode=told.mode,
        families=families(lemma, told.type, told.mode) | wrecked(told, lemma) | downfalls(told, lemma),
        status=told.claim.status,
        span=told.when.span,
        days=days_of(told),
        is_direct=told.when.basis in DIRECT,
        place=known_place(told.place),
        lemma=told.lemma.casefold(),
        agents=_in_role(parties, RoleName.AGENT),
        targets=_in_role(parties, RoleName.TARGET),
        participants=_in_role(parties, RoleName.PARTICIPANT),
        everyone=everyone,
        names=frozenset().union(*(party.names for party in everyone)),
        context=frozenset(told.context),
        story=story(told.context),
        counts=tuple((one.what, one.unit, one.low, one.high) for one in told.quantities),
        claimants=frozenset(told.claim.claimed_by),
        same_as=frozenset(link.statement for link in told.links if link.relation is Relation.SAME),
        told=told,
    )


def _in_role(parties: Iterable[tuple[RoleName, Party]], role: RoleName) -> Parties:
    return tuple(party for name, party in parties if name is role)
