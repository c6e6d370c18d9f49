"""How firmly it is told: what was called off, what came to nothing, and who only says so. Each beside what looks like it."""

import datetime

import pytest

from tests.telling import one, told


def _status(text: str, trigger: str) -> str:
    return str(one(text, trigger).claim.status)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The distribution of coats planned for 10 May was cancelled.", "distribution", "cancelled"),
        ("Sunday's downhill was abandoned because of fog.", "downhill", "cancelled"),
        ("The tug was abandoned in the storm.", "storm", "asserted"),
        ("The second attempt, planned for 2021, was cancelled after the sponsor died.", "attempt", "cancelled"),
        ("An earlier conference, in Malmo, fell through.", "conference", "cancelled"),
        ("A refit was planned for 2019 but shelved when the yard closed.", "planned", "cancelled"),
        ("He called off his hunger strike on Friday after 19 days.", "strike", "asserted"),
        ("The clinic postponed all planned operations on Friday.", "postponed", "asserted"),
        ("The remaining concerts were called off on Friday.", "concerts", "cancelled"),
        ("The union called off a strike planned for Friday.", "strike", "cancelled"),
    ],
)
def test_what_is_called_off_was_to_be_or_was_going_on(text, trigger, status):
    assert _status(text, trigger) == status


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Mr Baxter was due to fly to Chad on Monday but was arrested.", "fly", "cancelled"),
        ("Sowing was due to begin in March; it was put off when the river rose.", "begin", "cancelled"),
        ("A cargo of rice that was to reach the port on 3 March was seized by the navy.", "reach", "cancelled"),
        ("A cargo of rice that was to reach the port on 3 March was insured in London.", "reach", "planned"),
        ("The tenor, who was to sing in Oslo on Friday, died on Monday.", "sing", "cancelled"),
        ("Mr Baxter vanished in May, a week before he was due to stand trial.", "stand", "cancelled"),
        ("The envoy was due to arrive on Thursday and to leave on Saturday.", "arrive", "planned"),
        ("The choir had been due to fly to Chad on Monday.", "fly", "cancelled"),
    ],
)
def test_what_was_to_be_and_something_else_came_is_cancelled(text, trigger, status):
    assert _status(text, trigger) == status


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The gunman appears to have fled across the river on Monday.", "fled", "alleged"),
        ("The mayor appeared before the court on Monday.", "appeared", "asserted"),
        ("Unconfirmed reports said the general had been shot dead in his garden.", "shot", "alleged"),
        ("The report said the dam had burst because of poor steel.", "burst", "asserted"),
        ("There was a claim that the ministry had sacked nine clerks.", "sacked", "alleged"),
        (
            "They were short of boats, a report that the ministry withheld and then published on Friday.",
            "withheld",
            "asserted",
        ),
        ("Charge: robbery of a tram on 3 May.", "robbery", "alleged"),
        ("The charge is heavy: the robbery of a tram on 3 May left two dead.", "robbery", "asserted"),
        ("Nine nuns were charged with organising the protests in which eight people died.", "protests", "asserted"),
    ],
)
def test_what_only_seems_so_is_alleged(text, trigger, status):
    assert _status(text, trigger) == status


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The army sent two jets after the gang and said it had killed nine of them.", "killed", "alleged"),
        ("The police sealed the street and said that they had found a bomb.", "found", "asserted"),
        ("The rebels blamed the army, saying that soldiers had shelled two villages.", "shelled", "alleged"),
        ("Residents said militiamen shot the imam on Monday.", "shot", "alleged"),
        ("Residents said three shells fell on the quay on Monday.", "fell", "asserted"),
        ("Rosa Lund swore that the dealer had forged the label in 1990.", "forged", "alleged"),
        ("Two villagers said they had been warned that their pay would be cut.", "warned", "alleged"),
        ("The firm admitted that it had sacked nine clerks.", "sacked", "asserted"),
    ],
)
def test_who_says_so_may_only_allege_it(text, trigger, status):
    assert _status(text, trigger) == status


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The widow is suing the clinic in Ghent.", "suing", "asserted"),
        ("The emir is visiting Chad.", "visiting", "asserted"),
        ("The emir is visiting Chad next week.", "visiting", "planned"),
        ("The bank is closing nine branches.", "closing", "planned"),
    ],
)
def test_the_present_that_goes_on_is_now_or_soon(text, trigger, status):
    assert _status(text, trigger) == status


def test_what_is_called_off_is_told_once():
    text = (
        "Place | What | When\nGoma | Rebels seized the airport | 12 November\nBukavu | Police freed nine hostages | 14 November\n"
        "Uvira | The governor resigned | Monday\n\nDid the army shell the port? Nobody would say.\n\nGary Ford, a pilot of "
        "Hull, was arrested in Mombasa on 3 Aban 1405. Ford denies the theft. Friday's regatta was abandoned because of "
        "fog. The ministry neither confirmed nor denied the air raids that the rebels allege."
    )
    assert [one.trigger.text for one in told(text, datetime.date(2026, 11, 20))].count("regatta") == 1
