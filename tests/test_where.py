"""Where it was."""

import pytest

from tests.telling import told
from timeline.parser.known import places


def test_capitals_come_before_larger_namesakes():
    assert places.find_place("Islamabad").country == "PK"
    assert places.find_place("Tripoli").country == "LY"
    assert places.find_place("Hyderabad", ("PK",)).country == "PK"


@pytest.mark.parametrize(
    ("name", "spoken_of", "country"),
    [
        ("Bagre", ("BF", "GH"), None),  # a dam there, and a small town in Brazil
        ("Bagre", (), "BR"),
        ("Santa Cruz", ("NE",), None),  # of many, none far above the others
        ("Lille", ("CL",), "FR"),
        ("Bergen", ("KE",), "NO"),
        ("Quito", ("PL",), "EC"),
    ],
)
def test_a_small_town_far_from_what_a_text_speaks_of_is_not_meant(name, spoken_of, country):
    found = places.find_place(name, spoken_of)
    assert (found and found.country) == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "A tornado hit a school in Georgia on Monday, American officials said. Police in Atlanta closed two roads.",
            "US",
        ),
        ("Georgia's parliament met in Tbilisi. A tornado hit a school in Georgia on Monday.", "GE"),
        ("The army of Lebanon said a blast hit Tripoli. A bomb exploded in Tripoli on Monday.", "LB"),
        ("A bomb exploded in Tripoli on Monday, Libyan officials said.", "LY"),
        ("Pakistani police said that a bomb exploded in Hyderabad on Monday.", "PK"),
        ("A tornado destroyed a school in Paris, Texas, on Monday.", "US"),
        ("A gunman wounded four in Cambridge, Massachusetts, on Thursday.", "US"),
        ("A train derailed in Birmingham, Lyon and Turin on Monday.", "GB"),
        ("Chilean firefighters fought a blaze in Los Angeles on Monday.", "CL"),
        ("A landslide buried a village near Santa Cruz, Bolivia, on Sunday.", "BO"),
    ],
)
def test_a_name_of_two_places_is_the_one_in_the_country_that_the_text_speaks_of(text, country):
    assert {
        statement.place.country for statement in told(text) if statement.place and statement.place.name != "Atlanta"
    } == {country}


def test_a_place_that_nobody_near_holds_keeps_its_name_alone():
    (found,) = told("Water was released from the Bagre dam on Friday, officials in Burkina Faso said.")
    assert (found.place.name, found.place.country, found.place.latitude) == ("Bagre", None, None)


@pytest.mark.parametrize(
    ("text", "names", "place"),
    [
        ("Chad closed the crossings at Adre and Tine on Friday.", ["Chad"], "Adre"),
        ("Rebels held the bridges at Kolo and Mirta on Friday.", ["rebels"], "Kolo"),
        ("Analysts at Lund & Moss cut their rating on Friday.", ["analysts"], None),
    ],
)
def test_where_two_sites_stand_nobody_acts(text, names, place):
    (found,) = told(text)
    assert [role.actor.name for role in found.roles] == names
    assert (found.place and found.place.name) == place


def test_where_a_deal_was_reached_is_not_where_the_fighting_was_that_it_ended():
    found = told("Talks in Doha went on for a week. They ended fighting that erupted on 11 October and killed dozens.")
    assert [each.place for each in found if each.type == "assault"] in ([None], [None, None])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A bus overturned near Vigo on Sunday. Two children were airlifted to Madrid. Nine people died.", "Vigo"),
        (
            "Gunmen attacked a convoy near Kita on Friday. The wounded were rushed to Bamako. A second blast killed nine.",
            "Kita",
        ),
    ],
)
def test_where_the_hurt_are_flown_to_is_not_where_it_goes_on(text, place):
    assert told(text)[-1].place.name == place
