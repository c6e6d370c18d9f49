"""What the tree hangs on the wrong clause: whom a blow in a relative clause hurt, some of those who are counted, a call behind a
passive."""

import pytest

from tests.telling import one, told
from timeline.model.statement import Status


def test_whom_a_blow_of_a_relative_clause_hurt_is_hurt_by_that_and_not_by_who_speaks() -> None:
    (praised, rammed) = told("The minister praised the crew of the ship, which rammed a pier on Monday, injuring nine.")
    assert praised.trigger.text == "praised"
    assert not praised.quantities
    assert [(q.what, q.value) for q in rammed.quantities] == [("injured", 9)]


def test_whom_the_outer_blow_hurt_stays_with_that() -> None:
    shelled = one("Troops shelled a town where rebels had met, killing nine people.", "shelled")
    assert [(q.what, q.value) for q in shelled.quantities] == [("killed", 9)]


@pytest.mark.parametrize(
    ("text", "trigger", "counted", "date"),
    [
        ("Six people died on Monday, among them two children who drowned.", "died", 6, "2025-10-27"),
        ("Nine men were arrested, among them two officers, on Monday.", "arrested", 9, "2025-10-27"),
        ("Police arrested nine men, among them two officers, on Monday.", "arrested", 9, "2025-10-27"),
    ],
)
def test_some_among_them_are_part_of_those_who_are_counted(text: str, trigger: str, counted: int, date: str) -> None:
    found = one(text, trigger)
    assert [q.value for q in found.quantities] == [counted]
    assert str(found.when.span) == date


def test_who_says_that_he_was_not_asked_and_calls_a_strike_calls_one_ahead() -> None:
    strike = one("Unions said they had not been consulted and called a 24-hour strike for Friday.", "strike")
    assert (str(strike.when.span), strike.claim.status) == ("2025-10-31", Status.PLANNED)
