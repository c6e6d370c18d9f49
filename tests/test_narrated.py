"""Pages of a day's events, chronologies and headlines: what they tell in the present has happened, on the day above it."""

import datetime

import pytest

from tests.telling import told

LATER = datetime.date(2021, 7, 2)


def days(text, published=LATER):
    """(trigger, status, date) of all that is told."""
    return [(one.trigger.text, str(one.claim.status), one.when.span.edtf) for one in told(text, published)]


@pytest.mark.parametrize("day", ["Wednesday, 30 June 2021", "June 30, 2021 (Wednesday)", "30 June 2021", "30 June"])
def test_what_a_page_of_a_day_tells_in_the_present_happened_on_that_day(day):
    text = f"{day}\n\nA bus falls into a river in Nepal.\n\nChad sends doctors to Lomé."
    assert days(text) == [
        ("falls", "asserted", "2021-06-30"),
        ("sends", "asserted", "2021-06-30"),
    ]


def test_what_a_chronology_tells_is_of_the_day_before_it():
    text = (
        "How it went\n\n3 May: Drivers walked out.\n5 May: The firm offered a rise. The union, which had asked for six per cent, "
        "turned it down.\n12 May – Police clear the gates. Nine drivers are arrested.\n\n1 July. The two sides sign a deal."
    )
    assert days(text) == [
        ("walked", "asserted", "2021-05-03"),
        ("offered", "asserted", "2021-05-05"),
        ("turned", "asserted", "2021-05-05"),
        ("clear", "asserted", "2021-05-12"),
        ("arrested", "asserted", "2021-05-12"),
        ("deal", "asserted", "2021-07-01"),
    ]


def test_a_day_of_a_chronology_is_over_and_so_of_the_last_year():
    assert days("November 2 – A king dies.\n\nDecember 31 – A queen dies.") == [
        ("dies", "asserted", "2020-11-02"),
        ("dies", "asserted", "2020-12-31"),
    ]


def test_a_year_dates_what_it_stands_before():
    assert days("1956: A fire destroys the mill.\n1991: Lena Brandt is elected mayor of Ulm.") == [
        ("fire", "asserted", "1956"),
        ("elected", "asserted", "1991"),
    ]


def test_after_midnight_is_of_the_day_that_a_page_is_about():
    text = "30 June 2021\n\nAn earthquake strikes off Samar shortly after midnight. A church collapses."
    assert days(text, datetime.date(2021, 6, 30)) == [
        ("earthquake", "asserted", "2021-06-30"),
        ("collapses", "asserted", "2021-06-30"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Police say they have arrested nine men.", ("arrested", "[..2021-06-30]")),
        ("The Senate rejects a bill, which was drafted in 2019.", ("drafted", "2019")),
        ("The governor leaves office on Sunday.", ("leaves", "2021-07-04")),
    ],
)
def test_a_page_of_a_day_tells_of_other_days_too(text, wanted):
    assert wanted in [(word, date) for word, _, date in days(f"30 June 2021\n\nA bus falls into a river.\n\n{text}")]


def test_a_day_above_an_article_is_not_that_of_what_it_tells_in_the_past():
    text = "30 June 2021\n\nPolice arrested nine men in Lyon. The men had robbed a bank."
    assert ("arrested", "asserted", "[..2021-07-02]") in days(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gunmen attack a bank in Lima. Police arrest nine suspects.", ["attack", "arrest"]),
        ("Rebels shoot down a plane near Goma, the army says. The pilots are captured.", ["shoot", "captured"]),
    ],
)
def test_news_in_the_present_is_told_as_it_happens(text, words):
    assert [(word, status) for word, status, _ in days(text)] == [(word, "asserted") for word in words]


@pytest.mark.parametrize(
    "text",
    [
        "The Harlow Mill makes paper. It employs 300 people. Its owner lives in Leeds.",
        "30 June 2021\n\nThe Harlow Mill employs 300 people, and its owner wants more.",
        "Shops sell soap. Police arrest drunks every Saturday.",
    ],
)
def test_how_things_stand_is_no_news(text):
    assert days(text) == []


def test_the_hours_of_a_live_report_say_when_it_was_told():
    text = (
        "LIVE: Storm Ada\n\n14:05 Two people have been killed by a tree in Porto.\n\n13:40 The mayor of Faro has resigned.\n\n"
        "09:30 Ada hit the coast at 8:50."
    )
    dates = [date for _, _, date in days(text)]
    assert (dates[0], dates[-1]) == ("[..2021-07-02]", "2021-07-02T08:50:00")
    assert not any("14:05" in date or "13:40" in date for date in dates)


@pytest.mark.parametrize(
    ("line", "target"),
    [
        ("Three journalists arrested in Chad", "journalists"),
        ("Former minister charged over land deal", "former minister"),
        ("Gunmen killed nine miners in Chad", "miners"),
    ],
)
def test_whom_something_is_done_to_in_a_headline(line, target):
    first, *_ = told(line, LATER)
    assert [role.actor.name for role in first.roles if role.name == "target"] == [target]
