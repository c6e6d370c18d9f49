"""Every order and page of the list; cursors that are broken or forged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.making import document, statement
from timeline import ingest
from timeline.errors import FilterError
from timeline.model.days import parse_iso_day
from timeline.model.filters import SORTS, Filters
from timeline.store import cursor as cursors
from timeline.store.people import find_actors
from timeline.store.queries import find_events
from timeline.store.texts import find_documents


def test_the_list_is_ordered_by_day_width_links_and_id(filled_store, everything):
    ranks = dict(filled_store.database.execute_sql("SELECT id, list_rank FROM event").fetchall())

    def key(event):
        first, last = (
            parse_iso_day(event["when"][side][:-10] if "T" in event["when"][side] else event["when"][side])
            if event["when"][side]
            else None
            for side in ("earliest", "latest")
        )
        day = first if first is not None else last
        width = last - first if first is not None and last is not None else 10**12
        return (day is None, day or 0, width, ranks[event["id"]], event["id"])

    assert [event["id"] for event in everything] == [event["id"] for event in sorted(everything, key=key)]


def test_what_has_no_bound_comes_last_in_both_directions_and_the_rest_is_mirrored(filled_store):
    forward, backward = (
        find_events(filled_store, Filters(), sort=sort, limit=500).events for sort in ("date", "-date")
    )
    is_open = [event["when"]["earliest"] is None and event["when"]["latest"] is None for event in forward]
    count = is_open.count(True)
    assert count > 0
    assert is_open == [False] * (len(forward) - count) + [True] * count
    bounded = [event["id"] for event in forward][: len(forward) - count]
    assert [event["id"] for event in backward][: len(bounded)] == bounded[::-1]
    assert {event["id"] for event in backward} == {event["id"] for event in forward}


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("limit", [1, 7, 50])
def test_pages_give_everything_once_in_order(filled_store, sort, limit):
    filters = Filters(q="night OR border", min_salience=0.1)
    whole = [event["id"] for event in find_events(filled_store, filters, sort=sort, limit=500).events]
    page, found = find_events(filled_store, filters, sort=sort, limit=limit, count=True), []
    assert page.total == len(whole)
    while True:
        found += [event["id"] for event in page.events]
        assert (page.filters, page.sort, page.limit) == (filters, sort, limit)
        if page.next is None:
            break
        page = find_events(filled_store, Filters(), cursor=page.next)
    assert found == whole


@pytest.mark.parametrize(
    ("sort", "key"),
    [("salience", lambda event: (event["salience"], event["id"])), ("updated", lambda event: event["updated"])],
)
def test_sorts_rise_and_fall(filled_store, sort, key):
    for name, is_falling in ((sort, False), (f"-{sort}", True)):
        keys = [key(event) for event in find_events(filled_store, Filters(), sort=name, limit=500).events]
        assert keys == sorted(keys, reverse=is_falling)


def test_by_relevance_what_has_the_word_in_its_headline_comes_first(filled_store):
    found = find_events(filled_store, Filters(q="talk OR night"), sort="relevance", limit=500).events
    tiers = ["Talk" not in event["headline"] for event in found]
    assert tiers == sorted(tiers)
    assert len(set(tiers)) == 2


def test_pages_stay_whole_while_events_are_added(store):
    for number in (5, 1, 9):
        _add(store, number)
    first = find_events(store, Filters(), limit=2)
    for number in (0, 4, 7):
        _add(store, number)
    second = find_events(store, Filters(), cursor=first.next)
    days = [event["when"]["earliest"][-1] for event in first.events + second.events]
    assert days == ["1", "5", "7", "9"]


def _add(store, number):
    told = statement(by="Norland", date=f"2025-01-0{number}" if number else "2024-12-10")
    ingest.record(store, document(told.sentence, f"Day {number}.", url=f"http://day/{number}"), [told])


BROKEN = ["", "x", "!!!", "e30", cursors.seal([]), cursors.seal({"filters": {}}), cursors.seal(None), "é"]


@pytest.mark.parametrize("cursor", BROKEN)
def test_a_broken_cursor_is_an_error_of_the_cursor(filled_store, cursor):
    for find, given_first in ((find_events, [Filters()]), (find_actors, []), (find_documents, [])):
        with pytest.raises(FilterError) as caught:
            find(filled_store, *given_first, cursor=cursor)
        assert caught.value.place == "cursor"


@pytest.mark.parametrize(
    "change",
    [{"sort": "colour"}, {"limit": 0}, {"limit": 10**6}, {"limit": True}, {"key": [1]}, {"key": [0, 2**63, 1, 1, "x"]}, {"key": 5},
     {"key": [0, 1, 1, 1, None]}, {"filters": {"type": "assault"}}, {"filters": {"match": "x"}}, {"filters": {"q": 5}},
     {"filters": {"window": {"start": "x", "end": None}}}, {"filters": {"min_reports": 2**63}}],
)  # fmt: skip
def test_a_forged_cursor_is_an_error_of_the_cursor(filled_store, change):
    content = cursors.unseal(find_events(filled_store, Filters(), limit=1).next)
    forged = {**content, **change, "filters": {**content["filters"], **change.get("filters", {})}}
    with pytest.raises(FilterError) as caught:
        find_events(filled_store, Filters(), cursor=cursors.seal(forged))
    assert caught.value.place == "cursor"


@given(st.text())
def test_no_text_is_a_cursor_by_chance(text):
    with pytest.raises(FilterError):
        cursors.read(text)
