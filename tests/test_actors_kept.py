"""Who is one actor, kept, in whatever order texts come."""

import datetime
import itertools
import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.making import document, statement
from tests.naming import NAMES, ONE, PERSON, cast, named, tell
from tests.test_as_of import empty, fresh  # noqa: F401
from timeline import ingest, naming
from timeline.errors import MergedError
from timeline.model.filters import Filters
from timeline.model.statement import Actor, ActorKind, Role, RoleName
from timeline.store.people import find_actors, get_actor
from timeline.store.queries import data_version, find_changes, find_events, get_event


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6))
def test_in_whatever_order_texts_come_the_actors_are_the_same(empty, tmp_path_factory, seed):  # noqa: F811
    numbers = list(range(len(NAMES)))
    casts = []
    for order in (numbers, random.Random(seed).sample(numbers, len(numbers))):
        with fresh(empty, tmp_path_factory.mktemp("cast"), "a") as store:
            for number in order:
                tell(store, number, *NAMES[number])
            casts.append(cast(store))
            for event in find_events(store, Filters(), limit=500).events:
                for each in event["actors"]:
                    assert get_actor(store, each["id"])  # stands for itself
    assert casts[0] == casts[1]
    assert [{name, *aliases} for name, _, aliases, _ in casts[0] if name == "Syed Mohsin Naqvi"] == [ONE[0]]


def test_a_fuller_name_takes_the_id_over_and_the_old_one_leads_there(store):
    tell(store, 1, "Naqvi", PERSON)
    old = named(store, "Naqvi")["id"]
    before = data_version(store)
    tell(store, 2, "Mohsin Naqvi", PERSON, "PK")
    new = named(store, "Mohsin Naqvi")
    assert (new["aliases"], new["events"]) == (["Naqvi"], 2)
    with pytest.raises(MergedError) as caught:
        get_actor(store, old)
    assert caught.value.into == new["id"]
    for asked in (old, new["id"], "naqvi", "MOHSIN NAQVI"):
        assert len(find_events(store, Filters(actor=(asked,))).rows) == 2
    assert {each["id"] for event in find_events(store, Filters()).events for each in event["actors"]} == {new["id"]}
    assert {change["action"] for change in find_changes(store, since=before)} == {"created", "updated"}


MINISTRY, GOVERNMENT = "Ministry of Defence", ActorKind.GOVERNMENT


def test_organs_of_two_states_with_one_name_are_two_and_police_too(store):
    for number, (name, country) in enumerate([(MINISTRY, "PK"), (MINISTRY, "AF"), ("police", "PK"), ("police", "NO")]):
        tell(store, number, name, GOVERNMENT, country)
    found = find_actors(store, limit=500).items
    assert sorted((one["name"], one["country"], one["events"]) for one in found) == [
        (MINISTRY, "AF", 1), (MINISTRY, "PK", 1), ("police", "NO", 1), ("police", "PK", 1),
    ]  # fmt: skip
    told = find_events(store, Filters(actor=(MINISTRY,))).events
    assert len({event["actors"][0]["id"] for event in told}) == len(told) == 2


@pytest.mark.parametrize("order", list(itertools.permutations([None, "PK", "AF"])))
def test_an_organ_of_no_known_state_is_that_of_the_only_one_as_long_as_there_is_one(store, order):
    for number, country in enumerate(order):
        tell(store, number, MINISTRY, GOVERNMENT, country)
        told = set(order[: number + 1])
        assert len(cast(store)) == len(told) - (None in told and len(told) == 2)


def test_a_second_one_of_the_name_parts_what_was_joined(store):
    for number, name in enumerate(["Sharif", "Shehbaz Sharif", "Nawaz Sharif"]):
        tell(store, number, name, PERSON, "PK")
        expected = [1, 1, 3][number]
        assert len(find_actors(store).items) == expected
    assert len(find_events(store, Filters(actor=("Shehbaz Sharif",))).rows) == 1


def test_one_actor_under_two_names_is_once_in_an_event(store):
    told = statement("visit", "consult", text="A visit.", date="2025-01-01", at="Sund")
    both = [Role(Actor("Mohsin Naqvi", PERSON, "PK"), RoleName.AGENT), Role(Actor("Naqvi", PERSON), RoleName.AGENT)]
    object.__setattr__(told, "roles", tuple(both))
    ingest.record(store, document("A visit.", url="http://a"), [told])
    (event,) = find_events(store, Filters()).events
    assert [each["name"] for each in event["actors"]] == ["Mohsin Naqvi"]
    assert named(store, "Naqvi")["events"] == 1


def test_two_who_turn_out_to_be_one_are_once_in_an_event_told_before(store):
    told = statement("visit", "consult", text="A visit.", date="2025-01-01", at="Sund")
    firms = [Actor(name, ActorKind.COMPANY) for name in ("Acme", "Blue Works")]
    both = replace(told, roles=tuple(Role(firm, RoleName.AGENT) for firm in firms))
    ingest.record(store, document("A visit.", url="http://a"), [both])
    known = replace(told, roles=(Role(replace(firms[0], aliases=("Blue Works",)), RoleName.AGENT),))
    ingest.record(store, document("A sale.", url="http://b"), [replace(known, lemma="sell", type="business")])
    assert {len(event["actors"]) for event in find_events(store, Filters()).events} == {1}


def meeting(number, *names, day="2025-01-01"):
    """A text of some days later that tells of one meeting, or of another, under these names."""
    told = statement("visit", "consult", text=f"A visit, text {number}.", date=day, at="Sund")
    roles = tuple(Role(Actor(name, PERSON), RoleName.AGENT) for name in names)
    text = document(told.sentence, url=f"http://made.up/{number}", published=f"2025-02-{number:02}")
    return text, [replace(told, roles=roles)]


def casts_of(store):
    """For now and for each day of publication the names in every event, by role."""
    return [
        sorted([(each["name"], each["role"]) for each in event["actors"]] for event in find_events(store, asked).events)
        for asked in (Filters(), *(Filters(as_of=datetime.date(2025, 2, day).toordinal()) for day in range(1, 5)))
    ]


@pytest.mark.parametrize("order", [(1, 2, 3, 0), (3, 0, 2, 1), (3, 2, 1, 0), (0, 3, 1, 2)])
def test_who_was_one_and_is_two_is_there_again_in_events_told_before(empty, tmp_path_factory, order):  # noqa: F811
    texts = [
        meeting(1, "Doran Vestri", "Vestri"),
        meeting(2, "Ida Vestri", day="2025-01-20"),
        meeting(3, "Vestri", "Doran Vestri", "Ann Holm", day="2025-01-10"),
        meeting(4, "Ann Holm", day="2025-01-25"),
    ]
    found = []
    for one in (range(4), order):
        with fresh(empty, tmp_path_factory.mktemp("casts"), "a") as store:
            for number in one:
                ingest.record(store, *texts[number])
            found.append(casts_of(store))
    assert found[0] == found[1]
    assert [("Doran Vestri", "agent"), ("Vestri", "agent")] in found[0][0]


def test_who_is_one_again_is_once_in_an_event_and_the_event_was_changed(store):
    ingest.record(store, *meeting(1, "Doran Vestri", "Vestri"))
    (event,) = find_events(store, Filters()).events
    sizes = []
    whole = named(store, "Vestri")["id"]
    for _ in range(2):
        before = data_version(store)
        rest, alone = naming.split_actor(store, whole, "Vestri", by="me")
        sizes.append(len(get_event(store, event["id"])["actors"]))
        whole = naming.merge_actors(store, rest, [alone], by="me", place="with")
        sizes.append(len(get_event(store, event["id"])["actors"]))
        assert [change["event"] for change in find_changes(store, since=before)] == [event["id"]] * 2
    assert sizes == [2, 1, 2, 1]


def test_names_kept_before_names_were_compared_are_looked_at_when_they_are_told_again(store):
    tell(store, 1, "Mohsin Naqvi", PERSON, "PK")
    tell(store, 2, "Naqvi", PERSON)
    store.database.execute_sql("DELETE FROM actor_key")
    store.database.execute_sql("UPDATE actor SET heir = NULL")
    for number, name in enumerate(["Mohsin Naqvi", "Naqvi"], start=3):
        tell(store, number, name, PERSON)
    assert cast(store) == [("Mohsin Naqvi", "person", ("Naqvi",), 4)]
