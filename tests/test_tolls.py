"""The dead of one epidemic, quake or flood are one toll, which grows."""

import pytest

from timeline.chronology import wording
from timeline.chronology.toll import grows, is_of_tolls, sorts, tolls
from timeline.extract import extract
from timeline.intake.text import text_document
from timeline.lexicon import rows


@pytest.mark.parametrize("row", rows("tolls"), ids=lambda row: row.place)
def test_the_two_sentences_of_a_row_count_the_dead_of_its_thing(row):
    for sentence in row["example"].split(" / "):
        (found,) = (one for one in extract(text_document(sentence)) if is_of_tolls(tolls(one, wording.lemma(one))))
        assert row["sort"] in sorts(found)


@pytest.mark.parametrize("row", rows("tolls"), ids=lambda row: row.place)
def test_what_others_may_be_called_is_a_thing_of_its_row(row):
    assert set(row.words("general")) <= set(row.words("things"))


@pytest.mark.parametrize(
    ("sentence", "does_grow"),
    [
        ("Cholera has killed 31 people.", True),
        ("The mayor said that 31 people had died.", True),
        ("In all the disease killed 131 people.", True),
        ("Cholera killed 31 people.", False),
    ],
)
def test_a_toll_grows_where_it_counts_all_by_its_day(sentence, does_grow):
    (found,) = (one for one in extract(text_document(sentence)) if is_of_tolls(tolls(one, wording.lemma(one))))
    assert grows(found) is does_grow


@pytest.mark.parametrize(
    "sentence",
    [
        "Five more people have died of cholera.",
        "A nurse died of cholera.",
        "Ada Holm died of cholera.",
        "Cholera killed nine people in the past day.",
        "Gunmen have killed nine people.",
    ],
)
def test_some_of_the_dead_are_no_toll(sentence):
    assert not any(is_of_tolls(tolls(one, wording.lemma(one))) for one in extract(text_document(sentence)))
