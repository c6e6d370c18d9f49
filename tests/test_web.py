"""The pages, as HTML."""

import logging
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.chronicle import serving
from tests.making import document, statement, when
from timeline import ingest
from timeline.web import comparing, reading
from timeline.web.comparing import differences
from timeline.web.drawing import circle
from timeline.web.telling import Marked, Piece, certainty, claim_line, outlet, pieces, roles, year_heading


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with serving(tmp_path_factory.mktemp("web") / "timeline.db", open_writes=True) as served:
        yield served


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


INLINE = ("a", "span", "time", "strong", "code")


class Text(HTMLParser):
    """The words of a page, marked words in brackets, elements parted by blanks."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.parts.append("[" if tag == "mark" else "" if tag in INLINE else " ")

    def handle_endtag(self, tag: str) -> None:
        self.parts.append("]" if tag == "mark" else "" if tag in INLINE else " ")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def words(html: str) -> str:
    reader = Text()
    reader.feed(html)
    return re.sub(r"\s+", " ", "".join(reader.parts))


def page(client: FlaskClient, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (status, "text/html"), answer.text
    return words(answer.text)


SAID = [
    "11 October 2025 worked out from the text Raid on a frontier post",
    "between 11 and 29 October 2025 probably 19 October 2025 from the order of events Envoys meet in Doha",
    "by 11 October 2025 from the order of events Pakistan bombs villages",
    "29 October 2025 or later only from its publication Visit to Kabul",
    "Year unknown 11 October, year unknown dated in the text Bridge falls",
    "Date unknown date unknown nothing dates it Elders quarrel",
    "“A [raid] on a frontier post on [October 11] opened the fighting.”",
    "? alleged by Taliban",
    "→ planned",
    "To Pakistan",
    "Between Pakistan, Taliban",
    "Mediated by Turkey, Qatar Where Istanbul, Türkiye",
    "Frontier Gazette, published 29 October 2025",
    "Harbour Times, day of publication unknown",
    "8 events",
]


@pytest.mark.parametrize("said", SAID)
def test_the_chronology_says_what_is_known(client: FlaskClient, said: str) -> None:
    assert said in page(client, "/")


def test_the_page_takes_the_filters_of_the_api_and_shows_them(client: FlaskClient) -> None:
    html = client.get("/?actor=Pakistan&from=1+October+2025&to=2025-10-11&match=within&type=assault&status=").text
    assert "1 event · 1 to 11 October 2025" in words(html)
    assert 'value="1 October 2025"' in html
    assert '<option value="within" selected>' in html
    assert '<option value="assault" selected>' in html
    assert "Raid on a frontier post" in html
    assert "Pakistan bombs villages" not in html


def test_filters_without_a_field_of_their_own_survive_a_new_search(client: FlaskClient) -> None:
    html = client.get("/?mode=aerial&actor=Pakistan&actor=Iran&sort=-date").text
    for name, value in (("mode", "aerial"), ("actor", "Iran"), ("sort", "-date")):
        assert f'<input type="hidden" name="{name}" value="{value}">' in html


def test_pages_follow_one_another(client: FlaskClient) -> None:
    html = client.get("/?limit=5&country=&status=asserted").text
    following = re.search(r'<a class="next" rel="next" href="([^"]+)"', html)
    assert following
    second = client.get(following[1].replace("&amp;", "&")).text
    assert "Elders quarrel" in second
    assert "Raid on" not in second
    assert '<option value="asserted" selected>' in second
    assert 'href="/?status=asserted">First page' in second


def test_a_bad_filter_is_told_beside_the_form(client: FlaskClient) -> None:
    answer = client.get("/?from=blah&actor=Pakistan")
    assert answer.status_code == 422
    assert "from: &#39;blah&#39; is no date that can be read." in answer.text.replace("</strong>", "").replace(
        "<strong>", ""
    )
    assert re.search(r'id="f-from"[^>]*value="blah"[^>]*aria-invalid="true"', answer.text, re.S)
    assert 'value="Pakistan"' in answer.text
    assert "There is no such filter" not in answer.text


def test_an_unknown_filter_is_told(client: FlaskClient) -> None:
    assert "actr: there is no such filter" in page(client, "/?actr=Pakistan", 422)


def test_nothing_found_says_what_to_do(client: FlaskClient) -> None:
    assert "Nothing fits these filters" in page(client, "/?to=1850")


def test_an_empty_chronology_says_how_to_begin(tmp_path: Path) -> None:
    with serving(tmp_path / "timeline.db", is_filled=False) as app:
        assert "Nothing has been read yet" in page(app.test_client(), "/")


def test_an_event_explains_itself(client: FlaskClient) -> None:
    event = client.get("/v1/events?place=Doha").json["events"][0]
    said = page(client, f"/events/{event['id']}")
    assert "Envoys meet in Doha between 11 and 29 October 2025, probably 19 October 2025" in said
    assert "Dated from the order of events Because of published 2025-10-29" in said
    assert "After Raid on a frontier post because of “talks follow the hostilities they end”" in said
    assert "“Envoys [met] in Doha and settled on a truce.”" in said
    assert "Where in the text characters 156 to 198" in said


def test_a_document_shows_what_was_read_in_it(client: FlaskClient) -> None:
    document = next(each for each in client.get("/v1/documents").json["documents"] if each["external_id"])
    answer = client.get(f"/documents/{document['id']}")
    assert "A [raid] on a frontier post on [October 11] opened" in words(answer.text)
    event = client.get("/v1/events?basis=resolved").json["events"][0]
    note = "assault, asserted: Raid on a frontier post (11 October 2025)"
    mark = f'href="/events/{event["id"]}" data-note="{note}" aria-description="{note}"><mark class="trigger">raid</mark></a>'
    assert mark in answer.text


@pytest.mark.parametrize("path", ["/events/none", "/documents/none"])
def test_what_is_not_there_has_a_page_that_says_so(client: FlaskClient, path: str) -> None:
    assert "Not found" in page(client, path, 404)


def test_a_failing_database_has_a_page_that_tells_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with serving(tmp_path / "timeline.db", is_filled=False) as app, caplog.at_level(logging.ERROR):
        app.extensions["timeline.store"].database.execute_sql("ALTER TABLE event RENAME TO elsewhere")
        said = page(app.test_client(), "/", 503)
    assert "Something went wrong" in said
    assert "no such table" in caplog.text
    assert "no such table" not in said


@pytest.mark.parametrize("path", ["/", "/docs", "/?from=blah", "/events/none"])
def test_pages_may_load_nothing_but_our_own(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", answer.text)
    assert set(re.findall(r"<script([^>]*)>", answer.text)) <= {
        ' type="module" src="/static/dashboard.js"',
        ' src="/static/event-timeline.js" defer',
    }
    assert not re.search(r"<script[^>]*>[^<]", answer.text)
    for address in re.findall(r'<link rel="(?:stylesheet|icon)" href="([^"]+)"', answer.text):
        with client.get(address) as loaded:
            assert loaded.status_code == 200


def test_texts_are_never_markup(tmp_path: Path) -> None:
    text = "<b>Police</b> arrested Ann <script>alert(1)</script> Lee in Accra on 3 May 2024 & left."
    with serving(tmp_path / "timeline.db", is_filled=False, open_writes=True) as app:
        client = app.test_client()
        posted = client.post(
            "/v1/documents", json={"text": text, "title": "<i>Arrest</i>", "url": "https://a.example/?a=1&b='>"}
        ).json
        shown = [client.get(path).text for path in ("/", f"/documents/{posted['id']}", "/?q=%3Cscript%3E")]
        shown += [client.get(f"/events/{event['id']}").text for event in posted["events"]]
    assert len(shown) > 3
    for html in shown:
        assert not re.search(r"<script>|<b>|<i>|'>", html)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "http://[half", "data:text/html,hello", "not an address"])
def test_only_addresses_of_the_web_are_links(tmp_path: Path, url: str) -> None:
    with serving(tmp_path / "timeline.db", is_filled=False) as app:
        text = document("Elders met in Accra on 3 May 2024.", url=url)
        ingest.record(app.extensions["timeline.store"], text, [statement("met", "consult", text=text.body)])
        client = app.test_client()
        (told,) = client.get("/v1/events").json["events"]
        paper = client.get("/v1/documents").json["documents"][0]["id"]
        assert client.get(f"/v1/events/{told['id']}").status_code == 200
        for path in ("/", f"/events/{told['id']}", f"/documents/{paper}", "/embed"):
            answer = client.get(path)
            assert answer.status_code == 200, path
            assert f'href="{url}' not in answer.text


def test_who_may_frame_pages_is_a_setting(tmp_path: Path) -> None:
    with serving(tmp_path / "timeline.db", is_filled=False, frame_ancestors=("https://news.example",)) as app:
        policy = app.test_client().get("/").headers["Content-Security-Policy"]
    assert policy.endswith("frame-ancestors https://news.example")


def test_marks_cut_a_text_in_pieces() -> None:
    marks = [
        Marked(8, 12, "date"),
        Marked(2, 5, "trigger", "why"),
        Marked(4, 9, "date"),
        Marked(11, 99, "date"),
        Marked(3, 3, "date"),
    ]
    assert pieces("abcdefghijkl", marks) == [
        Piece("ab"), Piece("cde", "trigger", "why"), Piece("fgh"), Piece("ijkl", "date"),
    ]  # fmt: skip
    assert pieces("", []) == []
    assert pieces("abc", [Marked(0, 3, "date")]) == [Piece("abc", "date")]


@pytest.mark.parametrize(
    ("earliest", "latest", "known"),
    [
        ("2025-10-11", "2025-10-11", "day"),
        ("2025-10-11T14:00:00Z", "2025-10-11T14:30:00Z", "day"),
        ("2025-10-01", "2025-10-31", "span"),
        (None, "2025-10-31", "open"),
        (None, None, "unknown"),
    ],
)
def test_how_well_a_time_is_known(earliest: str | None, latest: str | None, known: str) -> None:
    assert certainty({"earliest": earliest, "latest": latest}) == known


@pytest.mark.parametrize(
    ("earliest", "latest", "edtf", "heading"),
    [
        ("2025-10-11", "2025-10-11", "2025-10-11", "2025"),
        (None, "-0043-03-15", "[..-0043-03-15]", "44 BC"),
        (None, None, "XXXX-10-11", "Year unknown"),
        (None, None, None, "Date unknown"),
    ],
)
def test_events_are_listed_under_their_year(
    earliest: str | None, latest: str | None, edtf: str | None, heading: str
) -> None:
    assert year_heading({"earliest": earliest, "latest": latest, "edtf": edtf}) == heading


@pytest.mark.parametrize(
    ("name", "url", "said"),
    [
        ("Harbour Times", "https://www.harbour.example/a", "Harbour Times"),
        (None, "https://www.harbour.example/a", "harbour.example"),
        (None, "http://[half", "Source unknown"),
        (None, None, "Source unknown"),
    ],
)
def test_an_outlet_without_a_name_is_called_by_its_address(name: str | None, url: str | None, said: str) -> None:
    assert outlet({"name": name, "url": url}) == said


def test_claimants_are_listed_in_words() -> None:
    assert claim_line("denied", ["Kabul", "Tehran", "Doha"]) == "denied by Kabul, Tehran and Doha"
    assert claim_line("planned", []) == "planned"
    assert claim_line("planned", ["Kabul"]) == "planned, according to Kabul"


def test_participants_beside_an_agent_are_with_it() -> None:
    actors = [
        {"name": name, "role": role} for name, role in (("A", "agent"), ("B", "participant"), ("C", "participant"))
    ]
    assert [word for word, _ in roles(actors)] == ["By", "With"]
    assert [word for word, _ in roles(actors[1:])] == ["Between"]
    assert [word for word, _ in roles(actors[2:])] == ["With"]


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


def test_the_names_at_the_top_and_the_foot_of_a_circle_stand_clear_of_their_neighbours() -> None:
    names = [{"events": 12 - number, "name": str(number)} for number in range(12)]
    top, foot = circle(names)[0], circle(names)[6]
    assert (top.anchor, foot.anchor) == ("middle", "middle")
    assert top.label_y < top.y - top.radius
    assert foot.label_y > foot.y + foot.radius


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


def test_the_list_can_be_taken_along_in_every_format(client: FlaskClient) -> None:
    html = client.get("/?actor=Pakistan&from=2025").text
    links = [link.replace("&amp;", "&") for link in re.findall(r'href="(/v1/events\.[^"]+)"', html)]
    assert len(links) >= 6
    assert {client.get(link).status_code for link in links} == {200}
    assert all("actor=Pakistan" in link and "from=2025-01-01" in link for link in links)


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


def told(
    identity: str, *, edtf: str | None = "2025-10-11", status: str = "asserted", reports: int = 1
) -> dict[str, object]:
    when = {"edtf": edtf, "precision": "day", "disputed": False}
    return {"id": identity, "when": when, "status": status, "claimed_by": [], "place": None, "reports": reports}


def test_differences_are_what_came_went_and_changed() -> None:
    before = [told("same"), told("gone"), told("dated", edtf=None), told("denied", status="alleged")]
    after = [told("dated"), told("new"), told("same"), told("denied", status="denied", reports=2)]
    found = [(each.event["id"], each.kind, each.changes) for each in differences(before, after)]
    assert found == [
        ("dated", "changed", ("date: date unknown → 11 October 2025",)),
        ("new", "new", ()),
        ("same", "same", ()),
        ("denied", "changed", ("told as: alleged → denied", "reports: 1 → 2")),
        ("gone", "gone", ()),
    ]


# --- curators


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
