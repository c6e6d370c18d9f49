"""What befalls a thing but once is one happening in whatever word a later text recalls it."""

from dataclasses import replace

import pytest

from tests.making import around, when
from timeline.chronology.reading import readings
from timeline.chronology.wreck import is_any, is_loss, wrecked
from timeline.extract import extract
from timeline.intake.text import text_document
from timeline.lexicon import rows
from timeline.store.bonds import LONGEST_WINDOW


@pytest.mark.parametrize("row", rows("wrecks"), ids=lambda row: row.place)
def test_the_two_sentences_of_a_row_tell_the_loss_of_its_thing(row):
    for sentence in row["example"].split(" / "):
        found = [wrecked(one, one.lemma) for one in extract(text_document(sentence))]
        assert frozenset({f"wreck-{row['sort']}"}) in found


@pytest.mark.parametrize("row", rows("wrecks"), ids=lambda row: row.place)
def test_a_row_has_no_word_twice(row):
    words = (*row.words("words"), *row.words("alone"))
    assert len(set(words)) == len(words)
    assert row.words("things")


@pytest.mark.parametrize(
    ("sentence", "is_one_of_many"),
    [
        ("The ferry sank off the coast.", False),
        ("His plane crashed near the town.", False),
        ("A ferry sank off the coast.", True),
        ("Another plane crashed near the town.", True),
    ],
)
def test_a_thing_that_is_brought_in_is_any(sentence, is_one_of_many):
    assert [is_any(one) for one in extract(text_document(sentence))] == [is_one_of_many]


@pytest.mark.parametrize("sentence", ["Shares of the airline fell.", "The club lost the final.", "The bank collapsed."])
def test_what_befalls_no_such_thing_is_no_loss(sentence):
    assert not any(is_loss(wrecked(one, one.lemma)) for one in extract(text_document(sentence)))


@pytest.mark.parametrize("date", ["[..2025-10-20]", "[2025-10-18..2025-10-20]", "[2024-12-01..2025-10-20]"])
def test_the_store_looks_for_a_loss_in_no_more_days_than_its_index_has(date):
    one = replace(loss := around("The ferry", "on Monday.", lemma="sink", kind="accident"), headline=loss.sentence)
    (found,) = readings((replace(one, when=when(date, "ordered")),), (0,))
    assert found.first is not None
    assert found.last is not None
    assert found.last - found.first <= LONGEST_WINDOW
