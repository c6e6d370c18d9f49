"""Reading again by other rules: what is told the same keeps its ids, what people set stays, and it may be stopped."""

from collections import Counter
from dataclasses import replace

import pytest

from tests.making import document, statement
from tests.test_ingest import SEEDS, chronology, seeds  # noqa: F401
from timeline import curate, ingest, naming, reread
from timeline.cli import main
from timeline.intake.read import documents
from timeline.model.days import parse_iso_day
from timeline.model.filters import Filters
from timeline.reread import Rereading
from timeline.store.database import open_store
from timeline.store.migrate import upgrade
from timeline.store.people import named_actor
from timeline.store.queries import data_version, find_changes, find_events, get_event
from timeline.store.texts import find_documents, get_document

OLD, NEW = "old rules", "new rules"
ATTACK = {"by": "Norland", "on": "Sudmark", "date": "2025-10-11"}


def first(number):
    """What the old rules read in a text: an attack, and a talk that they took for aid."""
    return [
        statement("attack", text=f"An attack in text {number}.", **ATTACK),
        statement("talk", "aid", text=f"Some talk in text {number}.", start=30, at="Sund", date="2025-10-20"),
    ]


def then(number):
    """What the new ones do: a flood before them all, the same attack, a talk that is one."""
    attack, talk = first(number)
    flood = statement("flood", "disaster", text=f"A flood in text {number}.", start=60, date="2025-10-05", at="Mirton")
    return [flood, attack, replace(talk, type="consult")]


def text(number, published="2025-10-29"):
    return document(f"An attack in text {number}.", url=f"http://made.up/{number}", published=published)


@pytest.fixture
def kept(store, monkeypatch):
    """A store with three texts that the old rules read; from now on the new ones do."""
    for number in range(3):
        ingest.record(store, text(number, f"2025-10-2{number}"), first(number), rules=OLD)
    monkeypatch.setattr(reread, "rulebook", lambda _: NEW)
    monkeypatch.setattr(reread, "extract", lambda read, **_: then(int(read.url[-1])))
    return store


def run(store, **options):
    again = Rereading(store, **options)
    for serial in again.documents:
        again.read_again(serial)
    return again


def by_type(store, **filters):
    return {event["type"]: event for event in find_events(store, Filters(**filters)).events}


def test_ids_stay_where_the_happening_is_the_same_and_the_summary_tells_the_rest(kept):
    before = by_type(kept)
    again = run(kept)
    after = by_type(kept)
    assert set(after) == {"assault", "consult", "disaster"}
    assert after["assault"] == before["assault"]  # not even written
    assert after["consult"]["id"] == before["aid"]["id"]
    assert again.summary() == (
        "3 documents read again; statements: 3 same, 3 changed, 3 new, 0 gone; events: 1 created, 1 updated, 0 deleted"
    )


def test_a_second_time_nothing_is_read_and_by_force_nothing_changes(kept):
    run(kept)
    version = data_version(kept)
    assert list(Rereading(kept).documents) == []
    again = run(kept, everything=True)
    assert (again.read, again.statements) == (3, Counter(same=9))
    assert again.events == {}
    assert data_version(kept) == version


def test_what_is_not_told_any_more_goes(kept, monkeypatch):
    monkeypatch.setattr(reread, "extract", lambda read, **_: first(int(read.url[-1]))[:1])
    aid = by_type(kept)["aid"]["id"]
    assert (
        run(kept)
        .summary()
        .endswith("statements: 3 same, 0 changed, 0 new, 3 gone; events: 0 created, 0 updated, 1 deleted")
    )
    assert [change["event"] for change in find_changes(kept) if change["action"] == "deleted"] == [aid]


def test_what_people_set_stays(kept):
    before = by_type(kept)
    curate.correct(kept, before["aid"]["id"], {"headline": "A talk, said we"}, by="me", check=lambda _: None)
    curate.correct(kept, before["assault"]["id"], {"salience": 1.0}, by="me", check=lambda _: None)
    run(kept)
    after = by_type(kept)
    assert (after["consult"]["id"], after["consult"]["headline"]) == (before["aid"]["id"], "A talk, said we")
    assert (after["assault"]["id"], after["assault"]["salience"]) == (before["assault"]["id"], 1.0)


def test_who_people_said_is_who_stays_and_so_do_the_ids(kept, monkeypatch):
    def told(number):
        names = ("The Harbour Master", "Ann Berg", "Ann Dahl Berg")
        return [statement("visit", "consult", text=f"{name} came.", by=name) for name in names[: 2 + number % 2]]

    def who():
        return {name: named_actor(kept, name)["id"] for name in ("Ann Berg", "The Harbour Master", "Ann Dahl Berg")}

    for number in (10, 11):
        ingest.record(kept, text(number), told(number), rules=OLD)
    naming.merge_actors(kept, who()["Ann Berg"], [who()["The Harbour Master"]], by="desk", place="with")
    naming.split_actor(kept, who()["Ann Berg"], "Ann Dahl Berg", by="desk")
    said = who()
    assert said["Ann Berg"] != said["Ann Dahl Berg"]
    assert len(set(said.values())) == 2
    monkeypatch.setattr(reread, "extract", lambda read, **_: told(int(read.url.rpartition("/")[2])))
    run(kept)
    assert who() == said


def test_stopped_in_the_middle_it_leaves_whole_documents_and_goes_on(kept, monkeypatch):
    def fail(read, **_):
        if read.url.endswith("1"):
            raise KeyboardInterrupt
        return then(int(read.url[-1]))

    with monkeypatch.context() as patch:
        patch.setattr(reread, "extract", fail)
        with pytest.raises(KeyboardInterrupt):
            run(kept)
    told = {one["url"][-1]: one["statements"] for one in find_documents(kept).items}
    assert told == {"0": 3, "1": 2, "2": 2}
    assert run(kept).read == 2
    assert set(by_type(kept)) == {"assault", "consult", "disaster"}


def test_a_failure_while_writing_leaves_the_document_as_it_was(kept, monkeypatch):
    before = find_events(kept, Filters()).events
    monkeypatch.setattr(reread, "remerge", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        run(kept)
    assert find_events(kept, Filters()).events == before
    assert len(Rereading(kept).documents) == 3


def test_only_what_was_published_since_a_day_is_read(kept):
    again = run(kept, since=parse_iso_day("2025-10-21"))
    assert again.read == 2
    assert len(Rereading(kept).documents) == 1


def test_what_was_known_when_is_read_again_too(kept):
    run(kept)
    for day, reports in (("2025-10-20", 1), ("2025-10-21", 2), ("2025-10-22", 3)):
        known = by_type(kept, as_of=parse_iso_day(day))
        assert {kind: event["reports"] for kind, event in known.items()} == {
            "assault": reports, "consult": reports, "disaster": reports,
        }  # fmt: skip
    assert by_type(kept, as_of=parse_iso_day("2025-10-19")) == {}


def test_links_lead_where_they_led_when_statements_are_numbered_anew(kept):
    run(kept)
    for one in find_documents(kept).items:
        told = get_document(kept, one["id"])["statements"]
        assert [statement["trigger"]["text"] for statement in told] == ["flood", "attack", "talk"]
        for statement_told in told:
            assert get_event(kept, statement_told["event"])["type"] == statement_told["type"]


def test_read_again_a_store_says_what_a_new_one_says(seeds, tmp_path):  # noqa: F811
    texts = seeds[2:6]
    url = f"sqlite:///{tmp_path}/old.db"
    with open_store(url, must_be_current=False) as store:
        upgrade(store)
        for one, told in texts:
            poor = [replace(each, links=(), mode=None) for each in told[::2]]
            ingest.record(store, one, poor, rules=OLD)
        assert run(store).read == len(texts)
        again = chronology(url, [])
    assert again == chronology(f"sqlite:///{tmp_path}/new.db", texts)


def test_the_command_reads_again_what_is_kept(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("TIMELINE_DATABASE_URL", url := f"sqlite:///{tmp_path}/a.db")
    with open_store(url, must_be_current=False) as store:
        upgrade(store)
        for one in list(documents([str(SEEDS)]))[:1]:
            ingest.ingest(store, one)
    for arguments, read in ((["reread"], 0), (["reread", "--all", "--since", "2025-10-10"], 1)):
        assert main(arguments) == 0
        assert capsys.readouterr().out.startswith(f"{read} document")
