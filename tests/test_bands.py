"""/v1/bands: the chronology as columns, the same events as /v1/events tells one by one."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from benchmarks import crowd
from tests.chronicle import made, serving
from timeline.api.bands import Shelf
from timeline.model.days import iso_day
from timeline.model.filters import Filters
from timeline.store import bands
from timeline.store.database import Store, open_store
from timeline.store.queries import find_events

CROWD = 600


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with serving(tmp_path_factory.mktemp("bands") / "timeline.db") as served:
        yield served


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """The API over some hundred made-up events."""
    url = made(tmp_path_factory.mktemp("crowd") / "timeline.db")
    with open_store(url) as store:
        crowd.fill(store, CROWD)
    with serving(url, is_filled=False) as served:
        yield served.test_client()


def ids(answer: dict) -> list[str]:
    return [answer["ids"][start : start + 26] for start in range(0, len(answer["ids"]), 26)]


def test_the_columns_say_what_the_events_say(crowded: FlaskClient) -> None:
    columns = crowded.get("/v1/bands").json
    events, address = [], "/v1/events?limit=500"
    while address:
        page = crowded.get(address).json
        events, address = events + page["events"], page["next"]
    assert len(events) == columns["total"] == CROWD
    assert ids(columns) == [event["id"] for event in events]
    assert columns["headlines"] == [event["headline"] for event in events]
    assert [columns["types"][number] for number in columns["type"]] == [event["type"] for event in events]
    assert [columns["statuses"][number] for number in columns["status"]] == [event["status"] for event in events]
    assert columns["salience"] == [round(100 * event["salience"]) for event in events]
    for side, column in (("earliest", "start_earliest"), ("latest", "end_latest")):
        days = [None if day is None else iso_day(day) for day in columns[column]]
        assert days == [event["when"][side] for event in events]
    guesses = {event["id"]: event["when"]["likely"] for event in events if event["when"]["likely"]}
    assert {ids(columns)[place]: iso_day(first) for place, first, _ in columns["likely"]} == guesses


def test_every_database_gives_the_same_columns(store: Store) -> None:
    crowd.fill(store, 60)
    found, page = bands.find_bands(store, Filters(), lanes="actor"), find_events(store, Filters(), limit=100)
    assert found.ids == [event["id"] for event in page.events]
    assert found.salience == [round(100 * event["salience"]) for event in page.events]
    assert found.disputed == []
    assert [None if day is None else iso_day(day) for day in found.bounds[0]] == [
        event["when"]["earliest"] for event in page.events
    ]
    for lane in found.lanes or []:
        told = [page.events[place] for place in lane.events]
        assert all(lane.name in [actor["name"] for actor in event["actors"]] for event in told)


def test_the_core_lies_between_the_inner_bounds(client: FlaskClient) -> None:
    columns = client.get("/v1/bands?status=asserted&basis=resolved").json
    assert [columns[name] for name in ("start_latest", "end_earliest")] == [
        columns["start_earliest"],
        columns["end_latest"],
    ]
    ordered = client.get("/v1/bands?place=Doha").json
    assert ordered["start_latest"] == ordered["end_latest"]
    assert ordered["end_earliest"] == ordered["start_earliest"]


def test_filters_are_those_of_events(client: FlaskClient) -> None:
    for query in ("actor=Pakistan", "from=2025-11", "q=truce", "status=alleged&status=planned", "date=XXXX-10-11"):
        found = client.get(f"/v1/events?{query}").json["events"]
        assert found
        assert ids(client.get(f"/v1/bands?{query}").json) == [event["id"] for event in found]


def test_events_are_picked_by_id(client: FlaskClient) -> None:
    everything = ids(client.get("/v1/bands").json)
    picked = [everything[1], everything[3]]
    query = "&".join(f"event={identity}" for identity in [*picked, "01ARZ3NDEKTSV4RRFFQ69G5FAV"])
    assert [event["id"] for event in client.get(f"/v1/events?{query}").json["events"]] == picked


def test_lanes_name_those_with_most_events(client: FlaskClient) -> None:
    assert client.get("/v1/bands").json["lanes"] is None
    answer = client.get("/v1/bands?lanes=actor").json
    assert answer["lanes"][0]["name"] == "Pakistan"
    for lane in answer["lanes"]:
        named = [event["id"] for event in client.get("/v1/events", query_string={"actor": lane["name"]}).json["events"]]
        assert {ids(answer)[place] for place in lane["events"]} <= set(named)
        assert lane["events"] == sorted(lane["events"])
    places = client.get("/v1/bands?lanes=place").json
    assert {lane["name"]: len(lane["events"]) for lane in places["lanes"]} == {"Doha": 1, "Istanbul": 1, "Kabul": 1}


def test_no_more_lanes_are_named_than_fit(crowded: FlaskClient) -> None:
    lanes = crowded.get("/v1/bands?lanes=actor").json["lanes"]
    sizes = [len(lane["events"]) for lane in lanes]
    assert len(lanes) == bands.LANE_COUNT
    assert sizes == sorted(sizes, reverse=True)


def test_too_many_events_are_only_counted(client: FlaskClient) -> None:
    answer = client.get("/v1/bands?most=3&lanes=actor").json
    assert (answer["total"], answer["truncated"], answer["ids"], answer["type"], answer["lanes"]) == (
        8,
        True,
        "",
        [],
        [],
    )


def test_headlines_stay_behind_where_they_are_many(crowded: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bands, "WORDED", CROWD - 1)
    assert crowded.get("/v1/bands?min_salience=0").json["headlines"] is None
    assert crowded.get("/v1/bands?type=protest").json["headlines"]


def test_an_answer_is_compressed_and_not_sent_twice(crowded: FlaskClient) -> None:
    answer = crowded.get("/v1/bands", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert json.loads(gzip.decompress(answer.data)) == crowded.get("/v1/bands").json
    again = crowded.get("/v1/bands", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_an_answer_is_built_once_until_something_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[object] = []
    found = bands.find_bands
    monkeypatch.setattr(
        "timeline.api.bands.find_bands", lambda *asked, **more: built.append(asked) or found(*asked, **more)
    )
    with serving(tmp_path / "timeline.db", open_writes=True) as app:
        client = app.test_client()
        first, again = client.get("/v1/bands"), client.get("/v1/bands", headers={"Accept-Encoding": "gzip"})
        assert json.loads(gzip.decompress(again.data)) == first.json
        assert len(built) == 1
        client.get("/v1/bands?type=assault")
        client.delete(f"/v1/documents/{client.get('/v1/documents').json['documents'][0]['id']}")
        assert client.get("/v1/bands").json["total"] < 8
        assert len(built) == 3


def test_the_shelf_keeps_what_was_asked_for_last() -> None:
    shelf = Shelf(room=10)
    for name in ("a", "b"):
        shelf.keep(name, b"12345")
    assert shelf.find("a") == b"12345"
    shelf.keep("c", b"12345")
    assert [shelf.find(name) for name in "abc"] == [b"12345", None, b"12345"]
    shelf.keep("too large", b"1" * 11)
    assert shelf.find("too large") is None


@pytest.mark.parametrize("query", ["lanes=source", "most=0", "most=100001", "limit=5", "from=blah"])
def test_bad_arguments_are_named(client: FlaskClient, query: str) -> None:
    answer = client.get(f"/v1/bands?{query}")
    assert answer.status_code == 422
    assert answer.get_json(force=True)["errors"][0]["parameter"] == query.partition("=")[0]
