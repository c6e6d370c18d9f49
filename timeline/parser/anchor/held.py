"""Held: time expressions with the words of their sentence that they cover, ranges put together."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.model import edtf
from timeline.model.time import TimeExpression
from timeline.model.value import value
from timeline.parser.anchor.dating import word_before
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import Tree

MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis", "advcl"})
LONGEST_JOINT = len(" through ")  # between the two ends of a range


@value
class Held:
    """A time expression with the tokens of its Sentence that it covers."""

    expression: TimeExpression
    tokens: frozenset[int]
    tree: Tree


def hold(mentions: Sequence[Mention], expressions: Sequence[TimeExpression]) -> list[Held]:
    """The expressions that may date something, in the Sentences of the mentions."""
    return hold_in({mention.tree.sentence.index: mention.tree for mention in mentions}.values(), expressions)


def hold_in(trees: Iterable[Tree], expressions: Sequence[TimeExpression]) -> list[Held]:
    """The expressions that may date something, in these Sentences."""
    found = []
    starts = [expression.start for expression in expressions]
    for tree in trees:
        first = bisect_left(starts, tree.sentence.start)
        inside = expressions[first : bisect_left(starts, tree.sentence.end)]
        for expression in _joined(tree, inside):
            start, end = expression.start, expression.end
            tokens = frozenset([token.index for token in tree if token.start < end and start < token.end])
            if tokens and _may_date(expression):
                found.append(Held(expression, tokens, tree))
    return found


def _joined(tree: Tree, expressions: Sequence[TimeExpression]) -> list[TimeExpression]:
    """'from May to July' and '18 and 19 October' as one that lasts, 'between May and July' as one within."""
    found: list[TimeExpression] = []
    for expression in expressions:
        joined = _join(tree, found[-1], expression) if found else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(expression)
    return found


def _join(tree: Tree, first: TimeExpression, second: TimeExpression) -> TimeExpression | None:
    word, opening = word_before(tree, second.start), word_before(tree, first.start)
    end, start = first.span.end_latest, second.span.start_earliest
    if end is None or start is None or start <= end or second.start - first.end > LONGEST_JOINT:
        return None
    text = f"{first.text} {word} {second.text}"
    value = f"{first.value}/{second.value}"
    joined = replace(second, start=first.start, text=text, value=value, because=first.because + second.because)
    if opening == "between" and word == "and":
        return replace(joined, span=edtf.reaching(first.span, second.span))
    is_range = opening == "from" and word in {"to", "until", "till", "through"}
    is_pair = word == "and" and first.span.precision == second.span.precision == "day" and start == end + 1
    return replace(joined, span=edtf.interval(first.span, second.span)) if is_range or is_pair else None


def _may_date(expression: TimeExpression) -> bool:
    """Durations and sets date nothing unless an anchor made a span of them; so do words such as 'now'."""
    return expression.span.edtf is not None and expression.type != "SET"


def chain(held: Held) -> list[int]:
    """The tokens above an expression, nearest first."""
    tree = held.tree
    tops = [index for index in held.tokens if tree[index].head not in held.tokens or tree[index].head == index]
    if not tops:
        return []
    top = max(tops)
    inside = [top] if tree[top].head == top else []
    return _within_clause(held, [*inside, *(index for index in tree.above(top) if index not in held.tokens)])


def _within_clause(held: Held, path: list[int]) -> list[int]:
    """'sacked him, it said, on Monday; his deputy will lead': what the tree hangs on a verb behind a semicolon is of one before."""
    tree = held.tree
    if ";" not in tree.lower:
        return path
    last = max(held.tokens)
    end = next((i for i in range(last + 1, len(tree)) if tree[i].text == ";"), len(tree))
    if not any(index > end for index in path):
        return path
    verbs = [i for i in range(min(held.tokens)) if tree[i].pos == "VERB" and tree[i].relation in MAIN]
    near = path[: next(n for n, index in enumerate(path) if index > end)]
    return [*near, *verbs[-1:]]
