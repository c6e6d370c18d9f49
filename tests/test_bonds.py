"""Which Statements may be one: bonds that count, the same whatever comes first; and what is gathered by them."""

import datetime
import random
import shutil

import pytest

from tests.making import document, link, statement
from timeline import ingest
from timeline.chronology import Bonds, merge, ranks, readings
from timeline.chronology.bonds import bonds_among
from timeline.model.bond import Bond, aim, aims, counted
from timeline.model.event import Evidence
from timeline.model.filters import Filters
from timeline.store import gather, migrate
from timeline.store.bonds import Ties
from timeline.store.database import open_store
from timeline.store.likeness import Bond as Row
from timeline.store.queries import find_events, get_event
from timeline.store.tables import Document

FIRST = datetime.date(2025, 3, 1)


def bond(vague, clear, strength, *, is_sure=False, day=1):
    return Bond(vague, clear, strength, is_sure, day)


@pytest.mark.parametrize(
    ("bonds", "found"),
    [
        ({"a": 4, "b": 5}, "ab"),
        ({"a": 4, "b": 5, "c": 5}, "bc"),
        ({"a": 5, "b": 5, "c": 5}, ""),  # it may be any of three, of which no two may be one
        ({"a": 4, "b": 4, "c": 5}, "c"),
        ({"a": 9, "b": 104}, "b"),  # what is plain leaves no room for what is only likely
        ({"a": 100, "b": 104, "c": 103, "d": 102}, "bcd"),
    ],
)
def test_few_bonds_of_one_count(bonds, found):
    mine = [bond("x", clear, strength) for clear, strength in bonds.items()]
    assert aim(mine, {}) == set(found)


def test_of_many_that_may_all_be_one_the_most_specific_is_meant():
    mine = [bond("x", clear, 5) for clear in "abc"]
    assert aim(mine, {"b": {"a", "c"}}) == {"b"}


@pytest.mark.parametrize(
    ("count", "missing", "is_meant"),
    [(40, 0, True), (40, 10, True), (40, 11, False), (80, 0, True), (80, 1, False)],
)
def test_of_very_many_none_may_differ_from_the_one_that_is_meant(count, missing, is_meant):
    mine = [bond("x", clear, 5) for clear in range(count)]
    assert aim(mine, {0: set(range(1 + missing, count))}) == ({0} if is_meant else set())


def test_sure_bonds_count_beside_the_others():
    assert counted([bond("x", "a", 4, is_sure=True), bond("x", "b", 104)])["x"] == {"a", "b"}


def test_what_one_may_be_is_another_question_on_another_day():
    mine = [bond("x", "a", 104, day=3), *(bond("x", clear, 105, day=5) for clear in "bcde")]
    assert aims(mine, {}, 5) == set()
    assert aims(mine, {}, 4) == {"a"}


# --- the store's bonds against all that are worked out at once

LEMMAS = [("attack", "assault"), ("raid", "assault"), ("talk", "consult"), ("accuse", "accuse")]
NAMES = ["Norland", "Sudmark", "Minister of Norland", "Ada Holm", "Red Hand"]


def told(chance, day):
    """What a text of that day tells by chance: much of it without a date, or of whom one cannot tell it apart."""
    number = chance.randint(1, 4)
    return [_told(chance, day, place, number) for place in range(number)]


def _told(chance, day, place, number):
    lemma, kind = chance.choice(LEMMAS)
    news = (day - datetime.timedelta(chance.randint(0, 2))).isoformat()
    date, basis = chance.choice([(news, "resolved"), (f"[..{day}]", "published"), (f"[..{day}]", "published")])
    others = [other for other in range(number) if other != place]
    who = chance.sample(NAMES, 2)
    return statement(
        lemma, kind, text=chance.choice([f"Then {who[0]} saw the {lemma} of {who[1]}.", f"A {lemma} was told."]), date=date,
        basis=basis, by=who[0] if chance.random() < 0.7 else (), on=who[1] if chance.random() < 0.7 else (),
        at=chance.choice([None, None, "Sund", "Mirton"]),
        links=(link(chance.choice(["after", "before"]), chance.choice(others)),) if others and chance.random() < 0.2 else (),
    )  # fmt: skip


def texts(chance, count):
    """So many, most with a day within four weeks."""
    made = []
    for number in range(count):
        day = FIRST + datetime.timedelta(chance.randrange(28))
        published = None if chance.random() < 0.1 else day.isoformat()
        some = told(chance, day)
        body = [f"{number}: {one.sentence}" for one in some]
        made.append((document(*body, url=f"https://wire.example/{number}", published=published), some))
    return made


def pure(some, day=None):
    """The events that these texts tell, merged at once, as known by a day."""
    evidence = [
        Evidence(text.url, text.fingerprint, text.published, number, reading.statement, text.url, reading.rank)
        for text, statements in some
        if day is None or (text.published is not None and text.published <= day)
        for number, reading in enumerate(readings(statements, ranks(statements)))
    ]
    return sorted(
        (sorted((one.address, one.number) for one in event.evidence), str(event.when.span), event.headline, event.rank)
        for event in merge(evidence)
    )


def kept(store, day=None):
    """The same of what the store has."""
    as_of = None if day is None else day.toordinal()
    found = []
    ranked = store.database.execute_sql(
        "SELECT id, list_rank, known_from, known_until, edition_of FROM event"
    ).fetchall()
    for event in find_events(store, Filters(as_of=as_of), limit=500).events:
        evidence = get_event(store, event["id"], as_of=as_of)["evidence"]
        rank = next(row[1] for row in ranked if row[0] == event["id"] and _stands(row, as_of))
        spots = sorted((one["document"]["url"], one["number"]) for one in evidence)
        found.append((spots, event["when"]["edtf"] or "", event["headline"], rank))
    return sorted(found)


def _stands(row, as_of):
    _, _, first, last, edition_of = row
    return (
        edition_of is None
        if as_of is None
        else first is not None and first <= as_of <= (as_of if last is None else last)
    )


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    path = tmp_path_factory.mktemp("bonds") / "empty.db"
    with open_store(f"sqlite:///{path}", must_be_current=False) as store:
        migrate.upgrade(store)
    return path


@pytest.fixture
def fresh(empty, tmp_path):
    with open_store(f"sqlite:///{shutil.copy(empty, tmp_path / 'x.db')}") as store:
        yield store


def check(store, some):
    for day in (None, *sorted({text.published for text, _ in some if text.published})):
        assert kept(store, day) == pure(some, day)


@pytest.mark.parametrize("seed", range(3))
def test_texts_kept_one_by_one_in_any_order_make_what_all_make_at_once_on_every_day(fresh, seed):
    chance = random.Random(seed)
    some = texts(chance, 16)
    ids = {text.url: ingest.record(fresh, text, statements).document_id for text, statements in some}
    assert any(len(spots) > 1 for spots, *_ in pure(some))
    check(fresh, some)
    for text, _ in some[::4]:
        ingest.remove(fresh, ids[text.url])
    check(fresh, [one for place, one in enumerate(some) if place % 4])


def test_what_was_kept_before_there_were_bonds_is_seen_to_when_it_is_met(fresh):
    some = texts(random.Random(7), 20)
    for text, statements in some[:15]:
        ingest.record(fresh, text, statements)
    Row.delete().execute(fresh.database)
    Document.update(bound=None).execute(fresh.database)
    for text, statements in some[15:]:
        ingest.record(fresh, text, statements)
    assert kept(fresh) == pure(some)


def test_what_one_aims_at_is_told_by_rivals_that_are_not_gathered(fresh):
    """It may be any of three; that the two which are elsewhere may be the third, too, says that this is meant."""
    some = [
        statement("visit", "consult", text=f"Visit {number}.", date=f"2025-0{number}-01") for number in (1, 2, 3, 4)
    ]
    ingest.record(fresh, document(*(one.sentence for one in some), published="2025-03-01"), some)
    with fresh.writing() as writing:
        rows = fresh.database.execute_sql("SELECT serial FROM statement ORDER BY number").fetchall()
        vague, meant, *others = (serial for (serial,) in rows)
        pairs = [*((vague, clear) for clear in (meant, *others)), *((other, meant) for other in others)]
        Row.delete().execute(fresh.database)
        Row.insert_many([(*pair, 5, False, 1) for pair in pairs], list(Row._meta.sorted_fields)).execute(fresh.database)
        ties = Ties(writing, ingest.likeness(), 1)
        assert counted(ties.around({vague, meant}))[vague] == {meant}


def test_the_store_finds_all_bonds_there_are(fresh):
    some = texts(random.Random(11), 20)
    ids = {ingest.record(fresh, text, statements).document_id: text.url for text, statements in some}
    evidence = [
        Evidence(text.url, text.fingerprint, text.published, number, reading.statement, text.url, reading.rank)
        for text, statements in some
        for number, reading in enumerate(readings(statements, ranks(statements)))
    ]
    with fresh.writing() as writing:
        serials = [serial for (serial,) in fresh.database.execute_sql("SELECT serial FROM statement").fetchall()]
        events = [event for (event,) in fresh.database.execute_sql("SELECT serial FROM event").fetchall()]
        found = gather.gather(writing, None, events, ingest.likeness())
    assert len(found.kept) == len(serials) == len(evidence)
    near = {
        (ids[spot[0]], spot[1]): {(ids[other[0]], other[1]) for other in others}
        for spot, others in Bonds(found.bonds).near().items()
    }
    assert near == bonds_among(evidence).near()
