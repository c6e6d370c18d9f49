"""Described: how firmly a happening is told by the adjectives and adverbs beside its word or beside the verb it hangs on."""

from collections.abc import Iterator

from timeline.model.statement import Status
from timeline.parser.known.hedges import effects
from timeline.parser.sentences.tree import PAST, SUBJECTS, Tree

NONE = frozenset({"no", "neither"})
TRYING = frozenset({"try", "attempt", "seek", "begin", "start", "continue", "help", "go", "manage", "conspire"})


def described(tree: Tree, index: int) -> Iterator[Status]:
    """'the alleged raid', 'reportedly fled', 'the next round'; what was probably done is only alleged."""
    for child in tree.below(index, "amod", "advmod", "compound"):
        pos = "adverb" if tree[child].pos == "ADV" else "adjective"
        status = effects().get((tree.lower[child], pos))
        if status is None or any(tree[inner].lemma == "long" for inner in tree.below(child, "advmod")):
            continue  # 'the long-threatened invasion' has come
        if status is Status.PLANNED and _is_past_of(tree, index):
            continue
        is_guess = status is Status.HYPOTHETICAL and pos == "adverb" and _is_over(tree, index)
        yield Status.ALLEGED if is_guess else status


def described_above(tree: Tree, verb: int) -> bool:
    """'allegedly tried to rob the bank': an adverb of doubt beside the verb that it hangs on."""
    first = tree.first_conjunct(verb)
    above = tree.head(first)
    if above is None or tree[first].relation != "xcomp" or tree[above].lemma not in TRYING:
        return False
    return Status.ALLEGED in described(tree, above) or described_above(tree, above)


def _is_past_of(tree: Tree, index: int) -> bool:
    """'The next round opened on Monday' is over: the verb tells, not the adjective."""
    verb = tree[tree.clause(index)]
    return verb.tag == "VBD" and tree[index].relation in SUBJECTS


def _is_over(tree: Tree, verb: int) -> bool:
    """'fled', 'was brought', 'has left', and no 'will' or 'to'."""
    helpers = tree.below(verb, "aux", "auxpass")
    return tree[verb].tag in PAST and all(tree[i].tag not in {"MD", "TO"} for i in helpers)


def has_no(tree: Tree, index: int, nobody: frozenset[str]) -> bool:
    """'No shots were fired', 'neither side fired'."""
    is_nowhere = NONE.isdisjoint(tree.lower) and nobody.isdisjoint(tree.lower) and "not" not in tree.lower
    if tree[index].lemma == "plead" or is_nowhere:
        return False  # 'pleaded no contest'
    arguments = tree.below(index, "nsubj", "nsubjpass", "dobj") if tree[index].pos == "VERB" else []
    if any(tree.lower[head] in nobody for head in arguments):
        return True
    if any(tree.lower[tree.subtree(head)[0]] == "not" and _is_single(tree, head) for head in arguments):
        return True
    return any(tree.lower[child] in NONE for head in arguments for child in tree.below(head, "det", "preconj"))


def _is_single(tree: Tree, head: int) -> bool:
    """'Not one of them', 'not a single shop', 'not one soldier'."""
    first = tree.subtree(head)[0]
    return tree.lower[first + 1] == "one" or "single" in tree.lower[first + 1 : head + 1]
