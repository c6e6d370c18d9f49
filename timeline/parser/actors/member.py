"""Member: an actor of a text as far as it is known, and when two names, or a name and a pronoun, are one member's."""

from dataclasses import dataclass, field

from timeline.model.statement import HUMAN, Actor, ActorKind
from timeline.model.value import value
from timeline.parser.actors.firms import CLUBS, is_trading_name
from timeline.parser.actors.indirect import AGED, GROUP_PRONOUNS, LAND, PERSON_PRONOUNS, THING_PRONOUNS
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.actors.opening import COMPANY_WORDS
from timeline.parser.known.roster import gender_of, nouns

# 'Apple Store' is Apple's and not Apple.
OWNED = frozenset(
    "conference cup league open summit festival award awards prize act plan report tower stadium street park tv show series "
    "shop gallery museum academy foundation centre "
    "championship championships marathon store phone album film".split()
)
FORMS = frozenset("inc corp corporation co company ltd plc llc ag sa nv gmbh s.a n.v group holdings".split())
OPENING = frozenset(
    "groupe grupo gruppo institut instituto istituto banco banca banque compagnie compagnia compañía société sociedad "
    "radio hotel team studio maison casa fc ac sc atlético atletico athletic deportivo sporting dinamo dynamo spartak "
    "lokomotiv real racing hapoel maccabi olympique".split()
)
SORTS = frozenset(
    "front column alliance army brigade league coalition union movement congress forum network trust fund".split()
)
VAGUE = frozenset({"group", "network"})  # of firms, of rebels: 'the pubs group X'
DAUGHTERS = ("ova", "ová", "skaya", "ská", "dottir", "dóttir")
NO_DAUGHTERS = ("cordova", "córdova", "nova", "genova")  # names of men, too
FEMALE = frozenset({"she", "her", "hers"})
PLURAL_NAMES = frozenset({"police", "people", "crew", "authorities", "troops", "forces"})  # 'they', never 'it'
UNITS = frozenset({"family", "crowd", "community", "tribe", "minority", "mob"})  # several, and 'it'
GANGS = frozenset({"gang", "band", "crowd", "mob"})  # by which a text calls several, and then says 'it'
COLLECTIVE = UNITS | {"people", "population", "couple", "pair", "duo", "trio"}  # several in the singular
NOBODY = -1  # stands in for a thing that a text speaks of and that is no actor
THINGS = -2  # and for several


@dataclass
class Member:
    """One actor of the text as far as it is known by now. `words` are the nouns that the text calls it by, `callings` the
    phrases ('car maker').

    A thing `is_made` when there are many of the sort ('two Zephyrs'), and `is_known` when the text tells of the sort, or of
    the only one, as one ('the Zephyr'); `maker` is the number of who makes it, if the text tells.
    """

    name: str
    kind: ActorKind
    country: str | None = None
    acts_for: str | None = None
    aliases: set[str] = field(default_factory=set)
    titles: list[str] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    callings: set[str] = field(default_factory=set)
    gender: str | None = None
    is_plural: bool = False
    is_unnamed: bool = False
    is_two: bool = False
    size: int = 0  # how many they are, where that is said
    is_thing: bool = False
    is_made: bool = False
    is_known: bool = False
    maker: int | None = None
    age: int | None = None

    def freeze(self) -> Actor:
        """The Actor; its aliases without its name."""
        aliases = tuple(sorted(self.aliases - {self.name}))
        return Actor(self.name, self.kind, self.country, self.acts_for, aliases, self._called())

    def _called(self) -> tuple[str, ...]:
        """The words by which the text calls one person, and how old it says that somebody is."""
        if self.is_plural or self.kind is not ActorKind.PERSON:
            return ()
        own = () if self.is_unnamed else self.name.lower().split()
        called = {word for word in self.words if word.isalpha()}.difference(own)
        return (*sorted(called), *([str(self.age)] if self.age else []))


@value
class Seen:
    """A member (or NOBODY, or THINGS) was named at that token; `is_main`: as subject, object or one of two sides.

    `is_aside`: only said of something else ('the Italian firm'), or as a place; a pronoun does not mean it. `is_top`: the subject
    of what the sentence tells, not of a clause below. `is_affected`: was arrested, praised, freed: what follows is about them.
    `is_third`: as who mediates. `is_any`: of no one day ('the first time that a president is ousted').
    `is_speaker`: as who says something. `is_chosen`: for an office.
    `is_team`: with a verb in the plural, as several ('Georgia have asked').
    `group` is the first of those it is joined with, `relation` what it is to the word above.
    """

    sentence: int
    token: int
    member: int
    is_subject: bool
    is_main: bool = False
    is_aside: bool = False
    is_top: bool = False
    is_affected: bool = False
    is_chosen: bool = False
    is_team: bool = False
    is_pronoun: bool = False
    is_third: bool = False
    is_any: bool = False
    is_speaker: bool = False
    group: int = 0
    relation: str = ""


def is_same_person(parts: list[str], known: list[str]) -> bool:
    """Same last name with first names that agree; or a single name that is one of the known person's."""
    if len(parts) == 1:
        return parts[0] in {known[-1], known[0]}
    if len(known) == 1:
        return known[0] == parts[-1]
    return parts[-1] == known[-1] and (
        set(parts) <= set(known) or set(known) <= set(parts) or _initials_agree(parts, known)
    )


def _initials_agree(parts: list[str], known: list[str]) -> bool:
    one, other = parts[0], known[0]
    return one[0] == other[0] and (one.endswith(".") or other.endswith("."))


def surname(name: str) -> str:
    """'Olsen' of 'Ruth Olsen', 'Choi' of 'Choi Min-ho'."""
    first, *_, last = name.split() * 2
    return first if "-" in last and last.split("-")[-1].islower() else last


def is_short_for(short: str, long: str) -> bool:
    """'ANC' for 'African National Congress', 'Apple' for 'Apple Inc.', 'Kestrel' for 'Kestrel Logistics'."""
    if not short.isupper() and not long.startswith(f"{short} "):  # as a rule
        return False
    words = [word for word in long.replace("-", " ").split() if word[:1].isupper()]
    while short.isupper() and len(words) > len(short) and words[-1].lower().rstrip(".") in FORMS:
        words.pop()  # 'IBM' for 'International Business Machines Corp.'
    if len(words) < 2:
        return False
    is_abbreviation = short.isupper() and short == "".join(word[0] for word in words)
    return is_abbreviation or (long.startswith(f"{short} ") and words[-1].lower() not in OWNED)


def is_last_of(short: str, long: str) -> bool:
    """'Tarn' for 'Groupe Tarn S.A.', by a word that says only what it is."""
    words = [word for word in long.split() if word.lower().rstrip(".") not in FORMS and word.lower() not in FORMS]
    return len(words) == 2 and words[-1] == short and words[0].lower() in OPENING


def is_sort_of(short: str, long: str) -> bool:
    """'Front' for 'Moro Freedom Front', 'Fund' for 'Zeeland Harbour Fund': the last word, which says what it is."""
    noun = nouns().get(short.lower())
    is_body = short.lower() in SORTS | CLUBS or (noun is not None and noun.kind not in HUMAN)
    return is_body and long.endswith(f" {short}")


def organisation_kind(name: Name, text: str) -> ActorKind:
    """By the noun that describes it or the words of its name: a company's, a ministry's, a court's; else an organisation."""
    if name.noun and name.noun not in VAGUE and (kind := nouns()[name.noun].kind) not in HUMAN:
        return kind
    words = [word.lower() for word in text.split()]
    if COMPANY_WORDS & set(words) or is_trading_name(text):
        return ActorKind.COMPANY
    for word in reversed(words):
        if (noun := nouns().get(word)) and noun.kind is not ActorKind.PERSON:
            return noun.kind
    return ActorKind.UNKNOWN if name.kind is NameKind.UNKNOWN else ActorKind.ORGANISATION


def fits_pronoun(pronoun: str, member: Member) -> bool:
    """Whether a pronoun can stand for a member of that kind."""
    if pronoun in PERSON_PRONOUNS:
        return member.kind is ActorKind.PERSON and member.gender in {None, gender_wanted(pronoun)}
    if pronoun == AGED:
        return member.kind is ActorKind.PERSON
    if pronoun == LAND:
        return member.kind is ActorKind.STATE
    if pronoun in THING_PRONOUNS:
        if (member.kind is ActorKind.PEOPLE and member.words & UNITS) or (member.is_unnamed and member.words & GANGS):
            return True
        is_one = not member.is_plural or member.kind is ActorKind.STATE
        return member.kind not in HUMAN and is_one
    if pronoun in GROUP_PRONOUNS:
        is_team = member.kind is ActorKind.STATE and member.is_plural  # 'Georgia have asked'
        return member.kind not in {ActorKind.PERSON, ActorKind.STATE} or is_team
    return False


def gender_wanted(pronoun: str) -> str | None:
    """'female' for 'she'; None for 'it'."""
    if pronoun not in PERSON_PRONOUNS:
        return None
    return "female" if pronoun in FEMALE else "male"


def titled(title: str) -> str | None:
    """'male' for 'Mr', 'female' for 'Queen'."""
    return next((found for word in title.split() if (found := gender_of(word.strip(".")))), None)


def learn_gender(member: Member, *, title: str = "") -> None:
    """What a first name or a title tells ('Anna', 'Mrs', 'king')."""
    if member.gender:
        return
    told = titled(title)
    first = gender_of(member.name.split()[0]) if " " in member.name else None
    member.gender = told or first or _by_surname(member.name)


def _by_surname(name: str) -> str | None:
    """'Vitkova', 'Sigurdardottir': of a woman."""
    last = name.lower().rsplit(" ", 1)[-1] if " " in name else ""
    return "female" if last.endswith(DAUGHTERS) and not last.endswith(NO_DAUGHTERS) else None
