"""Bounds along links: what came after something is no earlier than it, what came before is no later.

Only Events whose texts do not date them are tightened; stated and resolved dates stand. Orders that cannot hold together,
among themselves or with these dates, lose the weakest (see `network`), and the Events say so.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.chronology.network import Order, consistent
from timeline.chronology.order import chain_lengths
from timeline.model import edtf
from timeline.model.event import Event
from timeline.model.span import Day
from timeline.model.statement import Link, Relation, Status
from timeline.model.time import When

DERIVED = frozenset({"none", "published", "ordered"})
RANK_STEP = 1000  # strong links order first, each document's own order after that


@dataclass(slots=True)
class Limits:
    """What is known by now of one Event: outer bounds, inner ones, and the reason where a link gave it."""

    earliest: Day
    latest: Day
    surely_by: Day  # its start is no later
    surely_until: Day  # its end is no earlier
    may_move: bool
    because_earliest: str | None = None
    because_latest: str | None = None
    path_earliest: tuple[Order, ...] = ()
    path_latest: tuple[Order, ...] = ()


def tighten(events: Sequence[Event]) -> tuple[Event, ...]:
    """The Events with bounds from strong links between them, and ranks for listing; in an order given by content."""
    ordered = sorted(events, key=_identity)
    orders, dropped = consistent(_orders(ordered), lambda some: _broken(some, _propagated(some, ordered), ordered))
    limits = _propagated(orders, ordered)
    ranks = _ranks(len(ordered), orders)
    notes = _notes(dropped, ordered)
    return tuple(
        replace(
            event, when=_noted(_moved(event.when, limit), note), rank=RANK_STEP * rank + min(event.rank, RANK_STEP - 1)
        )
        for event, limit, rank, note in zip(ordered, limits, ranks, notes, strict=True)
    )


def _propagated(orders: Sequence[Order], events: Sequence[Event]) -> list[Limits]:
    """What is known of each Event when all these orders hold. No bound is taken that leaves no day."""
    limits = [_limits(event) for event in events]
    for _ in range(len(events) + 1):
        moved = [_apply(order, limits, events) for order in orders]
        if not any(moved):
            break
    return limits


def _broken(orders: Sequence[Order], limits: Sequence[Limits], events: Sequence[Event]) -> tuple[Order, ...]:
    """The orders of the first chain that cannot hold: it has something over before what came before it was at all."""
    for order in orders:
        start, end = limits[order.first], limits[order.second]
        is_counted = not order.is_within and not _is_hypothetical(order, events)
        if is_counted and start.earliest is not None and end.latest is not None and end.latest < start.earliest:
            return (*start.path_earliest, order, *end.path_latest)
    return ()


def _notes(dropped: Sequence[Order], events: Sequence[Event]) -> list[tuple[str, ...]]:
    """For each Event the orders that were not counted."""
    notes: list[list[str]] = [[] for _ in events]
    for order in dropped:
        first, second = events[order.first].headline, events[order.second].headline
        notes[order.first].append(f"not counted: before {second}: {order.because}")
        notes[order.second].append(f"not counted: after {first}: {order.because}")
    return [tuple(dict.fromkeys(note)) for note in notes]


def _noted(when: When, note: tuple[str, ...]) -> When:
    return replace(when, because=(*when.because, *note)) if note else when


def _identity(event: Event) -> tuple[str, int]:
    return min((one.fingerprint, one.number) for one in event.evidence)


def _orders(events: Sequence[Event]) -> list[Order]:
    """What the strong links of all Statements say of the Events, each once, sorted."""
    homes = {(one.document, one.number): number for number, event in enumerate(events) for one in event.evidence}
    said = Counter(
        order
        for number, event in enumerate(events)
        for one in event.evidence
        for link in one.statement.links
        if link.is_strong and (other := homes.get((one.document, link.statement), number)) != number
        if (order := _order(number, link, other))
    )
    found = [replace(order, said=count) for order, count in said.items()]
    return sorted(found, key=lambda order: (order.first, order.second, order.is_within, order.because, order.sieve))


def _order(number: int, link: Link, other: int) -> Order | None:
    if link.relation is Relation.AFTER:
        return Order(other, number, link.because, sieve=link.sieve)
    if link.relation is Relation.BEFORE:
        return Order(number, other, link.because, sieve=link.sieve)
    is_within = link.relation is Relation.DURING
    return Order(other, number, link.because, is_within=True, sieve=link.sieve) if is_within else None


def _limits(event: Event) -> Limits:
    span = event.when.span
    may_move = event.when.basis in DERIVED
    return Limits(span.start_earliest, span.end_latest, span.start_latest, span.end_earliest, may_move)


def _apply(order: Order, limits: list[Limits], events: Sequence[Event]) -> bool:
    """Whether the order moved a bound."""
    if _is_hypothetical(order, events):
        return False
    first, second = limits[order.first], limits[order.second]
    early, late = (*first.path_earliest, order), (*second.path_latest, order)
    if order.is_within:
        about = _about("during", events[order.first], first, order.because)
        low = _raise(second, first.earliest, about, early)
        return _lower(second, first.latest, about, (*first.path_latest, order)) or low
    start = second.surely_by if second.surely_by is not None else second.latest
    end = first.surely_until if first.surely_until is not None else first.earliest
    if end is not None and second.latest is not None and end > second.latest:
        end = first.earliest  # it was told while the other went on: after its start, at least
    moved = _raise(second, end, _about("after", events[order.first], first, order.because), early)
    return _lower(first, start, _about("before", events[order.second], second, order.because), late) or moved


def _is_hypothetical(order: Order, events: Sequence[Event]) -> bool:
    return Status.HYPOTHETICAL in (events[order.first].status, events[order.second].status)


def _about(word: str, event: Event, limits: Limits, because: str) -> str:
    """'after Talks in Doha (2025-10-18/2025-10-19): followed by'."""
    is_moved = limits.because_earliest or limits.because_latest
    span = edtf.between(limits.earliest, limits.latest) if is_moved else event.when.span
    return f"{word} {event.headline}{f' ({span})' if span.edtf else ''}: {because}"


def _raise(limits: Limits, day: Day, because: str, path: tuple[Order, ...]) -> bool:
    """Whether the earliest day became a later one."""
    if day is None or not limits.may_move or (limits.earliest is not None and day <= limits.earliest):
        return False
    if limits.latest is not None and day > limits.latest:
        return False
    limits.earliest, limits.because_earliest, limits.path_earliest = day, because, path
    limits.surely_until = day if limits.surely_until is None else max(day, limits.surely_until)
    return True


def _lower(limits: Limits, day: Day, because: str, path: tuple[Order, ...]) -> bool:
    """Whether the latest day became an earlier one."""
    if day is None or not limits.may_move or (limits.latest is not None and day >= limits.latest):
        return False
    if limits.earliest is not None and day < limits.earliest:
        return False
    limits.latest, limits.because_latest, limits.path_latest = day, because, path
    limits.surely_by = day if limits.surely_by is None else min(day, limits.surely_by)
    return True


def _moved(when: When, limits: Limits) -> When:
    """The date with the bounds that links gave, and why; a guess that they rule out is dropped."""
    reasons = [reason for reason in (limits.because_earliest, limits.because_latest) if reason]
    if not reasons:
        return when
    span = edtf.between(limits.earliest, limits.latest)
    return replace(
        when,
        span=span,
        likely=when.likely if when.likely and edtf.allows(span, when.likely) else None,
        basis="ordered",
        because=tuple(dict.fromkeys((*when.because, *reasons))),
        because_earliest=limits.because_earliest or when.because_earliest,
        because_latest=limits.because_latest or when.because_latest,
    )


def _ranks(count: int, orders: Sequence[Order]) -> tuple[int, ...]:
    before: dict[int, list[int]] = {number: [] for number in range(count)}
    for order in orders:
        if not order.is_within:
            before[order.second].append(order.first)
    return chain_lengths(before)
