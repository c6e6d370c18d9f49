"""Listed: what shares and indices do by so much per cent: 'Acme shed 4 per cent', 'the index gave up 2 percent'. Business, whatever
else the verb may tell."""

from functools import cache

from timeline.parser.actors.name import NameKind
from timeline.parser.known.triggers import TriggerRow, lexicon
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.scene import Scene
from timeline.parser.sentences.tree import Tree

MOVING = word_list("moving")
PARTICLES = frozenset({"up", "down", "on", "back", "off"})
CARRYING = frozenset({"give", "put", "claw", "take", "pick"})  # only with a particle: 'gave up 4 per cent'
TELLING = MOVING | CARRYING
MEASURES = ("dobj", "npadvmod", "attr", "advmod", "prep")
SHARES = frozenset("share stock index benchmark".split())
NAMED = frozenset({NameKind.ORGANISATION, NameKind.THING, NameKind.UNKNOWN, NameKind.PERSON, NameKind.PRONOUN})


def find_move(scene: Scene, index: int) -> TriggerRow | None:
    """The row of a verb by which a share or an index moves; None for any other verb."""
    tree = scene.tree
    if tree[index].lemma not in TELLING or not _is_measured(tree, index):
        return None
    is_carried = any(tree[i].text.lower() in PARTICLES for i in tree.below(index, "prt", "prep", "advmod"))
    if tree[index].lemma in CARRYING and not is_carried:
        return None
    subjects = [i for i in tree.below(tree.first_conjunct(index), "nsubj") if _is_listed(scene, i)]
    return _row() if subjects else None


@cache
def _row() -> TriggerRow:
    return next(row for row in lexicon()["climb", "verb"] if row.frame == "fare")


def _is_measured(tree: Tree, index: int) -> bool:
    """By a percentage, however the tree hangs it."""
    below = [i for i in tree.below(index, *MEASURES) if i > index]
    return any(_is_percentage(tree, i) for i in below)


def _is_percentage(tree: Tree, index: int) -> bool:
    if tree[index].entity == "PERCENT":
        return True
    inside = [index, *(inner for _, inner in tree.prepositions(index))]
    return any(tree[i].lemma.lower() in {"percent", "cent", "%"} for i in inside)


def _is_listed(scene: Scene, index: int) -> bool:
    """A firm, an index, their shares; not a price or a share of the vote."""
    name = scene.cast.name_at(scene.tree, index)
    if name is not None and name.kind is NameKind.PRONOUN:
        return name.text == "it"
    return scene.tree[index].lemma in SHARES or (name is not None and name.kind in NAMED) or _is_again(scene, index)


def _is_again(scene: Scene, index: int) -> bool:
    """'the bank', 'the car maker'."""
    return any(scene.cast.actor(member).name[:1].isupper() for member in scene.cast.at(scene.tree, index))
