"""Meanings of lengths of time and of repeated times: TIMEX3 DURATION and SET."""

from dataclasses import replace

from timeline.model import edtf
from timeline.parser.times import amounts
from timeline.parser.times.dates import day_in_month, month_number, relative_number
from timeline.parser.times.moments import Moment, at, counted, span, stretch
from timeline.parser.times.recognise import Phrase
from timeline.parser.times.reference import Meaning, Reference
from timeline.parser.times.shifts import LENGTH, UNITS
from timeline.parser.times.vocabulary import vocabulary

MONTHS = 12  # of a year


def duration(phrase: Phrase, _: Reference) -> Meaning | None:
    """two weeks, 12 to 18 months, an hour and a half."""
    count, unit = _amount(phrase)
    if phrase.rule.name == "unit and a half":
        count = 1.5
    if unit == "quarter" and count == 1 and "more" not in phrase.terms:
        return None  # 'a quarter' is a part or a coin more often than three months
    value = amounts.duration(count, unit)
    if "exact2" in phrase.terms and "unit2" in phrase.terms and phrase.word("unit2") != "nights":
        more = amounts.duration(amounts.number(phrase.terms["exact2"]), amounts.unit(phrase.terms["unit2"][0]))
        value = amounts.joined_duration(value, more)
    if "exact3" in phrase.terms:
        last = amounts.duration(amounts.number(phrase.terms["exact3"]), amounts.unit(phrase.terms["unit3"][0]))
        value = amounts.joined_duration(value, last)
    return Meaning("DURATION", value)


def _amount(phrase: Phrase) -> tuple[float | None, str]:
    words = phrase.terms.get("count") or phrase.terms.get("exact")
    unit_word = (
        phrase.word("unit")
        or phrase.word("many")
        or phrase.word("one")
        or phrase.word("longunit")
        or _unit_in(phrase.words)
    )
    if words is None:
        return (1.0 if phrase.rule.name == "unit long" else None), amounts.unit(unit_word)
    return amounts.number(words), amounts.unit(unit_word)


def _unit_in(words: tuple[str, ...]) -> str:
    return next((word for word in words if vocabulary().value("unit", word)), "night")


def months_of_year(length: Meaning, year: Meaning | None, *, is_first: bool) -> Meaning:
    """the first nine months of 2023: the length with the months that it then has."""
    found = LENGTH.match(length.value)
    count = int(found[1]) if found is not None else 0
    if year is None or year.moment is None or year.moment.grain != "year" or not 1 <= count <= MONTHS:
        return length
    first = 1 if is_first else MONTHS + 1 - count
    number = year.moment.number
    months = edtf.interval(edtf.month(number, first), edtf.month(number, first + count - 1))
    return replace(length, span=months, basis=year.basis, because=year.because)


def fixed(phrase: Phrase, _: Reference) -> Meaning | None:
    """The length that the row names: a quarter of an hour, 'the year ended March 31'."""
    return Meaning("DURATION", phrase.rule.arguments[0])


def ending(length: Meaning, end: Meaning | None) -> Meaning:
    """the six months to September, the year ended March 31: the length with the span that it then has."""
    found = LENGTH.match(length.value)
    if found is None or end is None or end.moment is None:
        return length
    unit, last = UNITS[found[2]], end.moment
    if unit in ("month", "year") and last.grain in ("month", "day"):
        month = at("month", last.first)
        first = Moment("month", month.number + 1 - int(found[1]) * (12 if unit == "year" else 1))
        span_ = edtf.interval(span(first), span(month))
    elif last.grain == "day":
        span_ = stretch(last.number + 1 - int(found[1]) * (7 if unit == "week" else 1), last.number)
    else:
        return length
    return replace(length, span=span_, basis=end.basis, because=end.because)


def period(phrase: Phrase, reference: Reference) -> Meaning | None:
    """the past six months, the next two weeks: a length that ends or begins at the base, so a span too."""
    count, unit = _amount(phrase)
    if phrase.rule.name in (
        "last one or so",
        "past unit as a length",
        "past unit around now",
        "past decade",
        "past fortnight",
    ):
        count = 1.0
    step = relative_number(phrase.terms.get("rel", phrase.words if "fortnight" in phrase.words else ("past",)))
    value = amounts.duration(count, unit)
    if count is None:
        return _open_period(value, step, "many" in phrase.terms)
    base = reference.base
    if base is None or base.grain != "day" or count != int(count) or not step:
        return Meaning("DURATION", value)
    if unit == "hour":
        count, unit = -(-count // 24), "day"
    if unit in ("second", "minute", "night", "weekend", "quarter"):
        return Meaning("DURATION", value)
    far = counted(base, int(count) * amounts.TIMES.get(unit, 1) * step, _base_unit(unit)).first
    days = stretch(min(far, base.first), max(far, base.first))
    return Meaning("DURATION", value, days, "resolved", reference.base_reason)


def _base_unit(unit: str) -> str:
    return {"fortnight": "week", "decade": "year", "century": "year", "millennium": "year"}.get(unit, unit)


def _open_period(value: str, step: int, is_bare: bool) -> Meaning:
    """the coming weeks, the last few months."""
    kind, text = ("DATE", "FUTURE_REF") if is_bare and step > 0 else ("DURATION", value)
    return Meaning(kind, text)


def recent(phrase: Phrase, _: Reference) -> Meaning | None:
    """in recent months."""
    value = amounts.duration(None, amounts.unit(phrase.word("many") or "days"))
    return _open_period(value, -1, False)


def repeated(phrase: Phrase, _: Reference) -> Meaning | None:
    """every Monday, daily, twice a week."""
    value = _set_value(phrase)
    return Meaning("SET", value) if value else None


def _set_value(phrase: Phrase) -> str | None:
    part = vocabulary().value("daypart", phrase.word("daypart") or "") or vocabulary().value(
        "dayparts", phrase.word("dayparts") or ""
    )
    if frequency := phrase.word("frequency"):
        return vocabulary().value("frequency", frequency)
    if phrase.rule.name == "weekends":
        return "XXXX-WXX-WE"
    for name in ("weekday", "weekdays"):
        if word := phrase.word(name):
            return f"XXXX-WXX-{int(vocabulary().value(name, word) or 0) + 1}" + (f"T{part}" if part else "")
    if part:
        return f"XXXX-XX-XXT{part}"
    if (month := month_number(phrase)) is not None:
        day = day_in_month(phrase)
        return f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
    for name in ("season", "seasons"):
        if word := phrase.word(name):
            return f"XXXX-{vocabulary().value(name, word)}"
    return _every(phrase)


def _every(phrase: Phrase) -> str:
    if phrase.rule.name == "units a unit":
        return amounts.duration(1, amounts.unit(phrase.word("one") or "week"))
    words = phrase.terms.get("count")
    count = amounts.number(words) if words and "times" not in phrase.words else 1.0
    if "other" in phrase.words or ("second" in phrase.words and phrase.word("unit") not in ("second", "seconds")):
        count = 2.0
    return amounts.duration(count, amounts.unit(phrase.word("unit") or phrase.word("one") or "day"))
