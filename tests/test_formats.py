"""Each format, opened by a library that is not ours; and what others wrote does no harm in any."""

import csv
import datetime
import io
import json
import sys
from collections.abc import Iterator
from typing import Any

import feedparser
import geojson
import pyarrow.parquet
import pytest
from flask import Flask
from flask.testing import FlaskClient
from icalendar import Calendar
from lxml import html
from pyld import jsonld

import timeline.ask
from tests.chronicle import serving
from tests.making import document, statement
from timeline import ingest
from timeline.cli import main
from timeline.formats import FORMATS, About
from timeline.formats.csv import COLUMNS
from timeline.store.database import Store
from timeline.usage import FORMATS as NAMES

ORDER = [
    "Raid on a frontier post", "Envoys meet in Doha", "Second meeting in Istanbul", "Pakistan bombs villages",
    "Visit to Kabul", "Dock workers walk out", "Bridge falls", "Elders quarrel",
]  # fmt: skip
DATED = ORDER[:6]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with serving(tmp_path_factory.mktemp("formats") / "timeline.db") as served:
        yield served


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def content(client: FlaskClient, suffix: str, query: str = "") -> bytes:
    answer = client.get(f"/v1/events.{suffix}?{query}")
    assert answer.status_code == 200, answer.text
    assert answer.mimetype == FORMATS[suffix].media
    return answer.data


def calendar(text: bytes) -> dict[str, Any]:
    """Entries by the start of their summary."""
    return {str(entry["SUMMARY"]).partition(" (")[0]: entry for entry in Calendar.from_ical(text).walk("VEVENT")}


# --- opened by others


def test_csv_is_read_by_python(client: FlaskClient) -> None:
    rows = list(csv.DictReader(io.StringIO(content(client, "csv").decode(), newline="")))
    assert [row["headline"] for row in rows] == ORDER
    assert (rows[1]["actors"], rows[1]["likely"]) == ("Pakistan (participant); Taliban (participant)", "2025-10-19")
    assert content(client, "csv").startswith(b"id,headline,type,")


def test_ndjson_has_an_event_a_line_as_the_list_has_it(client: FlaskClient) -> None:
    lines = [json.loads(line) for line in content(client, "ndjson").splitlines()]
    assert lines == client.get("/v1/events").json["events"]


def test_json_is_the_list_itself(client: FlaskClient) -> None:
    assert json.loads(content(client, "json", "type=consult")) == client.get("/v1/events?type=consult").json


def test_a_calendar_has_whole_days_of_what_is_dated(client: FlaskClient) -> None:
    entries = calendar(content(client, "ics"))
    assert len(entries) == len(DATED)
    raid, doha = entries["Raid on a frontier post"], entries["Envoys meet in Doha"]
    assert (raid.decoded("DTSTART"), raid.decoded("DTEND")) == (
        datetime.date(2025, 10, 11),
        datetime.date(2025, 10, 12),
    )
    assert (doha.decoded("DTSTART"), doha.decoded("DTEND")) == (
        datetime.date(2025, 10, 11),
        datetime.date(2025, 10, 30),
    )
    assert (raid["STATUS"], doha["STATUS"], raid["TRANSP"]) == ("CONFIRMED", "TENTATIVE", "TRANSPARENT")
    assert (doha["LOCATION"], doha["X-EDTF"]) == ("Doha, QA", "[2025-10-11..2025-10-29]")
    assert doha.decoded("GEO") == (25.28, 51.52)


def test_in_a_calendar_what_is_open_stands_on_its_known_day_and_says_so(client: FlaskClient) -> None:
    summaries = {str(entry["SUMMARY"]): entry for entry in Calendar.from_ical(content(client, "ics")).walk("VEVENT")}
    visit = summaries["planned: Visit to Kabul (29 October 2025 or later)"]
    bombs = summaries["alleged: Pakistan bombs villages (by 11 October 2025)"]
    assert (visit.decoded("DTSTART"), visit.decoded("DTEND")) == (
        datetime.date(2025, 10, 29),
        datetime.date(2025, 10, 30),
    )
    assert bombs.decoded("DTSTART") == datetime.date(2025, 10, 11)
    assert (visit["STATUS"], bombs["STATUS"]) == ("TENTATIVE", "TENTATIVE")


def test_a_feed_is_read_by_feed_readers(client: FlaskClient) -> None:
    feed = feedparser.parse(content(client, "atom"))
    assert (feed.bozo, feed.version) == (False, "atom10")
    assert len(feed.entries) == len(ORDER)
    assert [entry.updated for entry in feed.entries] == sorted((entry.updated for entry in feed.entries), reverse=True)
    assert len({entry.id for entry in feed.entries}) == len(ORDER)
    raid = next(entry for entry in feed.entries if entry.title == "11 October 2025: Raid on a frontier post")
    assert raid.link.startswith("http://localhost/events/")
    assert "https://frontier.example/2025/10/29/guns" in raid.content[0].value


def test_a_feed_goes_on_over_pages(client: FlaskClient) -> None:
    address, seen = "/v1/events.atom?limit=3", []
    while address:
        answer = client.get(address)
        feed = feedparser.parse(answer.data)
        seen += [entry.id for entry in feed.entries]
        following = [link.href for link in feed.feed.links if link.rel == "next"]
        assert bool(following) == ("Link" in answer.headers)
        address = following[0] if following else ""
    assert len(seen) == len(set(seen)) == len(ORDER)


def test_geojson_is_valid_and_has_places(client: FlaskClient) -> None:
    collection = geojson.loads(content(client, "geojson"))
    assert collection.is_valid
    assert [feature.properties["headline"] for feature in collection.features] == ORDER
    doha = collection.features[1]
    assert doha.geometry.coordinates == [51.52, 25.28]
    assert collection.features[0].geometry is None


def test_json_ld_says_the_same_in_the_words_of_schema_org(client: FlaskClient) -> None:
    def loader(url: str, options: Any) -> dict[str, Any]:
        vocabulary = {"@context": {"@vocab": "http://schema.org/", "url": {"@type": "@id"}}}
        return {"contextUrl": None, "documentUrl": url, "document": vocabulary, "contentType": "application/ld+json"}

    nodes = jsonld.expand(json.loads(content(client, "jsonld")), {"documentLoader": loader})
    assert [node["http://schema.org/name"][0]["@value"] for node in nodes] == ORDER
    assert {node["@type"][0] for node in nodes} == {"http://schema.org/Event"}
    edtf = nodes[1]["http://schema.org/temporal"][0]
    assert edtf == {"@type": "http://id.loc.gov/datatypes/edtf/EDTF", "@value": "[2025-10-11..2025-10-29]"}
    roles = nodes[1]["http://schema.org/about"]
    assert roles[0]["http://schema.org/roleName"][0]["@value"] == "participant"
    assert roles[0]["http://schema.org/about"][0]["@type"] == ["http://schema.org/Country"]


def test_slides_are_those_of_what_is_dated(client: FlaskClient) -> None:
    slides = json.loads(content(client, "timelinejs.json"))
    assert [slide["text"]["headline"] for slide in slides["events"]] == DATED
    assert slides["events"][1]["start_date"] == {"year": 2025, "month": 10, "day": 11}
    assert slides["events"][1]["end_date"] == {"year": 2025, "month": 10, "day": 29}
    assert "end_date" not in slides["events"][0]
    links = html.fragment_fromstring(slides["events"][0]["text"]["text"], create_parent=True).xpath("//a/@href")
    assert links[0] == "https://frontier.example/2025/10/29/guns"


def test_parquet_is_read_by_arrow(client: FlaskClient) -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(content(client, "parquet")))
    assert table.column_names == list(COLUMNS)
    rows = table.to_pylist()
    assert [row["headline"] for row in rows] == ORDER
    assert [actor["role"] for actor in rows[1]["actors"]] == ["participant", "participant"]
    assert (rows[1]["latitude"], rows[3]["claimed_by"], rows[7]["earliest"]) == (25.28, ["Taliban"], None)


def test_without_pyarrow_parquet_is_refused_clearly(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    answer = client.get("/v1/events.parquet")
    assert (answer.status_code, answer.content_type) == (406, "application/problem+json")
    assert "pip install" in answer.get_json(force=True)["detail"]


# --- which one, and how much


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


# --- what others wrote


EVIL = '=HYPERLINK("http://bad.example","x")\r\n<script>alert(1)</script>\x0bEND:VCALENDAR ]]> \x85 &amp;'


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with serving(tmp_path_factory.mktemp("evil") / "timeline.db", is_filled=False) as served:
        told = [
            statement("attack", text=EVIL + " attack", headline=EVIL, date="-0043-03-15", claimed=("@SUM(1)",)),
            statement("talk", "consult", text=EVIL + " talk", headline="-1+1", date="2025-10-18T14:30:00+05:00"),
            statement("quake", "disaster", text="+1 quake", headline="A quake", date="Y12025", at="Sund"),
        ]
        for number, one in enumerate(told):
            text = document(one.sentence, url=f"javascript:alert({number})", outlet="=1+1")
            ingest.record(served.extensions["timeline.store"], text, [one])
        yield served.test_client()


def test_no_cell_is_a_formula_and_dates_stay_dates(evil: FlaskClient) -> None:
    rows = list(csv.DictReader(io.StringIO(content(evil, "csv").decode(), newline="")))
    assert rows[0]["earliest"] == rows[0]["edtf"] == "-0043-03-15"
    assert [row["headline"][:2] for row in rows] == ["'=", "'-", "A "]
    assert (rows[0]["source"], rows[0]["claimed_by"]) == ("'=1+1", "'@SUM(1)")
    assert rows[0]["headline"] == "'" + EVIL


def test_nothing_is_markup_in_slides(evil: FlaskClient) -> None:
    for slide in json.loads(content(evil, "timelinejs.json"))["events"]:
        for text in (*slide["text"].values(), slide["display_date"]):
            tree = html.fragment_fromstring(text, create_parent=True)
            assert tree.xpath("//script") == []
            assert [link for link in tree.xpath("//@href") if not link.startswith("http://localhost/")] == []
    assert json.loads(content(evil, "timelinejs.json"))["events"][0]["start_date"]["year"] == -43


def test_a_calendar_stays_whole_and_has_clocks(evil: FlaskClient) -> None:
    parsed = Calendar.from_ical(content(evil, "ics"))
    talk = parsed.walk("VEVENT")[0]
    assert len(parsed.walk("VEVENT")) == 1  # years before 1 and after 9999 have no place in a calendar
    assert talk.decoded("DTSTART") == datetime.datetime(2025, 10, 18, 9, 30, tzinfo=datetime.UTC)
    assert "URL" in talk
    assert str(talk["URL"]).startswith("http://localhost/")


def test_a_feed_is_well_formed_and_quotes_no_markup(evil: FlaskClient) -> None:
    feed = feedparser.parse(content(evil, "atom"), sanitize_html=False)
    assert not feed.bozo
    for entry in feed.entries:
        assert html.fragment_fromstring(entry.content[0].value, create_parent=True).xpath("//script|//a") == []


@pytest.mark.parametrize("name", FORMATS)
def test_everything_is_written_of_nothing(evil: FlaskClient, name: str) -> None:
    assert evil.get(f"/v1/events.{name}?place=nowhere").status_code == 200
    assert b"".join(FORMATS[name].write(iter(()), About())) or name == "ndjson"
