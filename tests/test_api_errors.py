"""Every error is a problem (RFC 9457) that names what is wrong."""

import base64
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.chronicle import serving
from timeline.errors import StoreError


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with serving(tmp_path_factory.mktemp("errors") / "timeline.db", open_writes=True, max_body=20_000) as served:
        yield served


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def check_problem(answer: Any, status: int) -> dict[str, Any]:
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json"), answer.text
    problem = json.loads(answer.data)
    assert problem["status"] == status
    assert problem["type"]
    assert problem["title"]
    return problem


BAD_QUERIES = [
    ("actr=Pakistan", ["actr"]),
    ("format=xml", ["format"]),
    ("from=blah", ["from"]),
    ("date=2025-13", ["date"]),
    ("to=", ["to"]),
    ("from=2025-10-12&to=2025-10-11", ["to"]),
    ("match=exactly&sort=when", ["match", "sort"]),
    ("match=within&match=overlaps", ["match"]),
    ("type=assault&type=party", ["type"]),
    ("country=Qatar", ["country"]),
    ("limit=0", ["limit"]),
    ("limit=501", ["limit"]),
    ("limit=many", ["limit"]),
    ("min_salience=2", ["min_salience"]),
    ("min_reports=99999999999999999999999", ["min_reports"]),
    ("cursor=abc", ["cursor"]),
    ("count=perhaps", ["count"]),
    ("actor=%00", ["actor"]),
    ("q=-", ["q"]),
    ("q=%22", ["q"]),
    ("event=nope", ["event"]),
]


@pytest.mark.parametrize(("query", "names"), BAD_QUERIES, ids=[query for query, _ in BAD_QUERIES])
def test_a_bad_argument_is_refused_by_name(client: FlaskClient, query: str, names: list[str]) -> None:
    problem = check_problem(client.get(f"/v1/events?{query}"), 422)
    assert sorted(error["parameter"] for error in problem["errors"]) == names
    assert all(error["detail"] for error in problem["errors"])
    assert all(name in problem["detail"] for name in names)


@pytest.mark.parametrize("path", ["/v1/actors", "/v1/documents"])
def test_other_lists_refuse_unknown_arguments_too(client: FlaskClient, path: str) -> None:
    problem = check_problem(client.get(f"{path}?from=2025"), 422)
    assert problem["errors"][0]["parameter"] == "from"


@pytest.mark.parametrize(
    "path", ["/v1/nothing", "/nothing", "/v1/events/none", "/v1/actors/none", "/v1/documents/none"]
)
def test_what_is_not_there_is_a_problem(client: FlaskClient, path: str) -> None:
    check_problem(client.get(path), 404)


def test_events_of_nobody_are_not_there(client: FlaskClient) -> None:
    check_problem(client.get("/v1/actors/none/events"), 404)
    check_problem(client.get("/v1/documents/none/events"), 404)


def test_a_method_that_is_not_allowed_is_told_which_are(client: FlaskClient) -> None:
    answer = client.put("/v1/events")
    check_problem(answer, 405)
    assert sorted(answer.headers["Allow"].split(", ")) == ["GET", "HEAD", "OPTIONS"]


def test_only_json_is_given(client: FlaskClient) -> None:
    check_problem(client.get("/v1/events", headers={"Accept": "application/pdf"}), 406)
    browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    assert client.get("/v1/events", headers={"Accept": browser}).status_code == 200


BAD_BODIES = [
    ({}, "#/text"),
    ({"text": "  \n"}, "#/text"),
    ({"text": "A vote was held.", "html": "<p>A vote was held.</p>"}, "#/text"),
    ({"text": 5}, "#/text"),
    ({"text": "A vote was held.", "published": "someday"}, "#/published"),
    ({"text": "A vote was held.", "published": 20251029}, "#/published"),
    ({"text": "A vote was held.", "url": "not an address"}, "#/url"),
    ({"text": "A vote was held.", "author/editor": "me"}, "#/author~1editor"),
    ({"html": "<html><body></body></html>"}, "#/html"),
    (["text"], "#"),
    ("text", "#"),
]


@pytest.mark.parametrize(
    ("body", "pointer"), BAD_BODIES, ids=[pointer + str(n) for n, (_, pointer) in enumerate(BAD_BODIES)]
)
def test_a_bad_body_is_refused_with_a_pointer(client: FlaskClient, body: Any, pointer: str) -> None:
    problem = check_problem(client.post("/v1/documents", json=body), 422)
    assert pointer in [error["pointer"] for error in problem["errors"]]


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b"[" * 20_000], ids=["open", "no UTF-8", "too deep"])
def test_what_is_not_json_is_refused(client: FlaskClient, content: bytes) -> None:
    check_problem(client.post("/v1/documents", data=content, content_type="application/json"), 400)


def test_another_media_type_is_refused(client: FlaskClient) -> None:
    check_problem(client.post("/v1/documents", data="A vote was held.", content_type="text/plain"), 415)


def test_a_body_that_is_too_large_is_refused(client: FlaskClient) -> None:
    check_problem(client.post("/v1/documents", json={"text": "vote " * 10_000}), 413)


def test_what_is_too_large_is_told_how_much_may_be(client: FlaskClient) -> None:
    most = client.application.config["MAX_CONTENT_LENGTH"]
    answer = client.post("/v1/documents", json={"text": "vote " * 10_000})
    assert answer.json is not None
    assert f"At most {most:,} bytes" in answer.json["detail"]


def test_after_an_error_nothing_is_kept(client: FlaskClient) -> None:
    before = client.get("/v1/documents").json
    client.post("/v1/documents", json={"text": "A vote was held on 3 May 2024.", "published": "someday"})
    assert client.get("/v1/documents").json == before


def raising(app: Flask, error: Exception) -> Any:
    """The answer of an application whose view raises an error."""

    def fail() -> None:
        raise error

    app.add_url_rule("/fail", view_func=fail)
    return app.test_client().get("/fail")


def test_an_unforeseen_error_tells_nothing(tmp_path: Any, caplog: pytest.LogCaptureFixture) -> None:
    with serving(tmp_path / "timeline.db", is_filled=False) as app, caplog.at_level(logging.ERROR):
        problem = check_problem(raising(app, RuntimeError("password=hunter2")), 500)
    assert "hunter2" not in json.dumps(problem)
    assert "hunter2" in caplog.text


def test_a_database_that_fails_is_a_503_that_tells_nothing(tmp_path: Any, caplog: pytest.LogCaptureFixture) -> None:
    with serving(tmp_path / "timeline.db", is_filled=False) as app, caplog.at_level(logging.ERROR):
        problem = check_problem(raising(app, StoreError("no route to db.internal")), 503)
    assert "db.internal" not in json.dumps(problem)
    assert "db.internal" in caplog.text


def test_a_lost_table_is_not_ready(tmp_path: Any, caplog: pytest.LogCaptureFixture) -> None:
    with serving(tmp_path / "timeline.db", is_filled=False) as app, caplog.at_level(logging.ERROR):
        database = app.extensions["timeline.store"].database
        database.execute_sql("ALTER TABLE state RENAME TO elsewhere")
        check_problem(app.test_client().get("/readyz"), 503)


def forged(content: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")


def test_a_forged_cursor_is_refused(client: FlaskClient) -> None:
    following = client.get("/v1/events?limit=1").json["next"].partition("cursor=")[2]
    content = json.loads(base64.urlsafe_b64decode(following + "=" * (-len(following) % 4)))
    for name in content:
        for value in (None, [], {}, "x", 5, [None], {"x": 1}):
            if value == content[name]:
                continue
            answer = client.get("/v1/events", query_string={"cursor": forged({**content, name: value})})
            if name == "limit" and value == 5:
                assert answer.status_code == 200
            else:
                check_problem(answer, 422)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(["q", "actor", "date", "from", "to", "place", "cursor", "source", "limit"]),
    text=st.text(max_size=60),
)
def test_no_value_whatever_breaks_the_server(client: FlaskClient, name: str, text: str) -> None:
    answer = client.get("/v1/events", query_string={name: text.encode("utf-8", "surrogatepass")})
    assert answer.status_code in (200, 422), answer.text
