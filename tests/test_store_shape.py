"""How Statements are kept whole, paired when a text is read again, and quoted."""

import datetime
from dataclasses import replace

import pytest

from tests.keeping import ATTACK
from tests.making import actor, link, place, statement, toll, when
from timeline.errors import StoreError
from timeline.model.statement import Role, RoleName
from timeline.store import database
from timeline.store.codec import pack, unpack
from timeline.store.queries import find_changes
from timeline.store.shape import quoted
from timeline.store.tellings import paired


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
