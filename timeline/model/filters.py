"""Filters: what may be asked of the chronology. One definition for API, histogram, exports, embeds and command line."""

from dataclasses import dataclass, field

from timeline.model.span import TimeSpan

MATCHES = ("overlaps", "within", "possible")
SORTS = ("date", "-date", "updated", "-updated", "salience", "-salience", "relevance")


@dataclass(frozen=True, slots=True)
class Window:
    """The days asked for: `start` and `end` are day numbers, inclusive, None for an open side."""

    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Filters:
    """What to keep of the chronology. Within one field any value will do; between fields all must hold.

    `window` comes from `date`, `from` and `to`; `yearless` is set instead when `date` is a day without a year
    ('XXXX-10-11'). Texts match without regard to case; `q` is full text. `role` qualifies `actor`.
    """

    window: Window = Window()
    yearless: str | None = None
    match: str = "overlaps"
    actor: tuple[str, ...] = ()
    actors_all: tuple[str, ...] = ()
    actor_country: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    claimed_by: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    precision: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    q: str | None = None
    min_reports: int | None = None
    min_salience: float | None = None
    understood: dict[str, str] = field(default_factory=dict, compare=False)  # dates as they were read, for echoing


@dataclass(frozen=True, slots=True)
class FilterField:
    """How one argument of the filters is given: its name, kind ('date', 'text', 'number', 'choice'), choices, meaning."""

    name: str
    kind: str
    meaning: str
    choices: tuple[str, ...] = ()
    is_repeatable: bool = True


def window_of(span: TimeSpan) -> Window:
    """The outer bounds of a span as a window."""
    return Window(span.start_earliest, span.end_latest)
