"""What was known when: a full store asked as of a day, against a fresh store of what was published by then."""

import datetime
import random
import shutil
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.making import document, link, statement, toll
from timeline import ingest
from timeline.ask import question
from timeline.errors import FilterError, MergedError, NotFoundError
from timeline.model.days import parse_iso_day
from timeline.model.filters import Filters, arguments_of
from timeline.store import migrate
from timeline.store.database import open_store
from timeline.store.queries import find_changes, find_events, get_event
from timeline.store.texts import find_documents

DAYS = [f"2025-10-{day}" for day in range(10, 16)]
DATES = ["2025-10-09", "2025-10-10", "2025-10-09/2025-10-11", "[2025-10-08..2025-10-12]", "[..2025-10-12]", None]
NAMES = ["Norland", "Sudmark", "Estria", "Minister of Norland", "Red Hand"]
UNTOLD = ("id", "created", "updated", "history", "known", "explanation")  # what differs from store to store


def told_in(chance):
    """What a text tells, by chance: one to three happenings, of a few kinds only, so that many are the same."""
    return [_told(chance, number) for number in range(chance.randint(1, 3))]


def _told(chance, number):
    lemma, kind = chance.choice([("attack", "assault"), ("raid", "assault"), ("talk", "consult")])
    links = (link(chance.choice(["after", "before", "during"]), 0, is_strong=chance.random() < 0.7),) if number else ()
    return statement(
        lemma, kind, text=f"The {lemma} of {chance.randint(1, 9)} was told.", date=chance.choice(DATES),
        basis=chance.choice(["stated", "resolved", "ordered", "published"]), by=chance.choice(NAMES),
        on=chance.choice([(), *NAMES]), at=chance.choice([None, None, "Sund", "Mirton"]), links=links,
        status=chance.choice(["asserted", "asserted", "alleged", "denied", "planned"]),
        quantities=chance.choice([(), toll(12), toll(14)]), claimed=chance.choice([(), ("Red Hand",)]),
    )  # fmt: skip


def text(number, day, told, outlet="Courier"):
    return document(
        *(one.sentence for one in told), f"Text {number} of {day}.", url=f"http://made.up/{number}", published=day,
        outlet=outlet,
    )  # fmt: skip


def known(store, filters, contents):
    """What is served, without ids and times of writing, and the order of what only ids order.

    `contents` keeps what each event is, for further filters of the same day.
    """
    ids = [event["id"] for event in find_events(store, filters, limit=500).events]
    for one in {*ids} - {*contents}:
        contents[one] = _content(get_event(store, one, as_of=filters.as_of))
    return Counter(contents[one] for one in ids)


def _content(event):
    actors = [{name: value for name, value in actor.items() if name != "id"} for actor in event["actors"]]
    evidence = [(one["document"]["url"], one["number"]) for one in event["evidence"]]
    links = sorted((one["relation"], one["event"]["headline"], one["because"]) for one in event["links"])
    kept = {name: event[name] for name in event if name not in UNTOLD}
    return repr({**kept, "actors": actors, "evidence": sorted(evidence), "links": links})


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A migrated database without anything in it, to be copied."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    with open_store(f"sqlite:///{path}", must_be_current=False) as store:
        migrate.upgrade(store)
    return path


def fresh(empty, folder, name):
    return open_store(f"sqlite:///{shutil.copy(empty, folder / f'{name}.db')}")


def check(store, empty, folder, texts, tag):
    """Compare every day with a store that grows day by day; texts are (document, statements)."""
    with fresh(empty, folder, tag) as other:
        for day in ["2025-10-09", *DAYS]:
            for one, told in texts:
                if one.published == datetime.date.fromisoformat(day):
                    ingest.record(other, one, told)
            as_of = parse_iso_day(day)
            found = find_events(store, Filters(as_of=as_of), limit=500).events
            assert len({event["id"] for event in found}) == len(found)
            ours, theirs = {}, {}
            for filters in ({}, {"source": ("courier",)}, {"actor": ("Norland",)}, {"q": "attack"}):
                assert known(store, Filters(**filters, as_of=as_of), ours) == known(other, Filters(**filters), theirs)


def check_rows(store):
    """Every edition belongs to the current event that its first statement is told in, and has its words."""
    wrong = store.database.execute_sql(
        "SELECT e.serial FROM event e JOIN edition_statement t ON t.edition = e.serial JOIN statement s"
        " ON s.serial = t.statement WHERE e.edition_of IS NOT NULL GROUP BY e.serial, e.edition_of"
        " HAVING min(s.serial) NOT IN (SELECT serial FROM statement WHERE event = e.edition_of)"
    ).fetchall()
    assert wrong == []
    counts = store.database.execute_sql(
        "SELECT (SELECT count(*) FROM event), (SELECT count(*) FROM event_search),"
        " (SELECT count(*) FROM event WHERE edition_of IS NOT NULL),"
        " (SELECT count(DISTINCT edition) FROM edition_statement)"
    ).fetchone()
    assert counts[0] == counts[1]
    assert counts[2] == counts[3]


@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**9))
def test_as_of_a_day_a_store_says_what_one_of_that_day_said(empty, tmp_path_factory, seed):
    say_what_one_of_that_day_said(empty, tmp_path_factory, seed)


def test_as_of_a_day_before_texts_part_what_was_one(empty, tmp_path_factory):
    """One of some hundreds of archives of nine dense texts: a text that comes late reaches by a link what stood otherwise then."""
    say_what_one_of_that_day_said(empty, tmp_path_factory, seed=965118628)


def say_what_one_of_that_day_said(empty, tmp_path_factory, seed):
    chance, folder = random.Random(seed), tmp_path_factory.mktemp("as_of")
    texts = []
    with fresh(empty, folder, "full") as store:
        for number in range(chance.randint(2, 9)):
            day, told = chance.choice([*DAYS, *DAYS, None]), told_in(chance)
            texts.append((text(number, day, told), told))
            ingest.record(store, *texts[-1])
        check_rows(store)
        check(store, empty, folder, texts, "first")
        texts = changed(chance, store, texts)
        check_rows(store)
        check(store, empty, folder, texts, "then")


def changed(chance, store, texts):
    """One text taken away, another put in place of what stood at its address."""
    ids = {one["url"]: one["id"] for one in find_documents(store, limit=500).items}
    gone = chance.randrange(len(texts))
    ingest.remove(store, ids[texts[gone][0].url])
    left = [one for number, one in enumerate(texts) if number != gone]
    place, told = chance.randrange(len(left)), told_in(chance)
    number = left[place][0].url.rpartition("/")[2]
    left[place] = (text(number, chance.choice([*DAYS, None]), told, outlet="Gazette"), told)
    ingest.record(store, *left[place])
    return left


# --- one story: what each day of publication adds

STORY = [
    ("2025-10-12", {"date": "[..2025-10-12]", "basis": "published", "status": "alleged"}),
    ("2025-10-14", {"date": "2025-10-09", "quantities": toll(12)}),
    (None, {"date": "2025-10-09", "quantities": toll(12)}),
    ("2025-10-13", {"date": "2025-10-09", "quantities": toll(14)}),
]


@pytest.fixture
def story(store):
    """An attack that is alleged, then dated, then disputed; the texts arrive in another order, one has no day."""
    for number, (day, more) in enumerate(STORY):
        told = statement("attack", text=f"The attack of text {number} was told.", by="Norland", on="Sudmark", **more)
        ingest.record(store, text(number, day, [told]), [told])
    return store


@pytest.mark.parametrize(
    ("day", "known"),
    [
        ("2025-10-11", None),
        ("2025-10-12", ("[..2025-10-12]", "alleged", 1, False)),
        ("2025-10-13", ("2025-10-09", "asserted", 2, False)),
        ("2025-10-14", ("2025-10-09", "asserted", 3, True)),
        ("2099-01-01", ("2025-10-09", "asserted", 3, True)),
    ],
)
def test_each_day_knows_its_own_date_status_reports_and_dispute(story, day, known):
    events = find_events(story, Filters(as_of=parse_iso_day(day))).events
    assert [_summary(event) for event in events] == ([known] if known else [])
    (now,) = find_events(story, Filters()).events
    assert _summary(now) == ("2025-10-09", "asserted", 4, True)
    assert all(event["id"] == now["id"] for event in events)


def _summary(event):
    return event["when"]["edtf"], event["status"], event["reports"], event["when"]["disputed"]


def test_an_event_as_of_a_day_has_the_evidence_of_that_day(story):
    (now,) = find_events(story, Filters()).events
    then = get_event(story, now["id"], as_of=parse_iso_day("2025-10-13"))
    assert [one["document"]["published"] for one in then["evidence"]] == ["2025-10-12", "2025-10-13"]
    assert len(get_event(story, now["id"])["evidence"]) == 4
    with pytest.raises(NotFoundError, match="was known by 2025-10-11"):
        get_event(story, now["id"], as_of=parse_iso_day("2025-10-11"))


def test_what_was_known_earlier_is_no_change_and_no_further_event(story):
    (now,) = find_events(story, Filters(), count=True).events
    assert find_events(story, Filters(), count=True).total == 1
    assert {change["event"] for change in find_changes(story)} == {now["id"]}


def test_two_that_proved_to_be_one_stood_apart_before_under_ids_that_still_lead_there(store):
    first = statement("attack", text="The attack was told.", by="Norland", date="2025-10-09")
    second = statement("attack", text="That attack was told.", on="Sudmark", date="2025-10-09")
    both = statement("attack", text="One attack was told.", by="Norland", on="Sudmark", date="2025-10-09")
    for number, (told, day) in enumerate([(both, "2025-10-14"), (first, "2025-10-12"), (second, "2025-10-12")]):
        ingest.record(store, text(number, day, [told]), [told])
    (now,) = find_events(store, Filters()).events
    then = [event["id"] for event in find_events(store, Filters(as_of=parse_iso_day("2025-10-13"))).events]
    assert len(set(then)) == 2
    assert now["id"] in then
    (other,) = set(then) - {now["id"]}
    with pytest.raises(MergedError) as caught:
        get_event(store, other)
    assert caught.value.into == now["id"]


@pytest.mark.parametrize(
    ("asked", "understood"),
    [("2025-10-20", "2025-10-20"), ("October 2025", "2025-10-31"), ("yesterday", "2025-11-03")],
)
def test_as_of_is_any_date_and_means_its_last_day(asked, understood):
    filters = question({"as_of": [asked]}, today=datetime.date(2025, 11, 4)).filters
    assert filters.as_of == parse_iso_day(understood)
    assert arguments_of(filters) == {"as_of": understood}


@pytest.mark.parametrize("asked", ["October 11, when", "XXXX-10-11", "2025-10-20/.."])
def test_as_of_without_a_last_day_is_refused(asked):
    with pytest.raises(FilterError) as told:
        question({"as_of": [asked]}, today=datetime.date(2025, 11, 4))
    assert told.value.place == "as_of"


def test_a_cursor_keeps_the_day(story):
    told = statement("quake", "disaster", text="A quake was told.", date="2025-10-01")
    ingest.record(story, text(9, "2025-10-12", [told]), [told])
    page = find_events(story, Filters(as_of=parse_iso_day("2025-10-12")), limit=1)
    following = find_events(story, Filters(), cursor=page.next)
    assert [event["headline"] for event in following.events] == ["Attack told"]
    assert _summary(following.events[0]) == ("[..2025-10-12]", "alleged", 1, False)
