"""Likeness of two Statements: weights that are learnt from the stories, and what words of deeds have in common."""

import pytest

from benchmarks.matched import digest
from tests.making import evidence, statement
from timeline.chronology.profile import profile
from timeline.chronology.traits import TRAITS, WEIGHED, traits
from timeline.chronology.weigh import odds
from timeline.vectors import likeness, scale

ATTACK = {"by": "Norland", "on": "Sudmark", "date": "2025-10-11"}


def told(*args, text="text", **more):
    return profile(evidence(statement(*args, **more), text=text))


def test_the_weights_were_learnt_from_the_stories_and_traits_as_they_are():
    assert scale().learnt_from == digest(), "run: python -m benchmarks.matched"
    assert tuple(scale().weights) == WEIGHED


def test_a_product_is_of_two_traits():
    assert {part for name in WEIGHED for part in name.split("*")} == set(TRAITS)


@pytest.mark.parametrize(
    ("near", "far"), [("murder", "arrest"), ("resign", "win"), ("flee", "sign"), ("blast", "meeting")]
)
def test_words_that_stand_for_one_another_are_near_in_sense(near, far):
    other = {"murder": "assassination", "resign": "quit", "flee": "escape", "blast": "explosion"}[near]
    mine = scale().sense([near])
    assert likeness(mine, scale().sense([other])) > likeness(mine, scale().sense([far]))


def test_which_of_two_comes_first_does_not_matter():
    one = told("attack", text="a", **ATTACK)
    other = told("raid", text="b", **ATTACK | {"date": "[..2025-10-29]", "basis": "published"})
    assert traits(one, other) == traits(other, one)
    assert odds(one, other) == odds(other, one)


def test_the_more_two_have_in_common_the_more_speaks_for_them():
    attack, same = told("attack", text="a", **ATTACK), told("attack", text="b", **ATTACK)
    speech = told("praise", "support", text="c", by="Estria", date="2025-10-11")
    assert odds(attack, same) > 0 > odds(attack, speech)
