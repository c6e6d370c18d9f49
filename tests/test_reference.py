"""Whom 'she', 'they', 'I' and 'we' mean, by weights learnt: sentences that stand in none of the texts learnt from."""

import pytest

from benchmarks.coreference import Case, learn
from benchmarks.pronouns import Mark, found, means, read, unmarked
from timeline.parser.actors import reference
from timeline.parser.actors.cast import Cast

TEXTS = """
The army freed eleven miners on Friday. They{miners} had been held in a school near Kolda since March.
Ingrid Falk and Oskar Brandl signed the lease in Graz on Monday. They{ingrid falk,oskar brandl} will open a bakery there.
"I{leonie strauch} will not resign," Leonie Strauch told the council on Tuesday.
Petra Nilsson sued Marta Koller in Linz. She{petra nilsson} says she{petra nilsson} was never paid.
Detectives in Leeds arrested two brothers. They{brothers} had hidden the coins in a piano.
Varo Foods recalled its soup on Thursday. "We{varo foods} found glass in three tins," the company said.
Tomas Reyl beat Jan Horak in Brno. "My{tomas reyl} knee held," Reyl said.
""".strip().splitlines()


@pytest.mark.parametrize("line", TEXTS)
def test_a_pronoun_means_whom_a_reader_takes_it_for(line: str) -> None:
    ((_, trees, marks),) = read([line])
    cast = Cast(trees)
    for mark in marks:
        assert means(found(cast, trees, mark.end), mark.meant), mark.word


def test_every_sort_of_pronoun_has_weights_that_count_what_the_rules_say() -> None:
    worth = reference.weights()
    assert worth.keys() == reference.REACH.keys()
    assert all(own["rule"] > 0 for own in worth.values())


def test_a_mark_stands_on_the_last_letter_of_its_word() -> None:
    text, marks = unmarked("The 34-year-old{Ana Ruiz} and Bo{-} left.")
    assert text == "The 34-year-old and Bo left."
    assert marks == [Mark(14, "34-year-old", ("ana ruiz",)), Mark(21, "Bo", ())]
    assert [mark.sort(text) for mark in marks] == ["the nurse", "the nurse"]


def test_what_is_learnt_prefers_what_was_right() -> None:
    cases = [
        Case(0, "she", (("near", "rule"), ("far",)), (False, True), (True, True), 0),
        Case(1, "she", (("near",), ("far", "rule")), (False, True), (True, True), 1),
        Case(2, "she", (("far",), ("near",)), (True, False), (True, True), 0),
    ]
    worth = learn(cases * 5)
    assert worth["she"]["far"] > worth["she"]["near"]
    assert Case(3, "she", (("near",), ("far",)), (False, True), (True, True), 0).taken(worth) == 1
