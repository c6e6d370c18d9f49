"""Counterparts: the other side of a happening whose own clause names one only.

A refusal answers whoever demanded, police fire at those who march, and those who tell of an arrest made it. What a clause says
itself stands.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.model.statement import Actor, ActorKind, Role, RoleName
from timeline.parser.actors.cast import Cast
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.governing import is_below

LEAVING = frozenset({"walk", "walk out"})  # of talks
ANSWERING = frozenset({"accept", "decline", "refuse"})
MATTERS = frozenset({"object", "to", "of", "for", "with", "from"})  # slots
OFFERING = frozenset({"offer", "propose", "invite", "pledge"})
OFFERS = frozenset({"offer", "proposal", "invitation", "gesture"})
DEMANDING = frozenset({"request", "accuse", "threaten"})
REACH = 2  # sentences back
VIOLENT = frozenset({"assault", "protest", "coerce"})
CROWD = frozenset({ActorKind.PEOPLE, ActorKind.PERSON, ActorKind.ARMED_GROUP})
ARRESTING = word_list("arresting")
BODIES = frozenset({ActorKind.COMPANY, ActorKind.ORGANISATION})
BIDS = frozenset({"bid", "takeover", "buyout"})
OWN_AFFAIRS = frozenset({"business"})  # what a firm says of these is of itself, when it names nobody
DEALS = frozenset("acquisition bid buyout deal merger offer purchase sale takeover tender".split())  # these take two


def with_counterparts(drafts: Sequence[Draft], cast: Cast) -> list[Draft]:
    """The drafts, with the side that is missing where the text tells it elsewhere."""
    result = list(drafts)
    for number, draft in enumerate(drafts):
        if not draft.actors(RoleName.AGENT):
            result[number] = _with(draft, RoleName.AGENT, _makers(draft, cast))
        elif not draft.actors(RoleName.TARGET) and draft.mention.is_verb:
            result[number] = _with(draft, RoleName.TARGET, _other_side(draft, number, result))
    return result


def _other_side(draft: Draft, number: int, drafts: Sequence[Draft]) -> list[Actor]:
    if draft.mention.lemma in ANSWERING and (offering := _offerer(draft, drafts[:number])):
        return offering
    if draft.mention.row.type == "reject" and draft.mention.lemma not in LEAVING:
        return _asker(draft, drafts[:number])
    return _foes(draft, _near(draft, drafts)) if _is_fired(draft) else []


def _is_fired(draft: Draft) -> bool:
    """'used tear gas', 'threw stones'; what is set on fire is told."""
    return draft.mention.row.frame == "fire" and draft.mention.lemma.split()[0] != "set"


def _asker(draft: Draft, earlier: Sequence[Draft]) -> list[Actor]:
    """Whoever demanded something of those who refuse, or accused them."""
    own = draft.actors(RoleName.AGENT)
    for other in reversed(earlier):
        back = _back(draft, other)
        if back > REACH:
            return []
        agents, targets = other.actors(RoleName.AGENT), other.actors(RoleName.TARGET)
        is_asked = bool(set(targets) & set(own)) and not is_below(draft.mention, other.mention)
        if other.mention.row.type in DEMANDING and agents and not set(agents) & set(own) and is_asked:
            return agents
    return []


def _offerer(draft: Draft, earlier: Sequence[Draft]) -> list[Actor]:
    """'Nigeria offered to mediate. Cameroon accepted and Chad declined', 'accepted the offer': who offered it right before."""
    mention, tree, own = draft.mention, draft.mention.tree, set(draft.actors(RoleName.AGENT))
    taken = mention.slots.get("object", [])
    is_bare = not tree.below(mention.index, "xcomp", "ccomp") and mention.slots.keys().isdisjoint(MATTERS)
    if not (is_bare or any(tree[head].lemma in OFFERS for head in taken)):
        return []
    for other in reversed(earlier):
        if _back(draft, other) > 1:
            return []
        offering = other.actors(RoleName.AGENT)
        if other.mention.lemma.split()[0] in OFFERING and offering and not own & set(offering):
            return offering
    return []


def _near(draft: Draft, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Those of the same sentence, then those of the sentences before, the last first."""
    yield from (other for other in drafts if other is not draft and _back(draft, other) == 0)
    yield from (other for other in reversed(drafts) if 0 < _back(draft, other) <= REACH)


def _foes(draft: Draft, near: Iterator[Draft]) -> list[Actor]:
    """'fired tear gas when marchers threw stones': forces of a state and a crowd are each other's."""
    own = draft.actors(RoleName.AGENT)
    for other in near:
        agents = [actor for actor in other.actors(RoleName.AGENT) if actor not in own]
        if other.mention.row.type in VIOLENT and agents and any(_are_foes(a, b) for a in own for b in agents):
            return agents
    return []


def _are_foes(one: Actor, other: Actor) -> bool:
    sides = {one.kind, other.kind}
    return ActorKind.GOVERNMENT in sides and bool(sides & CROWD)


def _makers(draft: Draft, cast: Cast) -> list[Actor]:
    """'Nine people were arrested, police said': by them; 'Acme said 300 posts would go': at Acme, but 'the bid' is anybody's."""
    mention, sayers = draft.mention, draft.claim.claimed_by
    if mention.lemma in ARRESTING and mention.is_verb and len(sayers) == 1:
        own = {role.actor.name for role in draft.roles}
        members = range(len(cast.memory.members))
        found = (actor for member in members if (actor := cast.actor(member)).name == sayers[0])
        return [a for a in found if a.kind is ActorKind.GOVERNMENT and a.name not in own][:1]
    is_deal = mention.lemma in DEALS and mention.tree[mention.index].tag == "NN"  # 'its sales' are its own
    is_own = mention.row.type in OWN_AFFAIRS and not is_deal
    return _firms_told_of(draft, cast) if is_own and not draft.roles else []


def _firms_told_of(draft: Draft, cast: Cast) -> list[Actor]:
    """Those firms of the sentence that say so; else the only one that it names."""
    tree = draft.mention.tree
    members = dict.fromkeys(member for token in tree for member in cast.at(tree, token.index))
    named = [actor for member in members if (actor := cast.actor(member)).name[:1].isupper()]
    firms = [actor for actor in named if actor.kind is ActorKind.COMPANY]
    sayers = [actor for actor in named if actor.kind in BODIES and actor.name in draft.claim.claimed_by]
    if not draft.mention.is_verb and draft.mention.lemma in BIDS:
        return sayers  # 'holders of shares in Acme fought the bid': by whom is not told
    # 'Acme shed 90 jobs after a line cancelled orders'
    is_done_by_others = {"subject", "object"} <= draft.mention.slots.keys()
    return sayers or (firms if len(firms) == 1 and not is_done_by_others else [])


def _back(draft: Draft, other: Draft) -> int:
    return draft.mention.tree.sentence.index - other.mention.tree.sentence.index


def _with(draft: Draft, name: RoleName, actors: Sequence[Actor]) -> Draft:
    own = {role.actor for role in draft.roles}
    more = [Role(actor, name) for actor in dict.fromkeys(actors) if actor not in own]
    roles = (*more, *draft.roles) if name is RoleName.AGENT else (*draft.roles, *more)
    return replace(draft, roles=roles) if more else draft
