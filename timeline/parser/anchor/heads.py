"""Heads: days that stand alone above paragraphs, or open one before a colon or a dash, and what is of these days.

Of a page that says what is to come ("The week ahead") a head is the next day so called, and what stands under it is planned.
"""

import datetime
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from timeline.model import edtf
from timeline.model.document import Block, BlockKind, Document
from timeline.model.time import TimeExpression
from timeline.model.value import value
from timeline.parser.anchor.meant import year_before
from timeline.parser.known.wordlists import word_list

KINDS = frozenset({BlockKind.TEXT, BlockKind.TITLE, BlockKind.DATELINE})
MARK = re.compile(r"\s*(?:[-*•·–—]\s*)?(?:on )?")
ALONE = re.compile(r"\W*(?:\(?\w+day\)?)?\W*")
AGO = re.compile(r"\w+ (?:years?|decades?) ago\W*", re.IGNORECASE)
BEFORE = re.compile(r"\s*(?:\(\w+day\)\s*)?(?:[:|]|[-–—](?=\s)|\.(?=\s+[\"“]?[A-Z]))")
SEPARATOR = re.compile(r"\W*")
PRECISE = frozenset({"day", "month", "year"})
PREVIEW = re.compile(rf"\b(?:{'|'.join(sorted(word_list('preview')))})\b")
CLOCK = 12  # letters of '11.45 p.m. GMT', which no day stands before
LONGEST = 80  # letters of a title
OPENING = 2  # blocks in which a page says what it is
WEEK = 7  # days


@value
class Entry:
    """What stands under a day: offsets of the body, and the expression that gives the day."""

    start: int
    end: int
    day: TimeExpression
    is_register: bool = False  # what it tells in the past is of its day, too
    is_coming: bool = False  # what it does not tell in the past is planned for its day


def headed(document: Document, expressions: Sequence[TimeExpression], apart: Collection[int]) -> list[Entry]:
    """What stands under or behind the days that open paragraphs; `apart`: where the cells of a table begin."""
    found: list[Entry] = []
    is_open = False  # what comes next is still of the last day
    is_preview = _is_preview(document)
    first: dict[int, TimeExpression] = {}
    for expression in expressions:
        first.setdefault(expression.start, expression)
    for block, after in zip(document.blocks, [*document.blocks[1:], None], strict=True):
        head = _head(document, block, after, first) if block.start not in apart else None
        head = head or _hour_after(block, after, first, found)
        if head is None:
            if is_open and block.kind is not BlockKind.MARK:
                found[-1] = replace(found[-1], end=block.end)
            continue
        is_alone = head.start == block.end and block.kind is not BlockKind.MARK
        own = _day_alone(head.day)
        day = _next_day(own, document.published) if is_preview else no_later(own, document.published)
        is_coming = _is_ahead(day, document.published)
        is_open = is_alone and is_preview >= is_coming
        if is_preview >= is_coming:  # elsewhere what is to come is no news of a day
            found.append(replace(head, day=day, is_coming=is_coming))
    return found


def _head(document: Document, block: Block, after: Block | None, first: Mapping[int, TimeExpression]) -> Entry | None:
    """The entry that a block opens, if it does; that of a mark is the block behind it."""
    words = document.body[block.start : block.end]
    if block.kind is BlockKind.MARK:
        day = first.get(block.start)
        is_all = day is not None and SEPARATOR.fullmatch(document.body, day.end, block.end) is not None
        is_dated = day is not None and (day.type == "DATE" or len(day.text) > CLOCK)
        return (
            Entry(block.end, after.end, day) if day is not None and after is not None and is_all and is_dated else None
        )
    mark = MARK.match(words)
    day = first.get(block.start + (mark.end() if mark else 0)) if block.kind in KINDS else None
    if day is None or day.span.precision not in PRECISE or day.type != "DATE":
        return None
    behind = words[day.end - block.start :]
    is_alone = ALONE.fullmatch(behind) is not None and (
        day.span.precision != "year" or AGO.fullmatch(words) is not None
    )
    if not is_alone and not BEFORE.match(behind):
        return None
    return Entry(block.end if is_alone else day.end, block.end, day)


def _hour_after(
    block: Block, after: Block | None, first: Mapping[int, TimeExpression], found: Sequence[Entry]
) -> Entry | None:
    """'7.25 p.m.:' below 'June 17, 6.40 p.m.: …' is of the day of that."""
    hour = first.get(block.start) if block.kind is BlockKind.MARK and after is not None else None
    is_hour = hour is not None and hour.type == "TIME" and len(hour.text) <= CLOCK and block.end - hour.end <= len(": ")
    return Entry(block.end, after.end, found[-1].day) if is_hour and found and after is not None else None


def _day_alone(day: TimeExpression) -> TimeExpression:
    """The day of 'June 17, 6.40 p.m.'."""
    start = day.span.start_earliest
    if day.type != "TIME" or start is None or day.basis != "resolved":
        return day
    span = edtf.from_day(start)
    return replace(day, span=span, value=str(span))


def _is_preview(document: Document) -> bool:
    """Whether it says at its beginning that it tells what is to come."""
    told = [block for block in document.blocks if block.kind in KINDS][:OPENING]
    words = " ".join(
        document.body[block.start : block.end].lower() for block in told if block.end - block.start <= LONGEST
    )
    return PREVIEW.search(words) is not None


def no_later(day: TimeExpression, published: datetime.date | None) -> TimeExpression:
    """'March 6', which is over when it is told of: the last one."""
    if not _is_ahead(day, published) or day.basis != "resolved" or not any(sign.isdigit() for sign in day.text):
        return day
    span = year_before(day.span)
    return day if span is None else replace(day, span=span, value=str(span))


def _next_day(day: TimeExpression, published: datetime.date | None) -> TimeExpression:
    """'Sunday', as a page means it that tells what is to come: the next one."""
    start = day.span.start_earliest
    is_weekday = day.basis == "resolved" and day.span.width == 1 and not any(sign.isdigit() for sign in day.text)
    if published is None or start is None or not is_weekday or start >= published.toordinal():
        return day
    span = edtf.from_day(start + WEEK)
    return replace(day, span=span, value=str(span)) if start + WEEK > published.toordinal() else day


def _is_ahead(day: TimeExpression, published: datetime.date | None) -> bool:
    """Whether it comes after publication."""
    start = day.span.start_earliest
    return published is not None and start is not None and start > published.toordinal()
