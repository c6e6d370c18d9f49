"""TimeSpan: what is known of when. A value with four bounds, no clock, no parsing (that is `edtf`)."""

from dataclasses import replace

from timeline.model.days import iso_day
from timeline.model.value import value

PRECISIONS = (
    "second", "minute", "hour", "day", "week", "month", "season", "quarter", "year", "decade", "century",
    "interval", "bounds",
)  # fmt: skip
FAR = 10**12  # sorts after every day that anyone will write about

Day = int | None


@value
class TimeSpan:
    """What is known of when something was.

    `edtf` is None when nothing bounds it. The four bounds are day numbers (see `days`), inclusive, None when open:
    the start is no earlier than `start_earliest` and no later than `start_latest`; the end likewise. The clocks
    are ISO 8601 times of day that belong to the outer two bounds ('14:30:00Z', '14:30:00'), for clock times only.

    It has no `<`: spans that overlap are in no order. See `precedes` and, for listing, `sort_key`.
    """

    edtf: str | None
    precision: str
    start_earliest: Day = None
    start_latest: Day = None
    end_earliest: Day = None
    end_latest: Day = None
    earliest_clock: str | None = None
    latest_clock: str | None = None

    def __str__(self) -> str:
        return self.edtf or ""

    @property
    def earliest(self) -> str | None:
        """ISO 8601 of the first day (with clock where known) it can have been, None when open."""
        return _iso(self.start_earliest, self.earliest_clock)

    @property
    def latest(self) -> str | None:
        """ISO 8601 of the last day (with clock where known) it can have been, None when open."""
        return _iso(self.end_latest, self.latest_clock)

    @property
    def core(self) -> tuple[int, int] | None:
        """The days on which it was surely going on, as day numbers, or None when there is no such day."""
        if self.start_latest is None or self.end_earliest is None or self.start_latest > self.end_earliest:
            return None
        return self.start_latest, self.end_earliest

    @property
    def is_bounded(self) -> bool:
        """Both ends known."""
        return self.start_earliest is not None and self.end_latest is not None

    @property
    def is_open(self) -> bool:
        """Neither end known: no date, or a day without a year."""
        return self.start_earliest is None and self.end_latest is None

    @property
    def width(self) -> int | None:
        """Days from the first to the last possible one, both counted; None when an end is open."""
        if self.start_earliest is None or self.end_latest is None:
            return None
        return self.end_latest - self.start_earliest + 1

    def precedes(self, other: "TimeSpan") -> bool:
        """Whether this surely ends on a day before the other begins."""
        return (
            self.end_latest is not None and other.start_earliest is not None and self.end_latest < other.start_earliest
        )

    def overlaps(self, other: "TimeSpan") -> bool:
        """Whether both can share a day; an open end reaches for ever."""
        return not self.precedes(other) and not other.precedes(self)

    def within(self, outer: "TimeSpan") -> bool:
        """Whether every possible day of this lies in the outer span; never for an open end inside a closed one."""
        return _no_earlier(self.start_earliest, outer.start_earliest) and _no_later(self.end_latest, outer.end_latest)

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """For listing: the first possible day (else the last), then the width; what has no bound comes last."""
        first = self.start_earliest if self.start_earliest is not None else self.end_latest
        return (first is None, first if first is not None else FAR, self.width if self.width is not None else FAR)

    def with_edtf(self, edtf: str) -> "TimeSpan":
        """The same bounds under another EDTF text (a mark of doubt, say)."""
        return replace(self, edtf=edtf)


UNKNOWN = TimeSpan(None, "bounds")


def _iso(day: Day, clock: str | None) -> str | None:
    if day is None:
        return None
    return f"{iso_day(day)}T{clock}" if clock else iso_day(day)


def _no_earlier(inner: Day, outer: Day) -> bool:
    return outer is None or (inner is not None and inner >= outer)


def _no_later(inner: Day, outer: Day) -> bool:
    return outer is None or (inner is not None and inner <= outer)
