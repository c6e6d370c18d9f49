"""What is kept of events: once each, under ids that stay, as they are served, with their actors."""

from dataclasses import replace

import pytest

from tests.keeping import ATTACK, actions, events, keep
from tests.making import actor, link, statement, toll, when
from timeline import ingest
from timeline.errors import MergedError
from timeline.model import edtf
from timeline.model.filters import Filters
from timeline.model.statement import Role, RoleName
from timeline.store.people import find_actors
from timeline.store.queries import find_events, get_event


def test_two_texts_that_tell_one_happening_are_one_event(store):
    first = keep(store, statement(**ATTACK))
    second = keep(store, statement(**ATTACK), url="http://b", text="Again.")
    assert second.events == first.events
    assert (second.created, second.updated) == ((), first.events)


def test_an_event_that_is_merged_away_leads_to_the_older_one(store):
    first = keep(store, statement(**(ATTACK | {"date": "2025-10-11", "at": "Sund", "on": ()})))
    second = keep(store, statement(**(ATTACK | {"by": (), "date": "2025-10-11"})), url="http://b", text="More.")
    assert first.events != second.events
    third = keep(store, statement(**ATTACK, at="Sund"), url="http://c", text="All.")
    assert third.events == first.events
    with pytest.raises(MergedError) as caught:
        get_event(store, second.events[0])
    assert caught.value.into == first.events[0]
    assert ("deleted", second.events[0], first.events[0]) in actions(store)
    assert get_event(store, first.events[0])["history"][-1]["merged_into"] == first.events[0]


def test_an_id_that_was_merged_twice_leads_to_the_last(store):
    """Three loose reports; each later text shows that two of them were one."""
    parts = [{"by": "Norland"}, {"on": "Sudmark"}, {"at": "Sund"}]
    ids = [
        keep(store, statement(date="2025-10-11", **part), url=f"http://{n}", text=f"{n}").events[0]
        for n, part in enumerate(parts)
    ]
    assert len(set(ids)) == 3
    keep(store, statement(date="2025-10-11", on="Sudmark", at="Sund"), url="http://x", text="x")
    keep(store, statement(date="2025-10-11", by="Norland", on="Sudmark"), url="http://y", text="y")
    for merged in ids[1:]:
        with pytest.raises(MergedError) as caught:
            get_event(store, merged)
        assert caught.value.into == ids[0]


def test_when_what_joined_two_goes_they_are_two_again_and_the_first_keeps_the_id(store):
    parts = [ATTACK | {"on": (), "at": "Sund"}, ATTACK | {"by": ()}]
    first, second = (
        keep(store, statement(**part), url=f"http://{n}", text=f"{n}").events[0] for n, part in enumerate(parts)
    )
    joint = keep(store, statement(**ATTACK, at="Sund"), url="http://c", text="All.")
    outcome = ingest.remove(store, joint.document_id)
    kept = {event["id"] for event in events(store)}
    assert len(kept) == 2
    assert first in kept
    assert second not in kept
    assert len(outcome.created) == 1


def test_the_talks_in_between_are_dated_when_another_text_dates_them(store):
    loose = when("[2025-10-11..2025-10-29]", "ordered", because=("after the attack of 2025-10-11",))
    talks = [
        statement("talk", "consult", text="There were talks in Port Vale.", at="Port Vale", when=loose),
        statement(
            "talk",
            "consult",
            text="There were talks in Sund.",
            start=40,
            at="Sund",
            when=loose,
            links=(link("after", 0),),
        ),
    ]
    article = keep(store, *talks)
    assert [event["place"]["name"] for event in events(store)] == ["Port Vale", "Sund"]
    dated = keep(store, statement("talk", "consult", at="Port Vale", date="2025-10-18/2025-10-19"), url="http://b")
    assert [event["when"]["edtf"] for event in events(store)] == ["2025-10-18/2025-10-19", "[2025-10-19..2025-10-29]"]
    assert set(dated.updated) == set(article.events)
    reasons = get_event(store, article.events[1])["when"]["because"]
    assert reasons == ["after the attack of 2025-10-11", "after Talk told (2025-10-18/2025-10-19): then"]
    ingest.remove(store, dated.document_id)
    assert [event["when"]["edtf"] for event in events(store)] == ["[2025-10-11..2025-10-29]"] * 2


def test_within_equal_bounds_links_order_the_list(store):
    loose = when("[2025-10-11..2025-10-29]", "ordered")
    for number in range(5):
        told = [
            statement(
                "talk", "consult", text="Then a talk.", at=f"Late {number}", when=loose, links=(link("after", 1),)
            ),
            statement("talk", "consult", text="First a talk.", at=f"Early {number}", when=loose),
        ]
        keep(store, *told, url=f"http://{number}", text=f"{number}")
    names = [event["place"]["name"].split()[0] for event in events(store)]
    assert names == ["Early"] * 5 + ["Late"] * 5


def test_weak_links_order_the_list_but_bound_nothing(store):
    loose = when("[..2025-10-29]", "published")
    told = [
        statement("talk", "consult", at="Sund", when=loose, links=(link("after", 1, is_strong=False),)),
        statement("talk", "consult", start=40, at="Mirton", when=loose),
    ]
    keep(store, *told)
    assert [event["place"]["name"] for event in events(store)] == ["Mirton", "Sund"]


def test_the_answer_is_kept_as_it_is_served(store):
    told = statement(
        **ATTACK,
        at="Sund",
        quantities=toll(3),
        status="alleged",
        claimed=["Sudmark"],
        text="An attack on 11 October.",
        start=0,
    )
    told = replace(told, when=replace(told.when, text="11 October", start=13, end=23))
    keep(store, told, outlet="The Gazette")
    (event,) = events(store)
    assert list(event) == [
        "id", "headline", "type", "mode", "when", "actors", "place", "quantities", "status", "claimed_by", "salience",
        "reports", "quote", "marks", "source", "curated", "created", "updated",
    ]  # fmt: skip
    assert event["when"] == {
        "edtf": "2025-10-11", "earliest": "2025-10-11", "latest": "2025-10-11", "precision": "day",
        "core": {"from": "2025-10-11", "to": "2025-10-11"}, "likely": None, "basis": "stated", "disputed": False,
    }  # fmt: skip
    assert [(one["name"], one["role"], one["kind"], one["country"]) for one in event["actors"]] == [
        ("Norland", "agent", "state", "NO"), ("Sudmark", "target", "state", "SD"),
    ]  # fmt: skip
    assert event["place"] == {"name": "Sund", "country": "EE", "latitude": 50.0, "longitude": 10.0}
    assert event["source"] == {"name": "The Gazette", "url": "http://a", "published": "2025-10-29"}
    assert (event["quote"], event["marks"]) == ("An attack on 11 October.", {"trigger": [3, 9], "when": [13, 23]})


@pytest.mark.parametrize(
    "text", ["-0043-03-15", "Y12025", "-99999-01-01".replace("-99999", "Y-99999"), "XXXX-10-11", "199X"]
)
def test_far_years_and_years_unknown_are_kept(store, text):
    keep(store, statement(by="Norland", date=text))
    (event,) = events(store)
    span = edtf.parse(text)
    assert (event["when"]["edtf"], event["when"]["earliest"], event["when"]["latest"]) == (
        text,
        span.earliest,
        span.latest,
    )


def test_one_row_for_each_actor_with_its_aliases(store):
    parts = [("Norland", ("the North",)), ("NORLAND", ("the Kingdom",)), ("Norland", ("the north",))]
    for number, (name, aliases) in enumerate(parts):
        somebody = replace(actor("Norland"), name=name, aliases=aliases)
        told = replace(statement(date=f"2025-0{number + 1}-01"), roles=(Role(somebody, RoleName.AGENT),))
        keep(store, told, url=f"http://{number}", text=f"{number}")
    (one,) = find_actors(store).items
    assert (one["name"], one["aliases"], one["events"]) == ("Norland", ["the Kingdom", "the North"], 3)


def test_an_event_told_under_several_names_is_found_under_each(store):
    for number, alias in enumerate(("the North", "the Kingdom")):
        told = replace(statement(date="2025-01-01"), roles=(Role(actor("Norland", aliases=(alias,)), RoleName.AGENT),))
        keep(store, told, url=f"http://{number}", text=f"{number}")
    for name in ("norland", "THE NORTH", "the kingdom"):
        assert len(find_events(store, Filters(actor=(name,))).events) == 1


def test_what_is_learnt_of_an_actor_later_is_filled_in(store):
    unknown = replace(actor("Red Hand"), country=None)
    known = replace(unknown, country="EE", acts_for="Estria")
    for number, somebody in enumerate((unknown, known)):
        told = replace(statement(date=f"2025-0{number + 1}-01"), roles=(Role(somebody, RoleName.AGENT),))
        keep(store, told, url=f"http://{number}", text=f"{number}")
    (one,) = find_actors(store).items
    assert (one["country"], one["acts_for"]) == ("EE", "Estria")
