"""Meanings of so many units before or after: two months ago, three weeks later, in two days' time."""

import re
from dataclasses import replace

from timeline.model import edtf
from timeline.model.span import UNKNOWN, TimeSpan
from timeline.parser.times import amounts
from timeline.parser.times.moments import GRAINS, Moment, at, counted, timex
from timeline.parser.times.recognise import Phrase
from timeline.parser.times.reference import Meaning, Reference, counting_from, resolved, stated, unknown
from timeline.parser.times.vocabulary import vocabulary

LESS_THAN = ("less", "than")
FINE = ("second", "minute", "hour")
ROUGH = frozenset({"century", "millennium"})  # 'two centuries ago' is no year
MINUTES = {"hour": 60, "minute": 1}
PART_OF_DAY = {"second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24}
LENGTH = re.compile(r"P(\d+)([DWMY])$")
UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
SHIFT_DAYS = {"day": 1, "week": 7}
SPANNING = frozenset({"week", "month", "year"})
LOOSE = frozenset({("year", "month"), ("season", "month"), ("month", "week"), ("month", "day")})


def ago(phrase: Phrase, reference: Reference) -> Meaning | None:
    """two months ago: as exact as its unit; 'several years ago' is some time before."""
    count, name = _count(phrase)
    return _counted(reference.base, count, name, -1, reference.base_reason)


def ahead(phrase: Phrase, reference: Reference) -> Meaning | None:
    """in three weeks' time, two days from now."""
    count, name = _count(phrase)
    is_exact = "today" in phrase.words  # 'a week from today'
    return _counted(reference.base, count, name, 1, reference.base_reason, is_exact=is_exact)


def earlier(phrase: Phrase, reference: Reference) -> Meaning | None:
    """two years earlier: before the last date."""
    return _from_last(phrase, reference, -1)


def later(phrase: Phrase, reference: Reference) -> Meaning | None:
    """two years later: after the last date."""
    return _from_last(phrase, reference, 1)


def _from_last(phrase: Phrase, reference: Reference, step: int) -> Meaning | None:
    count, name = _count(phrase)
    base, because = counting_from(reference)
    if base is not None and base.grain == "day" and reference.clock and count and name in ("hour", "minute"):
        return _counted_clock(base, reference.clock, round(count * MINUTES[name]) * step, because)
    meaning = _counted(base, count, name, step, because, is_exact=True)
    if base is not None and meaning.moment is not None and count is not None and phrase.words[:2] == LESS_THAN:
        return replace(meaning, span=_less_than(base, int(count) * step, name))
    if meaning.moment is None and count is not None and name in SHIFT_DAYS:
        return replace(meaning, shift=int(count * SHIFT_DAYS[name] * step))
    return meaning


def _less_than(base: Moment, count: int, unit: str) -> TimeSpan:
    """'less than a year later': some time between the one and the other."""
    if unit not in GRAINS:
        return UNKNOWN
    far = counted(at("day", base.last if count > 0 else base.first), count, unit)
    days = (base.first, far.first) if count > 0 else (far.first, base.last)
    return edtf.between(*days)


def _count(phrase: Phrase) -> tuple[float | None, str]:
    """How many, and of which unit; None for 'several' and for no number at all."""
    words = phrase.terms.get("count") or phrase.terms.get("exact")
    if "unit2" in phrase.terms:
        return _months(phrase), "month"
    unit_word = phrase.word("unit") or phrase.word("many") or "day"
    return (amounts.number(words) if words else None), amounts.unit(unit_word)


def _months(phrase: Phrase) -> float | None:
    """'two years and three months' is 27."""
    sizes = {"year": 12, "month": 1}
    years, months = (amounts.number(phrase.terms.get(name, ())) for name in ("count", "exact"))
    units = [amounts.unit(phrase.terms[name][0]) for name in ("unit", "unit2")]
    if years is None or months is None or not all(unit in sizes for unit in units):
        return None
    return years * sizes[units[0]] + months * sizes[units[1]]


def _counted(
    base: Moment | None, count: float | None, name: str, step: int, because: str, *, is_exact: bool = False
) -> Meaning:
    """The moment that many units before or after: no finer than the base, nor (weeks only unless exact) than its unit."""
    if base is None or count is None:
        return _vague(step)
    if name in FINE:
        return _counted_hours(base, count, name, step, because)
    whole = count * amounts.TIMES.get(name, 1)
    base_unit = {"fortnight": "week", "weekend": "week", "night": "day"}.get(
        name, "year" if name in amounts.TIMES else name
    )
    if whole != int(whole):
        whole, base_unit = float(round(whole * 12)), "month"
    moment = counted(base, int(whole) * step, base_unit)
    if name in ROUGH and not is_exact:
        return resolved(at("century", moment.first), because)
    is_day = base_unit == "day" or (base_unit == "week" and is_exact)
    is_finer = GRAINS.index(base.grain) > GRAINS.index(base_unit)
    found = resolved(at(base.grain if is_day or is_finer else base_unit, moment.first), because)
    is_loose = (base.grain, base_unit) in LOOSE
    return replace(found, span=_from_any_day(base, int(whole) * step, base_unit)) if is_loose else found


def _from_any_day(base: Moment, count: int, unit: str) -> TimeSpan:
    """'nine months later', told of 2013: from October 2013 to September 2014."""
    grain = "month" if unit == "month" else "day"
    first, last = (at(grain, counted(at("day", day), count, unit).first) for day in (base.first, base.last))
    return edtf.once(stated(first).span, stated(last).span)


def _counted_hours(base: Moment, count: float, name: str, step: int, because: str) -> Meaning:
    days = round(count * PART_OF_DAY[name])
    return resolved(base.shifted(days * step), because) if base.grain == "day" else _vague(step)


def _counted_clock(base: Moment, clock: str, minutes: int, because: str) -> Meaning:
    """three hours later: a time of day, counted from the last one."""
    hour, minute = (int(part) for part in clock.split(":"))
    days, rest = divmod(hour * 60 + minute + minutes, 1440)
    day, time = base.shifted(days), f"{rest // 60:02d}:{rest % 60:02d}"
    when = edtf.clock(edtf.from_day(day.number), f"{time}:00", precision="minute")
    return Meaning("TIME", f"{timex(day)}T{time}", when, "resolved", because, day)


def _vague(step: int) -> Meaning:
    """Some time before or after."""
    return unknown("PAST_REF" if step < 0 else "FUTURE_REF")


def counted_from(length: Meaning, date: Meaning, step: int) -> Meaning | None:
    """two days before Christmas 1941: None for a length without a number and for days from a mere month."""
    found, base = LENGTH.match(length.value), date.moment
    if found is None or base is None:
        return None
    unit = UNITS[found[2]]
    if GRAINS.index(base.grain) > GRAINS.index(unit):
        return None
    grain = base.grain if unit in SHIFT_DAYS else unit
    moment = at(grain, counted(base, int(found[1]) * step, unit).first)
    return replace(resolved(moment, date.because), basis=date.basis)


def day_beside(phrase: Phrase, _: Reference, day: Meaning | None) -> Meaning | None:
    """the day before Christmas 1941, the night before, the week after; 'eve' is the day before."""
    if day is None or day.moment is None or day.moment.grain != "day":
        return None
    step = 1 if "after" in phrase.words[:3] else -1
    unit = phrase.words[1] if phrase.words[1] in SPANNING else "day"
    moment = at(unit, day.moment.first).shifted(step)
    meaning = replace(resolved(moment, day.because), basis=day.basis)
    code = vocabulary().value("daypart", phrase.words[1])
    return replace(meaning, type="TIME", value=f"{meaning.value}T{code}") if code else meaning
