"""Guess: the day that a reader would bet on for what a text does not date, by learnt weights."""

import datetime

import pytest

from benchmarks import days as learning
from benchmarks.readings import read_span
from tests.telling import told
from timeline.model.days import day_number
from timeline.parser.order import guess

LAUNCH = (
    "The harbour pilot Jonas Brekke walked away with a broken wrist on Tuesday after his launch struck a pontoon at Sandvik. "
    "He rang for help, and two fishermen hauled him aboard. The mate, who had warned him of the fog, slept through it all.\n"
    "The council met behind closed doors. Its chairman, Erik Lund, ordered an inquiry and told reporters that he would resign. "
    "Brekke had moved to Sandvik in 1998 and married a nurse there.\n"
    "The owners of the pontoon are still looking for its lamp."
)


def likely(text=LAUNCH, published=datetime.date(2025, 10, 29)):
    return {statement.trigger.text: statement.when.likely for statement in told(text, published)}


def test_what_is_told_aside_is_guessed_by_the_day_of_the_story_too():
    assert likely()["met"] == likely()["ordered"] == "2025-10-28"


def test_what_goes_on_is_guessed_to_be_of_the_day_of_its_report():
    assert likely()["looking"] == "2025-10-29"


def test_what_was_long_before_and_what_is_dated_have_no_guess():
    guesses = likely()
    assert guesses["moved"] is guesses["married"] is guesses["walked"] is None


def test_no_guess_lies_outside_the_bounds(monkeypatch):
    monkeypatch.setattr(guess, "BAR", 0.0)
    monkeypatch.setattr(guess, "ASIDE", 0.0)
    guessed = [statement.when for statement in told(LAUNCH) if statement.when.likely is not None]
    assert guessed
    assert all(read_span(when.likely).within(when.span) for when in guessed)
    assert 1 not in {when.span.width for when in guessed}


def test_a_high_bar_leaves_all_open_and_moves_no_bounds(monkeypatch):
    spans = [statement.when.span for statement in told(LAUNCH)]
    monkeypatch.setattr(guess, "BAR", 1.1)
    monkeypatch.setattr(guess, "ASIDE", 1.1)
    assert set(likely().values()) == {None}
    assert [statement.when.span for statement in told(LAUNCH)] == spans


def test_a_text_with_neither_a_day_nor_a_publication_has_no_guess():
    assert set(likely("Fishermen hauled the pilot aboard. The council met and ordered an inquiry.", None).values()) == {
        None
    }


def case(*clues, is_right, width=1):
    return learning.Case(clues, is_right, width)


def test_what_is_learnt_tells_apart_what_signs_tell_apart():
    weights = learning.learn([case("next", is_right=True), case("aside", is_right=False)] * 20)
    assert weights.odds(["next"]) > 0.5 > -0.5 > weights.odds(["aside"])


def test_a_day_within_a_date_of_years_is_not_learnt_as_right():
    weights = learning.learn([case("next", is_right=True), case("aside", is_right=True, width=9000)] * 20)
    assert weights.odds(["aside"]) < 0 < weights.odds(["next"])


@pytest.mark.parametrize(
    ("gold", "is_held"), [("2025-10-28", True), ("[..2025-10-29]", True), ("2025-10-29", False), (None, False)]
)
def test_a_day_is_right_that_a_reader_leaves_possible(gold, is_held):
    assert learning.holds(read_span(gold), day_number(2025, 10, 28)) is is_held


def test_cases_are_taken_from_a_set_of_texts():
    found = list(learning.cases(learning.READINGS / "dozen-texts.jsonl"))
    assert sum(found_case.is_wanted for found_case in found) > 10
    assert all(found_case.clues for found_case in found if found_case.is_right)


def test_guesses_are_made_again_after_learning():
    list(learning.cases(learning.READINGS / "dozen-texts.jsonl"))
    assert likely()["met"] == "2025-10-28"
