"""Meanings of names that come round again: weekdays, weekends, months and seasons beside 'last', 'next' or a date."""

from dataclasses import replace

from timeline.model.days import day_number
from timeline.model.days import weekday as day_of_week
from timeline.parser.times.amounts import number
from timeline.parser.times.dates import date, month_number, nearest, on_side, relative_number, said_year
from timeline.parser.times.moments import YEARS_OF, Moment, at, month_of, stretch, timex
from timeline.parser.times.recognise import Phrase
from timeline.parser.times.reference import BACKWARD, Meaning, Reference, counting_from, resolved, stated, unknown
from timeline.parser.times.seasons import season_code
from timeline.parser.times.vocabulary import vocabulary

SATURDAY = 5
BESIDE = frozenset({"previous", "preceding", "following"})  # counted from the last date, as 'last' and 'next' are not
WEEKS_OF_MONTH = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}


def next_named(phrase: Phrase, reference: Reference) -> Meaning | None:
    """the following Monday, the next May: the first one after the last date."""
    base, because = counting_from(reference)
    if base is None:
        return unknown("FUTURE_REF")
    step = -1 if BACKWARD & set(phrase.words) else 1
    edge = base.last if step > 0 and base.grain in YEARS_OF else base.first
    moments = [moment for moment in named_around(phrase, base) if (moment.first - edge) * step > 0]
    if not moments:
        return None
    moment = moments[0] if step > 0 else moments[-1]
    return resolved(moment, because)


def named_around(phrase: Phrase, base: Moment) -> list[Moment]:
    """The weekdays, months or seasons of that name around a moment, in order."""
    if word := phrase.word("weekday") or phrase.word("weekdays") or phrase.word("weekdayabbr"):
        day = weekday_number(word)
        monday = at("week", base.first).number
        return [Moment("day", monday + day + 7 * week) for week in (-2, -1, 0, 1, 2)]
    if (month := month_number(phrase)) is not None:
        return [Moment("month", (base.year + step) * 12 + month - 1) for step in (-2, -1, 0, 1, 2)]
    return [Moment("season", (base.year + step) * 4 + season_code(phrase)) for step in (-2, -1, 0, 1, 2)]


def names_ago(phrase: Phrase, reference: Reference) -> Meaning | None:
    """two Sundays ago, three winters later: so many of that name back or on, the base's own not counted."""
    is_later, is_ago = "later" in phrase.words, "ago" in phrase.words
    base, because = (reference.base, reference.base_reason) if is_ago else counting_from(reference)
    count = number(phrase.terms["exact"])
    if base is None or count is None or count != int(count):
        return unknown("FUTURE_REF" if is_later else "PAST_REF")
    return resolved(_nth_named(phrase, base, int(count) if is_later else -int(count)), because)


def name_before_last(phrase: Phrase, reference: Reference) -> Meaning | None:
    """the summer before last, the Sunday after next."""
    step = -2 if "last" in phrase.words else 2
    if reference.base is None:
        return unknown("PAST_REF" if step < 0 else "FUTURE_REF")
    return resolved(_nth_named(phrase, reference.base, step), reference.base_reason)


def _nth_named(phrase: Phrase, base: Moment, count: int) -> Moment:
    """The nth of that name before the base (negative) or after it."""
    around = named_around(phrase, base)
    if count < 0:
        first = [moment for moment in around if moment.last < base.first][-1]
    else:
        first = next(moment for moment in around if moment.first > base.last)
    step = count + 1 if count < 0 else count - 1
    return first.shifted(step * (7 if first.grain == "day" else 4))


def weekday_number(word: str) -> int:
    """0 for Monday."""
    said = (vocabulary().value(name, word) for name in ("weekday", "weekdays", "weekdayabbr"))
    return int(next(filter(None, said), 0))


def relative_month(phrase: Phrase, reference: Reference) -> Meaning | None:
    """last May, this September, that June: the nearest full one on that side; 'this' is the base's year, 'that' the last date's."""
    if not BESIDE.isdisjoint(phrase.terms.get("rel", ())):
        return next_named(phrase, reference)
    told = phrase.terms.get("rel", ())
    base, because = counting_from(reference) if "same" in phrase.terms else reference.deictic(told)
    if base is None:
        return unknown("PAST_REF")
    around = named_around(phrase, base)
    step = relative_number(told)
    if step == 0:
        return resolved(next(moment for moment in around if moment.year == base.year), because)
    side = [moment for moment in around if (moment.last < base.first if step < 0 else moment.first > base.last)]
    return resolved(side[-1] if step < 0 else side[0], because)


def relative_day(phrase: Phrase, reference: Reference) -> Meaning | None:
    """last October 11, this coming Sunday, March eighth: the nearest such day on that side."""
    step = relative_number(phrase.terms["rel"])
    return date(replace(phrase, terms=_without(phrase, "rel")), replace(reference, direction=step or 1))


def _without(phrase: Phrase, name: str) -> dict[str, tuple[str, ...]]:
    return {key: words for key, words in phrase.terms.items() if key != name}


def month_year_ago(phrase: Phrase, reference: Reference) -> Meaning | None:
    """May a year ago."""
    base, month = reference.base, month_number(phrase)
    if base is None or month is None:
        return None
    return resolved(month_of(base.year - 1, month), reference.base_reason)


def weekday(phrase: Phrase, reference: Reference) -> Meaning | None:
    """A weekday: the nearest on the side that the tense tells (the day itself counts), or of a week that is said."""
    ordinal = weekday_number(phrase.word("weekday") or phrase.word("weekdayabbr") or "")
    if reference.base is not None and reference.base.grain != "day":
        reference = replace(reference, is_narrative=False)  # a life: 'born in 1928, … she died on Saturday'
    base = reference.base
    if base is None:
        return unknown(f"XXXX-WXX-{ordinal + 1}")
    days = named_around(phrase, base)
    if "same" in phrase.terms:
        return resolved(nearest(days, reference.last or base), reference.base_reason)
    if rel := phrase.terms.get("rel"):
        return resolved(_relative_weekday(phrase, days, base, relative_number(rel)), reference.base_reason)
    if phrase.rule.name == "weekday week":
        return resolved(_weekday_of_week(phrase, days), reference.base_reason)
    if reference.direction > 0 and reference.ahead is not None:
        return resolved(next(day for day in days_after(phrase, reference.ahead)), reference.last_reason)
    pick = nearest if reference.is_narrative else on_side
    direction = reference.direction or -1
    return resolved(pick(days, base, direction), reference.base_reason)


def days_after(phrase: Phrase, base: Moment) -> list[Moment]:
    """The weekdays of that name after a day."""
    return [day for day in named_around(phrase, base) if day.first > base.first]


def in_a_row(first: Phrase, second: Meaning, end: Moment) -> Meaning:
    """The first of two weekdays in a row: the last one of its name before the second."""
    days = (day_of_week(end.number) - weekday_number(first.word("weekday") or "")) % 7
    return replace(resolved(end.shifted(-days), second.because), basis=second.basis)


def _relative_weekday(phrase: Phrase, days: list[Moment], base: Moment, step: int) -> Moment:
    """'last Monday' is the latest before yesterday, 'next Monday' the first after tomorrow, 'this Monday' the one of this week."""
    if "week" in phrase.words:
        return days[2 + step]
    if step == 0:
        return days[2]
    side = [day for day in days if (day.number < base.number - 1 if step < 0 else day.number > base.number + 1)]
    return side[-1] if step < 0 else side[0]


def _weekday_of_week(phrase: Phrase, days: list[Moment]) -> Moment:
    return days[1] if "last" in phrase.words else days[2] if "this" in phrase.words else days[3]


def weekend_of(phrase: Phrase, reference: Reference) -> Meaning | None:
    """the weekend of October 18."""
    day = date(phrase, reference)
    if day is None or day.moment is None or day.moment.grain != "day":
        return None
    return resolved(at("weekend", day.moment.first), reference.base_reason)


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
    elif rel or reference.direction > 0 or reference.is_narrative or base.first >= current.first:
        moment = current
    else:
        moment = current.shifted(-1)
    return resolved(moment, reference.base_reason)


def week_of(phrase: Phrase, reference: Reference) -> Meaning | None:
    """the week of 3 May."""
    day = date(phrase, reference)
    if day is None or day.moment is None or day.moment.grain != "day":
        return None
    return resolved(at("week", day.moment.first), reference.base_reason)


def weekday_of_month(phrase: Phrase, reference: Reference) -> Meaning | None:
    """the third Sunday of May."""
    month = date(phrase, reference)
    if month is None or month.moment is None or month.moment.grain != "month":
        return None
    nth = WEEKS_OF_MONTH[next(word for word in phrase.words if word in WEEKS_OF_MONTH)]
    first = month.moment.last - 6 if nth < 0 else month.moment.first + 7 * nth
    day = Moment("day", first + (weekday_number(phrase.word("weekday") or "") - day_of_week(first)) % 7)
    return resolved(day, month.because) if month.because else stated(day)


def edge_day(phrase: Phrase, reference: Reference) -> Meaning | None:
    """the last day of 2019, the first day of May, the first day of the month."""
    within = _period(phrase, reference)
    if within is None or within.moment is None:
        return None
    is_first = not {"last", "final", "closing"}.isdisjoint(phrase.words[:2])
    day = Moment("day", within.moment.last if is_first else within.moment.first)
    return resolved(day, within.because) if within.because else stated(day)


def _period(phrase: Phrase, reference: Reference) -> Meaning | None:
    """What a day is the first or last of: a month, a year, 'next year', 'the month'."""
    if month_number(phrase) is not None or ("year" in phrase.terms and "rel" not in phrase.terms):
        return date(phrase, reference)
    base, because = reference.base, reference.base_reason
    if base is None:
        return None
    step = relative_number(phrase.terms.get("rel", ()))
    return resolved(at(phrase.words[-1], base.first).shifted(step), because)


def week_of_month(phrase: Phrase, reference: Reference) -> Meaning | None:
    """the first week of March: days 1 to 7; the last one: the month's last seven days."""
    month = date(phrase, reference)
    if month is None or month.moment is None or month.moment.grain != "month":
        return None
    nth = WEEKS_OF_MONTH[next(word for word in phrase.words if word in WEEKS_OF_MONTH)]
    first = month.moment.last - 6 if nth < 0 else month.moment.first + 7 * nth
    week = at("week", first + 3)
    return replace(month, value=timex(week), span=stretch(first, first + 6), moment=week)


def weekend_of_month(phrase: Phrase, reference: Reference) -> Meaning | None:
    """the first weekend of June: the one of its first Saturday."""
    month = date(phrase, reference)
    if month is None or month.moment is None or month.moment.grain != "month":
        return None
    nth = next(WEEKS_OF_MONTH[word] for word in phrase.words if word in WEEKS_OF_MONTH)
    days = range(month.moment.first, month.moment.last + 1)
    saturdays = [day for day in days if day_of_week(day) == SATURDAY]
    return replace(resolved(at("weekend", saturdays[nth]), month.because), basis=month.basis)


def week_today(phrase: Phrase, reference: Reference) -> Meaning | None:
    """a week today, two weeks tomorrow."""
    if reference.today is None:
        return unknown("FUTURE_REF")
    weeks = int(number(phrase.terms["count"]) or 1) if "count" in phrase.terms else 1
    days = (14 if "fortnight" in phrase.words else 7) * weeks + ("tomorrow" in phrase.words)
    return resolved(reference.today.shifted(days), reference.today_reason)


def any_weekday(phrase: Phrase, _: Reference) -> Meaning | None:
    """'It was a Tuesday': some day of that name."""
    return unknown(f"XXXX-WXX-{weekday_number(phrase.word('weekday') or '') + 1}")


def week_from(phrase: Phrase, reference: Reference) -> Meaning | None:
    """a week from Friday."""
    day = weekday(phrase, replace(reference, direction=1))
    if day is None or day.moment is None:
        return None
    return resolved(day.moment.shifted(7), reference.base_reason)


def iso_week(phrase: Phrase, _: Reference) -> Meaning | None:
    """2024-W07, and a day of it: 2024-W07-3."""
    digits = (phrase.word("isoweek") or "").lower().replace("-", "").replace("w", "")
    week = _week(int(digits[:4]), int(digits[4:6]))
    if week is None:
        return None
    return stated(week if len(digits) < 7 else Moment("day", week.number + int(digits[6]) - 1))


def week_of_year(phrase: Phrase, reference: Reference) -> Meaning | None:
    """week 32 of 2024."""
    year, _ = said_year(phrase, reference)
    digits = phrase.word("small") or phrase.word("plain") or "0"
    week = _week(year, int(digits)) if year is not None and digits.isdigit() else None
    return None if week is None else stated(week)


def _week(year: int, number: int) -> Moment | None:
    """An ISO week; None when that year has none of the number."""
    week = at("week", day_number(year, 1, 4)).shifted(number - 1)
    return week if 1 <= number <= 53 and timex(week).startswith(f"{year:04d}-") else None
