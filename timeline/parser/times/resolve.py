"""What the phrases mean here: each kind of phrase has its reader. The only importer of dateparser, which values numeric dates."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from timeline.model import edtf
from timeline.parser.times import (
    anniversaries,
    clocks,
    dates,
    feasts,
    foreign,
    lengths,
    relatives,
    seasons,
    shifts,
    weekdays,
    years,
)
from timeline.parser.times.moments import Moment, timex
from timeline.parser.times.narrow import narrowed
from timeline.parser.times.recognise import Phrase
from timeline.parser.times.reference import BACKWARD, Meaning, Reference, stated

Reader = Callable[[Phrase, Reference], Meaning | None]


def numeric(phrase: Phrase, _: Reference) -> Meaning | None:
    """2025-10-11, 13/10/2025, 19-Nov-12; one that can be read in two orders says so in its span."""
    text = phrase.word("isodate") or phrase.word("isotime") or phrase.word("slashdate") or phrase.word("dashdate") or ""
    if "isotime" in phrase.terms:
        return clocks.iso_time(text)
    order = "YMD" if len(text.replace("/", " ").replace(".", " ").replace("-", " ").split()[0]) == 4 else "MDY"
    if order == "MDY" and "." in text:
        order = "DMY"
    number = numeric_day(text, order)
    if number is None:
        return None
    meaning = stated(Moment("day", number))
    if order == "MDY" and (other := numeric_day(text, "DMY")) not in (None, number) and "slashdate" in phrase.terms:
        return _two_readings(meaning, other)
    return meaning


def _two_readings(meaning: Meaning, other: int | None) -> Meaning:
    """The American reading first; marked as uncertain."""
    span = meaning.span.with_edtf(f"{meaning.span.edtf}?")
    other_day = timex(Moment("day", other)) if other is not None else ""
    return replace(meaning, span=span, because=f"or {other_day}, day first")


@lru_cache(maxsize=4096)
def numeric_day(text: str, order: str) -> int | None:
    """The day number of a numeric date, valued by dateparser in that order; None when there is no such day."""
    import dateparser  # takes a fifth of a second, which most texts need not

    settings = {
        "DATE_ORDER": order, "REQUIRE_PARTS": ["day", "month", "year"], "PREFER_LOCALE_DATE_ORDER": False,
        "PARSERS": ["absolute-time"], "RELATIVE_BASE": datetime.datetime(2000, 1, 1), "TIMEZONE": "UTC",
    }  # fmt: skip
    found = dateparser.parse(text, languages=["en"], settings=settings)
    return found.toordinal() if found is not None else None


READERS: dict[str, Reader] = {
    # the calendar
    "iso": numeric, "slash": numeric, "dash": numeric, "date": dates.date, "fiscal": dates.date,
    "monthday": dates.month_day, "thatyear": dates.that_year, "isomonth": years.numeric_month,
    "shortyear": years.short_year, "monthshortyear": years.month_short_year, "smallyear": years.small_year,
    "isoweek": weekdays.iso_week,
    "weekofyear": weekdays.week_of_year, "fiscalshort": years.fiscal_short, "doubleyear": years.double_year,
    "decade": years.decade, "century": years.century, "oldcentury": years.old_century, "firstdecade": years.first_decade,
    "turn": years.turn,
    "season": seasons.season, "quarter": seasons.quarter, "half": seasons.half, "halfyear": seasons.half,
    "edgeday": weekdays.edge_day, "feast": feasts.feast,
    "feastweekend": feasts.weekend, "on": feasts.known_day, "foreign": foreign.foreign,
    # counted from now or from the last date
    "today": relatives.today, "unit": relatives.unit, "sameunit": relatives.same_unit, "unitnow": relatives.unit_now,
    "nthunit": relatives.unit_now, "nextunit": relatives.next_unit, "beforelast": relatives.before_last,
    "yearago": relatives.year_ago,
    "yearend": relatives.year_end, "latestperiod": relatives.latest_period, "periodof": relatives.period_of,
    "nextnamed": weekdays.next_named, "lastmonth": weekdays.relative_month, "weekday": weekdays.weekday,
    "weekend": weekdays.weekend, "weekendof": weekdays.weekend_of, "weekendofmonth": weekdays.weekend_of_month,
    "weekof": weekdays.week_of,
    "weekfrom": weekdays.week_from, "weektoday": weekdays.week_today,
    "anyweekday": weekdays.any_weekday, "weekofmonth": weekdays.week_of_month, "nthweekday": weekdays.weekday_of_month,
    "lastday": weekdays.relative_day, "namesago": weekdays.names_ago, "namebeforelast": weekdays.name_before_last,
    "monthyearago": weekdays.month_year_ago, "ago": shifts.ago, "agofrom": anniversaries.ago_from,
    "dayofyear": anniversaries.day_of_year,
    "thistime": anniversaries.this_time, "sameofyear": anniversaries.same_of_year, "ahead": shifts.ahead, "earlier": shifts.earlier,
    "later": shifts.later, "ref": relatives.reference_word,
    # lengths and repeated times
    "duration": lengths.duration, "asmany": lengths.duration, "age": lengths.duration, "fixed": lengths.fixed,
    "firstmonths": lengths.duration, "stretch": lengths.period,
    "recent": lengths.recent, "set": lengths.repeated,
}  # fmt: skip
DAY_KINDS: dict[str, Callable[[Phrase, Reference, Meaning | None], Meaning | None]] = {
    "clock": clocks.clock, "part": clocks.part, "overnight": clocks.part,
    "partofday": clocks.part, "lastnight": clocks.part, "thismorning": clocks.part,
    "thatnight": clocks.part, "hourthat": clocks.hour_of_that, "daybeside": shifts.day_beside,
}  # fmt: skip


SOON = 14  # days
FROM_NOW = frozenset({"ago", "ahead", "namesago", "monthyearago", "beforelast", "yearago"})
BESIDE = BACKWARD | {"following"}  # 'the previous week' and 'the following year' count from the last date


def counts_from_now(phrase: Phrase) -> bool:
    """Whether a phrase counts from the day of publication: 'last year', 'two weeks ago'; 'the following year' does not."""
    if phrase.rule.kind in FROM_NOW:
        return phrase.rule.kind != "yearago" or "ago" in phrase.words
    return "rel" in phrase.terms and "same" not in phrase.terms and BESIDE.isdisjoint(phrase.terms["rel"])


def resolve(phrase: Phrase, reference: Reference) -> Meaning | None:
    """What a phrase means against a reference; None when it means no time after all.

    A text with no day of publication has no 'now': 'last year' is not the year before the last date that it gave.
    """
    if reference.published is None and reference.last is not None and counts_from_now(phrase):
        reference = replace(reference, last=None, last_words="", quarter=None)
    if phrase.rule.kind in DAY_KINDS:
        day = resolve(phrase.day, reference) if phrase.day is not None else None
        return None if phrase.day is not None and day is None else DAY_KINDS[phrase.rule.kind](phrase, reference, day)
    meaning = READERS[phrase.rule.kind](phrase, reference)
    if meaning is not None and phrase.day is not None:
        day = resolve(phrase.day, reference)
        if phrase.rule.kind == "unitnow":
            return relatives.quarter_ended(meaning, day, reference)
        if phrase.rule.kind == "firstmonths":
            return lengths.months_of_year(meaning, day, is_first="first" in phrase.words)
        return lengths.ending(meaning, day)
    if meaning is None or "lead" not in phrase.terms:
        return meaning
    return narrowed(meaning, phrase.terms["lead"])


def resolve_ends(phrase: Phrase, reference: Reference) -> tuple[Meaning, Meaning] | None:
    """What the two ends of a range mean: the second first, the first near it; None when they are in no order."""
    if phrase.rule.kind in ("after", "before"):
        return _unordered_ends(phrase, reference)
    if reference.direction < 0 and (ends := _ends_around_today(phrase, reference)) is not None:
        return ends
    if {end.rule.kind for end in phrase.ends} == {"clock"}:
        return _clock_ends(phrase.ends[0], phrase.ends[1], reference)
    if _lends_year(*phrase.ends):
        return _forward_ends(phrase, reference)
    second = resolve(phrase.ends[1], reference)
    if {end.rule.kind for end in phrase.ends} == {"weekday"} and second is not None and second.moment is not None:
        return weekdays.in_a_row(phrase.ends[0], second, second.moment), second
    if second is None or second.moment is None:
        return _unordered_ends(phrase, reference)
    first = _before(phrase.ends[0], second, second.moment, reference)
    if first is None or first.moment is None or first.moment.first > second.moment.first:
        return None
    return first, second


def _ends_around_today(phrase: Phrase, reference: Reference) -> tuple[Meaning, Meaning] | None:
    """'held talks from 25 to 30 October', told on the 29th: what began before publication and ends soon after is of this year."""
    today = reference.published
    if today is None or reference.is_narrative or "month" not in phrase.ends[-1].terms:
        return None
    ends = resolve_ends(phrase, replace(reference, direction=1))
    if ends is None or ends[0].moment is None or ends[1].moment is None:
        return None
    first, last = ends[0].moment, ends[1].moment
    is_around = first.grain == last.grain == "day" and first.first <= today < last.first <= today + SOON
    return ends if is_around else None


def _before(phrase: Phrase, second: Meaning, end: Moment, reference: Reference) -> Meaning | None:
    """The last one of its name before the end of the range."""
    first = resolve(phrase, replace(reference, is_narrative=False, published=end.last, filed=None, direction=-1))
    return first and replace(first, because=first.because and second.because)


def _clock_ends(first: Phrase, second: Phrase, reference: Reference) -> tuple[Meaning, Meaning] | None:
    """Two times of day: the day that stands beside one of them is that of both, and 'from 10 p.m. to 6 a.m.' ends on the next."""
    start = resolve(replace(first, day=first.day or second.day), reference)
    if start is None or start.moment is None:
        return None
    if second.day is None:
        reference = replace(reference, clock=None, is_night=False, is_evening=False, direction=0)
    end = resolve(second, replace(reference, last=start.moment))
    if end is not None and second.day is None and end.value <= start.value:
        end = resolve(second, replace(reference, last=start.moment.shifted(1)))
    if end is None or end.moment is None:
        return None
    return (start, end) if (start.moment.first, start.value) < (end.moment.first, end.value) else None


def _lends_year(first: Phrase, second: Phrase) -> bool:
    """'from September 2021 to March': the second comes after the first, whatever the day of publication."""
    return (
        bool({"year", "rel"} & first.terms.keys())
        and "month" in second.terms
        and not {"year", "rel"} & second.terms.keys()
    )


def _forward_ends(phrase: Phrase, reference: Reference) -> tuple[Meaning, Meaning] | None:
    first = resolve(phrase.ends[0], reference)
    if first is None or first.moment is None:
        return None
    near = replace(reference, is_narrative=True, last=first.moment, last_words=reference.base_reason)
    second = resolve(phrase.ends[1], near)
    return (
        None if second is None or second.moment is None or second.moment.first <= first.moment.last else (first, second)
    )


def _unordered_ends(phrase: Phrase, reference: Reference) -> tuple[Meaning, Meaning] | None:
    first, second = (resolve(end, reference) for end in phrase.ends)
    return None if first is None or second is None else (first, second)


def whole(first: Meaning, second: Meaning, kind: str = "range") -> Meaning | None:
    """A range from its ends: throughout, from the one to the other, or ('between') once within; or a length and a date counted."""
    if kind in ("after", "before"):
        return shifts.counted_from(first, second, 1 if kind == "after" else -1)
    value = f"{first.value}/{second.value}"
    if first.moment is None or second.moment is None:
        return Meaning("DATE", value)
    span = (edtf.once if kind == "between" else edtf.interval)(first.span, second.span)
    kind_of_time = "TIME" if first.type == second.type == "TIME" else "DATE"
    return Meaning(kind_of_time, value, span, second.basis, second.because, second.moment)
