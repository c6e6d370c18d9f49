"""Which orders of Events can hold together: a simple temporal network over days, without the orders that break it.

A circle loses its weakest order, and so does a chain that leaves some Event no day. The weakest is what the least
precise sieve gave, then what the fewest Statements say.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

# The most precise first.
SIEVES = (
    "connective",
    "claim",
    "answer",
    "clause",
    "hours",
    "series",
    "adverb",
    "future",
    "aspect",
    "course",
    "hindsight",
    "life",
    "script",
    "news",
)


@dataclass(frozen=True, slots=True)
class Order:
    """`first` (an Event's number) came before `second`, or went on around it; so many Statements say so."""

    first: int
    second: int
    because: str
    is_within: bool = False
    sieve: str = SIEVES[0]
    said: int = 1

    @property
    def weakness(self) -> tuple[object, ...]:
        """The higher, the sooner it is dropped; the last parts only make it definite."""
        rank = SIEVES.index(self.sieve) if self.sieve in SIEVES else len(SIEVES)
        return rank, -self.said, self.is_within, self.first, self.second, self.because


def consistent(
    orders: Sequence[Order], breaks: Callable[[Sequence[Order]], Sequence[Order]]
) -> tuple[list[Order], list[Order]]:
    """The orders that can hold together, and those that were dropped for it.

    `breaks` says which of some orders the bounds that follow from all of them contradict.
    """
    kept, dropped = _without_circles(orders)
    while broken := breaks(kept):
        weakest = max(broken, key=lambda order: order.weakness)
        kept.remove(weakest)
        dropped.append(weakest)
    return kept, dropped


def _without_circles(orders: Sequence[Order]) -> tuple[list[Order], list[Order]]:
    """The strongest come first; one that leads back to where another path began is dropped."""
    kept: list[Order] = []
    dropped: list[Order] = []
    later: dict[int, set[int]] = {}
    for order in sorted(orders, key=lambda order: order.weakness):
        if not order.is_within and _leads(order.second, order.first, later):
            dropped.append(order)
            continue
        kept.append(order)
        if not order.is_within:
            later.setdefault(order.first, set()).add(order.second)
    return sorted(kept, key=lambda order: (order.first, order.second, order.is_within, order.because)), dropped


def _leads(start: int, end: int, later: dict[int, set[int]]) -> bool:
    reached, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        if here == end:
            return True
        new = later.get(here, set()) - reached
        reached |= new
        waiting.extend(new)
    return False
