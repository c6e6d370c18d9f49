"""Whose a thing, a body or a name behind a comma is: what is from a land, what is done to somebody's remains, who is described."""

import pytest

from tests.telling import one, told

REST = " The crews were questioned in Tromso. A hearing will be held in May. The harbour was shut."


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("Ghana seized a Togolese lorry on Friday.", "seized", ["Ghana", "Togolese lorry"]),
        ("Rebels blew up a Sudanese cargo plane on Friday.", "blew", ["rebels", "Sudanese cargo plane"]),
        ("A Finnish bank bought the Danish factory in 2004.", "bought", ["Finnish bank"]),
        ("Two men torched most of the Danish village in 2004.", "torched", ["men"]),
        # what looks alike: what is done to a land through what is of it
        ("Kenya banned imports of Ugandan eggs on Monday.", "banned", ["Kenya", "Uganda"]),
        ("Marchers burned an Iranian flag in Rome on Monday.", "burned", ["marchers", "Iran"]),
        ("Bolivia rejected a Chilean proposal on Monday.", "rejected", ["Bolivia", "Chile"]),
        ("A Russian missile hit a market on Monday.", "hit", ["Russia"]),
    ],
)
def test_a_thing_that_is_from_a_land_is_not_the_land(text: str, trigger: str, names: list[str]) -> None:
    assert [role.actor.name for role in one(text + REST, trigger).roles] == names


def test_a_record_of_a_sentence_tells_whose_the_thing_is() -> None:
    roles = one("Ghana seized a Togolese lorry on Friday.", "seized").roles
    assert [role.actor.name for role in roles] == ["Ghana", "Togo"]


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("Ada Bell drowned. Villagers carried her body to the church.", "carried", ["villagers", "Ada Bell"]),
        ("The skipper, Ada Bell, whose body was recovered on Monday, was 40.", "recovered", ["Ada Bell"]),
        ("Divers recovered nine bodies on Monday.", "recovered", ["divers", "bodies"]),
        ("Omar Bah was stabbed. A nurse bound Bah's wounds on Monday.", "bound", ["nurse", "Omar Bah"]),
        ("A clerk was hurt on Monday. Doctors operated on him.", "operated", ["doctors", "clerk"]),
        ("A clerk was flown by helicopter to Bern on Monday.", "flown", ["clerk"]),
        # what looks alike
        ("A clerk was flown to Bern by a helicopter on Monday.", "flown", ["helicopter", "clerk"]),
        ("The bodies of two nurses were recovered on Monday.", "recovered", ["nurses"]),
    ],
)
def test_what_is_done_to_a_body_is_done_to_its_owner(text: str, trigger: str, names: list[str]) -> None:
    assert [role.actor.name for role in one(text, trigger).roles] == names


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("The queen received her guest from Laos, Mr Anu Keo, on Monday.", "received", ["queen", "Anu Keo"]),
        ("Peru summoned the consul in Lima, Jana Lind, who left.", "summoned", ["Peru", "Jana Lind"]),
        ("The trial of Jana Lind, the banker convicted of theft in May, is over.", "convicted", ["Jana Lind"]),
        ("A leader of the protests against the law, Dilnoza Karimova, was arrested.", "arrested", ["Dilnoza Karimova"]),
        ("His lender, the Okafor family, sued the mayor on Monday.", "sued", ["Okafor family", "mayor"]),
        ("The judge froze the accounts of two clerks and a bank on Monday.", "froze", ["judge", "clerks", "bank"]),
        ("Police arrested nine people, including the poet Ada Bell.", "arrested", ["police", "people", "Ada Bell"]),
        ("Mr Sato, his wife and two of her brothers were charged.", "charged", ["Sato", "wife", "brothers"]),
        # what looks alike
        ("A nurse from Graz, Austria, was arrested on Monday.", "arrested", ["nurse"]),
        ("The mayor of the village, Val Rovina, was arrested on Monday.", "arrested", ["Val Rovina"]),
        ("Speakers including the poet Ada Bell blamed the mayor.", "blamed", ["speakers", "mayor"]),
    ],
)
def test_who_is_described_beside_a_name_bears_it(text: str, trigger: str, names: list[str]) -> None:
    assert [role.actor.name.removeprefix("the ") for role in one(text, trigger).roles] == names


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("Chad accused its larger neighbour of theft. Khartoum denied it.", "accused", ["Chad", "Sudan"]),
        ("A colonel seized a fort. Colonel Ivo Brand and nine men surrendered on Friday.", "seized", ["Ivo Brand"]),
        ("Cuba freed 15 soldiers. The men, three of whom are ill, were flown home.", "flown", ["soldiers"]),
        ("A gang called the Red Jackals burned a mill. The gang fled on Friday.", "fled", ["Red Jackals"]),
        ("Her husband, Clive, was cleared. The bank sacked two clerks.", "sacked", ["bank", "clerks"]),
        ("The mayor blamed fighters of the Sahel Brigade.", "blamed", ["mayor", "fighters of the Sahel Brigade"]),
        ("Calder Rovers beat Linden on Sunday. The club sacked two clerks.", "sacked", ["Calder Rovers", "clerks"]),
        (
            "Their employer, Dexter Drilling, sold a rig. The company sacked two clerks.",
            "sacked",
            ["Dexter Drilling", "clerks"],
        ),
        (
            "Danish baby-food maker Dolce Mia shut a mill. The company sacked two clerks.",
            "sacked",
            ["Dolce Mia", "clerks"],
        ),
        (
            "Halla Wings lost a jet on Friday. The airline sacked two clerks.",
            "sacked",
            ["Halla Wings"],
        ),
        ("Inspector Ada Bell spoke on Monday. The finance minister praised her.", "praised", ["finance minister"]),
        # what looks alike
        ("Chad accused its neighbour of theft. Khartoum and Niamey denied it.", "accused", ["Chad", "neighbour"]),
        ("His employer, Ruth Olsen, left on Monday. She sacked two clerks.", "sacked", ["Ruth Olsen", "clerks"]),
        ("Emma Albion sold a mill on Monday. She sacked two clerks.", "sacked", ["Emma Albion", "clerks"]),
        (
            "The Danish bank Pohja and its rival Tarn Bank sang. The two banks sacked a clerk.",
            "sacked",
            ["Pohja", "Tarn Bank"],
        ),
        (
            "Chad and Peru quarrelled. A bishop persuaded both capitals to wait.",
            "persuaded",
            ["bishop", "Chad", "Peru"],
        ),
        ("The Gabonese Side pledged to send nine doctors.", "pledged", ["Gabon"]),
        ("Switzerland beat Uruguay on Monday. The two teams last met in 2010.", "met", ["Switzerland"]),
        ("Two colonels fled. Colonel Ivo Brand surrendered on Friday.", "fled", ["colonels"]),
        ("Guards shot nine smugglers on Monday. The men were flown home.", "flown", ["smugglers"]),
        ("The American group Tarn Foods sued a bank. The bank sacked two clerks.", "sued", ["Tarn Foods", "bank"]),
    ],
)
def test_who_is_told_of_in_other_words_is_the_same(text: str, trigger: str, names: list[str]) -> None:
    assert [role.actor.name for role in one(text, trigger).roles][: len(names)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The premier asked Ottawa for soldiers on Monday.", ["premier", "Canada"]),
        ("The premier asked the army for 300 medics on Monday.", ["premier", "army"]),
        ("The premier demanded an explanation from Omar Bah on Monday.", ["premier", "Omar Bah"]),
        # what looks alike
        ("The premier asked for five years for Omar Bah on Monday.", ["premier", "Omar Bah"]),
        ("The premier asked the king for mercy for the miners on Monday.", ["premier", "king", "miners"]),
        ("The premier demanded the removal of guards from Peru on Monday.", ["premier", "guards"]),
    ],
)
def test_what_is_asked_for_is_not_asked(text: str, names: list[str]) -> None:
    (found,) = [each for each in told(text + REST) if each.trigger.text in {"asked", "demanded"}]
    assert [role.actor.name for role in found.roles] == names


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        (
            "Chad and the Sand Front will meet in Cairo in May, both sides said on Friday.",
            "said",
            ["Chad", "Sand Front"],
        ),
        ("Chad and Niger signed a pact in Cairo, the two sides said on Friday.", "signed", ["Chad", "Niger"]),
        # the other two of a text where no two stand beside each other
        (
            "Chad and Niger have fought for weeks. Egypt urged both sides on Friday to stop.",
            "urged",
            ["Egypt", "Chad", "Niger"],
        ),
    ],
)
def test_both_sides_are_the_two_of_their_sentence(text: str, trigger: str, names: list[str]) -> None:
    assert [role.actor.name for role in one(text, trigger).roles] == names


def test_who_speaks_of_the_19_year_old_is_another() -> None:
    text = "The envoy, Rosa Lund, resigned on Monday. She told reporters that the rebels had freed the 19-year-old on Sunday."
    assert [role.actor.name for role in one(text, "freed").roles] == ["rebels"]
    text = "Ida Holt, 34, was jailed on Monday. The 34-year-old had stolen nine boats."
    assert [role.actor.name for role in one(text, "stolen").roles][:1] == ["Ida Holt"]


LIFE = (
    "Ilona Varga was born in Pecs in 1921. Varga taught herself the harp and joined the city's orchestra in 1940. In 1951 she "
    "married the conductor Bela Horn. Varga played at Salzburg in 1960. "
)


def test_she_is_whom_a_life_is_told_of_and_nobody_who_was_only_brought_in() -> None:
    brought = (
        "When Horn was killed in a crash, his sister handed Varga the baton. She was banned from the stage in 1971."
    )
    assert [role.actor.name for role in one(LIFE + brought, "banned").roles] == ["Ilona Varga"]
    told_on = "A nurse saved Horn from the wreck. The nurse then ran for help. She was honoured by the town in 1971."
    assert [role.actor.name for role in one(LIFE + told_on, "honoured").roles][:1] == ["nurse"]


@pytest.mark.parametrize(
    ("text", "trigger", "name", "state"),
    [
        ("The firm, based in Bergen, lost money. General Ada Bell resigned.", "resigned", "Ada Bell", "Norway"),
        ("The firm, based in Bergen, lost money. Mayor Ada Bell resigned.", "resigned", "Ada Bell", "Norway"),
        ("Police in Marseille held a cook. The crates came from Ecuador.", "held", "police", "France"),
        # what looks alike: a firm's or a union's own, and the land that somebody goes to
        ("The firm, based in Bergen, lost money. Chief executive Ada Bell resigned.", "resigned", "Ada Bell", None),
        ("A union was founded in Bergen. Its leader, Ada Bell, denied a fraud.", "denied", "Ada Bell", None),
        ("Floods hit the north. Prime Minister Odero flew to Paris.", "flew", "Odero", None),
        ("President Odero met the king of Jordan on Monday.", "met", "Odero", None),
    ],
)
def test_an_office_is_of_the_only_land_unless_a_firm_has_it_or_its_holder_goes_there(
    text: str, trigger: str, name: str, state: str | None
) -> None:
    assert {role.actor.acts_for for role in one(text, trigger).roles if role.actor.name == name} == {state}


@pytest.mark.parametrize(
    ("text", "trigger", "state"),
    [
        ("In Asmara, the information ministry accused Ethiopia of lying.", "accused", "Eritrea"),
        ("In Addis Ababa the government closed two mills.", "closed", "Ethiopia"),
        ("In Asmara, officials rejected the charge.", "rejected", "Eritrea"),
        # what looks alike: an owner
        ("In Asmara, the Ethiopian foreign ministry opened a bureau.", "opened", "Ethiopia"),
    ],
)
def test_a_ministry_is_of_the_state_in_whose_capital_its_sentence_begins(text: str, trigger: str, state: str) -> None:
    before = "Ethiopia expelled two diplomats from Eritrea on Monday. "
    assert next(role.actor.acts_for for role in one(before + text, trigger).roles) == state


def test_nobody_condemns_the_deed_of_his_own_state() -> None:
    text = (
        "Fighting broke out between Pakistani and Afghan forces on Saturday night, officials said. Taliban units opened fire on "
        "Pakistani posts. Pakistan's army replied with artillery and small arms. Pakistan closed the crossings at Torkham. "
        "Prime Minister Shehbaz Sharif condemned the attack."
    )
    assert [role.actor.name for role in one(text, "condemned").roles] == ["Shehbaz Sharif"]
