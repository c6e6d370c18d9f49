"""The histogram: how many events lie in each bin of time, certain and possible apart."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from peewee import fn

from timeline.errors import FilterError
from timeline.model.bins import AUTO, BINS, MOST_BINS, Bin, count, densest, fitting
from timeline.model.days import iso_day
from timeline.model.filters import Filters, Window
from timeline.model.shapes import Shape
from timeline.store.budget import within
from timeline.store.conditions import condition
from timeline.store.database import Store, rows
from timeline.store.dimensions import DIMENSIONS, called
from timeline.store.tables import Event

MOST_VALUES = 20  # of 'by'


@dataclass(frozen=True, slots=True)
class Histogram:
    """Counts by bins in order of time, empty ones among them.

    `undated` counts the events that no bound dates. `truncated`: bins, or rare values of 'by', were left out.
    """

    bin: str
    by: str | None
    bins: list[Shape]
    undated: int
    truncated: bool


@dataclass(frozen=True, slots=True)
class Group:
    """So many events with the same outer bounds; of what is open on a side the known end stands for both."""

    first: int
    last: int
    is_closed: bool
    number: int


@dataclass(slots=True)
class Tally:
    """Events by bin: those that lie in it surely, and where to add and take away those that may."""

    certain: Counter[int] = field(default_factory=Counter)
    steps: Counter[int] = field(default_factory=Counter)

    def add(self, kind: Bin, group: Group) -> None:
        """Count these events."""
        first, last = kind.number(group.first), kind.number(group.last)
        self.steps[first] += group.number
        self.steps[last + 1] -= group.number
        if first == last and group.is_closed:
            self.certain[first] += group.number

    def counts(self, low: int, high: int) -> list[Shape]:
        """What may lie, and what surely lies, in each of the bins."""
        total, found = sum(change for place, change in self.steps.items() if place < low), []
        for place in range(low, high + 1):
            total += self.steps[place]
            found.append({"certain": self.certain[place], "possible": total})
        return found


def histogram(store: Store, filters: Filters, *, kind: str = AUTO, by: str | None = None) -> Histogram:
    """The histogram of the events that fit.

    Raises FilterError when the time asked for takes too many bins, SlowError when counting takes too long.
    """
    ends = _ends_of(filters)
    with within(store) as database:
        kept = condition(store, filters)
        found = rows(Event.select(*ends, fn.COUNT(Event.serial)).where(kept).group_by(*ends), database)
        dated = _groups(found)
        bins, low, high, is_cut = _range(filters.window, dated, kind)
        values, is_rare = _valued(database, kept, by, ends, filters.as_of) if by else ({}, False)
    counts = _tallied(bins, dated).counts(low, high)
    parts = {value: _tallied(bins, groups).counts(low, high) for value, groups in values.items()}
    undated = sum(row[-1] for row in found if row[0] is None and row[1] is None)
    return Histogram(bins.name, by, _shapes(bins, low, counts, parts), undated, is_cut or is_rare)


def _ends_of(filters: Filters) -> tuple[Any, ...]:
    """The outer bounds; with best guesses in their place, where those are asked for, and whether these are known bounds."""
    if filters.dates == "known":
        return Event.start_earliest, Event.end_latest
    first = fn.COALESCE(Event.likely_first, Event.start_earliest)
    return first, fn.COALESCE(Event.likely_last, Event.end_latest), Event.likely_first.is_null()


def _groups(found: Iterable[Sequence[Any]]) -> list[Group]:
    """Rows of (first, last, whether those are known, number) as groups; what is open on both sides is in none."""
    return [
        Group(
            last if first is None else first,
            first if last is None else last,
            is_known and None not in (first, last),
            number,
        )
        for first, last, is_known, number in (row if len(row) == 4 else (*row[:2], True, row[2]) for row in found)
        if first is not None or last is not None
    ]


def _range(window: Window, dated: Sequence[Group], name: str) -> tuple[Bin, int, int, bool]:
    """The kind of bin, the first and the last one (before the first when there is none), whether some are left out."""
    low, high = _ends(window, dated)
    if low is None or high is None or low > high:
        return BINS["month" if name == AUTO else name], 0, -1, False
    kind = fitting(low, high) if name == AUTO else BINS[name]
    if count(kind, low, high) <= MOST_BINS:
        return kind, kind.number(low), kind.number(high), False
    if None not in (window.start, window.end):
        raise FilterError(_too_many(kind, low, high), place="bin")
    weights = [(kind.number(min(max(group.first, low), high)), group.number) for group in dated]
    return kind, *densest(weights, MOST_BINS), True


def _ends(window: Window, dated: Sequence[Group]) -> tuple[int | None, int | None]:
    """The first and the last day: those asked for, else those of what was found."""
    first = min((group.first for group in dated), default=window.end)
    last = max((group.last for group in dated), default=window.start)
    return first if window.start is None else window.start, last if window.end is None else window.end


def _too_many(kind: Bin, low: int, high: int) -> str:
    number, coarser = count(kind, low, high), fitting(low, high, most=MOST_BINS).name
    advice = f"ask for a {coarser} or for less time" if coarser != kind.name else "ask for less time"
    return f"{iso_day(low)} to {iso_day(high)} takes {number:,} bins of a {kind.name}, over {MOST_BINS:,}: {advice}"


def _tallied(kind: Bin, groups: Iterable[Group]) -> Tally:
    tally = Tally()
    for group in groups:
        tally.add(kind, group)
    return tally


def _valued(
    database: Any, kept: Any, by: str, ends: Sequence[Any], as_of: int | None
) -> tuple[dict[str, list[Group]], bool]:
    """The groups of the most frequent values, and whether there are more values."""
    dimension, found = DIMENSIONS[by], defaultdict(list)
    for query in dimension.counted(*ends, as_of=as_of):
        for *group, value, number in rows(query.where(kept), database):
            found[value].append((*group, number))
    ranked = sorted(found, key=lambda value: (-sum(row[-1] for row in found[value]), value))
    names = called(database, dimension, ranked[:MOST_VALUES])
    return {names[value]: _groups(found[value]) for value in ranked[:MOST_VALUES]}, len(ranked) > MOST_VALUES


def _shapes(kind: Bin, low: int, counts: Sequence[Shape], parts: dict[str, list[Shape]]) -> list[Shape]:
    return [
        {
            "start": iso_day(kind.start(low + place)),
            "end": iso_day(kind.end(low + place)),
            "label": kind.label(low + place),
            **each,
            "by": {value: counts[place] for value, counts in parts.items() if counts[place]["possible"]},
        }
        for place, each in enumerate(counts)
    ]
