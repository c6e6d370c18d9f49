"""Texts in other forms than articles: lists, threads, logs, minutes, tables; and questions, which tell nothing."""

import datetime

import pytest

from tests.telling import told

DAY = datetime.date(2025, 3, 14)


def days(text, published=DAY):
    """(trigger, date) of all that is told."""
    return [(one.trigger.text, one.when.span.edtf) for one in told(text, published)]


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


def first(text, published=DAY):
    """Headline, date and actors of the first that is told."""
    one = told(text, published)[0]
    return one.headline, one.when.span.edtf, [role.actor.name for role in one.roles]


@pytest.mark.parametrize(
    "text",
    [
        "The navy <b>seized</b> a tanker off Oman on Monday.",
        "<p>The navy seized a tanker off Oman on Monday.</p><p>It sank.</p>",
        "The navy **seized** a tanker off [Oman](https://example.org/oman_(land)) on Monday.",
        "The navy _seized_ a tanker off Oman on Monday. https://example.org/x #Oman",
        "🔴 The navy seized a tanker off #Oman on Monday 😢 #navy #ships",
        "The navy&nbsp;seized a tanker off Oman on&#32;Monday.",
        "THE NAVY SEIZED A TANKER OFF OMAN ON MONDAY.",
    ],
)
def test_how_a_text_looks_is_no_part_of_what_it_tells(text):
    assert first(text)[:2] == ("Navy seized a tanker off Oman", "2025-03-10")


@pytest.mark.parametrize(
    ("copy", "headline", "actors"),
    [
        (
            "KABUL, OCT 15 (WIRE) - TWO SOLDIERS WERE KILLED ON MONDAY NEAR ZARANJ, POLICE SAID.",
            "Two soldiers were killed near Zaranj",
            ["soldiers"],
        ),
        (
            "PRESIDENT HASSAN RAHIMI OF SOUTH AFRICA'S ANC MET MR. KOBAL IN NEW YORK.",
            "President Hassan Rahimi of South Africa's ANC met Mr. Kobal in New York",
            ["Hassan Rahimi", "Kobal"],
        ),
        ("THE U.S. ARMY FREED NINE SAILORS IN MAY.", "U.S. army freed nine sailors", ["sailors"]),
    ],
)
def test_copy_in_capitals_is_read_as_it_would_be_written(copy, headline, actors):
    found = first(copy)
    assert found[0] == headline
    assert set(actors) <= set(found[2])


def who(text, trigger, published=DAY):
    """Agents, and who says it, of the one with that trigger."""
    (one,) = [one for one in told(text, published) if one.trigger.text == trigger]
    return [role.actor.name for role in one.roles if role.name == "agent"], [str(name) for name in one.claim.claimed_by]


TALK = (
    "Host: With us is the defence minister of Latvia, Janis Ozols. Minister, what happened?\n"
    "Ozols: We shot down two drones on Monday. My wife was hurt.\nHost: And now?\nOzols: I sent troops to the border."
)


def test_who_speaks_in_a_transcript_is_i_and_we_and_says_it():
    assert who(TALK, "shot") == (["Janis Ozols"], ["Janis Ozols"])
    assert who(TALK, "sent") == (["Janis Ozols"], ["Janis Ozols"])
    labelled = TALK.replace("Host", "MODERATOR").replace("Ozols:", "DR. KALN:").replace("Minister, what", "What")
    assert who(labelled, "shot") == (["Kaln"], ["Kaln"])


def test_he_is_never_who_speaks():
    text = TALK.replace("My wife was hurt.", "A guard, Juris Vanags, saw it. He left on Tuesday.")
    assert "Janis Ozols" not in who(text, "left")[0]


def test_who_stands_before_a_colon_is_we_behind_it():
    assert who("Ukraine: We shot down 30 drones on Monday", "shot")[0] == ["Ukraine"]


@pytest.mark.parametrize("words", ["Thank you for waiting.", "Call us on Friday.", "Welcome back to the programme."])
def test_what_a_reader_is_bidden_is_not_told(words):
    assert days(f"{words} The navy sank a trawler on Monday.") == [("sank", "2025-03-10")]


@pytest.mark.parametrize(
    ("sentence", "agent"),
    [
        ("Three people were killed in an Israeli strike on Monday.", "Israel"),
        ("Nine soldiers were wounded in Israel's raid on Gaza.", "Israel"),
        ("Two farmers were killed in a Boko Haram attack on Monday.", "Boko Haram"),
        ("Nine people were killed in a Russian missile strike on Kharkiv.", "Russia"),
    ],
)
def test_whose_blow_it_was_is_not_whom_it_harmed(sentence, agent):
    (one,) = told(sentence, DAY)
    assert [role.actor.name for role in one.roles if role.name == "agent"] == [agent]
    assert agent not in [role.actor.name for role in one.roles if role.name == "target"]


FILES = (
    "From our files\n\n100 years ago\nThe ferry Karin sank on Monday. Eleven people drowned.\n\n50 years ago\n"
    "Mayor Otto Rehn opened the bridge. The council will build a school.\n\n10 years ago\nFire destroyed the mill."
)


def test_what_stands_under_years_ago_is_of_that_year():
    found = days(FILES)
    assert [date for _, date in found] == ["1925", "1925", "1975", "[1975..]", "2015"]


AHEAD = (
    "The week ahead\n\nMonday: Otto Rehn visits Rabat. Verdict in the Moro trial in Paris.\n"
    "Thursday: The central bank meets. Talks were suspended in May.\nSunday: Presidential election in Peru."
)


def test_what_a_page_of_days_to_come_tells_is_planned_for_them():
    found = [(one.trigger.text, one.when.span.edtf, str(one.claim.status)) for one in told(AHEAD, DAY)]
    assert ("visits", "2025-03-17", "planned") in found
    assert ("Verdict", "2025-03-17", "planned") in found
    assert ("meets", "2025-03-20", "planned") in found
    assert ("election", "2025-03-16", "planned") in found
    assert ("suspended", "2024-05", "asserted") in found


def test_the_day_that_opens_an_entry_is_no_part_of_its_sentence():
    text = (
        "Timeline\n\n1994 – Treaty signed in Oslo\n3 March 1995: Army seizes power\n2008 - Kaya joins African Union\n"
    )
    assert [(one.when.span.edtf, one.headline) for one in told(text, DAY)] == [
        ("1994", "Treaty signed in Oslo"),
        ("1995-03-03", "Army seizes power"),
        ("2008", "Kaya joins African Union"),
    ]


def test_a_log_has_the_day_and_hour_of_each_line():
    text = (
        "3/13/2025 08:15 AM - Officers arrested a man on Elm Street.\n"
        "3/12/2025 11:40 PM - Driver arrested for speeding on Route 9.\n3/12/2025 06:05 PM - Two-vehicle crash at the mill.\n"
    )
    assert days(text) == [
        ("arrested", "2025-03-13T08:15:00"),
        ("arrested", "2025-03-12T23:40:00"),
        ("crash", "2025-03-12T18:05:00"),
    ]


@pytest.mark.parametrize(
    ("line", "trigger", "target"),
    [
        ("President shot in theatre", "shot", ["President"]),
        ("Prisoners freed in Chad", "freed", ["prisoners"]),
        ("Two arrested after stabbing outside Hull station", "arrested", ["two"]),
        ("Man arrested after stabbing in Leeds", "arrested", ["Man"]),
        ("Rebels attacked on Monday.", "attacked", []),
    ],
)
def test_a_line_without_an_article_says_what_was_done(line, trigger, target):
    found = {one.trigger.text: one for one in told(line, DAY)}
    assert [role.actor.name for role in found[trigger].roles if role.name == "target"] == target
    assert all(role.name != "agent" or role.actor.name == "rebels" for one in found.values() for role in one.roles)


@pytest.mark.parametrize("line", ["Appeal allowed.", "Appeal dismissed.", "Bail refused."])
def test_what_a_court_lists_is_a_ruling(line):
    assert [one.type for one in told(line, DAY)] == ["legal"]


def test_who_answers_is_the_only_person_that_a_text_names():
    text = "Q&A: Anna Boyd, mayor of Lund\n\nQ: Why did you close the pool?\nA: I closed it on Monday."
    assert who(text, "closed") == (["Anna Boyd"], ["Anna Boyd"])


def test_a_member_of_parliament_speaks_in_the_record():
    text = "Mr. ADAMS. I voted against the farm bill on Monday.\n\nMs. BAKER. We held hearings in May."
    assert who(text, "voted")[0] == ["Adams"]


def test_a_day_above_years_is_the_day_of_each():
    text = "NOVEMBER 20\n\n1945 – Trial of Nazi leaders begins at Nuremberg.\n1992 – Fire damages Windsor Castle.\n"
    assert [date for _, date in days(text)][:1] == ["1945-11-20"]
