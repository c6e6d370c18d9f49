"""The pages, as HTML: the chronology, one event, one document; and what they must never do."""

import gc
import logging
import re
import warnings
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.browsed import page, words
from tests.chronicle import serving
from tests.making import document, statement
from timeline import ingest

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


@pytest.mark.parametrize(
    "path", ["/actors", "/compare", "/read", "/login", "/docs", "/events/none", "/documents/none", "/actors/none"]
)
def test_a_misspelt_argument_of_a_page_is_told(client: FlaskClient, path: str) -> None:
    assert "earler: there is no such argument here" in page(client, f"{path}?earler=2025", 422)


@pytest.mark.parametrize("path", ["/?actor=Iran&", "/embed?actor=Iran&", "/actors?", "/docs?"])
def test_what_other_sites_add_to_a_shared_link_is_passed_over(client: FlaskClient, path: str) -> None:
    assert client.get(f"{path}fbclid=IwAR0&utm_source=newsletter").status_code == 200


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
    assert "After Raid on a frontier post – as a rule, talks follow the hostilities they end" in said
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


def test_an_address_that_there_is_not_has_a_page_for_browsers_and_a_problem_for_programs(client: FlaskClient) -> None:
    browser = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    told = client.get("/chronology", headers=browser)
    assert (told.status_code, told.mimetype) == (404, "text/html")
    assert "There is no page /chronology" in told.text
    assert client.get("/chronology").mimetype == "application/problem+json"
    assert client.get("/v1/nothing", headers=browser).mimetype == "application/problem+json"


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


@pytest.mark.parametrize(("asked", "status"), [({"Range": "bytes=0-9"}, 206), ({}, 200), (None, 304)])
def test_a_file_is_closed_however_much_of_it_is_sent(
    client: FlaskClient, asked: dict[str, str] | None, status: int
) -> None:
    path = "/static/icon.svg"
    headers = {"If-None-Match": client.get(path).headers["ETag"]} if asked is None else asked
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        assert client.get(path, headers=headers).status_code == status
        gc.collect()
    assert [str(one.message) for one in found] == []


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


def test_the_list_can_be_taken_along_in_every_format(client: FlaskClient) -> None:
    html = client.get("/?actor=Pakistan&from=2025").text
    links = [link.replace("&amp;", "&") for link in re.findall(r'href="(/v1/events\.[^"]+)"', html)]
    assert len(links) >= 6
    assert {client.get(link).status_code for link in links} == {200}
    assert all("actor=Pakistan" in link and "from=2025-01-01" in link for link in links)
