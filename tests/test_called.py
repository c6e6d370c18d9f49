"""Who is meant by what somebody is, and which nouns are somebody."""

import pytest

from tests.telling import one, told
from timeline.model.statement import RoleName


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("Pieter Vos, a Dutchman who robbed a bank in May, was jailed on Sunday.", "robbed", ["Pieter Vos"]),
        ("Ruben Alba, a squat Basque who repaired the clock, fled on Monday.", "repaired", ["Ruben Alba"]),
        ("The warden, a Bavarian of 61, locked the gate on Friday.", "locked", ["warden"]),
        ("The attack killed Omar Said, a Palestinian who drove an ambulance.", "drove", ["Omar Said"]),
        ("A Kenyan, Paul Rotich, won the race on Sunday.", "won", ["Paul Rotich"]),
        ("The abbot, a Jesuit who taught in Rome, sued the paper in May.", "sued", ["abbot"]),
        # what looks alike
        ("A Dutchman was arrested on Monday.", "arrested", ["Dutchman"]),
        ("Sweden, a Nato member since 2024, sent two ships on Friday.", "sent", ["Sweden"]),
        ("The ferry line Eirvolt, a Nordbank client, sued the paper on Friday.", "sued", ["Eirvolt"]),
    ],
)
def test_a_native_or_believer_is_who_stands_beside(text, trigger, names):
    assert [role.actor.name for role in one(text, trigger).roles if role.name is not RoleName.MEDIATOR][:1] == names


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("The co-operative hired a lawyer on Monday.", "hired", ["co-operative", "lawyer"]),
        ("The prefect of Lodz banned the march on Friday.", "banned", ["prefect"]),
        ("His superiors dismissed the clerk on Friday.", "dismissed", ["superiors", "clerk"]),
        ("The carabinieri arrested nine drinkers on Friday.", "arrested", ["carabinieri", "drinkers"]),
        ("A few of her pupils sued the school on Friday.", "sued", ["pupils", "school"]),
        ("The night shift occupied the gatehouse on Friday.", "occupied", ["night shift"]),
        ("A convoy of nine lorries turned back on Friday.", "turned", ["convoy"]),
        ("The co-founder of the firm sued an ex-partner on Friday.", "sued", ["co-founder", "ex-partner"]),
    ],
)
def test_nouns_for_who_acts(text, trigger, names):
    assert [role.actor.name for role in one(text, trigger).roles] == names


@pytest.mark.parametrize(
    "text",
    ["The storm broke a dam on Monday.", "She ordered an inquiry on Friday.", "The minor road was shut on Friday."],
)
def test_nouns_for_what_acts_not(text):
    assert {role.actor.name for each in told(text) for role in each.roles} <= {"she"}


@pytest.mark.parametrize(
    ("text", "trigger", "name"),
    [
        ("Peru and the rebel Northern Column agreed a truce. The column freed nine men.", "freed", "Northern Column"),
        ("The rebel Northern Column took Lago. The rebels freed nine men on Friday.", "freed", "Northern Column"),
        ("The insurgent Sun Battalion left Kita. The army freed nine men on Friday.", "freed", "army"),
        ("Peru's army fought the rebel Kita Liberation Army. The army freed a man on Friday.", "freed", "Peru's army"),
        ("The rebel leader Jonas Mbeki fled on Friday.", "fled", "Jonas Mbeki"),
    ],
)
def test_rebels_with_a_name_are_called_by_its_last_word(text, trigger, name):
    assert [role.actor.name for role in one(text, trigger).roles if role.name is RoleName.AGENT] == [name]


@pytest.mark.parametrize(
    ("text", "trigger", "roles"),
    [
        ("The council met on Friday.", "met", [("council", RoleName.AGENT)]),
        ("Moses Tal appeared before a magistrate on Friday.", "appeared", [("Moses Tal", RoleName.TARGET)]),
        # what looks alike
        ("Ministers met in Rome on Friday.", "met", [("ministers", RoleName.PARTICIPANT)]),
        ("The lawyer Ana Blum appeared for the clerk on Friday.", "appeared", [("Ana Blum", RoleName.AGENT)]),
    ],
)
def test_who_is_told_of_alone(text, trigger, roles):
    assert [(role.actor.name, role.name) for role in one(text, trigger).roles] == roles


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("Two men robbed a bank in Graz on Friday. One was arrested on Saturday.", "arrested", ["men"]),
        ("A dozen divers searched the wreck on Sunday; one drowned.", "drowned", ["divers"]),
        ("Nine women were arrested on Friday and another was beaten by guards.", "beaten", ["guards", "women"]),
        # what looks alike
        ("Gunmen attacked two villages on Friday. One was burned.", "burned", []),
    ],
)
def test_one_is_of_those_counted_last(text, trigger, names):
    assert [role.actor.name for role in one(text, trigger).roles] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Chad's interior minister, Idris Mahamat, met President Bola Tinubu. The security czar thanked Togo on Monday.",
            ["Idris Mahamat"],
        ),
        # what looks alike
        ("President Bola Tinubu opened a school in Abuja. The drugs czar thanked Togo on Monday.", ["drugs czar"]),
        (
            "Chad's interior minister, Idris Mahamat, met a banker. The defence minister thanked Togo on Monday.",
            ["defence minister"],
        ),
    ],
)
def test_a_czar_is_the_official_told_of_and_no_president(text, names):
    assert [role.actor.name for role in one(text, "thanked").roles if role.name is RoleName.AGENT] == names
