"""Where it was."""

from datetime import date

import pytest

from tests.telling import one, told
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


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Floods in British Columbia closed a highway on Friday.", "British Columbia"),
        ("Climbers found two bodies in the French Alps on Tuesday.", "French Alps"),
        ("A tanker sank in the Indian Ocean on Wednesday.", "Indian Ocean"),
        (
            "A Belgian court in Namur jailed two brothers on Monday.",
            "Namur",
        ),  # none of these the tagger takes for a town
        ("She was buried in Zomba on May 3.", "Zomba"),
        ("Guards fired on a queue in Bulawayo yesterday.", "Bulawayo"),
        ("The firm launched Windows in May.", None),
    ],
)
def test_a_name_of_a_place_is_read_whole_whatever_the_tagger_takes_it_for(text, place):
    found = told(text)[0].place
    assert (found and found.name) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A lorry overturned at Drumlish on Monday, injuring two.", "Drumlish"),
        ("Her body was found at Sandvig a week later.", "Sandvig"),
        ("The old creamery at Ballyfinn burned down on Saturday.", "Ballyfinn"),
        ("She won gold at the Asian Games in 1998.", None),
        ("She took silver at the Pan American Games in 2003.", None),
        ("Staff at Barclays walked out on Monday.", None),
        ("Profits at Crestwell fell by a third on Monday.", None),
        ("Shots were fired in the Lindqvist park on Friday night.", "Lindqvist park"),
        (
            "A reactor at the Varnholm nuclear plant in northern Finland was shut down on Sunday.",
            "Varnholm nuclear plant",
        ),
        ("The firm will shed 90 jobs at its Ulm works.", "Ulm"),
        ("Protesters gathered outside the bank's Leeds headquarters on Friday.", "Leeds"),
        ("Farmers marched on Nairobi's town hall on Friday.", "Nairobi"),
    ],
)
def test_at_a_town_or_a_building_of_no_list(text, place):
    found = told(text)[0].place
    assert (found and found.name) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Fighting between two clans entered its second week near Galkayo on Monday.", "Galkayo"),
        ("Shelling of villages continued for a third day on the Sudanese island of Aba on Monday.", "Aba"),
        ("A round of talks set for Monday in Muscat has been called off.", "Muscat"),
        ("A meeting of ministers planned for 4 May in Zagreb was cancelled.", "Zagreb"),
        ("Riot police used water cannon to clear the square at Voreno on Friday.", "Voreno"),
        ("The navy picked up forty men from a raft that sank off Kythira on Sunday.", "Kythira"),
    ],
)
def test_where_it_was_is_told_of_what_stands_beside_it(text, place):
    assert told(text)[0].place.name == place


def test_a_setting_does_not_last_long():
    between = "Nobody had slept. Many were hungry. It rained. "
    near, far = (told(f"A bus overturned near Vigo on Sunday. {text}Three people died.")[-1] for text in ("", between))
    assert (near.place.name, far.place) == ("Vigo", None)


def test_a_firm_with_a_strike_is_no_place_and_neither_is_a_team():
    for text in ("A strike at Daugava Rail began on Monday.", "Torvik won 2-1 at Lyngby Havn on Sunday."):
        assert told(text)[0].place is None


@pytest.mark.parametrize(
    ("text", "trigger", "country"),
    [
        ("Two men were arrested in San Jose on Monday. The FBI searched a house in Oakland.", "arrested", "US"),
        ("Two men were arrested in San Jose on Monday, the Costa Rican police said.", "arrested", "CR"),
        (
            "A fire broke out in a hotel in Perth on Monday. Planes from Adelaide and Darwin were diverted.",
            "fire",
            "AU",
        ),
        (
            "A fire broke out in a hotel in Perth on Monday. The Scottish fire service sent engines from Dundee.",
            "fire",
            "GB",
        ),
        ("A baker was shot in Birmingham on Monday, police in Alabama said.", "shot", "US"),
        (
            "A gas leak killed nine people in Cordoba on Friday. The mayor of Seville sent his condolences.",
            "leak",
            "ES",
        ),
        ("Greece sent ships on Monday. A sailor died in Athens, the United States embassy said.", "died", "GR"),
    ],
)
def test_of_several_towns_of_one_name_it_is_the_one_among_its_neighbours(text, trigger, country):
    assert one(text, trigger).place.country == country


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("A landslide blocked the road between Mandalay and Lashio on Monday.", "landslide", "Mandalay"),
        ("A bus overturned between Cusco and Puno on Sunday, killing nine people.", "killing", "Cusco"),
        ("Trade fell between London and Lagos in May.", "fell", None),
        ("Soldiers evacuated the village between Sunday and Tuesday.", "evacuated", None),
        ("Police stormed the offices of a Kampala weekly on Monday.", "stormed", "Kampala"),
        ("The bank closed its Porto branch in May.", "closed", "Porto"),
        ("The bank closed its Asia branch in May.", "closed", None),
        ("A yacht capsized forty miles south of the Scillies on Sunday.", "capsized", "Scillies"),
        ("An angler was robbed outside Lampeter on Sunday.", "robbed", "Lampeter"),
        ("He was arrested near midnight on Friday.", "arrested", None),
    ],
)
def test_what_lies_beside_a_place_or_stands_in_it_is_there(text, trigger, place):
    found = one(text, trigger).place
    assert (found and found.name) == place


def test_rows_of_a_table_are_where_a_cell_says():
    text = (
        "Date | Place | Event\n14 April | Kolda | Gunmen ambush a lorry.\n3 May | Oussala | Landmine kills a farmer.\n"
        "9 June | Dakar | President signs amnesty law."
    )
    assert [statement.place.name for statement in told(text)] == ["Kolda", "Oussala", "Dakar"]


def test_items_of_a_round_up_are_where_their_heading_says():
    text = "Cricket\n\nHove: Sussex beat Kent on Friday.\n\nLeeds: Yorkshire beat Surrey on Friday.\n\nLund: We won, he said."
    assert [statement.place.name for statement in told(text)][:2] == ["Hove", "Leeds"]


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Israeli troops killed two men in a raid on the West Bank city of Jenin.", "killed", "Jenin"),
        ("A ferry capsized on the Congo River.", "capsized", "Congo River"),
        ("The summit was held in the Egyptian resort of Sharm el-Sheikh.", "summit", "Sharm el-Sheikh"),
        ("Two ships collided off the coast of Yorkshire.", "collided", "Yorkshire"),
        ("Marines captured a man in the western state of Nayarit.", "captured", "Nayarit"),
        ("Workers digging a sewer near Graz found a bomb.", "found", "Graz"),
        ("Anna Berg climbed Mount Everest in May.", "climbed", "Mount Everest"),
        ("Jeff Bell married journalist Lauren Sanchez in Venice in June.", "married", "Venice"),
    ],
)
def test_a_place_is_named_whole(text, trigger, place):
    assert one(text, trigger).place.name == place


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Envoys met in Rome. Nine people were killed when shells hit a camp near Douz in May.", "killed", "Douz"),
        ("Envoys met in Rome on Monday. He vowed to avenge blasts that killed nine people in May.", "killed", None),
    ],
)
def test_a_toll_is_where_the_blow_fell(text, trigger, place):
    found = one(text, trigger).place
    assert (None if found is None else found.name) == place


def test_who_plays_elsewhere_moves_no_other_match():
    text = (
        "Rudna Rovers beat Kita Town 3-2 at Carrow Lane on Sunday. Hove City lost 1-0 at Leeds. "
        "Rovers scored twice after the break."
    )
    assert one(text, "scored").place.name == "Carrow Lane"


def test_where_somebody_is_treated_is_no_setting():
    text = (
        "Two trains collided near Hove on Monday. A driver is being treated in Leeds. "
        "Fire crews worked all night to free passengers."
    )
    found = one(text, "worked").place
    assert found is None or found.name != "Leeds"


def test_what_follows_in_another_year_may_be_elsewhere():
    text = (
        "Ivo Kolar was beaten in Lima. In 1963 he joined the dockers' union. He was stabbed by a guard. He lost an eye."
    )
    assert one(text, "stabbed").place is None


def test_what_is_looked_back_to_is_not_where_the_story_is():
    text = (
        "Soldiers fought along the border on Saturday night, the army said. In Lima, the ministry described it as a reprisal for "
        "the blasts of 2 May. The rebels put the number of dead soldiers at nine."
    )
    found = one(text, "number", date(2024, 5, 6)).place
    assert found is None


def test_what_it_turned_into_days_later_may_be_elsewhere():
    text = "The violence started with a bombing in Lima on 9 May and turned into fighting two nights later."
    assert one(text, "bombing", date(2024, 5, 16)).place.name == "Lima"
    assert one(text, "fighting", date(2024, 5, 16)).place is None
