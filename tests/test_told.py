"""What a text tells, and how firmly: which words are happenings, and with which status and claimants."""

import pytest

from tests.telling import one, told
from timeline.chronology.matter import matter
from timeline.chronology.story import stem
from timeline.model.statement import Status


@pytest.mark.parametrize(
    "text",
    [
        "The agency routinely sends migrants back to Chad.",
        "Shops in Tunis sell everything from soap to sandals.",
        "Doctors used to visit the island twice a year.",
        "In those days the villagers would often attack the tax collectors.",
        "I think it is a good thing that they are going to cut jobs.",
        "Our customers are buying fewer cars, he said.",
        "Strikes had become rare.",
        "Floods hit the delta every summer.",
    ],
)
def test_what_is_usual_or_only_thought_is_no_happening(text):
    assert told(text) == ()


def test_what_a_possible_deed_would_be_done_by_is_possible():
    found = told("The ministry could win time by holding a meeting with the union.")
    assert {statement.claim.status for statement in found} == {Status.HYPOTHETICAL}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two drivers drowned; the ministry turned down a request for aid.", ["drowned", "turned"]),
        ("The tribunal adjourned sentencing until 4 June.", ["adjourned"]),
        ("The board rejected the complaint.", ["rejected"]),
        ("The choir wants to sing in Rome in December.", ["sing"]),
        ("The choir wants to sing in Rome.", []),
        ("The first volume appeared in 1888.", ["appeared"]),
        ("Night trains will start in June.", ["start"]),
        ("The committee questions him tomorrow.", ["questions"]),
        ("The museum closes on Mondays.", []),
        ("The envoy invited both sides to meet on Saturday.", ["invited", "meet"]),
    ],
)
def test_what_is_told_beside_other_news_or_to_come_is_told(text, wanted):
    assert [statement.trigger.text for statement in told(text)] == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The abbot denied taking bribes and accused the mayor of lying.", "accused", Status.ASSERTED),
        (
            "The guild announced it would sue the mill, and ninety people marched to the square.",
            "marched",
            Status.ASSERTED,
        ),
        (
            "The owner denied that a pump had failed, although inspectors had closed the mill.",
            "closed",
            Status.ASSERTED,
        ),
        ("The two premiers were to have met in Riga.", "met", Status.CANCELLED),
    ],
)
def test_a_status_stays_with_the_verb_it_is_said_of(text, trigger, status):
    assert one(text, trigger).claim.status is status


def test_news_may_be_told_in_the_present():
    assert one("Rebels seize the radio station in Bangui.", "seize").type == "coerce"


@pytest.mark.parametrize(("who", "what"), [("Both guards were", "appointment"), ("The guards", "assault")])
def test_guards_who_are_fired_lose_their_posts(who, what):
    assert one(f"{who} fired on Monday.", "fired").type == what


@pytest.mark.parametrize(
    ("text", "trigger", "status", "claimants"),
    [
        ("The militia denied attacking the post.", "attacking", Status.DENIED, ("militia",)),
        ("Rebels claimed that soldiers had shelled Aleppo.", "shelled", Status.ALLEGED, ("rebels",)),
        ("The army reportedly shelled Aleppo.", "shelled", Status.ALLEGED, ()),
        ("The minister will visit Cairo on Friday.", "visit", Status.PLANNED, ()),
        ("The parties failed to reach an agreement.", "agreement", Status.NEGATED, ()),
        ("Police said gunmen attacked the post.", "attacked", Status.ASSERTED, ("police",)),
    ],
)
def test_a_claim_is_kept_apart_from_a_fact(text, trigger, status, claimants):
    claim = one(text, trigger).claim
    assert (claim.status, claim.claimed_by) == (status, claimants)


def test_a_threat_to_close_the_border_closes_nothing():
    assert [statement.type for statement in told("Kabul threatened to close the border.")] == ["threaten"]


def test_killed_and_wounded_belong_to_the_blow():
    (statement,) = told("A bombing in Quetta killed nine people and wounded at least 20.")
    assert [(number.what, number.value, number.high) for number in statement.quantities] == [
        ("killed", 9, 9),
        ("injured", 20, None),
    ]


def test_money_is_the_number_beside_its_currency_and_no_year():
    (statement,) = told("In 2023 Acme bought its rival for 96 million euros in cash.")
    assert [(number.what, number.value) for number in statement.quantities] == [("money", 96_000_000)]
    (statement,) = told("Acme bought its rival for $1.2 billion.")
    assert [number.value for number in statement.quantities] == [1_200_000_000]


def test_passengers_are_no_percentage():
    text = "Acme flew 12 passengers to Oslo on Monday and its profit rose by 9 percent."
    assert {noun for found in told(text) for noun, _ in matter(found).counts} == {stem("passenger"), "percent"}


def test_people_are_not_destroyed():
    found = told("Two sailors drowned on Friday when their boat sank. The blaze destroyed nine houses.")
    assert {each.what: each.text for one in found for each in one.quantities} == {
        "killed": "Two sailors",
        "destroyed": "nine houses",
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Powerful quake hits off northern Chile; tsunami warning issued", ["warning"]),
        ("The flood alert was raised on Monday.", ["raised"]),
        ("The earthquake drill was held on Monday.", ["drill"]),
        ("The tsunami flooded nine villages on Sunday.", ["tsunami"]),
        ("A storm on Monday sank a ferry.", ["storm"]),
    ],
)
def test_what_is_only_warned_of_is_not_told(text, wanted):
    found = [each.trigger.text for each in told(text)]
    feared = {"tsunami", "flood", "earthquake", "storm"}
    assert feared.intersection(found) == feared.intersection(wanted)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The appeal will be heard in May.", "heard"),
        ("The judge reserved his ruling on Monday.", "reserved"),
    ],
)
def test_courts_hear_and_reserve(text, word):
    (found,) = [each for each in told(text) if each.trigger.text == word]
    assert found.type == "legal"


def test_a_choir_is_heard_by_no_court():
    assert [each for each in told("The choir was heard in May.") if each.type == "legal"] == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A magnitude 6.9 quake struck off the coast on Tuesday, killing 72 people.", ["disaster"]),
        ("Two men, aged 34 and 41, were charged with theft.", ["legal"]),
        ("Ann Berg called on Paul Reed to resign.", ["request"]),
        ("The driver was refused bail on Monday.", ["legal"]),
        ("A Delta jet hit a flock of geese on Monday.", ["accident"]),
        ("Greece joined the euro in 2001.", ["support"]),
        ("The bishops' conference condemned the plan.", ["accuse"]),
        ("Typhoon Irmela made landfall in Vietnam on Monday, killing nine people.", ["disaster"]),
    ],
)
def test_what_ordinary_words_tell(text, kinds):
    assert [statement.type for statement in told(text)] == kinds
