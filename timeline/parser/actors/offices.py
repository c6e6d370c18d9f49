"""Offices: what a title tells of who holds it: whose minister, judge or envoy that is."""

from collections.abc import Collection, Iterable

from timeline.model.statement import ActorKind
from timeline.parser.actors.descriptions import title
from timeline.parser.actors.member import Member
from timeline.parser.actors.name import Name
from timeline.parser.known import places
from timeline.parser.known.roster import nouns, unions

# Firms, unions and clubs have these, too, unless another word says whose ('police chief').
ANYBODYS = frozenset(
    "chief head leader captain spokesman spokeswoman spokesperson official adviser advisor aide representative delegate "
    "negotiator secretary treasurer speaker mediator".split()
)


def give_country(member: Member, countries: Collection[str], country: str | None, *, is_official: bool) -> None:
    """Tells whose a member is: of the country told, else, for who holds an office of a state, of the only one of `countries`."""
    held = [word.rstrip(".") for word in member.titles[0].split()] if member.titles else []
    acting = {word for word in held if (noun := nouns().get(word)) and noun.acts_for_state}
    is_of_union = any(" ".join(held[:size]) in unions() for size in (1, 2, 3))
    acts = bool(acting) and "executive" not in held and not is_of_union
    is_of_state = acts and bool(acting - ANYBODYS)
    only = next(iter(countries)) if is_of_state and len(countries) == 1 else None
    member.country = member.country or country or only
    if is_official and acts and member.country:
        member.acts_for = places.state_name(member.country)


def learn_office(members: Iterable[Member], countries: Collection[str], name: Name) -> None:
    """What 'Chad's trade minister' tells of the person beside it."""
    if not nouns()[name.noun].is_office:
        return
    for member in members:
        if member.kind is ActorKind.PERSON and not member.titles:
            member.titles.append(title(name))
            give_country(member, countries, name.country, is_official=True)
