"""What was known when: the Events as the Documents published by a day support them."""

from collections.abc import Iterator, Sequence

from timeline.chronology.merge import merge
from timeline.model.curation import UNDECIDED, Decisions
from timeline.model.event import Edition, Event, Evidence


def editions(
    evidence: Sequence[Evidence], events: tuple[Event, ...], decisions: Decisions = UNDECIDED, *, since: int
) -> Iterator[Edition]:
    """The Events as they stood from `since` (a day's number) on, anew for each later day of publication.

    `events` are those that all the evidence tells together; what has no day of publication is never known by one. What
    people decided about the evidence holds for every day on which it was there.
    """
    days = {one.published.toordinal() for one in evidence if one.published}
    for day in sorted({since, *(day for day in days if day > since)}):
        told = [one for one in evidence if one.published and one.published.toordinal() <= day]
        yield Edition(day, events if len(told) == len(evidence) else merge(told, decisions))
