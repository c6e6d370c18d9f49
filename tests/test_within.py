"""Who of a sentence takes part in what it tells, wherever he stands in it, and who does not."""

import pytest

from tests.telling import one


def names(text, trigger):
    return [role.actor.name for role in one(text, trigger).roles]


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Rosa Lind was jailed for three years for stealing ponies.", "stealing", ["Rosa Lind"]),
        ("The guard was dropped from the team for attacking a referee.", "attacking", ["guard", "referee"]),
        (
            "Ivo Kolar, who is serving nine years in Vienna for killing a banker, wept.",
            "killing",
            ["Ivo Kolar", "banker"],
        ),
        ("Tarn Mills paid a fine last year for killing a diver.", "killing", ["Tarn Mills", "diver"]),
        ("Ines Duarte left after three hours of talks with the rebels.", "talks", ["Ines Duarte", "rebels"]),
        ("The army left after a night of fighting with the militia.", "fighting", ["army", "militia"]),
        ("Villagers fled after hours of fighting between the army and the militia.", "fighting", ["army", "militia"]),
        ("The mayor resigned after two days of protests in Lima.", "protests", []),
        ("Ivo Kolar said the brakes had failed and accused the bank of greed.", "accused", ["Ivo Kolar", "bank"]),
        ("The abbot says the letter is a forgery and will sue the bank.", "sue", ["abbot", "bank"]),
        ("The army said the rebels had shelled the port and accused the bishop.", "accused", ["rebels", "bishop"]),
    ],
)
def test_who_does_it_may_stand_in_the_clause_above(text, trigger, wanted):
    assert names(text, trigger) == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Ines Duarte, the minister, spoke to her Kenyan counterpart.", "spoke", ["Ines Duarte", "Kenyan counterpart"]),
        ("Divers are still looking for two sailors.", "looking", ["divers", "sailors"]),
        ("Firemen hunted for cigarettes in the vans on Monday.", "hunted", ["firemen"]),
        ("The mayor called in the army on Sunday.", "called", ["mayor", "army"]),
        ("The envoy called in Paris for a truce.", "called", ["envoy"]),
        ("Police dispersed a rally by nurses on Monday.", "rally", ["nurses"]),
        ("The king praised the mediation by Chad.", "praised", ["king", "Chad"]),
        ("Gunmen stormed a hotel and killed four guests on Monday.", "stormed", ["gunmen", "hotel", "guests"]),
        ("Gunmen stormed a hotel on Monday, and police killed two of them.", "stormed", ["gunmen", "hotel"]),
        ("The ministry paid 400 euros to each widow.", "paid", ["ministry", "widow"]),
        ("The boxes were sent to Lima on Monday.", "sent", []),
        ("Valora rejected a bid from its rival Tarn Mills on Monday.", "bid", ["Tarn Mills", "Valora"]),
        ("Ivo Kolar faces a hearing in May.", "hearing", ["Ivo Kolar"]),
        ("The novelist Ines Duarte, whose first book was burned in 1950, died.", "burned", ["Ines Duarte"]),
        ("The province bought nine ferries in May.", "bought", ["province"]),
        ("The town burned in 1871.", "burned", []),
        ("Parties called for the minister's resignation. Ivo Kolar refused.", "called", ["parties", "minister"]),
        ("Ivo Kolar handed in his resignation on Monday.", "handed", ["Ivo Kolar"]),
        ("Dockers went back to work after a nine-day strike.", "strike", ["dockers"]),
        ("The mill reopened after a strike by weavers.", "strike", ["weavers"]),
        ("The judge resigned during the strike.", "strike", []),
        ("Voters elected a baker as mayor on Sunday.", "elected", ["voters", "baker"]),
        ("A nurse threw a shoe at the minister on Monday.", "threw", ["nurse", "minister"]),
        ("Thieves took a landscape by Ines Duarte from the museum on Sunday.", "took", ["thieves"]),
    ],
)
def test_whom_it_is_done_to_may_stand_behind_any_preposition(text, trigger, wanted):
    assert names(text, trigger) == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("The bank denied that its clerks had cheated pensioners.", "denied", ["bank"]),
        ("The king denied the bishop a visa on Monday.", "denied", ["king", "bishop"]),
        ("The committee proposed a mediator on Friday.", "proposed", ["committee"]),
        ("The board proposed on Monday that the chairman resign.", "proposed", ["board", "chairman"]),
        ("Ivo Kolar headed the parish council until 1998.", "headed", ["Ivo Kolar"]),
        ("Guards led the protesters out of the hall on Monday.", "led", ["Guards", "protesters"]),
        ("Ivo Kolar told this newspaper on Friday that he would resign.", "told", ["Ivo Kolar"]),
        ("The bank sued the newspaper on Monday.", "sued", ["bank", "newspaper"]),
        ("The group shut down its lines at two breweries on Monday.", "shut", ["group"]),
        ("Police stopped a bus in Chad on Monday.", "stopped", ["police"]),
        ("A guard was taken to Hope Hospital on Monday.", "taken", ["guard"]),
        ("Gunmen attacked a clinic on Monday. The church condemned the attack.", "condemned", ["church"]),
        ("Chad closed its border on Monday. Niger condemned the step.", "condemned", ["Niger", "Chad"]),
    ],
)
def test_who_is_only_named_takes_no_part(text, trigger, wanted):
    assert names(text, trigger) == wanted
