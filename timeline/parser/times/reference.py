"""Reference: what a phrase is read against, and Meaning: what it then means. Both are values; `resolve` hands them on."""

from collections.abc import Iterable
from functools import lru_cache, partial

from timeline.model.span import UNKNOWN, TimeSpan
from timeline.model.value import value
from timeline.parser.times.moments import Moment, span, timex

POINTING = frozenset({"last", "this"})  # of the one who writes
REMEMBERED = 100  # days
BACKWARD = frozenset({"previous", "preceding", "before", "earlier"})  # words for what came before


_day = lru_cache(maxsize=REMEMBERED)(partial(Moment, "day"))


@value
class Reference:
    """What is known where a phrase stands.

    `published` is the day of publication as a day number, or None. `last` is the last date the text gave before, and
    `last_words` its words; `quarter` the last quarter. `is_narrative`: the text tells of days long before its publication
    (or has none), so that it is its own calendar. `direction`: -1 when the words around speak of the past, 1 of the future,
    0 when they do not say. `clock` is the last time of day ('17:30'), `is_night` and `is_evening` whether it was one, `day` the
    last day, and `past` the last date that was not ahead of publication, each with its words. `filed` is the day of the
    dateline, where that is a little before publication, and `place` its city, whose clock 'local time' is. `is_told`: the
    last date is only that of what was said. `is_counted`: the day is counted from a happening. `ahead` is the last
    date where it is one to come in the same sentence. `thread` is the last date where the text told right before of a year
    gone by, and goes on.
    """

    published: int | None
    is_narrative: bool = False
    last: Moment | None = None
    last_words: str = ""
    quarter: Moment | None = None
    direction: int = 0
    clock: str | None = None
    day: Moment | None = None
    day_words: str = ""
    past: Moment | None = None
    past_words: str = ""
    filed: int | None = None
    place: str | None = None
    thread: Moment | None = None
    is_night: bool = False
    is_evening: bool = False
    is_told: bool = False
    is_counted: bool = False
    ahead: Moment | None = None

    @property
    def today(self) -> Moment | None:
        """The day that 'now', 'yesterday' and bare weekdays count from; None in a text without one."""
        day = self.published if self.filed is None else self.filed
        return None if day is None else _day(day)

    @property
    def base(self) -> Moment | None:
        """What half-said dates are read against: the last date of a narrative, else the publication day."""
        return self.last if self.is_narrative else self.today

    @property
    def base_reason(self) -> str:
        """Its name, for `because`."""
        return self.last_reason if self.is_narrative else self.today_reason

    @property
    def today_reason(self) -> str:
        """'published 2025-10-29', or 'filed 2025-10-28' where the dateline says an earlier day."""
        if self.filed is not None:
            return f"filed {timex(Moment('day', self.filed))}"
        return f"published {timex(Moment('day', self.published))}" if self.published is not None else ""

    def deictic(self, words: Iterable[str]) -> tuple[Moment | None, str]:
        """What 'last November' and 'this spring' count from, and its name: 'now' in a narrative, too, where that is known."""
        is_now = self.published is not None and not POINTING.isdisjoint(words)
        return (self.today, self.today_reason) if is_now else (self.base, self.base_reason)

    def is_before(self, day: Moment | None) -> bool:
        """Whether a day is before the one that the story is at."""
        return day is not None and self.day is not None and day.grain == "day" and day.number < self.day.number

    @property
    def last_reason(self) -> str:
        """The words of the last date."""
        return self.last_words


@value
class Meaning:
    """TIMEX3 type and value, the span, how it was had, and the moment (if it is one) that later phrases may count from."""

    type: str
    value: str
    span: TimeSpan = UNKNOWN
    basis: str = "stated"
    because: str = ""
    moment: Moment | None = None
    shift: int | None = None


def stated(moment: Moment) -> Meaning:
    """A moment that the words say in full."""
    return Meaning("DATE", timex(moment), span(moment), moment=moment)


def resolved(moment: Moment, because: str) -> Meaning:
    """A moment that was read against something."""
    return Meaning("DATE", timex(moment), span(moment), "resolved", because, moment)


def unknown(value: str, kind: str = "DATE") -> Meaning:
    """A value that nothing anchors."""
    return Meaning(kind, value)


def counting_from(reference: Reference) -> tuple[Moment | None, str]:
    """What 'the next day' and 'two years later' count from, and its name: the last date, else the base."""
    last, today = reference.last, reference.today
    if (
        last is not None
        and today is not None
        and reference.direction < 0
        and last.first > today.first
        and reference.past
    ):
        return reference.past, reference.past_words  # 'they meet on Sunday. A day later he fled'
    if last is not None:
        return last, reference.last_reason
    return reference.base, reference.base_reason
