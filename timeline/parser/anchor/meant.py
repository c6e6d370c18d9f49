"""Meant: what the words beside an expression make of its span: 'since March', 'by the end of the year', 'before midnight'."""

import datetime
import re

from timeline.model import edtf
from timeline.model.days import calendar_day
from timeline.model.span import UNKNOWN, TimeSpan
from timeline.model.statement import Status
from timeline.model.time import TimeExpression
from timeline.parser.mentions.mention import Mention

HOUR = re.compile(r"T(\d\d)")
DAY_WORD = re.compile(r"[a-z]{4}|day", re.IGNORECASE)  # 'tonight', 'Friday', but not 'p.m.'
EVENING = 18  # o'clock, from which on a report of the same day hardly tells
LEAP_DAY = (2, 29)
THROUGHOUT = frozenset({"throughout", "all", "whole"})
FIRST = frozenset({"start", "beginning"})
LATE = frozenset({"AF", "EV", "NI"})
NO_EARLIER = "no earlier than"
EXPECTING = frozenset({"be", "expect", "schedule", "plan", "set", "likely"})
AT_LAST = frozenset({"until", "till", "before"})  # 'not until May' is in May or later
SO_FAR = frozenset({"week", "month", "year"})
OPEN_BEFORE = {
    "since": "from",
    "after": "from",
    "until": "to",
    "till": "to",
    "before": "to",
    "by": "to",
    "through": "to",
}


def year_before(span: TimeSpan) -> TimeSpan | None:
    """A day, a month or a year one year earlier; None for anything else, and for the 29th of a February that had none."""
    if span.start_earliest is None:
        return None
    year, month, day = calendar_day(span.start_earliest)
    if span.precision == "year":
        return edtf.year(year - 1)
    if span.precision == "month":
        return edtf.month(year - 1, month)
    is_leap_day = (month, day) == LEAP_DAY
    return edtf.day(year - 1, month, day) if span.precision == "day" and not is_leap_day else None


def last_day(span: TimeSpan, expression: TimeExpression, word: str) -> TimeSpan:
    """'will leave at the end of the year': on its last day."""
    is_end = expression.text.lower().startswith("the end of the ") and word == "at"
    return edtf.from_day(span.end_latest) if is_end and span.end_latest is not None else span


def outer_day(span: TimeSpan, expression: TimeExpression, word: str) -> TimeSpan:
    """'by the end of the year' is by its last day, 'since the start of May' since its first."""
    words = expression.text.lower().split()
    side = OPEN_BEFORE.get(word)
    if "of" not in words or not span.is_bounded:
        return span
    if side == "to" and "end" in words:
        return edtf.from_day(span.end_latest or 0)
    return edtf.from_day(span.start_earliest or 0) if side == "from" and not FIRST.isdisjoint(words) else span


def so_far(span: TimeSpan, expression: TimeExpression, published: datetime.date | None) -> TimeSpan:
    """'earlier this month', told as past: no later than its report."""
    is_this = "this" in expression.text.lower().split() and span.precision in SO_FAR
    first, last = span.start_earliest, span.end_latest
    if not is_this or published is None or first is None or last is None or not first < published.toordinal() < last:
        return span
    return edtf.between(first, published.toordinal())


def late_hour(span: TimeSpan, expression: TimeExpression, published: datetime.date | None) -> TimeSpan:
    """'shortly after 11 p.m.', told as past where no day is: on the day of the report or the one before it."""
    hour = HOUR.search(expression.value)
    is_bare = expression.because[-1:] == (f"published {published}",) and DAY_WORD.search(expression.text) is None
    if published is None or hour is None or int(hour[1]) < EVENING or not is_bare:
        return span
    return edtf.between(published.toordinal() - 1, published.toordinal())


def until(span: TimeSpan, published: datetime.date) -> TimeSpan:
    """From there to the day of the report, throughout."""
    today = edtf.from_day(published.toordinal())
    if span.precision in {"interval", "week", "bounds"} and span.start_earliest is not None:
        span = edtf.from_day(span.start_earliest)  # an interval has no intervals for its ends
    if span.start_earliest == published.toordinal():
        return today
    return edtf.interval(span, today) if span.precedes(today) else edtf.reaching(span, UNKNOWN)


def is_beside_clock(expression: TimeExpression, word: str) -> bool:
    """'shortly before dawn on Wednesday', 'by noon', 'until Tuesday evening': of that day; 'until dawn' began on another."""
    part = expression.value.partition("T")[2]
    is_hour = part[:1].isdigit()
    return word in {"before", "after"} or (word == "by" and is_hour) or (word in {"until", "till"} and part in LATE)


def before_clock(span: TimeSpan, word: str) -> TimeSpan:
    """'shortly before midnight' is late on the day before."""
    is_midnight = word == "before" and (span.earliest_clock or "").startswith("00:00")
    return edtf.from_day(span.start_earliest - 1) if is_midnight and span.start_earliest is not None else span


def is_part(expression: TimeExpression, word: str) -> bool:
    """'in early October', 'last week', 'at the weekend': it happened somewhere within, and not on each of those days."""
    is_one_moment = expression.type == "DATE" and "/" not in expression.value
    is_closed = expression.span.precision in {"interval", "week"} and expression.span.is_bounded
    return is_one_moment and is_closed and THROUGHOUT.isdisjoint({word, *expression.text.lower().split()})


def with_preposition(span: TimeSpan, word: str, published: datetime.date | None) -> TimeSpan:
    """'since March' is open at its end, 'by Friday' at its start; a part of a month holds it somewhere."""
    if span.is_open:
        return span
    side = word if word == NO_EARLIER else OPEN_BEFORE.get(word)
    if side == "to":
        return edtf.reaching(UNKNOWN, span)
    if side == NO_EARLIER:
        return edtf.reaching(span, UNKNOWN)
    if side == "from" and span.is_bounded:
        today = edtf.from_day(published.toordinal()) if published else UNKNOWN
        return edtf.reaching(span, UNKNOWN if today.precedes(span) else today)
    return span


def ahead(span: TimeSpan, published: datetime.date | None) -> TimeSpan:
    """What is planned 'by December' lies between the publication and then."""
    latest = span.end_latest
    if published is None or span.start_earliest is not None or latest is None or latest < published.toordinal():
        return span
    return edtf.reaching(edtf.from_day(published.toordinal()), span)


def said(mention: Mention, status: Status, word: str) -> str:
    """The preposition as it is meant: 'did not report it until May' is in May, 'no ruling before May' from May on."""
    tree, clause = mention.tree, mention.tree.clause(mention.index)
    is_put_off = status is Status.PLANNED and not mention.is_verb and tree[clause].lemma in EXPECTING
    # 'a verdict is not expected before March', 'is not due before March'
    is_not = bool(tree.below(clause, "neg")) if is_put_off else tree.is_negated(mention.top)
    if not (status is Status.NEGATED or is_not) or word not in AT_LAST:
        return word
    is_done = any(tree[child].tag == "VBD" for child in tree.below(mention.top, "aux", "auxpass"))
    return "" if is_done and word != "before" else NO_EARLIER
