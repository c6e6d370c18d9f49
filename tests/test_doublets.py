"""Doublets: a verb and its object of one type are told once in a longer text."""

import pytest

from tests.telling import told

BLAZE = (
    "A fire gutted the night market at Lodwar on Tuesday, killing six traders and destroying ninety stalls. Firefighters "
    "needed four hours to put it out because the hydrants were dry, the county's fire chief, Ekal Lokwawi, said. The market had "
    "no licence. Angry traders marched on the governor's office on Wednesday and stoned his car; police arrested eleven of them. "
    "The Red Cross has given blankets and maize flour to the families."
)


@pytest.mark.parametrize(
    ("sentence", "triggers"),
    [
        ("Governor Jane Lokai has ordered an inquiry.", ["ordered"]),
        ("Governor Jane Lokai has ordered an investigation into the blaze.", ["ordered"]),
    ],
)
def test_what_a_verb_of_its_type_is_done_to_is_not_told_again(sentence, triggers):
    found = [one.trigger.text for one in told(f"{BLAZE} {sentence}") if one.start > len(BLAZE)]
    assert found == triggers
