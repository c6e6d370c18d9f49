"""Roster: who is known by rows of people.txt, groups.txt and leaders.txt. Data and look-ups, no sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from timeline.lexicon import rows
from timeline.model.statement import ActorKind
from timeline.parser.known.triggers import NOT_A_HAPPENING, TriggerRow, lexicon
from timeline.parser.known.wordlists import word_list

ENGLISH_SPEAKING = frozenset({"US", "GB", "AU", "NZ", "CA", "IE"})

FEMALE = (
    "mrs ms miss lady dame queen princess duchess countess baroness empress actress heiress stewardess mother wife daughter "
    "sister woman girl widow aunt niece grandmother granddaughter bride chairwoman spokeswoman businesswoman congresswoman "
    "councilwoman policewoman nun waitress schoolgirl heroine"
).split()
MALE = (
    "mr sir lord king prince duke earl baron emperor actor father husband son brother man boy widower uncle nephew grandfather "
    "grandson groom chairman spokesman businessman congressman councilman policeman monk priest imam ayatollah pope archbishop "
    "cardinal rabbi schoolboy"
).split()


# Nouns in -er and -or that look like doers of a verb of the lexicon, but are things, goals or words of another kind.
NOT_DOERS = word_list("no doer")
# Files of rows for verbs with a certain particle, object or subject.
SET_PHRASES = ("triggers-affairs", "triggers-almanac")


@dataclass(frozen=True, slots=True)
class Noun:
    """A row of people.txt: what a common noun that acts stands for."""

    kind: ActorKind
    acts_for_state: bool
    is_office: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A row of groups.txt."""

    name: str
    kind: ActorKind
    country: str | None
    acts_for: str | None
    aliases: tuple[str, ...]


@cache
def nouns() -> dict[str, Noun]:
    """Common nouns that act, by lemma; the first row wins."""
    found: dict[str, Noun] = {}
    for row in rows("people"):
        noun = Noun(ActorKind(row["kind"]), row["acts"] == "state", row["office"] == "office")
        for word in row.words("noun"):
            found.setdefault(word, noun)
    doer = Noun(ActorKind.PERSON, acts_for_state=False, is_office=False)
    for word in doers():
        found.setdefault(word, doer)
    return found


def doers() -> set[str]:
    """Who does what a verb of the lexicon tells: 'marcher', 'smuggler', 'demonstrator'."""
    verbs = {lemma for (lemma, pos), rows_of in lexicon().items() if pos == "verb" and _is_telling(rows_of)}
    return {noun for verb in verbs if verb.isalpha() for noun in _doers(verb)} - NOT_DOERS


def _is_telling(rows_of: Sequence[TriggerRow]) -> bool:
    """The first row of the verb's own file tells a happening; a set phrase ('let slip') makes nobody a doer."""
    own = (row for row in rows_of if not row.place.startswith(SET_PHRASES))
    return next((row.type != NOT_A_HAPPENING for row in own), False)


def _doers(verb: str) -> tuple[str, ...]:
    if verb.endswith("ate"):
        return (f"{verb[:-1]}or",)
    if verb.endswith("e"):
        return (f"{verb}r",)
    return (f"{verb}er", f"{verb}or", f"{verb}{verb[-1]}er")


@cache
def genders() -> dict[str, str]:
    """First names and nouns for a man or a woman to 'male' or 'female'."""
    found = {name: row["gender"] for row in rows("firstnames") for name in row.words("names")}
    return {**found, **dict.fromkeys(FEMALE, "female"), **dict.fromkeys(MALE, "male")}


def gender_of(word: str) -> str | None:
    """What a first name, a title or a noun tells; None for most words."""
    return genders().get(word) or genders().get(word.lower())


@cache
def groups() -> dict[str, Group]:
    """Known actors by each of their names as written."""
    found: dict[str, Group] = {}
    for row in rows("groups"):
        aliases = row.words("aliases")
        group = Group(row["name"], ActorKind(row["kind"]), row["country"] or None, row["acts_for"] or None, aliases)
        for name in (row["name"], *aliases):
            found[name.removeprefix("the ")] = group
    return found


@cache
def unions() -> frozenset[str]:
    """The names, in small letters, of those that are of no one state: 'EU chief' says of no land whose he is."""
    return frozenset(name.lower() for name, group in groups().items() if group.country is None)


@cache
def leaders() -> dict[str, str]:
    """Full and last names of leaders.txt to country codes; a last name of two countries' leaders is left out."""
    full = {name: row["code"] for row in rows("leaders") for name in row.words("names")}
    last: dict[str, set[str]] = {}
    for name, code in full.items():
        last.setdefault(name.split()[-1], set()).add(code)
    return {**{name: next(iter(codes)) for name, codes in last.items() if len(codes) == 1}, **full}


def leader_country(name: str, *, has_office: bool) -> str | None:
    """The country of a known leader; by the last name alone after an office, or where it is no English one."""
    code = leaders().get(name)
    return code if " " in name or has_office or code not in ENGLISH_SPEAKING else None
