"""Narrative: whether a text tells of days long past, and is its own calendar, or of the news; by the years that it says."""

import datetime

from timeline.parser.times.recognise import Phrase
from timeline.parser.times.reference import Reference

LONG_AGO = 3  # years
CALENDAR = frozenset({"date", "days", "years", "season", "iso", "feast"})  # kinds of rules
DEICTIC = frozenset({"today", "weekday", "ago", "lastnight", "thismorning", "unit"})
DATED = CALENDAR | DEICTIC


def first_reference(phrases: list[Phrase], published: datetime.date | None) -> Reference:
    """What the first phrase is read against: in a narrative with no date before it, the first year that comes."""
    today = None if published is None else published.toordinal()
    if not is_narrative(phrases, published):
        return Reference(today)
    return Reference(today, is_narrative=True)


def is_narrative(phrases: list[Phrase], published: datetime.date | None) -> bool:
    """Whether the text tells of days long past: several full dates well before publication, and few words like 'today'.

    A text that begins with such a word, or with a weekday ('died on Sunday'), tells the news first.
    """
    if published is None:
        return True
    years = [year_said(phrase) for phrase in phrases if _is_dating(phrase)]
    old = sum(1 for year in years if year is not None and year < published.year - LONG_AGO)
    near = sum(1 for phrase in phrases if phrase.rule.kind in DEICTIC)
    is_old_from_the_start = bool(years) and years[0] is not None and years[0] < published.year - LONG_AGO
    return is_old_from_the_start and old > 2 * near


def _is_dating(phrase: Phrase) -> bool:
    return phrase.rule.kind in DATED or phrase.day is not None


def year_said(phrase: Phrase) -> int | None:
    """The year of a phrase that says one in digits, or of its day."""
    if phrase.day is not None:
        return year_said(phrase.day)
    digits = [word for name in ("year", "yearno", "feastyear") for word in phrase.terms.get(name, ()) if word.isdigit()]
    return int(digits[0]) if digits else None
