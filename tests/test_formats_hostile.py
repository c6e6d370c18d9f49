"""What others wrote does no harm in any format."""

import csv
import datetime
import io
import json
from collections.abc import Iterator

import feedparser
import pytest
from flask.testing import FlaskClient
from icalendar import Calendar
from lxml import html

from tests.chronicle import serving
from tests.formatted import content
from tests.making import document, statement
from timeline import ingest
from timeline.formats import FORMATS, About

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
