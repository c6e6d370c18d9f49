"""Doings: what those do whom a longer text goes on about, in verbs that tell nothing of others ('she wept', 'the firm grew')."""

from collections.abc import Sequence

from timeline.model.statement import ActorKind
from timeline.parser.actors.cast import Cast
from timeline.parser.known.hedges import effects
from timeline.parser.known.triggers import lexicon
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.scene import Scene
from timeline.parser.sentences.slots import Slots
from timeline.parser.sentences.tree import DATES, Tree

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
RESULTING = frozenset({"object", "at", "in", "on", "to", "from", "into"})
STEPPING = frozenset({"after", "before", "by"})
CLOSING = frozenset({"close", "finish", "end", "settle"})
PLAYING, WINNING = word_list("playing"), word_list("winning")
SPEAKING_OUT = word_list("speaking out")
LASTING = frozenset({"take", "need"})
MOVING, GOING = frozenset({"go", "move", "carry"}), frozenset({"proceed"})


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
    if tree.is_negated(index) or not subjects & scene.focus:
        return False
    if is_step(tree, index):
        return _may_tell(tree, index)
    if tree[index].relation not in TELLING or goes_on_to(tree, index):
        return False
    if _is_result(tree, index):
        return not slots.keys().isdisjoint(RESULTING) and _may_tell(tree, index)
    if tree[index].lemma in DECIDING and _is_arranged(tree, index):
        return True
    return _is_past(tree, index) and _may_tell(tree, index)


def is_step(tree: Tree, index: int) -> bool:
    """'rose before easing', 'showed it by walking on', 'plunged to close at 9,203': told as its verb is."""
    return _is_beside(tree, index) or is_outcome(tree, index)


def _is_beside(tree: Tree, index: int) -> bool:
    """'rose before easing', 'showed it by walking on'."""
    first = tree.first_conjunct(index)
    if tree[index].tag != "VBG" or tree[first].relation != "pcomp" or tree.lower[tree[first].head] not in STEPPING:
        return False
    verb = tree[tree[first].head].head
    return tree[verb].pos == "VERB" and _is_past(tree, verb)


def is_outcome(tree: Tree, index: int) -> bool:
    """'plunged to close at 9,203', 'went on to thank them': an infinitive for what came of it, and not for what was meant."""
    token, above = tree[index], tree.head(index)
    if token.relation not in {"advcl", "xcomp"} or above is None or not _is_past(tree, above):
        return False
    first = next((child for child in tree.below(index, "aux") if tree[child].tag == "TO"), None)
    if first is not None and tree.lower[first - 1] == "only":
        return True  # 'went back, only to be jailed'
    if (
        first is not None
        and tree[above].lemma in LASTING
        and any(tree[i].entity in DATES for i in tree.below(above, "dobj"))
    ):
        return True  # 'needed two hours to convict him'
    is_infinitive = token.tag == "VB" and first is not None
    if is_infinitive and _is_won_by(tree, index, above):
        return True
    return is_infinitive and ((token.lemma in CLOSING and _has_level(tree, index)) or _goes_on(tree, above))


def _is_won_by(tree: Tree, index: int, above: int) -> bool:
    """'shot a 66 to win the title', 'rallied to beat Lund', 'used a sermon to denounce them'."""
    if tree[above].lemma == "use" and tree.below(above, "dobj") and tree[above].relation in TELLING:
        return (tree[index].lemma, "verb") in lexicon() and tree[index].lemma in SPEAKING_OUT
    return tree[above].lemma in PLAYING and tree[index].lemma in WINNING


def _has_level(tree: Tree, index: int) -> bool:
    """'at 9,203', 'at 304.5 points'."""
    inside = [inner for word, inner in tree.prepositions(index) if word == "at"]
    return any(tree[inner].pos == "NUM" or tree.below(inner, "nummod") for inner in inside)


def goes_on_to(tree: Tree, verb: int) -> bool:
    """'went on to thank them' tells the thanks."""
    return _goes_on(tree, verb) and any(is_outcome(tree, child) for child in tree.below(verb, "advcl", "xcomp"))


def _goes_on(tree: Tree, verb: int) -> bool:
    """'went on', 'moved on', 'proceeded'."""
    particles = {tree.lower[child] for child in tree.below(verb, "prt", "advmod")}
    return tree[verb].lemma in GOING or (tree[verb].lemma in MOVING and "on" in particles)


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
