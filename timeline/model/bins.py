"""Bins: days, weeks, months … that a histogram counts in. Each kind numbers its bins without gaps, before year 1 too."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from timeline.model.days import calendar_day, day_number, iso_day, iso_year


@dataclass(frozen=True, slots=True)
class Bin:
    """A kind of bin: `number` tells in which a day lies, `start` the first day of one, `label` what one is called."""

    name: str
    number: Callable[[int], int]
    start: Callable[[int], int]
    label: Callable[[int], str]

    def end(self, number: int) -> int:
        """The last day of a bin."""
        return self.start(number + 1) - 1


def _month(day: int) -> int:
    year, month, _ = calendar_day(day)
    return year * 12 + month - 1


def _month_start(number: int) -> int:
    return day_number(number // 12, number % 12 + 1, 1)


def _week_label(number: int) -> str:
    """'2025-W41': an ISO week belongs to the year of its Thursday."""
    thursday = number * 7 + 4
    year = calendar_day(thursday)[0]
    return f"{iso_year(year)}-W{(thursday - day_number(year, 1, 1)) // 7 + 1:02d}"


def _decade_label(number: int) -> str:
    first = number * 10
    return f"{iso_year(first)}s" if first >= 0 else f"{iso_year(first)}/{iso_year(first + 9)}"


BINS = {
    one.name: one
    for one in (
        Bin("day", lambda day: day, lambda number: number, iso_day),
        Bin("week", lambda day: (day - 1) // 7, lambda number: number * 7 + 1, _week_label),
        Bin("month", _month, _month_start, lambda number: iso_day(_month_start(number)).rpartition("-")[0]),
        Bin(
            "quarter",
            lambda day: _month(day) // 3,
            lambda number: _month_start(number * 3),
            lambda number: f"{iso_year(number // 4)}-Q{number % 4 + 1}",
        ),
        Bin("year", lambda day: calendar_day(day)[0], lambda number: day_number(number, 1, 1), iso_year),
        Bin(
            "decade",
            lambda day: calendar_day(day)[0] // 10,
            lambda number: day_number(number * 10, 1, 1),
            _decade_label,
        ),
    )
}
AUTO = "auto"
MOST_BINS = 2000
FITTING = 150  # bins that 'auto' gives at most, as far as there is a coarser kind


def fitting(first: int, last: int, *, most: int = FITTING) -> Bin:
    """The finest kind with at most so many bins from one day to another, else the coarsest."""
    return next((one for one in BINS.values() if count(one, first, last) <= most), BINS["decade"])


def count(kind: Bin, first: int, last: int) -> int:
    """How many bins of a kind the days from one to another take."""
    return kind.number(last) - kind.number(first) + 1


def densest(weights: Iterable[tuple[int, int]], most: int) -> tuple[int, int]:
    """Of (bin, weight) pairs the run of at most so many bins with the greatest weight; of equal ones the last."""
    pairs = sorted(weights)
    best, total, low = (-1, pairs[-1][0], pairs[-1][0]), 0, 0
    for place, weight in pairs:
        total += weight
        while place - pairs[low][0] >= most:
            total -= pairs[low][1]
            low += 1
        best = max(best, (total, place, pairs[low][0]))
    return best[2], best[1]
