"""Who takes part by the words around a name: owners of blows, names beside a noun, go-betweens, and who takes no part."""

import pytest

from tests.telling import one


def _roles(text, trigger):
    return [(role.name.value, role.actor.name) for role in one(text, trigger).roles]


@pytest.mark.parametrize(
    ("text", "trigger", "roles"),
    [
        (
            "Turkey's arrest of Ekrem Soylu angered his party.",
            "arrest",
            [("agent", "Turkey"), ("target", "Ekrem Soylu")],
        ),
        ("The arrest of Ekrem Soylu shocked Izmir.", "arrest", [("target", "Ekrem Soylu")]),
        ("Ekrem Soylu's arrest shocked Izmir.", "arrest", [("target", "Ekrem Soylu")]),
        ("The raid drew protests from Peru and Chile.", "protests", [("agent", "Peru"), ("agent", "Chile")]),
        ("The tax drew protests from farmers in Brittany.", "protests", [("agent", "farmers")]),
        ("Norway condemned the killing of nine monks.", "condemned", [("agent", "Norway")]),
        (
            "Pakistan condemned the killing of two nurses by Afghan forces.",
            "condemned",
            [("agent", "Pakistan"), ("target", "Afghan forces")],
        ),
        ("Norway denounced the Chilean bombing of Tacna.", "denounced", [("agent", "Norway"), ("target", "Chile")]),
    ],
)
def test_whose_a_blow_is_and_who_is_blamed_for_it(text, trigger, roles):
    assert _roles(text, trigger) == roles


@pytest.mark.parametrize(
    ("text", "trigger", "roles"),
    [
        (
            "Police arrested brothers Carl and Luis Vega in Quito.",
            "arrested",
            [("agent", "police"), ("target", "Carl Vega"), ("target", "Luis Vega")],
        ),
        (
            "Britain imposed sanctions on Russian oil firms Rosneft and Lukoil on Wednesday.",
            "sanctions",
            [("agent", "United Kingdom"), ("target", "Rosneft"), ("target", "Lukoil")],
        ),
        (
            "The coup was condemned by the African Union and by neighbours Ghana and Togo.",
            "condemned",
            [("agent", "African Union"), ("agent", "Ghana"), ("agent", "Togo")],
        ),
        ("Chelsea signed Brazilian forward Joao Costa.", "signed", [("agent", "Chelsea"), ("target", "Joao Costa")]),
        (
            "Vivianne Miedema scored a hat-trick as Arsenal beat Leicester 6-2 on Sunday.",
            "beat",
            [("agent", "Arsenal"), ("target", "Leicester")],
        ),
        (
            "Malaysia will send 100 firemen to help Indonesia put out fires.",
            "send",
            [("agent", "Malaysia"), ("target", "Indonesia")],
        ),
        (
            "Two Kenyan police officers were killed in a road accident on Sunday.",
            "accident",
            [("target", "Kenyan police officers")],
        ),
        ("Chelsea beat Everton 2-0 on Saturday.", "beat", [("agent", "Chelsea"), ("target", "Everton")]),
        ("Real Madrid signed Endrick.", "signed", [("agent", "Real Madrid"), ("target", "Endrick")]),
        (
            "President Ahmed Karimi and the commander of the Kurdish-led SDF, Mazloum Abdi, signed a deal.",
            "deal",
            [("agent", "Ahmed Karimi"), ("agent", "Mazloum Abdi")],
        ),
        (
            "The president of Chad and the head of the army, Idriss Kone, flew to Paris.",
            "flew",
            [("agent", "president of Chad"), ("agent", "Idriss Kone"), ("target", "France")],
        ),
        (
            "Soldiers seized power in Chad and the president, Idriss Kone, fled to Dubai.",
            "fled",
            [("agent", "Idriss Kone")],
        ),
        (
            "A judge ordered the extradition to Spain of a banker.",
            "extradition",
            [("agent", "judge"), ("target", "banker")],
        ),
        (
            "Samsung Electronics sued Apple in Tokyo, accusing the iPhone maker of theft.",
            "accusing",
            [("agent", "Samsung Electronics"), ("target", "Apple Inc.")],
        ),
        (
            "The leaders of Peru and Chad, Ann Lee and Idriss Kone, signed a treaty in Lima.",
            "signed",
            [("agent", "Ann Lee"), ("agent", "Idriss Kone")],
        ),
        (
            "The foreign ministers of Peru and Chile, Ana Paz and Luis Rey, met in Lima on Monday.",
            "met",
            [("participant", "Ana Paz"), ("participant", "Luis Rey")],
        ),
        (
            "The Vatican on Thursday named Ronald Hicks archbishop of Lund, succeeding Timothy Dolan.",
            "named",
            [("agent", "Vatican City"), ("target", "Ronald Hicks")],
        ),
        (
            "The Thai prime minister, Anutin Charnvirakul, dissolved parliament on Friday, clearing the way for a vote.",
            "dissolved",
            [("agent", "Anutin Charnvirakul"), ("target", "parliament")],
        ),
        (
            "Mexican marines captured the drug lord known as El Rubio.",
            "captured",
            [("agent", "Mexican marines"), ("target", "El Rubio")],
        ),
        (
            "Moderna sued Pfizer and its German partner BioNTech.",
            "sued",
            [("agent", "Moderna"), ("target", "Pfizer"), ("target", "BioNTech")],
        ),
        (
            "A lorry hit a bus near Graz, killing the driver and four pupils.",
            "hit",
            [("target", "driver"), ("target", "pupils")],
        ),
    ],
)
def test_names_beside_what_they_are_called_are_those(text, trigger, roles):
    assert _roles(text, trigger) == roles


@pytest.mark.parametrize(
    ("text", "trigger", "mediator"),
    [
        ("Qatar-brokered talks between Peru and Chad began on Monday.", "talks", "Qatar"),
        ("Talks between Peru and Chad were held on Monday, with Oman as mediator.", "Talks", "Oman"),
    ],
)
def test_who_goes_between_two_is_no_side(text, trigger, mediator):
    assert ("mediator", mediator) in _roles(text, trigger)
    assert ("participant", mediator) not in _roles(text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "roles"),
    [
        ("The train derailed between Lyon and Grenoble.", "derailed", []),
        ("Two climbers were rescued from Ben Nevis.", "rescued", [("target", "climbers")]),
        ("Rosa Duval was arrested at Manila airport.", "arrested", [("target", "Rosa Duval")]),
        ('Chika Obi won the prize on Tuesday for "Salt Road".', "won", [("agent", "Chika Obi")]),
        (
            "Students blocked a bridge to mark the anniversary of the fall of a roof that killed 16 people.",
            "blocked",
            [("agent", "students")],
        ),
        (
            "Rosa Duval was barred from running by a Paris court.",
            "barred",
            [("agent", "Paris court"), ("target", "Rosa Duval")],
        ),
    ],
)
def test_where_it_was_and_what_it_recalls_take_no_part(text, trigger, roles):
    assert _roles(text, trigger) == roles


@pytest.mark.parametrize(
    ("text", "trigger", "name", "country"),
    [
        ("At a meeting in Vienna, the oil ministers of OPEC agreed to raise output.", "agreed", "oil ministers", None),
        ("The head of Libya's coast guard was arrested in Italy.", "arrested", "head of Libya's coast guard", "LY"),
        ("The Tamil Nadu government banned the film on Monday.", "banned", "Tamil Nadu government", "IN"),
        ("In Lima, Congress removed the president on Monday.", "removed", "Congress", "PE"),
        ("Ryanair's chief executive, Ann Lee, threatened to cut flights to Spain.", "threatened", "Ann Lee", None),
        ("A team from Cambridge University found a tomb in Egypt.", "found", "team from Cambridge University", None),
        (
            "Volkswagen will cut 4,000 jobs. The carmaker suffers from weak demand in China. Union leaders vowed to fight.",
            "vowed",
            "union leaders",
            None,
        ),
    ],
)
def test_nobody_is_of_a_land_that_is_only_named(text, trigger, name, country):
    found = one(text, trigger).roles[0].actor
    assert (found.name, found.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "trigger", "country"),
    [
        ("Trade Minister Ana Paz said Peru is committed to opening up its market.", "said", "PE"),
        ("Trade Minister Ana Paz banned a rally, according to a Peruvian official.", "banned", "PE"),
    ],
)
def test_a_minister_is_of_the_land_that_he_speaks_of(text, trigger, country):
    assert one(text, trigger).roles[0].actor.country == country
