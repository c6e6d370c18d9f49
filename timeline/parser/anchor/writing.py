"""Writing: how exactly the date of a happening is written, given the expression that dates it. Never which expression does."""

import re

from timeline.model import edtf
from timeline.model.span import UNKNOWN, TimeSpan
from timeline.model.time import TimeExpression
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.phrases import PLURAL

ABOUT = frozenset(
    "about around roughly approximately nearly almost shortly just before after toward towards by near".split()
)
HOURS = frozenset({"noon", "midday", "midnight", "later", "earlier"})  # 'at noon', 'an hour later': no minute is meant
NIGHT = "TNI"
TWO_DAYS = re.compile(r"\d\s*(?:to|and|[-–/])\s*\d")  # 'the night of 9 to 10 May'
MIDNIGHT = "T24:00"
LATE = re.compile(r"\b(?:evening|night|dusk|(?:1[89]|2[0-3])[:.]\d\d|(?:[6-9]|1[01])(?:[:.]\d\d)? ?p\.?m\b)")
ENDLESS = ("at the earliest", "at the latest")
ONE_DAY = 1
PARTS_OF_YEAR = edtf.QUARTER_MONTHS | edtf.HALF_MONTHS


def written(span: TimeSpan, mention: Mention, expression: TimeExpression, word: str) -> TimeSpan:
    """The span as it is written for a happening; `word` is the one before the expression."""
    if span is not expression.span:
        return span
    if (last := next((side for side in ENDLESS if side in _behind(mention, expression)), None)) is not None:
        return edtf.between(span.start_earliest, None) if last == ENDLESS[0] else edtf.reaching(UNKNOWN, span)
    is_night = expression.rule == "overnight" or (
        NIGHT in expression.value and TWO_DAYS.search(expression.text) is not None
    )
    if is_night and span.width == ONE_DAY and span.start_earliest is not None:
        return edtf.between(span.start_earliest, span.start_earliest + 1)
    if expression.type == "TIME" and span.width == ONE_DAY and _is_rough(expression, word):
        return _day(span, expression, word)
    if word == "between" and span.precision == "bounds" and _are_many(mention):
        return edtf.parse(f"{str(span)[1:-1].replace('..', '/')}")
    return in_months(span)


def _behind(mention: Mention, expression: TimeExpression) -> str:
    """The three words behind an expression."""
    tree = mention.tree
    first = next((token.index for token in tree if token.start >= expression.end), len(tree))
    return " ".join(tree.lower[first : first + 3])


def _is_rough(expression: TimeExpression, word: str) -> bool:
    """'about 1:20 p.m.', 'shortly after four', 'at noon': said of an hour, and of no minute."""
    words = expression.text.lower().split()
    return word in ABOUT or bool(ABOUT & set(words)) or bool(HOURS & set(words))


def _day(span: TimeSpan, expression: TimeExpression, word: str) -> TimeSpan:
    """The day; midnight is the end of that which it is named by, but 'shortly after midnight' of an evening is the next."""
    if word == "after" and LATE.search(expression.because[-1] if expression.because else ""):
        return edtf.from_day(span.start_earliest or 0)
    is_end = MIDNIGHT in expression.value and (span.earliest_clock or "").startswith("00:00")
    return edtf.from_day((span.start_earliest or 0) - is_end)


def _are_many(mention: Mention) -> bool:
    """'received payments', 'killed 43 people': not one deed at one moment."""
    tree = mention.tree
    return any(tree[index].tag in PLURAL for index in tree.below(tree.clause(mention.top), "dobj", "nsubjpass"))


def in_months(span: TimeSpan) -> TimeSpan:
    """A quarter or a half of a year as the months from its first to its last: what is told of it is told of all of them."""
    text = str(span)
    year, _, code = text.rpartition("-")
    is_one = year.lstrip("-").isdigit()  # and no span 'from February to the second half of 2022'
    if not (is_one and code.isdigit() and int(code) in PARTS_OF_YEAR):
        return span
    first, last = PARTS_OF_YEAR[int(code)]
    return edtf.interval(edtf.month(int(year), first), edtf.month(int(year), last))
