"""Mentions: which words of a Sentence tell a happening. Picks a row of the trigger lexicon for each."""

import re
from functools import cache

from timeline.parser.actors.cast import Cast
from timeline.parser.actors.name import NameKind
from timeline.parser.known.hedges import is_saying
from timeline.parser.known.triggers import NOT_A_HAPPENING, TriggerRow, acts, doings, everyday_acts, lexicon
from timeline.parser.mentions.ample import may_be_ample
from timeline.parser.mentions.background import without_background
from timeline.parser.mentions.consequences import with_consequences
from timeline.parser.mentions.deeds import (
    JUDGED,
    find_deed,
    is_done,
    is_judging,
    may_be_deed,
    row_of_deed,
)
from timeline.parser.mentions.doings import is_doing
from timeline.parser.mentions.idle import is_idle, names_no_deed
from timeline.parser.mentions.joining import JOINING, is_joint
from timeline.parser.mentions.light import is_carried_by_light
from timeline.parser.mentions.listed import find_move
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.occasions import find_occasion, occasions
from timeline.parser.mentions.sayings import find_saying
from timeline.parser.mentions.scene import Scene, fitting_row, singular
from timeline.parser.mentions.speech import find_refusal, may_refuse, with_threats
from timeline.parser.mentions.stative import is_stative
from timeline.parser.mentions.told import is_doubled, is_told
from timeline.parser.mentions.turns import find_turn
from timeline.parser.mentions.utterances import SPEAKING, find_utterance
from timeline.parser.mentions.voices import find_voice, voices
from timeline.parser.sentences.arguments import noun_slots, verb_slots
from timeline.parser.sentences.carriers import find_carrier, is_naming
from timeline.parser.sentences.particles import verb_names
from timeline.parser.sentences.slots import NOMINAL, Slots
from timeline.parser.sentences.tree import DATES, Tree

PART_OF_NAME = frozenset({NameKind.ORGANISATION, NameKind.GROUP, NameKind.PERSON, NameKind.UNKNOWN, NameKind.PLACE})
PREDICATE = frozenset({"acomp", "oprd"})  # adjectives that may tell something ('is willing to')
PREDICATIVE = PREDICATE | NOMINAL
PARTS = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "ADV"})  # parts of speech
PARTICLES = frozenset("in on off up out down over through into by".split())
NOUNS = frozenset({"NOUN", "PROPN"})
NAMED = frozenset({"cyclone", "hurricane", "typhoon"})  # happenings with names of their own


def find_mentions(
    tree: Tree, cast: Cast, words: frozenset[str] = frozenset(), focus: frozenset[int] = frozenset()
) -> list[Mention]:
    """The happenings of a Sentence in text order; `words` are the lemmas of its whole Document, `focus` whom that is about."""
    scene = Scene(tree, cast, words or lemmas(tree), focus)
    found = [
        mention
        for token in tree.sentence.tokens
        if token.pos in PARTS and token.entity not in DATES and (mention := _mention(scene, token.index))
    ]
    found = with_threats(found, scene)
    is_story = scene.is_story
    light = [m for m in found if is_carried_by_light(m, found, scene)] if any(m.carrier for m in found) else []
    found = with_consequences([mention for mention in found if mention not in light], are_apart=is_story)
    real = [m for m in found if is_told(m, found, is_story=is_story) or _is_said_aside(m, scene)]
    real = _with_carriers(real, light, is_story=is_story)
    told = [
        mention
        for mention in real
        if not is_joint(mention, found if mention.lemma in JOINING else real, is_story=is_story)
    ]
    single = list(told)
    for mention in told:
        if is_doubled(mention, single, is_story=is_story):
            single.remove(mention)
    return single if is_story else without_background(single)


def _with_carriers(real: list[Mention], light: list[Mention], *, is_story: bool) -> list[Mention]:
    """'Was jailed for taking bribes': where the noun is not told, the verb that only carries it is."""
    carrying = {mention.carrier.verb for mention in real if mention.carrier}
    free = [m for m in light if m.is_verb and m.index not in carrying and is_told(m, light, is_story=is_story)]
    return sorted([*real, *free], key=lambda mention: mention.index) if free else real


def _is_said_aside(mention: Mention, scene: Scene) -> bool:
    """'The switch, she said, would take a year': by one whom the text goes on about."""
    if mention.row.type != "statement" or scene.tree[mention.index].relation != "parataxis":
        return False
    speakers = {member for head in mention.slots.get("subject", []) for member in scene.cast.at(scene.tree, head)}
    return bool(speakers & scene.focus)


def lemmas(*trees: Tree) -> frozenset[str]:
    """All words of some Sentences, in their dictionary form."""
    return frozenset().union(*(tree.lemmas for tree in trees), *(_joined(tree) for tree in trees))


def _joined(tree: Tree) -> set[str]:
    """'half-time', which the tagger takes for three words."""
    signs = [token.index for token in tree.sentence.tokens if token.tag == "HYPH"]
    return {f"{tree[i - 1].text}-{tree[i + 1].lemma}".lower() for i in signs if 0 < i < len(tree) - 1}


def _mention(scene: Scene, index: int) -> Mention | None:
    token = scene.tree[index]
    if scene.is_story and (turn := find_turn(scene.tree, index)):
        return turn
    if token.pos == "VERB":
        return _verb_mention(scene, index)
    if token.pos in NOUNS or (token.pos == "ADJ" and token.relation in PREDICATIVE):
        return _noun_mention(scene, index)
    return None


def any_verb(scene: Scene, index: int) -> Mention | None:
    """What a verb tells wherever it stands: by the row that fits it, else as a deed; None for what is no verb in its place, only
    says how things stand, or is no deed with this object ('took part', 'share a border')."""
    if _is_no_verb(scene.tree, index) or is_stative(scene.tree, index):
        return None
    if found := _verb_mention(scene, index):
        return found
    slots = verb_slots(scene.tree, index)
    for name in verb_names(scene.tree, index):
        row = fitting_row(scene, slots, lexicon().get((name, "verb"), ()))
        if row is not None and row.type != NOT_A_HAPPENING:
            return Mention(scene.tree, index, row, slots, name)
        if row is not None and row.is_idle:
            return None
    row = row_of_deed(scene, index, slots)
    return Mention(scene.tree, index, row, slots, scene.tree[index].lemma) if row else None


def _verb_mention(scene: Scene, index: int) -> Mention | None:
    if _is_no_verb(scene.tree, index):
        return None
    if special := _special(scene, index):
        return special
    tree, names = scene.tree, verb_names(scene.tree, index)
    acting = [name for name in names if name in doings()]
    is_known = acting or any((name, "verb") in lexicon() for name in names)
    if not (is_known or may_be_deed(tree, index) or (scene.is_story and may_be_ample(tree, index))):
        return None
    slots = verb_slots(tree, index)
    if act := _act(scene, index, slots, acting, acts()):
        return act
    everyday = _act(scene, index, slots, acting, everyday_acts())
    for name in names:
        if not (rows := lexicon().get((name, "verb"), ())):
            continue
        row = fitting_row(scene, slots, rows)
        if row is None and (other := _with_particle(slots, name)) is not slots:
            row = fitting_row(scene, other, rows)
        if row and everyday and not row.conditions and " " not in name:
            return everyday
        if row and row.type != NOT_A_HAPPENING:
            is_done_here = not row.is_deed or is_done(tree, scene.cast, index, slots)
            return Mention(tree, index, row, slots, name) if is_done_here else None
        if row and row.conditions:
            if not scene.focus or not is_doing(scene, index, slots):
                return None
            break  # 'launched a plan', by whom the text is about
    if everyday:
        return everyday
    if is_naming(tree, index):
        return None  # it only says who calls it so
    deed = find_saying(scene, index, slots) or find_deed(scene, index, slots)
    if is_judging(tree, index):  # 'called it a farce': no state is meant
        slots = {**slots, "object": [head for head in slots.get("object", []) if tree.lower[head] not in JUDGED]}
    return Mention(tree, index, deed, slots, tree[index].lemma) if deed else None


def _is_no_verb(tree: Tree, index: int) -> bool:
    """'left nine dead and six injured', 'carried the wounded'; what stands before a noun."""
    if is_idle(tree, index):
        return True
    token = tree[index]
    if token.relation in {"amod", "compound", "nmod", "prep"} or not token.text[0].isalpha():
        return True
    is_of_adjective = token.relation == "conj" and tree[token.head].pos == "ADJ" and token.tag == "VBN"
    return is_of_adjective or (token.tag in {"VBN", "VBG"} and bool(tree.below(index, "det")))


def _special(scene: Scene, index: int) -> Mention | None:
    """What is told whatever rows the verb has: an utterance, a refusal, a move of shares."""
    tree, lemma = scene.tree, scene.tree[index].lemma
    if lemma in SPEAKING:
        spoken = verb_slots(tree, index)
        if said := find_utterance(scene, index, spoken):
            return Mention(tree, index, said, spoken, lemma)
    if may_refuse(tree, index):
        refused = verb_slots(tree, index)
        if refusal := find_refusal(scene, index, refused):
            return Mention(tree, index, refusal, refused, lemma, is_turned=True)
    move = find_move(scene, index)
    return Mention(tree, index, move, verb_slots(tree, index), lemma) if move else None


def _act(
    scene: Scene, index: int, slots: Slots, names: list[str], rows: dict[str, tuple[TriggerRow, ...]]
) -> Mention | None:
    """What the verb does to a thing of one kind, by its rows under any of its names."""
    for name in names:
        if row := fitting_row(scene, slots, rows.get(name, ())):
            is_turned = any(condition.slot == "none" for condition in row.conditions)
            return Mention(scene.tree, index, row, slots, name, is_turned=is_turned)
    return None


def _with_particle(slots: Slots, name: str) -> Slots:
    """'handed in her notice', 'turned on the coach', where the tree has a preposition for a particle or the other way round."""
    particle = name.partition(" ")[2]
    if particle not in PARTICLES or (particle in slots) == ("object" in slots):
        return slots
    return {**slots, "object": slots[particle]} if particle in slots else {**slots, particle: slots["object"]}


def _noun_mention(scene: Scene, index: int) -> Mention | None:
    tree, token = scene.tree, scene.tree[index]
    if token.relation in {"compound", "nmod", "amod", "poss"}:
        return None
    if not _may_tell(tree, index) or names_no_deed(tree, index):
        return None
    pos = "adjective" if token.pos == "ADJ" and token.relation in PREDICATE else "noun"
    names = _noun_names(tree, index)
    occasion = find_occasion(tree, index, names) if scene.is_story and pos == "noun" else None
    if _is_in_name(scene, index) or not (
        occasion or any((name, pos) in lexicon() or name in voices() for name in names)
    ):
        return None
    carrier = find_carrier(tree, index)
    slots = noun_slots(tree, index, carrier)
    for name in names:
        row = fitting_row(scene, slots, lexicon().get((name, pos), ()))
        if row is not None and row.type != NOT_A_HAPPENING:
            return Mention(tree, index, row, slots, name, carrier)
        if row is not None:
            break
    if occasion is None and scene.is_story and pos == "noun":
        occasion = find_voice(scene, index, slots, names)
    return Mention(tree, index, occasion[1], slots, occasion[0], carrier) if occasion else None


def _may_tell(tree: Tree, index: int) -> bool:
    """Whether some row's noun or adjective ends so: few words do, and more need not be asked of the others."""
    token = tree[index]
    if token.lemma in _endings() or tree.lower[index] in _endings():
        return True
    if token.pos != "PROPN" and token.tag not in {"NNP", "NNPS"}:
        return False
    return singular(token.lemma) in _endings() or bool(tree.below(index, "compound", "amod"))


@cache
def _endings() -> frozenset[str]:
    """The nouns and adjectives of the lexicon, and what follows a blank or a hyphen in one ('talk' of 'peace talk')."""
    names = {name for name, pos in lexicon() if pos != "verb"} | occasions().keys() | voices().keys()
    return frozenset(name[start:] for name in names for start in (0, *(m.end() for m in re.finditer("[ -]", name))))


def _is_in_name(scene: Scene, index: int) -> bool:
    if _is_speaker(scene.tree, index):
        return True
    if any(scene.tree[child].lemma.lower() in NAMED for child in scene.tree.below(index, "compound")):
        return False
    name = scene.cast.name_at(scene.tree, index)
    return name is not None and name.kind in PART_OF_NAME and name.end - name.start > 1


def _is_speaker(tree: Tree, index: int) -> bool:
    """'Amnesty said', 'a report by Amnesty': no amnesty."""
    token = tree[index]
    if token.tag != "NNP" or not token.text.istitle() or tree.below(index, "det", "compound", "amod"):
        return False
    head = tree[token.head]
    return (token.relation == "nsubj" and is_saying(head.lemma)) or (token.relation == "pobj" and head.lemma == "by")


def _noun_names(tree: Tree, index: int) -> list[str]:
    """'peace talk' before 'talk'; a noun that is only known in the plural under its written form too."""
    lemma = tree[index].lemma
    compounds = [tree[child].lemma for child in tree.below(index, "compound", "amod")]
    written = tree[index].text.lower()
    if tree[index].pos == "PROPN" and (named := [word.lower() for word in compounds if word.lower() in NAMED]):
        return named
    joined = [f"{compound}{sign}{lemma}" for compound in compounds for sign in (" ", "-")]
    alone = singular(lemma) if tree[index].tag in {"NNP", "NNPS"} else lemma  # 'Clashes', taken for a name
    return [*joined, lemma, *dict.fromkeys(word for word in (written, alone) if word != lemma)]
