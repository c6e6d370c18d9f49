"""The pages by which curators correct, merge, split and take back, and who may."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.browsed import page, words
from tests.chronicle import serving


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[FlaskClient]:
    """A chronology of its own, to be changed from this machine."""
    with serving(tmp_path / "timeline.db", open_writes=True) as served:
        yield served.test_client()


def event_of(client: FlaskClient, headline: str) -> str:
    return next(e["id"] for e in client.get("/v1/events?limit=500").json["events"] if e["headline"] == headline)


def send(client: FlaskClient, identity: str, act: str, status: int = 303, **given: object) -> str:
    """What the page says after a form of the event's page was sent as a browser would send it."""
    state = re.search(r'name="state" value="(\d+)"', client.get(f"/events/{identity}").text)
    assert state
    answer = client.post(f"/events/{identity}/{act}", data={"state": state[1], **given})
    assert answer.status_code == status, words(answer.text)
    return words(answer.text if status != 303 else client.get(answer.location).text)


def test_a_curator_corrects_an_event_and_takes_it_back(desk: FlaskClient) -> None:
    identity = event_of(desk, "Elders quarrel")
    said = send(
        desk, identity, "correct", headline="Elders fall out", type="other", when="11 October 2025", place="Khost"
    )
    assert "11 October 2025" in said
    assert "set by hand: headline, when and place" in said.replace("place and when", "when and place")
    assert "headline: Elders quarrel → Elders fall out" in said
    assert "by this machine" in said
    said = send(desk, identity, "revert", to="0")
    assert "Elders quarrel" in said
    assert "(taken back)" in said


def test_a_curator_merges_events_and_splits_them_again(desk: FlaskClient) -> None:
    raid, bridge = event_of(desk, "Raid on a frontier post"), event_of(desk, "Bridge falls")
    said = send(desk, raid, "merge", other=f"http://localhost/events/{bridge}")
    assert "a bridge [fell]" in said
    evidence = desk.get(f"/v1/events/{raid}").json["evidence"]
    told = next(each for each in evidence if each["trigger"]["text"] == "fell")
    said = send(desk, raid, "split", statements=f"{told['document']['id']} {told['number']}")
    assert "a bridge [fell]" not in said


@pytest.mark.parametrize(
    ("act", "given", "said"),
    [
        ("correct", {"when": "the day of days"}, "when/edtf: &#39;the day of days&#39; is no date in EDTF"),
        ("correct", {"headline": "x" * 301}, "headline"),
        ("merge", {}, "merge: tick an event"),
        ("merge", {"other": "nonsense"}, "nonsense"),
        ("split", {}, "split: tick the statements"),
        ("revert", {"to": "123456789"}, "123456789 is no entry"),
    ],
)
def test_what_a_curator_cannot_do_is_told(desk: FlaskClient, act: str, given: dict[str, str], said: str) -> None:
    shown = send(desk, event_of(desk, "Raid on a frontier post"), act, 422, **given)
    assert "Nothing was changed" in shown
    assert said.replace("&#39;", "'") in shown


def test_a_curator_who_looked_too_long_is_told_what_came_between(desk: FlaskClient) -> None:
    identity = event_of(desk, "Elders quarrel")
    answer = desk.post(f"/events/{identity}/correct", data={"state": "0", "headline": "Elders fall out"})
    assert answer.status_code == 412
    assert "has changed since you opened its page" in words(answer.text)


def test_other_sites_and_strangers_cannot_curate(tmp_path: Path) -> None:
    with serving(tmp_path / "timeline.db") as served:
        stranger = served.test_client()
        identity = event_of(stranger, "Elders quarrel")
        assert "Correct it" not in page(stranger, f"/events/{identity}")
        refused = stranger.post(f"/events/{identity}/correct", data={"headline": "x"})
        assert (refused.status_code, refused.mimetype) == (403, "text/html")
        assert "Log in with a key" in words(refused.text)
    with serving(tmp_path / "open.db", open_writes=True) as served:
        machine = served.test_client()
        path = f"/events/{event_of(machine, 'Elders quarrel')}/correct"
        for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
            assert machine.post(path, data={"headline": "x"}, headers=headers).status_code == 403


def test_a_curator_logs_in_with_a_key_and_out_again(tmp_path: Path) -> None:
    with serving(tmp_path / "timeline.db", write_key="a-key-of-the-setting") as served:
        client = served.test_client()
        path = f"/events/{event_of(client, 'Elders quarrel')}"
        assert "This key is not valid" in words(client.post("/login", data={"key": "wrong"}).text)
        answer = client.post("/login", data={"key": "a-key-of-the-setting", "next": path})
        assert (answer.status_code, answer.location) == (303, path)
        cookie = answer.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert "Correct it" in page(client, path)
        assert client.post("/login", data={"key": "a-key-of-the-setting", "next": "//evil.example"}).location == "/"
        assert client.post("/login", data={"key": "a-key-of-the-setting", "next": "http://[half"}).location == "/"
        assert client.post("/login", data={"key": "wrong"}, headers={"Origin": "http://[half"}).status_code == 403
        client.post("/logout")
        assert "Correct it" not in page(client, path)
