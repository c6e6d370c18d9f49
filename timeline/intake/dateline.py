"""Datelines: where and when a report was filed ('KABUL, Oct 12 (Agency) —'), told by `rules/en/datelines.txt`."""

import datetime
import re
from dataclasses import dataclass
from functools import cache

from timeline.intake.furniture import compile_row
from timeline.intake.published import MONTH, day_in_words
from timeline.lexicon import rows

WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )"
CAPITALS = r"[A-Z][A-Z.'’-]*[A-Z.](?:[ /-][A-Z][A-Z.'’-]*[A-Z.])*"
PLACE = r"[A-Z][\w'’-]+(?: (?:(?:de|del|la|es|of|the|al|el) )?[A-Z][\w.'’-]+){0,3}"
MONTHS = rf"(?:{MONTH}|(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\.?)"
DATE = rf"{WEEKDAY}?(?:{MONTHS} \d{{1,2}}|\d{{1,2}} {MONTHS})(?:,? \d{{4}})?"
REGION = rf"(?:, (?:(?:[A-Z]\.){{2,3}}|[A-Z]{{2,3}}\b|{PLACE})\.?)"
WORDS = {
    "capitals": CAPITALS,
    "place": PLACE,
    "region": REGION,
    "date": DATE,
    "agency": r"(?:\([A-Z][\w .&/’'-]{1,40}\)|/[A-Z][A-Za-z -]{1,20}/)",
    "dash": r"(?:--+|[-–—_―])",
}
ALONE = re.compile(
    rf"(?:(?-i:(?P<place>(?!{WEEKDAY}|[A-Z]\w+ed\b){PLACE}{REGION}?)), )?"
    rf"(?:(?:published|posted|publish date|date|sent|issued)(?: on)?:? )?{WEEKDAY}?"
    rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d)"
    r"(?:,? (?:at )?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,5}| [+-]\d{4})?)?"
    r"(?:\s*[•·|,–-]\s*(?:last )?updated.{0,40})?\.?",
    re.IGNORECASE,
)
LONGEST = 4  # words of a place
NOT_PLACES = frozenset("SUMMARY FLASH ALERT VERDICT BACKGROUND TIMELINE RESULT RESULTS AM PM AND OR THE NO YES".split())


@dataclass(frozen=True, slots=True)
class Dateline:
    """How much of the paragraph it takes, the reporter's place, and the day of publication where it has its year."""

    length: int
    place: str | None
    day: datetime.date | None
    rule: str


def dateline(paragraph: str) -> Dateline | None:
    """The dateline that a paragraph starts with or is, None without one."""
    if found := ALONE.fullmatch(paragraph):
        return Dateline(len(paragraph), found["place"], _day_alone(paragraph), "date alone")
    for name, says, pattern in dateline_rules():
        if found := pattern.match(paragraph):
            return _dateline(name, found) if says and not _is_flash(paragraph, found) else None
    return None


def _is_flash(paragraph: str, found: re.Match[str]) -> bool:
    """'MINISTER RESIGNS AFTER COALITION COLLAPSES - STATE TV': words in capitals before a dash, and no day or agency."""
    place = found.groupdict().get("place") or ""
    is_bare = place.isupper() and not any(sign.isdigit() or sign in "(/" for sign in found[0].removeprefix(place))
    return is_bare and (len(place.split()) > LONGEST or paragraph.isupper())


@cache
def dateline_rules() -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    """(name, whether it is a dateline, pattern) of each row. RuleError on a bad one."""
    return tuple((row["name"], row["says"] == "dateline", compile_row(row, WORDS)) for row in rows("datelines"))


def _dateline(name: str, found: re.Match[str]) -> Dateline | None:
    place = found.groupdict().get("place")
    if place in NOT_PLACES or (place and len(place) < 3):
        return None
    return Dateline(len(found[0].rstrip()), _readable(place) if place else None, day_in_words(found[0]), name)


def _readable(place: str) -> str:
    """'NEW DELHI' as 'New Delhi'; mixed letters as they are."""
    return ", ".join(part.title() if part.isupper() else part for part in place.split(", "))


def _day_alone(paragraph: str) -> datetime.date | None:
    iso = re.search(r"\d{4}-\d\d-\d\d", paragraph)
    if iso is None:
        return day_in_words(paragraph)
    try:
        return datetime.date.fromisoformat(iso[0])
    except ValueError:
        return None
