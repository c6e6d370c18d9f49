"""The pages of actors, of a text that is tried, and of what was known by two days."""

import re
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.browsed import page, words
from tests.chronicle import serving
from tests.making import document, statement, when
from timeline import ingest
from timeline.web import comparing, reading


def test_the_actors_are_listed_and_found(client: FlaskClient) -> None:
    assert "Turkey Türkiye state Türkiye 1" in page(client, "/actors")
    assert "Nobody of that name" in page(client, "/actors?q=nobody")
    assert "Taliban" not in page(client, "/actors?q=qat")


def test_an_actor_has_a_page_with_names_activity_and_events(client: FlaskClient) -> None:
    actor = client.get("/v1/actors?q=Türkiye").json["actors"][0]
    html = page(client, f"/actors/{actor['id']}")
    assert "Also called Türkiye." in html
    assert "Second meeting in Istanbul" in html
    assert "Raid on a frontier post" not in html
    assert "surely then possibly then" in html
    assert "Partner Mostly as Events Qatar mediator 1" in html
    assert "Not found" in page(client, "/actors/nobody", 404)


def test_the_page_of_a_state_counts_what_is_done_for_it(client: FlaskClient) -> None:
    """As the filter does, by which its events are listed."""
    state = next(actor for actor in client.get("/v1/actors?q=Pakistan").json["actors"] if actor["name"] == "Pakistan")
    total = client.get(f"/v1/actors/{state['id']}/events?count=exact").json["total"]
    assert total > state["events"]
    assert f"{total} events" in page(client, f"/actors/{state['id']}")


def test_the_name_that_is_searched_stays_in_its_field_on_the_next_page(tmp_path: Path) -> None:
    with serving(tmp_path / "many.db", is_filled=False) as app:
        for number in range(70):
            told = statement(text=f"Attack number {number}.", by=f"Norland Guard {number}")
            ingest.record(app.extensions["timeline.store"], document(told.sentence), [told])
        client = app.test_client()
        link = re.search(r'rel="next" href="([^"]+)"', client.get("/actors?q=norland").text)
        assert link
        assert 'name="q" type="search" value="norland"' in client.get(unescape(link[1])).text


TRIED = "OSLO, March 4 – Police in Bergen arrested three men on Saturday."


def test_a_text_can_be_tried_without_keeping_it(client: FlaskClient) -> None:
    before = client.get("/v1/documents").json
    answer = client.post("/read", data={"text": TRIED, "published": "2024-03-04"})
    said = words(answer.text)
    assert "[Police] in Bergen [arrested] three [men] on [Saturday]" in said
    assert "2 March 2024" in said
    assert "coerce, asserted: Police in Bergen arrested three men (2 March 2024)" in answer.text
    assert client.get("/v1/documents").json == before


def test_a_text_tried_without_a_day_has_no_date(client: FlaskClient) -> None:
    said = words(client.post("/read", data={"text": TRIED}).text)
    assert "Day of publication unknown" in said
    assert "2024" not in said


def test_the_day_of_the_example_is_not_another_texts(client: FlaskClient) -> None:
    example = {"published": reading.SAMPLE_DAY, "example": reading.SAMPLE_DAY}
    other = client.post("/read", data={"text": TRIED, **example}).text
    assert "12 May 2025 was the example's day of publication" in words(other)
    assert "Day of publication unknown" in words(other)
    assert '<input type="hidden" name="example" value="">' in other
    edited = client.post("/read", data={"text": reading.SAMPLE.replace("Friday", "Thursday"), **example}).text
    assert "Published 12 May 2025" in words(edited)
    meant = client.post("/read", data={"text": TRIED, "published": reading.SAMPLE_DAY, "example": ""}).text
    assert "Published 12 May 2025" in words(meant)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"text": "x" * 20_001}, "text: longer than 20,000 characters"),
        ({"text": "A raid.", "published": "yesterdayish"}, "yesterdayish"),
    ],
)
def test_a_text_that_cannot_be_tried_is_told(client: FlaskClient, given: dict[str, str], said: str) -> None:
    answer = client.post("/read", data=given)
    assert answer.status_code == 422
    assert said in words(answer.text)


def test_two_days_are_compared(client: FlaskClient) -> None:
    assert "7 new, 0 told otherwise, 0 no longer told, 0 the same" in page(
        client, "/compare?earlier=28+October+2025&later=2025-10-29"
    )
    assert "0 new, 0 told otherwise, 0 no longer told, 1 the same" in page(
        client, "/compare?earlier=2025-10-29&later=2025-10-30&actor=Taliban"
    )
    assert "earlier: 'blah' is no date" in page(client, "/compare?earlier=blah", 422)


def test_what_one_day_has_behind_the_end_is_not_told_as_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What becomes known later comes first in time, and pushes two that were known before over the end of the list."""
    monkeypatch.setattr(comparing, "COMPARED", 3)
    told = [("2025-06-10", ("2025-06-01", "2025-06-02", "2025-06-03")), ("2025-06-20", ("2025-05-01", "2025-05-02"))]
    with serving(tmp_path / "timeline.db", is_filled=False) as app:
        for published, days in told:
            text = document(f"News of {published}.", published=published)
            met = [statement("met", "consult", text=text.body, start=n, when=when(day)) for n, day in enumerate(days)]
            ingest.record(app.extensions["timeline.store"], text, met)
        said = page(app.test_client(), "/compare?earlier=2025-06-10&later=2025-06-20")
    assert "2 new, 0 told otherwise, 0 no longer told, 3 the same" in said
    assert "these are the first 3 events, in time, of what was known by either day" in said
