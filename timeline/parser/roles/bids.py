"""Bids: whom a bid is for, where its own clause does not say: as in another bid of the same bidder, or the only ones of the text.

'Acme bid for Tarn in May. … It extended its offer.' Who turned a bid down or accepted it is whom it was for.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from timeline.model.statement import FIRMLIKE, Actor, Role, RoleName
from timeline.parser.actors.cast import Cast
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import Tree

BIDS = frozenset({"bid", "offer", "takeover"})
BIDDERS = BIDS | {"bidder", "suitor"}
DEALS = BIDS | {"tender", "acquire", "acquisition", "buy", "purchase", "take over", "buyout"}
MOVES = word_list("moving a bid")
ANSWERS = frozenset({"agree", "reject", "support"})  # types


def with_bids(drafts: Sequence[Draft], texts: Sequence[Tree], cast: Cast) -> list[Draft]:
    """The drafts; what is told of bids with both sides, where the text tells them."""
    told = [tree for tree in texts if not BIDDERS.isdisjoint(tree.lemmas)]
    aims = _aims(drafts) if told else {}
    wanted = {*aims.values(), *(actor for tree in told for actor in _bid_for(tree, cast))}
    only = wanted.pop() if len(wanted) == 1 else None
    return [_with_sides(draft, drafts, aims, only) for draft in drafts] if aims or only else list(drafts)


def _bid_for(tree: Tree, cast: Cast) -> Iterator[Actor]:
    """'two bidders for Tarn', 'an offer of 9 million for Tarn'."""
    for token in tree:
        if token.lemma in BIDDERS:
            inside = [inner for word, inner in tree.prepositions(token.index) if word == "for"]
            yield from (actor for i in inside for n in cast.at(tree, i) if _is_firm(actor := cast.actor(n)))


def _aims(drafts: Iterable[Draft]) -> dict[Actor, Actor]:
    """Who bids for whom."""
    found: dict[Actor, Actor] = {}
    for draft in drafts:
        agents, targets = _firms(draft, RoleName.AGENT), _firms(draft, RoleName.TARGET)
        if _is_answer(draft):
            agents, targets = targets, agents
        elif draft.mention.row.type != "business" or draft.mention.lemma not in DEALS:
            continue
        if len(targets) == 1:
            found.update(dict.fromkeys((agent for agent in agents if agent != targets[0]), targets[0]))
    return found


def _firms(draft: Draft, name: RoleName) -> list[Actor]:
    return [actor for actor in draft.actors(name) if _is_firm(actor)]


def _is_firm(actor: Actor) -> bool:
    """One with a name; "Tarn's board" is a part of one."""
    return actor.kind in FIRMLIKE and actor.name[:1].isupper() and actor.name.split()[-1][:1].isupper()


def _with_sides(draft: Draft, drafts: Sequence[Draft], aims: Mapping[Actor, Actor], only: Actor | None) -> Draft:
    """Whom the bid is for, and whose it is; one that has a target already keeps it."""
    if draft.actors(RoleName.TARGET):
        return draft
    agents = draft.actors(RoleName.AGENT)
    if _is_answer(draft):
        bidders = [actor for other in drafts for actor in other.actors(RoleName.AGENT) if aims.get(actor) in agents]
        return _aimed(draft, bidders[-1:])
    if not _is_of_bid(draft):
        return draft
    if not agents and (moved := _moved(draft, drafts)) is not None:
        agents = moved.actors(RoleName.AGENT)
        draft = replace(draft, roles=tuple(Role(agent, RoleName.AGENT) for agent in agents))
    if not agents and len(aims) == 1 and draft.mention.lemma in BIDS and _is_the_one(draft.mention):  # 'fought the bid'
        agents = list(aims)
        draft = replace(draft, roles=(*(Role(agent, RoleName.AGENT) for agent in agents), *draft.roles))
    found = {aims[agent] for agent in agents if agent in aims} or ({only} if only and agents else set())
    return _aimed(draft, [actor for actor in found if actor not in agents])


def _aimed(draft: Draft, targets: Sequence[Actor]) -> Draft:
    """With these as targets, too."""
    return replace(draft, roles=(*draft.roles, *(Role(actor, RoleName.TARGET) for actor in targets)))


def _is_answer(draft: Draft) -> bool:
    """'accepted the offer', 'turned down a bid'."""
    return draft.mention.row.type in ANSWERS and draft.mention.lemma not in MOVES and _has_bid(draft, "object")


def _is_of_bid(draft: Draft) -> bool:
    """'its offer', 'bid 28 dollars', 'extended its bid', 'the bid was raised'."""
    mention = draft.mention
    is_bid = mention.lemma in BIDS and mention.row.type == "business"
    return is_bid or (mention.lemma in MOVES and _has_bid(draft, "object"))


def _is_the_one(mention: Mention) -> bool:
    """'the bid', 'the takeover offer'."""
    return not mention.is_verb and mention.tree.has(mention.index, "det", frozenset({"the", "this"}))


def _has_bid(draft: Draft, slot: str) -> bool:
    return any(draft.mention.tree[index].lemma in BIDS for index in draft.mention.slots.get(slot, []))


def _moved(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The bid of 'a bid by Acme was extended'."""
    inside = draft.mention.slots.get("object", [])
    return next(
        (other for other in drafts if other.mention.tree is draft.mention.tree and other.mention.index in inside), None
    )
