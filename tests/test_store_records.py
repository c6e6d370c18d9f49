"""What is kept of documents and events: once each, under ids that stay, with every change told."""

import datetime
import random
import threading
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.making import actor, document, link, place, statement, toll, when
from timeline import ingest
from timeline.errors import InputError, MergedError, NotFoundError, StoreError
from timeline.model import edtf
from timeline.model.filters import Filters
from timeline.model.statement import Role, RoleName
from timeline.store import database
from timeline.store.codec import pack, unpack
from timeline.store.people import find_actors
from timeline.store.queries import data_version, find_changes, find_events, get_event
from timeline.store.shape import quoted
from timeline.store.tables import TABLES, State
from timeline.store.tellings import paired
from timeline.store.texts import find_documents, get_document

ATTACK = {"by": "Norland", "on": "Sudmark", "date": "2025-10-11"}


def keep(store, *told, url="http://a", text="", **more):
    """Ingest these Statements as a document of that address; `text` makes its body differ."""
    sentences = [one.sentence for one in told] + ([text] if text else [])
    return ingest.record(store, document(*sentences, url=url, **more), list(told))


def events(store):
    return find_events(store, Filters(), limit=500).events


def actions(store):
    return [(change["action"], change["event"], change["merged_into"]) for change in find_changes(store)]


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


# --- events


def test_two_texts_that_tell_one_happening_are_one_event(store):
    first = keep(store, statement(**ATTACK))
    second = keep(store, statement(**ATTACK), url="http://b", text="Again.")
    assert second.events == first.events
    assert (second.created, second.updated) == ((), first.events)


def test_an_event_that_is_merged_away_leads_to_the_older_one(store):
    first = keep(store, statement(**(ATTACK | {"date": "2025-10-11", "at": "Sund", "on": ()})))
    second = keep(store, statement(**(ATTACK | {"by": (), "date": "2025-10-11"})), url="http://b", text="More.")
    assert first.events != second.events
    third = keep(store, statement(**ATTACK, at="Sund"), url="http://c", text="All.")
    assert third.events == first.events
    with pytest.raises(MergedError) as caught:
        get_event(store, second.events[0])
    assert caught.value.into == first.events[0]
    assert ("deleted", second.events[0], first.events[0]) in actions(store)
    assert get_event(store, first.events[0])["history"][-1]["merged_into"] == first.events[0]


def test_an_id_that_was_merged_twice_leads_to_the_last(store):
    """Three loose reports; each later text shows that two of them were one."""
    parts = [{"by": "Norland"}, {"on": "Sudmark"}, {"at": "Sund"}]
    ids = [
        keep(store, statement(date="2025-10-11", **part), url=f"http://{n}", text=f"{n}").events[0]
        for n, part in enumerate(parts)
    ]
    assert len(set(ids)) == 3
    keep(store, statement(date="2025-10-11", on="Sudmark", at="Sund"), url="http://x", text="x")
    keep(store, statement(date="2025-10-11", by="Norland", on="Sudmark"), url="http://y", text="y")
    for merged in ids[1:]:
        with pytest.raises(MergedError) as caught:
            get_event(store, merged)
        assert caught.value.into == ids[0]


def test_when_what_joined_two_goes_they_are_two_again_and_the_first_keeps_the_id(store):
    parts = [ATTACK | {"on": (), "at": "Sund"}, ATTACK | {"by": ()}]
    first, second = (
        keep(store, statement(**part), url=f"http://{n}", text=f"{n}").events[0] for n, part in enumerate(parts)
    )
    joint = keep(store, statement(**ATTACK, at="Sund"), url="http://c", text="All.")
    outcome = ingest.remove(store, joint.document_id)
    kept = {event["id"] for event in events(store)}
    assert len(kept) == 2
    assert first in kept
    assert second not in kept
    assert len(outcome.created) == 1


def test_the_talks_in_between_are_dated_when_another_text_dates_them(store):
    loose = when("[2025-10-11..2025-10-29]", "ordered", because=("after the attack of 2025-10-11",))
    talks = [
        statement("talk", "consult", text="There were talks in Port Vale.", at="Port Vale", when=loose),
        statement(
            "talk",
            "consult",
            text="There were talks in Sund.",
            start=40,
            at="Sund",
            when=loose,
            links=(link("after", 0),),
        ),
    ]
    article = keep(store, *talks)
    assert [event["place"]["name"] for event in events(store)] == ["Port Vale", "Sund"]
    dated = keep(store, statement("talk", "consult", at="Port Vale", date="2025-10-18/2025-10-19"), url="http://b")
    assert [event["when"]["edtf"] for event in events(store)] == ["2025-10-18/2025-10-19", "[2025-10-19..2025-10-29]"]
    assert set(dated.updated) == set(article.events)
    reasons = get_event(store, article.events[1])["when"]["because"]
    assert reasons == ["after the attack of 2025-10-11", "after Talk told (2025-10-18/2025-10-19): then"]
    ingest.remove(store, dated.document_id)
    assert [event["when"]["edtf"] for event in events(store)] == ["[2025-10-11..2025-10-29]"] * 2


def test_within_equal_bounds_links_order_the_list(store):
    loose = when("[2025-10-11..2025-10-29]", "ordered")
    for number in range(5):
        told = [
            statement(
                "talk", "consult", text="Then a talk.", at=f"Late {number}", when=loose, links=(link("after", 1),)
            ),
            statement("talk", "consult", text="First a talk.", at=f"Early {number}", when=loose),
        ]
        keep(store, *told, url=f"http://{number}", text=f"{number}")
    names = [event["place"]["name"].split()[0] for event in events(store)]
    assert names == ["Early"] * 5 + ["Late"] * 5


def test_weak_links_order_the_list_but_bound_nothing(store):
    loose = when("[..2025-10-29]", "published")
    told = [
        statement("talk", "consult", at="Sund", when=loose, links=(link("after", 1, is_strong=False),)),
        statement("talk", "consult", start=40, at="Mirton", when=loose),
    ]
    keep(store, *told)
    assert [event["place"]["name"] for event in events(store)] == ["Mirton", "Sund"]


def test_the_answer_is_kept_as_it_is_served(store):
    told = statement(
        **ATTACK,
        at="Sund",
        quantities=toll(3),
        status="alleged",
        claimed=["Sudmark"],
        text="An attack on 11 October.",
        start=0,
    )
    told = replace(told, when=replace(told.when, text="11 October", start=13, end=23))
    keep(store, told, outlet="The Gazette")
    (event,) = events(store)
    assert list(event) == [
        "id", "headline", "type", "mode", "when", "actors", "place", "quantities", "status", "claimed_by", "salience",
        "reports", "quote", "marks", "source", "curated", "created", "updated",
    ]  # fmt: skip
    assert event["when"] == {
        "edtf": "2025-10-11", "earliest": "2025-10-11", "latest": "2025-10-11", "precision": "day",
        "core": {"from": "2025-10-11", "to": "2025-10-11"}, "likely": None, "basis": "stated", "disputed": False,
    }  # fmt: skip
    assert [(one["name"], one["role"], one["kind"], one["country"]) for one in event["actors"]] == [
        ("Norland", "agent", "state", "NO"), ("Sudmark", "target", "state", "SD"),
    ]  # fmt: skip
    assert event["place"] == {"name": "Sund", "country": "EE", "latitude": 50.0, "longitude": 10.0}
    assert event["source"] == {"name": "The Gazette", "url": "http://a", "published": "2025-10-29"}
    assert (event["quote"], event["marks"]) == ("An attack on 11 October.", {"trigger": [3, 9], "when": [13, 23]})


@pytest.mark.parametrize(
    "text", ["-0043-03-15", "Y12025", "-99999-01-01".replace("-99999", "Y-99999"), "XXXX-10-11", "199X"]
)
def test_far_years_and_years_unknown_are_kept(store, text):
    keep(store, statement(by="Norland", date=text))
    (event,) = events(store)
    span = edtf.parse(text)
    assert (event["when"]["edtf"], event["when"]["earliest"], event["when"]["latest"]) == (
        text,
        span.earliest,
        span.latest,
    )


def test_one_row_for_each_actor_with_its_aliases(store):
    parts = [("Norland", ("the North",)), ("NORLAND", ("the Kingdom",)), ("Norland", ("the north",))]
    for number, (name, aliases) in enumerate(parts):
        somebody = replace(actor("Norland"), name=name, aliases=aliases)
        told = replace(statement(date=f"2025-0{number + 1}-01"), roles=(Role(somebody, RoleName.AGENT),))
        keep(store, told, url=f"http://{number}", text=f"{number}")
    (one,) = find_actors(store).items
    assert (one["name"], one["aliases"], one["events"]) == ("Norland", ["the Kingdom", "the North"], 3)


def test_an_event_told_under_several_names_is_found_under_each(store):
    for number, alias in enumerate(("the North", "the Kingdom")):
        told = replace(statement(date="2025-01-01"), roles=(Role(actor("Norland", aliases=(alias,)), RoleName.AGENT),))
        keep(store, told, url=f"http://{number}", text=f"{number}")
    for name in ("norland", "THE NORTH", "the kingdom"):
        assert len(find_events(store, Filters(actor=(name,))).events) == 1


def test_what_is_learnt_of_an_actor_later_is_filled_in(store):
    unknown = replace(actor("Red Hand"), country=None)
    known = replace(unknown, country="EE", acts_for="Estria")
    for number, somebody in enumerate((unknown, known)):
        told = replace(statement(date=f"2025-0{number + 1}-01"), roles=(Role(somebody, RoleName.AGENT),))
        keep(store, told, url=f"http://{number}", text=f"{number}")
    (one,) = find_actors(store).items
    assert (one["country"], one["acts_for"]) == ("EE", "Estria")


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


# --- small things


def test_a_statement_is_kept_whole():
    told = statement(
        **ATTACK, at="Sund", quantities=toll(3, 5), status="alleged", claimed=["Estria"], series="second",
        links=(link("after", 0), link("same", 0, is_strong=False)), mode="aerial", salience=0.7,
    )  # fmt: skip
    told = replace(told, roles=(*told.roles, Role(replace(actor("Red Hand"), aliases=("a", "b")), RoleName.MEDIATOR)))
    assert unpack(pack(told)) == told
    bare = statement(date=None)
    assert unpack(pack(bare)) == bare


def test_what_is_told_again_keeps_its_place_first_by_sentence_then_by_word():
    first, second = statement(text="An attack here."), statement(text="An attack there.")
    moved = statement(text="An attack somewhere.")
    assert paired([moved, first], [first, second]) == [1, 0]
    assert paired([statement("quake", "disaster")], [first]) == [None]
    assert paired([], [first]) == []


LONG = "Before noon the envoys of three countries sat down, and after a long day of talks they left without a word."


@pytest.mark.parametrize(
    ("limit", "quote"),
    [
        (200, LONG),
        (90, "Before noon the envoys of three countries sat down, and after a long day of talks they…"),
        (40, "…a long day of talks they left…"),
        (12, "…talks…"),
        (1, "…talks…"),
    ],
)
def test_a_long_sentence_is_quoted_around_its_trigger(limit, quote):
    start = LONG.index("talks") + 100
    told = statement("talks", "consult", text=LONG, start=100)
    cut, marks = quoted(told, limit)
    assert cut == quote
    assert told.trigger.start == start
    assert cut[slice(*marks["trigger"])] == "talks"
    assert len(cut) <= max(limit, len("…talks…"))


def test_words_outside_of_the_quote_are_not_marked():
    told = statement(
        "talks", "consult", text=LONG, when=replace(when("2025-10-11"), text="Before noon", start=0, end=11)
    )
    assert quoted(told, 200)[1]["when"] == [0, 11]
    assert quoted(told, 40)[1]["when"] is None
    elsewhere = replace(told, when=replace(told.when, text="Monday", start=500, end=506))
    assert quoted(elsewhere, 200)[1]["when"] is None


def test_errors_of_the_database_are_store_errors(store):
    store.database.execute_sql("DROP TABLE change")
    with pytest.raises(StoreError):
        find_changes(store)
    assert store.is_postgresql or isinstance(store.database, database.peewee.SqliteDatabase)


def test_moments_are_in_utc():
    zone = datetime.timezone(datetime.timedelta(hours=5))
    assert database.moment(datetime.datetime(2025, 10, 29, 1, 0, tzinfo=zone)) == "2025-10-28T20:00:00.000000Z"


def test_a_place_is_kept_with_its_coordinates():
    assert unpack(pack(statement(at="Sund"))).place == place("Sund")
