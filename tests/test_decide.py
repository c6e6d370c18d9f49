"""What people decided, over what matching found. Pure."""

from itertools import permutations

import pytest

from tests.making import evidence, link, statement, when
from timeline.chronology import merge
from timeline.model.curation import Correction, Decisions, Ruling
from timeline.model.event import Evidence
from timeline.model.statement import Status


def raid(text: str, date: str = "2025-10-11", number: int = 0, **more):
    return evidence(statement(date=date, by="Norland", on="Sudmark", **more), text=text, number=number)


def spot(one):
    return one.document, one.number


def join(number, *some):
    return Ruling(number, (tuple(map(spot, some)),))


def part(number, *sides):
    return Ruling(number, tuple(tuple(map(spot, side)) for side in sides))


def parts(told, *rulings):
    """The documents of each event, as letters."""
    found = merge(told, Decisions(tuple(rulings)))
    return sorted("".join(sorted(one.document[-1] for one in event.evidence)) for event in found)


A, B, C = raid("a"), raid("b"), raid("c", "2025-12-24")
D = raid("d", "2025-12-24")


def test_without_rulings_matching_decides():
    assert parts([A, B, C]) == ["ab", "c"]


def test_what_was_joined_is_one_event_and_what_was_parted_two():
    assert parts([A, B, C], join(1, A, B, C)) == ["abc"]
    assert parts([A, B, C], part(1, [A], [B])) == ["a", "b", "c"]


def test_a_later_report_finds_what_was_joined_by_either_half():
    assert parts([A, C, D], join(1, A, C)) == ["acd"]
    assert parts([A, B, C], join(1, A, C)) == ["abc"]


def test_a_later_report_of_what_was_parted_goes_with_one_part():
    assert len(parts([A, B, raid("d")], part(1, [A], [B]))) == 2


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_of_the_evidence_does_not_matter(order):
    told = [[A, B, C, D][place] for place in order]
    assert parts(told, join(1, A, C), part(2, [B], [D])) == parts([A, B, C, D], join(1, A, C), part(2, [B], [D]))


def test_the_last_ruling_counts():
    assert parts([A, B], join(1, A, B), part(2, [A], [B])) == ["a", "b"]
    assert parts([A, B], part(1, [A], [B]), join(2, A, B)) == ["ab"]


def test_what_was_joined_to_both_of_two_parts_stays_with_one():
    assert parts([A, B, C], part(3, [A], [B]), join(2, A, C), join(1, B, C)) == ["ac", "b"]


def test_rulings_on_what_is_not_there_do_nothing():
    assert parts([A, B], join(1, C, D), part(2, [C], [D])) == ["ab"]


def test_the_same_statement_republished_goes_along():
    twin = Evidence("document z", A.fingerprint, A.published, A.number, A.statement, "http://z")
    assert parts([A, twin, B], part(1, [A], [B])) == ["az", "b"]


def test_a_corrected_date_bounds_what_came_after():
    first = evidence(statement("raid", basis="none", by="Norland"), number=0)
    second = evidence(statement("talk", "consult", basis="none", links=(link("after", 0),)), number=1)
    fixed = Correction(1, spot(first), {"when": when("2025-10-11", "curated")})
    talk = next(one for one in merge([first, second], Decisions((), (fixed,))) if one.type == "consult")
    assert talk.when.span.earliest == "2025-10-11"


def test_a_corrected_field_is_as_set_and_marked_and_the_last_word_counts():
    first = Correction(1, spot(A), {"headline": "Raid", "status": Status.DENIED})
    second = Correction(2, spot(B), {"headline": "Raid at dawn"})
    (event,) = merge([A, B], Decisions((), (second, first)))
    assert (event.headline, event.status, event.curated) == ("Raid at dawn", Status.DENIED, ("headline", "status"))


def test_a_mode_that_the_corrected_type_has_not_is_none():
    bombed = raid("a", mode="aerial")
    (event,) = merge([bombed], Decisions((), (Correction(1, spot(bombed), {"type": "consult"}),)))
    assert (event.type, event.mode) == ("consult", None)
