"""Each format, opened by a library that is not ours."""

import csv
import datetime
import io
import json
import sys
from typing import Any

import feedparser
import geojson
import pyarrow.parquet
import pytest
from flask.testing import FlaskClient
from icalendar import Calendar
from lxml import html
from pyld import jsonld

from tests.formatted import DATED, ORDER, content
from timeline.formats.csv import COLUMNS


def calendar(text: bytes) -> dict[str, Any]:
    """Entries by the start of their summary."""
    return {str(entry["SUMMARY"]).partition(" (")[0]: entry for entry in Calendar.from_ical(text).walk("VEVENT")}


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
