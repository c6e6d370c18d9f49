"""Who takes part, as far as matching needs it: the names an actor answers to, and the names in a sentence."""

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.chronology.story import COMMON, countries, stem
from timeline.model.statement import Actor, ActorKind, Role, RoleName, Statement

# Who does it with whom is a matter of grammar
MUTUAL_TYPES = frozenset({"consult", "agree", "cooperate", "sport"})
NAME = re.compile(r"(?<=\s)[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*")
OPENING = re.compile(r"([A-Z][\w’'-]+)\s+([A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)")
OPENERS = frozenset(
    "a after again all also although an and another any as at because before besides both but by despite during earlier each even"
    " every few finally first for former from furthermore he her here his how however i if in indeed instead into it its last"
    " later like many meanwhile more most moreover my near neither no nor not now of often on once one only or other others our"
    " over perhaps recently several she since so some sometimes soon still such that the their then there these they this those"
    " though three through thus to today tomorrow tonight two under unless unlike until upon we what when where whether which"
    " while who why with within without yesterday yet you your".split()
)
CALENDAR = frozenset(name.casefold() for name in (*calendar.month_name, *calendar.day_name))

RANKS = frozenset("former ex deputy vice acting assistant".split())

ANYBODY = frozenset(
    "people person persons man men woman women child children boy girl others group some many who".split()
)

# 'the Corvane Store'
OF_FIRMS = frozenset("kit program programme store edition series conference show award fair".split())
LOCALS = "people of "  # a place, for whom its name stands

Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class Party:
    """An actor: the names it answers to, the state that it speaks for, if any, and whether it is only described.

    `surname` is the last word of a person's name, which alone may mean that person in another text; `short` what a body
    with a longer name may be called ('Halden' and 'Robotics' of 'Halden Robotics'); `kind` tells people of one country or
    faith ('Kenyans') and one who is described ('Norland's envoy'); `called` are the words by which a text calls a person.
    """

    names: Names
    state: str | None = None
    is_described: bool = False
    surname: str | None = None
    is_state: bool = False
    short: Names = frozenset()
    kind: ActorKind = ActorKind.UNKNOWN
    called: Names = frozenset()

    @property
    def head(self) -> str:
        """The last word of its shortest name: 'soldiers' of 'Pakistani soldiers'."""
        return min(self.names, key=lambda name: (name == self.state, name)).split()[-1]

    @property
    def is_anybody(self) -> bool:
        """Whether it tells nobody from others ('people')."""
        return self.is_described and self.head in ANYBODY

    @property
    def is_particular(self) -> bool:
        """Named, and not a whole state."""
        return not (self.is_described or self.is_state)

    def is_same(self, other: "Party") -> bool:
        """Whether they answer to one name, one to the other's surname, or are described alike ('soldiers', 'Dovarian soldiers')."""
        if not self.names.isdisjoint(other.names) or self.surname in other.names or other.surname in self.names:
            return True
        if not (self.short.isdisjoint(other.names) and other.short.isdisjoint(self.names)):
            return True
        is_described = self.is_described and other.is_described and None in (self.state, other.state)
        return is_described and self.head == other.head

    @property
    def callings(self) -> Names:
        """Its names, and its surname."""
        return self.names | {self.surname} if self.surname else self.names

    @property
    def is_person(self) -> bool:
        """One person, with a name or described."""
        return self.kind is ActorKind.PERSON

    @property
    def is_people(self) -> bool:
        """People of one country or faith ('Kenyans')."""
        return self.kind is ActorKind.PEOPLE

    def may_be(self, other: "Party") -> bool:
        """Whether it is one who is described ('Norland's envoy'), and the other somebody with a name and no other state."""
        is_one = self.is_described and self.is_person
        if self.surname in other.short:  # 'Holm', whose ships are those of Holm Lines
            return True
        return is_one and other.surname is not None and other.state in (None, self.state)

    def is_called(self, other: "Party") -> bool:
        """Whether one of them is only described, and the texts call them alike ('Holm, the captain', 'the captain'), or say
        that they are of one age.
        """
        if not (self.called and other.called and self.is_person and other.is_person):
            return False
        if not (self.is_described or other.is_described):
            return False
        if self.age and other.age:
            return self.age == other.age
        return self.has_calling(other) or other.has_calling(self)

    def has_calling(self, other: "Party") -> bool:
        """Whether it has a name, and its text calls it as the other is described."""
        if not (self.is_particular and other.is_described):
            return False
        *said, noun = other.calling
        is_alike = noun not in ANYBODY and noun in self.called and RANKS & self.called == RANKS.intersection(said)
        return is_alike and (self.called.issuperset(said) or len(self.called - {self.age}) == 1)

    def is_of_other_age(self, other: "Party") -> bool:
        """Whether each is of an age that is told, and they are years apart."""
        return bool(self.age and other.age) and abs(int(self.age or 0) - int(other.age or 0)) > 1

    @property
    def age(self) -> str | None:
        """How old its text says that it is."""
        return next((word for word in self.called if word.isdecimal()), None)

    @property
    def calling(self) -> list[str]:
        """'port', 'manager' of 'port manager of the department'."""
        return min(self.names, key=lambda name: (name == self.state, name)).partition(" of ")[0].split()

    def sits_with(self, other: "Party") -> bool:
        """Whether they may be the same side of a table: one is the other, or the state that the other speaks for."""
        return self.is_same(other) or self.state in other.names or other.state in self.names


Parties = tuple[Party, ...]


def parties_in(statement: Statement) -> tuple[tuple[RoleName, Party], ...]:
    """Everyone in a role, with the role; unnamed people who take part ('the delegates') count only for the state they speak for."""
    return tuple(
        (role.name, _party(role.actor))
        for role in statement.roles
        if not _takes_part(statement, role) or role.actor.acts_for or not _is_described(role.actor)
    )


def _takes_part(statement: Statement, role: Role) -> bool:
    return statement.type in MUTUAL_TYPES or role.name is RoleName.PARTICIPANT


@lru_cache(maxsize=4096)
def _party(actor: Actor) -> Party:
    return Party(
        names(actor),
        actor.acts_for.casefold() if actor.acts_for else None,
        is_described=_is_described(actor),
        surname=_surname(actor),
        is_state=actor.kind is ActorKind.STATE,
        short=_short(actor),
        kind=actor.kind,
        called=frozenset(actor.called),
    )


def _short(actor: Actor) -> Names:
    """A body's name without its first or without its last words, as far as no other's would be the same."""
    if actor.kind in (ActorKind.PERSON, ActorKind.STATE) or _is_described(actor):
        return frozenset()
    words = actor.name.casefold().split()
    if "of" in words:
        return frozenset()
    is_thing = words[-1] in OF_FIRMS or any(sign.isdigit() for sign in actor.name)
    parts = {" ".join(words[cut:]) for cut in range(1, len(words))}
    if not is_thing:  # 'the Corvane 440' is not Corvane
        parts |= {" ".join(words[:cut]) for cut in range(1, len(words))}
    return frozenset(part for part in parts if stem(part) not in COMMON | countries()) - names(actor)


def names(actor: Actor) -> Names:
    """What an actor answers to: its name, and its state's when it is an organ of it (a named person is not the state)."""
    known = {actor.name.casefold()}
    if actor.acts_for and (actor.kind is not ActorKind.PERSON or _is_described(actor)):
        known.add(actor.acts_for.casefold())
    return frozenset(known)


def _is_described(actor: Actor) -> bool:
    """Whether it is described ('Norland's envoys', 'people of Puno') and not named."""
    return actor.name.split()[-1].islower() or actor.name.startswith(LOCALS)


def _surname(actor: Actor) -> str | None:
    words = actor.name.casefold().split()
    if actor.kind is not ActorKind.PERSON or len(words) == 1 or "of" in words or _is_described(actor):
        return None
    return words[-1]


def context_of(statement: Statement) -> Names:
    """The names in a Statement's sentence, its named actors, and the states they act for."""
    actors = [role.actor for role in statement.roles]
    named = {actor.name.casefold() for actor in actors if not _is_described(actor)}
    states = {actor.acts_for.casefold() for actor in actors if actor.acts_for}
    return frozenset(named | states) | names_of(statement.sentence)


@lru_cache(maxsize=1024)
def names_of(sentence: str) -> Names:
    """What has capitals in a sentence, without days and months; as spelt, in small letters.

    A single word that begins the sentence has them for that; of several the first may be no name ('The Red Cross').
    """
    found = {_bare(match[0]) for match in NAME.finditer(sentence, 1)}
    if opening := OPENING.match(sentence):
        first, rest = opening.groups()
        found = (found - {_bare(rest)}) | {_bare(rest if first.casefold() in OPENERS else f"{first} {rest}")}
    return frozenset(found - CALENDAR)


def _bare(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s").casefold()


def share(some: Parties, others: Parties) -> bool:
    """Whether somebody is in both."""
    return any(one.is_same(other) for one in some for other in others)


def named_of(some: Parties) -> Parties:
    """Without those who are only described."""
    return tuple(one for one in some if not one.is_described)


def particular_of(some: Parties) -> Parties:
    """Those with a name that is not a state's."""
    return tuple(one for one in some if one.is_particular)


def heads_of(some: Parties) -> Names:
    """By what those who are only described are known, and those with a name whom their text describes, too."""
    found = {one.head for one in some if one.is_described and not one.is_anybody}
    for one in some:
        if one.called:
            found |= one.called if one.is_particular else {one.calling[-1], one.age or one.head}
    return frozenset(found)
