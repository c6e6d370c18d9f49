"""What was known when: the Events as the Documents published by a day support them."""

from collections.abc import Iterator, Sequence

from timeline.chronology.bonds import Bonds
from timeline.chronology.merge import merge
from timeline.model.curation import UNDECIDED, Decisions
from timeline.model.event import Edition, Event, Evidence


def editions(
    evidence: Sequence[Evidence],
    events: tuple[Event, ...],
    bonds: Bonds,
    decisions: Decisions = UNDECIDED,
    *,
    since: int,
) -> Iterator[Edition]:
    """The Events as they stood from `since` (a day's number) on, anew for each later day that changes what may be one.

    `events` are those that all the evidence tells together; what has no day of publication is never known by one. What
    people decided about the evidence holds for every day on which it was there.
    """
    published = {one.published.toordinal() for one in evidence if one.published}
    now, before = bonds.near(), None
    for day in sorted({since, *(day for day in published | bonds.days if day > since)}):
        near = bonds.near(by=day)
        if near == before and day not in published:
            continue
        before = near
        told = [one for one in evidence if one.published and one.published.toordinal() <= day]
        is_all = len(told) == len(evidence) and near == now
        yield Edition(day, events if is_all else merge(told, decisions, bonds, by=day))
