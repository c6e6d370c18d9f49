"""Statement: one happening as told in one Document, with its actors, place, claim, numbers and links."""

from enum import StrEnum

from timeline.model.time import When
from timeline.model.value import value


class ActorKind(StrEnum):
    """What sort of actor it is."""

    STATE = "state"
    GOVERNMENT = "government"
    ORGANISATION = "organisation"
    ARMED_GROUP = "armed group"
    COMPANY = "company"
    PERSON = "person"
    PEOPLE = "people"
    UNKNOWN = "unknown"


HUMAN = frozenset({ActorKind.PERSON, ActorKind.PEOPLE})  # one or many, and no body
FIRMLIKE = frozenset({ActorKind.COMPANY, ActorKind.ORGANISATION, ActorKind.UNKNOWN})  # what a firm is taken for


class RoleName(StrEnum):
    """What an Actor is to a happening."""

    AGENT = "agent"
    TARGET = "target"
    PARTICIPANT = "participant"
    MEDIATOR = "mediator"


class Status(StrEnum):
    """How firmly a happening is told: the claim about it, not our belief."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    DENIED = "denied"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"
    CANCELLED = "cancelled"


FACTS = frozenset({Status.ASSERTED, Status.ALLEGED})  # told as having happened
OVER = FACTS | {Status.DENIED}  # or as what could have


class Relation(StrEnum):
    """How one Statement stands to another in time."""

    BEFORE = "before"
    AFTER = "after"
    DURING = "during"
    SAME = "same"


@value
class Actor:
    """Who acts: canonical name, kind, ISO 3166 alpha-2 country, the state's name it acts for, other names seen.

    `called` are the words by which its text calls a person ('the former finance minister'): no names, for the text's own time.
    """

    name: str
    kind: ActorKind = ActorKind.UNKNOWN
    country: str | None = None
    acts_for: str | None = None
    aliases: tuple[str, ...] = ()
    called: tuple[str, ...] = ()


@value
class Role:
    """What an Actor is to a happening. `start` and `end` are offsets of the words that name it there, if any do."""

    actor: Actor
    name: RoleName
    start: int | None = None
    end: int | None = None


@value
class Place:
    """Where: name, ISO 3166 alpha-2 country, WGS 84 degrees; None for what is not known."""

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@value
class Quantity:
    """A number that matters: `what` is 'killed', 'injured', 'arrested', 'displaced', 'magnitude' or 'money'.

    `low` and `high` bound it as the words do ('at least 12': 12 and None for open).
    """

    what: str
    value: float
    low: float
    high: float | None
    unit: str
    text: str


@value
class Trigger:
    """The word or words that tell the happening, with offsets in the body."""

    text: str
    start: int
    end: int


@value
class Claim:
    """How firmly it is said, and the names of those who say (or deny) it; () when the document itself says so."""

    status: Status = Status.ASSERTED
    claimed_by: tuple[str, ...] = ()


@value
class Link:
    """This Statement stands in `relation` to another: its number, from 0, among those of the same Document.

    `is_strong` tells connectives, reporting, series and scripts from mere narrative order; `sieve` names which of them.
    """

    relation: Relation
    statement: int
    because: str
    sieve: str
    is_strong: bool = True


@value
class Statement:
    """One happening as told in one Document. `start` and `end` are its sentence's offsets, `sentence` its words.

    `lemma` is the trigger's dictionary form, for matching; `series` tells one of a row from another ('second round').
    `context` are the names in its whole text in small letters, as merging notes them: who is meant when nobody is named.
    `apart` are the Statements of its text (numbers) that strong links, straight or through others, put before or after it.
    """

    sentence: str
    start: int
    end: int
    trigger: Trigger
    lemma: str
    headline: str
    type: str
    mode: str | None
    when: When
    roles: tuple[Role, ...] = ()
    place: Place | None = None
    quantities: tuple[Quantity, ...] = ()
    claim: Claim = Claim()
    links: tuple[Link, ...] = ()
    salience: float = 0.5
    series: str | None = None
    context: tuple[str, ...] = ()
    apart: tuple[int, ...] = ()
