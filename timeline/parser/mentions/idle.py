"""Idle: verbs that tell nothing beside what hangs on them ('succeeded in fleeing', 'is reported to have been one of them'), what
is said of anybody there may be, and what there was to see ('wrecks littered the streets')."""

from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.stative import is_laden
from timeline.parser.mentions.unreached import NEARLY
from timeline.parser.sentences.phrases import is_by_chance
from timeline.parser.sentences.tree import DATES, Tree

SHOWING, ESTIMATING, TERMING = "show", "estimate", "term"
NEARING = frozenset({"come", "stop"})
NOUNS, SINGULAR = frozenset({"NOUN", "PROPN"}), frozenset({"NN", "NNP"})
PRECAUTION = word_list("precaution")
PICTURING = word_list("picturing")
MANAGING, TRACING = "succeed", "attribute"
HEARSAY = frozenset("report say believe think understand rumour rumor allege know".split())
ANYBODY = frozenset({"anyone", "anybody", "anything"})
ALWAYS_LYING = frozenset({"litter", "dot"})
LYING = ALWAYS_LYING | {"cover", "fill", "line", "carpet", "coat"}
LITTER = word_list("lying about")
IDLE = LYING | HEARSAY | {MANAGING, TRACING, SHOWING, ESTIMATING, TERMING} | NEARING


def is_idle(tree: Tree, verb: int) -> bool:
    """Whether the verb tells no happening of its own where it stands."""
    is_of_anybody = tree[verb].relation in {"acl", "relcl"} and tree.lower[tree[verb].head] in ANYBODY
    if is_of_anybody or is_laden(tree, verb):
        return True  # 'searched for anyone trapped inside'
    if tree[verb].lemma not in IDLE:
        return False
    return _is_only_carrying(tree, verb) or _is_lying(tree, verb) or _is_tracing(tree, verb) or _is_account(tree, verb)


def names_no_deed(tree: Tree, noun: int) -> bool:
    """Of a noun: 'the flood alert', 'two counts of assault', 'by accident'."""
    return _is_of_precaution(tree, noun) or _is_count(tree, noun) or is_by_chance(tree, noun)


def _is_of_precaution(tree: Tree, index: int) -> bool:
    """'tsunami warning issued', 'the flood alert': what is feared there, wherever the tree hangs it."""
    after = index + 1
    if after == len(tree) or tree.lower[after] not in PRECAUTION:
        return False
    if tree[after].pos not in NOUNS and tree.below(after, "dobj", "dative"):
        return False  # 'the flood, warning all of what was to come'
    return tree[index].tag in SINGULAR and tree[index].pos in NOUNS


def _is_count(tree: Tree, noun: int) -> bool:
    """'charged with two counts of assault': what the charge is called; that he was charged is told."""
    if tree[noun].relation != "pobj" or tree.lower[tree[noun].head] != "of":
        return False
    return tree[tree[tree[noun].head].head].lemma == "count"


def _is_account(tree: Tree, verb: int) -> bool:
    """'A camera showed the bus on its side', 'the damage was estimated at nine million', 'termed the move as a
    mistake', 'stopped short of an apology'."""
    lemma, words = tree[verb].lemma, {word for word, _ in tree.prepositions(verb)}
    if lemma in NEARING:
        return any((lemma, tree.lower[child]) in NEARLY for child in tree.below(verb, "advmod", "acomp"))
    if lemma == SHOWING:
        return any(tree[i].lemma in PICTURING for i in tree.below(verb, "nsubj"))
    return (lemma == ESTIMATING and tree[verb].tag == "VBN" and "at" in words) or (lemma == TERMING and "as" in words)


def _is_only_carrying(tree: Tree, verb: int) -> bool:
    """'succeeded in fleeing', 'is reported to have been one of them': what is told is in the clause."""
    if tree[verb].lemma == MANAGING:
        return any(tree.lower[word] == "in" and bool(tree.below(word, "pcomp")) for word in tree.below(verb, "prep"))
    if tree[verb].lemma not in HEARSAY or tree[verb].tag != "VBN":
        return False
    return any(tree[child].tag == "TO" for clause in tree.below(verb, "xcomp") for child in tree.below(clause, "aux"))


def _is_lying(tree: Tree, verb: int) -> bool:
    """'Wrecks littered the streets', 'rubble covered the square'."""
    if tree[verb].lemma not in LYING or tree.has_entity(verb, DATES):
        return False
    return tree[verb].lemma in ALWAYS_LYING or any(tree[i].lemma in LITTER for i in tree.below(verb, "nsubj", "agent"))


def _is_tracing(tree: Tree, verb: int) -> bool:
    """'attributing it to a friend': where a report has it from."""
    is_beside = tree[verb].lemma == TRACING and tree[verb].tag == "VBG"
    return is_beside and any(tree.lower[word] == "to" for word in tree.below(verb, "prep"))
