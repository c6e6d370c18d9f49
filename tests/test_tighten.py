"""What is known of one happening bounds those that were before, after or during it."""

from dataclasses import replace

import pytest

from tests.making import (
    evidence,
    link,
    statement,
    when,
)
from timeline.chronology import merge, ranks


def talks(place_name, date, *links, **more):
    return statement("talk", "consult", at=place_name, when=date, links=links, **more)


def test_when_another_text_dates_the_talks_what_came_after_is_tightened():
    loose = when("[2025-10-11..2025-10-29]", "ordered", because=("after the attack",))
    article = [talks("Port Vale", loose), talks("Sund", loose, link("after", 0))]
    both = [evidence(one, number=number) for number, one in enumerate(article)]
    dated = evidence(talks("Port Vale", when("2025-10-18/2025-10-19")), text="b")
    before, after = merge(both), merge([*both, dated])
    assert [event.when.span.edtf for event in before] == ["[2025-10-11..2025-10-29]"] * 2
    first, second = sorted(after, key=lambda event: event.when.span.sort_key)
    assert first.when.span.edtf == "2025-10-18/2025-10-19"
    assert second.when.span.edtf == "[2025-10-19..2025-10-29]"
    assert second.when.basis == "ordered"
    assert second.when.because_earliest == "after Talk told (2025-10-18/2025-10-19): then"
    assert second.when.because[0] == "after the attack"


def test_what_came_after_something_that_still_went_on_is_after_its_start():
    first = talks("Port Vale", when("2025-10-25/2025-10-30"))
    second = talks("Sund", when("[..2025-10-29]", "published"), link("after", 0))
    found = merge([evidence(first), evidence(second, number=1)])
    assert {event.place.name: event.when.span.edtf for event in found} == {
        "Port Vale": "2025-10-25/2025-10-30",
        "Sund": "[2025-10-25..2025-10-29]",
    }


def test_a_land_that_is_hit_and_the_people_of_a_place_in_it_are_no_two_targets():
    locals_ = statement("strike", "assault", at="Mirton", date="2025-10-17", on="people of Mirton")
    bombed = statement("strike", "assault", at="Mirton", date="2025-10-17", by="Norland", on="Sudmark")
    assert len(merge([evidence(locals_, text="a"), evidence(bombed, text="b")])) == 1


def test_tightening_runs_along_chains_both_ways():
    loose = when("[2025-10-01..2025-10-29]", "ordered")
    chain = [
        talks("Port Vale", loose),
        talks("Mirton", when("2025-10-18"), link("after", 0)),
        talks("Sund", loose, link("after", 1)),
        talks("Oxley", loose, link("after", 2)),
    ]
    events = merge([evidence(one, number=number) for number, one in enumerate(chain)])
    assert {event.place.name: event.when.span.edtf for event in events} == {
        "Port Vale": "[2025-10-01..2025-10-18]", "Mirton": "2025-10-18",
        "Sund": "[2025-10-18..2025-10-29]", "Oxley": "[2025-10-18..2025-10-29]",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "links"),
    [
        pytest.param(when("2025-10"), when("2025-10-18"), [link("before", 1)], id="a stated date stands"),
        pytest.param(when("[..2025-10-29]", "published"), when("2025-10-18"), [link("after", 1, is_strong=False)], id="weak"),
    ],
)  # fmt: skip
def test_these_are_not_moved_by_a_link(first, second, links):
    events = merge([evidence(talks("Sund", first, *links)), evidence(talks("Mirton", second), number=1)])
    assert next(event for event in events if event.place.name == "Sund").when == first


def test_an_order_that_dates_contradict_is_dropped_and_said_to_be():
    early, late = when("[..2025-10-10]", "published"), when("2025-10-18")
    events = merge([evidence(talks("Sund", early, link("after", 1))), evidence(talks("Mirton", late), number=1)])
    sund, mirton = sorted(events, key=lambda event: event.place.name, reverse=True)
    assert (sund.when.span, mirton.when.span) == (early.span, late.span)
    assert sund.when.because == ("not counted: after Talk told: then",)
    assert mirton.when.because == ("not counted: before Talk told: then",)


def test_a_chain_that_leaves_no_day_loses_its_weakest_order():
    loose = when("[2025-10-01..2025-10-29]", "ordered")
    chain = [
        talks("Port Vale", when("2025-10-20")),
        talks("Sund", loose, replace(link("after", 0), sieve="script", because="talks follow")),
        talks("Mirton", when("2025-10-10"), link("after", 1)),
    ]
    events = merge([evidence(one, number=number) for number, one in enumerate(chain)])
    found = {event.place.name: event.when for event in events}
    assert found["Sund"].span.edtf == "[2025-10-01..2025-10-10]"
    assert "not counted: after Talk told: talks follow" in found["Sund"].because


def test_a_circle_loses_its_weakest_order():
    loose = when("[2025-10-01..2025-10-29]", "ordered")
    circle = [
        talks("Port Vale", when("2025-10-18"), link("before", 1)),
        talks("Sund", loose, replace(link("before", 0), sieve="script", because="talks follow")),
    ]
    events = merge([evidence(one, number=number) for number, one in enumerate(circle)])
    found = {event.place.name: event for event in events}
    assert found["Sund"].when.span.edtf == "[2025-10-18..2025-10-29]"
    assert found["Sund"].rank > found["Port Vale"].rank
    assert found["Port Vale"].when.because == ("not counted: after Talk told: talks follow",)


def test_during_gives_the_outer_bounds():
    first = talks("Sund", when("[..2025-10-29]", "published"), link("during", 1))
    events = merge([evidence(first), evidence(talks("Mirton", when("2025-10-18/2025-10-20")), number=1)])
    assert next(event for event in events if event.place.name == "Sund").when.span.edtf == "[2025-10-18..2025-10-20]"


def test_ranks_follow_links_and_circles_end():
    chain = [statement(), statement(links=(link("after", 0),)), statement(links=(link("after", 1, is_strong=False),))]
    assert ranks(chain) == (0, 1, 2)
    circle = [statement(links=(link("after", 1),)), statement(links=(link("after", 0),))]
    assert sorted(ranks(circle)) == [0, 1]
    long = [statement(links=(link("after", number - 1),) if number else ()) for number in range(5000)]
    assert ranks(long)[-1] == 4999
