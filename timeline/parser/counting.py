"""Counting: 'three days after the vote' is dated from the vote's own date, once that is known."""

import re
from collections.abc import Sequence

from timeline.model import edtf
from timeline.model.days import add_months, calendar_day
from timeline.model.span import TimeSpan
from timeline.model.statement import Relation
from timeline.model.time import TimeExpression, When
from timeline.parser.dating import move
from timeline.parser.draft import Draft
from timeline.parser.sequence import Order

LENGTH = re.compile(r"P(\d+)([DWMY])$")
DAYS = {"D": 1, "W": 7}
MONTHS = {"M": 1, "Y": 12}
WORDS = frozenset({"after", "before", "following"})


def count_on(
    drafts: Sequence[Draft], order: Sequence[Order], expressions: Sequence[TimeExpression]
) -> tuple[When, ...]:
    """The Whens of the drafts; one that a length of time separates from a dated one takes its date from there."""
    whens = [draft.when for draft in drafts]
    for link in order:
        length = _length(drafts[link.one], link, expressions)
        base = whens[link.other].span
        if length is not None and base.core is not None and whens[link.one].basis not in {"stated", "resolved"}:
            whens[link.one] = _counted(length, link, base)
    return tuple(whens)


def with_lengths(
    drafts: Sequence[Draft], whens: Sequence[When], expressions: Sequence[TimeExpression]
) -> tuple[When, ...]:
    """The Whens; 'two days of talks' that were over by a known day began no more than that before it."""
    return tuple(_with_length(draft, when, expressions) for draft, when in zip(drafts, whens, strict=True))


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
    starts = [token.start for token in draft.mention.tree.sentence.tokens if token.text.lower() == link.because]
    durations = [e for e in expressions if e.type == "DURATION" and LENGTH.match(e.value)]
    return next((e for e in durations for start in starts if 0 < start - e.end <= 1), None)


def _counted(length: TimeExpression, link: Order, base: TimeSpan) -> When:
    sign = -1 if link.relation is Relation.BEFORE else 1
    span = _moved(base, sign * int(length.value[1:-1]), length.value[-1])
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
