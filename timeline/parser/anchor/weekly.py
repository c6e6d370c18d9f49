"""Weekly: of two weekdays in one sentence, the one that was first is the one before: 'was arrested on Monday and charged on
Thursday', told on a Wednesday, 'died on Saturday after a crash on Tuesday'."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.model import edtf
from timeline.parser.anchor.dating import WEEKDAYS
from timeline.parser.anchor.held import Held, chain, verb_above
from timeline.parser.sentences.tree import PAST, SUBJECTS, Tree

WEEK = 7  # days
AFTER = frozenset({"from", "after", "over", "for", "following"})


def in_turn(times: Sequence[Held], published: datetime.date | None) -> list[Held]:
    """The expressions; a weekday a week earlier where its sentence says that it was before another one, and it was read as
    later."""
    found = list(times)
    if published is None:
        return found
    bare = [n for n, held in enumerate(times) if _is_weekday(held, published.toordinal())]
    for one, other in pairwise(bare):
        first, second = found[one], found[other]
        if first.tree is not second.tree:
            continue
        if _day(first) > _day(second) and _goes_on(first, second):
            found[one] = _week_before(first)
        elif _day(first) < _day(second) and _is_ground(first, second):
            found[other] = _week_before(second)
    return found


def _is_weekday(held: Held, today: int) -> bool:
    """A bare weekday of the last seven days."""
    is_named = held.expression.basis == "resolved" and held.expression.span.width == 1
    is_named = is_named and held.expression.text.split()[0] in WEEKDAYS
    return is_named and 0 <= today - _day(held) < WEEK


def _day(held: Held) -> int:
    return held.expression.span.start_earliest or 0


def _goes_on(first: Held, second: Held) -> bool:
    """The verb of the second is told next, of the same subject and as plainly."""
    tree, one, other = first.tree, verb_above(first), verb_above(second)
    if (
        one is None
        or other is None
        or tree[other].relation != "conj"
        or tree.first_conjunct(other) != tree.first_conjunct(one)
    ):
        return False
    is_next = one < min(first.tokens) < other < min(second.tokens) and not tree.below(other, *SUBJECTS)
    return is_next and _is_plain(tree, one) and _is_plain(tree, other)


def _is_plain(tree: Tree, verb: int) -> bool:
    helpers = {tree.lower[child] for child in tree.below(verb, "aux")}
    return tree[verb].tag in PAST and helpers.isdisjoint({"had", "has", "have", "will", "would"})


def _is_ground(first: Held, second: Held) -> bool:
    """The second stands in what came before the deed of the first: 'was charged on Monday over the robbery on Tuesday'."""
    tree, path = first.tree, chain(second)
    verb = verb_above(first)
    if verb is None or verb not in path or not _is_plain(tree, verb):
        return False
    inside = path[: path.index(verb)]
    if any(tree[index].relation in {"relcl", "ccomp", "conj"} for index in inside):
        return False
    return any(tree.lower[index] in AFTER and tree[index].relation in {"prep", "mark"} for index in inside) or any(
        tree.lower[mark] == "after" for index in inside for mark in tree.below(index, "mark")
    )


def _week_before(held: Held) -> Held:
    """A week earlier; its value, too, has the new day."""
    found = held.expression
    span = edtf.from_day(_day(held) - WEEK)
    return replace(held, expression=replace(found, span=span, value=found.value.replace(str(found.span), str(span))))
