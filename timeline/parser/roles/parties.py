"""Parties: who fights, talks or is tried when a text goes on about it without naming them: 'the hostilities', 'the trial'."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.model.statement import Actor, ActorKind, Role, RoleName
from timeline.parser.actors.cast import Cast
from timeline.parser.known import places
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.phrases import PLURAL, words_before
from timeline.parser.sentences.tree import Tree

MUTUAL = frozenset({"fight", "truce", "meet", "confer"})  # frames of what takes two sides
FIGHTS = frozenset({"fight", "truce"})
SHARED = frozenset(
    "hostility hostilities fighting clash battle war skirmish talk talks negotiation ceasefire cease-fire truce armistice "
    "round".split()
)
AID = frozenset({"aid", "assistance"})
GIVING = frozenset({"sanction", "concede", "aid", "agree", "reject", "coerce"})  # types
COMMON = frozenset({"deal", "agreement", "accord", "contract", "pact", "treaty", "dispute"})
BEFALLING = frozenset({"reject", "consult", "agree", "retreat"})  # types
JOINING = frozenset({"agree", "consult"})
WHOSE = frozenset({"with", "between", "of", "by", "among"})
DEALS = frozenset({"treaty", "accord", "pact"})
POWERS = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP})
JOINT = frozenset({"border", "frontier", "relation", "tie", "war", "conflict", "dispute", "talk"})
SENTENCES = 4
BURIALS = frozenset({"funeral", "burial", "wake", "cremation", "memorial service", "memorial"})
BURYING = frozenset({"bury", "cremate", "inter"})
TRIALS = frozenset({"trial", "retrial", "hearing", "sentencing", "court case"})
CHARGED = frozenset(
    {"arrest", "charge", "accuse", "indict", "try", "prosecute", "sentence", "convict", "detain", "sue"}
)


def with_parties(drafts: Sequence[Draft], cast: Cast, trees: Sequence[Tree]) -> list[Draft]:
    """The drafts; those of two sides that name none with the sides told of last: of another such happening, or of a border."""
    named = {tree.sentence.index: sides for tree in trees if (sides := tuple(_joined(tree, cast)))}
    result: list[Draft] = []
    last: tuple[int, tuple[Actor, ...]] | None = None
    is_joint = False
    for draft in drafts:
        here = draft.mention.tree.sentence.index
        for index in range(here - SENTENCES, here + 1):
            if index in named and (last is None or last[0] < index):
                last, is_joint = (index, named[index]), False
        is_fight = draft.mention.row.type == "assault" or draft.mention.row.frame in FIGHTS
        if last is not None and _lacks_sides(draft) and here - last[0] <= SENTENCES and not (is_fight and is_joint):
            both = [_principal(actor, cast) for actor in last[1]]
            draft = replace(draft, roles=(*(Role(side, RoleName.PARTICIPANT) for side in both), *draft.roles))
        if len(sides := _sides(draft)) == 2:
            last, is_joint = (here, sides), _is_by_both(draft)
        result.append(draft)
    return result


def _principal(actor: Actor, cast: Cast) -> Actor:
    """The state that troops act for: it talks, and it signs."""
    return cast.actor(cast.state(actor.country)) if actor.acts_for and actor.country else actor


def _joined(tree: Tree, cast: Cast) -> Iterator[Actor]:
    """The two states of 'the Pakistan-Afghanistan border'."""
    for token in tree.sentence.tokens:
        before, after = token.index - 1, token.index + 1
        if token.text in {"-", "–"} and before >= 0 and after < len(tree):
            codes = [places.state_code(tree[before].text), places.state_code(tree[after].text)]
            is_joint = any(tree[i].lemma in JOINT for i in range(after + 1, min(after + 3, len(tree))))
            if codes[0] and codes[1] and is_joint:
                yield from (cast.actor(cast.state(code)) for code in codes if code)
                return


def _lacks_sides(draft: Draft) -> bool:
    """A noun for what two sides do, without one, and nothing said of other sides."""
    mention = draft.mention
    words = [mention.lemma.split()[-1]]
    if mention.is_verb:  # 'the talks broke down'
        words = [mention.tree[head].lemma for head in mention.slots.get("subject", [])]
    is_shared = mention.row.frame in MUTUAL and bool(words) and SHARED.issuperset(words)
    is_shared = is_shared or (
        mention.row.type == "agree" and mention.lemma in DEALS and not mention.slots.get("subject")
    )
    is_shared = is_shared or _is_of_shared(mention)
    return is_shared and all(role.name is RoleName.MEDIATOR for role in draft.roles)


def _is_of_shared(mention: Mention) -> bool:
    """'The talks stalled', 'the deal fell through', 'the agreement was signed': what befalls what two sides have in common."""
    tree = mention.tree
    told = (
        [mention.index]
        if not mention.is_verb
        else [i for slot in ("subject", "object") for i in mention.slots.get(slot, [])]
    )
    return (
        mention.row.type in BEFALLING
        and "sides" not in mention.slots
        and any(tree[i].lemma in SHARED | COMMON and _is_known(tree, i) for i in told)
    )


def _is_known(tree: Tree, index: int) -> bool:
    """'the talks', 'negotiations', and nothing said of whose."""
    is_marked = "the" in words_before(tree, index) or tree[index].tag in PLURAL
    return (
        is_marked and not any(word in WHOSE for word, _ in tree.prepositions(index)) and not tree.below(index, "poss")
    )


def _sides(draft: Draft) -> tuple[Actor, ...]:
    """The two powers that a happening sets against each other, or brings together."""
    actors = [role.actor for role in draft.roles if role.name is not RoleName.MEDIATOR]
    if draft.mention.row.mode == "strike":  # 'the talks broke down': of those who strike and whom they strike against
        targets = [role.actor for role in draft.roles if role.name is RoleName.TARGET]
        return tuple(actors) if len(targets) == 1 and len(actors) == 2 else ()
    if draft.mention.row.type in JOINING and not any(actor.kind is ActorKind.PERSON for actor in actors):
        return tuple(actors) if len(actors) == 2 else ()
    if draft.mention.row.frame not in MUTUAL and draft.mention.row.type != "assault":
        states = tuple(actor for actor in actors if actor.kind is ActorKind.STATE)
        return states if len(states) == len(actors) == 2 else ()  # 'Peru imposed a duty on copper from Chile'
    return tuple(actor for actor in actors if actor.kind in POWERS)


def _is_by_both(draft: Draft) -> bool:
    """'Egypt and Jordan stayed away', 'established ties': both do it, to nobody, and do not fight each other."""
    is_shared = draft.mention.row.frame in MUTUAL or draft.mention.row.type in {"assault", *JOINING}
    return not is_shared and all(role.name in {RoleName.AGENT, RoleName.PARTICIPANT} for role in draft.roles)


def with_recipients(drafts: Sequence[Draft], cast: Cast) -> list[Draft]:
    """The drafts; 'Norway froze its aid' is done to the land that the text tells of more than of any other."""
    return [_with_recipient(draft, cast) if _gives_to_nobody(draft) else draft for draft in drafts]


def _gives_to_nobody(draft: Draft) -> bool:
    mention = draft.mention
    if not mention.is_verb or mention.row.type not in GIVING or "to" in mention.slots or not draft.roles:
        return False
    given = mention.slots.get("object", [])
    given = [*given, *(inner for head in given for word, inner in mention.tree.prepositions(head) if word == "of")]
    is_aid = any(mention.tree[head].lemma in AID for head in given)
    return is_aid and all(role.name is RoleName.AGENT for role in draft.roles)


def _with_recipient(draft: Draft, cast: Cast) -> Draft:
    """By how often the text names each land, those of the givers left out."""
    givers = {role.actor.country for role in draft.roles}
    told = [(count, code) for code, count in cast.countries.most_common() if code not in givers]
    if not told or told[0][0] < 2 or (len(told) > 1 and told[1][0] == told[0][0]):
        return draft
    return replace(draft, roles=(*draft.roles, Role(cast.actor(cast.state(told[0][1])), RoleName.TARGET)))


def with_defendants(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; 'the trial' that tells of nobody is of the one who was arrested or charged last, when that is one."""
    result: list[Draft] = []
    charged: tuple[int, tuple[Actor, ...]] | None = None
    for draft in drafts:
        mention = draft.mention
        here = mention.tree.sentence.index
        targets = tuple(role.actor for role in draft.roles if role.name is RoleName.TARGET)
        if charged is not None and here - charged[0] <= SENTENCES and not targets and _is_the_trial(mention):
            draft = replace(draft, roles=(*draft.roles, *(Role(actor, RoleName.TARGET) for actor in charged[1])))
            targets = charged[1]
        if targets and (mention.lemma in CHARGED or mention.lemma in TRIALS):
            charged = (here, targets) if len(targets) == 1 else None
        result.append(draft)
    return result


def with_mourned(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; 'the funeral' that names nobody, and 'he' who will be buried, is the one whose death the text told, if one."""
    result: list[Draft] = []
    dead: tuple[Actor, ...] = ()
    for draft in drafts:
        targets = tuple(role.actor for role in draft.roles if role.name is RoleName.TARGET)
        if len(dead) == 1 and not draft.roles and draft.mention.lemma in BURIALS:
            draft = replace(draft, roles=(Role(dead[0], RoleName.TARGET),))
        is_burial = draft.mention.lemma in BURIALS or draft.mention.lemma in BURYING
        if len(dead) == 1 and draft.mention.lemma in BURYING and targets != dead and _is_of_pronoun(draft.mention):
            others = (role for role in draft.roles if role.name is not RoleName.TARGET)
            draft = replace(draft, roles=(*others, Role(dead[0], RoleName.TARGET)))
        if targets and draft.mention.row.type == "death" and not is_burial:
            new = [actor for actor in targets if actor.kind is ActorKind.PERSON]
            dead = dead or tuple(dict.fromkeys(new))
        result.append(draft)
    return result


def _is_of_pronoun(mention: Mention) -> bool:
    """'He will be buried on Friday': one person, by a pronoun."""
    return any(mention.tree.lower[head] in {"he", "she", "him", "her"} for head in mention.slots.get("object", []))


def _is_the_trial(mention: Mention) -> bool:
    articles = {mention.tree[child].text.lower() for child in mention.tree.below(mention.index, "det")}
    return mention.lemma in TRIALS and "the" in articles and "of" not in mention.slots
