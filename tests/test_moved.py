"""Days that are set anew, terms from a first day to a last, and what was planned long ago."""

import pytest

from tests.telling import one, told


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        (
            "The election, originally set for June, was moved to 7 December, a spokesman said on Monday.",
            "election",
            "2025-12-07",
        ),
        ("The concert was rescheduled for 7 December.", "concert", "2025-12-07"),
        ("The hearing was pushed back to 14 November.", "hearing", "2025-11-14"),
        ("The hearing has been postponed until 14 November.", "hearing", "2025-11-14"),
        ("The government brought the election forward to 9 November.", "election", "2025-11-09"),
        ("The match has been moved from 3 November to 10 November.", "match", "2025-11-10"),
        ("The race has been rescheduled for Sunday.", "rescheduled", "2025-11-02"),
        ("The trial was put back to March.", "put", "2026-03"),
        ("The commission picked 15 December for the election.", "election", "2025-12-15"),
        ("The parliament fixed 21 November as the date of the vote.", "vote", "2025-11-21"),
        ("The firm announced 3 December for the opening of its shop in Lund.", "opening", "2025-12-03"),
    ],
)
def test_what_is_moved_to_a_day_or_given_one_is_planned_for_it(text, trigger, date):
    found = one(text, trigger)
    assert (str(found.when.span), found.claim.status) == (date, "planned")


def test_that_a_day_was_chosen_is_nothing_more():
    assert [s.trigger.text for s in told("The commission picked 15 December for the election.")] == ["election"]


def test_what_was_moved_to_a_day_that_is_over_was_then():
    found = one("The festival was moved to July last year.", "festival")
    assert (str(found.when.span), found.claim.status) == ("2024-07", "asserted")


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("The trial opened on 3 March and ended on 5 May.", "trial", "2025-03-03/2025-05-05"),
        ("The talks, which opened on Monday, broke down on Tuesday.", "talks", "2025-10-27/2025-10-28"),
        ("The war began in 1998 and lasted until 2003.", "war", "1998/2003"),
        ("The trial opened on 3 March and is expected to end on 5 December.", "trial", "2025-03-03"),
        ("Four days of shelling began on Friday.", "shelling", "2025-10-24/2025-10-27"),
    ],
)
def test_what_began_on_one_day_and_ended_on_another_lasted(text, trigger, date):
    assert str(one(text, trigger).when.span) == date


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("In 2000 the council voted to close the mill.", "close", "[2000..]"),
        ("In May 2019 the firm said it would build a plant in Lund.", "build", "[2019-05..]"),
        ("On Monday the council voted to close the pool.", "close", "[2025-10-29..]"),
        ("A man was charged last month with the bombing of the station.", "bombing", "[..2025-09]"),
        ("The two men will be tried in July for abducting them on 17 October.", "abducting", "2025-10-17"),
        ("The fire on Monday leaves 40 families homeless.", "fire", "2025-10-27"),
        (
            "The ferry sank on 2 March. A sister ship, which had burned in January, was raised 19 days later.",
            "raised",
            "2025-03-21",
        ),
    ],
)
def test_a_plan_of_long_ago_a_charge_and_an_aside(text, trigger, date):
    assert str(one(text, trigger).when.span) == date


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("He was arrested on Monday and charged on Thursday.", "arrested", "2025-10-20"),
        ("The pilot died on Saturday from burns suffered in Tuesday's crash.", "crash", "2025-10-21"),
        ("Rovers beat City on Tuesday and Albion lost on Saturday.", "beat", "2025-10-28"),
        ("He backed it on Sunday over the objections of his aide, who resigned on Tuesday.", "resigned", "2025-10-28"),
        ("The body of a hiker missing since 3 October was found on Sunday.", "found", "2025-10-26"),
        ("Relatives who had camped at the gate since Saturday tried to get in.", "camped", "2025-10-25/2025-10-29"),
        ("The bank was robbed on 3 May, and the car was found burnt out two days later.", "found", "2025-05-05"),
        ("Fighting that erupted on 15 April last year has displaced millions.", "Fighting", "2024-04-15/2025-10-29"),
        ("He served as ambassador to Chile from 1994 until his retirement in 1999.", "served", "1994/1999"),
        ("The factory burned for two days before rain put it out on Thursday.", "burned", "2025-10-21/2025-10-23"),
        ("Two days after the fire of 3 May they searched the ruins.", "fire", "2025-05-03"),
        ("A month before his death in 1827 he signed a contract with the opera.", "death", "1827"),
        (
            "The ship left Odesa on 3 May and reached Mersin on 9 May, having been held in Varna.",
            "held",
            "[..2025-10-29]",
        ),
    ],
)
def test_two_days_of_one_sentence_are_each_of_their_own_happening(text, trigger, date):
    assert str(one(text, trigger).when.span) == date


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("The coach was sacked on Monday after Saturday's defeat.", "defeat", "2025-10-25"),
        ("Troops have patrolled the town since Monday's attack.", "attack", "2025-10-27"),
        ("In the week to Sunday, 40 people drowned off the coast.", "drowned", "2025-10-20/2025-10-26"),
        ("The firm earned $31 million in the quarter ended Sept. 28.", "earned", "2025-07/2025-09"),
        ("The quake struck on Monday; aftershocks were felt until Tuesday.", "aftershocks", "[..2025-10-28]"),
        ("His trial, which began last month, is expected to last until Christmas.", "trial", "2025-09"),
        ("The ship was launched on 30 May 1911 and sank less than a year later.", "sank", "[1911-05-30..1912-05-30]"),
        ("The treaty was signed on 3 May 2012 and within a week both had broken it.", "broken", "[..2025-10-29]"),
        ("He took power on 3 May 2011, hours before the new parliament was to meet.", "meet", "[2011-05-03..]"),
        ("The firm, which failed in March 2020, was bought by a fund that summer.", "bought", "2020-22"),
        ("The strike at the port, which began on 1 October, ended on Saturday.", "strike", "2025-10-01/2025-10-25"),
        ("The general ruled from 1979 until he was overthrown in 1990.", "ruled", "1979/1990"),
        ("The families will appeal before the deadline of 12 November.", "appeal", "[2025-10-29..2025-11-12]"),
        ("Students have occupied the bridge since the morning.", "occupied", "2025-10-29"),
    ],
)
def test_what_bounds_a_happening_and_what_is_of_a_thing(text, trigger, date):
    assert str(one(text, trigger).when.span) == date


def test_what_has_begun_is_no_plan():
    assert (
        one("His trial, which began last month, is expected to last until Christmas.", "trial").claim.status
        == "asserted"
    )


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("The army said on Sunday it had shot down a drone the previous night.", "shot", "2025-10-25"),
        ("The curfew, from 8 p.m. to 6 a.m., was imposed on Sunday.", "curfew", "2025-10-26"),
        (
            "Since Sunday, nine people have been arrested, three of them on Tuesday.",
            "arrested",
            "2025-10-26/2025-10-29",
        ),
        ("He confessed to one of them on Sunday that he had bought a pistol.", "confessed", "2025-10-26"),
        ("He became mayor in 2010 and stayed in office until his arrest in 2014.", "stayed", "[2010..2014]"),
        ("A storm came on Thursday. By Friday homes were dark, and two had died.", "died", "[..2025-10-24]"),
        ("At least nine people died when a tunnel flooded on Sunday.", "flooded", "2025-10-26"),
    ],
)
def test_a_day_of_some_and_the_night_before_what_was_said(text, trigger, date):
    assert str(one(text, trigger).when.span) == date


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("The decree of 12 May was annulled by the court on 3 July.", "annulled", "2025-07-03"),
        ("The treaty of 3 May was annulled.", "annulled", "[..2025-10-29]"),
        ("The attack of 3 May killed nine.", "attack", "2025-05-03"),
        ("In the night from Saturday to Sunday vandals smashed the windows.", "smashed", "[2025-10-25..2025-10-26]"),
        ("The vessel was held up by a storm until Tuesday.", "storm", "[..2025-10-29]"),
    ],
)
def test_a_day_that_says_which_thing_is_meant_dates_no_deed(text, trigger, date):
    assert str(one(text, trigger).when.span) == date


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("The court annulled the decree of 12 May.", "annulled", "[..2025-10-29]"),
        ("The court annulled the decree of 12 May on Tuesday.", "annulled", "2025-10-28"),
        ("He was killed in the attack of 3 May.", "killed", "2025-05-03"),
        ("The report on the crash of 3 August will be published on Thursday.", "crash", "2025-08-03"),
        ("The report on the crash of 3 August will be published on Thursday.", "published", "2025-10-30"),
        ("The general, accused of the massacre of 3 May 2009, was pardoned in March.", "pardoned", "2025-03"),
    ],
)
def test_a_day_behind_a_thing_is_of_the_thing(text, trigger, date):
    assert str(one(text, trigger).when.span) == date


def test_a_month_is_no_helper_of_a_verb():
    found = one("Relatives of those killed in the raid on 3 May marched on Sunday.", "marched")
    assert found.claim.status == "asserted"
