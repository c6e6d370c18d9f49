"""Counting: 'three days after the vote' is dated from the vote's own date, once that is known."""

import calendar
import re
from collections.abc import Sequence

from timeline.model import edtf
from timeline.model.days import add_months, calendar_day
from timeline.model.span import TimeSpan
from timeline.model.statement import Relation, Status
from timeline.model.time import TimeExpression, When
from timeline.parser.anchor.dating import move, word_before
from timeline.parser.mentions.draft import Draft
from timeline.parser.order.sequence import Order
from timeline.parser.sentences.tree import PRESENT

LENGTH = re.compile(r"P(\d+)([DWMY])$")
DAYS = {"D": 1, "W": 7}
MONTHS = {"M": 1, "Y": 12}
NOW = PRESENT | {"MD"}
WITHIN = "within"
WORDS = frozenset({"after", "before", "following"})


def count_on(
    drafts: Sequence[Draft], known: Sequence[When], order: Sequence[Order], expressions: Sequence[TimeExpression]
) -> tuple[When, ...]:
    """The Whens of the drafts; one that a length of time separates from a dated one takes its date from there.

    So does the other: 'came up on Tuesday, four days after the shaft collapsed' dates the collapse.
    """
    whens = list(known)
    for link in order:
        length = _length(drafts[link.one], link, expressions)
        if length is None:
            continue
        one, other = whens[link.one], whens[link.other]
        if length.start in {one.start, other.start}:
            continue  # counted already
        if not _is_dated(one) and _is_base(other.span, length):
            is_lasting = (
                word_before(drafts[link.one].mention.tree, length.start) == "for" and other.span.precision == "day"
            )
            whens[link.one] = _counted(length, link, other.span, 1, is_lasting=is_lasting)
        elif not _is_dated(other) and _is_base(one.span, length):
            whens[link.other] = _counted(length, link, one.span, -1)
        elif not _is_dated(other) and (today := _today(drafts[link.one], one)) is not None:
            whens[link.other] = _counted(length, link, today, -1)
    return tuple(whens)


def _today(draft: Draft, when: When) -> TimeSpan | None:
    """The day of publication, where that is all that bounds what is told in the present ('A week after the flood, they cannot
    agree')."""
    tree, verb, last = draft.mention.tree, draft.mention.top, when.span.end_latest
    tags = {tree[index].tag for index in (verb, *tree.below(verb, "aux", "auxpass"))}
    is_now = bool(tags & NOW) and draft.mention.is_verb and draft.claim.status in {Status.ASSERTED, Status.NEGATED}
    return edtf.from_day(last) if is_now and when.basis == "published" and last is not None else None


def _is_dated(when: When) -> bool:
    return when.basis in {"stated", "resolved"}


def _is_base(span: TimeSpan, length: TimeExpression) -> bool:
    """A day, or for years a year and for months a month."""
    return span.core is not None or span.precision == {"Y": "year", "M": "month"}.get(length.value[-1])


def with_lengths(
    drafts: Sequence[Draft], whens: Sequence[When], expressions: Sequence[TimeExpression]
) -> tuple[When, ...]:
    """The Whens; 'two days of talks' that were over by a known day began no more than that before it."""
    return tuple(_with_length(draft, when, expressions) for draft, when in zip(drafts, whens, strict=True))


def with_terms(
    drafts: Sequence[Draft], whens: Sequence[When], expressions: Sequence[TimeExpression]
) -> tuple[When, ...]:
    """The Whens; what is planned 'within two weeks' ends no later than that after publication."""
    return tuple(
        _with_term(draft, when, expressions) if draft.claim.status is Status.PLANNED else when
        for draft, when in zip(drafts, whens, strict=True)
    )


def _with_term(draft: Draft, when: When, expressions: Sequence[TimeExpression]) -> When:
    first, tree = when.span.start_earliest, draft.mention.tree
    if when.basis != "published" or first is None or WITHIN not in tree.lower:
        return when
    begin, end = tree.sentence.start, tree.sentence.end
    lengths = [e for e in expressions if begin <= e.start < end and e.type == "DURATION" and LENGTH.match(e.value)]
    for length in lengths:
        own = next((token.index for token in reversed(tree) if length.start <= token.start < length.end), None)
        if own is not None and word_before(tree, length.start) == WITHIN and tree.clause(own) == draft.mention.top:
            return move(when, latest=_by_then(first, length), because=f"{WITHIN} {length.text}")
    return when


def _by_then(first: int, length: TimeExpression) -> TimeSpan:
    """The day so long after a first one; months count by the calendar."""
    unit, count = length.value[-1], int(length.value[1:-1])
    if unit in DAYS:
        return edtf.from_day(first + count * DAYS[unit])
    year, month, day = calendar_day(first)
    year, month = add_months(year, month, count * MONTHS[unit])
    return edtf.day(year, month, min(day, calendar.monthrange(year, month)[1]))


def _with_length(draft: Draft, when: When, expressions: Sequence[TimeExpression]) -> When:
    latest = when.span.end_latest
    length = _length_of(draft, expressions) if latest is not None and when.basis == "ordered" else None
    if length is None or latest is None or when.because_latest is None or when.span.start_earliest is not None:
        return when
    if when.because_latest.startswith("published"):
        return when
    first = _moved(edtf.from_day(latest), -int(length.value[1:-1]), length.value[-1])
    return move(when, earliest=first, because=f"{length.text} of it")


def _length_of(draft: Draft, expressions: Sequence[TimeExpression]) -> TimeExpression | None:
    """'two days' of 'two days of talks'."""
    tree, token = draft.mention.tree, draft.mention.tree[draft.mention.index]
    of = tree[token.head]
    if token.relation != "pobj" or of.text.lower() != "of":
        return None
    unit = tree[of.head]
    durations = (e for e in expressions if e.type == "DURATION" and LENGTH.match(e.value))
    return next((e for e in durations if e.start <= unit.start < e.end), None)


def _length(draft: Draft, link: Order, expressions: Sequence[TimeExpression]) -> TimeExpression | None:
    """The duration that stands right before the connective of a link."""
    if link.sieve != "connective" or link.because not in WORDS:
        return None
    tree = draft.mention.tree
    starts = [token.start for token, word in zip(tree, tree.lower, strict=True) if word == link.because]
    durations = [e for e in expressions if e.type == "DURATION" and LENGTH.match(e.value)]
    # 'for the first time in nine years after …' counts from now
    durations = [e for e in durations if word_before(tree, e.start) != "in"]
    return next((e for e in durations for start in starts if 0 < start - e.end <= 1), None)


def _counted(length: TimeExpression, link: Order, base: TimeSpan, side: int, *, is_lasting: bool = False) -> When:
    """The When that a length gives one side of a link from the other: `side` is 1 for the one that the length is told of; all of
    that time for what lasted so long."""
    sign = -side if link.relation is Relation.BEFORE else side
    span = _moved(base, sign * int(length.value[1:-1]), length.value[-1])
    if is_lasting:  # 'burned for two days before rain put it out'
        span = edtf.interval(span, base) if sign < 0 else edtf.interval(base, span)
    because = (f"{length.text} {link.because}", f"the other was on {base.edtf}")
    return When(
        span, "resolved", because, text=length.text, start=length.start, end=length.end, rule="counted from a happening"
    )


def _moved(base: TimeSpan, count: int, unit: str) -> TimeSpan:
    day = base.start_earliest or 0
    if unit in DAYS:
        return edtf.from_day(day + count * DAYS[unit])
    year, month, _ = calendar_day(day)
    year, month = add_months(year, month, count * MONTHS[unit])
    return edtf.month(year, month) if unit == "M" else edtf.year(year)
