"""One date from several: bounds that can hold together are intersected, the most direct first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.chronology.window import slack
from timeline.model import edtf
from timeline.model.span import Day, TimeSpan
from timeline.model.time import BASES, DIRECT, When

BASIS_ORDER = {basis: number for number, basis in enumerate(BASES)}


@dataclass(frozen=True, slots=True)
class Bounds:
    """The four bounds of a span, and a way to intersect them."""

    start_earliest: Day
    start_latest: Day
    end_earliest: Day
    end_latest: Day

    @property
    def is_possible(self) -> bool:
        """Whether some start and some end are left, and the end can come after the start."""
        return (
            _in_order(self.start_earliest, self.start_latest)
            and _in_order(self.end_earliest, self.end_latest)
            and _in_order(self.start_earliest, self.end_latest)
        )

    def intersect(self, other: "Bounds") -> "Bounds":
        """What is left when both hold."""
        return Bounds(
            later(self.start_earliest, other.start_earliest),
            earlier(self.start_latest, other.start_latest),
            later(self.end_earliest, other.end_earliest),
            earlier(self.end_latest, other.end_latest),
        )


def merge_dates(whens: Sequence[When]) -> tuple[When, bool]:
    """The one date that the dates of a happening give together, and whether two of them can't both be right.

    A stated or resolved date is never widened or moved by an ordered or published one; a span that something goes on
    throughout is not cut down to a day within it. Of dates that are as good as each other, the one given first is taken.
    """
    told = Counter(when.span.edtf for when in whens)
    # stable: as given
    ordered = sorted(_without_plans_done(whens), key=lambda when: _preference(when, told[when.span.edtf]))
    best, bounds, differs = ordered[0], _bounds(ordered[0].span), False
    for when in ordered[1:]:
        if not best.span.overlaps(when.span):
            differs = differs or (when.basis in DIRECT and not (slack(when) or slack(best)))
            continue
        narrowed = bounds.intersect(_bounds(when.span))
        if best.span.precision != "interval" and narrowed.is_possible:
            bounds = narrowed
    return _with_likely(_when(bounds, ordered), whens), differs


def _without_plans_done(whens: Sequence[When]) -> list[When]:
    """Without what is only bounded as to come, where a report of that day or before tells it as done: no day follows from both."""
    done = min((when.span.end_latest for when in whens if when.span.end_latest is not None), default=None)
    return [when for when in whens if not _is_to_come(when) or done is None or (when.span.start_earliest or 0) < done]


def _is_to_come(when: When) -> bool:
    return when.basis == "published" and when.span.end_latest is None and when.span.start_earliest is not None


def later(a: Day, b: Day) -> Day:
    """The later of two days, None being no bound."""
    return max((day for day in (a, b) if day is not None), default=None)


def earlier(a: Day, b: Day) -> Day:
    """The earlier of two days, None being no bound."""
    return min((day for day in (a, b) if day is not None), default=None)


def _preference(when: When, times: int) -> tuple[object, ...]:
    """Direct before derived, what goes on before what is once within, narrow before wide, told more often before less.

    Clocks come before none; of what is direct, what is counted in weeks comes last.
    """
    span = when.span
    return (
        when.basis not in DIRECT,
        slack(when),
        when.basis in DIRECT and span.precision != "interval",
        span.width is None,
        span.width or 0,
        -times,
        span.earliest_clock is None,
        BASIS_ORDER[when.basis],
    )


def _bounds(span: TimeSpan) -> Bounds:
    return Bounds(span.start_earliest, span.start_latest, span.end_earliest, span.end_latest)


def _in_order(a: Day, b: Day) -> bool:
    return a is None or b is None or a <= b


def _when(bounds: Bounds, ordered: Sequence[When]) -> When:
    """The first date with just these bounds, else the two that give one side each."""
    for when in ordered:
        if _bounds(when.span) == bounds:
            return replace(when, start=None, end=None)
    low = next(when for when in ordered if when.span.start_earliest == bounds.start_earliest)
    high = next(when for when in ordered if when.span.end_latest == bounds.end_latest)
    return _joined(edtf.between(bounds.start_earliest, bounds.end_latest), low, high)


def _joined(span: TimeSpan, low: When, high: When) -> When:
    told = low if low.text else high
    return When(
        span=span,
        basis=_basis(low, high),
        because=tuple(dict.fromkeys(low.because + high.because)),
        because_earliest=low.because_earliest or "; ".join(low.because) or None,
        because_latest=high.because_latest or "; ".join(high.because) or None,
        text=told.text,
        rule=told.rule,
    )


def _basis(low: When, high: When) -> str:
    """'ordered' as soon as one side comes from a link, else the less direct of the two."""
    both = {low.basis, high.basis}
    return "ordered" if "ordered" in both else max(both, key=BASIS_ORDER.__getitem__)


def _with_likely(when: When, whens: Sequence[When]) -> When:
    """With the guess that most texts make among those the bounds allow; none for a day, or for what went on throughout."""
    if when.span.width == 1 or when.span.precision == "interval":
        return replace(when, likely=None)
    guesses = Counter(one.likely for one in whens if one.likely and edtf.allows(when.span, one.likely))
    return replace(when, likely=min(guesses, key=lambda guess: (-guesses[guess], guess), default=None))
