"""Lending: a day that stands beside a verb which tells no happening, and is that of what hangs on it: 'are due on Monday to meet',
'took an hour on Monday to clear him', 'ordered it closed on Monday'."""

import datetime
from collections.abc import Mapping

from timeline.parser.anchor.dating import word_before
from timeline.parser.anchor.held import Held
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import DATES, PAST, SUBJECTS, Tree

ARRANGED = frozenset("expect due set schedule slate likely".split())
BEING = "be"
TAKING = frozenset({"take", "need"})
HAVING_DONE = frozenset({"order", "have", "see", "get", "declare", "pronounce", "let"})
DONE = frozenset({"VBN", "VBD", "VB", "VBP"})  # 'ordered the plant closed', 'let them go'
PURPOSES = ("xcomp", "advcl", "relcl", "acl", "ccomp")
REFUSING = frozenset({"refuse", "decline", "fail"})
PAPERS = frozenset({"agree", "request", "reject"})
IN_COURT = frozenset({"injunction", "appeal", "petition", "application", "warrant"})
UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})


def lent(tree: Tree, index: int, held: Held) -> list[int]:
    """The verbs that have the day of a word which only says that they are to come, or how long they took."""
    outside = {inner for child in tree.below(index, *SUBJECTS, "mark") for inner in tree.subtree(child)}
    if not outside.isdisjoint(held.tokens):
        return []  # 'units brought in since Monday are to go'
    if tree[index].lemma in ARRANGED | {BEING}:
        return _arranged(tree, index)
    return _timed(tree, index) if tree[index].lemma in TAKING else []


def _arranged(tree: Tree, index: int) -> list[int]:
    """'are expected on Monday to sign', 'are to meet in Lund, on the coast, on 3 April'."""
    words = [index, *(child for child in tree.below(index, "acomp", "oprd") if tree[child].lemma in ARRANGED)]
    return [verb for word in words for verb in tree.below(word, "xcomp") if is_infinitive(tree, verb)]


def _timed(tree: Tree, index: int) -> list[int]:
    """'took less than an hour on Monday to clear him'."""
    if tree[index].tag != "VBD" or not any(_is_length(tree, noun) for noun in tree.below(index, "dobj", "npadvmod")):
        return []
    return [verb for verb in tree.below(index, *PURPOSES) if is_infinitive(tree, verb)]


def _is_length(tree: Tree, noun: int) -> bool:
    return tree[noun].entity in DATES or tree[noun].lemma in UNITS


def is_infinitive(tree: Tree, verb: int) -> bool:
    """'to sign'."""
    return any(tree[child].tag == "TO" for child in tree.below(verb, "aux"))


def has_it_done(tree: Tree, verb: int) -> bool:
    """'ordered the plant closed', by the verb inside: the day behind it is that of the order."""
    above = tree[verb].head
    is_small = tree[verb].relation == "ccomp" and tree[verb].tag in DONE and bool(tree.below(verb, *SUBJECTS))
    is_bare = not tree.below(verb, "mark", "aux", "auxpass", "advmod", "cc")
    is_next = all(tree[i].pos not in {"VERB", "AUX", "PUNCT"} for i in range(above + 1, verb))
    return is_small and is_bare and is_next and tree[above].tag == "VBD" and tree[above].lemma in HAVING_DONE


def is_refusal(tree: Tree, verb: int) -> bool:
    """'refused to meet them on Monday', by the verb inside: what was not done then was refused then."""
    above = tree[verb].head
    return tree[verb].relation == "xcomp" and tree[above].tag in PAST and tree[above].lemma in REFUSING


def beside(tree: Tree, verb: int) -> list[int]:
    """'tore through the town on Monday, flattening a school and cutting the line': the participles of a verb."""
    found = [
        child
        for child in tree.below(verb, "advcl")
        if child > verb and tree[child].tag == "VBG" and not tree.below(child, "mark", "aux", "auxpass", "advmod")
    ]
    return [joined for child in found for joined in tree.conjuncts(child) if tree[joined].tag == "VBG"]


def is_day_named(held: Held) -> bool:
    """'declared Friday a holiday': the day is what was declared one."""
    tree, first, last = held.tree, min(held.tokens), max(held.tokens)
    is_object = first > 0 and tree[first - 1].lemma in {"declare", "proclaim", "designate"}
    return is_object and last + 1 < len(tree) and tree[last + 1].pos == "DET"


def is_gone(held: Held, published: datetime.date | None) -> bool:
    """Whether it was over on the day of publication."""
    last = held.expression.span.end_latest
    return published is not None and last is not None and last <= published.toordinal()


def is_on_paper(held: Held, noun: int, here: Mapping[int, Mention]) -> bool:
    """'rejected the latest offer on Wednesday', 'will rule on her request on Friday': the day of what is done about a paper is
    that of the verb, not of the paper, which the tree hangs it on."""
    tree = held.tree
    papers = (mention for mention in here.values() if mention.index == noun and not mention.is_verb)
    is_paper = any(one.row.type in PAPERS or one.lemma in IN_COURT for one in papers)
    is_day = held.expression.span.width == 1 and word_before(tree, held.expression.start) == "on"
    if not (is_paper and is_day and tree[noun].relation in {"dobj", "pobj"}):
        return False
    verb = next((index for index in tree.above(noun) if tree[index].pos in {"VERB", "AUX"}), None)
    return any(mention.is_verb and mention.index == verb for mention in here.values())
