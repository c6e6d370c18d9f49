"""Who else takes part: whom one complains to, who was married, who is buried, and who is not meant by a word like theirs."""

import pytest

from tests.telling import one
from timeline.model.statement import RoleName


def in_role(text, trigger, name):
    """The names of those in a role of what that word tells."""
    return [role.actor.name for role in one(text, trigger).roles if role.name is name]


@pytest.mark.parametrize(
    ("text", "trigger", "targets"),
    [
        ("Two drivers complained to the port authority in April about the brakes.", "complained", ["port authority"]),
        ("Chad's trade ministry said it would complain to the World Bank on Monday.", "complain", ["World Bank"]),
        # what looks alike: whoever did what the complaint is about
        ("Ana Blum complained to the referee on Monday that Karl Voss had cheated.", "complained", ["Karl Voss"]),
    ],
)
def test_whom_one_complains_to(text, trigger, targets):
    assert in_role(text, trigger, RoleName.TARGET) == targets


@pytest.mark.parametrize(
    ("text", "trigger", "spouses"),
    [
        (
            "Milo Brennan was born in Tuam. His first marriage, to the singer Nora Quilty, was dissolved in 1958.",
            "marriage",
            {"Milo Brennan", "Nora Quilty"},
        ),
        (
            "Ruth Kerr married the conductor Hugo Prieto in 1961. The marriage was dissolved in 1970.",
            "dissolved",
            {"Ruth Kerr", "Hugo Prieto"},
        ),
    ],
)
def test_whose_marriage_ended(text, trigger, spouses):
    assert {*in_role(text, trigger, RoleName.PARTICIPANT)} == spouses


@pytest.mark.parametrize(
    ("text", "buried"),
    [
        (
            "The actor Milo Brennan died in Galway on Saturday. The mayor, Tom Fahy, opened a book of condolence. "
            "He will be buried in Tuam on Wednesday.",
            ["Milo Brennan"],
        ),
        # what looks alike
        ("The actor Milo Brennan died in Galway on Saturday. Tom Fahy will be buried on Wednesday.", ["Tom Fahy"]),
    ],
)
def test_he_who_is_buried_is_the_one_who_died(text, buried):
    assert in_role(text, "buried", RoleName.TARGET) == buried


def test_the_army_is_not_the_band_of_rebels_that_is_called_one():
    text = (
        "Rebels in the east of Chad freed two priests on Tuesday. The rebels, who call themselves the People's Army for "
        "Change, want a share of the oil. The army attacked a camp last week."
    )
    assert in_role(text, "freed", RoleName.AGENT) == ["People's Army for Change"]
    assert in_role(text, "attacked", RoleName.AGENT) == ["army"]


def test_the_church_is_no_union_that_goes_by_its_initials():
    text = "The union SENF met on Monday. Saluz bought two hospitals from the church in 2011."
    assert "SENF" not in [role.actor.name for role in one(text, "bought").roles]


@pytest.mark.parametrize(
    ("asked", "minister"),
    [("minister for transport", "minister"), ("minister", "Sardar Jamali")],
)
def test_the_minister_for_transport_is_not_the_chief_minister(asked, minister):
    text = f"Chief Minister Sardar Jamali spoke in Quetta on Monday. Zahid Baloch called on the {asked} to resign."
    assert in_role(text, "called", RoleName.TARGET) == [minister]


@pytest.mark.parametrize(
    ("text", "trigger", "firm"),
    [
        # a headline calls it what it is; a paper is told of since
        (
            "Toy maker recalls nine million bears\n\nItalian toy maker Dolce Alba said on Friday it would recall nine million "
            "bears. Eleven children fell ill in March. The ministry met in Rome on Monday. According to Le Courrier de Lyon, "
            "an inspector warned of the paint in August. The company sacked him on Tuesday.",
            "sacked",
            "Dolce Alba",
        ),
        (
            "Le Courrier de Lyon was sold on Friday. The company sacked nine printers on Monday.",
            "sacked",
            "Le Courrier de Lyon",
        ),
    ],
)
def test_the_company_is_a_firm_before_a_paper_told_of_since(text, trigger, firm):
    assert in_role(text, trigger, RoleName.AGENT) == [firm]


def test_the_agency_is_the_body_of_the_state_told_of_before():
    text = "The National Space Administration met on Monday. The agency sacked nine engineers on Tuesday."
    assert in_role(text, "sacked", RoleName.AGENT) == ["National Space Administration"]


@pytest.mark.parametrize(
    ("text", "trigger", "targets"),
    [
        (
            "Savanna Wings lost its licence for two months in 2017. A court later restored the licence.",
            "restored",
            ["Savanna Wings"],
        ),
        ("A nurse was suspended on Tuesday. The clinic has since lifted the suspension.", "lifted", ["nurse"]),
        (
            "A jury convicted Darnell Whitcomb of murder in 1995. Judge Ellen Marchetti threw out the conviction on Friday.",
            "threw",
            ["Darnell Whitcomb"],
        ),
        # what looks alike: whoever took it away is not whose it was
        ("The ministry suspended its licence in April. The licence was restored in June.", "restored", []),
    ],
)
def test_whose_licence_is_restored_and_whose_conviction_thrown_out(text, trigger, targets):
    assert in_role(text, trigger, RoleName.TARGET) == targets


@pytest.mark.parametrize(
    ("text", "trigger", "targets"),
    [
        # a blow that is condemned is no reproach told of since
        (
            "The president of the club, Hugo Ferraro, blamed La Banda. La Banda denied the charge. The players' union "
            "condemned the attack on Monday.",
            "condemned",
            [],
        ),
        # who says it in the same sentence, and nobody told of before
        (
            "The minister, Esther Addo, demanded an apology. Togo's government said its marines had acted in self-defence; "
            "survivors denied it.",
            "denied",
            ["Togo's government"],
        ),
        (
            "Kenya's aviation regulator grounded all planes of Savanna Wings on Thursday. Savanna Wings said it would challenge "
            "the decision in court.",
            "challenge",
            ["Kenya's aviation regulator"],
        ),
        # whoever only opposed it took no step
        (
            "The school board lifted its ban on Thursday. Superintendent Carl Voth opposed the ban from the start. Two unions "
            "praised the decision.",
            "praised",
            ["school board"],
        ),
    ],
)
def test_what_is_condemned_denied_challenged_or_praised(text, trigger, targets):
    assert in_role(text, trigger, RoleName.TARGET) == targets


def test_the_fan_group_is_no_person_whatever_its_name():
    text = "Police watched the fan group La Banda on Thursday. Hugo Ferraro blamed the group for the violence."
    assert in_role(text, "blamed", RoleName.TARGET) == ["La Banda"]


def test_a_mission_that_somebody_offers_to_send_is_not_who_is_offered_it():
    text = "ECOWAS urged restraint on Monday and offered to send a mission."
    assert in_role(text, "offered", RoleName.TARGET) == []


def test_the_club_is_the_one_whose_last_word_a_text_goes_on_with():
    text = "Atletico Rosario coach Martin Vidal resigned on Wednesday. Rosario lost to Tigre on Sunday. The club named Pablo Sosa."
    assert in_role(text, "named", RoleName.AGENT) == ["Atletico Rosario"]


@pytest.mark.parametrize(
    ("text", "trigger", "targets"),
    [
        ("Nigeria offered its help on Monday. Cameroon accepted on Tuesday.", "accepted", ["Nigeria"]),
        (
            "ECOWAS offered to send a mission on Monday. Esther Addo accepted the offer on Friday.",
            "accepted",
            ["ECOWAS"],
        ),
        # what looks alike: another thing is taken
        ("Nigeria offered its help on Monday. Cameroon accepted the defeat on Tuesday.", "accepted", []),
    ],
)
def test_who_made_the_offer_that_somebody_accepts(text, trigger, targets):
    assert in_role(text, trigger, RoleName.TARGET) == targets


def test_one_guard_with_a_first_name_is_a_person_and_is_he():
    text = (
        "Judge Maire Keane sent the brothers to prison on Monday. The acquitted man, Sean Foley, a former guard at the museum, "
        "wept. He was dismissed after the theft."
    )
    assert in_role(text, "dismissed", RoleName.TARGET) == ["Sean Foley"]


def test_her_opponents_are_nobody_told_of():
    text = "Ines Falcao signed a contract with Kevin Hsu in Lisbon on Monday. Falcao's opponents criticised the deal."
    assert in_role(text, "criticised", RoleName.AGENT) == ["Falcao's opponents"]
