"""Victims: whom a blow harmed, when a clause beside it tells: 'shelled the village, killing nine farmers'."""

from collections.abc import Iterator

from timeline.model.statement import ActorKind
from timeline.model.types import BLOWS, UNGUIDED
from timeline.parser.actors.cast import Cast
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.roles.fillers import fillers
from timeline.parser.sentences.arguments import verb_slots
from timeline.parser.sentences.slots import PASSIVE_SUBJECT, SUBJECT
from timeline.parser.sentences.tree import Tree

BLOW = word_list("what a blow does")
HARMING = word_list("harming")
STRIKING = (BLOWS | {"coerce"}) - UNGUIDED  # 'raided two hamlets, killing nine'; whom a flood drowned is told apart
DYING = "harmed"  # frame: 'drowned in the floods'
DEADLY = frozenset({"die", "perish", "drown", "burn", "suffocate"})
LIVING = frozenset({ActorKind.PERSON, ActorKind.PEOPLE, ActorKind.ARMED_GROUP, ActorKind.GOVERNMENT})


def victims(mention: Mention, cast: Cast) -> Iterator[tuple[int, int]]:
    """The members so harmed, each with its word."""
    if mention.row.type not in STRIKING or not mention.is_verb or HARMING.isdisjoint(mention.tree.lemmas):
        return
    for clause in _harms(mention.tree, mention.index):
        for head in verb_slots(mention.tree, clause).get("object", []):
            hurt = (member for member in fillers(mention, head, "object", cast) if cast.actor(member).kind in LIVING)
            yield from ((member, head) for member in hurt)


def caught(mention: Mention, cast: Cast) -> Iterator[tuple[int, int]]:
    """'Two climbers were killed by an avalanche', 'nine died in the fire': whom what nobody does harmed, with the word."""
    if mention.row.type not in UNGUIDED:
        return
    tree = mention.tree
    doing = {tree[mention.index].head, tree[tree[mention.index].head].head}
    # 'a lorry hit a bus, killing four pupils'
    beside = tree.below(mention.index, "advcl") if mention.is_verb else []
    beside = [i for clause in beside if tree[clause].tag == "VBG" for i in tree.conjuncts(clause)]
    harms = [harm for harm in mention.consequences if harm.index in doing or harm.index in beside]
    heads = [i for harm in harms for i in harm.slots.get("subject" if harm.row.frame == DYING else "object", [])]
    if any(tree[i].lemma in DEADLY for i in mention.slots.get("carrier", [])):
        heads += mention.slots.get("object", [])
    for head in heads:
        hurt = (member for member in fillers(mention, head, "object", cast) if cast.actor(member).kind in LIVING)
        yield from ((member, head) for member in hurt)


def hit(mention: Mention, cast: Cast) -> Iterator[tuple[int, int]]:
    """'The strikes hit a patrol', 'said the raid had targeted rebels': what the verb of the noun for an assault has."""
    tree, verb = mention.tree, mention.tree[mention.index].head
    is_doing = tree[mention.index].relation == "nsubj" and tree[verb].lemma in BLOW
    if mention.row.type == "assault" and is_doing:
        for head in tree.below(verb, "dobj"):
            yield from ((member, head) for member in fillers(mention, head, "object", cast))


def is_ground(mention: Mention, member: int, cast: Cast) -> bool:
    """'shelled a Chadian village': a state that no argument names itself is where those who were harmed live."""
    heads = (head for slot in mention.slots.values() for head in slot)
    return cast.actor(member).kind is ActorKind.STATE and not any(
        member in cast.at(mention.tree, head) for head in heads
    )


def _harms(tree: Tree, verb: int) -> list[int]:
    """The participles of harm beside a verb, and those joined to them; 'wounded' of 'fired on a boat and wounded its cook'."""
    next_to = [one for one in tree.conjuncts(verb) if one != verb and not tree.below(one, *SUBJECT, *PASSIVE_SUBJECT)]
    told = [one for one in next_to if tree[one].lemma in HARMING and tree[one].tag == tree[verb].tag]
    beside = [clause for clause in tree.below(verb, "advcl") if tree[clause].tag == "VBG"]
    joined = [one for clause in beside for one in tree.conjuncts(clause)]
    return [*(one for one in joined if tree[one].lemma in HARMING and tree[one].tag == "VBG"), *told]
