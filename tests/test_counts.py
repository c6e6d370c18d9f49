"""Facets, totals, partners, places, outlets and actors with their counts, against the same counted in Python."""

import time
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.making import document, statement
from tests.oracle import fits, is_meant, questions, values_of
from timeline import ingest
from timeline.errors import FilterError, NotFoundError, SlowError
from timeline.model.days import parse_iso_day
from timeline.model.filters import FACETS, NAME_SORTS, Filters
from timeline.store import counting, facets
from timeline.store.budget import within
from timeline.store.counting import count_events
from timeline.store.facets import find_facets
from timeline.store.histogram import histogram
from timeline.store.names import Asked, find_frequent_actors, find_places, find_sources
from timeline.store.partners import find_partners
from timeline.store.people import find_actors

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n"


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """On a busy machine a count may take longer than a visitor waits."""
    for module in (counting, facets):
        monkeypatch.setattr(module, "SECONDS", 60.0)


# --- against the oracle


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filters=questions, names=st.lists(st.sampled_from(FACETS), min_size=1, max_size=3, unique=True))
def test_facets_and_totals_follow_the_filters(filled_store, everything, filters, names):
    kept = [event for event in everything if fits(event, filters)]
    for name, found in find_facets(filled_store, filters, names).items():
        counted = Counter(value for event in kept for value in values_of(event, name))
        assert found["state"] == "exact"
        assert {each["value"]: each["events"] for each in found["values"]} == counted
        numbers = [each["events"] for each in found["values"]]
        assert numbers == sorted(numbers, reverse=True)
    assert count_events(filled_store, filters, kind="exact") == counting.Total(len(kept), "exact")
    assert count_events(filled_store, filters, kind="estimated").number == len(kept)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filters=questions, place=st.integers(0, 6))
def test_partners_are_those_in_the_same_events(filled_store, everything, filters, place):
    actor = find_actors(filled_store).items[place]
    events, pairs = Counter(), Counter()
    for event in everything:
        mine = [each for each in event["actors"] if is_meant(actor["id"], each) or is_meant(actor["name"], each)]
        others = [each for each in event["actors"] if each not in mine]
        if mine and fits(event, filters):
            events.update({each["name"] for each in others})
            pairs.update({(each["name"], one["role"], each["role"]) for each in others for one in mine})
    found = find_partners(filled_store, actor["id"], filters)
    assert {one["actor"]["name"]: one["events"] for one in found} == events
    assert {
        (one["actor"]["name"], each["role"], each["partner_role"]): each["events"]
        for one in found
        for each in one["roles"]
    } == pairs
    assert [one["events"] for one in found] == sorted(events.values(), reverse=True)


def paged(find, store, **asked):
    page = find(store, Asked(limit=2, **asked))
    found = list(page.items)
    while page.next:
        page = find(store, Asked(limit=2, cursor=page.next))
        found += page.items
    return found


@pytest.mark.parametrize("sort", NAME_SORTS)
def test_places_come_with_how_often_something_happened_there(filled_store, everything, sort):
    counted = Counter((event["place"]["name"], event["place"]["country"]) for event in everything if event["place"])
    found = paged(find_places, filled_store, sort=sort)
    assert {(each["name"], each["country"]): each["events"] for each in found} == counted
    key = (lambda each: -each["events"]) if sort == "-events" else (lambda each: each["name"].casefold())
    assert found == sorted(found, key=key)


@pytest.mark.parametrize("sort", NAME_SORTS)
def test_outlets_come_with_their_texts_and_events(filled_store, everything, sort):
    told = [(one["document"]["source"]["name"], one["document"]["id"], event["id"])
            for event in everything for one in event["evidence"] if one["document"]["source"]]  # fmt: skip
    for each in paged(find_sources, filled_store, sort=sort):
        mine = [(document, event) for name, document, event in told if name == each["name"]]
        assert (each["documents"], each["events"]) == tuple(len(set(column)) for column in zip(*mine, strict=True))
    assert len(paged(find_sources, filled_store, sort=sort)) == len({name for name, *_ in told})


def test_frequent_actors_come_first_and_are_the_same_actors(filled_store):
    found = paged(find_frequent_actors, filled_store)
    assert [each["events"] for each in found] == sorted((each["events"] for each in found), reverse=True)
    assert sorted(each["id"] for each in found) == sorted(each["id"] for each in find_actors(filled_store).items)


@pytest.mark.parametrize(
    ("q", "names"), [("sun", ["Sund"]), ("SUND", ["Sund"]), ("und", []), ("%", []), ("", ["Mirton", "Sund"])]
)
def test_typing_ahead_finds_beginnings_of_words(filled_store, q, names):
    assert [each["name"] for each in find_places(filled_store, Asked(q=q, sort="name")).items] == names


def test_a_search_goes_on_over_pages(filled_store):
    first = find_frequent_actors(filled_store, Asked(q="nor", limit=1))
    rest = find_frequent_actors(filled_store, Asked(cursor=first.next))
    assert {each["name"] for each in first.items + rest.items} == {"Norland", "Minister of Norland"}


@pytest.mark.parametrize("find", [find_places, find_sources, find_frequent_actors])
@pytest.mark.parametrize("cursor", ["", "x", "e30", "WzEsMiwzLDQsNV0"])
def test_a_broken_cursor_is_refused(filled_store, find, cursor):
    with pytest.raises(FilterError):
        find(filled_store, Asked(cursor=cursor))


def test_nobody_has_no_partners(filled_store):
    with pytest.raises(NotFoundError):
        find_partners(filled_store, "01ARZ3NDEKTSV4RRFFQ69G5FAV", Filters())


# --- the time they may take


def test_the_database_stops_what_takes_too_long_and_goes_on(filled_store):
    begun = time.monotonic()
    with pytest.raises(SlowError), within(filled_store, 0.1) as database:
        database.execute_sql(ENDLESS)
    assert time.monotonic() - begun < 30
    assert count_events(filled_store, Filters(), kind="exact").state == "exact"


def too_slow(*_, **__):
    raise SlowError("too long")


@pytest.fixture
def sluggish(monkeypatch):
    """Every query in a budget takes longer than it may."""
    for module in (counting, facets):
        monkeypatch.setattr(module, "within", too_slow)


@pytest.mark.usefixtures("sluggish")
def test_what_timed_out_says_so(filled_store):
    assert find_facets(filled_store, Filters(), ["type"]) == {
        "type": {"state": "timed_out", "values": [], "more": True}
    }
    for kind in ("exact", "estimated"):
        assert count_events(filled_store, Filters(), kind=kind) == counting.Total(None, "timed_out")


def test_no_facet_is_begun_when_the_time_is_over(filled_store, monkeypatch):
    monkeypatch.setattr(facets, "SECONDS", 0)
    assert {each["state"] for each in find_facets(filled_store, Filters(), FACETS).values()} == {"timed_out"}


def test_an_estimate_is_near(filled_store, everything, monkeypatch):
    monkeypatch.setattr(counting, "_counted", too_slow)
    monkeypatch.setattr(counting, "SAMPLE", len(everything) // 4)
    for filters in (Filters(), Filters(type=("consult",))):
        kept = sum(fits(event, filters) for event in everything)
        total = count_events(filled_store, filters, kind="estimated")
        assert total.state == "estimated"
        assert abs(total.number - kept) < len(everything) / 4


def test_a_question_that_takes_too_long_is_a_503_that_says_so(client, monkeypatch):
    monkeypatch.setattr("timeline.store.names.within", too_slow)
    answer = client.get("/v1/places")
    assert (answer.status_code, answer.content_type) == (503, "application/problem+json")
    assert answer.get_json(force=True)["detail"] == "too long"


# --- as it was known


def test_counts_are_those_of_what_was_known(store):
    """What a value counts is what its filter finds, of current rows and of earlier editions together."""
    told = statement(by="Norland", on="Sudmark", at="Sund", date="2025-10-01")
    other = statement("talk", "consult", of=["Norland", "Estria"], at="Mirton", date="2025-10-02")
    for number, (day, outlet) in enumerate(
        (("2025-10-03", "Gazette"), ("2025-10-20", "Courier"), ("2025-10-25", "Post"))
    ):
        text = document(
            told.sentence,
            other.sentence,
            f"Text {number}.",
            url=f"http://made.up/{number}",
            published=day,
            outlet=outlet,
        )
        ingest.record(store, text, [told, other][: number + 1])
    for as_of in (None, *map(parse_iso_day, ("2025-10-02", "2025-10-03", "2025-10-20", "2025-10-25"))):
        filters = Filters(as_of=as_of)
        for name, facet in find_facets(store, filters, FACETS).items():
            for each in facet["values"]:
                found = count_events(store, replace(filters, **{name: (each["value"],)}), kind="exact").number
                assert each["events"] <= found if name == "actor" else each["events"] == found, (as_of, name, each)
            bins = histogram(store, filters, kind="year", by=name).bins
            counted = {value: counts["possible"] for one in bins for value, counts in one["by"].items()}
            assert counted == {each["value"]: each["events"] for each in facet["values"]}
    outlets = [
        {
            each["value"]
            for each in find_facets(store, Filters(as_of=parse_iso_day(day)), ["source"])["source"]["values"]
        }
        for day in ("2025-10-02", "2025-10-03", "2025-10-20", "2025-10-25")
    ]
    assert outlets == [set(), {"Gazette"}, {"Gazette", "Courier"}, {"Gazette", "Courier", "Post"}]
