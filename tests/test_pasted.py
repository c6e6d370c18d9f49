"""Text as people paste it: with the signs of its page, in capitals, as somebody's talk, out of old papers and the week ahead, and
in lines without an article."""

import pytest

from tests.telling import FORMS_DAY as DAY
from tests.telling import days, told


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
