"""Idle: verbs that tell nothing beside what hangs on them ('succeeded in fleeing', 'is reported to have been one of them'), what
is said of anybody there may be, and what there was to see ('wrecks littered the streets')."""

from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.stative import is_laden
from timeline.parser.sentences.tree import DATES, Tree

MANAGING, TRACING = "succeed", "attribute"
HEARSAY = frozenset("report say believe think understand rumour rumor allege know".split())
ANYBODY = frozenset({"anyone", "anybody", "anything"})
ALWAYS_LYING = frozenset({"litter", "dot"})
LYING = ALWAYS_LYING | {"cover", "fill", "line", "carpet", "coat"}
LITTER = word_list("lying about")
IDLE = LYING | HEARSAY | {MANAGING, TRACING}


def is_idle(tree: Tree, verb: int) -> bool:
    """Whether the verb tells no happening of its own where it stands."""
    is_of_anybody = tree[verb].relation in {"acl", "relcl"} and tree.lower[tree[verb].head] in ANYBODY
    if is_of_anybody or is_laden(tree, verb):
        return True  # 'searched for anyone trapped inside'
    if tree[verb].lemma not in IDLE:
        return False
    return _is_only_carrying(tree, verb) or _is_lying(tree, verb) or _is_tracing(tree, verb)


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
