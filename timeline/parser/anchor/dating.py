"""Dating: the When of a mention by the expression that dates it, or by publication where none does; and how links move it."""

import calendar
import datetime
from dataclasses import replace
from functools import lru_cache

from timeline.model import edtf
from timeline.model.span import UNKNOWN, TimeSpan
from timeline.model.statement import Status
from timeline.model.time import TimeExpression, When
from timeline.parser.anchor.begun import goes_on, is_as_of
from timeline.parser.anchor.intended import meant_as
from timeline.parser.anchor.meant import (
    OPEN_BEFORE,
    ahead,
    before_clock,
    is_beside_clock,
    is_part,
    last_day,
    late_hour,
    outer_day,
    said,
    so_far,
    until,
    with_preposition,
    year_before,
)
from timeline.parser.anchor.moments import is_told_by, moment_behind
from timeline.parser.anchor.writing import written
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import PAST, PRESENT, Tree, remembered

HAPPENED = frozenset({Status.ASSERTED, Status.ALLEGED, Status.DENIED, Status.NEGATED})
DONE = frozenset({Status.ASSERTED, Status.ALLEGED})
WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
MONTHS = frozenset(calendar.month_name[1:])
AT_LEAST = ["at", "least"]
OF_DEADLINE = ["deadline", "of"]
RECENT = 14  # days
RECENTLY = 60  # days
YEAR = 366  # days
ANSWERED = frozenset({"for", "of", "with", "over"})  # 'tried for abducting them'
MODIFIERS = frozenset({"compound", "nummod", "amod", "nmod"})
UNTIL = frozenset({"until", "till"})
QUARTER = "quarter adjective"  # a rule of times.txt
MOVED = "moved to another day"  # not of times.txt
ANNOUNCING = frozenset({"announce", "confirm", "report"})  # a death
GONE = frozenset({"day", "month", "season", "year"})
DEADLINES = frozenset({"by", "until", "till"})  # 'ordered him to leave by Friday'
REACHING = word_list("reaching")


def when(mention: Mention, status: Status, expression: TimeExpression | None, published: datetime.date | None) -> When:
    """The When of a mention before any report or link is known."""
    expression = _last_time(mention, status, expression, published)
    if expression is not None and _is_of_another(mention, expression, published):
        return _undated(status, published)
    if expression is not None and not _contradicts(mention, status, expression, published):
        return _dated(mention, status, expression, published)
    return _undated(meant_as(mention, status), published)


def _is_of_another(mention: Mention, expression: TimeExpression, published: datetime.date | None) -> bool:
    """'has invited him to a concert on 3 May', 'has been held over the fire last year': no perfect tells of a time that is long
    gone, so the day is that of the concert."""
    tree, end = mention.tree, expression.span.end_latest
    is_perfect = "aux" in tree.relations[mention.top] and any(
        tree[i].lemma == "have" and tree[i].tag in PRESENT for i in tree.below(mention.top, "aux")
    )
    is_gone = expression.span.precision in GONE and expression.basis == "resolved" and mention.is_verb
    is_gone = is_gone and word_before(tree, expression.start) not in OPEN_BEFORE
    return is_perfect and is_gone and published is not None and end is not None and published.toordinal() - end > RECENT


def _last_time(
    mention: Mention, status: Status, expression: TimeExpression | None, published: datetime.date | None
) -> TimeExpression | None:
    """'in September a convoy was looted', 'sank after midnight': where that was read as a coming one, the one before it.

    A day of nearly a year ago is not meant: 'handed over an invitation to the feast on 20 June'.
    """
    tree = mention.tree
    if expression is None or not _contradicts(mention, status, expression, published):
        return expression
    if any(tree.lower[i] == "before" for i in tree.below(mention.top, "prep") if tree[i].start < expression.start):
        return expression  # 'trying to jail them before the vote in June'
    word = word_before(mention.tree, expression.start)
    is_within = word in {"in", "on"} and MONTHS & set(expression.text.split())
    span = year_before(expression.span) if is_within else None
    if word == "after" and (expression.span.earliest_clock or "").startswith("00:00"):
        span = edtf.from_day((expression.span.start_earliest or 0) - 1)
    ago = -1 if span is None or published is None else published.toordinal() - (span.start_earliest or 0)
    is_charged = _is_grounds(mention) and ago <= YEAR
    is_past = ago >= 0 and (expression.span.precision != "day" or ago <= RECENTLY or is_charged)
    return replace(expression, span=span) if span is not None and is_past else expression


def _contradicts(mention: Mention, status: Status, expression: TimeExpression, published: datetime.date | None) -> bool:
    """What happened was no later than the text that tells it: a day read as a coming one is another.

    So is a quarter that is not over yet, whose figures are told: that of a firm whose year begins in another month.
    """
    start = expression.span.end_latest if expression.rule == QUARTER else expression.span.start_earliest
    if published is None or start is None or start <= published.toordinal():
        return False
    is_read = expression.basis == "resolved" or expression.span.precision == "year"  # "a bond due in 2027 fell"
    is_deadline = status in DONE and word_before(mention.tree, expression.start) in DEADLINES
    is_day = _weekday(expression) is not None and not is_deadline
    return is_read and not is_day and _is_past(mention, status)


def _is_past(mention: Mention, status: Status) -> bool:
    """Told in the past."""
    is_past = is_told_past(mention) or (mention.tree[mention.top].tag in PAST and not _is_to_be(mention))
    return status in HAPPENED and (is_past or _is_grounds(mention))


def _is_grounds(mention: Mention) -> bool:
    """'will be tried in July for abducting them on 17 October', 'accused of trying to jail them before the vote in June':
    what somebody answers for was before."""
    tree, deed = mention.tree, mention.top
    deed = tree[deed].head if tree[deed].relation == "xcomp" else deed
    above = tree[deed].head
    is_gerund = mention.is_verb and tree[deed].tag == "VBG" and tree[deed].relation == "pcomp"
    return is_gerund and tree.lower[above] in ANSWERED and tree[tree[above].head].pos == "VERB"


def _is_to_be(mention: Mention) -> bool:
    """'announced an album to be released in May'."""
    tree = mention.tree
    if tree[mention.top].relation not in {"acl", "ccomp"}:
        return False
    helpers = [tree[i] for i in tree.below(mention.top, "aux")]
    return any(one.tag == "TO" for one in helpers) and all(one.lemma != "have" for one in helpers)


def is_told_past(mention: Mention) -> bool:
    """By a verb in the past, or as what did what such a verb says ('A blast tore through the depot')."""
    tree, index = mention.tree, mention.index
    if mention.is_verb:
        return tree[index].tag in PAST and not _is_to_be(mention)
    return tree[index].relation == "nsubj" and tree[tree[index].head].tag == "VBD"


def _weekday(expression: TimeExpression) -> str | None:
    return next((word for word in expression.text.split() if word in WEEKDAYS), None)


@remembered
def word_before(tree: Tree, start: int) -> str:
    """The word right before an offset, articles and 'at least' passed over; '' at the start of a sentence."""
    before = [tree.lower[token.index] for token in tree.sentence.tokens if token.end <= start and token.pos != "DET"]
    if before[-2:] == AT_LEAST:
        before = before[:-2]
    if before[-2:] == OF_DEADLINE:
        before = before[:-2]  # 'before the deadline of 12 May'
    return before[-1] if before else ""


def _dated(mention: Mention, status: Status, expression: TimeExpression, published: datetime.date | None) -> When:
    because = expression.because or (expression.text,)
    moment = moment_behind(mention.tree, expression.end)
    is_moment = moment is not None and (moment == mention.top or (not mention.is_verb and is_told_by(mention, moment)))
    word = "" if is_moment else _word_of(mention, status, expression)
    is_clock = expression.type == "TIME" and is_beside_clock(expression, word)
    span = _last_week(expression, published) if _is_past(mention, status) else expression.span
    span = edtf.last_of(span) if is_moment else outer_day(span, expression, word)
    goes_on_still = goes_on(mention) or (word == "since" and goes_on_since(mention))
    if goes_on_still and published is not None and span.is_bounded:
        span = until(span, published)
    else:
        span = before_clock(span, word) if is_clock else with_preposition(span, said(mention, status, word), published)
    if status in DONE and _is_past(mention, status):
        span = late_hour(so_far(span, expression, published), expression, published)
    span = written(span, mention, expression, word)
    span = edtf.part(span) if span is expression.span and is_part(expression, word) else span
    span = ahead(last_day(span, expression, word), published) if status is Status.PLANNED else span
    return When(
        span=span,
        basis=expression.basis,
        because=because,
        text=expression.text,
        start=expression.start,
        end=expression.end,
        rule=expression.rule,
    )


def _word_of(mention: Mention, status: Status, expression: TimeExpression) -> str:
    """The word before an expression; 'by' for 'as of Tuesday nine had died', which lists what was by then.

    None for 'put off until Friday', which is on Friday, nor for the attack in 'after Saturday's attack'.
    """
    if expression.rule == MOVED or _is_own_day(mention, expression):
        return ""
    is_by_then = status in HAPPENED and _is_past(mention, status) and is_as_of(mention.tree, expression.start)
    return "by" if is_by_then or _is_announced(mention, expression) else word_before(mention.tree, expression.start)


def _is_announced(mention: Mention, expression: TimeExpression) -> bool:
    """'The family announced his death on Monday': he had died by then."""
    is_death = mention.row.type == "death" and mention.carrier is not None and expression.span.precision == "day"
    return is_death and mention.tree[mention.top].lemma in ANNOUNCING


def _is_own_day(mention: Mention, expression: TimeExpression) -> bool:
    """'Saturday's attack', 'the 2019 attack'."""
    tree = mention.tree
    if " of " in expression.text:
        return False  # 'since the start of the year fires have burned'
    last = next((token for token in reversed(tree) if expression.start <= token.start < expression.end), None)
    if last is None or last.relation not in MODIFIERS | {"poss"} or last.head < last.index:
        return False
    is_of_noun = tree[mention.top].relation == "relcl" and tree[mention.top].head == last.head
    return last.head == mention.index or is_of_noun  # 'after the 2019 fire, in which nine died'


def goes_on_since(mention: Mention) -> bool:
    """'have killed forty since May', 'killing forty since May', 'have been robbed since May': a count or a deed that goes on.

    'Had been arrested since May' was once, some time between, and what 'has been shut since May' was shut then.
    """
    tree, index = mention.tree, mention.top
    perfect = [tree[i].tag for i in tree.below(index, "aux") if tree[i].lemma == "have"]
    is_perfect = tree[index].tag in {"VBN", "VBG"} and bool(perfect)
    if tree.below(index, "auxpass"):
        is_shut = mention.lemma in REACHING and not tree.below(index, "neg")
        return is_perfect and not PRESENT.isdisjoint(perfect) and not is_shut
    return is_perfect or (tree[index].tag == "VBG" and tree[index].relation == "advcl")


def _last_week(expression: TimeExpression, published: datetime.date | None) -> TimeSpan:
    """'cut its forecast on Wednesday' is no coming Wednesday, whatever 'forecast' made of it."""
    span = expression.span
    start = span.start_earliest
    is_ahead = published is not None and start is not None and start > published.toordinal()
    if not is_ahead or start is None or _weekday(expression) is None or span.precision != "day":
        return span
    return edtf.from_day(start - 7)


@lru_cache(maxsize=1_000)
def _undated(status: Status, published: datetime.date | None) -> When:
    if published is None or status in {Status.HYPOTHETICAL, Status.CANCELLED}:
        return When()
    day = published.toordinal()
    because = (f"published {published.isoformat()}",)
    if status is Status.PLANNED:
        return When(edtf.between(day, None), "published", because, because_earliest=because[0])
    return When(edtf.between(None, day), "published", because, because_latest=because[0])


def move(found: When, *, earliest: TimeSpan = UNKNOWN, latest: TimeSpan = UNKNOWN, because: str) -> When:
    """The When with a bound moved inwards by a link, to where `earliest` begins or `latest` ends; basis 'ordered'.

    Bounds that are no tighter change nothing. A guess that the bounds rule out is dropped.
    """
    low, high = found.span.start_earliest, found.span.end_latest
    new_low, new_high = earliest.start_earliest, latest.end_latest
    tighter_low = new_low is not None and (low is None or new_low > low)
    tighter_high = new_high is not None and (high is None or new_high < high)
    if not (tighter_low or tighter_high):
        return found
    first, last = (earliest if tighter_low else found.span), (latest if tighter_high else found.span)
    if _is_turned(first.start_earliest, last.end_latest):
        return found
    span = edtf.reaching(first, last)
    return replace(
        found,
        span=span,
        likely=found.likely if found.likely and edtf.allows(span, found.likely) else None,
        basis="ordered",
        because=(*found.because, because),
        because_earliest=because if tighter_low else found.because_earliest,
        because_latest=because if tighter_high else found.because_latest,
    )


def _is_turned(first: int | None, last: int | None) -> bool:
    """The start would lie after the end."""
    return first is not None and last is not None and first > last
