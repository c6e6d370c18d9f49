"""Feasts by arithmetic: Easter by both calendars, the Hebrew new year and the tabular Islamic months, for any year.

After Meeus, Astronomical Algorithms, chapter 8 (Easter), and Reingold and Dershowitz, Calendrical Calculations, chapters 7
and 8. Day numbers as in `model.days`. Before 1583 dates are those of the Julian calendar, as the sources write them.
"""

from timeline.model.days import calendar_day, day_number, weekday
from timeline.parser.times.moons import sky_day

FIRST_GREGORIAN = 1583
HEBREW_EPOCH, HEBREW_YEARS = -1_373_427, 3761
ISLAMIC_EPOCH = 227_015
PASSOVER_TO_NEW_YEAR, NEW_YEAR_TO_ATONEMENT = 163, 9
PASSOVER_TO_FAST, NEW_YEAR_TO_LIGHTS, SATURDAY = 112, 83, 5
FROM_PASSOVER = {"purim": -30, "shavuot": 50}
FROM_NEW_YEAR = {"sukkot": 14, "simchat": 21}
ISLAMIC_START, ISLAMIC_YEAR = (
    622.54,
    0.970224,
)  # the first day of the calendar and the length of its years, in Gregorian years
RECENT_ISLAMIC = range(1340, 1500)
ISLAMIC_DAYS = {"Ashura": (1, 10), "First Day of Ramadan": (9, 1), "Eid al-Fitr": (10, 1), "Eid al-Adha": (12, 10)}


def easter(year: int) -> int:
    """Easter Sunday of the western churches."""
    return _gregorian_easter(year) if year >= FIRST_GREGORIAN else _julian_easter(year)


def orthodox_easter(year: int) -> int:
    """Easter Sunday of the eastern churches, as a Gregorian date from 1583."""
    drift = year // 100 - year // 400 - 2 if year >= FIRST_GREGORIAN else 0
    return _julian_easter(year) + drift


def _gregorian_easter(year: int) -> int:
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return day_number(year, month, day + 1)


def _julian_easter(year: int) -> int:
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return day_number(year, month, day + 1)


def hebrew_new_year(year: int) -> int:
    """The first of Tishri that falls in a Gregorian year."""
    hebrew = year + HEBREW_YEARS
    before, here, after = (_hebrew_days(number) for number in (hebrew - 1, hebrew, hebrew + 1))
    late = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return HEBREW_EPOCH + here + late


def _hebrew_days(year: int) -> int:
    """Days from the epoch to the mean new moon of Tishri, put off where it falls on a day that the rules forbid."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12_084 + 13_753 * months) // 25_920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def hebrew_feast(name: str, year: int) -> int | None:
    """The day of a feast that hangs on the Hebrew new year, before it or after."""
    new_year = hebrew_new_year(year)
    passover = new_year - PASSOVER_TO_NEW_YEAR
    if name == "av":  # put off from a Sabbath to the day after
        day = passover + PASSOVER_TO_FAST
        return day + (weekday(day) == SATURDAY)
    if name == "hanukkah":
        length = hebrew_new_year(year + 1) - new_year
        return new_year + NEW_YEAR_TO_LIGHTS + (length % 10 == 5)  # years of 355 and 385 days have a long Heshvan
    if name in FROM_PASSOVER:
        return passover + FROM_PASSOVER[name]
    return new_year + FROM_NEW_YEAR[name] if name in FROM_NEW_YEAR else None


def common_year(month: int, year: int) -> int:
    """The Gregorian year in which an Islamic month began: 2025 for the ninth of 1446; of a year that is told so as it is."""
    if year not in RECENT_ISLAMIC:
        return year  # hardly anyone tells of the 15th century so
    return int(ISLAMIC_START + (year - 1 + (month - 1) / 12) * ISLAMIC_YEAR)


def islamic_day(month: int, day: int, year: int) -> int | None:
    """The first such day of the tabular calendar in a Gregorian year; the moon as seen may differ by a day or two."""
    about = (year - 622) * 33 // 32
    for number in (about - 1, about, about + 1, about + 2):
        found = islamic_number(number, month, day)
        if number > 0 and calendar_day(found)[0] == year:
            return found
    return None


def islamic_number(year: int, month: int, day: int) -> int:
    """The day number of a day of the tabular calendar."""
    return ISLAMIC_EPOCH - 1 + (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day


def computed_day(name: str, year: int) -> int | None:
    """The day of a feast by its name in the holidays library, None for one that no arithmetic gives."""
    if name in ("Rosh Hashanah", "Yom Kippur", "Pesach"):
        shift = {"Yom Kippur": NEW_YEAR_TO_ATONEMENT, "Pesach": -PASSOVER_TO_NEW_YEAR}.get(name, 0)
        return hebrew_new_year(year) + shift
    return islamic_day(*ISLAMIC_DAYS[name], year) if name in ISLAMIC_DAYS else sky_day(name, year)
