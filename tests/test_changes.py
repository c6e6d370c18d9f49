"""What changed: a page at a time, and live, also with several processes."""

import itertools
import json
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.chronicle import fill, made, serving
from tests.making import document, statement
from tests.serving import gunicorn
from timeline import ingest
from timeline.api import changes
from timeline.store.queries import data_version


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving(tmp_path / "timeline.db", streams=2) as served:
        yield served


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def store_of(app: Flask) -> Any:
    return app.extensions["timeline.store"]


def add(store: Any, number: int) -> str:
    """The id of an event that a new text tells."""
    told = statement(by="Norland", date=f"201{number}-01-01")
    return str(
        ingest.record(store, document(told.sentence, f"Day {number}.", url=f"http://day/{number}"), [told]).created[0]
    )


def test_a_copy_that_follows_the_changes_never_drifts(app: Flask, client: FlaskClient) -> None:
    store = store_of(app)
    copy: set[str] = set()
    since = 0
    removed = client.get("/v1/documents").json["documents"][0]["id"]
    for step in (lambda: None, lambda: add(store, 1), lambda: ingest.remove(store, removed), lambda: add(store, 2)):
        step()
        address: str | None = f"/v1/changes?since={since}&limit=3"
        while address:
            answer = client.get(address)
            for change in answer.json["changes"]:
                assert change["sequence"] > since
                since = change["sequence"]
                (copy.discard if change["action"] == "deleted" else copy.add)(change["event"])
            assert answer.json["last"] == since
            address = answer.json["next"]
            assert answer.headers.get("Link") == (f'<{address}>; rel="next"' if address else None)
        assert copy == {event["id"] for event in client.get("/v1/events?limit=500").json["events"]}


def test_merged_events_tell_into_what(app: Flask, client: FlaskClient) -> None:
    told = [statement(by="Norland", on="Sudmark", at="Sund", date=day) for day in ("2015-01-03", "2019-01-03")]
    for number, one in enumerate(told):
        ingest.record(store_of(app), document(one.sentence, f"{number}.", url=f"http://m/{number}"), [one])
    last = client.get("/v1/changes").json["last"]
    ingest.record(store_of(app), document(told[0].sentence, "Again.", url="http://m/1"), [told[0]])
    deleted = [change for change in client.get(f"/v1/changes?since={last}").json["changes"] if change["merged_into"]]
    kept = {event["id"] for event in client.get("/v1/events?limit=500").json["events"]}
    assert len(deleted) == 1
    assert deleted[0]["action"] == "deleted"
    assert deleted[0]["merged_into"] in kept
    assert deleted[0]["event"] not in kept


def test_nothing_new_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/v1/changes?since=3")
    assert client.get("/v1/changes?since=3", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    end = client.get("/v1/changes").json["last"]
    assert client.get(f"/v1/changes?since={end}").json == {"changes": [], "next": None, "last": end}


@pytest.mark.parametrize(
    "query", ["since=-1", "since=x", "since=99999999999999999999", "limit=0", "limit=501", "actor=x"]
)
def test_bad_arguments_are_refused_by_name(client: FlaskClient, query: str) -> None:
    answer = client.get(f"/v1/changes?{query}")
    assert (answer.status_code, answer.json["errors"][0]["parameter"]) == (422, query.partition("=")[0])


# --- live


def messages(parts: Iterator[bytes], count: int) -> list[dict[str, Any]]:
    """So many changes of a stream, without what only keeps it open."""
    found: list[dict[str, Any]] = []
    while len(found) < count:
        part = next(parts).decode()
        if part.startswith("id: "):
            lines = dict(line.split(": ", 1) for line in part.strip().splitlines())
            change = json.loads(lines["data"])
            assert (int(lines["id"]), lines["event"]) == (change["sequence"], change["action"])
            found.append(change)
    return found


def test_a_stream_tells_what_the_pages_tell_and_goes_on(app: Flask, client: FlaskClient, monkeypatch: Any) -> None:
    monkeypatch.setattr(changes, "POLL", 0.01)
    answer = client.get("/v1/stream?since=0")
    assert (answer.mimetype, answer.headers["Cache-Control"]) == ("text/event-stream", "no-store")
    parts = iter(answer.response)
    known = client.get("/v1/changes").json["changes"]
    assert messages(parts, len(known)) == known
    fresh = add(store_of(app), 1)
    assert messages(parts, 1)[0]["event"] == fresh
    answer.close()


def test_a_stream_resumes_after_the_last_id_and_else_begins_now(
    app: Flask, client: FlaskClient, monkeypatch: Any
) -> None:
    monkeypatch.setattr(changes, "POLL", 0.01)
    known = client.get("/v1/changes").json["changes"]
    resumed = client.get("/v1/stream?since=0", headers={"Last-Event-ID": str(known[-3]["sequence"])})
    assert messages(iter(resumed.response), 2) == known[-2:]
    resumed.close()
    fresh = client.get("/v1/stream")
    parts = iter(fresh.response)
    next(parts)
    identity = add(store_of(app), 1)
    assert messages(parts, 1)[0]["event"] == identity
    fresh.close()


def test_a_silent_stream_says_that_it_lives_and_ends_in_time(app: Flask, monkeypatch: Any) -> None:
    for name, value in {"POLL": 0.01, "HEARTBEAT": 0.02, "LONGEST": 0.2}.items():
        monkeypatch.setattr(changes, name, value)
    begun = time.monotonic()
    said = list(changes.told(store_of(app), data_version(store_of(app))))
    assert said[0].startswith(b"retry: ")
    assert set(said[1:]) == {b": still here\n\n"}
    assert time.monotonic() - begun < 30


def test_a_bad_last_id_is_refused(client: FlaskClient) -> None:
    for value in ("x", "-1", "1" * 19, "١"):
        assert client.get("/v1/stream", headers={"Last-Event-ID": value.encode().decode("latin-1")}).status_code == 422


def test_streams_are_bounded_and_become_free_again(client: FlaskClient) -> None:
    opened = [client.get("/v1/stream") for _ in range(2)]
    refused = client.get("/v1/stream")
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "10")
    opened[0].close()
    client.head("/v1/stream").close()
    again = client.get("/v1/stream")
    assert again.status_code == 200
    for answer in (*opened[1:], again):
        answer.close()


# --- with two processes


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("stream")
    url = made(folder / "timeline.db", fill)
    with gunicorn(url, folder / "gunicorn.log", TIMELINE_OPEN_WRITES="1", TIMELINE_STREAMS="3") as served:
        yield served


def listen(address: str, since: int, count: int, heard: list[Any]) -> None:
    connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
    connection.request("GET", "/v1/stream", headers={"Last-Event-ID": str(since), "Accept": "text/event-stream"})
    answer = connection.getresponse()
    lines = itertools.takewhile(bool, iter(answer.readline, b""))
    for line in lines:
        if line.startswith(b"data: "):
            heard.append(json.loads(line[6:])["sequence"])
            if len(heard) >= count:
                break
    connection.close()


def test_all_listeners_hear_what_any_process_writes(address: str) -> None:
    with urlopen(f"{address}/v1/changes") as answer:
        since = json.load(answer)["last"]
    heard: list[list[int]] = [[] for _ in range(3)]
    listeners = [threading.Thread(target=listen, args=(address, since, 3, each)) for each in heard]
    for listener in listeners:
        listener.start()
    for number in range(3):
        text = f"Report {number}. Voters in Ghana elected a president on {number + 1} December 2024."
        body = json.dumps({"text": text, "published": "2024-12-31"}).encode()
        with urlopen(Request(f"{address}/v1/documents", body, {"Content-Type": "application/json"}), timeout=60):
            pass
    for listener in listeners:
        listener.join(60)
    with urlopen(f"{address}/v1/changes?since={since}&limit=3") as answer:
        expected = [change["sequence"] for change in json.load(answer)["changes"]]
    assert heard == [expected] * 3


def test_streams_leave_threads_for_others(address: str) -> None:
    connections = []
    for _ in range(6):
        connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
        connection.request("GET", "/v1/stream")
        connections.append((connection, connection.getresponse().status))
    with urlopen(f"{address}/v1/events?limit=1", timeout=60) as answer:
        assert answer.status == 200
    assert {status for _, status in connections} <= {200, 503}
    for connection, _ in connections:
        connection.close()
