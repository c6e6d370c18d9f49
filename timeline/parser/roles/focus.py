"""Focus: what befalls those a text is about, where the frame of a happening has no slot for them.

A text goes on about few: a firm, a machine, whoever runs it. What is done at, to or with one of these, or by its board or its
staff, a reader puts on their timeline: 'walked out of the Acme plant', 'trading on the exchange stopped'.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.model.statement import FIRMLIKE, Actor, ActorKind, Role, RoleName
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.name import NameKind
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.mention import Mention
from timeline.parser.roles.circumstances import is_market
from timeline.parser.sentences.phrases import words_before
from timeline.parser.sentences.tree import Tree

DONE_BY_FIRMS = frozenset({"business", "appointment", "statement", "other"})
DONE_TO = frozenset({"business", "appointment", "legal", "aid", "sanction", "other"})  # these are done to firms
PRIVATE = frozenset({"birth"})  # 'born at Maren': a name of a village, too
# Whom these befall their own words say: who only stands by ('a trader at the office of the bank was arrested') has no part in them,
# but a ship or an aircraft may.
DONE_TO_OTHERS = frozenset({"assault", "coerce", "aid", "accident", "disaster", "reject", "consult", "agree"})
AROUND = frozenset({"other", "protest"})  # done in, at or near many a name that is a town's: 'trudged to Timia'
ENOUGH = 2  # sentences that tell of it
ASIDE = frozenset(
    "like unlike than as after before since until during despite without besides according following alongside".split()
)
CLAUSAL = (
    "clause",
    "clause_modal",
    "clause_says",
    "clause_not",
    "clause_passive",
    "carrier",
    "clause_subject",
    "clause_object",
)
AFFECTED = frozenset({"subject", "object", "of"})
DOERS = frozenset({"subject", "by", "possessor"})
BY_MAKERS = frozenset(
    "launch unveil introduce present reveal release build make produce assemble design develop redesign deliver hand ship "
    "postpone delay roll discontinue recall".split()
)
RUNNING = frozenset({"operate", "own", "fly", "belong", "charter", "lease", "run", "use"})
OWNING = ("poss", "compound", "nmod")
# What is done to these is done to the machine that they are parts of.
MACHINERY = word_list("part of a machine")
# What is done to these, or by them, is done to the firm.
PARTS = frozenset(
    "board plant factory headquarters office staff workforce worker employee engineer mechanic designer management unit "
    "division operator shareholder".split()
)


def with_focus(drafts: Sequence[Draft], cast: Cast) -> list[Draft]:
    """The drafts with those in focus that they concern, too."""
    focus = in_focus(cast)
    if not focus:
        return list(drafts)
    firm = protagonist(cast)
    return [_concerning(draft, cast, focus, firm) for draft in drafts]


def _concerning(draft: Draft, cast: Cast, focus: frozenset[int], firm: Actor | None) -> Draft:
    if draft.mention.row.type in PRIVATE:
        return draft
    return _of_firm(_of_maker(_with(draft, cast, focus), cast), firm)


def in_focus(cast: Cast) -> frozenset[int]:
    """The members with a name of their own, firms, bodies or things, that more than one sentence tells of."""
    told = cast.memory.tellings()
    return frozenset(number for number, count in told.items() if count >= ENOUGH and _may_be(cast, number))


def _of_firm(draft: Draft, firm: Actor | None) -> Draft:
    """'A new plant, announced in May, has been put on hold': by the firm that the text is about."""
    mention = draft.mention
    is_open = (
        mention.row.type in DONE_BY_FIRMS and mention.is_verb and not draft.roles and "subject" not in mention.slots
    )
    heads = mention.slots.get("object", [])
    if firm is None or not is_open or not heads or any(mention.tree.below(head, *OWNING) for head in heads):
        return draft
    token = mention.tree[mention.index]
    return replace(draft, roles=(Role(firm, RoleName.AGENT, token.start, token.end),))


def _of_maker(draft: Draft, cast: Cast) -> Draft:
    """'The Corvane 440 was unveiled in May', 'the first 440 was handed over': by Corvane, whatever slot says nobody."""
    mention = draft.mention
    is_open = mention.is_verb and not draft.actors(RoleName.AGENT) and mention.slots.keys().isdisjoint(DOERS)
    if not is_open or mention.lemma.split()[0] not in BY_MAKERS:
        return draft
    things = (n for head in mention.slots.get("object", []) for n in cast.at(mention.tree, head))
    maker = next((one for n in things if (one := cast.memory.members[n].maker) is not None), None)
    if maker is None or cast.actor(maker) in {role.actor for role in draft.roles}:
        return draft
    token = mention.tree[mention.index]
    return replace(draft, roles=(Role(cast.actor(maker), RoleName.AGENT, token.start, token.end), *draft.roles))


def protagonist(cast: Cast) -> Actor | None:
    """The firm that the text tells of far more than of any other; None when there is none."""
    told = cast.memory.tellings()
    firms = sorted((n for n in told if _may_be(cast, n)), key=lambda n: -told[n])
    is_first = bool(firms) and told[firms[0]] > ENOUGH and (len(firms) < 2 or told[firms[0]] > told[firms[1]] + 1)
    actor = cast.actor(firms[0]) if is_first else None
    return actor if actor and actor.kind is ActorKind.COMPANY else None


def _may_be(cast: Cast, member: int) -> bool:
    return cast.actor(member).kind in FIRMLIKE and not cast.actor(member).name.islower()


def _with(draft: Draft, cast: Cast, focus: frozenset[int]) -> Draft:
    known = {role.actor.name for role in draft.roles}  # their country may have been found since
    more: dict[Actor, Role] = {}
    for member, role, index in involved(draft.mention, cast, focus):
        actor = cast.actor(member)
        if actor.name not in known:
            token = draft.mention.tree[index]
            more.setdefault(actor, Role(actor, role, token.start, token.end))
    return replace(draft, roles=(*draft.roles, *more.values())) if more else draft


def involved(mention: Mention, cast: Cast, focus: frozenset[int]) -> Iterator[tuple[int, RoleName, int]]:
    """(member, role, its word) for those in focus that stand in the clause or the phrase of a mention."""
    tree = mention.tree
    is_open = mention.row.type not in DONE_TO_OTHERS
    for slot, heads in mention.slots.items():
        if slot in ASIDE or slot in CLAUSAL or (mention.lemma == "win" and slot == "object"):  # 'won the Tour'
            continue
        for head in (i for i in heads if not (is_market(tree, i, slot) or _is_what_was_said(mention, i))):
            own = [member for member in cast.at(tree, head) if member in focus]
            if slot in AFFECTED or mention.row.type not in AROUND:
                told = (member for member in own if is_open or _is_befallen(cast, member, slot))
                yield from ((member, _role(slot, is_own=True), head) for member in told)
            is_part = tree[head].lemma in PARTS or (tree[head].lemma in MACHINERY and slot in AFFECTED)
            if is_open and not own and is_part and not _is_somebody(tree, head, cast):
                yield from _through(tree, head, slot, cast, focus)
            elif slot in AFFECTED:
                yield from _whose(tree, head, cast, focus)


def _is_befallen(cast: Cast, member: int, slot: str) -> bool:
    """'Their A320 was hit', 'delivered the cars to Acme'."""
    is_receiver = slot == "to" and cast.actor(member).kind is ActorKind.COMPANY
    return is_receiver or (slot in AFFECTED and cast.memory.members[member].is_thing)


def _is_what_was_said(mention: Mention, head: int) -> bool:
    """'The conductor denies it', 'the chairman defended it'."""
    is_it = mention.tree.lower[head] == "it" and mention.tree[head].relation == "dobj"
    return is_it and mention.row.type not in DONE_TO


def _whose(tree: Tree, head: int, cast: Cast, focus: frozenset[int]) -> Iterator[tuple[int, RoleName, int]]:
    """The firm whose ship or aircraft it is: 'an A320 of Acme Air', 'its own A380', 'an A320 operated by Acme Air'."""
    if not any(cast.memory.members[member].is_thing for member in cast.at(tree, head)):
        return
    inside = [inner for preposition, inner in tree.prepositions(head) if preposition == "of"]
    run = [verb for verb in tree.below(head, "acl") if tree[verb].lemma in RUNNING]
    inside += [inner for verb in run for preposition, inner in tree.prepositions(verb) if preposition in {"by", "to"}]
    for index in (i for i in (*tree.below(head, "poss"), *inside) if tree.lower[i] != "their"):
        firms = (m for m in cast.at(tree, index) if m in focus and not cast.memory.members[m].is_thing)
        yield from ((member, RoleName.PARTICIPANT, index) for member in firms)


def _through(
    tree: Tree, head: int, slot: str, cast: Cast, focus: frozenset[int]
) -> Iterator[tuple[int, RoleName, int]]:
    """Those whose board, plant or staff it is; the machine whose part it is ('its wing', 'the engine' of the one told of)."""
    is_part = tree[head].lemma in MACHINERY
    inside = [inner for preposition, inner in tree.prepositions(head) if preposition in {"of", "at"}]
    owners = [*tree.below(head, *OWNING), *inside]
    for index in owners:
        members = (m for m in cast.at(tree, index) if m in focus and cast.memory.members[m].is_thing is is_part)
        yield from ((member, _role(slot, is_own=False), index) for member in members)
    if is_part and not owners and "the" in words_before(tree, head):
        machines = [member for member in focus if cast.memory.members[member].is_thing]
        yield from ((member, _role(slot, is_own=False), head) for member in machines if len(machines) == 1)


def _role(slot: str, *, is_own: bool) -> RoleName:
    if slot in {"subject", "possessor", "by"}:
        return RoleName.AGENT if is_own else RoleName.PARTICIPANT
    return RoleName.TARGET if slot in {"object", "indirect", "of", "to", "on", "against"} else RoleName.PARTICIPANT


def _is_somebody(tree: Tree, head: int, cast: Cast) -> bool:
    """A person, or another firm: what they do is theirs, whoever they work for."""
    name = cast.name_at(tree, head)
    return name is not None and name.kind not in {NameKind.DESCRIPTION, NameKind.PLACE}
