"""Who are meant by a number or a share alone: 'twelve were flown out', 'the rest fled'."""

import pytest

from tests.telling import one


@pytest.mark.parametrize(
    ("text", "trigger", "name"),
    [
        ("Rebels freed 40 hostages on Monday. Twelve were flown to Lagos on Tuesday.", "flown", "hostages"),
        ("Some 15,000 people left the town. About 400 refused to move, the mayor said.", "refused", "people"),
        ("Of the eight nurses, three were beaten, police said.", "beaten", "nurses"),
        ("The party has 80 deputies. Eleven resigned on Tuesday.", "resigned", "deputies"),
        ("About 300 soldiers mutinied on Monday, and the rest fled on Friday.", "fled", "soldiers"),
        ("The court freed 12 women on Monday. Some had been beaten.", "beaten", "women"),
        ("Rebels freed 40 hostages on Monday. The others were killed in May.", "killed", "hostages"),
    ],
)
def test_some_of_those_told_of_are_meant(text: str, trigger: str, name: str) -> None:
    assert name in [role.actor.name for role in one(text, trigger).roles]


@pytest.mark.parametrize(
    ("text", "trigger", "name"),
    [
        ("Police arrested 3 students on Monday. Forty were killed on Tuesday.", "killed", "students"),
        ("Rebels attacked the town on Monday. Dozens were killed.", "killed", "rebels"),
        ("The store sold 500 radios. Ninety were returned on Monday.", "returned", "radios"),
        ("Some 90 miners marched on Monday. Three buses were burned on Tuesday.", "burned", "miners"),
    ],
)
def test_those_who_are_more_or_no_part_of_them_are_others(text: str, trigger: str, name: str) -> None:
    assert name not in [role.actor.name for role in one(text, trigger).roles]
