"""The API, written: who may, and what a text posted gives."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.chronicle import serving
from timeline.store.tables import Change

KEY = "a-key-of-this-test-only"
MERGED = "01J00000000000000000000000"  # has the form of an id, which is looked for nowhere without it
TEXT = {
    "text": "Accra, Ghana. Voters in Ghana elected a president on 7 December 2024. Police arrested three men in Kumasi.",
    "published": "2024-12-09",
    "url": "https://harbour.example/vote",
    "source": "Harbour Times",
    "title": None,
}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[FlaskClient]:
    """A client of a server that takes writes from this machine without a key."""
    with serving(tmp_path / "timeline.db", is_filled=False, open_writes=True) as app:
        yield app.test_client()


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[FlaskClient]:
    """A client of a server whose writes need a key."""
    with serving(tmp_path / "timeline.db", is_filled=False, write_key=KEY) as app:
        yield app.test_client()


def bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def test_a_text_gives_its_document_and_events(client: FlaskClient) -> None:
    answer = client.post("/v1/documents", json=TEXT)
    assert answer.status_code == 201, answer.text
    assert answer.headers["Location"] == f"/v1/documents/{answer.json['id']}"
    assert (answer.json["published"], answer.json["published_from"]) == ("2024-12-09", "object")
    assert answer.json["source"]["name"] == "Harbour Times"
    found = client.get(f"/v1/documents/{answer.json['id']}/events").json["events"]
    assert answer.json["events"] == found
    assert "2024-12-07" in [event["when"]["edtf"] for event in found]


def test_the_same_text_again_changes_nothing(client: FlaskClient) -> None:
    first = client.post("/v1/documents", json=TEXT)
    tag = client.get("/v1/events").headers["ETag"]
    again = client.post("/v1/documents", json=TEXT)
    assert (again.status_code, again.json["id"]) == (200, first.json["id"])
    assert again.json["events"] == first.json["events"]
    assert client.get("/v1/events").headers["ETag"] == tag


def test_a_page_gives_what_its_text_gives(client: FlaskClient) -> None:
    paragraphs = "".join(f"<p>{part}</p>" for part in TEXT["text"].split(". ", 1))
    html = f"<html><body><nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav><article>{paragraphs}</article></body></html>"
    answer = client.post("/v1/documents", json={"html": html, "published": "2024-12-09"})
    assert answer.status_code == 201, answer.text
    assert "2024-12-07" in [event["when"]["edtf"] for event in answer.json["events"]]


def test_without_a_day_of_publication_none_is_assumed(client: FlaskClient) -> None:
    answer = client.post("/v1/documents", json={"text": "Voters in Ghana elected a president on December 7."})
    assert (answer.json["published"], answer.json["published_from"]) == (None, None)
    assert [event["when"]["edtf"] for event in answer.json["events"]] == ["XXXX-12-07"]


def test_a_text_in_another_language_is_kept_and_told_not_to_be_read(client: FlaskClient) -> None:
    text = "Der Minister hat am Montag in Berlin mit seinem Kollegen gesprochen. Die Gespräche dauerten drei Stunden."
    answer = client.post("/v1/documents", json={"text": text})
    assert (answer.status_code, answer.json["events"]) == (201, [])
    assert answer.json["message"] == "the text is in German; only English is read"


def test_a_document_can_be_forgotten_with_what_it_alone_told(client: FlaskClient) -> None:
    posted = client.post("/v1/documents", json=TEXT).json
    gone = client.delete(f"/v1/documents/{posted['id']}")
    assert (gone.status_code, gone.data) == (204, b"")
    assert client.get(f"/v1/documents/{posted['id']}").status_code == 404
    assert client.get("/v1/events").json["events"] == []
    assert client.delete(f"/v1/documents/{posted['id']}").status_code == 404


def test_the_same_text_elsewhere_is_another_document_and_the_same_report(client: FlaskClient) -> None:
    first = client.post("/v1/documents", json=TEXT)
    other = {**TEXT, "url": "https://inland.example/vote", "source": "Inland Post"}
    second = client.post("/v1/documents", json=other)
    assert (second.status_code, second.json["id"] != first.json["id"]) == (201, True)
    events = client.get("/v1/events").json["events"]
    assert [event["id"] for event in events] == [event["id"] for event in first.json["events"]]
    assert {event["reports"] for event in events} == {1}


def refused(answer: TestResponse, status: int) -> str:
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json")
    return answer.get_json(force=True)["detail"]


def test_the_key_opens_writing(locked: FlaskClient) -> None:
    posted = locked.post("/v1/documents", json=TEXT, headers=bearer(KEY))
    assert posted.status_code == 201
    assert locked.delete(f"/v1/documents/{posted.json['id']}", headers=bearer(KEY)).status_code == 204


def test_without_the_key_nothing_is_written(locked: FlaskClient) -> None:
    answer = locked.post("/v1/documents", json=TEXT)
    assert "needs a key" in refused(answer, 401)
    assert answer.headers["WWW-Authenticate"].lower().startswith("bearer")
    wrong = locked.post("/v1/documents", json=TEXT, headers=bearer("another-key-altogether"))
    assert "not valid" in refused(wrong, 401)
    refused(locked.post("/v1/documents", json=TEXT, headers={"Authorization": f"Basic {KEY}"}), 401)
    refused(locked.delete("/v1/documents/none"), 401)
    assert locked.get("/v1/documents").json["documents"] == []


def test_a_fresh_server_takes_no_writes(tmp_path: Path) -> None:
    with serving(tmp_path / "timeline.db", is_filled=False) as app:
        client = app.test_client()
        assert "not valid" in refused(
            client.post("/v1/documents", json=TEXT, headers=bearer("any-key-that-comes")), 401
        )
        assert "timeline keys create" in refused(client.post("/v1/documents", json=TEXT), 401)


@pytest.mark.parametrize(
    ("address", "headers"),
    [("192.0.2.7", {}), ("127.0.0.1", {"X-Forwarded-For": "192.0.2.7"}), ("127.0.0.1", {"Forwarded": "for=192.0.2.7"})],
)
def test_open_writes_are_for_this_machine_only(client: FlaskClient, address: str, headers: dict[str, str]) -> None:
    answer = client.post("/v1/documents", json=TEXT, headers=headers, environ_overrides={"REMOTE_ADDR": address})
    refused(answer, 401)


def test_an_event_that_was_merged_leads_to_the_one_that_stays(client: FlaskClient) -> None:
    client.post("/v1/documents", json=TEXT)
    kept = client.get("/v1/events").json["events"][0]["id"]
    store = client.application.extensions["timeline.store"]
    with store.writing() as writing:
        row = {
            "sequence": writing.number(),
            "event": MERGED,
            "action": "deleted",
            "merged_into": kept,
            "at": writing.at,
        }
        Change.insert(row).execute(writing.database)
    for path in ("/v1/events", "/events"):
        answer = client.get(f"{path}/{MERGED}")
        assert (answer.status_code, answer.headers["Location"]) == (301, f"{path}/{kept}")
