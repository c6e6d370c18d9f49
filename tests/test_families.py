"""Words for one kind of happening are one family, by rows and by how a noun is made of its verb."""

import re

import pytest

from timeline.chronology.families import ANY, families
from timeline.lexicon import rows
from timeline.model.types import TYPE_NAMES


@pytest.mark.parametrize("row", rows("families"), ids=lambda row: row.place)
def test_the_two_sentences_of_a_family_use_two_of_its_words(row):
    first, second = (_words_in(part, row) for part in row["example"].split(" / "))
    assert first
    assert second
    assert len(first | second) >= 2


def _words_in(sentence, row):
    return {
        word
        for word in row.words("words")
        if re.search(rf"\b{word[:-1] if word.endswith('e') else word}", sentence, re.I)
    }


@pytest.mark.parametrize("row", rows("families"), ids=lambda row: row.place)
def test_a_family_has_no_word_twice_and_types_that_there_are(row):
    assert len(set(row.words("words"))) == len(row.words("words"))
    assert set(row.words("types")) <= TYPE_NAMES or row["types"] == ANY


def test_a_word_of_several_senses_is_of_one_family_only_for_its_types():
    assert "attack" in families("Airstrike", "assault") & families("storm", "assault")
    assert "attack" not in families("strike", "protest")
    assert families("storm", "disaster").isdisjoint(families("storm", "assault"))
    assert families("take", "aid") != families("take", "other")


def test_a_word_of_one_row_or_none_is_of_one_family_whatever_it_is_read_as():
    assert families("closure", "sanction") == families("close", "coerce")
    assert families("harvest", "other") == families("harvest", "business") == {"~ harvest"}


@pytest.mark.parametrize(
    ("verb", "noun", "is_one"),
    [
        ("deport", "deportation", True),
        ("hijack", "hijacking", True),
        ("demolish", "demolition", True),
        ("plug", "plugging", True),
        ("harvest", "harness", False),
    ],
)
def test_a_verb_and_the_noun_made_of_it_are_one_family(verb, noun, is_one):
    assert (families(verb, "other") == families(noun, "other")) is is_one
