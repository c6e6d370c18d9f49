"""How many events fit: counted, or estimated where counting takes too long."""

from dataclasses import dataclass
from typing import Any

from peewee import fn

from timeline.errors import SlowError
from timeline.model.filters import Filters
from timeline.store.budget import within
from timeline.store.conditions import condition
from timeline.store.database import Store, rows
from timeline.store.tables import Event

SECONDS = 2.0  # for an exact count
QUICK = 0.2  # for a count before it is estimated
SAMPLE = 5_000  # events that an estimate looks at


@dataclass(frozen=True, slots=True)
class Total:
    """A number of events and how it was had: 'exact', 'estimated', or 'timed_out' (then there is no number)."""

    number: int | None
    state: str


def count_events(store: Store, filters: Filters, *, kind: str) -> Total:
    """How many fit. `kind` 'exact' takes its time, 'estimated' counts what is counted quickly and samples the rest."""
    try:
        return Total(_counted(store, filters, SECONDS if kind == "exact" else QUICK), "exact")
    except SlowError:
        return Total(None, "timed_out") if kind == "exact" else _estimated(store, filters)


def _counted(store: Store, filters: Filters, seconds: float) -> int:
    with within(store, seconds) as database:
        return int(Event.select().where(condition(store, filters)).count(database))


def _estimated(store: Store, filters: Filters) -> Total:
    """The share that fits of events picked evenly by number, times all there are."""
    try:
        with within(store, SECONDS) as database:
            every = int(Event.select().count(database))
            mask = 2 ** max(0, (every // SAMPLE).bit_length() - 1) - 1
            sample = Event.serial.in_(_some(mask))
            hits = _number(Event.select(fn.COUNT(Event.serial)).where(sample & condition(store, filters)), database)
            looked = _number(Event.select(fn.COUNT(Event.serial)).where(sample), database)
    except SlowError:
        return Total(None, "timed_out")
    return Total(round(every * hits / looked) if looked else 0, "estimated")


def _some(mask: int) -> Any:
    """One number in every mask + 1."""
    other = Event.alias("other")
    return other.select(other.serial).where(other.serial.bin_and(mask) == 0)


def _number(query: Any, database: Any) -> int:
    return int(rows(query, database)[0][0])
