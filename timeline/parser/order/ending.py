"""Ending: the sieve of what a text says was ended, before what ended it ('The agreement capped ten days of bloodshed')."""

from collections.abc import Iterator, Sequence

from timeline.model.statement import FACTS, Relation
from timeline.model.time import DIRECT
from timeline.parser.claims.turned import is_failed
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.named import types_named
from timeline.parser.order.sequence import Order, Told
from timeline.parser.order.telling import sentences
from timeline.parser.sentences.phrases import whole
from timeline.parser.sentences.tree import Tree

ENDING = word_list("ending what lasted")
CLOSING = ENDING | {"cap", "crown", "stop"}
BRINGING = frozenset({"bring", "put", "call"})  # an end, a halt, a stop to it
CLOSERS = CLOSING | BRINGING
ENDS = frozenset({"end", "halt", "stop", "close"})
POINTING = frozenset({"the", "this", "that"})
BARE = frozenset({"it", "this", "that", "which"})  # what the sentence before told, or the clause that it follows
# 'ended a week of clashes', 'ended fighting', as the tree may have it
OBJECTS = frozenset({"dobj", "npadvmod", "xcomp"})
STEM = 4  # letters that 'agreement' and 'agreed' share
BACK = 3  # sentences


def by_ending(told: Sequence[Told]) -> Iterator[Order]:
    """'The truce ended a week of fighting', 'ending a week of fighting', 'It put an end to the raids'. None could be judged."""
    for tree, numbers in sentences(told):
        for number in numbers:
            one = told[number]
            verb = verb_of_end(one.mention) if one.status in FACTS and one.when.basis not in DIRECT else None
            if verb is not None and (end := _ender(told, tree, numbers, number, verb)) is not None:
                yield Order(number, Relation.BEFORE, end, tree.lower[verb], "ending")


def verb_of_end(mention: Mention) -> int | None:
    """The verb by which its sentence says that something ended it."""
    tree = mention.tree
    if CLOSERS.isdisjoint(tree.lemmas):
        return None
    noun = whole(tree, mention.index)
    verb = tree[noun].head
    if tree[noun].relation in OBJECTS and tree[verb].lemma in CLOSING:
        return None if is_failed(tree, verb) or tree.is_negated(verb) else verb
    return _brought(tree, noun)


def _brought(tree: Tree, noun: int) -> int | None:
    """The verb of 'put an end to the raids', 'brought the raids to a halt', 'brought to an end nine days of raids'."""
    above = tree[noun].head
    if tree[noun].relation == "pobj" and tree.lower[above] == "to":
        verb = tree[above].head
        verb, ends = (tree[verb].head, [verb]) if tree[verb].pos == "NOUN" else (verb, tree.below(verb, "dobj"))
    else:
        verb, ends = above, [end for word, end in tree.prepositions(above) if word == "to"]
    is_brought = tree[verb].lemma in BRINGING and any(tree[end].lemma in ENDS for end in ends)
    return verb if is_brought else None


def _ender(told: Sequence[Told], tree: Tree, numbers: Sequence[int], number: int, verb: int) -> int | None:
    """What ended it: told by the verb's subject, by the verb that it goes along with, or told before and named again."""
    subjects = tree.below(tree.first_conjunct(verb), "nsubj")
    wanted = subjects if subjects else [tree[verb].head] if tree[verb].relation == "advcl" else []
    heads = {index for head in wanted for index in tree.conjuncts(head)}
    here = next((n for n in numbers if n != number and heads & {told[n].mention.index, told[n].mention.top}), None)
    if here is not None and told[here].when.basis in DIRECT:
        return here
    again = next((n for head in subjects if (n := _again(told, tree, numbers[0], head)) is not None), None)
    return here if again is None else again


def _again(told: Sequence[Told], tree: Tree, first: int, head: int) -> int | None:
    """The latest before a sentence that its subject names again; for 'it' the last main deed of the sentence before."""
    near = [n for n in range(first - 1, -1, -1) if tree.sentence.index - told[n].mention.tree.sentence.index <= BACK]
    if tree.lower[head] in BARE:
        last = [n for n in near if tree.sentence.index - told[n].mention.tree.sentence.index == 1]
        return next((n for n in last if told[n].mention.tree[told[n].mention.top].relation in {"ROOT", "conj"}), None)
    if not any(tree.lower[child] in POINTING for child in tree.below(head, "det")):
        return None
    alike = [n for n in near if told[n].mention.lemma[:STEM] == tree[head].lemma[:STEM]]
    types = types_named(tree, head)
    return next(iter([*alike, *(n for n in near if told[n].mention.row.type in types)]), None)
