"""Which format is asked for, how much is written, and that the command line writes the same."""

import csv
import io
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

import timeline.ask
from tests.chronicle import serving
from tests.formatted import ORDER, content
from timeline.cli import main
from timeline.formats import FORMATS
from timeline.store.database import Store
from timeline.usage import FORMATS as NAMES


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.name)
def test_accept_asks_as_a_suffix_does(client: FlaskClient, form: Any) -> None:
    for media in (form.media, *form.others):
        answer = client.get("/v1/events", headers={"Accept": f"{media}, text/html;q=0.5"})
        assert (answer.status_code, answer.mimetype) == (200, form.media)
        assert "Accept" in answer.headers["Vary"]


@pytest.mark.parametrize("name", FORMATS)
def test_filters_hold_in_every_format_and_the_client_keeps_what_it_has(client: FlaskClient, name: str) -> None:
    every, some = client.get(f"/v1/events.{name}"), client.get(f"/v1/events.{name}?place=Doha")
    assert 0 < len(some.data) < len(every.data)
    assert some.headers["ETag"] != every.headers["ETag"]
    again = client.get(f"/v1/events.{name}?place=Doha", headers={"If-None-Match": some.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_formats_have_validators_of_their_own(client: FlaskClient) -> None:
    tags = {client.get("/v1/events", headers={"Accept": form.media}).headers["ETag"] for form in FORMATS.values()}
    assert len(tags) == len(FORMATS)


def test_sub_resources_have_the_formats_too(client: FlaskClient) -> None:
    actor = client.get("/v1/actors?q=Qatar").json["actors"][0]["id"]
    answer = client.get(f"/v1/actors/{actor}/events", headers={"Accept": "text/csv"})
    assert [row["headline"] for row in csv.DictReader(io.StringIO(answer.text))] == ["Second meeting in Istanbul"]


def test_a_limit_makes_a_page_and_without_one_all_is_written(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = client.get("/v1/events.csv?limit=3")
    assert len(page.text.splitlines()) == 4
    rest = client.get(page.headers["Link"].partition(">")[0].lstrip("<"))
    assert rest.text.splitlines()[1:] == client.get("/v1/events.csv").text.splitlines()[4:7]
    monkeypatch.setattr(timeline.ask, "MOST", 2)
    assert len(client.get("/v1/events.csv").text.splitlines()) == 1 + len(ORDER)


def test_what_is_long_is_read_while_it_is_written(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []
    original = timeline.ask.answer
    monkeypatch.setattr(timeline.ask, "MOST", 2)
    monkeypatch.setattr(timeline.ask, "answer", lambda *args, **more: (asked.append(args), original(*args, **more))[1])
    answer = client.get("/v1/events.ndjson")
    parts = iter(answer.response)
    next(parts)
    assert len(asked) == 1
    assert len(list(parts)) == len(ORDER) - 1
    assert len(asked) == 4


def test_who_reads_slowly_holds_no_connection(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline.ask, "MOST", 2)
    with serving(store.url) as app:
        answer = app.test_client().get("/v1/events.csv")
        database, parts = app.extensions["timeline.store"].database, iter(answer.response)
        for _ in range(5):
            next(parts)
            assert database.is_closed() is store.is_postgresql
        answer.close()


@pytest.mark.parametrize("path", ["/v1/events.xml", "/v1/events.", "/v1/events.csv.gz", "/v1/events.CSV"])
def test_a_format_that_is_none_of_ours_is_not_there(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_bad_arguments_are_refused_before_anything_is_written(client: FlaskClient) -> None:
    for query in ("from=blah", "actr=x", "cursor=abc", "actor=%00"):
        answer = client.get(f"/v1/events.csv?{query}")
        assert (answer.status_code, answer.content_type) == (422, "application/problem+json")


def test_the_command_line_knows_them_all() -> None:
    assert tuple(FORMATS) == NAMES


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("json", "atom")])
def test_the_command_line_writes_the_same(
    app: Flask, client: FlaskClient, tmp_path: Any, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", app.extensions["timeline.settings"].database_url)
    target = tmp_path / f"events.{name}"
    assert main(["export", "--format", name, "--output", str(target), "--type", "consult"]) == 0
    served = content(client, name, "type=consult")
    if name in ("csv", "ndjson", "parquet"):
        assert target.read_bytes() == served
    else:  # these name pages of the server where there is one
        assert b"http://localhost" in served
        assert b"localhost" not in target.read_bytes()


def test_an_export_that_cannot_be_written_is_one_clear_line(
    app: Flask, tmp_path: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", app.extensions["timeline.settings"].database_url)
    assert main(["export", "--format", "csv", "--output", str(tmp_path / "no" / "file.csv")]) == 1
    assert capsys.readouterr().err.count("\n") == 1
