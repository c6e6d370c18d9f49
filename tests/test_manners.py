"""HTTP manners: limits, compression, other origins, validators, figures, a copy that is only read."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families

from tests.chronicle import fill, made, serving
from tests.making import document, statement
from tests.serving import gunicorn
from timeline import ingest
from timeline.api.limits import client_of
from timeline.errors import SettingError
from timeline.serving import figures
from timeline.store.database import open_store


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with serving(tmp_path_factory.mktemp("manners") / "timeline.db") as served:
        yield served


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


# --- how often


def test_what_is_left_is_told_and_too_much_is_refused(tmp_path: Path) -> None:
    with serving(tmp_path / "timeline.db", is_filled=False, rate_limit="3/minute") as app:
        client = app.test_client()
        answers = [client.get("/v1/events") for _ in range(4)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
        assert {answer.headers["RateLimit-Policy"] for answer in answers} == {'"default";q=3;w=60'}
        left = [re.fullmatch(r'"default";r=(\d+);t=(\d+)', answer.headers["RateLimit"]) for answer in answers]
        assert [int(each[1]) for each in left if each] == [2, 1, 0, 0]
        assert answers[3].content_type == "application/problem+json"
        assert 1 <= int(answers[3].headers["Retry-After"]) <= 60
        assert client.get("/healthz").status_code == 200
        other = client.get("/v1/events", environ_base={"REMOTE_ADDR": "192.0.2.7"})
        assert other.status_code == 200


def test_what_the_client_has_counts_and_is_told_too(tmp_path: Path) -> None:
    with serving(tmp_path / "timeline.db", is_filled=False, rate_limit="5/hour") as app:
        client = app.test_client()
        tag = client.get("/v1/events").headers["ETag"]
        again = client.get("/v1/events", headers={"If-None-Match": tag})
        assert (again.status_code, again.headers["RateLimit"][:13]) == (304, '"default";r=3')


def test_limits_can_be_off(tmp_path: Path) -> None:
    with serving(tmp_path / "timeline.db", is_filled=False, rate_limit="none") as app:
        assert "RateLimit" not in app.test_client().get("/v1/events").headers


@pytest.mark.parametrize(("name", "value"), [("rate_limit", "often"), ("redis_url", "nowhere://x")])
def test_a_limit_that_cannot_be_is_refused_at_the_start(tmp_path: Path, name: str, value: str) -> None:
    refused = pytest.raises(SettingError, match=f"TIMELINE_{name.upper()}: ")
    with refused, serving(tmp_path / "timeline.db", **{name: value}):
        pass


def test_a_store_of_counts_that_fails_lets_requests_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> bool:
        raise ConnectionError("no route")

    with serving(tmp_path / "timeline.db", is_filled=False) as app:
        monkeypatch.setattr("limits.strategies.FixedWindowRateLimiter.hit", broken)
        assert app.test_client().get("/v1/events").status_code == 200


def test_a_network_of_ipv6_is_one_client() -> None:
    assert client_of("2001:db8:1:2:3::4") == client_of("2001:db8:1:2::9") != client_of("2001:db8:1:3::4")
    assert client_of("192.0.2.7") != client_of("192.0.2.8")


def test_proxies_are_believed_only_where_they_stand(tmp_path: Path) -> None:
    forwarded = {"X-Forwarded-For": "192.0.2.1", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "news.example"}
    for proxies, home in ((0, "http://localhost/"), (1, "https://news.example/")):
        with serving(tmp_path / f"{proxies}.db", proxies=proxies) as app:
            rows = app.test_client().get("/grafana/events", headers=forwarded).json
            assert rows[0]["page"].startswith(home)


# --- compression


@pytest.mark.parametrize("path", ["/v1/events", "/v1/events.csv", "/v1/events.geojson", "/openapi.json", "/"])
@pytest.mark.parametrize(("coding", "unpack"), [("gzip", gzip.decompress), ("br", brotli.decompress)])
def test_answers_are_compressed_for_those_who_take_it(client: FlaskClient, path: str, coding: str, unpack: Any) -> None:
    plain, packed = client.get(path), client.get(path, headers={"Accept-Encoding": coding})
    assert packed.headers["Content-Encoding"] == coding
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert unpack(packed.data) == plain.data
    assert len(packed.data) < len(plain.data)


def test_a_compressed_answer_is_not_sent_again(client: FlaskClient) -> None:
    coding = {"Accept-Encoding": "br"}
    first = client.get("/v1/events", headers=coding)
    assert first.headers["ETag"].endswith(':br"')
    for known in (first.headers["ETag"], "W/" + first.headers["ETag"], "*", f'"other", {first.headers["ETag"]}'):
        again = client.get("/v1/events", headers={**coding, "If-None-Match": known})
        assert (again.status_code, again.data) == (304, b"")


def test_a_stream_is_not_compressed(client: FlaskClient) -> None:
    answer = client.get("/v1/stream", headers={"Accept-Encoding": "gzip, br"})
    assert "Content-Encoding" not in answer.headers
    answer.close()


# --- methods and origins


def paths(app: Flask) -> list[str]:
    described = app.extensions["timeline.openapi"]()["paths"]
    return [path for path in described if "{" not in path]


def test_wrong_methods_are_told_the_right_ones(app: Flask, client: FlaskClient) -> None:
    for path in paths(app):
        answer = client.open(path, method="TRACE")
        assert answer.status_code == 405, path
        assert answer.content_type == "application/problem+json"
        assert set(answer.headers["Allow"].split(", ")) == set(client.options(path).headers["Allow"].split(", "))


def test_a_file_tells_its_methods(client: FlaskClient) -> None:
    answer = client.options("/static/timeline.css")
    assert (answer.status_code, set(answer.headers["Allow"].split(", "))) == (200, {"GET", "HEAD", "OPTIONS"})


def test_every_read_has_a_head(app: Flask, client: FlaskClient) -> None:
    for path in paths(app):
        if "GET" in client.options(path).headers["Allow"]:
            got, head = client.get(path), client.head(path)
            assert (head.status_code, head.data) == (got.status_code, b""), path
            assert head.headers["Content-Type"] == got.headers["Content-Type"]
            got.close()
            head.close()


def test_every_list_can_be_kept_by_clients(app: Flask, client: FlaskClient) -> None:
    for path, call in app.extensions["timeline.openapi"]()["paths"].items():
        if "304" in call.get("get", {}).get("responses", {}) and "{" not in path:
            first = client.get(path)
            assert "no-cache" in first.headers["Cache-Control"]
            again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
            assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", first.headers["ETag"]), path


def preflight(client: FlaskClient, method: str, path: str = "/v1/documents") -> Any:
    asked = {"Origin": "https://a.example", "Access-Control-Request-Method": method}
    return client.options(path, headers={**asked, "Access-Control-Request-Headers": "authorization,content-type"})


def test_pages_of_other_origins_may_write_with_a_key(client: FlaskClient) -> None:
    answer = preflight(client, "POST")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in answer.headers["Access-Control-Allow-Methods"].split(", ")
    allowed = {name.lower() for name in answer.headers["Access-Control-Allow-Headers"].split(", ")}
    assert allowed >= {"authorization", "content-type", "idempotency-key", "if-match", "prefer", "last-event-id"}
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert "DELETE" in preflight(client, "DELETE", "/v1/documents/x").headers["Access-Control-Allow-Methods"]


def test_where_the_machine_writes_without_a_key_its_pages_may_not(tmp_path: Path) -> None:
    with serving(tmp_path / "timeline.db", is_filled=False, open_writes=True) as app:
        answer = preflight(app.test_client(), "POST")
    assert set(answer.headers["Access-Control-Allow-Methods"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
    assert "content-type" not in answer.headers["Access-Control-Allow-Headers"].lower()


# --- figures


def samples(text: str) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def labels(**given: str) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(given.items()))


def test_requests_are_counted_by_route(client: FlaskClient) -> None:
    name = ("timeline_requests_total", labels(method="GET", route="/v1/events/<event_id>", status="404"))
    before = samples(client.get("/metrics").text).get(name, 0)
    for identity in ("a", "b"):
        client.get(f"/v1/events/{identity}")
    answer = client.get("/metrics")
    found = samples(answer.text)
    assert answer.content_type.startswith("text/plain; version=0.0.4")
    assert found[name] == before + 2
    assert found[("timeline_request_seconds_count", labels(route="/v1/events/<event_id>"))] >= 2
    assert found[("timeline_data_version", ())] > 0


def test_addresses_without_a_rule_are_one_route(client: FlaskClient) -> None:
    for number in range(3):
        client.get(f"/nothing/{number}")
    routes = {dict(names).get("route") for _, names in samples(client.get("/metrics").text)}
    assert "none" in routes
    assert not any("nothing" in route for route in routes if route)


def test_several_processes_tell_their_figures_together(tmp_path: Path) -> None:
    url = made(tmp_path / "timeline.db", fill)
    folder = tmp_path / "figures"
    folder.mkdir()
    with gunicorn(url, tmp_path / "log", PROMETHEUS_MULTIPROC_DIR=str(folder)) as address:
        for _ in range(20):
            with urlopen(Request(f"{address}/v1/types", headers={"Connection": "close"}), timeout=30):
                pass
        with urlopen(f"{address}/metrics", timeout=30) as answer:
            found = samples(answer.read().decode())
    name = ("timeline_requests_total", labels(method="GET", route="/v1/types", status="200"))
    assert found[name] == 20


def test_a_server_begins_with_no_figures_of_another() -> None:
    folder = Path(figures(1))
    (folder / "old.db").write_text("old")
    assert list(Path(figures(1)).iterdir()) == []
    folder.rmdir()


# --- a copy


def test_what_only_reads_asks_the_copy(tmp_path: Path) -> None:
    copy = made(tmp_path / "copy.db")
    with serving(tmp_path / "timeline.db", database_url_read=copy) as app:
        client = app.test_client()
        assert client.get("/v1/events").json["events"] == []
        with open_store(copy) as store:
            told = statement(date="2024-01-01")
            ingest.record(store, document(told.sentence, url="http://a"), [told])
        assert len(client.get("/v1/events").json["events"]) == 1
        app.extensions["timeline.replica"].close()


def test_the_description_stays_true(client: FlaskClient) -> None:
    assert json.loads(client.get("/openapi.json").data)["paths"]["/metrics"]["get"]["operationId"] == "getMetrics"
