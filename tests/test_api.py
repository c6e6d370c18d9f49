"""The API, read: filters, pages, validators, headers."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.chronicle import serving
from timeline.store.database import Store


@pytest.fixture(scope="module")
def app(shared_store: Store) -> Iterator[Flask]:
    with serving(shared_store.url) as served:
        yield served


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def headlines(client: FlaskClient, query: str, path: str = "/v1/events") -> list[str]:
    answer = client.get(f"{path}?{query}")
    assert answer.status_code == 200, answer.text
    return [event["headline"] for event in answer.json["events"]]


ALL = [
    "Raid on a frontier post",
    "Envoys meet in Doha",
    "Second meeting in Istanbul",
    "Pakistan bombs villages",
    "Visit to Kabul",
    "Dock workers walk out",
    "Bridge falls",
    "Elders quarrel",
]


def test_without_filters_all_events_are_listed_and_those_without_bounds_come_last(client: FlaskClient) -> None:
    assert headlines(client, "") == ALL


FOUND = [
    (
        "actor=Pakistan&from=2025-10-11&to=2025-10-11",
        {"Raid on a frontier post", "Envoys meet in Doha", "Pakistan bombs villages"},
    ),
    ("actor=pakistan&role=target", {"Raid on a frontier post"}),
    ("match=within&from=2025-10-11&to=2025-10-29&type=consult", {"Envoys meet in Doha", "Second meeting in Istanbul"}),
    ("match=within&from=2025-10-12&to=2025-10-29", set()),
    ("actor=Qatar&role=mediator", {"Second meeting in Istanbul"}),
    ("actor=T%C3%BCrkiye", {"Second meeting in Istanbul"}),
    ("actor=Turkey&actor=Taliban", {"Second meeting in Istanbul", "Envoys meet in Doha"}),
    ("actors_all=Turkey&actors_all=Qatar", {"Second meeting in Istanbul"}),
    ("actors_all=Turkey&actors_all=Taliban", set()),
    ("actor_country=af", {"Envoys meet in Doha"}),
    ("status=alleged", {"Pakistan bombs villages"}),
    ("status=alleged&status=planned", {"Pakistan bombs villages", "Visit to Kabul"}),
    ("claimed_by=taliban", {"Pakistan bombs villages"}),
    ("mode=aerial", {"Pakistan bombs villages"}),
    ("place=Doha", {"Envoys meet in Doha"}),
    ("country=TR", {"Second meeting in Istanbul"}),
    ("basis=stated", {"Dock workers walk out", "Bridge falls"}),
    ("precision=bounds&basis=published", {"Visit to Kabul"}),
    ("source=harbour%20times", {"Dock workers walk out"}),
    ("q=truce", {"Envoys meet in Doha"}),
    ("min_salience=0.8", {"Raid on a frontier post"}),
    ("min_reports=2", set()),
    ("date=XXXX-10-11", {"Bridge falls"}),
    ("from=3%20November%202025", {"Dock workers walk out"}),  # the visit's one known end, 29 October, lies outside
    ("to=1999", set()),
    ("to=1999&match=possible", {"Pakistan bombs villages", "Elders quarrel"}),
]


@pytest.mark.parametrize(("query", "expected"), FOUND, ids=[query for query, _ in FOUND])
def test_a_filter_finds_what_it_means(client: FlaskClient, query: str, expected: set[str]) -> None:
    assert set(headlines(client, query)) == expected


def test_filters_are_echoed_as_understood(client: FlaskClient) -> None:
    answer = client.get("/v1/events?date=October+2025&actor=Pakistan&country=qa&limit=5").json
    assert answer["filters"] == {"from": "2025-10-01", "to": "2025-10-31", "actor": ["Pakistan"], "country": ["QA"]}


def test_relative_dates_count_from_today(client: FlaskClient) -> None:
    yesterday = datetime.datetime.now(datetime.UTC).date() - datetime.timedelta(days=1)
    assert client.get("/v1/events?from=yesterday").json["filters"] == {"from": yesterday.isoformat()}


def test_all_that_match_are_counted_on_request_only(client: FlaskClient) -> None:
    assert client.get("/v1/events?limit=2&count=exact").json["total"] == len(ALL)
    assert client.get("/v1/events?limit=2").json["total"] is None


@pytest.mark.parametrize("sort", ["date", "-date", "updated", "-updated", "salience", "-salience"])
def test_pages_are_complete_and_without_repeats(client: FlaskClient, sort: str) -> None:
    address, seen = f"/v1/events?limit=3&sort={sort}", []
    while address:
        answer = client.get(address)
        seen += [event["headline"] for event in answer.json["events"]]
        address = answer.json["next"]
        assert answer.headers.get("Link") == (f'<{address}>; rel="next"' if address else None)
    assert sorted(seen) == sorted(ALL)


def test_a_cursor_brings_its_filters(client: FlaskClient) -> None:
    first = client.get("/v1/events?type=consult&limit=1").json
    second = client.get(first["next"]).json
    assert second["filters"] == {"type": ["consult"]}
    assert [event["type"] for event in second["events"]] == ["consult"]


def test_a_cursor_goes_with_its_own_filters_and_order_only(client: FlaskClient) -> None:
    following = client.get("/v1/events?type=consult&limit=1").json["next"]
    assert client.get(following + "&type=consult&limit=2&sort=date").status_code == 200
    for other in ("&type=assault", "&sort=-date"):
        answer = client.get(following + other)
        assert (answer.status_code, answer.json["errors"][0]["parameter"]) == (422, "cursor")


def test_one_event_has_its_evidence_links_and_history(client: FlaskClient) -> None:
    listed = client.get("/v1/events?place=Doha").json["events"][0]
    event = client.get(f"/v1/events/{listed['id']}").json
    assert event["evidence"][0]["sentence"] == "Envoys met in Doha and settled on a truce."
    assert event["evidence"][0]["document"]["external_id"] == "frontier-1"
    assert event["links"][0]["event"]["headline"] == "Raid on a frontier post"
    assert [change["action"] for change in event["history"]] == ["created"]


def test_marks_tell_trigger_and_date_in_the_quote(client: FlaskClient) -> None:
    event = client.get("/v1/events?basis=resolved").json["events"][0]
    quote, marks = event["quote"], event["marks"]
    assert quote[slice(*marks["trigger"])] == "raid"
    assert quote[slice(*marks["when"])] == "October 11"


def test_actors_are_listed_with_how_often_they_act(client: FlaskClient) -> None:
    answer = client.get("/v1/actors?limit=2").json
    names = [(actor["name"], actor["events"]) for actor in answer["actors"]]
    assert names[0] == ("Pakistan", 2)
    assert len(client.get(answer["next"]).json["actors"]) == 2
    assert [actor["name"] for actor in client.get("/v1/actors?q=turk").json["actors"]] == ["Turkey"]


def test_an_actor_leads_to_its_events(client: FlaskClient) -> None:
    actor = client.get("/v1/actors?q=Qatar").json["actors"][0]
    assert client.get(f"/v1/actors/{actor['id']}").json == actor
    assert headlines(client, "role=mediator", f"/v1/actors/{actor['id']}/events") == ["Second meeting in Istanbul"]
    assert headlines(client, "role=agent", f"/v1/actors/{actor['id']}/events") == []


def test_a_document_gives_its_text_and_what_was_read(client: FlaskClient) -> None:
    listed = next(each for each in client.get("/v1/documents").json["documents"] if each["external_id"])
    document = client.get(f"/v1/documents/{listed['id']}").json
    assert listed["statements"] == len(document["statements"]) == 7
    for told in document["statements"]:
        assert document["body"][told["start"] : told["end"]] == told["sentence"]
        assert document["body"][told["trigger"]["start"] : told["trigger"]["end"]] == told["trigger"]["text"]
    assert set(headlines(client, "", f"/v1/documents/{listed['id']}/events")) == set(ALL) - {"Dock workers walk out"}


def test_pages_of_a_sub_resource_stay_on_it(client: FlaskClient) -> None:
    documents = client.get("/v1/documents").json["documents"]
    mine = next(each["id"] for each in documents if each["external_id"])
    other = next(each["id"] for each in documents if not each["external_id"])
    following = client.get(f"/v1/documents/{mine}/events?limit=5").json["next"]
    assert following.startswith(f"/v1/documents/{mine}/events?cursor=")
    assert len(client.get(following).json["events"]) == 2
    assert client.get(following.replace(mine, other, 1)).status_code == 422


def test_types_come_with_their_meaning(client: FlaskClient) -> None:
    types = {kind["name"]: kind for kind in client.get("/v1/types").json["types"]}
    assert "ceasefire" in types["retreat"]["modes"]
    assert types["disaster"]["meaning"].startswith("earthquake")


def test_the_service_says_that_it_lives_and_is_ready(client: FlaskClient) -> None:
    for path in ("/healthz", "/readyz"):
        answer = client.get(path)
        assert (answer.status_code, answer.json, answer.headers["Cache-Control"]) == (200, {"status": "ok"}, "no-store")


PATHS = ["/v1/events", "/v1/events?from=last+week&limit=3", "/v1/actors", "/v1/documents"]


@pytest.mark.parametrize("path", PATHS)
def test_what_the_client_has_is_not_sent_again(client: FlaskClient, path: str) -> None:
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", first.headers["ETag"])


def test_other_filters_have_another_validator(client: FlaskClient) -> None:
    tags = {client.get(path).headers["ETag"] for path in [*PATHS, "/v1/events?limit=3", "/v1/events?sort=-date"]}
    assert len(tags) == len(PATHS) + 2


def test_a_validator_is_answered_before_the_query(tmp_path: Path) -> None:
    with serving(tmp_path / "timeline.db") as app:
        client = app.test_client()
        tag = client.get("/v1/events?q=truce").headers["ETag"]
        asked: list[str] = []
        app.extensions["timeline.store"].database.connection().set_trace_callback(asked.append)
        assert client.get("/v1/events?q=truce", headers={"If-None-Match": tag}).status_code == 304
    assert [re.findall(r'FROM "(\w+)"', statement) for statement in asked] == [["state"]]


def test_a_change_of_data_changes_the_validator(tmp_path: Path) -> None:
    with serving(tmp_path / "timeline.db", is_filled=False, open_writes=True) as app:
        client = app.test_client()
        tag = client.get("/v1/events").headers["ETag"]
        client.post("/v1/documents", json={"text": "Voters in Ghana chose a president on 7 December 2024."})
        assert client.get("/v1/events", headers={"If-None-Match": tag}).status_code == 200


def test_head_gives_the_headers_alone(client: FlaskClient) -> None:
    got, head = client.get("/v1/events"), client.head("/v1/events")
    assert head.data == b""
    assert (head.status_code, head.headers["ETag"]) == (200, got.headers["ETag"])
    assert head.headers["Content-Length"] == got.headers["Content-Length"]


def test_options_tell_the_methods(client: FlaskClient) -> None:
    allowed = {path: client.options(path).headers["Allow"].split(", ") for path in ("/v1/events", "/v1/documents")}
    assert {path: sorted(methods) for path, methods in allowed.items()} == {
        "/v1/events": ["GET", "HEAD", "OPTIONS"],
        "/v1/documents": ["GET", "HEAD", "OPTIONS", "POST"],
    }


def test_pages_of_other_origins_may_read(client: FlaskClient) -> None:
    origin = {"Origin": "https://newsroom.example"}
    assert client.get("/v1/events", headers=origin).headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in client.get("/", headers=origin).headers


def test_origins_can_be_named(tmp_path: Path) -> None:
    with serving(tmp_path / "timeline.db", is_filled=False, cors_origins=("https://a.example",)) as app:
        client = app.test_client()
        allowed = client.get("/v1/events", headers={"Origin": "https://a.example"})
        assert allowed.headers["Access-Control-Allow-Origin"] == "https://a.example"
        assert "Origin" in allowed.headers["Vary"]
        other = client.get("/v1/events", headers={"Origin": "https://b.example"})
        assert "Access-Control-Allow-Origin" not in other.headers


def test_a_text_is_read_without_being_kept(client: FlaskClient) -> None:
    body = {"text": "Police in Bergen arrested three men on Saturday.", "published": "2024-03-04"}
    answer = client.post("/v1/readings", json=body)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    told = answer.json["statements"][0]
    assert (told["type"], told["when"]["edtf"]) == ("coerce", "2024-03-02")
    agent = told["actors"][0]
    assert body["text"][agent["start"] : agent["end"]] == "Police"
    assert [time["text"] for time in answer.json["times"]] == ["Saturday"]


def test_only_short_texts_are_tried(client: FlaskClient) -> None:
    answer = client.post("/v1/readings", json={"text": "x " * 10_001})
    assert answer.status_code == 422
    assert answer.json["errors"] == [{"pointer": "#/text", "detail": answer.json["errors"][0]["detail"]}]
    assert "20,000 characters" in answer.json["detail"]


def test_the_map_counts_events_by_place_and_country(client: FlaskClient) -> None:
    found = client.get("/v1/map").json
    events = client.get("/v1/events?limit=500").json["events"]
    placed = [event["place"] for event in events if event["place"]]
    assert sum(each["events"] for each in found["countries"]) == len([place for place in placed if place["country"]])
    assert found["unplaced"] == len(events) - len(placed)
    assert {each["name"] for each in found["places"]} == {p["name"] for p in placed if p["latitude"] is not None}
    assert [each["name"] for each in client.get("/v1/map?place=Doha").json["places"]] == ["Doha"]
