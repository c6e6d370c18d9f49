"""Batches posted, jobs asked for, and what is no batch."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.chronicle import serving
from tests.working import drain, ndjson, texts


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving(tmp_path / "timeline.db", is_filled=False, open_writes=True, max_batch=20_000) as served:
        yield served


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def post(client: FlaskClient, content: bytes, kind: str = "application/x-ndjson", **headers: str) -> TestResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post("/v1/documents/batch", data=content, content_type=kind, headers=named)


def test_a_batch_posted_is_a_job_that_workers_do(app: Flask, client: FlaskClient) -> None:
    answer = post(client, ndjson(*texts(2), {"id": "x"}))
    assert (answer.status_code, answer.json["state"], answer.json["total"]) == (202, "queued", 3)
    address = answer.headers["Location"]
    waiting = client.get(address)
    assert (waiting.json["progress"], waiting.headers["Retry-After"]) == (0, "1")
    drain(app.extensions["timeline.store"])
    done = client.get(address)
    assert (done.json["state"], done.json["done"], done.json["failed"]) == ("done", 2, 1)
    assert [error["line"] for error in done.json["errors"]] == [3]
    assert "Retry-After" not in done.headers
    assert client.get(f"{address}?after=3").json["errors"] == []
    assert len(client.get("/v1/documents").json["documents"]) == 2


def test_a_batch_may_be_zipped(client: FlaskClient) -> None:
    answer = post(client, gzip.compress(ndjson(*texts(2))), Content_Encoding="gzip")
    assert (answer.status_code, answer.json["total"]) == (202, 2)


BAD = [
    (b"", "application/x-ndjson", None, 422),
    (b"\n\n", "application/x-ndjson", None, 422),
    (ndjson(texts(1)[0]), "application/json", None, 415),
    (ndjson(texts(1)[0]), "text/csv", None, 415),
    (ndjson(texts(1)[0]), "application/x-ndjson", "br", 415),
    (b"no gzip", "application/x-ndjson", "gzip", 422),
    (gzip.compress(ndjson(*texts(9)), mtime=0)[:60], "application/x-ndjson", "gzip", 422),
    (b"x" * 20_001, "application/x-ndjson", None, 413),
    (gzip.compress(b"{}\n" * 7_000, mtime=0), "application/x-ndjson", "gzip", 413),
]


@pytest.mark.parametrize(("content", "kind", "coding", "status"), BAD, ids=range(len(BAD)))
def test_what_is_no_batch_is_refused_and_leaves_nothing(
    app: Flask, client: FlaskClient, content: bytes, kind: str, coding: str | None, status: int
) -> None:
    answer = post(client, content, kind, **({"Content_Encoding": coding} if coding else {}))
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json"), answer.text
    database = app.extensions["timeline.store"].database
    assert database.execute_sql("SELECT COUNT(*) FROM job").fetchone() == (0,)


@pytest.mark.parametrize(
    ("content", "coding"),
    [(b"x" * 20_001, None), (gzip.compress(b"{}\n" * 7_000, mtime=0), "gzip")],
    ids=["plain", "gzip"],
)
def test_a_batch_that_is_too_long_is_told_how_long_it_may_be(
    client: FlaskClient, content: bytes, coding: str | None
) -> None:
    answer = post(client, content, "application/x-ndjson", **({"Content_Encoding": coding} if coding else {}))
    assert answer.json["detail"] == "At most 20,000 bytes are read at once, and this is more."


def test_one_text_can_be_read_later(app: Flask, client: FlaskClient) -> None:
    text = {name: value for name, value in texts(1)[0].items() if name != "id"}
    answer = client.post("/v1/documents", json=text, headers={"Prefer": "wait=5, Respond-Async"})
    assert (answer.status_code, answer.headers["Preference-Applied"]) == (202, "respond-async")
    assert client.get("/v1/documents").json["documents"] == []
    drain(app.extensions["timeline.store"])
    job = client.get(answer.headers["Location"]).json
    assert (job["state"], client.get(f"/v1/documents/{job['document']}").status_code) == ("done", 200)


def test_a_text_that_cannot_be_read_is_refused_at_once(client: FlaskClient) -> None:
    answer = client.post("/v1/documents", json={"text": ""}, headers={"Prefer": "respond-async"})
    assert answer.status_code == 422


def test_what_is_no_job_is_not_there(client: FlaskClient) -> None:
    assert client.get("/v1/jobs/none").status_code == 404
    assert client.get("/v1/jobs/01J00000000000000000000000").status_code == 404
