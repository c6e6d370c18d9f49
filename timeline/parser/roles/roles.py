"""Roles: who is agent, target, participant or mediator of a mention, by the trigger's frame."""

from collections.abc import Iterator

from timeline.model.statement import HUMAN, ActorKind, Role, RoleName
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.name import NameKind
from timeline.parser.known.triggers import frames
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.roles.accused import charged
from timeline.parser.roles.addressed import addressed, asked, complained_to, is_own, leaving, offered, sought
from timeline.parser.roles.aims import aims
from timeline.parser.roles.alone import alone
from timeline.parser.roles.fillers import fillers
from timeline.parser.roles.guests import guests, hosts
from timeline.parser.roles.mediators import mediators
from timeline.parser.roles.parts import beset, burdened, owners, receivers, takes_part, tried
from timeline.parser.roles.remains import remains
from timeline.parser.roles.victims import caught, hit, is_ground, victims
from timeline.parser.roles.wares import wares
from timeline.parser.sentences.arguments import verb_slots
from timeline.parser.sentences.phrases import modifier_country
from timeline.parser.sentences.tree import Tree

ADDRESSED = frozenset({"request", "threaten", "reject", "protest", "agree", "concede", "sanction"})
# These act for a state, but suffer for none.
CRAFT = frozenset("aircraft jet plane warplane warship airliner ship".split())
BUILDINGS = frozenset(
    "church school hospital university museum zoo gallery library theatre brewery monastery clinic".split()
)
STRUCK = frozenset({"assault", "disaster", "accident", "protest", "coerce"})
# Done to those who run a building; anything else is done to its walls.
ANSWERABLE = frozenset(
    {"accuse", "request", "reject", "legal", "aid", "sanction", "threaten", "support", "agree", "consult", "cooperate"}
)
REPELLING = frozenset("disperse repel scatter stop subdue kill hit quell suppress break drive push control".split())
OWN = frozenset({"agree", "threaten", "mobilize", "retreat", "support"})
PERSONAL = frozenset({"assault", "crime", "death", "coerce"})
FEW = 2  # sentences
MUTUAL = frozenset({"agree", "cooperate", "consult", "retreat"})
RANK = {role: number for number, role in enumerate(RoleName)}
TALKING = frozenset({"agree", "visit"})  # frames
PARTING = frozenset({"sign", "separate", "divorce", "quarrel", "reconcile", "clash"})
TIES = frozenset({"relation", "tie", "talk", "negotiation", "hostility"})
SUFFERING = frozenset({"suffer", "undergo"})
SUSTAINING, SUSTAINED = "sustain", word_list("sustained as harm")
GIVEN = frozenset({"promise", "supply", "give"})  # frames
PROMISED = ("object", "indirect", "to")
TRADING = frozenset({"trade", "exchange", "swap"})
SLOT_OF = "of"
BEFALLING = frozenset({"harmed", "try", "birth"})  # frames: whose death, trial or birth it is


def assign_roles(mention: Mention, cast: Cast) -> tuple[Role, ...]:
    """The actors of a mention, each once, in the order of the frame's slots."""
    found: dict[int, RoleName] = {}
    words: dict[int, tuple[int, int]] = {}
    for member in mediators(mention, cast):
        found.setdefault(member, RoleName.MEDIATOR)
    _fill_slots(mention, cast, found, words)
    _add_struck(mention, cast, found, words)
    found = found or guests(mention, cast)
    found.update({member: RoleName.PARTICIPANT for member in hosts(mention, cast) if member not in found})
    is_offer = mention.row.type == "support" and mention.lemma == "offer"
    if (mention.row.type in ADDRESSED or is_offer) and RoleName.TARGET not in found.values():
        for member in addressed(mention, cast, set(found)):
            if _goes_on_about(cast, member):
                found.setdefault(member, RoleName.TARGET)
    if mention.row.type == "accuse" and RoleName.TARGET not in found.values():
        found.update(dict.fromkeys(charged(mention, cast, found), RoleName.TARGET))
    if mention.row.type == "mobilize":
        _mobilize(mention, cast, found)
    if mention.row.type == "mobilize" and RoleName.AGENT not in found.values():  # 'troops were deployed'
        moved = (
            member for head in mention.slots.get("object", []) for member in fillers(mention, head, "object", cast)
        )
        found.update({member: RoleName.AGENT for member in moved if member not in found})
    if RoleName.TARGET not in found.values():  # 'gave the king a cross', whatever that tells
        given = [m for head in mention.slots.get("indirect", []) for m in fillers(mention, head, "indirect", cast)]
        found.update({member: RoleName.TARGET for member in given or _undergoing(mention, cast) if member not in found})
    if RoleName.TARGET not in found.values():
        aimed = (member for member in aims(mention, cast, frozenset(found)) if _is_told_of(cast, member))
        found.update(dict.fromkeys(aimed, RoleName.TARGET))
    found = {n: role for n, role in found.items() if not _is_own_state(mention, n, role, found, cast)}
    found = alone(mention, _sides(mention, found, cast), cast)
    ordered = sorted(found.items(), key=lambda item: RANK[item[1]])  # agents first
    return tuple(Role(cast.actor(member), role, *words.get(member, (None, None))) for member, role in ordered)


def _fill_slots(mention: Mention, cast: Cast, found: dict[int, RoleName], words: dict[int, tuple[int, int]]) -> None:
    """Whoever stands in a slot of the frame."""
    slots = mention.slots
    for slot, usual in frames()[mention.row.frame]:
        if slot not in slots:
            continue
        is_left = slot == "of" and mention.is_verb and usual is RoleName.AGENT  # 'pulled its troops out of Chad'
        role = RoleName.TARGET if is_left else usual
        if slot == "possessor" and usual is RoleName.TARGET and _is_done_to_another(mention, cast):
            role = RoleName.AGENT
        is_victim = slot == "modifier" and mention.row.type in PERSONAL and not mention.is_verb
        if slot == "clause_subject" and mention.row.frame == "promise" and "object" in slots:
            continue  # 'assured X that Y would stay out'
        if slot == "clause_object" and mention.row.frame != "utter" and "clause_subject" in slots:
            continue
        if slot == "clause_object" and mention.row.frame == "promise" and not slots.keys().isdisjoint(PROMISED):
            continue  # 'promised the widow to punish the guards'
        for head in slots[slot]:
            if (role is RoleName.TARGET and is_own(mention, head, cast)) or not takes_part(mention, head, slot, cast):
                continue
            is_thing = role is RoleName.TARGET and _is_thing(mention, head, cast)
            for member in _owners(mention.tree, head, cast) if is_thing else fillers(mention, head, slot, cast):
                is_slain = is_victim and cast.actor(member).kind is ActorKind.PERSON  # 'the Blau kidnapping'
                found.setdefault(member, RoleName.TARGET if is_slain else role)
                words.setdefault(member, _words(mention.tree, head, cast))


def _is_done_to_another(mention: Mention, cast: Cast) -> bool:
    """ "Turkey's arrest of the mayor", which Turkey made; in "the mayor's arrest" he is whom it was done to."""
    is_of = (SLOT_OF, RoleName.TARGET) in frames()[mention.row.frame] and mention.row.frame not in BEFALLING
    return is_of and any(cast.at(mention.tree, head) for head in mention.slots.get(SLOT_OF, []))


def _is_own_state(mention: Mention, member: int, role: RoleName, found: dict[int, RoleName], cast: Cast) -> bool:
    """'The minister pledged that Japan would help', 'promised not to devalue the Chinese currency': done to others."""
    if role is not RoleName.TARGET or mention.row.type not in OWN or cast.actor(member).kind is not ActorKind.STATE:
        return False
    agents = [cast.actor(n) for n, other in found.items() if other is RoleName.AGENT]
    return any(one.kind is ActorKind.PERSON and one.country == cast.actor(member).country for one in agents)


def _undergoing(mention: Mention, cast: Cast) -> list[int]:
    """'She was flown to the moon', 'was called in and sacked': people to whom something is done, whatever it is."""
    tree = mention.tree
    heads = [head for head in mention.slots.get("object", []) if tree[head].relation == "nsubjpass"]
    members = [member for head in heads for member in fillers(mention, head, "object", cast)]
    # 'The gallery was given a drawing'
    is_given = bool(tree.below(mention.index, "dobj")) and not any(tree.below(head, "poss") for head in heads)
    return [member for member in members if mention.is_verb and (is_given or cast.actor(member).kind in HUMAN)]


def _add_struck(mention: Mention, cast: Cast, found: dict[int, RoleName], words: dict[int, tuple[int, int]]) -> None:
    """Targets that no slot holds: what was stormed, whom it harmed, what was sold, to whom it was given."""
    targets = [member for member, role in found.items() if role is RoleName.TARGET]
    is_somebodys = any(not _is_nameless(cast, member) for member in targets)  # 'a convoy of the Malian army'
    attacked = [] if is_somebodys else list(beset(mention, cast))
    for member in targets if attacked else []:
        del found[member]
    harmed = [
        (member, head) for member, head in _struck(mention, cast) if not (attacked and _is_nameless(cast, member))
    ]
    is_bare = not attacked and all(is_ground(mention, member, cast) for member in targets)
    killed = list(victims(mention, cast)) if is_bare or attacked else []
    for member in targets if killed and not attacked else []:
        del found[member]
    is_open = RoleName.TARGET not in found.values()
    searches = (receivers, burdened, remains, asked, complained_to, sought, offered, leaving) if is_open else ()
    given = [one for search in searches for one in search(mention, cast)]
    if RoleName.AGENT in found.values() and RoleName.TARGET not in found.values():
        given += [*owners(mention, cast), *tried(mention, cast)]
    for member, head in [*attacked, *harmed, *killed, *wares(mention, cast), *given]:
        found.setdefault(member, RoleName.TARGET)
        words.setdefault(member, _words(mention.tree, head, cast))


def _goes_on_about(cast: Cast, member: int) -> bool:
    """Whether more than one sentence tells of a member; in a text of few nobody has to be told of again."""
    return len(cast.names) <= FEW or cast.memory.tellings()[member] > 1


def _is_told_of(cast: Cast, member: int) -> bool:
    """Whom a text tells of again, or by a name; a land that it only names once is where things are."""
    is_land = cast.actor(member).kind is ActorKind.STATE
    return _goes_on_about(cast, member) or not (is_land or _is_nameless(cast, member))


def _is_nameless(cast: Cast, member: int) -> bool:
    """'two drivers': told of by what befell the convoy."""
    return not cast.actor(member).name[:1].isupper()


def _is_thing(mention: Mention, head: int, cast: Cast) -> bool:
    """'grounded two aircraft', 'stormed a church': things, and their owners' affair."""
    name = cast.name_at(mention.tree, head)
    if name is not None and name.kind is NameKind.PRONOUN:  # 'opened a theatre and later rebuilt it'
        known = [cast.actor(member) for member in cast.at(mention.tree, head)]
        words = {word for actor in known if actor.name.islower() for word in actor.name.split()[-1:]}
        return bool(words & BUILDINGS) and mention.row.type not in ANSWERABLE
    if name is None or name.kind is not NameKind.DESCRIPTION or modifier_country(mention.tree, head):
        return False
    is_nameless = name.text.islower() and mention.row.type not in ANSWERABLE
    is_built = mention.row.type == "aid" and head in mention.slots.get("object", [])  # 'set up a field hospital'
    return name.noun in CRAFT or (name.noun in BUILDINGS and (is_built or is_nameless or mention.row.type in STRUCK))


def _owners(tree: Tree, head: int, cast: Cast) -> list[int]:
    """'grounded its aircraft', "the carrier's jets": those whose they are."""
    return [member for child in tree.below(head, "poss") for member in cast.at(tree, child)]


def _struck(mention: Mention, cast: Cast) -> Iterator[tuple[int, int]]:
    """'The bomb killed two soldiers', 'fired to disperse the crowd': whom an assault harmed, or was meant for, with the word."""
    tree = mention.tree
    yield from caught(mention, cast)
    if mention.row.type != "assault":
        return
    harmed = mention.slots.get("object", []) if mention.consequences else []
    yield from hit(mention, cast)
    aims = [i for top in {mention.index, mention.top} for i in tree.below(top, "advcl", "xcomp") if _is_to(tree, i)]
    aims += [
        i
        for i in (inner for head in mention.slots.get("object", []) for inner in tree.below(head, "acl", "relcl"))
        if _is_to(tree, i)
    ]
    for head in [*harmed, *(head for aim in aims for head in verb_slots(tree, aim).get("object", []))]:
        yield from ((member, head) for member in fillers(mention, head, "object", cast))


def _mobilize(mention: Mention, cast: Cast, found: dict[int, RoleName]) -> None:
    """'Police were deployed': they are who does it. 'called up men to guard the border against X': X is whom it is aimed at."""
    if RoleName.AGENT not in found.values():
        forces = [member for member, role in found.items() if role is RoleName.TARGET and cast.actor(member).acts_for]
        forces += [
            m for head in mention.slots.get("object", []) for m in cast.at(mention.tree, head) if cast.actor(m).acts_for
        ]
        found.update(dict.fromkeys(forces, RoleName.AGENT))
    if RoleName.TARGET not in found.values():
        tree = mention.tree
        aimed = [i for i in tree.subtree(mention.top) if tree[tree[i].head].text.lower() in {"against", "towards"}]
        foes = (member for index in aimed for member in fillers(mention, index, "against", cast) if member not in found)
        found.update(dict.fromkeys(foes, RoleName.TARGET))


def _is_to(tree: Tree, clause: int) -> bool:
    return tree[clause].lemma in REPELLING and any(tree[child].tag == "TO" for child in tree.below(clause, "aux"))


def _words(tree: Tree, head: int, cast: Cast) -> tuple[int, int]:
    """Offsets of the words that fill a slot: the name it is part of, else the word alone."""
    name = cast.name_at(tree, head)
    first, last = (name.start, name.end - 1) if name else (head, head)
    return tree[first].start, tree[last].end


def _sides(mention: Mention, found: dict[int, RoleName], cast: Cast) -> dict[int, RoleName]:
    """Several who agree or work together, with nobody named on the other side, are participants; so is whoever talks with one."""
    agents = [member for member, role in found.items() if role is RoleName.AGENT]
    if _is_suffered(mention) and RoleName.TARGET not in found.values():
        return dict.fromkeys(agents, RoleName.TARGET) | {m: role for m, role in found.items() if m not in agents}
    is_with = mention.row.frame in TALKING and RoleName.PARTICIPANT in found.values()
    # 'the king and the envoy flew to Oslo'
    is_apart = RoleName.TARGET in found.values() or mention.row.frame == "visit"
    # and not a state and who speaks for it
    are_two = len({cast.actor(member).country or member for member in agents}) > 1
    if not is_with and (is_apart or not are_two or not _is_mutual(mention)):
        return found
    return {member: RoleName.PARTICIPANT if member in agents else role for member, role in found.items()}


def _is_suffered(mention: Mention) -> bool:
    """'suffered a stroke', 'sustained burns'."""
    verb = mention.lemma.split()[0]
    objects = mention.slots.get("object", []) if verb == SUSTAINING else []
    return verb in SUFFERING or any(mention.tree[head].lemma in SUSTAINED for head in objects)


def _is_mutual(mention: Mention) -> bool:
    """'agreed', 'traded fire', 'divorced', 'broke off relations', 'the talks between them broke down'."""
    tree = mention.tree
    is_one_sided = mention.row.frame in GIVEN  # 'Togo and Niger offered tents'
    if (mention.row.type in MUTUAL and not is_one_sided) or mention.lemma.split()[0] in PARTING:
        return True
    heads = [head for slot in ("subject", "object") for head in mention.slots.get(slot, [])]
    is_traded = mention.carrier is not None and tree[mention.carrier.verb].lemma in TRADING
    return is_traded or any(tree[head].lemma in TIES for head in heads)
