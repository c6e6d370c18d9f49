"""Scene: what the conditions of lexicon rows are asked of, and whether they hold there."""

from collections.abc import Iterator, Sequence
from dataclasses import field

from timeline.model.statement import ActorKind
from timeline.model.value import value
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.name import NameKind
from timeline.parser.actors.names import TRANSPARENT
from timeline.parser.known.triggers import NOT_A_HAPPENING, OF_DOCUMENT, TOPIC, Condition, TriggerRow, lexicon
from timeline.parser.sentences.arguments import verb_slots
from timeline.parser.sentences.particles import verb_names
from timeline.parser.sentences.slots import Slots
from timeline.parser.sentences.tree import DATES, Tree

POWER = "POWER"  # in a condition: a state, a government, an armed group, or who acts for one
TELLING: dict[
    str, frozenset[str | None]
] = {  # in a condition: a verb that tells a happening of such a type, itself or by its object
    "FRIENDLY": frozenset({"agree", "support", "concede", "cooperate", "aid", "retreat"}),
    "PLAIN": frozenset({None}),
    "HOSTILE": frozenset({"threaten", "sanction", "coerce", "assault", "protest"}),
}
LABELS = frozenset({POWER, *TELLING})
MEASURES = frozenset(
    "cache arsenal haul worth ton tonne load quantity consignment shipment truckload planeload box crate bag sack batch "
    "wall torrent sheet blanket plume cloud mass spell bout swarm plague burst surge spate flurry tonnes raft slew trickle".split()
)
CARRYING = TRANSPARENT | MEASURES
LANDS = frozenset({NameKind.STATE, NameKind.CAPITAL})
STORY = 60  # a text of more different words goes into the background of its news: what stands there is told of, too
POWERS = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP})


@value
class Named:
    """A word of a Sentence with those that it stands for, and what all of them are called."""

    heads: list[int]
    names: frozenset[str]


@value
class Scene:
    """What conditions of rows are asked of: a Sentence, whom it names, and the lemmas of its whole Document.

    `focus` are those of the cast that the Document goes on about.
    """

    tree: Tree
    cast: Cast
    words: frozenset[str]
    focus: frozenset[int] = frozenset()
    names: dict[int, Named] = field(default_factory=dict, compare=False, repr=False)  # of those asked for so far
    types: dict[int, str | None] = field(default_factory=dict, compare=False, repr=False)  # likewise, what verbs tell
    is_story: bool = field(init=False, compare=False, repr=False)  # longer than a flash of a sentence or two

    def __post_init__(self) -> None:
        object.__setattr__(self, "is_story", is_story(self.words))


def is_story(words: frozenset[str]) -> bool:
    """Whether a text with these lemmas tells of the background of its news, too."""
    return len(words) > STORY


def fitting_row(scene: Scene, slots: Slots, rows: Sequence[TriggerRow]) -> TriggerRow | None:
    """The first of the rows whose conditions all hold."""
    filled = frozenset(slots)
    for row in rows:
        if row.slots <= filled:
            for wanted in row.conditions:
                if not _holds(scene, slots, wanted):
                    break
            else:
                return row
    return None


def _holds(scene: Scene, slots: Slots, condition: Condition) -> bool:
    if condition.slot not in slots:
        is_of_text = condition.slot in OF_DOCUMENT and _is_of_text(scene, condition)
        return is_of_text != condition.is_absent
    heads = slots[condition.slot]
    if condition.words:
        return is_any_of(scene, heads, condition.words) != condition.is_absent
    return any(scene.tree[head].entity not in DATES for head in heads) != condition.is_absent


def _is_of_text(scene: Scene, condition: Condition) -> bool:
    """What the whole Document is about: one of the words is in it, or two."""
    if condition.slot == TOPIC:
        return not condition.words.isdisjoint(scene.words)
    return len(condition.words & scene.words) > 1


def is_any_of(scene: Scene, heads: Sequence[int], words: frozenset[str]) -> bool:
    """One of the heads is one of the words."""
    if len(heads) == 1:  # as a rule
        return is_one_of(scene, heads[0], words)
    return any(is_one_of(scene, head, words) for head in heads)


def is_one_of(scene: Scene, head: int, words: frozenset[str]) -> bool:
    """The head is one of the words, alone or as a compound ('rubber bullet'), or a name after one ('Typhoon X'); what 'which'
    stands for, and what there are nine or a group of, counts as well."""
    if head not in scene.names:
        scene.names[head] = _meant(scene, head)
    known = scene.names[head]
    if not words.isdisjoint(known.names):
        return True
    return not LABELS.isdisjoint(words) and any(_is_so(scene, one, words) for one in known.heads)


def _is_so(scene: Scene, head: int, words: frozenset[str]) -> bool:
    """By what it is or tells, when the words ask for that."""
    if POWER in words and _is_power(scene, head):
        return True
    is_verb = scene.tree[head].pos == "VERB"
    return is_verb and any(told_type(scene, head) in TELLING[label] for label in words.intersection(TELLING))


def _meant(scene: Scene, head: int) -> Named:
    """The word with those that it stands for, and what all of them are called."""
    tree, token = scene.tree, scene.tree[head]
    heads = [head]
    if token.tag in {"WDT", "WP"} and tree[token.head].relation == "relcl":  # 'the union, which struck'
        heads += _meant(scene, tree[token.head].head).heads
    elif token.lemma in CARRYING or token.tag == "CD":
        heads += [one for word, inner in tree.prepositions(head) if word == "of" for one in _meant(scene, inner).heads]
    names = [_names(scene, one) for one in heads]
    return Named(heads, names[0].union(*names[1:]) if len(names) > 1 else names[0])


def _names(scene: Scene, head: int) -> frozenset[str]:
    """The word in all the ways that a row may ask for it."""
    tree, token = scene.tree, scene.tree[head]
    before = [tree[child].lemma for child in tree.below(head, "compound", "amod", "nmod")]
    names = {token.lemma, tree.lower[head], token.entity, *(f"{word} {token.lemma}" for word in before)}
    if head > 1 and tree[head - 1].tag == "HYPH":
        names.add(f"{tree[head - 2].lemma}-{token.lemma}")  # 'cover-up'
    if token.pos == "PROPN":
        names.update(before)
        names.add(singular(token.lemma))  # 'Guards', taken for a name at the head of a sentence
    if token.tag == "PRP":
        names.update(_standing(scene, head))
    name = scene.cast.name_at(tree, head)
    if name is not None and name.kind in LANDS:  # which the tagger may take for anything
        names.add("GPE")
    elif name is not None and name.kind is NameKind.DEMONYM:
        names.add("NORP")
    elif name is not None and name.kind is NameKind.PERSON:
        names.add("PERSON")
    elif name is not None and name.kind is NameKind.THING:
        names.add("PRODUCT")
    return frozenset(names)


def _standing(scene: Scene, pronoun: int) -> Iterator[str]:
    """What a pronoun stands for, when that is no name: 'rebel' for 'they'."""
    for member in scene.cast.at(scene.tree, pronoun):
        name = scene.cast.actor(member).name
        if name[1:].islower():
            yield singular(name.rpartition(" ")[2].lower())


def singular(word: str) -> str:
    """A regular plural without its ending ('guards', 'parties', 'firemen'), any other word as it is."""
    if word.endswith("men"):
        return f"{word[:-2]}an"
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def told_type(scene: Scene, verb: int) -> str | None:
    """The type that a verb tells by its rows, or by those of its object ('will hold a rally'); None when neither tells any."""
    if verb not in scene.types:
        scene.types[verb] = _told_type(scene, verb)
    return scene.types[verb]


def _told_type(scene: Scene, verb: int) -> str | None:
    slots = verb_slots(scene.tree, verb)
    words = [(name, "verb") for name in verb_names(scene.tree, verb)]
    words += [(scene.tree[head].lemma, "noun") for head in slots.get("object", [])]
    found = (fitting_row(scene, slots, lexicon().get(word, ())) for word in words)
    return next((row.type for row in found if row and row.type != NOT_A_HAPPENING), None)


def _is_power(scene: Scene, head: int) -> bool:
    actors = [scene.cast.actor(member) for member in scene.cast.at(scene.tree, head)]
    return any(actor.kind in POWERS or actor.acts_for for actor in actors)
