"""Statements that plainly tell one happening are one Event; those that may tell two are two."""

from dataclasses import replace

import pytest

from tests.making import (
    ATTACK,
    NEWS,
    TALKS,
    evidence,
    link,
    statement,
    told,
)
from timeline.chronology import merge


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(ATTACK, ATTACK, id="the same"),
        pytest.param(ATTACK, ATTACK | {"lemma": "airstrike"}, id="another word of the family"),
        pytest.param(ATTACK, ATTACK | {"lemma": "incursion"}, id="another word, but day and both sides agree"),
        pytest.param(ATTACK, ATTACK | {"date": "2025-10"}, id="a month around the day"),
        pytest.param(ATTACK, ATTACK | {"date": "[..2025-10-13]", "basis": "published"}, id="reported soon after"),
        pytest.param(ATTACK, ATTACK | {"on": ()}, id="the target is not told"),
        pytest.param(ATTACK, ATTACK | {"at": "Mirton"}, id="one tells the place"),
        pytest.param(ATTACK, ATTACK | {"status": "alleged"}, id="alleged by another"),
        pytest.param(ATTACK, ATTACK | {"status": "denied"}, id="denied by another"),
        pytest.param(ATTACK, ATTACK | {"status": "negated"}, id="said by another not to have been"),
        pytest.param(TALKS, TALKS | {"lemma": "negotiation"}, id="talks are negotiations"),
        pytest.param(TALKS, TALKS | {"of": ()}, id="only the place is shared"),
        pytest.param(TALKS, TALKS | {"of": (), "by": "Norland", "on": "Sudmark"}, id="who talks to whom is grammar"),
        pytest.param(TALKS, TALKS | {"date": "2025-10-18/2025-10-19"}, id="one day of two"),
        pytest.param(TALKS, TALKS | {"status": "planned"}, id="what was planned for the day took place"),
    ],
)
def test_these_tell_one_happening(one, other):
    assert len(told(statement(**one), statement(**other))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(ATTACK, ATTACK | {"date": "2025-10-12"}, id="another day"),
        pytest.param(ATTACK, ATTACK | {"by": "Sudmark", "on": "Norland"}, id="agent and target swapped"),
        pytest.param(ATTACK, ATTACK | {"by": "Sudmark", "on": ()}, id="the target is the agent"),
        pytest.param(ATTACK, ATTACK | {"by": "Estria"}, id="another agent"),
        pytest.param(ATTACK, ATTACK | {"on": "Estria"}, id="another target"),
        pytest.param(ATTACK, ATTACK | {"kind": "threaten"}, id="another type"),
        pytest.param(ATTACK, ATTACK | {"mode": "aerial", "lemma": "threaten"}, id="another mode and word"),
        pytest.param(
            ATTACK | {"at": "Mirton", "text": "In Mirton there was an attack."},
            ATTACK | {"at": "Sund", "text": "In Sund there was an attack."},
            id="another place",
        ),
        pytest.param(ATTACK, ATTACK | {"lemma": "siege", "date": "2025-10"}, id="another word in a vague time"),
        pytest.param(ATTACK, ATTACK | {"date": "2025"}, id="a year says too little"),
        pytest.param(ATTACK, ATTACK | {"date": "XXXX-10-11"}, id="no year"),
        pytest.param(ATTACK, ATTACK | {"date": None}, id="no date"),
        pytest.param(ATTACK, ATTACK | {"when": NEWS}, id="the news of a later day"),
        pytest.param(ATTACK, ATTACK | {"status": "hypothetical"}, id="only hypothetical"),
        pytest.param(ATTACK, ATTACK | {"by": "Minister of Norland"}, id="a person is not the state"),
        pytest.param(TALKS, TALKS | {"of": ["Norland", "Estria"]}, id="others at the table"),
        pytest.param(TALKS, TALKS | {"series": "second"} | {"date": "2025-10"}, id="one round of several"),
        pytest.param(TALKS | {"series": "first"}, TALKS | {"series": "second"}, id="another round"),
    ],
)
def test_these_tell_two(one, other):
    assert len(told(statement(**one), statement(**other))) == 2


def test_what_agrees_with_two_stands_alone():
    vague = TALKS | {"date": "[2025-10-11..2025-10-29]", "at": None}
    events = told(statement(**TALKS), statement(**(TALKS | {"at": "Sund", "date": "2025-10-25"})), statement(**vague))
    assert len(events) == 3


def test_what_agrees_with_two_belongs_to_its_own_text():
    vague = statement(**(TALKS | {"date": "[2025-10-11..2025-10-29]", "at": None}))
    first, second = statement(**TALKS), statement(**(TALKS | {"at": "Sund", "date": "2025-10-25"}))
    events = merge([evidence(first, text="a"), evidence(second, text="b"), evidence(vague, text="b", number=1)])
    assert sorted(len(event.evidence) for event in events) == [1, 2]


def test_a_text_may_say_itself_that_two_are_the_same():
    one, other = statement(**ATTACK), statement("siege", links=(link("same", 0),))
    assert len(merge([evidence(one), evidence(other, number=1)])) == 1


def test_vague_ones_of_one_text_are_the_same_only_in_the_same_words_of_time():
    one, other = statement(by="Norland", date="XXXX-10-11"), statement(by="Norland", date="XXXX-10-12")
    assert len(merge([evidence(one), evidence(one, number=1), evidence(other, number=2)])) == 2


def test_the_same_text_elsewhere_is_one_report():
    one = statement(**ATTACK)
    first, second, third = evidence(one), evidence(one), evidence(one, text="b")
    object.__setattr__(second, "document", "document z")
    (event,) = merge([first, second, third])
    assert (event.reports, len(event.evidence)) == (2, 3)


def test_copies_in_which_not_the_same_is_read_are_one_word_by_word():
    raid, talk = statement(**ATTACK), statement("talk", "consult", by="Estria", start=500)
    first, second = evidence(raid), replace(evidence(talk), document="document z")
    events = merge([first, evidence(talk, number=1, by=0), second])
    assert sorted((event.type, len(event.evidence)) for event in events) == [("assault", 1), ("consult", 2)]
