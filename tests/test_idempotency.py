"""Idempotency-Key: sent again, answered again, done once."""

import datetime
import json
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.chronicle import serving
from timeline.errors import ConflictError
from timeline.store.database import Store
from timeline.store.keys import create_key
from timeline.store.requests import Answered, begin, forget, keep_answer

TEXT = {"text": "Police arrested three men in Bergen on 4 March 2024.", "published": "2024-03-05"}
ANSWER = Answered("what was asked", 201, {"Location": "/x"}, "{}")


def later(store: Store, **passed: float) -> Store:
    shift = datetime.timedelta(**passed)
    return replace(store, now=lambda: datetime.datetime.now(datetime.UTC) + shift)


def test_a_request_is_done_once_and_refused_meanwhile(store: Store) -> None:
    assert begin(store, "a") is None
    with pytest.raises(ConflictError):
        begin(store, "a")
    keep_answer(store, "a", ANSWER)
    assert begin(store, "a") == ANSWER
    assert begin(later(store, hours=25), "a") is None


def test_a_request_that_was_cut_off_can_be_tried_again(store: Store) -> None:
    assert begin(store, "a") is None
    assert begin(later(store, minutes=11), "a") is None
    forget(store, "a")
    assert begin(store, "a") is None


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving(tmp_path / "timeline.db", open_writes=True) as served:
        yield served


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def post(client: FlaskClient, path: str, body: object, key: str = "k-1", **headers: str) -> TestResponse:
    return client.post(path, json=body, headers={"Idempotency-Key": key, **headers})


def test_a_text_sent_again_is_answered_as_the_first_time(client: FlaskClient) -> None:
    first = post(client, "/v1/documents", TEXT)
    again = post(client, "/v1/documents", TEXT)
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.data == first.data
    assert again.headers["Location"] == first.headers["Location"]
    assert again.headers["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in first.headers
    assert post(client, "/v1/documents", TEXT, "k-2").status_code == 200


def test_another_request_under_the_same_key_is_refused(client: FlaskClient) -> None:
    post(client, "/v1/documents", TEXT)
    for path, body in (("/v1/documents", {**TEXT, "published": "2024-03-06"}), ("/v1/events/none/revert", {"to": 0})):
        answer = post(client, path, body)
        assert (answer.status_code, answer.content_type) == (422, "application/problem+json")
        assert "another request" in json.loads(answer.data)["detail"]


def test_keys_of_two_askers_do_not_meet(app: Flask) -> None:
    store = app.extensions["timeline.store"]
    for name in ("one", "two"):
        token = create_key(store, name, ["write"])[1]
        answer = post(
            app.test_client(),
            "/v1/documents",
            {**TEXT, "url": f"http://{name}.example/a"},
            Authorization=f"Bearer {token}",
        )
        assert answer.status_code == 201


def test_what_was_refused_can_be_sent_again(client: FlaskClient) -> None:
    assert post(client, "/v1/documents", {"text": ""}).status_code == 422
    assert post(client, "/v1/documents", TEXT).status_code == 201


def test_a_batch_sent_again_is_one_job(client: FlaskClient) -> None:
    def send(content: bytes) -> TestResponse:
        headers = {"Idempotency-Key": "k-1"}
        return client.post("/v1/documents/batch", data=content, content_type="application/x-ndjson", headers=headers)

    line = json.dumps(TEXT).encode() + b"\n"
    first, again = send(line), send(line)
    assert (first.status_code, again.status_code, again.json["id"]) == (202, 202, first.json["id"])
    assert send(line * 2).status_code == 422


def test_an_act_of_curation_sent_again_is_done_once(client: FlaskClient) -> None:
    events = [one["id"] for one in client.get("/v1/events").json["events"]]
    path = f"/v1/events/{events[0]}/merge"
    first = post(client, path, {"events": [events[1]]})
    again = post(client, path, {"events": [events[1]]})
    assert (first.status_code, again.status_code) == (200, 200), first.text
    assert again.data == first.data
    assert len(client.get(f"/v1/events/{first.json['id']}/history").json["history"]) == 2


@pytest.mark.parametrize("key", ["", "x" * 256])
def test_a_key_that_is_none_is_refused(client: FlaskClient, key: str) -> None:
    assert post(client, "/v1/documents", TEXT, key).status_code == 400


def test_an_answer_in_the_making_is_a_conflict(app: Flask, client: FlaskClient) -> None:
    begin(app.extensions["timeline.store"], sha256(b"local\0k-1").hexdigest())
    answer = post(client, "/v1/documents", TEXT)
    assert (answer.status_code, answer.content_type) == (409, "application/problem+json")
