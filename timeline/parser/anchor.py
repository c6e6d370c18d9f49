"""Anchor: which time expression dates which mention, by the parse and not by nearness; and what stands in where none does."""

import datetime
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.model import edtf
from timeline.model.document import BlockKind
from timeline.model.span import TimeSpan
from timeline.model.statement import Status
from timeline.model.time import TimeExpression, When
from timeline.parser.hedges import effects
from timeline.parser.mention import Mention, by_sentence
from timeline.parser.speech import SPEECH
from timeline.parser.tree import Tree

SHARING_PREPOSITIONS = frozenset({"in", "during", "at", "by", "with"})
HAPPENED = frozenset({Status.ASSERTED, Status.ALLEGED, Status.DENIED, Status.NEGATED})
LONGEST_JOINT = len(" through ")  # between the two ends of a range
LEAD_SENTENCES = 4
PARTS = frozenset({"early", "mid", "late", "start", "beginning", "middle", "end"})  # it happened somewhere in that part
OPEN_BEFORE = {
    "since": "from",
    "after": "from",
    "until": "to",
    "till": "to",
    "before": "to",
    "by": "to",
    "through": "to",
}

Dated = dict[int, TimeExpression]  # mention's number to the expression that dates it


@dataclass(frozen=True)
class Held:
    """A time expression with the tokens of its Sentence that it covers."""

    expression: TimeExpression
    tokens: frozenset[int]
    tree: Tree


def date_mentions(mentions: Sequence[Mention], expressions: Sequence[TimeExpression]) -> Dated:
    """The expression that dates each mention, for those that have one."""
    dated: Dated = {}
    groups = by_sentence(mentions)
    for held in _hold(mentions, expressions):
        here = {number: mentions[number] for number in groups[held.tree.sentence.index]}
        for number in _governed(held, here):
            dated.setdefault(number, held.expression)
    for numbers in groups.values():
        _share(dated, {number: mentions[number] for number in numbers})
    return dated


def when(mention: Mention, status: Status, expression: TimeExpression | None, published: datetime.date | None) -> When:
    """The When of a mention before any link is known."""
    if expression is not None:
        return _dated(mention, expression, published)
    return _undated(mention, status, published)


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
    word, opening = _word_before(tree, second.start), _word_before(tree, first.start)
    end, start = first.span.end_latest, second.span.start_earliest
    if end is None or start is None or start <= end or second.start - first.end > LONGEST_JOINT:
        return None
    text = f"{first.text} {word} {second.text}"
    joined = replace(second, start=first.start, text=text, because=first.because + second.because)
    if opening == "between" and word == "and":
        return replace(joined, span=edtf.between(first.span.start_earliest, second.span.end_latest))
    is_range = opening == "from" and word in {"to", "until", "till", "through"}
    is_pair = word == "and" and first.span.precision == second.span.precision == "day" and start == end + 1
    return replace(joined, span=edtf.interval(first.span, second.span)) if is_range or is_pair else None


def _hold(mentions: Sequence[Mention], expressions: Sequence[TimeExpression]) -> list[Held]:
    trees = {mention.tree.sentence.index: mention.tree for mention in mentions}
    found = []
    starts = [expression.start for expression in expressions]
    for tree in trees.values():
        first = bisect_left(starts, tree.sentence.start)
        inside = expressions[first : bisect_left(starts, tree.sentence.end)]
        for expression in _joined(tree, inside):
            tokens = frozenset(
                token.index
                for token in tree.sentence.tokens
                if token.start < expression.end and expression.start < token.end
            )
            if tokens and _may_date(expression):
                found.append(Held(expression, tokens, tree))
    return found


def _may_date(expression: TimeExpression) -> bool:
    """Durations and sets date nothing unless an anchor made a span of them; so do words such as 'now'."""
    return expression.span.edtf is not None and expression.type != "SET"


def _governed(held: Held, here: dict[int, Mention]) -> list[int]:
    """The numbers of the mentions that an expression dates: the nearest above it, else those right below that verb."""
    tree = held.tree
    if _follows_saying(held):
        return []
    for above in _chain(held):
        hit = [number for number, mention in here.items() if above in (mention.index, mention.top)]
        if hit:
            return hit
        if tree[above].pos in {"VERB", "AUX"}:
            if effects().get((tree[above].lemma, "verb"), Status.ASSERTED) is None:
                return []
            below = [number for number, mention in here.items() if _hangs_on(tree, mention, above)]
            if below:
                return below
            if tree[above].relation not in {"xcomp", "advcl", "acl", "conj", "pcomp"} or _is_spoken_of(
                here, tree, above
            ):
                return []
    return []


def _is_spoken_of(here: dict[int, Mention], tree: Tree, verb: int) -> bool:
    """'agreed to meet on Monday': the day is that of the meeting, not of the agreement."""
    governor = tree.first_conjunct(verb)
    above = tree.head(governor)
    is_infinitive = any(tree[child].tag == "TO" for child in tree.below(governor, "aux"))
    return is_infinitive and any(mention.top == above and mention.row.type in SPEECH for mention in here.values())


def _follows_saying(held: Held) -> bool:
    """'said on Monday that …', whatever the tree makes of it."""
    before = [
        token
        for token in held.tree.sentence.tokens
        if token.index < min(held.tokens) and token.pos not in {"ADP", "DET"}
    ]
    if not before or before[-1].pos != "VERB":
        return False
    has_clause = any(index > max(held.tokens) for index in held.tree.below(before[-1].index, "ccomp"))
    return has_clause and effects().get((before[-1].lemma, "verb"), Status.ASSERTED) is None


def _chain(held: Held) -> list[int]:
    """The tokens above an expression, nearest first."""
    tree = held.tree
    tops = [index for index in held.tokens if tree[index].head not in held.tokens or tree[index].head == index]
    if not tops:
        return []
    top = max(tops)
    inside = [top] if tree[top].head == top else []
    return [*inside, *(index for index in tree.above(top) if index not in held.tokens)]


def _hangs_on(tree: Tree, mention: Mention, verb: int) -> bool:
    """The mention is an argument of a verb that tells no happening itself ('October saw escalating hostilities')."""
    token = tree[tree.first_conjunct(mention.index)]
    if token.relation in {"dobj", "nsubj", "nsubjpass", "attr"}:
        return token.head == verb
    return token.relation == "pobj" and tree[token.head].head == verb


def _share(dated: Dated, here: dict[int, Mention]) -> None:
    """Verb and noun of one clause, and coordinated verbs, share a date where only one has it."""
    own = {number: dated[number] for number in here if number in dated}
    for number in here.keys() - own.keys():
        for other, expression in own.items():
            if _shares(here[number], here[other], expression):
                dated.setdefault(number, expression)


def _shares(mention: Mention, other: Mention, expression: TimeExpression) -> bool:
    return (
        _is_argument(mention, other)
        or _is_argument(other, mention)
        or _is_coordinated(mention, other, expression)
        or _is_coordinated(other, mention, expression)
    )


def _is_argument(inner: Mention, outer: Mention) -> bool:
    """'killed in an attack on Monday': the noun inside and the verb outside are of one day, unless the verb is speech."""
    if inner.is_verb or outer.row.type in SPEECH:
        return False
    tree = inner.tree
    token = tree[tree.first_conjunct(inner.index)]
    if token.relation in {"dobj", "nsubj", "nsubjpass"}:
        return token.head == outer.top
    is_sharing = token.relation == "pobj" and tree[token.head].text.lower() in SHARING_PREPOSITIONS
    return is_sharing and tree[token.head].head == outer.top


def _is_coordinated(mention: Mention, other: Mention, expression: TimeExpression) -> bool:
    """'On Monday A did this and did that': unless the expression stands between the two."""
    tree = mention.tree
    if tree[other.top].relation != "conj" or tree.first_conjunct(other.top) != mention.top:
        return False
    return not tree[mention.top].start < expression.start < tree[other.top].start


def _dated(mention: Mention, expression: TimeExpression, published: datetime.date | None) -> When:
    because = expression.because or (expression.text,)
    word = _word_before(mention.tree, expression.start)
    span = _with_preposition(expression.span, word, published)
    return When(
        span=edtf.once_within(span) if PARTS & set(expression.text.lower().replace("-", " ").split()) else span,
        basis=expression.basis,
        because=because,
        text=expression.text,
        start=expression.start,
        end=expression.end,
        rule=expression.rule,
    )


def _word_before(tree: Tree, start: int) -> str:
    before = [token for token in tree.sentence.tokens if token.end <= start and token.pos != "DET"]
    return before[-1].text.lower() if before else ""


def _with_preposition(span: TimeSpan, word: str, published: datetime.date | None) -> TimeSpan:
    """'since March' is open at its end, 'by Friday' at its start; a part of a month holds it somewhere."""
    if span.is_open:
        return span
    side = OPEN_BEFORE.get(word)
    if side == "to":
        return edtf.between(None, span.end_latest)
    if side == "from" and span.is_bounded:
        today = published.toordinal() if published else None
        is_past = today is not None and span.start_earliest is not None and span.start_earliest <= today
        return edtf.between(span.start_earliest, today if is_past else None)
    return span


def _undated(mention: Mention, status: Status, published: datetime.date | None) -> When:
    if published is None or status in {Status.HYPOTHETICAL, Status.CANCELLED}:
        return When()
    day = published.toordinal()
    because = (f"published {published.isoformat()}",)
    if status is Status.PLANNED:
        return When(edtf.between(day, None), "published", because, because_earliest=because[0])
    likely = published.isoformat() if _is_news(mention) else None
    return When(edtf.between(None, day), "published", because, because_latest=because[0], likely=likely)


def _is_news(mention: Mention) -> bool:
    """Told in the lead, in a main clause and not as past of the past: likely the news of the day."""
    tree = mention.tree
    if tree.sentence.kind is not BlockKind.TEXT or tree.sentence.index > LEAD_SENTENCES:
        return False
    if any(tree[child].text.lower() in {"had", "'d"} for child in tree.below(mention.top, "aux")):
        return False
    return tree[mention.top].relation not in {"relcl", "acl", "advcl"}


def move(found: When, *, earliest: int | None = None, latest: int | None = None, because: str) -> When:
    """The When with a bound moved inwards by a link; basis 'ordered'. Bounds that are no tighter change nothing."""
    low, high = found.span.start_earliest, found.span.end_latest
    tighter_low = earliest is not None and (low is None or earliest > low)
    tighter_high = latest is not None and (high is None or latest < high)
    if not (tighter_low or tighter_high):
        return found
    new_low, new_high = (earliest if tighter_low else low), (latest if tighter_high else high)
    if new_low is not None and new_high is not None and new_low > new_high:
        return found
    return replace(
        found,
        span=edtf.between(new_low, new_high),
        basis="ordered",
        because=(*found.because, because),
        because_earliest=because if tighter_low else found.because_earliest,
        because_latest=because if tighter_high else found.because_latest,
    )
