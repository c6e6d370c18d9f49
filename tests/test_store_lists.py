"""Single events, and the lists of actors, documents and changes."""

import pytest

from tests.archive import NAMES
from tests.making import document, link, statement
from timeline import ingest
from timeline.errors import MergedError, NotFoundError
from timeline.model.filters import Filters
from timeline.store.people import find_actors, get_actor
from timeline.store.queries import data_version, find_changes, find_events, get_event
from timeline.store.texts import find_documents, get_document


def test_an_event_is_the_same_alone_and_in_a_list(filled_store, everything):
    for listed, alone in zip(find_events(filled_store, Filters(), limit=500).events, everything, strict=True):
        kept = {name: alone[name] for name in listed}
        assert kept | {"when": listed["when"]} == listed
        assert listed["when"].items() <= alone["when"].items()
        assert alone["evidence"]
        assert alone["history"][0]["action"] == "created"


def test_links_lead_to_the_other_event(store):
    told = [
        statement("talk", "consult", at="Sund"),
        statement("talk", "consult", start=18, at="Mirton", links=(link("after", 0),)),
    ]
    ingest.record(store, document("There was a talk. There was a talk."), told)
    sund, mirton = (find_events(store, Filters(place=(name,))).events[0] for name in ("Sund", "Mirton"))
    assert get_event(store, mirton["id"])["links"] == [
        {"relation": "after", "event": {"id": sund["id"], "headline": "Talk told"}, "because": "then",
         "sieve": "connective", "strong": True}
    ]  # fmt: skip
    assert get_event(store, sund["id"])["links"] == []


def test_actors_are_listed_by_name_in_pages_with_aliases_and_counts(filled_store, everything):
    page, found = find_actors(filled_store, limit=2), []
    while True:
        found += page.items
        if page.next is None:
            break
        page = find_actors(filled_store, limit=2, cursor=page.next)
    assert [one["name"].casefold() for one in found] == sorted(name.casefold() for name in NAMES)
    for one in found:
        ids = {event["id"] for event in everything for actor in event["actors"] if actor["id"] == one["id"]}
        assert one["events"] == len(ids)
        assert one["aliases"] == [f"{one['name']} alias"]
        assert get_actor(filled_store, one["id"]) == one


@pytest.mark.parametrize(
    ("q", "names"), [("nor", ["Minister of Norland", "Norland"]), ("ESTRIA AL", ["Estria"]), ("%", []), ("_", [])]
)
def test_actors_are_searched_in_names_and_aliases(filled_store, q, names):
    assert [one["name"] for one in find_actors(filled_store, q=q).items] == names


def test_a_search_for_actors_goes_on_over_pages(filled_store):
    first = find_actors(filled_store, q="nor", limit=1)
    assert [one["name"] for one in find_actors(filled_store, cursor=first.next).items] == ["Norland"]


def test_documents_are_listed_latest_first_with_what_was_read(filled_store):
    page = find_documents(filled_store, limit=30)
    rest = find_documents(filled_store, limit=500, cursor=page.next)
    assert [one["url"] for one in page.items + rest.items] == [f"http://made.up/{n}" for n in range(79, -1, -1)]
    one = get_document(filled_store, page.items[0]["id"])
    assert len(one["statements"]) == page.items[0]["statements"]
    assert one["body"].startswith(one["statements"][0]["sentence"])
    assert get_event(filled_store, one["statements"][0]["event"])
    assert one["blocks"] == [{"kind": "text", "start": 0, "end": len(one["body"])}]


@pytest.mark.parametrize("ask", [get_event, get_actor, get_document, ingest.remove])
@pytest.mark.parametrize("identity", ["01ARZ3NDEKTSV4RRFFQ69G5FAV", "", "1", "\0", "\ud800", "x" * 10_000])
def test_an_unknown_id_is_not_found(filled_store, ask, identity):
    with pytest.raises(NotFoundError) as caught:
        ask(filled_store, identity)
    assert not isinstance(caught.value, MergedError)


def test_the_data_version_changes_with_every_write_and_only_then(store):
    versions = [data_version(store)]
    text = document("Nothing is told.", url="http://x")
    for write in (
        lambda: ingest.record(store, text, []),
        lambda: ingest.remove(store, find_documents(store).items[0]["id"]),
    ):
        write()
        versions.append(data_version(store))
    assert versions == sorted(set(versions))
    find_events(store, Filters())
    assert data_version(store) == versions[-1]


def test_changes_are_given_in_order_after_a_number(filled_store):
    every = find_changes(filled_store, limit=10_000)
    numbers = [change["sequence"] for change in every]
    assert numbers == sorted(set(numbers))
    assert find_changes(filled_store, since=numbers[4], limit=3) == every[5:8]
