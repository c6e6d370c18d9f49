"""Held: time expressions with the words of their sentence that they cover, ranges put together."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.model import edtf
from timeline.model.time import TimeExpression
from timeline.model.value import value
from timeline.parser.anchor.dating import word_before
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.phases import is_happening
from timeline.parser.sentences.tree import SUBJECTS, Tree

MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis", "advcl"})
EDGES = frozenset({"before", "after", "following", "since", "until"})
WEEK = "the unit"  # a rule of times.txt
TO_ITS_END = frozenset({"to", "ended", "ending"})
PAIRED = frozenset({"day", "month", "year"})  # 'on 3 and 4 May', 'in May and June', 'in 1997 and 1998'
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
    if _is_week_to(first, second, word):
        days = edtf.interval(edtf.from_day((start or 0) - 6), second.span)
        text = f"{first.text} {word} {second.text}"
        return replace(second, start=first.start, text=text, value=days.edtf or "", span=days)
    if first.text.endswith("night") and word == "from" and second.span.width == 2:
        span = edtf.between(start, second.span.end_latest)  # 'in the night from Saturday to Sunday'
        return replace(second, start=first.start, text=f"{first.text} from {second.text}", span=span)
    if end is None or start is None or start <= end or second.start - first.end > LONGEST_JOINT:
        return None
    text = f"{first.text} {word} {second.text}"
    value = f"{first.value}/{second.value}"
    joined = replace(second, start=first.start, text=text, value=value, because=first.because + second.because)
    if opening == "between" and word == "and":
        return replace(joined, span=edtf.reaching(first.span, second.span))
    is_range = opening == "from" and word in {"to", "until", "till", "through"}
    is_pair = word == "and" and start == end + 1 and first.span.precision == second.span.precision in PAIRED
    return replace(joined, span=edtf.interval(first.span, second.span)) if is_range or is_pair else None


def _is_week_to(first: TimeExpression, second: TimeExpression, word: str) -> bool:
    """'in the week to Sunday', 'the week ended 3 October'."""
    is_week = first.rule == WEEK and first.text.endswith("week")
    return is_week and word in TO_ITS_END and second.span.precision == "day" and second.span.is_bounded


def _may_date(expression: TimeExpression) -> bool:
    """Durations and sets date nothing unless an anchor made a span of them; so do words such as 'now'."""
    return expression.span.edtf is not None and expression.type != "SET"


def chain(held: Held) -> list[int]:
    """The tokens above an expression, nearest first; asked by many, worked out once, and not to be changed."""
    key = ("chain", held.tokens)
    known: list[int] | None = held.tree.memory.get(key)
    if known is None:
        known = held.tree.memory[key] = _chain(held)
    return known


def _chain(held: Held) -> list[int]:
    tree = held.tree
    tops = [index for index in held.tokens if tree[index].head not in held.tokens or tree[index].head == index]
    if not tops:
        return []
    opening = min(held.tokens) - 1
    # 'the fire of 3 May they fled': where the tree hangs 'May' elsewhere
    top = next((index for index in tops if tree[index].head == opening and tree[opening].pos == "ADP"), max(tops))
    inside = [top] if tree[top].head == top else []
    path = [*inside, *(index for index in tree.above(top) if index not in held.tokens)]
    return _within_clause(held, _by_edge(held, path))


def verb_above(held: Held) -> int | None:
    """The nearest verb above an expression."""
    return next((index for index in chain(held) if held.tree[index].pos == "VERB"), None)


def clause_above(held: Held) -> int | None:
    """The nearest verb above an expression, 'be' and other helpers among them."""
    return next((index for index in chain(held) if held.tree[index].pos in {"VERB", "AUX"}), None)


def _by_edge(held: Held, path: list[int]) -> list[int]:
    """'Before his death in 1827 he signed', 'After the raid on Monday he fled': of the noun it stands behind, whatever verb the
    tree hangs it on; 'a hiker missing since 3 May was found': of what is missing."""
    tree, last, noun = held.tree, max(held.tokens), min(held.tokens) - 2
    if noun < 0:
        return path
    if tree.lower[noun + 1] == "since" and tree[last].relation in SUBJECTS and last < tree[last].head:
        above = [noun, *tree.above(noun)]
        return [noun + 1, *(above[: above.index(tree[last].head)] if tree[last].head in above else above)]
    verb = path[1] if len(path) > 1 and path[0] == noun + 1 else -1
    if tree[noun].relation != "pobj" or tree[verb].pos not in {"VERB", "AUX"} or verb < noun:
        return path
    is_fronted = tree.lower[tree[noun].head] in EDGES and any(child > noun for child in tree.below(verb, *SUBJECTS))
    return [path[0], noun, *tree.above(noun)] if is_fronted and is_happening(tree, noun) else path


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
