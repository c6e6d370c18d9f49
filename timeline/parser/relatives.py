"""Meanings of phrases that count from now or from the last date: yesterday, last week, two months ago, the next day."""

from dataclasses import replace

from timeline.model import edtf
from timeline.model.span import UNKNOWN
from timeline.parser import amounts
from timeline.parser.dates import date, nearest, on_side, relative_number
from timeline.parser.moments import GRAINS, Moment, at, counted, timex
from timeline.parser.recognise import Phrase
from timeline.parser.reference import Meaning, Reference, resolved
from timeline.parser.vocabulary import vocabulary

DAY_SHIFTS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "before yesterday": -2, "after tomorrow": 2}
UNIT_GRAIN = {"fortnight": "week", "night": "day"}
FINE = ("second", "minute", "hour")
BACKWARD = {"previous", "preceding", "before", "earlier"}


def unknown(value: str, kind: str = "DATE") -> Meaning:
    """A value that nothing anchors."""
    return Meaning(kind, value)


def today(phrase: Phrase, reference: Reference) -> Meaning | None:
    """today, yesterday, tomorrow, the day before yesterday."""
    words = " ".join(phrase.words)
    shift = next(DAY_SHIFTS[key] for key in sorted(DAY_SHIFTS, key=len, reverse=True) if key in words)
    if reference.today is None:
        return unknown("PRESENT_REF" if shift == 0 else "PAST_REF" if shift < 0 else "FUTURE_REF")
    meaning = resolved(reference.today.shifted(shift), reference.today_reason)
    return replace(meaning, type="TIME", value=f"{meaning.value}TNI") if "tonight" in phrase.words else meaning


def unit(phrase: Phrase, reference: Reference) -> Meaning | None:
    """last week, this year, next month; 'that year' is the one the text is in."""
    word = phrase.word("one") or phrase.word("bigunit") or phrase.word("longunit") or "day"
    grain = amounts.unit(word)
    if "same" in phrase.terms:
        return same_unit(phrase, reference)
    step = relative_number(phrase.terms.get("rel", ("this",)))
    base = reference.base
    if base is None:
        return unknown({-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[step])
    if grain == "quarter" and "latest" in phrase.terms.get("rel", ()):
        return _latest_quarter(reference)
    if grain in FINE:
        return None
    return resolved(at(grain, base.first).shifted(step), reference.base_reason)


def latest_period(_: Phrase, reference: Reference) -> Meaning | None:
    """the latest quarter, the latest period: the text's last quarter, else the one before publication."""
    return _latest_quarter(reference)


def period_of(phrase: Phrase, reference: Reference) -> Meaning | None:
    """the 1988 period: the same quarter of that year, in a text that speaks of one."""
    year = int(phrase.word("yearno") or 0)
    if reference.quarter is None:
        return resolved(Moment("year", year), reference.base_reason)
    return resolved(Moment("quarter", year * 4 + reference.quarter.number % 4), reference.last_reason)


def _latest_quarter(reference: Reference) -> Meaning | None:
    if reference.quarter is not None:
        return resolved(reference.quarter, reference.last_reason or reference.base_reason)
    base = reference.base
    return None if base is None else resolved(at("quarter", base.first).shifted(-1), reference.base_reason)


def same_unit(phrase: Phrase, reference: Reference) -> Meaning | None:
    """that day, the same year: the one that the last date lies in."""
    grain = amounts.unit(phrase.word("bigunit") or phrase.word("one") or phrase.word("longunit") or "day")
    base = reference.last or reference.base
    if base is None or grain not in GRAINS:
        return unknown("PAST_REF")
    if grain == "day" and base.grain not in ("day",):
        return (
            unknown("PAST_REF")
            if base.grain in ("year", "decade", "century")
            else resolved(base, reference.last_reason)
        )
    return resolved(at(grain, base.first), reference.last_reason or reference.base_reason)


def unit_now(phrase: Phrase, reference: Reference) -> Meaning | None:
    """the year, the quarter, the end of the month: of the publication day, or the text's last quarter."""
    grain = amounts.unit(phrase.word("one") or "day")
    if grain == "quarter":
        return _latest_quarter(reference)
    base = reference.last if reference.is_narrative or grain == "day" else reference.base
    base = base or reference.base
    if base is None:
        return unknown("PRESENT_REF")
    because = reference.last_reason if base is reference.last else reference.base_reason
    return resolved(at(grain, base.first), because)


def next_unit(phrase: Phrase, reference: Reference) -> Meaning | None:
    """the next day, the previous year: counted from the last date; a happening's when the text gave none."""
    grain = amounts.unit(phrase.word("bigunit") or "day")
    step = -1 if BACKWARD & set(phrase.words) else 1
    base = reference.last or reference.base
    days = {"day": 1, "week": 7}.get(grain)
    if base is None or GRAINS.index(base.grain) > GRAINS.index(grain) and grain == "day":
        return Meaning("DATE", "FUTURE_REF" if step > 0 else "PAST_REF", shift=days and days * step)
    if grain == "weekend" or grain not in GRAINS:
        grain = "weekend"
    because = reference.last_reason or reference.base_reason
    return resolved(at(grain, base.first).shifted(step), because)


def next_named(phrase: Phrase, reference: Reference) -> Meaning | None:
    """the following Monday, the next May: the first one after the last date."""
    base = reference.last or reference.base
    if base is None:
        return unknown("FUTURE_REF")
    step = -1 if BACKWARD & set(phrase.words) else 1
    moments = [moment for moment in named_around(phrase, base) if (moment.first - base.first) * step > 0]
    if not moments:
        return None
    moment = moments[0] if step > 0 else moments[-1]
    return resolved(moment, reference.last_reason or reference.base_reason)


def named_around(phrase: Phrase, base: Moment) -> list[Moment]:
    """The weekdays, months or seasons of that name around a moment, in order."""
    if word := phrase.word("weekday") or phrase.word("weekdayabbr"):
        day = weekday_number(word)
        monday = at("week", base.first).number
        return [Moment("day", monday + day + 7 * week) for week in (-2, -1, 0, 1, 2)]
    if word := phrase.word("month"):
        number = int(vocabulary().value("monthname", word) or vocabulary().value("monthabbr", word) or 1)
        return [Moment("month", (base.year + step) * 12 + number - 1) for step in (-2, -1, 0, 1, 2)]
    code = ("SP", "SU", "FA", "WI").index(vocabulary().value("season", phrase.word("season") or "") or "SP")
    return [Moment("season", (base.year + step) * 4 + code) for step in (-2, -1, 0, 1, 2)]


def weekday_number(word: str) -> int:
    """0 for Monday."""
    return int(vocabulary().value("weekday", word) or vocabulary().value("weekdayabbr", word) or 0)


def relative_month(phrase: Phrase, reference: Reference) -> Meaning | None:
    """last May, this September, next June: the nearest full one on that side; 'this' is the base's year."""
    base = reference.base
    if base is None:
        return unknown("PAST_REF")
    around = named_around(phrase, base)
    step = relative_number(phrase.terms["rel"])
    if step == 0:
        return resolved(next(moment for moment in around if moment.year == base.year), reference.base_reason)
    side = [moment for moment in around if (moment.last < base.first if step < 0 else moment.first > base.last)]
    return resolved(side[-1] if step < 0 else side[0], reference.base_reason)


def weekday(phrase: Phrase, reference: Reference) -> Meaning | None:
    """A weekday: the nearest on the side that the tense tells (the day itself counts), or of a week that is said."""
    number = weekday_number(phrase.word("weekday") or phrase.word("weekdayabbr") or "")
    base = reference.base
    if base is None or base.grain != "day":
        return unknown(f"XXXX-WXX-{number + 1}")
    days = named_around(phrase, base)
    if "same" in phrase.terms:
        return resolved(nearest(days, reference.last or base), reference.base_reason)
    if rel := phrase.terms.get("rel"):
        return resolved(_relative_weekday(phrase, days, base, relative_number(rel)), reference.base_reason)
    if phrase.rule.name == "weekday week":
        return resolved(_weekday_of_week(phrase, days), reference.base_reason)
    pick = nearest if reference.is_narrative else on_side
    direction = reference.direction or -1
    return resolved(pick(days, base, direction), reference.base_reason)


def _relative_weekday(phrase: Phrase, days: list[Moment], base: Moment, step: int) -> Moment:
    """'last Monday' is the latest before today, 'next Monday' the first after, 'this Monday' the one of this week."""
    if "week" in phrase.words:
        return days[2 + step]
    if step == 0:
        return days[2]
    side = [day for day in days if (day.number < base.number if step < 0 else day.number > base.number)]
    return side[-1] if step < 0 else side[0]


def _weekday_of_week(phrase: Phrase, days: list[Moment]) -> Moment:
    return days[1] if "last" in phrase.words else days[2] if "this" in phrase.words else days[3]


def weekend(phrase: Phrase, reference: Reference) -> Meaning | None:
    """the weekend: the last one unless the tense says otherwise; 'last', 'this', 'next' weekend."""
    base = reference.base
    if base is None or base.grain not in ("day", "week"):
        return unknown("PAST_REF")
    current = at("weekend", base.first)
    rel = phrase.terms.get("rel")
    step = relative_number(rel) if rel else 0
    if rel and step:
        moment = current.shifted(step if step < 0 else int(current.first <= base.first))
    elif rel or reference.direction > 0 or base.first >= current.first:
        moment = current
    else:
        moment = current.shifted(-1)
    return resolved(moment, reference.base_reason)


def ago(phrase: Phrase, reference: Reference) -> Meaning | None:
    """two months ago: as exact as its unit; 'several years ago' is some time before."""
    base = reference.today if reference.today is not None and not reference.is_narrative else reference.base
    because = reference.today_reason if not reference.is_narrative else reference.base_reason
    count, name = _count(phrase)
    return _counted(base, count, name, -1, because)


def ahead(phrase: Phrase, reference: Reference) -> Meaning | None:
    """in three weeks' time, two days from now."""
    count, name = _count(phrase)
    return _counted(reference.base, count, name, 1, reference.base_reason)


def earlier(phrase: Phrase, reference: Reference) -> Meaning | None:
    """two years earlier: before the last date."""
    return _from_last(phrase, reference, -1)


def later(phrase: Phrase, reference: Reference) -> Meaning | None:
    """two years later: after the last date."""
    return _from_last(phrase, reference, 1)


def _from_last(phrase: Phrase, reference: Reference, step: int) -> Meaning | None:
    count, name = _count(phrase)
    base = reference.last or reference.base
    because = reference.last_reason if reference.last else reference.base_reason
    meaning = _counted(base, count, name, step, because)
    days = {"day": 1, "week": 7}.get(name)
    shift = int(count * days * step) if count is not None and days else None
    if meaning is not None and meaning.moment is None:
        return Meaning("DATE", meaning.value, meaning.span, shift=shift)
    return meaning


def _count(phrase: Phrase) -> tuple[float | None, str]:
    """How many, and of which unit; None for 'several' and for no number at all."""
    words = phrase.terms.get("count") or phrase.terms.get("exact")
    unit_word = phrase.word("unit") or phrase.word("many") or "day"
    return (amounts.number(words) if words else None), amounts.unit(unit_word)


def _counted(base: Moment | None, count: float | None, name: str, step: int, because: str) -> Meaning | None:
    """The moment that many units before or after; not finer than the base, nor than its unit from a month on."""
    if base is None or count is None:
        return _vague(base, step, because)
    if name in FINE:
        return _counted_hours(base, count, name, step, because)
    whole = count * amounts.TIMES.get(name, 1)
    base_unit = {"fortnight": "week", "weekend": "week"}.get(name, "year" if name in amounts.TIMES else name)
    if whole != int(whole):
        whole, base_unit = round(whole * 12), "month"
    moment = counted(base, int(whole) * step, base_unit)
    grain = base.grain if base_unit == "day" or GRAINS.index(base.grain) > GRAINS.index(base_unit) else base_unit
    return resolved(at(grain, moment.first), because)


def _counted_hours(base: Moment, count: float, name: str, step: int, because: str) -> Meaning | None:
    days = round(count * {"second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24}[name])
    return resolved(base.shifted(days * step), because) if base.grain == "day" else _vague(base, step, because)


def _vague(base: Moment | None, step: int, because: str) -> Meaning:
    """Some time before or after."""
    value = "PAST_REF" if step < 0 else "FUTURE_REF"
    if base is None:
        return Meaning("DATE", value)
    return Meaning("DATE", value)


def year_ago(phrase: Phrase, reference: Reference) -> Meaning | None:
    """a year ago, the year-earlier quarter: the text's last quarter a year before, where it speaks of quarters."""
    if reference.quarter is not None:
        return resolved(reference.quarter.shifted(-4), reference.last_reason)
    base = reference.base if "ago" in phrase.words else reference.last or reference.base
    if base is None:
        return unknown("PAST_REF")
    because = reference.base_reason if base is reference.base else reference.last_reason
    grain = base.grain if "earlier" in phrase.words and base.grain != "day" else "year"
    return resolved(counted(at(grain, base.first), -1, "year"), because)


def before_last(phrase: Phrase, reference: Reference) -> Meaning | None:
    """the year before last, the week after next."""
    base = reference.base
    step = -2 if "last" in phrase.words else 2
    if base is None:
        return unknown("PAST_REF" if step < 0 else "FUTURE_REF")
    grain = amounts.unit(phrase.word("bigunit") or "day")
    return resolved(at(grain, base.first).shifted(step), reference.base_reason)


def year_end(phrase: Phrase, reference: Reference) -> Meaning | None:
    """year end, month-end: the last month of the year, the last day of the month."""
    base = reference.base
    if base is None:
        return unknown("XXXX-12")
    step = relative_number(phrase.terms["rel"]) if "rel" in phrase.terms else 0
    if "month" in " ".join(phrase.words):
        return resolved(Moment("day", at("month", base.first).shifted(step).last), reference.base_reason)
    return resolved(Moment("month", (base.year + step) * 12 + 11), reference.base_reason)


def week_of(phrase: Phrase, reference: Reference) -> Meaning | None:
    """the week of 3 May."""
    day = date(phrase, reference)
    if day is None or day.moment is None or day.moment.grain != "day":
        return None
    return resolved(at("week", day.moment.first), reference.base_reason)


def weekend_of(phrase: Phrase, reference: Reference) -> Meaning | None:
    """the weekend of October 18."""
    day = date(phrase, reference)
    if day is None or day.moment is None or day.moment.grain != "day":
        return None
    return resolved(at("weekend", day.moment.first), reference.base_reason)


def week_from(phrase: Phrase, reference: Reference) -> Meaning | None:
    """a week from Friday."""
    day = weekday(phrase, replace(reference, direction=1))
    if day is None or day.moment is None:
        return None
    return resolved(day.moment.shifted(7), reference.base_reason)


def reference_word(phrase: Phrase, reference: Reference) -> Meaning | None:
    """now, recently, soon: PRESENT_REF and its like."""
    value = phrase.rule.arguments[0]
    return Meaning("DATE", value)


__all__ = ["ago", "ahead", "earlier", "later", "timex", "today", "unit", "weekday"]
