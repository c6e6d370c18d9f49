"""Every change of the chronology is told in order, and the order of documents does not matter."""

import random
import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.keeping import ATTACK, events, keep
from tests.making import link, statement, toll, when
from timeline import ingest
from timeline.store.queries import data_version, find_changes, get_event
from timeline.store.tables import TABLES, State
from timeline.store.texts import find_documents

# --- the change sequence


def test_every_change_gets_the_next_number(store):
    first = keep(store, statement(**ATTACK))
    keep(store, statement(**ATTACK), url="http://b", text="Again.")
    ingest.remove(store, first.document_id)
    ingest.remove(store, find_documents(store).items[0]["id"])
    changes = find_changes(store)
    assert [change["action"] for change in changes] == ["created", "updated", "updated", "deleted"]
    assert len({change["event"] for change in changes}) == 1
    numbers = [change["sequence"] for change in changes]
    assert numbers == sorted(set(numbers))
    assert numbers[-1] <= data_version(store)


def test_what_did_not_change_is_not_told_as_changed(store):
    keep(store, statement(**ATTACK), statement("quake", "disaster", at="Sund", date="2025-10-12"))
    outcome = keep(store, statement(**ATTACK), url="http://b", text="Again.")
    assert len(outcome.updated) == 1


def test_copies_that_follow_the_changes_never_drift(store):
    """Deletions, merges and updates told in order rebuild the list of ids."""
    chance, copy, since = random.Random(3), set(), 0
    kept = []
    for number in range(40):
        if kept and chance.random() < 0.3:
            ingest.remove(store, kept.pop(chance.randrange(len(kept))))
        else:
            kept.append(keep(store, _made(chance), _made(chance), url=f"http://{number}", text=f"{number}").document_id)
        for change in find_changes(store, since=since):
            since = change["sequence"]
            (copy.discard if change["action"] == "deleted" else copy.add)(change["event"])
        assert copy == {event["id"] for event in events(store)}


def _made(chance):
    lemma, kind = chance.choice([("attack", "assault"), ("talk", "consult")])
    names = [(), "Norland", "Sudmark"]
    dates = ["2025-10-11", "2025-10-12", "2025-10", "[2025-10-11..2025-10-20]"]
    return statement(
        lemma, kind, by=chance.choice(names), on=chance.choice(names), at=chance.choice([None, "Sund", "Mirton"]),
        date=chance.choice(dates), basis=chance.choice(["stated", "ordered"]),
    )  # fmt: skip


def test_writers_in_many_threads_take_turns(store):
    def write(name):
        for number in range(5):
            keep(store, statement(**ATTACK), url=f"http://{name}/{number}", text=f"{name} {number}")
        store.release()

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (event,) = events(store)
    assert event["reports"] == 20
    numbers = [change["sequence"] for change in find_changes(store)]
    assert numbers == sorted(set(numbers))
    assert len(numbers) == 20


# --- the order of documents


def texts():
    """A small story in six texts: an attack, loose and dated talks, a denial, a repetition."""
    loose = when("[2025-10-11..2025-10-29]", "ordered", because=("after the attack",))
    return [
        ("http://a", [statement(**ATTACK), statement("talk", "consult", at="Sund", when=loose, links=(link("after", 0),)),
                      statement("talk", "consult", at="Mirton", when=loose, links=(link("after", 1),))]),
        ("http://b", [statement("talk", "consult", at="Sund", date="2025-10-18/2025-10-19", of=["Norland", "Sudmark"])]),
        ("http://c", [statement(**ATTACK, status="denied", claimed=["Norland"]),
                      statement("quake", "disaster", at="Sund", date="2025-10-18")]),
        ("http://d", [statement(**ATTACK, at="Port Vale", quantities=toll(12))]),
        ("http://e", [statement(**ATTACK, quantities=toll(20)),
                      statement("negotiation", "consult", at="Mirton", date="2025-10-25", of=["Norland", "Estria"])]),
        ("http://f", [statement(**ATTACK)]),
    ]  # fmt: skip


def chronology(store):
    """What is served, without ids and moments."""
    ids = {event["id"]: number for number, event in enumerate(events(store))}

    def plain(value):
        if isinstance(value, dict):
            return {
                name: plain(inner) for name, inner in value.items() if name not in ("id", "created", "updated", "event")
            }
        return [plain(inner) for inner in value] if isinstance(value, list) else value

    full = [get_event(store, identity) for identity in ids]
    for event in full:
        del event["history"], event["known"]  # these hang on which id is the oldest
        event["evidence"].sort(key=lambda one: (one["document"]["url"], one["number"]))
        event["links"].sort(key=str)
    return plain(full)


def wipe(store):
    for table in reversed(TABLES):
        if table is not State:
            table.delete().execute(store.database)
    store.database.execute_sql("DELETE FROM event_search")


@pytest.fixture
def in_order(store):
    """The chronology of the texts in their order, by the text that is removed at the end."""
    return {removed: told_in(store, range(6), removed) for removed in (None, *range(6))}


def told_in(store, numbers, removed):
    wipe(store)
    told = texts()
    for number in numbers:
        keep(store, *told[number][1], url=told[number][0], text=f"{number}")
    if removed is not None:
        ingest.remove(store, next(one["id"] for one in find_documents(store).items if one["url"] == told[removed][0]))
    return chronology(store)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(6)), removed=st.none() | st.integers(0, 5))
def test_the_chronology_does_not_depend_on_the_order_of_the_documents(store, in_order, order, removed):
    assert told_in(store, order, removed) == in_order[removed]
