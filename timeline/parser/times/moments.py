"""Moment: a stretch of the calendar with a grain (day, week … century) and a number, so that counting on is adding.

Its TIMEX3 value follows TempEval-3 (ISO-TimeML): '1998-03-12', '1998-W12', '1998-W12-WE', '1998-Q3', '1998-SU', '198', '19'.
"""

from functools import lru_cache

from timeline.model import edtf
from timeline.model.days import calendar_day, day_number, month_length, weekday
from timeline.model.span import TimeSpan
from timeline.model.value import value

SEASONS = ("SP", "SU", "FA", "WI")
MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}
GRAINS = ("day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade", "century", "millennium")
REMEMBERED = 4096  # days
YEARS_OF = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}


@value
class Moment:
    """`number` counts: days (see model.days), weeks by their Monday's day number, months from year 0, years …

    Seasons count from spring of year 0; the winter of a year ends in the next one.
    """

    grain: str
    number: int

    def shifted(self, count: int) -> "Moment":
        """That many units of its own grain later."""
        return Moment(self.grain, self.number + count * (7 if self.grain in ("week", "weekend") else 1))

    @property
    def year(self) -> int:
        """The year its first day lies in."""
        return calendar_day(self.first)[0]

    @property
    def first(self) -> int:
        """Day number of its first day."""
        if self.grain in ("day", "week"):
            return self.number
        if self.grain == "weekend":
            return self.number + 5
        if self.grain in YEARS_OF:
            return day_number(self.number * YEARS_OF[self.grain], 1, 1)
        return day_number(*_first_month(self), 1)

    @property
    def last(self) -> int:
        """Day number of its last day."""
        if self.grain == "day":
            return self.number
        if self.grain in ("week", "weekend"):
            return self.number + 6
        return self.shifted(1).first - 1


def _first_month(moment: Moment) -> tuple[int, int]:
    months = moment.number * MONTHS_OF[moment.grain] + (2 if moment.grain == "season" else 0)
    year, zero_based = divmod(months, 12)
    return year, zero_based + 1


def at(grain: str, day: int) -> Moment:
    """The moment of that grain that holds the day."""
    if grain == "day":
        return Moment("day", day)
    if grain in ("week", "weekend"):
        return Moment(grain, day - weekday(day))
    year, month, _ = calendar_day(day)
    if grain in YEARS_OF:
        return Moment(grain, year // YEARS_OF[grain])
    months = year * 12 + month - 1 - (2 if grain == "season" else 0)
    return Moment(grain, months // MONTHS_OF[grain])


def day_of(year: int, month: int, day: int) -> Moment | None:
    """A day, None when the calendar has no such day."""
    if not (1 <= month <= 12 and 1 <= day <= month_length(year, month)):
        return None
    return Moment("day", day_number(year, month, day))


def month_of(year: int, month: int) -> Moment:
    """A month."""
    return Moment("month", year * 12 + month - 1)


def counted(moment: Moment, count: int, unit: str) -> Moment:
    """The moment of the same day of the month (or the month's last) that many units later; grain day stays day."""
    if unit in ("day", "week"):
        return at(moment.grain, moment.first + count * (7 if unit == "week" else 1))
    year, month, day = calendar_day(moment.first)
    months = year * 12 + month - 1 + count * MONTHS_OF.get(unit, 12 * YEARS_OF.get(unit, 1))
    new_year, new_month = months // 12, months % 12 + 1
    return at(moment.grain, day_number(new_year, new_month, min(day, month_length(new_year, new_month))))


def timex(moment: Moment) -> str:
    """The TIMEX3 value."""
    if moment.grain == "day":
        return _day_value(moment.number)
    year = moment.year
    if moment.grain in ("decade", "century", "millennium"):
        return _long_value(moment)
    if moment.grain in ("week", "weekend"):
        return week_value(moment.number) + ("-WE" if moment.grain == "weekend" else "")
    if moment.grain == "season":
        return f"{year_value(moment.number // 4)}-{SEASONS[moment.number % 4]}"
    if moment.grain in ("quarter", "half"):
        parts = 4 if moment.grain == "quarter" else 2
        return f"{year_value(year)}-{moment.grain[0].upper()}{moment.number % parts + 1}"
    return f"{year_value(year)}-{calendar_day(moment.first)[1]:02d}" if moment.grain == "month" else year_value(year)


@lru_cache(maxsize=REMEMBERED)
def _day_value(number: int) -> str:
    year, month, day = calendar_day(number)
    return f"{year_value(year)}-{month:02d}-{day:02d}"


def year_value(year: int) -> str:
    """'1998', and 'BC0044' for the astronomical year -43."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def week_value(monday: int) -> str:
    """ISO 8601 week: '1998-W12'."""
    year = calendar_day(monday + 3)[0]
    first_monday = day_number(year, 1, 4) - weekday(day_number(year, 1, 4))
    return f"{year_value(year)}-W{(monday - first_monday) // 7 + 1:02d}"


def _long_value(moment: Moment) -> str:
    digits = {"decade": 3, "century": 2, "millennium": 1}[moment.grain]
    return f"{moment.number:0{digits}d}" if moment.number >= 0 else f"BC{-1 - moment.number:0{digits}d}"


def span(moment: Moment) -> TimeSpan:
    """What the moment says as a TimeSpan."""
    year = moment.year
    if moment.grain == "day":
        return edtf.from_day(moment.number)
    if moment.grain == "week":
        return edtf.week(moment.number)
    if moment.grain == "season":
        return edtf.division(moment.number // 4, 21 + moment.number % 4)
    if moment.grain == "quarter":
        return edtf.division(year, 33 + moment.number % 4)
    if moment.grain == "half":
        return edtf.division(year, 40 + moment.number % 2)
    if moment.grain == "month":
        return edtf.month(*_first_month(moment))
    if moment.grain == "year":
        return edtf.year(year)
    return _long_span(moment)


def _long_span(moment: Moment) -> TimeSpan:
    digits = {"decade": 3, "century": 2}.get(moment.grain, 0)
    if (
        not digits
        or not -(10**digits) <= moment.number < 10**digits
        or (moment.grain == "decade" and moment.number < 0)
    ):
        return stretch(moment.first, moment.last)
    sign, number = ("", moment.number) if moment.number >= 0 else ("-", -1 - moment.number)
    return edtf.parse(f"{sign}{number:0{digits}d}{'X' * (4 - digits)}")


def stretch(first: int, last: int) -> TimeSpan:
    """Days from the first to the last as an interval."""
    return edtf.interval(edtf.from_day(first), edtf.from_day(last))
