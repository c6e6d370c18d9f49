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
    """A protagonist does it, told in the past by a finite verb that is no state and carries no clause."""
    tree = scene.tree
    subjects = {member for head in slots.get("subject", []) for member in scene.cast.at(tree, head)}
    if tree[index].relation not in TELLING or tree.is_negated(index) or not subjects & scene.focus:
        return False
    return _is_past(tree, index) and _may_tell(tree, index)


def _is_past(tree: Tree, index: int) -> bool:
    helpers = [tree[child] for child in tree.below(index, "aux", "auxpass")]
    if tree[index].tag == "VBD":
        return not helpers
    return tree[index].tag == "VBN" and bool(helpers) and all(helper.lemma == "have" for helper in helpers)


def _may_tell(tree: Tree, index: int) -> bool:
    lemma = tree[index].lemma
    if lemma in BEGINNING:
        return not tree.below(index, *COMPLEMENT)
    if lemma in DOINGS:
        return True
    rows = lexicon().get((lemma, "verb"), ())
    return (lemma, "verb") not in effects() and not any(row.place.startswith(NOTHING) for row in rows)
