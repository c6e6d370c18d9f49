"""Terms: what began on one day and ended on another lasted from the one to the other: 'The trial opened on 3 March and ended on
5 May', 'the siege, which began in May, was lifted in June'."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.model import edtf
from timeline.model.time import TimeExpression
from timeline.parser.anchor.dating import UNTIL, word_before
from timeline.parser.anchor.held import Held, chain, verb_above
from timeline.parser.anchor.sharing import Dated
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention, by_sentence
from timeline.parser.sentences.particles import verb_names
from timeline.parser.sentences.phases import is_happening
from timeline.parser.sentences.phrases import span_of
from timeline.parser.sentences.tree import PAST, RELATIVE_TAGS, SUBJECTS, Tree

BEGINNING = word_list("beginning what lasts")
ENDING = word_list("ending what lasted") | word_list("coming to an end")
PLAIN = frozenset({"day", "month", "year"})  # precisions


def terms(mentions: Sequence[Mention], times: Sequence[Held]) -> Dated:
    """From the first day to the last, of the nouns of which the text tells both."""
    days: dict[int, dict[int, TimeExpression]] = {}
    for held in times:
        verb = verb_above(held)
        if verb is not None and held.expression.span.precision in PLAIN:
            days.setdefault(held.tree.sentence.index, {}).setdefault(verb, held.expression)
    found = _served(mentions, times)
    for sentence, numbers in by_sentence(mentions).items():
        if len(here := days.get(sentence, {})) < 2:
            continue
        for number in numbers:
            if (whole := _whole(mentions[number], here)) is not None:
                found[number] = whole
    return found


def _served(mentions: Sequence[Mention], times: Sequence[Held]) -> Dated:
    """'served from 1994 until his retirement in 1999': from the one to the other, though a noun stands between."""
    tops = {(id(mention.tree), mention.top): n for n, mention in enumerate(mentions) if mention.is_verb}
    found: Dated = {}
    for first, last in pairwise(times):
        verb = verb_above(first)
        number = tops.get((id(first.tree), verb if verb is not None else -1))
        is_from = word_before(first.tree, first.expression.start) == "from" and first.tree is last.tree
        is_told = number is not None and verb is not None and is_from and _is_until(last, verb)
        whole = _joined(first.expression, last.expression) if is_told else None
        if number is not None and whole is not None:
            found[number] = whole
    return found


def _is_until(held: Held, verb: int) -> bool:
    """Inside a phrase or a clause with 'until' that hangs on the verb."""
    path = chain(held)
    inside = path[: path.index(verb)] if verb in path else []
    if not inside:
        return False
    tree, below = held.tree, inside[-1]
    is_clause = tree[below].relation == "advcl" and any(tree.lower[mark] in UNTIL for mark in tree.below(below, "mark"))
    return is_clause or (tree.lower[below] in UNTIL and tree[below].relation == "prep")


def _joined(first: TimeExpression, last: TimeExpression) -> TimeExpression | None:
    if not {first.span.precision, last.span.precision} <= PLAIN or not first.span.precedes(last.span):
        return None
    text, value = f"{first.text} … {last.text}", f"{first.value}/{last.value}"
    because = first.because + last.because
    return replace(first, text=text, value=value, because=because, span=edtf.interval(first.span, last.span))


def _whole(mention: Mention, days: dict[int, TimeExpression]) -> TimeExpression | None:
    if mention.is_verb:
        return None
    tree, verbs = mention.tree, [verb for verb in _told_of(mention) if verb in days]
    first = next((days[verb] for verb in verbs if _is(tree, verb, BEGINNING)), None)
    last = next((days[verb] for verb in verbs if _is(tree, verb, ENDING)), None)
    return None if first is None or last is None else _joined(first, last)


def _told_of(mention: Mention) -> Iterator[int]:
    """The verbs in the past that tell of its course: its own, those joined to it, and those of its relative clauses."""
    tree, noun = mention.tree, span_of(mention.tree, mention.index)
    own = [tree[noun].head] if tree[noun].relation in SUBJECTS else []
    inside = [
        noun,
        *(one for _, one in tree.prepositions(noun) if not is_happening(tree, one)),
    ]  # 'The strike at the port, which'
    clauses = [verb for head in inside for verb in tree.below(head, "relcl") if _is_subject(tree, verb)]
    for verb in (*own, *clauses):
        yield from (one for one in tree.conjuncts(verb) if tree[one].tag in PAST and _is_next(tree, one, verb))


def _is_subject(tree: Tree, verb: int) -> bool:
    return any(tree[child].tag in RELATIVE_TAGS for child in tree.below(verb, *SUBJECTS))


def _is_next(tree: Tree, verb: int, first: int) -> bool:
    """Done, and of what the first is told of."""
    if any(tree[child].tag == "MD" for child in tree.below(verb, "aux")):
        return False  # 'will be lifted'
    return verb == first or not tree.below(verb, *SUBJECTS)


def _is(tree: Tree, verb: int, words: frozenset[str]) -> bool:
    return not words.isdisjoint(verb_names(tree, verb))
