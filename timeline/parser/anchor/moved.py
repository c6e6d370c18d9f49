"""Moved: a day to which something is moved, or which somebody chooses for it, is when that is to be: 'the vote was moved to
7 December', 'chose Friday for the second round'."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.model import edtf
from timeline.model.statement import Claim, Status
from timeline.model.time import TimeExpression
from timeline.parser.anchor.dating import MOVED, word_before
from timeline.parser.anchor.held import Held, chain
from timeline.parser.anchor.sharing import Dated
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.named import types_named
from timeline.parser.sentences.particles import verb_names
from timeline.parser.sentences.tree import RELATIVE_TAGS, UNDERGOING, Tree

MOVING = word_list("moving to another day")
CHOOSING = word_list("choosing a day")
ALONE = frozenset({"slip"})  # 'the launch slipped to May'
CARRYING = frozenset({"push", "put", "bring"})  # back, forward
PARTICLES = frozenset({"back", "forward", "off", "up", "out"})
GOALS = frozenset({"to", "for", "until", "till"})
WORDS_OF_DAYS = frozenset({"date", "day", "deadline"})
ISO = re.compile(r"\d{4}-\d\d(-\d\d)?")
LONG_AGO = 60  # days
DAY_AND_MONTH = 2  # words
OPEN = frozenset({Status.ASSERTED, Status.CANCELLED, Status.PLANNED})

Told = tuple[Mention, Claim]


def moved_days(told: Sequence[Told], times: Sequence[Held], published: datetime.date | None) -> Dated:
    """The expressions that say for when something is set now, by the number of the mention that tells it."""
    found: Dated = {}
    for held in times:
        nouns = [] if _is_long_gone(held, published) else [*_moved(held), *_chosen(held)]
        if not nouns:
            continue
        here = {n: mention for n, (mention, _) in enumerate(told) if mention.tree is held.tree}
        named = [n for n, mention in here.items() if not mention.is_verb and mention.index in nouns]
        verbs = [n for n, mention in here.items() if mention.is_verb and _is_told_by_verb(mention, nouns)]
        found.update(dict.fromkeys(named or verbs, _latter(held.expression)))
    return found


def _is_long_gone(held: Held, published: datetime.date | None) -> bool:
    """A day without its year that was read as one of long ago: nobody tells then to which day something was moved."""
    end = held.expression.span.end_latest
    is_far = published is not None and end is not None and published.toordinal() - end > LONG_AGO
    return is_far and held.expression.basis == "resolved" and len(held.expression.text.split()) <= DAY_AND_MONTH


def with_moved(told: Sequence[Told], days: Dated, published: datetime.date | None) -> list[Told]:
    """What is told; planned where it was moved to a day ahead."""
    return [
        (mention, _planned(found, days[n], published) if n in days else found)
        for n, (mention, found) in enumerate(told)
    ]


def _planned(found: Claim, day: TimeExpression, published: datetime.date | None) -> Claim:
    start = day.span.start_earliest
    is_over = published is not None and start is not None and start <= published.toordinal()
    if found.status not in OPEN:
        return found
    return replace(found, status=Status.ASSERTED if is_over else Status.PLANNED)


def _is_told_by_verb(mention: Mention, nouns: list[int]) -> bool:
    """'The race has been rescheduled for Sunday', where no row tells of the race itself."""
    tree = mention.tree
    is_own = mention.lemma in MOVING and any(noun in nouns for noun in things_moved(tree, mention.index))
    return is_own and mention.row.type != "other" and any(types_named(tree, noun) for noun in nouns)


def _latter(expression: TimeExpression) -> TimeExpression:
    """'moved from 3 to 10 May': the second of the two."""
    _, _, second = expression.value.partition("/")
    span = edtf.parse(second) if ISO.fullmatch(second) else expression.span
    return replace(expression, span=span, value=second or expression.value, rule=MOVED)


def _moved(held: Held) -> Iterator[int]:
    """The nouns of what is moved to the expression."""
    tree, word = held.tree, word_before(held.tree, held.expression.start)
    verb = _verb(held)
    is_range = word == "from" and "/" in held.expression.value
    if verb is None or not (word in GOALS or is_range) or MOVING.isdisjoint(verb_names(tree, verb)):
        return
    if tree[verb].lemma in CARRYING and PARTICLES.isdisjoint(tree.lower[verb : min(held.tokens)]):
        return
    yield from things_moved(tree, verb)


def _verb(held: Held) -> int | None:
    """The verb that the expression stands with by a preposition, before it."""
    tree, first = held.tree, min(held.tokens)
    for index in chain(held):
        if tree[index].pos in {"VERB", "AUX"}:
            return index if index < first else None
        if tree[index].pos not in {"ADP", "ADV", "PART"} and index not in held.tokens:
            return None
    return None


def things_moved(tree: Tree, verb: int) -> Iterator[int]:
    """Its object, what it is told of in the passive, and the noun of 'a vote moved to May', 'the vote, which was moved'."""
    first = tree.first_conjunct(verb)
    relations = {*UNDERGOING, "nsubj"} if tree[verb].lemma in ALONE else UNDERGOING
    for noun in tree.below(verb, *relations) or tree.below(first, *relations):
        yield tree[first].head if tree[noun].tag in RELATIVE_TAGS else noun
    if tree[first].relation == "acl" and tree[first].tag == "VBN":
        yield tree[first].head


def _chosen(held: Held) -> Iterator[int]:
    """The nouns of what the expression was chosen for, or as the day of."""
    tree, first, last = held.tree, min(held.tokens), max(held.tokens)
    verb = next((index for index in chain(held) if index not in held.tokens), None)
    is_object = verb is not None and verb < first and all(tree[i].pos in {"DET", "ADV"} for i in range(verb + 1, first))
    if verb is None or not is_object or tree[verb].pos != "VERB" or tree[verb].lemma not in CHOOSING:
        return
    for word, noun in [*tree.prepositions(verb), *(pair for i in held.tokens for pair in tree.prepositions(i))]:
        if word == "for" and noun > last:
            yield noun
        elif word == "as" and noun > last and tree[noun].lemma in WORDS_OF_DAYS:
            yield from (inner for preposition, inner in tree.prepositions(noun) if preposition in {"of", "for"})


def without_choices(told: Sequence[Told], times: Sequence[Held]) -> list[Told]:
    """What is told, without 'chose' of 'chose Friday for the second round', where the round is told."""
    words = {(id(mention.tree), mention.index) for mention, _ in told}
    verbs = set[tuple[int, int]]()
    for held in times:
        if any((id(held.tree), noun) in words for noun in _chosen(held)):
            verbs.add((id(held.tree), next(index for index in chain(held) if index not in held.tokens)))
    return [(mention, found) for mention, found in told if (id(mention.tree), mention.index) not in verbs]
