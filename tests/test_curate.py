"""People's decisions: kept with their history, over reading and reading again."""

import pytest

from tests.making import document, statement
from timeline import curate
from timeline.chronology import ranks, readings
from timeline.errors import InputError, MergedError, NotFoundError, StaleError
from timeline.ingest import record, remerge, remove
from timeline.model.filters import Filters
from timeline.model.statement import Place, Status
from timeline.store.database import Store, rows
from timeline.store.history import find_history
from timeline.store.queries import find_changes, find_events, get_event
from timeline.store.tables import Document, Statement
from timeline.store.tellings import replace_statements

OCTOBER, DECEMBER = "2025-10-11", "2025-12-24"


def always(_: int) -> None:
    """A check that lets everything be changed."""


def raid(date: str, **more):
    return statement(date=date, by="Norland", on="Sudmark", **{"text": f"An attack on {date}.", **more})


def keep(store: Store, name: str, date: str, **more):
    """A document at http://NAME that tells one raid; its id and its event's."""
    text = f"{name}. An attack on {date}."
    outcome = record(store, document(text, url=f"http://{name}", published="2025-12-29"), [raid(date, **more)])
    return outcome.document_id, outcome.events[0]


def listed(store: Store):
    return find_events(store, Filters()).events


def correct(store: Store, event: str, **fields):
    return curate.correct(store, event, fields, by="desk", check=always)


def merge(store: Store, event: str, *others: str):
    return curate.merge(store, event, others, by="desk", check=always)


def split(store: Store, event: str, *documents: str):
    return curate.split(store, event, [(one, 0) for one in documents], by="desk", check=always)


def revert(store: Store, event: str, to: int = 0):
    return curate.revert(store, event, to, by="desk", check=always)


def test_a_corrected_field_is_as_set_and_marked(store):
    _, event = keep(store, "a", OCTOBER)
    assert correct(store, event, headline="Raid at dawn", status=Status.DENIED, place=Place("Sund", "EE")) == event
    (found,) = listed(store)
    assert (found["headline"], found["status"], found["place"]["name"]) == ("Raid at dawn", "denied", "Sund")
    assert found["curated"] == ["headline", "place", "status"]


def test_later_reading_does_not_change_a_corrected_field_and_does_the_others(store):
    _, event = keep(store, "a", OCTOBER)
    correct(store, event, headline="Raid at dawn")
    assert keep(store, "b", OCTOBER, headline="Attack again", salience=0.9)[1] == event
    (found,) = listed(store)
    assert (found["headline"], found["reports"]) == ("Raid at dawn", 2)


def test_reading_again_keeps_id_and_correction_even_with_another_type(store):
    text, event = keep(store, "a", OCTOBER)
    correct(store, event, headline="Raid at dawn")
    reread(store, text, raid(OCTOBER, kind="threaten"))
    (found,) = listed(store)
    assert (found["id"], found["headline"], found["type"]) == (event, "Raid at dawn", "threaten")


def test_a_correction_sleeps_while_no_reading_finds_its_words_and_wakes_with_its_id(store):
    text, event = keep(store, "a", OCTOBER)
    correct(store, event, headline="Raid at dawn")
    reread(store, text)
    assert listed(store) == []
    reread(store, text, raid(OCTOBER))
    assert [(one["id"], one["headline"]) for one in listed(store)] == [(event, "Raid at dawn")]


def reread(store: Store, text: str, *told):
    with store.writing() as writing:
        ((serial,),) = rows(Document.select(Document.serial).where(Document.id == text), writing.database)
        query = Statement.select(Statement.event).where(Statement.document == serial)
        events = {event for (event,) in rows(query, writing.database)}
        replace_statements(writing, serial, readings(told, ranks(told)))
        remerge(writing, serial, events)


def test_a_changed_text_at_the_address_keeps_the_correction(store):
    _, event = keep(store, "a", OCTOBER)
    correct(store, event, headline="Raid at dawn")
    text = "Corrected: one was hurt. " + (told := raid(OCTOBER, start=25)).sentence
    record(store, document(text, url="http://a"), [told])
    assert [(one["id"], one["headline"]) for one in listed(store)] == [(event, "Raid at dawn")]


def test_a_document_deleted_and_kept_again_comes_back_with_id_and_correction(store):
    text, event = keep(store, "a", OCTOBER)
    correct(store, event, headline="Raid at dawn")
    remove(store, text)
    assert listed(store) == []
    keep(store, "a", OCTOBER)
    assert [(one["id"], one["headline"]) for one in listed(store)] == [(event, "Raid at dawn")]


def test_a_correction_stays_while_another_report_is_left(store):
    text, event = keep(store, "a", OCTOBER)
    keep(store, "b", OCTOBER)
    correct(store, event, headline="Raid at dawn")
    remove(store, text)
    assert [(one["id"], one["headline"], one["reports"]) for one in listed(store)] == [(event, "Raid at dawn", 1)]


def test_a_merged_event_keeps_the_oldest_id_and_the_others_lead_to_it(store):
    _, older = keep(store, "a", OCTOBER)
    _, newer = keep(store, "b", DECEMBER)
    assert merge(store, newer, older) == older
    (found,) = listed(store)
    assert (found["id"], found["reports"]) == (older, 2)
    with pytest.raises(MergedError) as caught:
        get_event(store, newer)
    assert caught.value.into == older
    assert [(one["event"], one["merged_into"]) for one in find_changes(store) if one["action"] == "deleted"] == [
        (newer, older)
    ]


def test_what_was_merged_stays_merged_when_more_is_read(store):
    _, older = keep(store, "a", OCTOBER)
    merge(store, keep(store, "b", DECEMBER)[1], older)
    assert keep(store, "c", DECEMBER)[1] == older
    assert keep(store, "d", OCTOBER)[1] == older
    assert [one["reports"] for one in listed(store)] == [4]


def test_a_split_keeps_the_id_with_the_first_statement_and_holds_when_more_is_read(store):
    first, event = keep(store, "a", OCTOBER)
    second, same = keep(store, "b", OCTOBER)
    assert same == event
    rest, part = split(store, event, second)
    assert (rest, part != event) == (event, True)
    assert [one["document"]["id"] for one in get_event(store, part)["evidence"]] == [second]
    keep(store, "c", OCTOBER)
    assert len(listed(store)) == 2
    assert {one["document"]["id"] for one in get_event(store, event)["evidence"]} >= {first}


def test_splitting_off_the_first_statement_gives_the_rest_a_new_id(store):
    first, event = keep(store, "a", OCTOBER)
    keep(store, "b", OCTOBER)
    rest, part = split(store, event, first)
    assert (part, rest != event) == (event, True)


def test_the_same_text_republished_goes_along_in_a_split(store):
    first, event = keep(store, "a", OCTOBER)
    second, _ = keep(store, "b", OCTOBER)
    twin = record(store, document(f"b. An attack on {OCTOBER}.", url="http://z"), [raid(OCTOBER)]).document_id
    _, part = split(store, event, second)
    assert {one["document"]["id"] for one in get_event(store, part)["evidence"]} == {second, twin}
    with pytest.raises(InputError, match="nothing would be left"):
        split(store, event, first)


def test_revert_brings_back_what_was_read_with_the_ids(store):
    _, older = keep(store, "a", OCTOBER)
    _, newer = keep(store, "b", DECEMBER)
    before = listed(store)
    correct(store, older, type="consult")
    merge(store, older, newer)
    correct(store, older, headline="Two raids")
    revert(store, older)
    assert same(listed(store)) == same(before)


def same(events):
    """All of the events but when they changed."""
    return [{name: value for name, value in one.items() if name not in ("created", "updated")} for one in events]


def test_revert_to_an_entry_brings_back_what_held_then_and_can_be_taken_back(store):
    _, event = keep(store, "a", OCTOBER)
    states = []
    for headline in ("One", "Two", "Three"):
        correct(store, event, headline=headline)
        states.append((find_history(store, event)[-1]["number"], headline))
    for number, headline in (states[0], states[2], states[1]):
        revert(store, event, number)
        assert listed(store)[0]["headline"] == headline
    reverts = [one["number"] for one in find_history(store, event) if one["action"] == "reverted"]
    revert(store, event, reverts[0])
    assert listed(store)[0]["headline"] == "One"


def test_undoing_a_split_undoes_what_was_done_to_the_part(store):
    _, event = keep(store, "a", OCTOBER)
    second, _ = keep(store, "b", OCTOBER)
    before = listed(store)
    _, part = split(store, event, second)
    correct(store, part, headline="Another raid")
    merge(store, part, keep(store, "c", DECEMBER)[1])
    revert(store, event)
    assert same(listed(store))[:1] == same(before)
    assert [one["curated"] for one in listed(store)] == [[], []]


def test_revert_to_what_holds_changes_nothing(store):
    _, event = keep(store, "a", OCTOBER)
    correct(store, event, headline="One")
    history = find_history(store, event)
    revert(store, event, history[-1]["number"])
    assert find_history(store, event) == history
    with pytest.raises(InputError, match="no entry"):
        revert(store, event, 10**9)


def test_the_history_tells_who_did_what(store):
    _, event = keep(store, "a", OCTOBER)
    correct(store, event, headline="Raid at dawn")
    _, other = keep(store, "b", DECEMBER)
    merge(store, event, other)
    history = find_history(store, event)
    assert [(one["action"], one["by"]) for one in history] == [
        ("created", None),
        ("corrected", "desk"),
        ("merged", "desk"),
    ]
    assert history[1]["changes"] == [{"field": "headline", "before": "Attack told", "after": "Raid at dawn"}]
    assert history[2]["events"] == [other]


def test_what_is_hidden_is_in_no_list_and_can_be_shown_again(store):
    _, event = keep(store, "a", OCTOBER)
    correct(store, event, hidden=True)
    assert listed(store) == []
    assert get_event(store, event)["hidden"] is True
    keep(store, "b", OCTOBER)
    assert listed(store) == []
    revert(store, event)
    assert [(one["id"], one["reports"]) for one in listed(store)] == [(event, 2)]
    assert [one["action"] for one in find_changes(store)] == ["created", "deleted", "created"]


def test_what_cannot_be_merged_is_named(store):
    _, event = keep(store, "a", OCTOBER)
    _, other = keep(store, "b", DECEMBER)
    for others, place in (([event], "events/0"), ([other, other], "events/1"), ([other, "none"], "events/1")):
        with pytest.raises(InputError) as caught:
            merge(store, event, *others)
        assert caught.value.place == place
    with pytest.raises(NotFoundError):
        merge(store, "none", event)
    assert len(listed(store)) == 2


def test_a_stale_change_does_nothing(store):
    def refuse(_: int) -> None:
        raise StaleError("changed")

    _, event = keep(store, "a", OCTOBER)
    before = listed(store), find_history(store, event)
    for act in (
        lambda: curate.correct(store, event, {"headline": "x"}, by=None, check=refuse),
        lambda: curate.revert(store, event, 0, by=None, check=refuse),
    ):
        with pytest.raises(StaleError):
            act()
    assert (listed(store), find_history(store, event)) == before


def test_a_field_corrected_twice_is_as_set_last_after_a_merge_too(store):
    _, older = keep(store, "a", OCTOBER)
    _, newer = keep(store, "b", DECEMBER)
    correct(store, newer, headline="First word")
    correct(store, older, headline="Last word")
    merge(store, older, newer)
    assert [one["headline"] for one in listed(store)] == ["Last word"]
