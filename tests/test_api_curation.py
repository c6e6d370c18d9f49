"""Curation over the API: who may, on what it is based, what it answers."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.chronicle import serving
from tests.making import document, statement
from timeline.ingest import record
from timeline.store.keys import create_key

OCTOBER, DECEMBER = "2025-10-11", "2025-12-24"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving(tmp_path / "timeline.db", is_filled=False) as served:
        yield served


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client with a key named 'desk'."""
    _, token = create_key(app.extensions["timeline.store"], "desk", ["write"])
    made = app.test_client()
    made.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    return made


def keep(app: Flask, name: str, date: str = OCTOBER) -> str:
    """The id of the event that a document of that name tells."""
    told = statement(date=date, by="Norland", on="Sudmark", text=f"An attack on {date}.")
    text = document(f"{name}. An attack on {date}.", url=f"http://{name}", published="2025-12-29")
    return record(app.extensions["timeline.store"], text, [told]).events[0]


def tag(client: FlaskClient, event: str) -> str:
    return client.get(f"/v1/events/{event}").headers["ETag"]


def patch(client: FlaskClient, event: str, body: Any, *, match: str | None = "*") -> TestResponse:
    return client.patch(f"/v1/events/{event}", json=body, headers={"If-Match": match} if match else {})


def problem(answer: TestResponse, status: int) -> dict[str, Any]:
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json"), answer.text
    return json.loads(answer.data)


EVERYTHING = {
    "headline": "Raid at dawn", "type": "retreat", "mode": "withdraw", "status": "alleged", "claimed_by": ["Norland", "Estria"],
    "when": {"edtf": "[2025-10-01..2025-10-05]", "likely": "2025-10-03"}, "salience": 0.25,
    "place": {"name": "Sund", "country": "EE", "latitude": 58.0, "longitude": 23.0},
    "actors": [{"name": "Estria", "role": "mediator", "kind": "state", "country": "EE"}, {"name": "norland", "role": "agent"}],
}  # fmt: skip


def test_every_field_can_be_set_and_is_marked(app: Flask, client: FlaskClient) -> None:
    event = keep(app, "a")
    answer = patch(client, event, EVERYTHING, match=tag(client, event))
    assert answer.status_code == 200, answer.text
    found = answer.json
    for name in ("headline", "type", "mode", "status", "claimed_by", "salience", "place"):
        assert found[name] == EVERYTHING[name]
    assert (found["when"]["edtf"], found["when"]["likely"]) == ("[2025-10-01..2025-10-05]", "2025-10-03")
    assert (found["when"]["earliest"], found["when"]["latest"], found["when"]["basis"]) == (
        "2025-10-01",
        "2025-10-05",
        "curated",
    )
    assert found["when"]["because"] == ["set by desk"]
    assert [(one["name"], one["role"], one["country"]) for one in found["actors"]] == [
        ("Estria", "mediator", "EE"),
        ("Norland", "agent", "NO"),
    ]
    assert sorted(found["curated"]) == sorted(EVERYTHING)
    assert client.get(f"/v1/events/{event}").json == found
    (listed,) = client.get("/v1/events?actor=Estria&from=2025-10-01&to=2025-10-05&match=within&q=dawn").json["events"]
    assert listed["id"] == event


def test_nothing_can_be_set_to_nobody_nowhere_and_never(app: Flask, client: FlaskClient) -> None:
    event = keep(app, "a")
    found = patch(
        client, event, {"when": {"edtf": None}, "place": None, "mode": None, "actors": [], "claimed_by": []}
    ).json
    assert (found["when"]["edtf"], found["place"], found["actors"]) == (None, None, [])


def test_the_answer_has_the_validator_for_the_next_change(app: Flask, client: FlaskClient) -> None:
    event = keep(app, "a")
    first = patch(client, event, {"headline": "One"}, match=tag(client, event))
    assert first.headers["ETag"] == tag(client, event)
    assert patch(client, event, {"headline": "Two"}, match=first.headers["ETag"]).status_code == 200


def test_without_if_match_nothing_is_corrected(app: Flask, client: FlaskClient) -> None:
    event = keep(app, "a")
    assert "If-Match" in problem(patch(client, event, {"headline": "x"}, match=None), 428)["detail"]
    assert client.get(f"/v1/events/{event}").json["curated"] == []


def test_a_change_based_on_an_old_state_is_refused(app: Flask, client: FlaskClient) -> None:
    event = keep(app, "a")
    old = tag(client, event)
    assert patch(client, event, {"headline": "One"}, match=old).status_code == 200
    for match in (old, '"other"', "nonsense"):
        problem(patch(client, event, {"headline": "Two"}, match=match), 412)
    answer = client.post(f"/v1/events/{event}/revert", json={"to": 0}, headers={"If-Match": old})
    problem(answer, 412)
    assert client.get(f"/v1/events/{event}").json["headline"] == "One"


def test_a_change_elsewhere_does_not_stand_in_the_way(app: Flask, client: FlaskClient) -> None:
    event = keep(app, "a")
    old = tag(client, event)
    keep(app, "b", DECEMBER)
    assert tag(client, event) != old
    assert patch(client, event, {"headline": "One"}, match=old).status_code == 200


BAD = [
    ({}, "#"),
    ({"colour": "red"}, "#/colour"),
    ({"headline": ""}, "#/headline"),
    ({"headline": "a\0b"}, "#/headline"),
    ({"headline": "\ud800"}, "#/headline"),
    ({"type": "party"}, "#/type"),
    ({"mode": "visit"}, "#/mode"),
    ({"status": "true"}, "#/status"),
    ({"when": {"edtf": "soon"}}, "#/when/edtf"),
    ({"when": {"edtf": "2025-13-45"}}, "#/when/edtf"),
    ({"when": {"edtf": "2025", "likely": "x"}}, "#/when/likely"),
    ({"when": "2025"}, "#/when"),
    ({"salience": 2}, "#/salience"),
    ({"place": {"country": "EE"}}, "#/place/name"),
    ({"place": {"name": "Mirton", "latitude": 200}}, "#/place/latitude"),
    ({"actors": [{"name": "Norland"}]}, "#/actors/0/role"),
    ({"actors": [{"name": "Norland", "role": "agent"}, {"name": "Ost", "role": "boss"}]}, "#/actors/1/role"),
    ({"actors": [{"id": "none", "role": "agent"}]}, "#/actors/0/id"),
    ({"hidden": "yes"}, "#/hidden"),
    (["headline"], "#"),
    ({"colour": "red", "when": {"edtf": "soon", "likely": "x"}}, "#/colour #/when/edtf #/when/likely"),
]


@pytest.mark.parametrize(("body", "pointer"), BAD, ids=[json.dumps(body) for body, _ in BAD])
def test_what_cannot_be_set_is_refused_with_a_pointer(app: Flask, client: FlaskClient, body: Any, pointer: str) -> None:
    event = keep(app, "a")
    found = problem(patch(client, event, body), 422)["errors"]
    assert sorted(one["pointer"] for one in found) == pointer.split()
    assert client.get(f"/v1/events/{event}").json["curated"] == []


def test_merge_split_revert_and_their_history(app: Flask, client: FlaskClient) -> None:
    older, newer = keep(app, "a"), keep(app, "b", DECEMBER)
    merged = client.post(f"/v1/events/{newer}/merge", json={"events": [older]})
    assert (merged.status_code, merged.json["id"], merged.headers["Location"]) == (200, older, f"/v1/events/{older}")
    assert merged.headers["ETag"] == tag(client, older)
    moved = client.get(f"/v1/events/{newer}")
    assert (moved.status_code, moved.headers["Location"]) == (301, f"/v1/events/{older}")
    assert client.get(f"/v1/events/{newer}/history").headers["Location"] == f"/v1/events/{older}/history"
    parted = client.post(f"/v1/events/{older}/split", json={"statements": [1]})
    assert parted.status_code == 201, parted.text
    assert [event["id"] for event in parted.json["events"]] == [older, parted.headers["Location"].rpartition("/")[2]]
    history = client.get(f"/v1/events/{older}/history").json["history"]
    assert [(one["action"], one["by"]) for one in history] == [("created", None), ("merged", "desk"), ("split", "desk")]
    back = client.post(f"/v1/events/{older}/revert", json={"to": history[0]["number"]})
    assert (back.status_code, back.json["reports"]) == (200, 1)
    assert client.get(f"/v1/events/{newer}").status_code == 200
    assert [one["active"] for one in client.get(f"/v1/events/{older}/history").json["history"]] == [
        True,
        False,
        False,
        True,
    ]


def test_statements_can_be_named_as_the_evidence_names_them(app: Flask, client: FlaskClient) -> None:
    event = keep(app, "a")
    keep(app, "b")
    last = client.get(f"/v1/events/{event}").json["evidence"][1]
    body = {"statements": [{"document": last["document"]["id"], "number": last["number"]}]}
    assert client.post(f"/v1/events/{event}/split", json=body).status_code == 201


def test_what_cannot_be_merged_split_or_reverted_is_refused_with_a_pointer(app: Flask, client: FlaskClient) -> None:
    event, other = keep(app, "a"), keep(app, "b", DECEMBER)
    gone = keep(app, "c", "2025-11-20")
    client.post(f"/v1/events/{other}/merge", json={"events": [gone]})
    cases = [
        ("merge", {"events": []}, "#/events"),
        ("merge", {}, "#/events"),
        ("merge", {"events": [event]}, "#/events/0"),
        ("merge", {"events": [other, "none"]}, "#/events/1"),
        ("merge", {"events": [gone]}, "#/events/0"),
        ("merge", {"events": [other], "into": event}, "#/into"),
        ("split", {"statements": []}, "#/statements"),
        ("split", {"statements": [0]}, "#/statements"),
        ("split", {"statements": [7]}, "#/statements/0"),
        ("split", {"statements": ["first"]}, "#/statements/0"),
        ("split", {"statements": [{"document": "none", "number": 0}]}, "#/statements/0"),
        ("revert", {"to": 999999}, "#/to"),
        ("revert", {"to": -1}, "#/to"),
        ("revert", {"to": "start"}, "#/to"),
    ]
    before = client.get("/v1/events").json["events"]
    for call, body, pointer in cases:
        found = problem(client.post(f"/v1/events/{event}/{call}", json=body), 422)["errors"]
        assert (call, body, [one["pointer"] for one in found]) == (call, body, [pointer])
    assert client.get("/v1/events").json["events"] == before


def test_writes_to_a_merged_event_lead_to_the_one_that_stays(app: Flask, client: FlaskClient) -> None:
    older, newer = keep(app, "a"), keep(app, "b", DECEMBER)
    client.post(f"/v1/events/{older}/merge", json={"events": [newer]})
    answer = patch(client, newer, {"headline": "x"})
    assert (answer.status_code, answer.headers["Location"]) == (308, f"/v1/events/{older}")


def test_what_is_not_there_cannot_be_changed(client: FlaskClient) -> None:
    for call, body in (("merge", {"events": ["x"]}), ("split", {"statements": [0]}), ("revert", {"to": 0})):
        problem(client.post(f"/v1/events/01J00000000000000000000000/{call}", json=body), 404)
    problem(patch(client, "none", {"headline": "x"}), 404)
    problem(client.get("/v1/events/none/history"), 404)


def test_curation_needs_the_scope_write(app: Flask) -> None:
    event = keep(app, "a")
    _, token = create_key(app.extensions["timeline.store"], "reader", ["read"])
    for headers, status in (({}, 401), ({"Authorization": f"Bearer {token}"}, 403)):
        client = app.test_client()
        assert client.patch(f"/v1/events/{event}", json={"headline": "x"}, headers=headers).status_code == status
        for call in ("merge", "split", "revert"):
            assert client.post(f"/v1/events/{event}/{call}", json={}, headers=headers).status_code == status


def test_a_hidden_event_is_in_no_list_and_still_at_its_address(app: Flask, client: FlaskClient) -> None:
    event = keep(app, "a")
    assert patch(client, event, {"hidden": True}).json["hidden"] is True
    assert client.get("/v1/events").json["events"] == []
    assert client.get("/v1/actors").json["actors"] == []
    assert client.get(f"/v1/events/{event}").json["hidden"] is True
    assert patch(client, event, {"hidden": False}).status_code == 200
    assert [one["id"] for one in client.get("/v1/events").json["events"]] == [event]
