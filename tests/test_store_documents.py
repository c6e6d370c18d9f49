"""What is kept of documents: once each, replaced when they change, taken away with what they alone told."""

from dataclasses import replace

import pytest

from tests.keeping import ATTACK, actions, events, keep
from tests.making import document, statement, toll
from timeline import ingest
from timeline.errors import InputError, NotFoundError, StoreError
from timeline.store.people import find_actors
from timeline.store.queries import data_version, get_event
from timeline.store.tables import TABLES
from timeline.store.texts import find_documents, get_document

# --- documents


def test_the_same_text_at_the_same_address_changes_nothing(store):
    first = keep(store, statement(**ATTACK))
    version, changes = data_version(store), actions(store)
    again = keep(store, statement(**ATTACK))
    assert (again.is_new, again.document_id, again.events) == (False, first.document_id, first.events)
    assert (data_version(store), actions(store)) == (version, changes)


def test_a_text_without_an_address_is_known_by_its_body(store):
    assert keep(store, statement(**ATTACK), url=None).is_new
    assert not keep(store, statement(**ATTACK), url=None).is_new


def test_the_same_text_elsewhere_is_another_document_and_the_same_report(store):
    keep(store, statement(**ATTACK))
    keep(store, statement(**ATTACK), url="http://b")
    (event,) = events(store)
    assert event["reports"] == 1
    assert len(get_event(store, event["id"])["evidence"]) == 2
    assert len(find_documents(store).items) == 2
    keep(store, statement(**ATTACK), url="http://c", text="In other words.")
    assert events(store)[0]["reports"] == 2


@pytest.mark.parametrize("first", ["undated", "dated"])
def test_a_copy_of_another_day_is_the_same_word_by_word_though_less_is_read_in_it(store, first):
    """The second Statement of the copy is the third of the text."""
    raid, quake, talk = (
        statement("raid", by="Norland", date="2025-10-11"),
        statement("quake", "disaster", start=100, at="Sund"),
        statement("talk", "consult", start=200, by="Estria"),
    )
    copies = [
        {"told": (raid, quake, talk), "url": "http://a"},
        {"told": (raid, talk), "url": "http://b", "published": None},
    ]
    for one in copies if first == "dated" else reversed(copies):
        told = one.pop("told")
        ingest.record(store, document("A raid, a quake, a talk.", **one), list(told))
    found = {event["headline"]: get_event(store, event["id"]) for event in events(store)}
    assert {name: len(event["evidence"]) for name, event in found.items()} == {
        "Raid told": 2, "Quake told": 1, "Talk told": 2,
    }  # fmt: skip
    assert {event["reports"] for event in found.values()} == {1}


def test_a_changed_text_at_the_same_address_replaces_what_was_told(store):
    first = keep(store, statement(**ATTACK), statement("quake", "disaster", at="Sund", date="2025-10-12"))
    second = keep(store, statement(**ATTACK), text="Corrected.")
    assert (second.document_id, second.version, second.is_new) == (first.document_id, 2, True)
    (event,) = events(store)
    assert event["id"] == first.events[0]
    (kept,) = find_documents(store).items
    assert (kept["version"], kept["statements"]) == (2, 1)
    assert get_document(store, first.document_id)["body"].endswith("Corrected.")
    assert actions(store)[-1] == ("deleted", first.events[1], None)


def test_ids_stay_when_a_text_is_read_again_with_other_dates_and_sentences(store):
    first = keep(store, statement(**ATTACK), statement("talk", "consult", at="Sund", date="2025-10-12"))
    moved = statement(**(ATTACK | {"date": "2025-10-14"}), text="Later there was an attack.")
    second = keep(store, moved, statement("talk", "consult", at="Mirton", date="2025-10-12"), text="Corrected.")
    assert second.events == first.events
    assert second.created == second.deleted == ()


def test_deleting_a_document_takes_what_it_alone_told(store):
    first = keep(store, statement(**ATTACK), statement("quake", "disaster", at="Sund", date="2025-10-12"))
    keep(store, statement(**ATTACK, quantities=toll(3)), url="http://b", text="More.")
    outcome = ingest.remove(store, first.document_id)
    (event,) = events(store)
    assert (event["id"], event["reports"]) == (first.events[0], 1)
    assert (outcome.updated, outcome.deleted) == ((event["id"],), (first.events[1],))
    assert len(get_event(store, event["id"])["evidence"]) == 1
    with pytest.raises(NotFoundError):
        get_document(store, first.document_id)
    with pytest.raises(NotFoundError):
        get_event(store, first.events[1])


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)  # which alone takes a transaction back by itself
def test_a_full_disk_is_told_as_such(store):
    store.database.execute_sql("PRAGMA max_page_count = 1")  # which means: none more than there are
    with pytest.raises(StoreError, match="disk is full"):
        keep(store, *[statement(**ATTACK, text=f"There was an attack, {number}.") for number in range(300)])
    assert events(store) == []


def test_deleting_what_is_not_there_is_an_error_and_changes_nothing(store):
    version = data_version(store)
    with pytest.raises(NotFoundError, match="no document"):
        ingest.remove(store, "nothing")
    assert data_version(store) == version


def test_deleting_everything_leaves_an_empty_chronology(store):
    outcomes = [keep(store, statement(**ATTACK), url=f"http://{name}", text=name) for name in "abc"]
    for outcome in outcomes:
        ingest.remove(store, outcome.document_id)
    assert events(store) == find_documents(store).items == find_actors(store).items == []
    for table in TABLES:
        kept = table.select().count(store.database)
        assert kept == 0 or table.__name__ in ("State", "Change", "Actor", "ActorKey", "Source"), table
    assert store.database.execute_sql("SELECT count(*) FROM event_search").fetchone() == (0,)


def test_a_deleted_document_can_come_back(store):
    outcome = keep(store, statement(**ATTACK))
    ingest.remove(store, outcome.document_id)
    assert keep(store, statement(**ATTACK)).is_new
    assert len(events(store)) == 1


@pytest.mark.parametrize("body", ["a \0 character", "half a \ud800 character"])
def test_a_text_that_no_database_keeps_is_refused_whole(store, body):
    with pytest.raises(InputError, match="which cannot be kept"):
        ingest.record(store, replace(document("x", url="http://a"), body=body), [])
    assert find_documents(store).items == []


def test_a_failure_halfway_leaves_nothing(store, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError

    version = data_version(store)
    monkeypatch.setattr(ingest, "save_events", fail)
    with pytest.raises(ZeroDivisionError):
        keep(store, statement(**ATTACK))
    assert (data_version(store), find_documents(store).items) == (version, [])


def test_a_text_republished_later_keeps_the_dates_of_its_first_day(store):
    first = keep(store, statement(by="Norland", date="2025-10-12"), published="2025-10-12", url="http://late")
    keep(store, statement(by="Norland", date="2025-10-11"), published="2025-10-11", url="http://early")
    (event,) = events(store)
    assert (event["id"], event["when"]["edtf"], event["when"]["disputed"]) == (first.events[0], "2025-10-11", False)
