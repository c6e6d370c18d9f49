"""Doings: what those do whom a longer text goes on about, in verbs that tell nothing of others ('she wept', 'the firm grew')."""

from collections.abc import Sequence

from timeline.model.statement import ActorKind
from timeline.parser.cast import Cast
from timeline.parser.hedges import effects
from timeline.parser.scene import Scene
from timeline.parser.slots import Slots
from timeline.parser.tree import Tree
from timeline.parser.triggers import lexicon
from timeline.parser.wordlists import word_list

LONG, OFTEN = 4, 2  # sentences of a text, and those that tell of its protagonist
KINDS = frozenset({ActorKind.COMPANY, ActorKind.ORGANISATION, ActorKind.UNKNOWN, ActorKind.PERSON})
DOINGS = word_list("doing")
NOTHING = "triggers-nothing"
TELLING = frozenset({"ROOT", "conj", "ccomp", "parataxis", "relcl", "advcl"})
HALTING = frozenset({"stop", "cease", "fail", "decline", "refrain", "struggle"})  # what is not done, or no more
DECIDING = frozenset({"decide", "begin", "start", "resume", "end", "stop"})
AHEAD = frozenset({"will", "'ll", "’ll"})
BEGINNING = frozenset({"begin", "start"})
COMPLEMENT = ("xcomp", "ccomp")


def protagonists(cast: Cast, texts: Sequence[Tree]) -> frozenset[int]:
    """The firms, bodies, things and persons with names that several sentences tell of; none in a short text."""
    if len(texts) < LONG:
        return frozenset()
    told = cast.memory.tellings()
    return frozenset(number for number, count in told.items() if count >= OFTEN and _may_be(cast, number))


def _may_be(cast: Cast, number: int) -> bool:
    actor = cast.actor(number)
    return actor.kind in KINDS and actor.name[:1].isupper() and not actor.name.split()[-1].islower()


def is_doing(scene: Scene, index: int, slots: Slots) -> bool:
    """A protagonist does it, told in the past by a finite verb that is no state and carries no clause, or as what comes of that."""
    tree = scene.tree
    subjects = {member for head in slots.get("subject", []) for member in scene.cast.at(tree, head)}
    if tree[index].relation not in TELLING or tree.is_negated(index) or not subjects & scene.focus:
        return False
    if _is_result(tree, index):
        return "object" in slots and _may_tell(tree, index)
    if tree[index].lemma in DECIDING and _is_arranged(tree, index):
        return True
    return _is_past(tree, index) and _may_tell(tree, index)


def _is_result(tree: Tree, index: int) -> bool:
    """', ending a century of milling': what comes of what the sentence tells in the past."""
    above = tree.head(index)
    if tree[index].tag != "VBG" or tree[index].relation != "advcl" or above is None or above > index:
        return False
    first = tree.subtree(index)[0]
    return first == index and tree[first - 1].text == "," and _is_past(tree, above)


def _is_arranged(tree: Tree, index: int) -> bool:
    """'will decide about the price on 6 October'."""
    is_ahead = any(tree[child].text.lower() in AHEAD for child in tree.below(index, "aux"))
    return is_ahead and any(tree[i].entity == "DATE" and tree.clause(i) == index for i in tree.subtree(index))


def _is_past(tree: Tree, index: int) -> bool:
    helpers = [tree[child] for child in tree.below(index, "aux", "auxpass")]
    if tree[index].tag == "VBD":
        return not helpers
    return tree[index].tag == "VBN" and bool(helpers) and all(helper.lemma == "have" for helper in helpers)


def _may_tell(tree: Tree, index: int) -> bool:
    lemma = tree[index].lemma
    if lemma in HALTING:
        return True
    if lemma in BEGINNING:
        return not tree.below(index, *COMPLEMENT)
    if lemma in DOINGS:
        return True
    rows = lexicon().get((lemma, "verb"), ())
    return (lemma, "verb") not in effects() and not any(row.place.startswith(NOTHING) for row in rows)
