"""Columns: pages whose entries open with half of a date, and whose title has the rest: 'On this day, 5 March' above '1872: …',
'The year in our town: 2013' above 'January: …'."""

import calendar
import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.errors import EdtfError
from timeline.model import edtf
from timeline.model.days import calendar_day
from timeline.model.document import BlockKind, Document
from timeline.model.span import TimeSpan
from timeline.model.time import TimeExpression

KINDS = frozenset({BlockKind.TITLE, BlockKind.TEXT, BlockKind.DATELINE})
SEVERAL = 2
OPENING = r"\s*(?:[-*•·–—]\s*)?"
YEAR = re.compile(rf"{OPENING}(?P<when>\d{{3,4}})(?:\s*[:|]|\s+[-–—](?=\s)|\s*\n)")
MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
NAMED = "|".join(MONTHS)
MONTH = re.compile(
    rf"{OPENING}(?P<when>(?P<month>{NAMED})(?: \d{{1,2}})?)\s*(?:[:|]|[-–—](?=\s)|$)",
    re.IGNORECASE,
)
THIS_DAY = re.compile(r"\b(?:(?:this|that) (?:very )?day|day in history|today in|born today)\b", re.IGNORECASE)
REVIEW = re.compile(
    r"\b(?:review|year in|looking back|look back|chronology|chronicle|highlights|events of|year that was)\b",
    re.IGNORECASE,
)
DAY = re.compile(
    rf"\b(?:(?P<before>{NAMED}) (?P<day>\d{{1,2}})|(?P<first>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<after>{NAMED}))\b",
    re.IGNORECASE,
)

Line = tuple[int, str]  # where it begins in the body, and its words


def with_titles(document: Document, expressions: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The expressions, those that open an entry with what the title says of them; with the months that none was."""
    lines = [(start, document.body[start:end]) for start, end in _lines(document)]
    if len(lines) <= SEVERAL:
        return tuple(expressions)
    found = {**_of_day(lines, expressions, document.published), **_of_year(lines, expressions, document.published)}
    if not found:
        return tuple(expressions)
    others = (one for one in expressions if one.start not in found)
    return tuple(sorted((*others, *found.values()), key=lambda one: one.start))


def _lines(document: Document) -> Iterator[tuple[int, int]]:
    """Where the paragraphs begin and end, those that a mark opens with it."""
    start: int | None = None
    for block in document.blocks:
        if block.kind in KINDS:
            yield block.start if start is None else start, block.end
        start = block.start if block.kind is BlockKind.MARK else None


def _of_day(
    lines: Sequence[Line], expressions: Sequence[TimeExpression], published: datetime.date | None
) -> dict[int, TimeExpression]:
    """The years that open entries, and those of births and deaths, as the day of these years that the page is of."""
    years = dict(_opening(lines, YEAR))
    if len(years) < SEVERAL:
        return {}
    head = [line for line in lines if line[0] < min(years)]
    if not any(THIS_DAY.search(words) or DAY.fullmatch(words) for _, words in head):
        return {}
    named = next((match for _, words in head if (match := DAY.search(words))), None)
    if named is not None:
        (month, day), because = _numbers(named), named[0]
    elif published is not None:
        (month, day), because = (published.month, published.day), f"published {published}"
    else:
        return {}
    return {
        one.start: _told(one, span, because)
        for one in expressions
        if one.start in years and one.span.precision == "year" and (span := _day(one.span, month, day)) is not None
    }


def _of_year(
    lines: Sequence[Line], expressions: Sequence[TimeExpression], published: datetime.date | None
) -> dict[int, TimeExpression]:
    """The months that open entries, in their order, as those of one year: the title's, else the last that is over."""
    months = dict(_opening(lines, MONTH))
    numbers = [MONTHS[match["month"].title()] for match in months.values()]
    if len(months) < SEVERAL or published is None or numbers != sorted(numbers):
        return {}
    head = [one for one in expressions if one.start < min(months) and re.fullmatch(r"\d{4}", one.text)]
    is_review = any(REVIEW.search(words) for start, words in lines if start < min(months))
    year = int(head[0].text) if len(head) == 1 else published.year - (numbers[-1] > published.month)
    if year > published.year or not (is_review or len(head) == 1):
        return {}
    told = {one.start: one for one in expressions if one.start in months and one.basis == "resolved"}
    stated = {one.start for one in expressions} - set(told)
    because = head[0].text if len(head) == 1 else f"published {published}"
    return {
        start: _told(told.get(start) or _expression(start, match), span, because)
        for start, match in months.items()
        if start not in stated and (span := _month(match["when"], year)) is not None
    }


def _opening(lines: Sequence[Line], pattern: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """Where each entry's opening begins in the body, and what fits the pattern."""
    for start, words in lines:
        if match := pattern.match(words):
            yield start + match.start("when"), match


def _numbers(named: re.Match[str]) -> tuple[int, int]:
    """'5 March', 'March 5' -> (3, 5)."""
    return MONTHS[(named["before"] or named["after"]).title()], int(named["day"] or named["first"])


def _day(year: TimeSpan, month: int, day: int) -> TimeSpan | None:
    """None for the 29th of a February that had none."""
    number = calendar_day(year.start_earliest)[0] if year.start_earliest is not None else None
    try:
        return None if number is None else edtf.day(number, month, day)
    except (EdtfError, ValueError):
        return None


def _month(words: str, year: int) -> TimeSpan | None:
    name, _, day = words.partition(" ")
    month = MONTHS[name.title()]
    return _day(edtf.year(year), month, int(day)) if day else edtf.month(year, month)


def _told(one: TimeExpression, span: TimeSpan, because: str) -> TimeExpression:
    return replace(one, value=str(span), span=span, basis="resolved", because=(because,))


def _expression(start: int, match: re.Match[str]) -> TimeExpression:
    """A month that no row reads by itself: 'March:'."""
    words = match["when"]
    return TimeExpression(
        start, start + len(words), words, "DATE", "", edtf.month(1, 1), "month of a column", "resolved"
    )
