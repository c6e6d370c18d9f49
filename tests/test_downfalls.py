"""Whoever is driven from office is gone, and a town that has fallen is lost, in whatever word a text tells it."""

import pytest

from timeline.chronology import wording
from timeline.chronology.downfall import downfalls
from timeline.extract import extract
from timeline.intake.text import text_document
from timeline.lexicon import rows


def told(sentence):
    return {name for one in extract(text_document(sentence)) for name in downfalls(one, wording.lemma(one))}


@pytest.mark.parametrize("row", rows("downfalls"), ids=lambda row: row.place)
def test_the_two_sentences_of_a_row_tell_one_downfall(row):
    whom = {"person": "danso", "government": "danso", "town": "torvale"}[row["of"]]
    for sentence in row["example"].split(" / "):
        assert told(sentence) == {f"downfall-{row['sort']}-{whom}"}


@pytest.mark.parametrize("row", rows("downfalls"), ids=lambda row: row.place)
def test_a_row_has_no_word_twice(row):
    words = (*row.words("words"), *row.words("own"))
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Rebels marched into Bekaru on Wednesday.", {"downfall-taken-bekaru"}),
        ("The army won Bekaru back last week.", {"downfall-retaken-bekaru"}),
        ("Troops have retaken the eastern town of Bekaru.", {"downfall-retaken-bekaru"}),
        ("Since the army drove Amadou Kessou out of office in March, prices have doubled.", {"downfall-office-kessou"}),
        ("Rebels captured two soldiers in Bekaru on Wednesday.", set()),
        ("Rebels captured Bekaru airport on Wednesday.", set()),
        ("Rebels seized Bekaru's port on Wednesday.", set()),
        ("Ms Danso's coalition collapsed on Sunday.", {"downfall-office-danso"}),
        ("The government of prime minister Karim Danso fell on Sunday.", {"downfall-office-danso"}),
        ("Karim Danso was voted out on Sunday.", {"downfall-office-danso"}),
        ("Soldiers overthrew the government on Sunday.", set()),
        ("Italy's government collapsed on Sunday.", set()),
        ("Karim Danso's government fell behind in the polls on Sunday.", set()),
        ("The junta hopes that Amadou Kessou will resign in May.", set()),
    ],
)
def test_it_is_of_a_person_or_a_town_with_a_name(sentence, wanted):
    assert told(sentence) == wanted
