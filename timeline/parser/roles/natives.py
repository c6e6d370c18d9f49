"""Natives: villagers, prisoners and police of whom no word tells the country are of the one where they act or suffer."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model.statement import Actor, ActorKind, Role, RoleName
from timeline.parser.actors.home import HUNTED, is_at_home
from timeline.parser.known import places
from timeline.parser.known.roster import nouns
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.scene import singular

PREMISES = word_list("premises")
LOCAL = frozenset({ActorKind.PEOPLE, ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GOVERNMENT})
ARMED = frozenset({ActorKind.ARMED_GROUP})
SIDES = frozenset({RoleName.AGENT, RoleName.TARGET, RoleName.PARTICIPANT})
BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.COMPANY})
ADDRESSING = frozenset({"request", "protest", "accuse", "threaten", "reject", "concede", "support"})
OTHERS = frozenset({"states", "countries", "nations", "powers", "neighbours", "neighbors"})
DOMESTIC = frozenset({"coerce", "legal"})
BANDS = frozenset({"coerce"})  # 'a Burundian militia seized villagers'
# Where it names no other.
INNER = frozenset({"concede", "retreat", "request", "protest", "reject", "accuse", "threaten", "assault"})
ATTACKING = frozenset({"assault", "coerce", "crime"})
STAYING = frozenset(
    {"protest", "coerce", "assault", "accident", "disaster", "crime", "legal", "death", "election", "aid", "mobilize"}
)


def with_countries(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; unnamed actors without a country get that of the place where they are told to act or suffer."""
    homes: dict[Actor, str] = {}
    for draft in drafts:
        country = draft.place.country if draft.place else None
        if country is not None and draft.mention.row.type in STAYING:
            for role in draft.roles:
                if role.name in SIDES and _may_be_local(role.actor):
                    homes.setdefault(role.actor, country)
        if draft.mention.row.type in ADDRESSING:
            homes.update({actor: code for actor, code in _own_powers(draft) if actor not in homes})
        if draft.mention.row.type in ATTACKING and (code := _land_of_the_harmed(draft)):
            homes.update({a: code for a in draft.actors(RoleName.AGENT) if _may_be_local(a) and a not in homes})
        if draft.mention.row.type in DOMESTIC | INNER and (own := _own_country(draft)):
            homes.update({actor: own for actor in _subjects_of_the_state(draft) if actor not in homes})
    return [_settled(draft, homes) for draft in drafts] if homes else list(drafts)


def _own_powers(draft: Draft) -> list[tuple[Actor, str]]:
    """'Chadian miners asked the president': an office without a country is of those who turn to it, and the other way round."""
    sides = [draft.actors(RoleName.AGENT), draft.actors(RoleName.TARGET)]
    found = []
    for these, those in (sides, sides[::-1]):
        codes = {actor.country for actor in those if not actor.acts_for or actor.kind is ActorKind.PERSON}
        if len(codes) == 1 and (code := next(iter(codes))):
            found += [(actor, code) for actor in these if _is_power(actor) or _turns_to(draft, actor)]
    return found


def _turns_to(draft: Draft, actor: Actor) -> bool:
    """'villagers petitioned Baghdad': theirs."""
    return draft.mention.row.type in {"request", "protest"} and actor.kind is ActorKind.PEOPLE and _may_be_local(actor)


def _is_power(actor: Actor) -> bool:
    """'the president', 'prosecutors', 'the government': an office or organ of a state that no word names."""
    words = actor.name.lower().split()
    known = next((form for word in words[-1:] for form in (word, word.removesuffix("s")) if form in nouns()), None)
    is_plain = actor.country is None and actor.name == actor.name.lower()
    return is_plain and known is not None and nouns()[known].acts_for_state and is_at_home(known)


def _own_country(draft: Draft) -> str | None:
    """The country of the state that acts, where nobody and no place of another takes part."""
    place = draft.place.country if draft.place else None
    codes = {role.actor.country for role in draft.roles} | {place} - {None}
    is_inner = draft.mention.row.type in INNER | BANDS
    agents = [
        a for a in draft.actors(RoleName.AGENT) if a.kind is ActorKind.STATE or a.acts_for or (is_inner and _is_band(a))
    ]
    powers = {a.country for a in agents}
    return next(iter(powers)) if len(powers) == 1 and codes - {None} == powers else None


def _land_of_the_harmed(draft: Draft) -> str | None:
    """'Armed men shot a Haitian priest': of his country, unless he is of those who are often abroad."""
    targets = draft.actors(RoleName.TARGET)
    place = {draft.place.country} if draft.place else set()
    codes = {target.country for target in targets} | place
    codes.discard(None)
    is_at_home = all(_stays(target.name) for target in targets)
    return codes.pop() if targets and len(codes) == 1 and is_at_home else None


def _stays(name: str) -> bool:
    word = name.split()[-1].lower()
    known = next((form for form in (word, word.removesuffix("s")) if form in nouns()), None)
    return known is None or is_at_home(known)


def _is_band(actor: Actor) -> bool:
    """'Chadian rebels', 'Peruvian miners': people of one country among whom the other side is, too."""
    return actor.country is not None and actor.kind in {ActorKind.ARMED_GROUP, ActorKind.PEOPLE}


def _subjects_of_the_state(draft: Draft) -> list[Actor]:
    targets = draft.actors(RoleName.TARGET)
    if draft.mention.row.type in INNER:
        return [a for a in targets if _may_be_local(a) or (a.kind in BODIES and _is_nameless(a))]
    return [a for a in targets if _may_be_local(a) or (a.country is None and a.kind in BODIES)]


def _is_nameless(actor: Actor) -> bool:
    word = actor.name.split()[-1]
    return actor.country is None and word.islower() and word not in OTHERS  # 'warned West African states'


def _may_be_local(actor: Actor) -> bool:
    """Without a name, and of a sort that is seldom abroad: never tourists or troops, but gunmen where they shoot."""
    words = [word.lower() for word in actor.name.split()]
    known = next((form for word in reversed(words) for form in (word, singular(word)) if form in nouns()), None)
    if actor.country is None and words[-1:] == actor.name.split()[-1:] and words[-1] in PREMISES:
        return True
    is_unnamed = actor.country is None and words[-1:] == actor.name.split()[-1:] and actor.kind in LOCAL | ARMED
    return is_unnamed and known is not None and (is_at_home(known) or known in HUNTED)


def _settled(draft: Draft, homes: dict[Actor, str]) -> Draft:
    if not any(role.actor in homes for role in draft.roles):
        return draft
    return replace(draft, roles=tuple(_at_home(role, homes) for role in draft.roles))


def _at_home(role: Role, homes: dict[Actor, str]) -> Role:
    country = homes.get(role.actor)
    if country is None:
        return role
    acts_for = places.state_name(country) if role.actor.kind is ActorKind.GOVERNMENT else None
    return replace(role, actor=replace(role.actor, country=country, acts_for=acts_for))
