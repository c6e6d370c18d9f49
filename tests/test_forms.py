"""Texts in other forms than articles: lists, threads, logs, minutes, tables; and questions, which tell nothing."""

import datetime

import pytest

from tests.telling import FORMS_DAY as DAY
from tests.telling import days, told


@pytest.mark.parametrize(
    "question",
    [
        "Did the navy sink the trawler?",
        "Have the rebels taken the town?",
        "Was the bomb planted by the group?",
        "Can you confirm that the talks in Lomé have been suspended?",
        "Is it true that the minister resigned on Monday?",
        "Did the navy carry out a strike on the port?",
    ],
)
def test_what_is_only_asked_is_not_told(question):
    assert days(f"{question} The mayor left for Oslo on Monday.") == [("left", "2025-03-10")]


@pytest.mark.parametrize(
    ("question", "trigger"),
    [
        ("Who shot the judge on Monday?", "shot"),
        ("What happened when police stormed the house on Monday?", "stormed"),
        ("Should the mayor, who was arrested on Monday, go?", "arrested"),
    ],
)
def test_what_a_question_takes_for_granted_is_told(question, trigger):
    assert [word for word, _ in days(question)] == [trigger]


def test_what_stands_in_a_list_is_told_without_its_mark_and_not_in_order():
    text = "• Volunteers handed out tents on 10 March.\n• The ministry has closed 59 clinics.\n• Miners in Tete went on strike."
    assert [one.headline for one in told(text, DAY)] == [
        "Volunteers handed out tents",
        "Ministry has closed 59 clinics",
        "Miners in Tete went on strike",
    ]
    assert days(text)[1][1] == "[..2025-03-14]"


def test_a_log_is_of_the_day_of_its_heading():
    text = (
        "Police log, Monday, March 10\n\n8:12 a.m. – A caller on Elm Street reported a burglary.\n"
        "11:40 a.m. – Officers arrested a man at the mill. He was released.\n3:05 p.m. – A lorry hit a bus on Main Street."
    )
    assert {date for _, date in days(text)} == {"2025-03-10"}


def test_minutes_are_of_the_day_of_their_heading():
    heading = "Minutes of the Town Council, 24 February 2025"
    text = f"{heading}\n\nThe council voted by 7 to 2 to shut the pool from April.\nThe clerk resigned."
    assert days(text) == [("voted", "2025-02-24"), ("shut", "2025-04"), ("resigned", "2025-02-24")]


def test_rows_of_a_table_are_of_the_time_in_their_first_cell():
    text = (
        "Date | Place | Event\n12 March 2024 | Goma | Rebels seize the airport.\nmid-July 2024 | Doha | Miners strike.\n"
        "Oct 2024 | Uvira | Shells kill 14 villagers. They were fired from the hills.\n"
    )
    assert days(text)[:3] == [("seize", "2024-03-12"), ("strike", "[2024-07-11..2024-07-20]"), ("kill", "2024-10")]


@pytest.mark.parametrize(
    ("sentence", "trigger", "date"),
    [
        ("The council voted 5-4 to raise fares on June 1.", "raise", "2025-06-01"),
        ("The board decided in July to sell the pier in August.", "sell", "2025-08"),
        ("Parliament voted to put him on trial for the raid of June 12.", "raid", "2024-06-12"),
        ("A dyke gave way overnight on 12–13 March.", "gave", "[2025-03-12..2025-03-13]"),
        ("Drones hit the depot on the night of 12 to 13 March.", "hit", "[2025-03-12..2025-03-13]"),
        ("On this day in 1911, the steamer Corrib sank off Cork.", "sank", "1911-03-14"),
        (
            "Both sides condemned the hijacking of a vessel off the coast on 9 February.",
            "condemned",
            "[2025-02-09..2025-03-14]",
        ),
        ("Both sides condemned the hijacking of a vessel off the coast on 9 February.", "hijacking", "2025-02-09"),
        ("The mayor has given notice that she will not stand in 2026.", "given", "[..2025-03-14]"),
        ("Sales rose to 40m (2023: 38m) in 2024.", "rose", "2024"),
        ("All sailings have been suspended until at least Saturday.", "suspended", "[..2025-03-14]"),
    ],
)
def test_dates_that_are_told_of_something_else_date_nothing(sentence, trigger, date):
    assert dict(days(sentence))[trigger] == date


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        ("Rosa Lund to leave the bank.", "leave", "planned"),
        ("Rosa Lund told him to leave the bank on Monday.", "told", "asserted"),
        ("Troops will pull back to the river if the line breaks.", "pull", "hypothetical"),
        ("The driver told police that the brakes had failed on Monday.", "failed", "alleged"),
        ("His wife told a local newspaper that he had resigned on Monday.", "resigned", "alleged"),
        ("A doctor told the radio station that nine men had died on Monday.", "died", "asserted"),
        ("The minister told the newspaper that troops had left the island on Monday.", "left", "asserted"),
        ("Her husband was cleared on Monday of stealing a painting.", "stealing", "alleged"),
    ],
)
def test_how_firmly_it_is_told(sentence, trigger, status):
    found = {one.trigger.text: str(one.claim.status) for one in told(sentence, DAY)}
    assert found[trigger] == status


def test_it_is_nobody_where_something_was_agreed():
    text = "The clerk resigned on Monday. It was agreed to seek three offers."
    assert [one.headline for one in told(text, DAY)] == ["Clerk resigned", "It was agreed to seek three offers"]


def test_a_page_of_what_is_to_come_has_not_happened():
    text = (
        "The week ahead\n\nMONDAY\nA court in Lyon sentences a baker.\n\nTHURSDAY\nThe pope opens a synod on marriage."
    )
    assert "2024" not in str(days(text, datetime.date(2025, 3, 10)))


def test_years_of_a_column_are_of_the_day_that_its_title_names():
    text = (
        "On this day – 5 March\n\n1781: Anna Blau found a comet.\n1930: Otto Rehn was elected mayor of Lund.\n"
        "1966: A Boeing 707 crashed on Mount Fuji."
    )
    assert [date for _, date in days(text)] == ["1781-03-05", "1930-03-05", "1966-03-05"]
    assert [date for _, date in days(text.replace(" – 5 March", ""))] == ["1781-03-14", "1930-03-14", "1966-03-14"]


def test_years_of_a_history_are_of_no_day():
    text = "A history of the mill, 5 March\n\n1790: Otto Rehn built the mill.\n1846: Fire destroyed the wheel."
    assert [date for _, date in days(text)] == ["1790", "1846"]


def test_months_of_a_review_are_of_its_year():
    text = (
        "The year in our town: 2013\n\nJanuary: Anna Blau resigned as mayor.\nMarch: The clinic closed its doors.\n"
        "May 2: Otto Rehn won the by-election.\nJuly: The pier was sold."
    )
    assert [date for _, date in days(text)] == ["2013-01", "2013-03", "2013-05-02", "2013-07"]
    unnamed = text.replace("The year in our town: 2013", "Review of the year")
    assert [date for _, date in days(unnamed)] == ["2024-01", "2024-03", "2024-05-02", "2024-07"]


def test_a_narrow_column_is_read_as_it_runs_on():
    text = (
        "Divers have raised a log boat from\na lake outside the town of Lund. It\nwas spotted by an angler, Leszek\n"
        "Nowak, who called the muse-\num at once on Monday. A well-\nknown carver bought it."
    )
    assert [one.headline for one in told(text, DAY)][:3] == [
        "Divers have raised a log boat from a lake outside the town of Lund",
        "It was spotted by an angler",
        "Leszek Nowak called the museum at once",
    ]


def test_the_time_in_the_last_cell_of_a_row_is_that_of_its_row():
    rows = "Place | What | When\nGoma | Rebels seized the airport | 12 March\nBukavu | Police freed nine hostages | 13 March\n"
    after = "\nA pilot was arrested in Uvira."
    assert days(rows + after) == [
        ("seized", "2025-03-12"),
        ("freed", "2025-03-13"),
        ("arrested", "[..2025-03-14]"),
    ]


def test_of_two_cells_with_a_time_none_dates_the_next_row():
    rows = "What | From | To\nTolls were raised | 10 March | 12 March\nThe port was shut | 11 March | 13 March\n"
    assert {date for trigger, date in days(rows) if trigger == "shut"} == {"[..2025-03-14]"}
