"""Nobody dies twice: a murder that a text recalls years later is the one of which others told, and the store finds it."""

import pytest

from timeline import ingest
from timeline.chronology.reading import readings
from timeline.extract import extract
from timeline.intake.record import record_document
from timeline.model.filters import Filters
from timeline.store.bonds import FARTHEST_WINDOW
from timeline.store.queries import find_events

NEWS = ("2006-02-19", "A solicitor, Nora Quill, was stabbed to death in her flat in Sligo on Friday, police said.")
LATER = ("2013-02-05", "Martin Dorn pleaded guilty on Monday to the murder of the solicitor Nora Quill in Sligo.")
OF_ANOTHER = ("2013-02-05", "Martin Dorn pleaded guilty on Monday to the murder of the solicitor Ada Holm in Sligo.")
OTHER_NEWS = ("2006-02-19", "A solicitor, Ada Quill, was stabbed to death in her flat in Sligo on Friday, police said.")


def text(day, words):
    return record_document({"text": words, "published": day}, place="test")


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        pytest.param(NEWS, LATER, True, id="one person"),
        pytest.param(LATER, NEWS, True, id="told the other way round"),
        pytest.param(NEWS, OF_ANOTHER, False, id="somebody else"),
        pytest.param(OTHER_NEWS, LATER, False, id="one of that surname"),
    ],
)
def test_a_death_is_found_years_later(store, first, second, is_one):
    for told in (first, second):
        ingest.ingest(store, text(*told))
    dead = [event for event in find_events(store, Filters()).events if event["reports"] > 1]
    assert len(dead) == is_one
    assert all(event["when"]["edtf"] == "2006-02-17" for event in dead)


def test_the_store_looks_for_a_death_in_no_more_days_than_its_index_has():
    told = extract(text(*LATER))
    found = [one for one in readings(told, [0] * len(told)) if one.far]
    assert found
    assert all(one.last is not None and one.last - first <= FARTHEST_WINDOW for one in found for _, first in one.far)
