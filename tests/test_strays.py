"""What one text of three tells otherwise may be misread; groups differ by more, or by what the texts themselves tell apart."""

import pytest

from tests.making import evidence, statement
from timeline.chronology.parting import differ
from timeline.chronology.profile import profile

RAID = {"lemma": "raid", "by": "Norland", "on": "Sudmark", "date": "[..2025-10-20]", "basis": "published"}


def group(*told, first="a"):
    """What as many texts tell, each with what it tells otherwise."""
    return [
        profile(evidence(statement(**(RAID | others)), text=f"{first}{number}")) for number, others in enumerate(told)
    ]


@pytest.mark.parametrize(
    ("told", "is_other"),
    [
        pytest.param([{}, {}, {"by": "Estria"}], False, id="one of three names another doer"),
        pytest.param([{}, {"by": "Estria"}, {"by": "Estria"}], True, id="two of three do"),
        pytest.param([{}, {"by": "Estria"}], True, id="one of two does"),
        pytest.param([{}, {}, {"by": "Estria", "series": "2"}], False, id="it alone is counted"),
    ],
)
def test_one_of_three_may_be_misread(told, is_other):
    assert differ(group(*told), group({}, {}, first="b")) is is_other
    assert differ(group({}, {}, first="b"), group(*told)) is is_other


@pytest.mark.parametrize(
    "all_tell",
    [
        pytest.param({"kind": "business", "lemma": "bid"}, id="of trade, where there are many alike"),
        pytest.param({"kind": "accuse", "lemma": "accuse"}, id="of words"),
    ],
)
def test_what_there_is_many_of_is_not_taken_for_misread(all_tell):
    told = group(all_tell, all_tell, all_tell | {"by": "Estria"})
    assert differ(told, group(all_tell, all_tell, first="b"))


def test_a_day_that_a_text_gives_itself_is_not_misread():
    dated = {"date": "2025-10-11", "basis": "stated"}
    told = group(dated, dated, dated | {"date": "2025-10-15"})
    assert differ(told, group(dated, first="b"))
