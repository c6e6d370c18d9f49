"""When a text was published: days as callers and pages write them, and the day that an address or a dateline tells.

Nothing is ever guessed: no clock, no text search. What is not a whole date with its year gives nothing.
"""

import datetime
import re
from email.utils import parsedate

from timeline.errors import InputError
from timeline.model.address import parts

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?=$|[T ])")
DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? ({MONTH}),? (\d{{4}})\b", re.IGNORECASE)
MONTH_FIRST = re.compile(rf"\b({MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b", re.IGNORECASE)
IN_PATH = (
    re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?=[/_.-]|$)"),
    re.compile(rf"/((?:19|20)\d\d)/({MONTH})/(\d{{1,2}})(?=[/_.-]|$)", re.IGNORECASE),
    re.compile(r"/((?:19|20)\d\d)-(\d\d)-(\d\d)(?=[/_.-]|$)"),
    re.compile(r"/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_.-]|$)"),
)


def read_day(text: str, *, place: str | None = None) -> datetime.date:
    """The day of '2025-10-29', '2025-10-29T08:00:00+05:00', '29 October 2025', 'Wed, 29 Oct 2025 08:00 GMT'.

    A clock and a zone are passed over: the day is the one that was written. InputError for all else.
    """
    day = _iso_day(text.strip()) or day_in_words(text) or _mail_day(text)
    if day is None:
        raise InputError(f"no such date: {text[:60]!r} (write it as 2025-10-29)", place=place)
    return day


def day_in_words(text: str) -> datetime.date | None:
    """The first whole date in words, 'October 29, 2025' or '29 Oct 2025'; None without one."""
    if found := DAY_FIRST.search(text):
        return _day(found[3], found[2], found[1])
    if found := MONTH_FIRST.search(text):
        return _day(found[3], found[1], found[2])
    return None


def day_in_address(url: str | None) -> datetime.date | None:
    """The day in an address's path: /2025/10/29/, /2025/oct/29/, /2025-10-29-…, /20251029/. None without one."""
    path = parts(url).path
    found = (pattern.search(path) for pattern in IN_PATH)
    days = (_day(match[1], match[2], match[3]) for match in found if match)
    return next((day for day in days if day), None)


def _iso_day(text: str) -> datetime.date | None:
    found = ISO.match(text)
    return _day(found[1], found[2], found[3]) if found else None


def _mail_day(text: str) -> datetime.date | None:
    parts = parsedate(text)
    return _day(str(parts[0]), str(parts[1]), str(parts[2])) if parts else None


def _day(year: str, month: str, day: str) -> datetime.date | None:
    number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
    try:
        return datetime.date(int(year), number, int(day))
    except ValueError:
        return None
