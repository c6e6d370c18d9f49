"""What an Event says: one date, one status, one toll, whatever its Statements say."""

from dataclasses import replace

import pytest

from tests.making import ATTACK, evidence, place, roles, statement, told, toll, when
from timeline.chronology import merge
from timeline.chronology.dating import merge_dates
from timeline.model import edtf
from timeline.model.statement import Actor, ActorKind, Place, Role, RoleName, Status
from timeline.parser.anchor.dating import move

PUT_OFF = {"lemma": "vote", "kind": "election", "by": "Norland Council"}


@pytest.mark.parametrize(
    ("first", "then", "status"),
    [
        (("cancelled", "The council postponed the vote."), ("planned", "The vote will now be on Monday."), "planned"),
        (
            ("cancelled", "The council called off the vote."),
            ("planned", "The vote will now be on Monday."),
            "cancelled",
        ),
        (("cancelled", "The council postponed the vote."), ("planned", "The vote had been due in May."), "cancelled"),
        (("planned", "The vote will be on Monday."), ("cancelled", "The council postponed the vote."), "cancelled"),
    ],
)
def test_what_is_put_off_and_set_anew_is_still_to_come(first, then, status):
    one, other = (statement(**PUT_OFF, status=how, text=words) for how, words in (first, then))
    assert [event.status.value for event in merge([evidence(one), evidence(other, number=1)])] == [status]


@pytest.mark.parametrize(
    ("dates", "merged", "basis"),
    [
        ([("2025-10-11", "stated"), ("2025-10", "stated")], "2025-10-11", "stated"),
        ([("2025-10", "resolved"), ("[..2025-10-20]", "published")], "[2025-10-01..2025-10-20]", "published"),
        ([("[2025-10-11..]", "ordered"), ("[..2025-10-29]", "published")], "[2025-10-11..2025-10-29]", "ordered"),
        ([("2025-10-18/2025-10-19", "stated"), ("2025-10-18", "stated")], "2025-10-18/2025-10-19", "stated"),
        ([("2025-10-18", "resolved"), ("2025-10-18", "stated")], "2025-10-18", "stated"),
        ([("2025-10-18T14:00:00Z", "stated"), ("2025-10-18", "stated")], "2025-10-18T14:00:00Z", "stated"),
        ([("2025-10-18", "stated"), ("[2025-10-19..]", "ordered")], "2025-10-18", "stated"),
        ([("2025-10-18", "stated"), (None, "none")], "2025-10-18", "stated"),
    ],
)
def test_bounds_that_can_hold_together_are_intersected(dates, merged, basis):
    for order in (dates, dates[::-1]):
        found, _ = merge_dates([when(*date) for date in order])
        assert (found.span.edtf, found.basis) == (merged, basis)


def test_two_direct_dates_that_exclude_each_other_are_disputed():
    assert merge_dates([when("2025-10-18"), when("2025-10-20")])[1]
    assert not merge_dates([when("2025-10-18"), when("[2025-10-20..]", "ordered")])[1]


def test_each_side_of_a_joined_date_says_why():
    low = when("[2025-10-11..]", "ordered", because_earliest="after the attack")
    found, _ = merge_dates([low, when("[..2025-10-29]", "published", because=("published 2025-10-29",))])
    assert (found.because_earliest, found.because_latest) == ("after the attack", "published 2025-10-29")


def test_a_guess_is_kept_only_where_the_bounds_allow_it():
    guesses = [when("[..2025-10-29]", "published", likely="2025-10-28"), when("[2025-10-20..2025-10-30]", "ordered")]
    assert merge_dates(guesses)[0].likely == "2025-10-28"
    assert merge_dates([*guesses, when("2025-10-25/2025-10-26")])[0].likely is None
    assert merge_dates([*guesses, when("2025-10-28")])[0].likely is None


def test_a_guess_that_links_rule_out_is_dropped():
    told = when("[..2025-10-29]", "published", likely="2025-10-28")
    day = edtf.parse("2025-10-20")
    assert move(told, latest=day, because="before").likely is None
    assert move(told, earliest=day, because="after").likely == "2025-10-28"


@pytest.mark.parametrize(
    ("statuses", "status", "disputed"),
    [
        (["asserted", "asserted", "denied"], "asserted", True),
        (["alleged", "denied"], "alleged", True),
        (["alleged", "asserted"], "asserted", False),
        (["denied", "denied"], "denied", False),
        (["planned", "cancelled"], "cancelled", False),
        (["planned", "asserted"], "asserted", False),
    ],
)
def test_an_event_is_what_its_firmest_statement_says(statuses, status, disputed):
    (event,) = told(*(statement(**ATTACK, status=one) for one in statuses))
    assert (event.status, event.disputed) == (status, disputed)


def test_those_who_say_what_the_event_is_said_to_be_are_its_claimants():
    alleged = statement(**ATTACK, status="alleged", claimed=["Sudmark"])
    (event,) = told(alleged, statement(**ATTACK, status="denied", claimed=["Norland"]))
    assert event.claimed_by == ("Sudmark",)


def test_tolls_that_exclude_each_other_are_disputed():
    assert told(statement(**ATTACK, quantities=toll(12)), statement(**ATTACK, quantities=toll(20)))[0].disputed
    assert not told(statement(**ATTACK, quantities=toll(12)), statement(**ATTACK, quantities=toll(10, 20)))[0].disputed


SOLDIERS = Actor("soldiers", ActorKind.GOVERNMENT, "NL")


def tolls(*hurt):
    """The Event of an attack of which each counts other dead, those of one actor."""
    sides = roles(agent="Norland", target="Sudmark")
    told_of = [
        statement(**ATTACK, roles=(*sides, Role(who, RoleName.TARGET)), quantities=toll(12 + 8 * number))
        for number, who in enumerate(hurt)
    ]
    (event,) = told(*told_of)
    return event


@pytest.mark.parametrize(
    ("who", "is_disputed"),
    [
        (SOLDIERS, True),
        (replace(SOLDIERS, country=None), True),
        (replace(SOLDIERS, country="SU"), False),
        (Actor("fighters", ActorKind.ARMED_GROUP), False),
        (Actor("villagers", ActorKind.PEOPLE), False),
        (Actor("people", ActorKind.PEOPLE), True),
    ],
)
def test_the_dead_of_two_sides_are_no_dispute(who, is_disputed):
    assert tolls(SOLDIERS, who).disputed is is_disputed


def test_a_bare_number_of_dead_says_whose_they_are():
    bare = tuple(replace(one, text=f"{one.value:g}") for one in toll(58))
    (event,) = told(statement(**ATTACK | {"on": ()}, roles=(Role(SOLDIERS, RoleName.TARGET),), quantities=bare))
    assert [one.text for one in event.quantities] == ["58 soldiers"]


@pytest.mark.parametrize(("first", "later", "disputed"), [(12, 20, False), (20, 12, True)])
def test_a_toll_that_a_later_day_counts_more_of_has_grown(first, later, disputed):
    reports = [
        evidence(statement(**ATTACK, quantities=toll(count)), text=str(count), published=day)
        for count, day in ((first, "2025-10-12"), (later, "2025-10-14"))
    ]
    (event,) = merge(reports)
    assert event.disputed is disputed
    assert {quantity.value for quantity in event.quantities} == {first, later}


@pytest.mark.parametrize(
    ("first", "second", "disputed"),
    [(["Norland"], ["Sudmark"], True), (["Norland"], ["Norland"], False), (["Norland"], [], False)],
)
def test_the_larger_toll_of_the_other_side_is_a_dispute_and_no_growth(first, second, disputed):
    reports = [
        evidence(statement(**ATTACK, quantities=toll(count), claimed=by), text=str(count), published=day)
        for count, by, day in ((12, first, "2025-10-12"), (20, second, "2025-10-14"))
    ]
    (event,) = merge(reports)
    assert event.disputed is disputed


@pytest.mark.parametrize(
    ("words", "disputed"),
    [
        ("The death toll has risen to 20, Sudmark said.", False),
        ("The number of dead rose sharply on Tuesday to at least 20.", False),
        ("The toll climbed from 12 to 20, Sudmark said.", False),
        ("Sudmark put the death toll at 20.", True),
        ("Prices rose, and 20 were killed, Sudmark said.", True),
        ("The toll of an earlier raid rose to 9; 20 were killed in this one, Sudmark said.", True),
    ],
)
def test_who_says_that_a_toll_has_risen_speaks_against_nobody(words, disputed):
    first = evidence(statement(**ATTACK, quantities=toll(12), claimed=["Norland"]), text="12", published="2025-10-12")
    counted = tuple(replace(one, text="at least 20" if "at least" in words else "20") for one in toll(20))
    told_later = statement(**ATTACK, text=words, quantities=counted, claimed=["Sudmark"])
    for day in ("2025-10-12", "2025-10-14"):
        (event,) = merge([first, evidence(told_later, text="20", published=day)])
        assert event.disputed is disputed
    (event,) = merge([first, evidence(told_later, text="20", published="2025-10-11")])
    assert event.disputed


def test_those_of_a_state_may_be_told_without_it():
    described = [Actor("Sudmark's guards", ActorKind.PEOPLE, "SD", "Sudmark"), Actor("guards", ActorKind.PEOPLE)]
    killed = statement("kill", date="2025-10-11")
    told_so = [replace(killed, roles=(Role(one, RoleName.TARGET),)) for one in described]
    assert len(told(*told_so)) == 1


def test_repetition_adds_to_salience_up_to_a_limit():
    assert told(statement(**ATTACK, salience=0.4))[0].salience == 0.4
    assert told(*[statement(**ATTACK, salience=0.4)] * 3)[0].salience == 0.5
    assert told(*[statement(**ATTACK, salience=0.4)] * 30)[0].salience == 0.6


def test_an_event_has_everybody_that_any_statement_tells():
    (event,) = told(statement(**ATTACK), statement(**(ATTACK | {"on": (), "through": "Estria"})))
    assert {(role.actor.name, role.name.value) for role in event.roles} == {
        ("Norland", "agent"), ("Sudmark", "target"), ("Estria", "mediator"),
    }  # fmt: skip


def test_merging_keeps_places_and_status_types():
    (event,) = told(statement(**ATTACK, at="Sund"), statement(**ATTACK))
    assert event.place == place("Sund")
    assert isinstance(event.place, Place)
    assert event.status is Status.ASSERTED
    assert event.roles == roles(agent="Norland", target="Sudmark")
