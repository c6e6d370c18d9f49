"""Coming: a weekday beside a verb of the present is the next one ('Kenya names its squad on Thursday'), as the parse tells.

What the words alone tell (`tense`) knows only verbs of what is arranged; here any verb will do, but one of saying or showing.
"""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from timeline.model import edtf
from timeline.model.statement import Status
from timeline.parser.anchor.dating import WEEKDAYS
from timeline.parser.anchor.held import Held, chain
from timeline.parser.known.forms import is_of_either_tense
from timeline.parser.known.hedges import effects
from timeline.parser.known.triggers import lexicon
from timeline.parser.mentions.named import types_named
from timeline.parser.sentences.tree import PRESENT, Tree

WEEK = 7  # days
SHOWING = frozenset("show suggest indicate mean mark follow say tell reveal confirm leave".split())
# To what has been: 'blame him for the fire on Monday'.
ANSWERS = frozenset({"accuse", "reject", "support", "threaten", "request"})
REPORTED = frozenset({None, Status.DENIED, Status.ALLEGED})
OBJECTS = frozenset({"pobj", "dobj", "attr"})
HELPERS = ("aux", "auxpass")


def with_coming(times: Sequence[Held], published: datetime.date | None) -> list[Held]:
    """The expressions; weekdays of what is told in the present, which were read as past, a week later."""
    today = None if published is None else published.toordinal()
    return [_next(held) if today is not None and _is_coming(held, today) else held for held in times]


def _next(held: Held) -> Held:
    """A week later; its value, too, has the new day."""
    found = held.expression
    span = edtf.from_day((found.span.start_earliest or 0) + WEEK)
    return replace(held, expression=replace(found, span=span, value=found.value.replace(str(found.span), str(span))))


def _is_coming(held: Held, today: int) -> bool:
    """A bare weekday of the last seven days beside a verb of the present."""
    day, words = held.expression.span.start_earliest, held.expression.text.split()
    is_named = held.expression.basis == "resolved" and held.expression.span.width == 1 and words[0] in WEEKDAYS
    if not is_named or day is None or not 0 < today - day < WEEK:
        return False
    verb = _verb(held)
    return verb is not None and _is_now(held.tree, verb) and _is_right_behind(held, verb)


def _verb(held: Held) -> int | None:
    """The verb that the day stands with: by a preposition, be that hung on what it has for an object ('return to work on Monday').

    A day behind a happening is of that: 'condemn the attack on Monday'.
    """
    tree = held.tree
    for index in chain(held):
        if tree[index].pos in {"VERB", "AUX"}:
            return index
        is_object = tree[index].relation in OBJECTS and not types_named(tree, index)
        if not (is_object or tree[index].pos == "ADP"):
            return None
    return None


def _is_right_behind(held: Held, verb: int) -> bool:
    """Not 'The fire on Monday is the third', nor 'treats those hurt in the crash on Monday'."""
    first = min(held.tokens)
    return verb < first and not any(held.tree[index].pos == "VERB" for index in range(verb + 1, first))


def _is_now(tree: Tree, verb: int) -> bool:
    """Told in the present, by a form that is no past, and not of saying, showing or answering."""
    token = tree[verb]
    if token.tag not in PRESENT or tree.below(verb, *HELPERS) or token.lemma in SHOWING:
        return False
    if is_of_either_tense(token.lemma):
        return False  # 'they cut prices on Thursday'
    if token.tag == "VBP" and not tree.below(tree.first_conjunct(verb), "nsubj", "nsubjpass"):
        return False
    types = {row.type for row in lexicon().get((token.lemma, "verb"), ())}
    is_report = effects().get((token.lemma, "verb"), Status.ASSERTED) in REPORTED
    return not is_report and not (types and types <= ANSWERS)
