"""Whatever is told, in whatever order: each Statement is in one Event, and nothing is swapped."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.making import evidence, link, statement
from timeline.chronology import merge
from timeline.model.statement import RoleName

DATES = ["2025-10-11", "2025-10-12", "2025-10", "2025-10-11/2025-10-13", "[2025-10-11..2025-10-20]", None]


@st.composite
def made_up(draw):
    """Up to six texts of up to three Statements about few actors, places and days, linked at random."""
    return [
        evidence(_drawn(draw, number), text=f"{text}", number=number, published="2025-10-29")
        for text in range(draw(st.integers(1, 6)))
        for number in range(draw(st.integers(1, 3)))
    ]


def _drawn(draw, number):
    lemma, kind = draw(st.sampled_from([("attack", "assault"), ("strike", "assault"), ("talk", "consult")]))
    names = st.sampled_from([(), "Norland", "Sudmark"])
    links = (
        (link(draw(st.sampled_from(["after", "before", "during", "same"])), draw(st.integers(0, number - 1))),)
        if number
        else ()
    )
    at = draw(st.sampled_from([None, "Sund", "Mirton"]))
    return statement(
        lemma, kind, by=draw(names), on=draw(names), at=at, text=f"There was a {lemma} in {at or 'the north'}.",
        date=draw(st.sampled_from(DATES)),
        basis=draw(st.sampled_from(["stated", "ordered"])), status=draw(st.sampled_from(["asserted", "denied", "planned"])),
        links=links if draw(st.booleans()) else (),
    )  # fmt: skip


@settings(deadline=None)
@given(made_up(), st.randoms(use_true_random=False))
def test_the_chronology_does_not_depend_on_the_order_of_the_evidence(evidence, random):
    shuffled = random.sample(evidence, len(evidence))
    assert merge(shuffled) == merge(evidence)


@settings(deadline=None)
@given(made_up())
def test_every_statement_is_in_one_event(evidence):
    places = [(one.document, one.number) for event in merge(evidence) for one in event.evidence]
    assert sorted(places) == sorted((one.document, one.number) for one in evidence)


@settings(deadline=None)
@given(made_up())
def test_no_event_swaps_sides_or_joins_two_places(evidence):
    for event in merge(evidence):
        if any(one.statement.links for one in event.evidence):
            continue  # a text that says 'same' itself has the last word
        assert len({one.statement.place for one in event.evidence} - {None}) <= 1
        sides = {
            tuple(role.actor.name for role in one.statement.roles if role.name in (RoleName.AGENT, RoleName.TARGET))
            for one in event.evidence
            if event.type == "assault" and len(one.statement.roles) == 2
        }
        assert len(sides) <= 1
