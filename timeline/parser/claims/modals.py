"""Modals: what the helpers of a verb say of how it stands ('may go', 'will go', 'would later go', 'is to go')."""

from collections.abc import Iterator

from timeline.model.statement import Status
from timeline.parser.known.hedges import effects, is_saying
from timeline.parser.mentions.ranked import is_to_come
from timeline.parser.mentions.shades import FUTURE, is_going_to, is_to_be
from timeline.parser.mentions.speech import is_inverted
from timeline.parser.sentences.tree import SUBJECTS, TENSED, Tree

CONDITIONAL = frozenset({"may", "might", "could", "can", "should", "must", "ought"})
NAME = "NNP"  # 'the raid on 3 May marched'
IF = frozenset({"if", "unless", "provided"})
SHORT = frozenset({"'d", "’d"})
WOULD = SHORT | {"would"}
HINDSIGHT = frozenset({"later", "eventually", "subsequently"})
FORWARD = frozenset({None, Status.PLANNED})


def modal(tree: Tree, index: int) -> Iterator[Status]:
    """The status that 'may', 'will', 'would', 'is going to' and 'is to' give."""
    helpers = (child for child in tree.below(index, "aux") if tree[child].tag != NAME)
    words = [tree[child].text.lower() for child in helpers]
    if tree[index].relation == "conj" and not words and not _is_tensed(tree, index):
        words = [
            tree[child].text.lower()
            for child in tree.below(tree.first_conjunct(index), "aux")
            if tree[index].pos == "VERB"
        ]
    if not CONDITIONAL.isdisjoint(words):
        yield Status.HYPOTHETICAL
    elif not FUTURE.isdisjoint(words):
        yield Status.HYPOTHETICAL if hangs_on_if(tree, index) else Status.PLANNED
    elif not WOULD.isdisjoint(words) and not (_is_had(tree, index, words) or _is_of_hindsight(tree, index)):
        is_over = "have" in words  # 'said it would have killed nine'
        is_ahead = not is_over and _is_reported(tree, index)
        is_ahead = is_ahead and not (_is_if_ever(tree, index) or hangs_on_if(tree, index))
        yield Status.PLANNED if is_ahead else Status.HYPOTHETICAL
    if is_going_to(tree, index) or is_to_be(tree, index) or _is_of_headline(tree, index) or is_to_come(tree, index):
        yield Status.PLANNED


def _is_had(tree: Tree, index: int, words: list[str]) -> bool:
    """'She'd been accused', 'they'd left': short for 'had', not for 'would'."""
    is_done = tree[index].tag == "VBN" and all(tree[i].tag == "VBN" for i in tree.below(index, "auxpass"))
    return is_done and "would" not in words and "have" not in words and not SHORT.isdisjoint(words)


def _is_of_headline(tree: Tree, index: int) -> bool:
    """'Chairwoman to step down in April; Ito to succeed her': the main verb of a headline."""
    main = index if tree[index].relation == "ROOT" else tree[index].head if tree[index].relation == "ccomp" else None
    if main is None or tree[main].relation != "ROOT" or not _is_due(tree, index):
        return False
    return _is_due(tree, main) or (main > index and is_saying(tree[main].lemma))  # 'Clubs to be fined, the league said'


def _is_due(tree: Tree, verb: int) -> bool:
    """'to' and nothing else between the verb and its subject."""
    helpers, subject = tree.below(verb, "aux", "auxpass"), tree.first(verb, *SUBJECTS)
    return bool(helpers) and tree[helpers[0]].tag == "TO" and subject is not None and subject < helpers[0]


def hangs_on_if(tree: Tree, index: int) -> bool:
    """'The cannon will be raised if the ministry pays', 'If the line breaks, crews will fall back'."""
    if IF.isdisjoint(tree.lower):
        return False
    asides = tree.below(index, "parataxis")  # 'If it fails, he warned, workers will walk out'
    clauses = [clause for verb in (index, *asides) for clause in tree.below(verb, "advcl")]
    return any(tree.lower[mark] in IF for clause in clauses for mark in tree.below(clause, "mark"))


def _is_if_ever(tree: Tree, index: int) -> bool:
    """'Should the talks fail, the union would strike'."""
    return any(is_inverted(tree, clause) for clause in tree.below(index, "advcl"))


def _is_tensed(tree: Tree, index: int) -> bool:
    """'went', and 'was halted' of 'should have been ready, but work was halted'."""
    return any(tree[i].tag in TENSED for i in (index, *tree.below(index, "auxpass")))


def _is_of_hindsight(tree: Tree, index: int) -> bool:
    """'would later marry the general': told from long after."""
    return any(tree.lower[child] in HINDSIGHT for child in tree.below(index, "advmod")) and not _is_reported(
        tree, index
    )


def _is_reported(tree: Tree, index: int) -> bool:
    """In a clause below a verb of saying or promising, 'would' is the past of 'will'."""
    return any(effects().get((tree[above].lemma, "verb"), Status.ASSERTED) in FORWARD for above in tree.above(index))
