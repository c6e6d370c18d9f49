"""Bounds along links are those that the orders that were counted allow: no day more, no day less."""

import datetime
from dataclasses import replace
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.making import evidence, link, statement, when
from timeline.chronology import merge
from timeline.model.event import Event

PLACES = ("Port Vale", "Sund", "Mirton", "Oxley")
SIEVES = ("connective", "aspect", "script")
FIRST = datetime.date(2025, 10, 1).toordinal() - 1
DAYS = range(8)  # 1 to 6 are days of October; 0 and 7 stand for any before and after these


@st.composite
def whens(draw):
    """A day that the text gives, a day somewhere within, or one that is only no later than the report."""
    low, high = sorted(draw(st.tuples(st.integers(1, 6), st.integers(1, 6))))
    kind = draw(st.sampled_from(["day", "within", "published"]))
    if kind == "day" or (kind == "within" and low == high):
        return when(f"2025-10-0{low}")
    return (
        when(f"[2025-10-0{low}..2025-10-0{high}]", "ordered")
        if kind == "within"
        else when(f"[..2025-10-0{high}]", "published")
    )


@st.composite
def stories(draw):
    """Two to four happenings in places of their own; and (later, earlier, sieve) of what links say of them."""
    dates = draw(st.lists(whens(), min_size=2, max_size=4))
    numbers = st.integers(0, len(dates) - 1)
    pairs = st.tuples(numbers, numbers, st.sampled_from(SIEVES)).filter(lambda pair: pair[0] != pair[1])
    return dates, draw(st.lists(pairs, max_size=5, unique_by=lambda pair: pair[:2]))


def read(story) -> tuple[list[Event], set[int]]:
    """The Events in the order of their places, and the numbers of the links that were not counted."""
    dates, pairs = story
    told = [
        statement("talk", "consult", at=PLACES[number], when=date, links=tuple(
            replace(link("after", earlier), sieve=sieve, because=f"link {n}")
            for n, (later, earlier, sieve) in enumerate(pairs)
            if later == number
        ))
        for number, date in enumerate(dates)
    ]  # fmt: skip
    events = merge([evidence(one, number=number) for number, one in enumerate(told)])
    assert len(events) == len(dates)
    ordered = sorted(events, key=lambda event: PLACES.index(event.place.name))
    notes = [note for event in events for note in event.when.because if note.startswith("not counted: ")]
    return ordered, {n for n in range(len(pairs)) if any(note.endswith(f": link {n}") for note in notes)}


def allowed(story, dropped: set[int]) -> list[tuple[int, ...]]:
    """All days that the happenings may have had, by their own dates and the links that were counted."""
    dates, pairs = story
    own = [[day for day in DAYS if is_within(day, date.span)] for date in dates]
    kept = [pair for n, pair in enumerate(pairs) if n not in dropped]
    return [days for days in product(*own) if all(days[later] >= days[earlier] for later, earlier, _ in kept)]


def is_within(day: int, span) -> bool:
    low, high = span.start_earliest, span.end_latest
    return (low is None or day >= low - FIRST) and (high is None or day <= high - FIRST)


@settings(deadline=None)
@given(stories())
def test_what_is_counted_can_hold_together(story):
    _, dropped = read(story)
    assert allowed(story, dropped)


@settings(deadline=None)
@given(stories())
def test_bounds_are_as_tight_as_the_links_make_them_and_no_tighter(story):
    events, dropped = read(story)
    for event, days in zip(events, zip(*allowed(story, dropped), strict=True), strict=True):
        earliest, latest = event.when.span.start_earliest, event.when.span.end_latest
        assert (0 if earliest is None else earliest - FIRST, latest - FIRST) == (min(days), max(days))


@settings(deadline=None)
@given(stories())
def test_a_date_that_a_text_gives_stands(story):
    dates, _ = story
    for event, date in zip(read(story)[0], dates, strict=True):
        if date.basis == "stated":
            assert event.when.span == date.span


@settings(deadline=None)
@given(stories())
def test_every_bound_that_a_link_moved_says_why(story):
    dates, _ = story
    for event, date in zip(read(story)[0], dates, strict=True):
        found = event.when
        assert found.span.start_earliest == date.span.start_earliest or "after" in str(found.because_earliest)
        assert found.span.end_latest == date.span.end_latest or "before" in str(found.because_latest)


@settings(deadline=None)
@given(stories())
def test_no_link_is_dropped_without_need(story):
    """Where all that the links say can hold together, all of it counts."""
    if allowed(story, set()) and not is_circular(story):
        assert read(story)[1] == set()


def is_circular(story) -> bool:
    later = {(a, b) for a, b, _ in story[1]}
    for _ in PLACES:
        later |= {(a, d) for a, b in later for c, d in later if b == c}
    return any(a == b for a, b in later)
