"""Member: an actor of a text as far as it is known, and when two names, or a name and a pronoun, are one member's."""

from dataclasses import dataclass, field

from timeline.model.statement import Actor, ActorKind
from timeline.parser.name import Name, NameKind
from timeline.parser.names import COMPANY_WORDS, GROUP_PRONOUNS, PERSON_PRONOUNS, THING_PRONOUNS
from timeline.parser.roster import nouns


@dataclass
class Member:
    """One actor of the text as far as it is known by now."""

    name: str
    kind: ActorKind
    country: str | None = None
    acts_for: str | None = None
    aliases: set[str] = field(default_factory=set)
    titles: list[str] = field(default_factory=list)

    def freeze(self) -> Actor:
        """The Actor; its aliases without its name."""
        return Actor(self.name, self.kind, self.country, self.acts_for, tuple(sorted(self.aliases - {self.name})))


@dataclass(frozen=True)
class Seen:
    """A member was named at that token."""

    sentence: int
    token: int
    member: int
    is_subject: bool


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


def is_same_organisation(text: str, member: Member) -> bool:
    """The same name, or one is short for the other."""
    names = {member.name, *member.aliases}
    return text in names or any(_is_short_for(text, name) or _is_short_for(name, text) for name in names)


def _is_short_for(short: str, long: str) -> bool:
    """'ANC' for 'African National Congress', 'Apple' for 'Apple Inc.'."""
    words = [word for word in long.replace("-", " ").split() if word[:1].isupper()]
    if len(words) < 2:
        return False
    is_abbreviation = short.isupper() and short == "".join(word[0] for word in words)
    return is_abbreviation or (words[0] == short and all(word.lower() in COMPANY_WORDS for word in words[1:]))


def organisation_kind(name: Name, text: str) -> ActorKind:
    """By the words of the name: a company's, a ministry's, a court's; else an organisation."""
    words = [word.lower() for word in text.split()]
    if COMPANY_WORDS & set(words):
        return ActorKind.COMPANY
    for word in reversed(words):
        if (noun := nouns().get(word)) and noun.kind is not ActorKind.PERSON:
            return noun.kind
    return ActorKind.UNKNOWN if name.kind is NameKind.UNKNOWN else ActorKind.ORGANISATION


def fits_pronoun(pronoun: str, member: Member) -> bool:
    """Whether a pronoun can stand for a member of that kind."""
    if pronoun in PERSON_PRONOUNS:
        return member.kind is ActorKind.PERSON
    if pronoun in THING_PRONOUNS:
        return member.kind not in {ActorKind.PERSON, ActorKind.PEOPLE}
    if pronoun in GROUP_PRONOUNS:
        return member.kind not in {ActorKind.PERSON, ActorKind.STATE}
    return False
