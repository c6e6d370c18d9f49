"""Deeds: verbs that no row of the lexicon knows, told as done: 'The crew repaired the pump on Monday'. The rows of
deeds.txt say of which type they are, by who does them.

News tells in finite past clauses with somebody, some day or some place in them. What a verb must never be for that (to know,
to contain, to say) stands in triggers-nothing.txt and claims.txt.
"""

from collections.abc import Sequence
from functools import cache

from timeline.model.statement import Status
from timeline.parser.actors.cast import Cast
from timeline.parser.known.hedges import effects
from timeline.parser.known.triggers import (
    THEME,
    TOPIC,
    VERB,
    TriggerRow,
    classes,
    deed_rows_of,
    kin,
    lexicon,
)
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.ample import (
    is_ample,
    is_attached,
    is_awaited,
    is_foreseen,
    is_hoped,
    is_told_at_length,
    may_be_ample,
)
from timeline.parser.mentions.crowds import in_common
from timeline.parser.mentions.doings import AHEAD, is_doing, is_step
from timeline.parser.mentions.governing import is_reported
from timeline.parser.mentions.scene import Scene, fitting_row
from timeline.parser.sentences.carriers import is_naming
from timeline.parser.sentences.numerals import MANY
from timeline.parser.sentences.particles import verb_names
from timeline.parser.sentences.phases import is_happening
from timeline.parser.sentences.phrases import PLURAL, span_of
from timeline.parser.sentences.slots import Slots
from timeline.parser.sentences.tree import DATES, NOUN_TAGS, PRESENT, TENSED, Tree

OTHER = "other"
NOTHING = "triggers-nothing"
PARTICULAR = frozenset({VERB, TOPIC, THEME})  # a row of deeds.txt that asks for these knows more than kin.txt
TELLING = frozenset({"ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis", "acl"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
TURNED = frozenset({"subject", "in", "on", "at", "from", "before", "for", "after", "until", "by"})
CLAIMED = frozenset({Status.DENIED, Status.ALLEGED})
ARRANGED = frozenset({Status.PLANNED, Status.CANCELLED, Status.NEGATED})
PERSONAL = frozenset({"he", "she", "they", "it", "who"})
TURNING = frozenset({"appear", "start", "begin", "stop"})  # told with a day, and nothing that is begun or stopped
ARGUMENTS = ("subject", "object", "indirect")
CALLING = "call"
PHASES = frozenset({"begin", "start", "end", "finish", "resume", "continue", "last", "conclude"})
JUDGED = frozenset({"it", "this", "that"})
HOLLOW = word_list("hollow")  # verbs that tell too little alone: 'made puppets', 'read the verdict'
DUE = frozenset({"due", "set", "schedule", "slate"})
NEUTER = frozenset({"it", "this", "that", "these", "those", "they", "which"})


def may_be_deed(tree: Tree, index: int) -> bool:
    """By its place in the tree and its form; cheap, and asked before anything else."""
    is_told = tree[index].relation in TELLING or _is_claimed(tree, index) or is_foreseen(tree, index)
    return is_told or is_attached(tree, index) or is_hoped(tree, index) or is_step(tree, index)


def find_deed(scene: Scene, index: int, slots: Slots) -> TriggerRow | None:
    """The row of deeds.txt for a verb that tells one; None for a verb that tells nothing."""
    tree = scene.tree
    if (tree[index].lemma in PHASES and _is_of_it(scene, slots)) or is_turning(tree, index):
        return None
    is_focal = bool(scene.focus) and is_doing(scene, index, slots)
    if scene.is_story and is_awaited(tree, index):
        return row_of_deed(scene, index, slots)
    if scene.is_story and may_be_ample(tree, index) and not is_focal:
        is_told = is_ample(scene, index, slots) and not _is_never(tree, index, slots)
        return row_of_deed(scene, index, slots) if is_told else None
    is_never = _is_never(tree, index, slots) and not (scene.is_story and is_told_at_length(scene, index, slots))
    if not is_focal and (is_never or not is_done(tree, scene.cast, index, slots)):
        return None
    row = row_of_deed(scene, index, slots)
    is_known = is_focal or (row is not None and row.type != OTHER)
    return row if is_known or is_done(tree, scene.cast, index, slots, is_known=False) else None


def is_turning(tree: Tree, index: int) -> bool:
    """'has become a symbol', 'became clear': told of no day, it is how things stand; 'are going to be merged' tells the merging."""
    if tree[index].lemma == "go":
        return tree[index].tag == "VBG" and bool(tree.below(index, "xcomp"))
    return tree[index].lemma == "become" and not tree.has_entity(index, DATES)


def _is_of_it(scene: Scene, slots: Slots) -> bool:
    """'It began on Monday', where 'it' is taken for a state: a happening told before, and no deed of anybody's; nor is 'Four days
    of shelling began'."""
    if any(_is_span(scene.tree, head) for head in slots.get("subject", ())):
        return True
    heads = [head for head in slots.get("subject", []) if scene.tree.lower[head] in NEUTER]
    return slots.keys().isdisjoint({"object", "clause"}) and any(scene.cast.at(scene.tree, head) for head in heads)


def _is_span(tree: Tree, head: int) -> bool:
    """'Four days of shelling'."""
    inner = [noun for _, noun in tree.prepositions(head) if span_of(tree, noun) == head]
    return any(is_happening(tree, noun) or (tree.lower[noun], "noun") in lexicon() for noun in inner)


def row_of_deed(scene: Scene, index: int, slots: Slots) -> TriggerRow | None:
    """Of what kind a verb's deed is, if it tells one: by deeds.txt and kin.txt."""
    tree = scene.tree
    row = fitting_row(scene, {**slots, **in_common(tree, index, slots), VERB: [index]}, deed_rows_of(tree[index].lemma))
    if row is not None and any(condition.slot in PARTICULAR for condition in row.conditions):
        return row
    akin = (fitting_row(scene, slots, kin().get(name, ())) for name in verb_names(tree, index))
    return next(filter(None, akin), row)


def is_done(tree: Tree, cast: Cast, index: int, slots: Slots, *, is_known: bool = True) -> bool:
    """A finite past (or future) clause with an actor, a day or a place in it; a verb whose kind `is_known` needs less."""
    if not may_be_done(tree, index, slots):
        return False
    if _is_claimed(tree, index):
        return True
    is_dated = tree.has_entity(index, DATES)
    if _is_participle(tree, index) and not is_foreseen(tree, index):
        return is_dated
    is_acted = _has_actor(tree, cast, slots)
    if is_attached(tree, index):
        return is_dated or is_acted
    if is_hoped(tree, index):
        return is_dated
    is_whole = is_known or len(slots) > 1
    if _is_future(tree, index):
        return is_dated or _is_due(tree, index) or (is_acted and (is_whole or is_foreseen(tree, index)))
    if not _is_past(tree, index):
        return False
    is_told = is_dated or (is_acted and is_whole) or tree.has_entity(index, PLACES) or _is_done_to(tree, index, slots)
    # 'the lift had jammed': a row that knows the verb by its subject is enough
    return is_told or (is_known and any(tree[head].tag in NOUN_TAGS for head in slots.get("subject", [])))


def may_be_done(tree: Tree, index: int, slots: Slots) -> bool:
    """Neither negated nor a measure of time, and where a deed can stand."""
    return not (tree.is_negated(index) or _has_span_as_object(tree, slots)) and may_be_deed(tree, index)


def _is_done_to(tree: Tree, index: int, slots: Slots) -> bool:
    """'its battery had been removed', 'a mould ruined the harvest': something was done to something, whoever did it."""
    objects = [head for head in slots.get("object", []) if tree[head].tag in NOUN_TAGS]
    is_passive = bool(tree.below(index, "auxpass"))
    return bool(objects) and (is_passive or any(tree[head].tag in NOUN_TAGS for head in slots.get("subject", [])))


def is_judging(tree: Tree, index: int) -> bool:
    """'called the vote a farce': what somebody thinks of it."""
    return tree[index].lemma == CALLING and bool(tree.below(index, "oprd")) and not is_naming(tree, index)


def _is_never(tree: Tree, index: int, slots: Slots) -> bool:
    """A verb of saying, thinking or being; and what the parser takes for one in 're-elected'."""
    if index + 1 < len(tree) and tree[index + 1].text == "-":
        return True
    if tree[index].lemma in TURNING and slots.keys() <= TURNED and tree.has_entity(index, DATES):
        return False
    if tree[index].lemma in HOLLOW and not (tree.below(index, "oprd") or tree.has_entity(index, DATES)):
        return True
    names = verb_names(tree, index)
    if any(name in kin() for name in names if " " in name):  # 'owned up'
        return False
    is_hedge = any((name, "verb") in effects() for name in names) and not _is_arranged(names, slots)
    return is_hedge or not _telling_nothing().isdisjoint(names)


@cache
def _telling_nothing() -> frozenset[str]:
    """The verbs that triggers-nothing.txt names, whatever stands beside them."""
    verbs = ((name, rows) for (name, pos), rows in lexicon().items() if pos == "verb")
    return frozenset(n for n, rows in verbs if any(r.place.startswith(NOTHING) and not r.conditions for r in rows))


def _is_arranged(names: Sequence[str], slots: Slots) -> bool:
    """'ordered checks', 'cancelled her holiday', 'booked a loss': a verb that hedges a clause, with a plain object."""
    statuses = {effects().get((name, "verb")) for name in names}
    return bool(statuses & ARRANGED) and "object" in slots and "clause" not in slots


def _has_span_as_object(tree: Tree, slots: Slots) -> bool:
    """'took eleven years'."""
    return any(tree[head].entity in DATES for head in slots.get("object", []))


def _has_actor(tree: Tree, cast: Cast, slots: Slots) -> bool:
    heads = [head for slot in ARGUMENTS for head in slots.get(slot, [])]
    return any(cast.at(tree, head) or _is_somebody(tree, head) for head in heads)


def _is_somebody(tree: Tree, index: int) -> bool:
    """'She', 'a woman', 'hundreds', 'the two': somebody, though no name or office tells who."""
    token = tree[index]
    word = token.text.lower()
    return word in PERSONAL or word in MANY or token.tag == "CD" or token.lemma in classes()["person"]


def _has_day(tree: Tree, index: int) -> bool:
    """'tomorrow', 'on Monday'; not 'for two years'."""
    inside = [inner for word, inner in tree.prepositions(index) if word in {"on", "in", "at"}]
    return any(
        tree[i].entity == "DATE" and tree[i].tag not in PLURAL for i in (*tree.below(index, "npadvmod"), *inside)
    )


def _is_participle(tree: Tree, index: int) -> bool:
    """'a letter posted in March'."""
    return tree[index].relation == "acl"


def _is_past(tree: Tree, index: int) -> bool:
    """'repaired', 'has repaired', 'was repaired', and the second of 'was taken apart and repaired'."""
    token = tree[index]
    if token.tag == "VBD":
        return True
    helpers = tree.below(index, "aux", "auxpass")
    if token.tag == "VBG":  # 'are searching'
        tenses = TENSED if _is_reported(tree, index) else PRESENT  # 'said it was cutting jobs'
        return any(tree[helper].lemma == "be" and tree[helper].tag in tenses for helper in helpers)
    if token.tag != "VBN":
        return False
    if not helpers and token.relation == "conj":
        return _is_past(tree, token.head)
    # 'A ship with nine sailors docked in Oslo'
    is_misread = token.relation == "ROOT" and not helpers and bool(tree.below(index, "nsubj"))
    is_going_on = any(tree.lower[helper] == "being" for helper in helpers)
    return is_misread or is_going_on or any(tree[i].tag in {"VBD", "VBN"} or tree[i].lemma == "have" for i in helpers)


def _is_future(tree: Tree, index: int) -> bool:
    words = AHEAD | {"would"} if _is_reported(tree, index) else AHEAD
    helpers = tree.below(index, "aux")
    if tree[index].relation == "conj" and tree[index].tag == "VB" and not helpers:  # 'will cut jobs and move a line'
        helpers = tree.below(tree.first_conjunct(index), "aux")
    is_arranged = tree[index].tag in PRESENT and not helpers and _has_day(tree, index)  # 'questions her tomorrow'
    is_told = is_arranged or any(tree[helper].text.lower() in words for helper in helpers)
    return is_foreseen(tree, index) or is_hoped(tree, index) or is_told


def _is_due(tree: Tree, index: int) -> bool:
    """'The bridge is due to open in autumn', 'work is set to begin': arranged now, whoever does it."""
    above = tree[index].head
    if tree[index].tag != "VB" or not is_foreseen(tree, index) or tree[above].lemma not in DUE:
        return False
    helpers = tree.below(above, "auxpass") or [tree[above].head]
    return any(tree[i].tag in PRESENT for i in helpers)


def _is_reported(tree: Tree, index: int) -> bool:
    """In a clause below a reporting verb, or beside one that is."""
    clause = tree.first_conjunct(index)
    above = tree.head(clause)
    is_clause = tree[clause].relation == "ccomp" and above is not None
    return is_clause and above is not None and effects().get((tree[above].lemma, "verb"), Status.DENIED) is None


def _is_claimed(tree: Tree, index: int) -> bool:
    """The clause of a denial or an allegation: what is denied is a happening by that alone."""
    above = tree.head(index)
    if above is not None and tree[index].relation in {"acl", "relcl"} and is_reported(tree, above):
        return any(tree.lower[child] == "that" for child in tree.below(index, "mark"))  # 'rumours that it had cracked'
    if above is None or tree[index].relation not in {"ccomp", "xcomp"} or tree[above].pos != "VERB":
        return False
    return effects().get((tree[above].lemma, "verb")) in CLAIMED and not tree.is_negated(above)
