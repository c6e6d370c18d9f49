"""Who is one actor, by names alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.naming import ARMED, BODY, FIRM, NAMES, ONE, PERSON, UNKNOWN, seen
from timeline.chronology.identity import identified, keys
from timeline.model.appearance import Appearance
from timeline.model.statement import ActorKind


def one(names):
    return sorted(sorted(one.name for one in group) for group in identified(names))


def test_names_of_one_actor_are_one_and_others_are_not():
    assert one(seen(*NAMES)) == sorted(sorted(group) for group in ONE)


@pytest.mark.parametrize(
    ("names", "groups"),
    [
        ([("Ali Larijani", PERSON, "IR"), ("Ali Ardeshir Larijani", PERSON, "IR")], 1),
        ([("John F. Kennedy", PERSON), ("John Fitzgerald Kennedy", PERSON), ("John Kennedy", PERSON)], 1),
        ([("Masoud Alavi", PERSON, "IR"), ("Massoud Alavi", PERSON, "IR")], 1),
        ([("Masoud Alavi", PERSON, "IR"), ("Massoud Alavi", PERSON, "AF")], 2),
        ([("Daniel Berg", PERSON, "NO"), ("Daniela Berg", PERSON, "NO")], 2),
        ([("Anna Berg", PERSON, "NO"), ("Berg", PERSON, "SE")], 2),
        ([("Anna Berg", PERSON), ("Anna Dahl", PERSON)], 2),
        ([("Ada Mary Berg", PERSON), ("Eva Mary Berg", PERSON), ("Mary Berg", PERSON)], 3),
        ([("Red Hand", ARMED), ("The Red Hand", BODY), ("Red Hand", UNKNOWN)], 1),
        ([("Red Hand", ARMED), ("Red Hand", PERSON), ("Red Hand", UNKNOWN)], 3),
        ([("WTA", BODY), ("World Trade Association", BODY), ("World Tennis Academy", BODY)], 3),
        ([("Wta", PERSON), ("World Trade Association", BODY)], 2),
        ([("gunmen", UNKNOWN), ("gunmen", ActorKind.PEOPLE)], 2),
        ([("Sea Bank plc", FIRM), ("Sea Bank Ltd", FIRM), ("Sea Bank", BODY)], 1),
        ([("Bank", FIRM), ("Sea Bank", FIRM)], 2),
    ],
)
def test_what_is_sure_is_joined_and_nothing_else(names, groups):
    assert len(identified(seen(*names))) == groups


def test_the_best_name_comes_first():
    best = {group[0].name for group in identified(seen(*NAMES))}
    assert {"Syed Mohsin Naqvi", "International Atomic Energy Agency"} <= best


def test_a_body_that_a_text_calls_by_another_name_is_that():
    fund = Appearance(1, "Northern Relief Fund", BODY, aliases=("the Fund for the North",))
    assert len(identified([fund, Appearance(2, "Fund for the North", BODY)])) == 1


def test_those_that_are_one_share_a_key():
    """What is looked up by keys is all that can be the same, so the archive need not be read."""
    for group in identified(seen(*NAMES)):
        reached, found = {group[0].serial}, keys(group[0])
        for _ in group:
            for other in group:
                if keys(other) & found:
                    reached.add(other.serial)
                    found |= keys(other)
        assert reached == {each.serial for each in group}


@given(st.permutations(range(len(NAMES))))
def test_the_order_of_names_does_not_matter(order):
    names = seen(*NAMES)
    expected = [[each.serial for each in group] for group in identified(names)]
    assert [[each.serial for each in group] for group in identified([names[n] for n in order])] == expected
