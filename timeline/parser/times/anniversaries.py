"""Meanings of the same day, month or quarter of another year: 'ten years ago today', 'the same month of 2019'."""

from dataclasses import replace

from timeline.parser.times import amounts
from timeline.parser.times.dates import on_side, relative_number, said_year
from timeline.parser.times.moments import Moment, at, counted
from timeline.parser.times.recognise import Phrase
from timeline.parser.times.reference import Meaning, Reference, counting_from, resolved, unknown
from timeline.parser.times.relatives import DAY_SHIFTS, latest_period
from timeline.parser.times.weekdays import named_around

ONE_FINER = {"year": "month", "month": "week", "week": "day"}


def ago_from(phrase: Phrase, reference: Reference) -> Meaning | None:
    """ten years ago today, three years ago this month, a week ago Tuesday."""
    base, count = reference.today or reference.base, amounts.number(phrase.terms["count"])
    unit = amounts.unit(phrase.word("unit") or "")
    if base is None or base.grain != "day" or count is None or count != int(count):
        return unknown("PAST_REF")
    if unit not in ("week", "month", "year", "decade", "century") and "weekday" in phrase.terms:
        return None
    moment = counted(_day_or_unit(phrase, base, reference.direction), -int(count), unit)
    return resolved(moment, reference.today_reason)


def day_of_year(phrase: Phrase, reference: Reference) -> Meaning | None:
    """on this day in 1911."""
    base, (year, _) = reference.today or reference.base, said_year(phrase, reference)
    if base is None or base.grain != "day" or year is None:
        return unknown("PAST_REF")
    return resolved(counted(base, year - base.year, "year"), reference.today_reason)


def _day_or_unit(phrase: Phrase, base: Moment, direction: int) -> Moment:
    """What the years are counted from: today, this month, the last or next Tuesday."""
    if "weekday" in phrase.terms:
        is_next = "next" in phrase.words or direction > 0
        return on_side(named_around(phrase, base), base, 1 if is_next else -1)
    if "one" in phrase.terms:
        return at(amounts.unit(phrase.word("one") or "day"), base.first)
    return base.shifted(next((DAY_SHIFTS[word] for word in phrase.words if word in DAY_SHIFTS), 0))


def this_time(phrase: Phrase, reference: Reference) -> Meaning | None:
    """this time last year: about now, a year before."""
    base, unit = reference.base, amounts.unit(phrase.word("one") or "year")
    step = -1 if "last" in phrase.words else 1
    if base is None or base.grain != "day":
        return unknown("PAST_REF" if step < 0 else "FUTURE_REF")
    moment = at(ONE_FINER.get(unit, "day"), counted(base, step, unit).first)
    meaning = resolved(moment, reference.base_reason)
    return meaning if moment.grain == "week" else replace(meaning, span=meaning.span.with_edtf(f"{meaning.span}~"))


def same_of_year(phrase: Phrase, reference: Reference) -> Meaning | None:
    """the same quarter last year, the same period of 2019: that of the text, in another year."""
    base, because = counting_from(reference)
    if base is None:
        return unknown("PAST_REF")
    year = _year(phrase, reference, base)
    word = next(word for word in phrase.words if word in ("period", "quarter", "month", "week", "day"))
    if word == "quarter" or (word == "period" and reference.quarter is not None):
        quarter = latest_period(phrase, reference)
        base = quarter.moment if quarter is not None and quarter.moment is not None else base
    grain = {"period": "quarter" if reference.quarter is not None else "year"}.get(word, word)
    if base.grain not in ("day", "week", "month", "quarter") and grain != "year":
        return resolved(Moment("year", year), because)
    return resolved(at(grain, counted(at("day", base.first), year - base.year, "year").first), because)


def _year(phrase: Phrase, reference: Reference, base: Moment) -> int:
    year, _ = said_year(phrase, reference)
    if year is not None:
        return year
    now = reference.base or base
    return now.year + (relative_number(phrase.terms["last"]) if "last" in phrase.terms else -1)
