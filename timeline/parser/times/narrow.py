"""Parts of a moment: early, mid and late October, the end of 1990, the late 1980s, the first half of a century."""

from dataclasses import replace

from timeline.model import edtf
from timeline.model.span import TimeSpan
from timeline.parser.times.moments import Moment, stretch
from timeline.parser.times.reference import Meaning
from timeline.parser.times.vocabulary import vocabulary

DECADE_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
CENTURY_PARTS = {"early": (0, 33), "mid": (34, 66), "late": (67, 99), "first": (0, 49), "second": (50, 99),
                 "first quarter": (0, 24), "second quarter": (25, 49), "third quarter": (50, 74), "last quarter": (75, 99),
                 "first third": (0, 33), "second third": (34, 66), "last third": (67, 99)}  # fmt: skip
YEAR_PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "first": (1, 6), "second": (7, 12)}
HALVES = {"first": "first", "second": "second", "last": "second", "latter": "second"}


def narrowed(meaning: Meaning, lead: tuple[str, ...]) -> Meaning:
    """The meaning with the span of the part that the words say; its value stays (TIMEX3 has no parts)."""
    moment, name = meaning.moment, part_name(lead)
    if moment is None or name is None:
        return meaning
    span = part_span(moment, name)
    return meaning if span is None else replace(meaning, span=span)


def part_name(lead: tuple[str, ...]) -> str | None:
    """'early', 'mid', 'late', 'first', 'second', or None for words that name no part."""
    if "half" in lead:
        return next((HALVES[word] for word in lead if word in HALVES), None)
    if {"quarter", "third"} & set(lead) and "of" in lead:
        return f"{'last' if 'final' in lead else lead[lead[0] == 'the']} {lead[-2]}"
    if {"days", "weeks", "decades"} & set(lead):
        return "early" if {"first", "opening", "early"} & set(lead) else "late"
    for word in lead:
        if said := vocabulary().value("part", word) or vocabulary().value("edge", word):
            return said
    return None


def part_span(moment: Moment, name: str) -> TimeSpan | None:
    """The days of that part; None where a part says nothing exact."""
    if moment.grain == "month":
        return _part_of_month(moment, name)
    if moment.grain == "year" and name in YEAR_PARTS:
        first, last = YEAR_PARTS[name]
        return edtf.interval(edtf.month(moment.number, first), edtf.month(moment.number, last))
    parts = {"decade": DECADE_PARTS, "century": CENTURY_PARTS}.get(moment.grain, {})
    if name not in parts or moment.number < 0:
        return None
    first_year = moment.number * (10 if moment.grain == "decade" else 100)
    first, last = parts[name]
    return edtf.interval(edtf.year(first_year + first), edtf.year(first_year + last))


def _part_of_month(month: Moment, name: str) -> TimeSpan | None:
    days = {"early": (0, 9), "mid": (10, 19), "late": (20, None), "first": (0, 14), "second": (15, None)}.get(name)
    if days is None:
        return None
    return stretch(month.first + days[0], month.last if days[1] is None else month.first + days[1])
