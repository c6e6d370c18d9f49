"""Named days: fixed ones, ones by the weekday, Easter and what hangs on it, and those of the holidays library."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from timeline.model import edtf
from timeline.model.days import day_number, weekday
from timeline.parser.times.calendars import (
    ISLAMIC_DAYS,
    common_year,
    computed_day,
    easter,
    hebrew_feast,
    islamic_day,
    orthodox_easter,
)
from timeline.parser.times.dates import nearest, on_side, two_digit_year
from timeline.parser.times.moments import Moment, at, day_of, stretch, timex
from timeline.parser.times.recognise import Phrase
from timeline.parser.times.reference import Meaning, Reference, resolved, stated

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEDNESDAY = 2
FIRST_KNOWN, LAST_KNOWN = 1925, 2075
KNOWN_OF = {"IN": (2001, 2035)}
FIRST_IN_FEBRUARY, LAST_EARLY = 2004, 2021
BY_THE_SKY = {"Chinese New Year"}  # the library gives its eve
# A day or two off where computed.
BY_THE_MOON = {"First_Day_of_Ramadan", "Eid_al-Fitr", "Eid_al-Adha", "Ashura", "Diwali", "Holi"}
AFTER_THANKSGIVING = {("friday", "4", "11"): 1, ("monday", "4", "11"): 4, ("tuesday", "4", "11"): 5}
TERM = 4  # years: some days come once in so many


def feast(phrase: Phrase, reference: Reference) -> Meaning | None:
    """A named day in the year that is said, or the nearest one on the side that the tense tells."""
    arguments = phrase.rule.arguments
    year = _said_year(phrase)
    if year is not None:
        return _of_year(arguments, year)
    base = reference.base
    if base is None:
        return _yearless(arguments)
    steps = range(-TERM, TERM + 1) if arguments[0] in RARE else (-1, 0, 1)
    around = [moment for step in steps if (moment := feast_day(arguments, base.year + step)) is not None]
    if not around:
        return None
    pick = nearest if reference.is_narrative else on_side
    moment = _relative(phrase, around, base) or pick(around, base, reference.direction)
    if arguments[0] == "ramadan":
        month = _of_year(arguments, moment.year)
        return month and replace(month, basis="resolved", because=reference.base_reason)
    return resolved(moment, reference.base_reason)


def weekend(phrase: Phrase, reference: Reference) -> Meaning | None:
    """Easter weekend, Labor Day weekend: the days from the feast to the weekend beside it, or the other way round."""
    day = feast(phrase, reference)
    if day is None or day.moment is None or day.moment.grain != "day":
        return day
    number = day.moment.number
    beside = at("weekend", number - 3 if weekday(number) < WEDNESDAY else number)
    span = stretch(min(number, beside.first), max(number, beside.last))
    return replace(resolved(beside, day.because), span=span, basis=day.basis)


def known_day(phrase: Phrase, _: Reference) -> Meaning | None:
    """A day that its name alone dates: the row says which."""
    moment = day_of(*(int(part) for part in phrase.rule.arguments[0].split("-")))
    return None if moment is None else stated(moment)


def _relative(phrase: Phrase, around: list[Moment], base: Moment) -> Moment | None:
    """The one that 'last', 'this' or 'next' before the name says."""
    said = phrase.words[0]
    if said == "this":
        return next((moment for moment in around if moment.year == base.year), None)
    if said not in ("last", "next"):
        return None
    side = [moment for moment in around if (moment.last < base.first if said == "last" else moment.first > base.last)]
    return (side[-1] if said == "last" else side[0]) if side else None


def _said_year(phrase: Phrase) -> int | None:
    digits = [word for word in phrase.terms.get("feastyear", phrase.terms.get("feastdate", ())) if word.isdigit()]
    return two_digit_year(int(digits[-1])) if digits else None


def _of_year(arguments: tuple[str, ...], said: int) -> Meaning | None:
    month = _islamic_month(arguments)
    year = said if month is None else common_year(month, said)
    moment = feast_day(arguments, year)
    if moment is None:
        return None
    if arguments[0] != "ramadan":
        return _computed(arguments, year, stated(moment))
    last = moment.number + 29
    for end in (feast_day(("calendar", arguments[1], "Eid_al-Fitr"), year + step) for step in (0, 1)):
        if end is not None and moment.number < end.number <= moment.number + 31:
            last = end.number - 1
    value = f"{timex(moment)}/{timex(Moment('day', last))}"
    return Meaning("DATE", value, stretch(moment.number, last), moment=moment)


def _islamic_month(arguments: tuple[str, ...]) -> int | None:
    """The month of a day of the Islamic calendar."""
    if arguments[0] == "islamic":
        return int(arguments[1])
    name = arguments[-1].replace("_", " ")
    return ISLAMIC_DAYS[name][0] if name in ISLAMIC_DAYS else None


def _computed(arguments: tuple[str, ...], year: int, meaning: Meaning) -> Meaning:
    """Marked as approximate where the sighting of the moon decides and no calendar tells it."""
    if arguments[0] != "islamic" and (is_known(year) or not BY_THE_MOON & set(arguments)):
        return meaning
    return replace(meaning, span=meaning.span.with_edtf(f"{meaning.span}~"))


def _yearless(arguments: tuple[str, ...]) -> Meaning | None:
    if "-" not in arguments[0]:
        return Meaning("DATE", "XXXX")
    month, day = (int(part) for part in arguments[0].split("-"))
    return Meaning("DATE", f"XXXX-{month:02d}-{day:02d}", edtf.yearless(month, day))


def feast_day(arguments: tuple[str, ...], year: int) -> Moment | None:
    """The day on which it falls in a year, None when that is not known."""
    name = arguments[0]
    if name in COUNTED:
        return COUNTED[name](arguments, year)
    if name in ("calendar", "ramadan"):
        number = calendar_day_number(arguments[1], arguments[2].replace("_", " "), year)
        return None if number is None else Moment("day", number)
    if name == "orthodox":
        return Moment("day", orthodox_easter(year) + int(arguments[1]))
    if name.startswith("easter"):
        moment = Moment("day", easter(year) + int(arguments[1]))
        return at("week", moment.number) if name == "easterweek" else moment
    if name in WEEKDAYS:
        return _by_weekday(arguments, year)
    month, day = (int(part) for part in name.split("-"))
    return day_of(year, month, day)


def _listed(arguments: tuple[str, ...], year: int) -> Moment | None:
    """One of the days that the row lists."""
    days = [[int(part) for part in day.split("-")] for day in arguments[1:]]
    return next((day_of(*day) for day in days if day[0] == year), None)


def _inauguration(_: tuple[str, ...], year: int) -> Moment | None:
    """20 January of the year after an American presidential election."""
    return day_of(year, 1, 20) if year % TERM == 1 else None


def _election(_: tuple[str, ...], year: int) -> Moment:
    """The Tuesday after the first Monday of November."""
    return nth_weekday(year, 11, "monday", 1).shifted(1)


def _super_bowl(_: tuple[str, ...], year: int) -> Moment:
    """The second Sunday of February since 2022, the first since 2004, before that the last of January."""
    if year < FIRST_IN_FEBRUARY:
        return nth_weekday(year, 1, "sunday", -1)
    return nth_weekday(year, 2, "sunday", 2 if year > LAST_EARLY else 1)


def _hebrew(arguments: tuple[str, ...], year: int) -> Moment | None:
    number = hebrew_feast(arguments[1], year)
    return None if number is None else Moment("day", number)


def _islamic(arguments: tuple[str, ...], year: int) -> Moment | None:
    number = islamic_day(int(arguments[1]), int(arguments[2]), year)
    return None if number is None else Moment("day", number)


COUNTED: dict[str, Callable[[tuple[str, ...], int], Moment | None]] = {
    "listed": _listed, "inauguration": _inauguration, "election": _election, "superbowl": _super_bowl, "hebrew": _hebrew,
    "islamic": _islamic,
}  # fmt: skip
RARE = frozenset({"listed", "inauguration"})


def _by_weekday(arguments: tuple[str, ...], year: int) -> Moment:
    """The nth weekday of a month; Black Friday and Cyber Monday hang on the fourth Thursday of November."""
    name, nth, month = arguments[0], int(arguments[1]), int(arguments[2])
    if arguments in AFTER_THANKSGIVING:
        return nth_weekday(year, month, "thursday", nth).shifted(AFTER_THANKSGIVING[arguments])
    return nth_weekday(year, month, name, nth)


def nth_weekday(year: int, month: int, name: str, nth: int) -> Moment:
    """The nth such weekday of a month, counted from its end when negative."""
    target = WEEKDAYS.index(name)
    if nth > 0:
        first = day_number(year, month, 1)
        return Moment("day", first + (target - weekday(first)) % 7 + 7 * (nth - 1))
    following = day_number(year + month // 12, month % 12 + 1, 1)
    return Moment("day", following - 1 - (weekday(following - 1) - target) % 7 + 7 * (nth + 1))


def is_known(year: int, country: str = "") -> bool:
    """Whether the library knows that year; others are computed where there is a rule."""
    first, last = KNOWN_OF.get(country, (FIRST_KNOWN, LAST_KNOWN))
    return first <= year <= last


@lru_cache(maxsize=512)
def calendar_day_number(country: str, name: str, year: int) -> int | None:
    """The first day of that name among a country's holidays; the library is loaded only here."""
    import holidays

    if not is_known(year, country) or name in BY_THE_SKY:
        return computed_day(name, year)
    days = holidays.country_holidays(country, years=year, language="en_US")
    numbers = [day.toordinal() for day, said in days.items() if said.startswith(name) and "Holiday" not in said]
    return min(numbers) if numbers else computed_day(name, year)
