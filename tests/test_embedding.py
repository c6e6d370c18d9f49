"""The framed page and oEmbed: what other sites need to show a timeline of ours."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.chronicle import serving

HOST = "http://localhost"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with serving(tmp_path_factory.mktemp("embedding") / "timeline.db") as served:
        yield served


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def test_the_framed_page_gives_its_filters_to_the_component(client: FlaskClient) -> None:
    html = client.get("/embed?actor=Pakistan&actor=Iran&actor_country=pk&role=target&lanes=actor&theme=dark&q=").text
    element = re.search(r"<event-timeline([^>]*)>", html)
    assert element
    given = dict(re.findall(r'([\w-]+)="([^"]*)"', unescape(element[1])))
    assert given == {
        "src": "/", "actor": "Pakistan|Iran", "actor-country": "pk", "actor-role": "target", "lanes": "actor", "theme": "dark",
    }  # fmt: skip


def test_without_javascript_it_is_a_list(client: FlaskClient) -> None:
    html = client.get("/embed?status=alleged").text
    inside = html[html.index("<noscript>") : html.index("</noscript>")]
    assert "by 11 October 2025" in inside
    assert "Pakistan bombs villages</a> (alleged by Taliban)" in inside
    assert "Raid on" not in html


def test_without_javascript_it_says_that_there_are_more(client: FlaskClient) -> None:
    assert "These are the first 2; all are in the chronology." in client.get("/embed?limit=2").text
    assert "These are the first" not in client.get("/embed").text


def test_a_bad_filter_is_told_in_the_frame(client: FlaskClient) -> None:
    answer = client.get("/embed?from=blah")
    assert answer.status_code == 422
    assert "is no date that can be read" in answer.text
    assert "<event-timeline" not in answer.text


def test_any_site_may_frame_it_and_nothing_but_ours_is_loaded(client: FlaskClient, tmp_path: Path) -> None:
    answer = client.get("/embed")
    policy = answer.headers["Content-Security-Policy"]
    assert policy.endswith("frame-ancestors *")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "Set-Cookie" not in answer.headers
    assert not re.search(r"<script>|<style|\sstyle=|\son\w+=|javascript:", answer.text)
    for address in re.findall(r'(?:src|href)="(/static/[^"]+)"', answer.text):
        with client.get(address) as loaded:
            assert loaded.status_code == 200
    assert client.get("/").headers["Content-Security-Policy"].endswith("frame-ancestors 'self'")
    with serving(tmp_path / "timeline.db", is_filled=False, embed_ancestors=("https://news.example",)) as app:
        narrowed = app.test_client().get("/embed").headers["Content-Security-Policy"]
    assert narrowed.endswith("frame-ancestors https://news.example")


def test_pages_of_other_origins_may_load_the_component(client: FlaskClient) -> None:
    for path in ("/static/event-timeline.js", "/v1/bands", "/oembed?url=http://localhost/"):
        with client.get(path, headers={"Origin": "https://news.example"}) as answer:
            assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    ("page", "framed"),
    [
        ("/", "/embed"),
        ("/embed", "/embed"),
        ("/?actor=Pakistan&from=2025-10&q=&limit=5", "/embed?actor=Pakistan&from=2025-10"),
        ("/embed?type=assault&type=consult&lanes=actor", "/embed?type=assault&type=consult&lanes=actor"),
        ("/events/01ARZ3NDEKTSV4RRFFQ69G5FAV", "/embed?event=01ARZ3NDEKTSV4RRFFQ69G5FAV"),
    ],
)
def test_a_link_of_ours_becomes_a_frame(client: FlaskClient, page: str, framed: str) -> None:
    told = client.get("/oembed", query_string={"url": HOST + page}).json
    assert (told["version"], told["type"]) == ("1.0", "rich")
    source = re.search(r'src="([^"]*)"', told["html"])
    assert source
    assert unescape(source[1]) == HOST + framed


def test_a_frame_is_no_larger_than_asked(client: FlaskClient) -> None:
    told = client.get(f"/oembed?url={HOST}/&maxwidth=400&maxheight=300&dnt=1&format=json").json
    assert (told["width"], told["height"]) == (400, 300)
    assert 'width="400" height="300"' in told["html"]


def test_it_is_told_as_xml_too(client: FlaskClient) -> None:
    answer = client.get("/oembed", query_string={"url": f"{HOST}/?actor=A%26B&q=%22quay", "format": "xml"})
    assert answer.mimetype == "text/xml"
    told = {member.tag: member.text for member in ElementTree.fromstring(answer.text)}
    assert told == {
        name: str(value)
        for name, value in client.get(f"/oembed?url={HOST}/%3Factor=A%2526B%26q=%2522quay").json.items()
    }
    assert "actor=A%26B" in str(told["html"])


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("url=https://elsewhere.example/", 404),
        (f"url={HOST}/docs", 404),
        ("url=ftp://localhost/", 404),
        ("url=http://[half", 404),
        (f"url={HOST}/&format=yaml", 501),
        ("", 422),
        (f"url={HOST}/%3Ffrom=blah", 422),
        (f"url={HOST}/&maxwidth=wide", 422),
    ],
)  # fmt: skip
def test_what_cannot_be_embedded_is_refused(client: FlaskClient, query: str, status: int) -> None:
    assert client.get(f"/oembed?{query}").status_code == status


def test_pages_tell_where_their_embedding_is(client: FlaskClient) -> None:
    event = client.get("/v1/events").json["events"][0]["id"]
    for path in ("/?actor=Pakistan", "/embed?actor=Pakistan", f"/events/{event}"):
        html = client.get(path).text
        for kind in ("application/json+oembed", "text/xml+oembed"):
            found = re.search(rf'<link rel="alternate" type="{re.escape(kind)}" href="([^"]+)"', html)
            assert found
            answer = client.get(unescape(found[1]).removeprefix(HOST))
            assert answer.status_code == 200
            assert "/embed?" in answer.text


def test_a_file_is_sent_compressed_and_once(client: FlaskClient) -> None:
    path = "/static/event-timeline.js"
    first = client.get(path, headers={"Accept-Encoding": "gzip"})
    assert len(first.data) < 60_000 < len(client.get(path).data)
    for coding in ("gzip", "identity"):
        again = client.get(path, headers={"Accept-Encoding": coding, "If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b"")
