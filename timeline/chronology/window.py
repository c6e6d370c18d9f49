"""In which days to look for the like of a Statement, and how wide a span may be to say something."""

import re

from timeline.chronology import wording
from timeline.chronology.death import counts_dead, slain
from timeline.chronology.downfall import downfalls
from timeline.chronology.wreck import wrecked
from timeline.model.span import TimeSpan
from timeline.model.statement import Statement
from timeline.model.time import When

CLOSE_DAYS = 366  # a wider span says too little to find its like by
WIDE_DAYS = 62  # a wider one says little
NEWS_DAYS = 3  # the news of the day, told without a date, is looked for in the days before its report
RECENT_DAYS = 31  # what else a text tells without a date
SINCE_DAYS = 731  # what it tells as known ('the ceasefire', 'had been signed')
LIFE_DAYS = 7305  # the death of somebody with a name, told without its day
COMING_DAYS = 31  # and what is only planned, in the days after
LEAD = 120  # a sentence that starts within so many characters tells the news
LONG_DAYS = 7  # what goes on for longer is not the same as one thing in it, nor a plan for it plainly the same
NARROW_DAYS = 3  # a span so short that the trigger's exact word no longer matters
WEEKS = re.compile(r"\b([\w-]+) (?:weeks?|fortnight)\b")
LOOSELY = {"a": 1, "one": 1, "two": 2}  # days by which so many weeks may be off
MOST_LOOSELY = 4
WEEK = 7
ORDERED = "ordered"

Days = tuple[int, int]


def window(when: When, *, back: int = RECENT_DAYS) -> Days | None:
    """The days (numbers, inclusive) in which to look for the like of something dated so; None when too vague.

    `back` bounds how many days before its report something may have been.
    """
    first, last = when.span.start_earliest, when.span.end_latest
    if first is None:
        return (last - back, last) if last is not None else None
    if last is None:
        return first, first + COMING_DAYS
    if last - first < CLOSE_DAYS:
        return first, last
    return (max(first, last - SINCE_DAYS), last) if when.basis == ORDERED else None


def days_of(told: Statement) -> Days | None:
    """The days in which to look for the like of a Statement."""
    if told.when.span.start_earliest is not None:  # then it does not matter how it is told
        return window(told.when)
    return window(told.when, back=days_back(told))


def days_back(told: Statement) -> int:
    """How many days before its report something undated may have been."""
    lemma = wording.lemma(told)
    if wording.points_back(told) or counts_dead(told) or slain(told) or wrecked(told, lemma) or downfalls(told, lemma):
        return SINCE_DAYS
    return NEWS_DAYS if told.start < LEAD else RECENT_DAYS


def is_close(span: TimeSpan, days: int) -> bool:
    """Whether both ends are known and at most so many days are possible."""
    return span.width is not None and span.width <= days


def slack(when: When) -> int:
    """By how many days a day that is counted in weeks ('six weeks later') may be off; 0 for all others."""
    found = WEEKS.search(when.text.casefold()) if when.text and is_close(when.span, WEEK) else None
    return LOOSELY.get(found[1], MOST_LOOSELY) if found else 0
