"""One document through the whole way: read, kept, merged; in another language kept and not read."""

import datetime
import random
from dataclasses import replace
from pathlib import Path

import pytest

from tests.making import document, statement, toll
from tests.making import evidence as told_by
from timeline import ingest
from timeline.chronology import merge, ranks, readings
from timeline.explain import explained
from timeline.extract import extract, unread
from timeline.intake.read import documents
from timeline.listing import explanation
from timeline.model.days import parse_iso_day
from timeline.model.document import Block, BlockKind, Document
from timeline.model.event import Evidence
from timeline.model.filters import Filters, Window
from timeline.store.database import open_store
from timeline.store.migrate import upgrade
from timeline.store.queries import find_events, get_event
from timeline.store.texts import find_documents, get_document

SEEDS = Path(__file__).parent.parent / "seeds" / "dispatches.jsonl"
HELD = ("consult", "asserted")
ROUNDS = ("'2025-10-18/2025-10-19'", "'2025-10-25/2025-10-30'")
TEXT = (
    "Rebels attacked an army post in northern Mali on 3 March 2024, killing six soldiers. "
    "Talks between the government and the rebels were held in Algiers on 9 March 2024."
)


def news(body=TEXT, **more):
    return Document(
        body, (Block(BlockKind.TEXT, 0, len(body)),), published=datetime.date(2024, 3, 12), published_from="option", **more
    )  # fmt: skip


def test_extract_gives_statements_in_the_order_of_the_text():
    told = extract(news())
    assert {one.when.span.edtf for one in told} >= {"2024-03-03", "2024-03-09"}
    starts = [one.trigger.start for one in told]
    assert starts == sorted(starts)
    assert all(TEXT[one.trigger.start : one.trigger.end] == one.trigger.text for one in told)


def test_ingest_keeps_what_extract_reads(store):
    outcome = ingest.ingest(store, news(url="http://a"))
    assert outcome.is_new
    assert outcome.message is None
    assert outcome.events == outcome.created
    assert len(get_document(store, outcome.document_id)["statements"]) == len(extract(news()))
    for identity in outcome.events:
        event = get_event(store, identity)
        start, end = event["marks"]["trigger"]
        assert event["quote"][start:end] == event["evidence"][0]["trigger"]["text"]


def test_ingesting_twice_changes_nothing_and_does_not_read_again(store, monkeypatch):
    first = ingest.ingest(store, news(url="http://a"))
    monkeypatch.setattr(ingest, "extract", pytest.fail)
    second = ingest.ingest(store, news(url="http://a"))
    assert (second.is_new, second.document_id, second.events) == (False, first.document_id, first.events)
    assert second.created == second.updated == second.deleted == ()


@pytest.mark.parametrize(("language", "name"), [("de", "German"), ("ar", "Arabic")])
def test_a_text_in_another_language_is_kept_with_a_clear_message_and_not_read(store, language, name):
    outcome = ingest.ingest(store, news(url="http://a", language=language))
    assert outcome.message == f"the text is in {name}; only English is read"
    assert outcome.events == ()
    assert find_documents(store).items[0]["language"] == language
    assert find_events(store, Filters()).events == []
    assert ingest.ingest(store, news(url="http://a", language=language)).message == outcome.message


def test_a_text_too_short_to_tell_its_language_is_read():
    assert unread(document("Fire.", language="und")) is None


def test_an_empty_text_tells_nothing(store):
    outcome = ingest.ingest(store, document("", url="http://empty"))
    assert (outcome.is_new, outcome.events) == (True, ())


@pytest.fixture(scope="module")
def seeds():
    """The dispatches that the project brings along, with what was read in them."""
    return [(text, extract(text)) for text in documents([str(SEEDS)])]


def chronology(url, texts):
    """What is served of these texts, without ids, times of writing and the order of what only ids order."""
    with open_store(url, must_be_current=False) as store:
        upgrade(store)
        for text, statements in texts:
            ingest.record(store, text, statements)
        events = find_events(store, Filters(), limit=500).events
    return sorted(map(_told, events))


def _told(event):
    actors = sorted((actor["name"], actor["role"]) for actor in event["actors"])
    return (
        event["headline"],
        event["type"],
        event["status"],
        event["reports"],
        str(event["when"]),
        event["quote"],
        actors,
    )


@pytest.fixture(scope="module")
def in_order(seeds, tmp_path_factory):
    """The chronology of the dispatches in their own order."""
    return chronology(f"sqlite:///{tmp_path_factory.mktemp('seeds')}/kept.db", seeds)


@pytest.mark.parametrize("seed", range(4))
def test_documents_in_any_order_give_one_chronology(seeds, in_order, tmp_path, seed):
    shuffled = random.Random(seed).sample(seeds, len(seeds))
    assert chronology(f"sqlite:///{tmp_path}/a.db", shuffled) == in_order


def test_statements_in_any_of_twenty_orders_make_the_same_events_with_dates_links_and_disputes(seeds):
    evidence = [
        Evidence(
            text.external_id, text.fingerprint, text.published, number, reading.statement, text.url or "", reading.rank
        )
        for text, statements in seeds
        for number, reading in enumerate(readings(statements, ranks(statements)))
    ]
    for outlet, dead in (("north", 12), ("south", 14)):
        raid = statement(date="2025-10-02", at="Varn", by="Norland", on="Sudmark", quantities=toll(dead))
        evidence.append(told_by(raid, text=outlet))
    events = merge(evidence)
    assert any(event.disputed for event in events)
    assert all(merge(random.Random(seed).sample(evidence, len(evidence))) == events for seed in range(20))


def test_what_several_dispatches_tell_is_one_event(in_order):
    for span in ROUNDS:
        reports = [number for _, kind, status, number, when, *_ in in_order if (kind, status) == HELD and span in when]
        assert len(reports) == 1
        assert reports[0] > 2


def test_the_explanation_says_which_paper_gives_the_date(seeds, store):
    for text, statements in seeds:
        ingest.record(store, text, statements)
    held = find_events(store, Filters(type=("consult",), q="Istanbul", min_reports=3)).events
    (talks,) = (event for event in held if event["place"]["name"] == "Istanbul")
    told = " ".join(line.strip() for line in explanation(explained(store, talks["id"])))
    papers = "Northgate Press of 31 October 2025 and Two Rivers Review of 7 November 2025"
    assert f"25 to 30 October 2025: {papers} give the date" in told
    assert "Straits Ledger of 26 October 2025 says 25 October 2025" in told


def test_blame_told_four_weeks_on_has_no_day_of_the_talks_it_is_told_beside(seeds):
    (told,) = (statements for text, statements in seeds if "blamed the blasts" in text.body)
    (blamed,) = (one for one in told if one.trigger.text == "blamed")
    assert blamed.when.span.edtf == "[2025-10-09..2025-11-07]"


UNDATED = (
    "An attack on a Pakistani border post on October 11 opened the worst fighting in years. Talks in Doha between Pakistan and "
    "Afghanistan brought a ceasefire, followed by negotiations in Istanbul under Turkish mediation."
)


def test_other_texts_date_the_talks_that_one_leaves_undated_and_only_from_their_day_on(seeds, store):
    told = document(UNDATED, url="http://delta", published="2025-10-27", outlet="Delta Monitor")
    alone = {one.place.name: one.when.span.edtf for one in extract(told) if one.type == "consult"}
    assert alone == {"Doha": "[2025-10-11..2025-10-27]", "Istanbul": "[2025-10-11..2025-10-27]"}
    ingest.ingest(store, told)
    for text, statements in seeds:
        ingest.record(store, text, statements)
    assert talks(store, None) == {"Doha": "2025-10-18/2025-10-19", "Istanbul": "2025-10-25/2025-10-30"}
    before = talks(store, "2025-10-27")  # when nobody had told yet how long the second would last
    assert before == {"Doha": "2025-10-18/2025-10-19", "Istanbul": "2025-10-25"}
    assert talks(store, "2025-10-26") == {}  # the text was not out yet
    days = Window(parse_iso_day("2025-10-18"), parse_iso_day("2025-10-19"))
    held = Filters(type=("consult",), status=("asserted",), window=days, match="within")
    known = [len(find_events(store, replace(held, as_of=parse_iso_day(f"2025-10-{day}"))).rows) for day in (19, 20)]
    assert known == [0, 1]
    asked = Filters(document=("http://delta",), place=("Doha",), type=("consult",))
    (doha,) = find_events(store, asked).events
    account = explained(store, doha["id"])["explanation"]
    assert account[0].startswith("18 to 19 October 2025: Caravan Courier of 20 October 2025")
    assert any(
        line.startswith("Delta Monitor of 27 October 2025 gives no date, but places it between 11 and 27 October 2025")
        for line in account
    )


def talks(store, day):
    """The dates of the talks that the undated text tells, by place, as known by a day."""
    asked = Filters(document=("http://delta",), type=("consult",), as_of=parse_iso_day(day) if day else None)
    return {event["place"]["name"]: event["when"]["edtf"] for event in find_events(store, asked).events}
