"""Who did it, and to whom."""

import pytest

from tests.telling import one, told
from timeline.model.statement import RoleName


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("Police arrested Ryu Min-ho, a broker, on Monday. Ryu had fled to Busan.", "fled", ["Ryu Min-ho"]),
        ("The World Bank-led talks failed. Police arrested two men.", "arrested", ["police", "men"]),
        ("Baker jailed\n\nA baker who burned a mill was jailed. Ivo Kolar, 41, will appeal.", "jailed", ["Ivo Kolar"]),
        ("A captain was cleared of theft on Friday. Captain Aris Doukas, 51, wept.", "cleared", ["Aris Doukas"]),
        ("The singer Rhea Jordan lives in Bath. Jordan married a banker in May.", "married", ["Rhea Jordan", "banker"]),
        ("Rhea Jordan sang in Jordan on Monday. Jordan closed its border.", "closed", ["Jordan"]),
        ("Judge Anna Weiss spoke. The daughter of a miner, she was arrested in 1971.", "arrested", ["Anna Weiss"]),
        ("Police questioned Rivo Rakoto on Monday. A court released Rakoto.", "released", ["court", "Rivo Rakoto"]),
        ("Rebels who call themselves the Lion Front left. The Lion Front shelled a mill.", "left", ["Lion Front"]),
        ("A reporter who called Ivo Kolar a liar was fined.", "fined", ["reporter"]),
        ("The union said its members would strike on Tuesday.", "strike", ["members of the union"]),
        ("Officials of the Coast Guard searched a ship.", "searched", ["officials of the Coast Guard"]),
        ("The port agency set up an inquiry on Monday.", "inquiry", ["port agency"]),
        ("The king invited Anna Falk to Rome on Monday.", "invited", ["king", "Anna Falk"]),
        ("Tarn Mills rejected a takeover bid from the Swiss group Valora.", "bid", ["Valora", "Tarn Mills"]),
        (
            "Halvor Shipping launched a bid for Adria Airways in May. It lowered its offer in June.",
            "lowered",
            ["Halvor Shipping", "Adria Airways"],
        ),
    ],
)
def test_a_name_is_whole_and_one_persons(text, trigger, names):
    assert [role.actor.name for role in one(text, trigger).roles] == names


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        (
            "Ivo Kolar killed Ana Ruiz in 2006. Prosecutor Dana Wills said he had used her cards after her death.",
            "death",
            ["Ana Ruiz"],
        ),
        ("Prosecutor Dana Wills said the police had hidden her killing.", "killing", []),
        ("Ivo Kolar was caught on Friday. Captain Olu Bello said the other two robbers had fled.", "fled", ["robbers"]),
        (
            "Ivo Kolar and Jan Blau were held. Captain Olu Bello said the two men fled.",
            "fled",
            ["Ivo Kolar", "Jan Blau"],
        ),
        ("Two men were held on suspicion of people smuggling.", "smuggling", []),
        (
            "Urs Keller was freed. Keller was thin. Keller slept. Police arrested a driver in May. He was acquitted in June.",
            "acquitted",
            ["driver"],
        ),
        ("Ivo Kolar and Jan Blau stabbed Omar Said on Friday. He died in Oslo on Monday.", "died", ["Omar Said"]),
        ("Ana Ruiz and Jan Blau freed Eva Lind on Friday. He died in Oslo on Monday.", "died", ["Jan Blau"]),
        (
            "Ivo Kolar and Jan Blau were held. Oslo District Court was told of lies. Both denied murder.",
            "murder",
            ["Ivo Kolar", "Jan Blau"],
        ),
    ],
)
def test_who_tells_of_a_death_or_of_others_is_none_of_them(text, trigger, names):
    assert [role.actor.name for role in one(text, trigger).roles] == names


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Ivo Kolar is a thief, Leeds Crown Court was told. Police questioned a banker from Jersey.", None),
        ("Ivo Kolar is a thief, Ikeja High Court was told. Police questioned a banker from Nigeria.", "Nigeria"),
        ("A thief was jailed in Lagos. Police questioned a banker from Jersey.", None),
        ("A thief was jailed on Monday. Police questioned a banker from Jersey.", "Jersey"),
        ("KARACHI, Oct 28 – Police held a thief on Monday. He had lived in London since 1992.", None),
    ],
)
def test_the_only_land_of_a_text_is_home_unless_its_towns_are_in_another(text, country):
    found = [role.actor for one in told(text) for role in one.roles if role.actor.name == "police"]
    assert [actor.acts_for for actor in found] == [country]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Norway will lend a tug by Friday and Estonia will pay its crew.", ("lend", "Norway"), ("pay", "Estonia")),
        ("The firm will shut its mine by June and Bolivia will pay the miners.", ("shut", "firm"), ("pay", "Bolivia")),
        (
            "Guards will leave the dam on March 3 and villagers will protect it.",
            ("leave", "guards"),
            ("protect", "villagers"),
        ),
        ("Cuba will free the divers and Haiti will drop the case.", ("free", "Cuba"), ("drop", "Haiti")),
        ("Rebels will leave the valley and troops will patrol the roads.", ("leave", "rebels"), ("patrol", "troops")),
        # what looks alike: one who does both
        ("Latvia will send a tug and a crane and will pay for both.", ("send", "Latvia"), ("pay", "Latvia")),
        ("Rebels burned the school and the clinic and have fled.", ("burned", "rebels"), ("fled", "rebels")),
    ],
)
def test_who_does_the_second_thing_is_no_part_of_the_first(text, first, second):
    for trigger, agent in (first, second):
        roles = one(text, trigger).roles
        assert [role.actor.name for role in roles if role.name is RoleName.AGENT] == [agent]
        assert second[1] == agent or second[1] not in [role.actor.name for role in roles]


@pytest.mark.parametrize(
    "text",
    [
        "The Vistula burst its banks on Sunday.",
        "The Niger rose above its record on Friday and flooded Niamey.",
        "The Tessaro overflowed on Friday. The Tessaro then carried away a bridge.",
        "The swollen Elbe tore a barge from its moorings on Friday.",
        "The Lugo reached its highest level in ten years on Friday.",
    ],
)
def test_a_river_does_nothing_as_somebody_does(text):
    found = told(text)
    assert found
    assert [role.actor.name for each in found for role in each.roles] == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Guardian criticised a minister on Friday.", "Guardian"),
        ("The Danube Commission met on Sunday.", "Danube Commission"),
        ("Niger's army reached Niamey on Friday.", "Niger's army"),
        ("Jordan protested on Friday.", "Jordan"),
    ],
)
def test_what_is_only_called_like_a_river_acts(text, actor):
    assert actor in {role.actor.name for each in told(text) for role in each.roles}


def test_a_storm_called_by_its_name_alone_is_nobody():
    found = told(
        "Hurricane Olga hit Cuba on Saturday. Olga tore roofs off 90 houses. The state oil company shut a rig."
    )
    assert {role.actor.name for each in found for role in each.roles} == {"state oil company"}


@pytest.mark.parametrize(
    ("text", "trigger", "name"),
    [
        ("Rebels freed eleven engineers on Monday, nine days after they were seized.", "seized", "engineers"),
        ("Doctors treated nine boys after they were burnt by steam.", "burnt", "boys"),
        ("The king pardoned two poets years after they were jailed.", "jailed", "poets"),
        ("Troops attacked the rebels after they were ambushed near Kita.", "ambushed", "troops"),
    ],
)
def test_what_was_done_before_was_done_to_whom_this_is_done(text, trigger, name):
    assert [role.actor.name.lower() for role in one(text, trigger).roles if role.name is RoleName.TARGET] == [name]


@pytest.mark.parametrize(
    ("text", "trigger", "name"),
    [
        ("Detectives are hunting two masked men in Norwich. They smashed cases on Monday.", "smashed", "masked men"),
        ("Soldiers chased the gunmen for an hour. They escaped into the forest.", "escaped", "gunmen"),
        ("Officers stopped a van with four youths. They stole the keys.", "stole", "youths"),
        ("Two soldiers deserted on Sunday. They stole a lorry.", "stole", "soldiers"),
        ("Police raided a farm on Friday. They seized nine rifles.", "seized", "police"),
    ],
)
def test_who_is_hunted_does_as_culprits_do(text, trigger, name):
    assert [role.actor.name.lower() for role in one(text, trigger).roles if role.name is RoleName.AGENT] == [name]


def test_who_hurt_her_back_hurt_nobody_else():
    (found,) = told("Lena Brandt hurt her back on Monday.")
    assert (found.type, [role.name for role in found.roles]) == ("accident", [RoleName.TARGET])


def test_a_currency_is_no_firm():
    text = "Handelman AG reported a profit of CHF 212.4 million. The company cut its forecast."
    assert {role.actor.name for statement in told(text) for role in statement.roles} == {"Handelman AG"}


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        (
            "The Sahel Front, a rebel group, freed two nurses on Monday, the Red Cross said. "
            "The king broke off talks with the group in May after it killed nine cadets.",
            "killed",
            ["Sahel Front", "cadets"],
        ),
        (
            "Rebels of the Sahel Army took a fort. The Tarn Group, a mining firm, shut its pit. The group paid its miners.",
            "paid",
            ["Tarn Group", "miners"],
        ),
    ],
)
def test_the_group_is_the_band_that_a_text_goes_on_about(text, trigger, names):
    assert [role.actor.name for role in one(text, trigger).roles] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The army took Kita. Norway blamed the rebels for the raid, which they denied on Monday.", "rebels"),
        ("Chad accused Peru of the raid, a charge that it denied on Monday.", "Peru"),
    ],
)
def test_who_was_accused_denies_it(text, name):
    assert [role.actor.name for role in one(text, "denied").roles][:1] == [name]


def test_the_ministers_of_two_countries_are_one_of_each():
    text = "Chad accused Peru of a raid. Peru denied it. The two countries' foreign ministers will meet in Oslo in May."
    assert {role.actor.country for role in one(text, "meet").roles} == {"TD", "PE"}


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        (
            "Chad's foreign minister, Ali Sow, met his Peruvian counterpart Ana Paz in Oslo. The ministers signed a pact.",
            "signed",
            {"Ali Sow", "Ana Paz"},
        ),
        (
            "Chad's foreign minister, Ali Sow, met his Peruvian counterpart Ana Paz in Oslo. The two discussed Syria on Friday.",
            "discussed",
            {"Ali Sow", "Ana Paz"},
        ),
        (
            "Talks on Chad to be held in Norway\n\nChad's government and the Tarn forces said on Monday that they would attend "
            "talks in Oslo, the capital of Norway. Fighting resumed in May. Both sides accused each other of starting it.",
            "accused",
            {"Chad's government", "Tarn forces"},
        ),
        (
            "Egypt and Jordan stayed away on Friday. Tanks withdrew from the camp after a night of fighting.",
            "fighting",
            set(),
        ),
    ],
)
def test_the_two_are_those_who_did_it_together(text, trigger, names):
    assert {role.actor.name for role in one(text, trigger).roles} == names


def test_whose_a_hotel_is_is_no_happening():
    text = "On Friday the army shut a hotel in Niamey run by two brothers. It seized a mill owned by a Swiss firm."
    assert {statement.trigger.text for statement in told(text)}.isdisjoint({"run", "owned"})


CASE = "A deputy mayor was jailed on Thursday. Colin Pratt, 58, said nothing. "


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        (
            "The developer, Martin Laing, got a year. His accountant, Joan Bell, was cleared. The two men met in Leeds in 2017.",
            "met",
            {"Colin Pratt", "Martin Laing"},
        ),
        (
            "His lawyer, Simon Gage, said outside the court that his client would appeal.",
            "appeal",
            {"Colin Pratt"},
        ),
        (
            '"The mayor lied to this council," the leader of the Skerry Front, Adam Boateng, said. He accused her of theft.',
            "accused",
            {"Adam Boateng"},
        ),
        (
            "The Skerry Gazette printed his letters in 2019. A court ruled for Golden Coach. Golden Coach thanked the newspaper.",
            "thanked",
            {"Golden Coach", "Skerry Gazette"},
        ),
        (
            "Golden Coach won a contract. Golden Coach hired nine drivers. The state operator suspended payments.",
            "suspended",
            {"state operator"},
        ),
        (
            "Karl Marten fled to Spain. Pratt and Marten bribed a judge in 1998.",
            "bribed",
            {"Colin Pratt", "Karl Marten", "judge"},
        ),
        ("North Skerry Police searched his house in May.", "searched", {"North Skerry Police", "Colin Pratt"}),
    ],
)
def test_in_the_report_of_a_case_each_is_who_he_is(text, trigger, names):
    assert {role.actor.name for role in one(CASE + text, trigger).roles} == names
