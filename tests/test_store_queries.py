"""Every filter, against a brute-force reading of the same events in Python."""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.archive import FIELDS, QUERIES
from tests.making import document, statement
from tests.oracle import check, questions
from timeline import ingest
from timeline.errors import FilterError
from timeline.model.days import parse_iso_day
from timeline.model.filters import MATCHES, Filters, Window
from timeline.model.statement import Actor, ActorKind, Role, RoleName
from timeline.store.names import Asked, find_frequent_actors, find_places
from timeline.store.people import find_actors
from timeline.store.queries import find_events
from timeline.store.texts import find_documents


@pytest.mark.parametrize("match", MATCHES)
@pytest.mark.parametrize(
    "days",
    [
        ("2025-10-11", "2025-10-11"),
        ("2025-10-01", None),
        (None, "2025-10-29"),
        ("-0100-01-01", "0001-01-01"),
        ("12025-01-01", "12025-12-31"),
    ],
)
def test_a_window_finds_what_its_match_means(filled_store, everything, match, days):
    window = Window(*(parse_iso_day(day) if day else None for day in days))
    check(filled_store, everything, Filters(window=window, match=match))


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in FIELDS.items() for value in values])
def test_each_value_of_each_filter(filled_store, everything, name, value):
    check(filled_store, everything, Filters(**{name: (str(value),)}))


@pytest.mark.parametrize("q", QUERIES)
def test_full_text_finds_the_same_on_every_database_whatever_is_typed(filled_store, everything, q):
    check(filled_store, everything, Filters(q=q))


@pytest.mark.parametrize("match", MATCHES)
@pytest.mark.parametrize("day", [739900, 739903, 739917, None])
def test_likely_dates_stand_for_what_no_text_dates(filled_store, everything, match, day):
    for window in (Window(day, day), Window(day, None), Window(None, day)):
        check(filled_store, everything, Filters(window=window, match=match, dates="likely"))


def test_people_are_found_by_their_last_name_where_nobody_has_it_alone(store):
    for who in ("Rosa Quispe", "Ana Quispe", "Quispe Port", "Ana Maria 100%", "Tom Elk", "Elk"):
        told = statement(text=f"An attack by {who}.", roles=(Role(Actor(who, kind_of(who)), RoleName.AGENT),))
        ingest.record(store, document(told.sentence), [told])

    def found(**asked):
        return {event["actors"][0]["name"] for event in find_events(store, Filters(**asked)).events}

    assert found(actor=("quispe",)) == {"Rosa Quispe", "Ana Quispe"}
    assert found(actors_all=("Quispe", "Ana Quispe")) == {"Ana Quispe"}
    assert found(actor=("Elk",)) == {"Elk"}
    assert found(actor=("Port",)) == found(actor=("%",)) == found(actor=("spe",)) == set()


def kind_of(who):
    return ActorKind.ORGANISATION if who in ("Quispe Port", "Elk") else ActorKind.PERSON


def test_a_word_that_must_not_be_there_may_stand_alone(filled_store, everything):
    found = find_events(filled_store, Filters(q="-night"), limit=500).events
    assert 0 < len(found) < len(everything)
    with_it = find_events(filled_store, Filters(q="night"), limit=500).events
    assert len(found) + len(with_it) == len(everything)


def test_what_changed_since_is_found(filled_store, everything):
    moments = sorted(event["updated"] for event in everything)
    for moment in (moments[0], moments[len(moments) // 2], moments[-1], "9999-01-01T00:00:00.000000Z"):
        check(filled_store, everything, Filters(updated_since=moment))


def test_a_day_without_a_year_is_found_only_by_its_own_date(filled_store, everything):
    check(filled_store, everything, Filters(yearless="XXXX-10-11"))
    assert find_events(filled_store, Filters(yearless="XXXX-10-11")).events
    wide = Filters(window=Window(-(10**6), 10**7), match="possible")
    assert "XXXX-10-11" not in {event["when"]["edtf"] for event in find_events(filled_store, wide, limit=500).events}


def test_filters_that_find_something_do_so_here(filled_store):
    """So that the tests above compare more than nothing with nothing."""
    for name, values in FIELDS.items():
        found = [find_events(filled_store, Filters(**{name: (str(value),)})).events for value in values]
        assert any(found) or not values, name


def test_documents_and_actors_are_found_by_id(filled_store, everything):
    for one in find_documents(filled_store, limit=3).items:
        check(filled_store, everything, Filters(document=(one["id"],)))
        assert find_events(filled_store, Filters(document=(one["url"],))).rows
    for one in find_actors(filled_store, limit=3).items:
        check(filled_store, everything, Filters(actor=(one["id"],)))


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
@pytest.mark.parametrize("name", ["actor", "place", "source", "claimed_by", "document"])
def test_text_that_no_text_has_is_an_error_of_its_filter(filled_store, name, text):
    with pytest.raises(FilterError) as caught:
        find_events(filled_store, Filters(**{name: (text,)}))
    assert caught.value.place == name


@pytest.mark.parametrize("match", MATCHES)
def test_numbers_beyond_any_day_are_just_far(filled_store, everything, match):
    check(filled_store, everything, Filters(window=Window(-(10**30), 10**30), match=match))
    assert find_events(filled_store, Filters(min_reports=10**30)).rows == ()
    page = find_events(filled_store, Filters(window=Window(-(10**30), 10**30)), limit=1)
    assert find_events(filled_store, Filters(), cursor=page.next).rows


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filters=questions)
def test_filters_together_keep_what_each_of_them_keeps(filled_store, everything, filters):
    check(filled_store, everything, filters)


@pytest.fixture
def accented(store):
    """Three attacks, by people and at places whose names have accents."""
    for who, at in (("Řehoř Dvořák", "Sund"), ("Ana O'Brien-Peña", "São Roque"), ("José Ruiz", "Mirton")):
        told = statement(
            text=f"An attack by {who}.", at=at, roles=(Role(Actor(who, ActorKind.PERSON), RoleName.AGENT),)
        )
        ingest.record(store, document(told.sentence), [told])
    return store


def test_accents_and_apostrophes_matter_only_where_somebody_has_just_that_name(accented):
    def found(**asked):
        return {event["actors"][0]["name"] for event in find_events(accented, Filters(**asked)).events}

    assert found(actor=("rehor dvorak",)) == found(actor=("DVORAK",)) == {"Řehoř Dvořák"}
    assert found(actor=("Ana O’Brien-Pena",)) == found(actor=("o’brien-peña",)) == {"Ana O'Brien-Peña"}
    assert found(place=("sao roque",)) == {"Ana O'Brien-Peña"}
    assert found(actor=("_ose Ruiz",)) == found(actor=("´",)) == found(place=("_und",)) == set()


@pytest.mark.parametrize(
    ("q", "name"),
    [
        ("reho", "Řehoř Dvořák"), ("DVOR", "Řehoř Dvořák"), ("jose r", "José Ruiz"), ("o’br", "Ana O'Brien-Peña"),
        ("pen", "Ana O'Brien-Peña"), ("ehor", None), ("vorak", None), ("_ose", None), ("´", None), ("%", None),
    ],
)  # fmt: skip
def test_typing_ahead_needs_no_accents(accented, q, name):
    named = [name] if name else []
    assert [each["name"] for each in find_actors(accented, q=q).items] == named
    assert [each["name"] for each in find_frequent_actors(accented, Asked(q=q)).items] == named


def test_typing_ahead_finds_places_without_accents(accented):
    assert [each["name"] for each in find_places(accented, Asked(q="sao")).items] == ["São Roque"]
    assert [each["name"] for each in find_places(accented, Asked(q="s")).items] == ["Sund", "São Roque"]
    assert not find_places(accented, Asked(q="ao")).items
