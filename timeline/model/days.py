"""Day numbers: integers that count days in the proleptic Gregorian calendar, astronomical years, no limit either way.

Day 1 is 0001-01-01, as in `datetime.date.toordinal`, but day 0 and the negative ones exist too (0000-12-31, …).
"""

import datetime
import re

CYCLE_YEARS, CYCLE_DAYS = 400, 146_097  # the Gregorian calendar repeats after these

ISO_DAY = re.compile(r"(-?\d{4,})-(\d\d)-(\d\d)$")


def day_number(year: int, month: int, day: int) -> int:
    """The number of that day; ValueError when the calendar has no such day."""
    cycles, within = divmod(year - 1, CYCLE_YEARS)
    return datetime.date(within + 1, month, day).toordinal() + cycles * CYCLE_DAYS


def calendar_day(number: int) -> tuple[int, int, int]:
    """(year, month, day) of a day number."""
    cycles, within = divmod(number - 1, CYCLE_DAYS)
    date = datetime.date.fromordinal(within + 1)
    return date.year + cycles * CYCLE_YEARS, date.month, date.day


def month_length(year: int, month: int) -> int:
    """28 to 31."""
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    return day_number(*following, 1) - day_number(year, month, 1)


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """(year, month) that many months later (earlier when negative)."""
    years, zero_based = divmod(year * 12 + month - 1 + count, 12)
    return years, zero_based + 1


def weekday(number: int) -> int:
    """0 for Monday to 6 for Sunday."""
    return (number - 1) % 7


def year_text(year: int) -> str:
    """EDTF: '2025', '-0043', and 'Y12025' beyond four digits."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def iso_year(year: int) -> str:
    """ISO 8601 with as many digits as it takes: '2025', '-0043', '12025'."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def iso_day(number: int) -> str:
    """'2025-10-11', '-0043-03-15'."""
    year, month, day = calendar_day(number)
    return f"{iso_year(year)}-{month:02d}-{day:02d}"


def parse_iso_day(text: str) -> int:
    """The day number of an ISO day; ValueError on anything else."""
    found = ISO_DAY.match(text)
    if found is None:
        raise ValueError(f"no ISO day: {text!r}")
    return day_number(int(found[1]), int(found[2]), int(found[3]))
