"""What ordinary articles of some length showed: days that hang on a clause beside, numbers told together, whose land it is."""

import datetime

import pytest

from tests.telling import one, told

DAY = datetime.date(2025, 9, 3)


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("The two states agreed to reopen the road at talks in Lima last week.", "agreed", "[2025-08-25..2025-08-31]"),
        ("The ministers agreed to share water at a meeting in Lima on Monday.", "agreed", "2025-09-01"),
        ("The ministers decided to meet again at a summit in Lima in May.", "meet", "2026-05"),
        ("A verdict is not expected before March.", "verdict", "[2026-03..]"),
        ("A ruling is not due until 12 October.", "ruling", "[2025-10-12..]"),
        ("The law followed the 2019 fire at Brum, in which 270 people died.", "died", "2019"),
        ("The town has had a wall since the 1998 flood, which drowned 40 people.", "drowned", "1998"),
        ("Officials recalled the fire of 12 March 2003, which killed nine.", "killed", "2003-03-12"),
        ("He went on trial over the collapse of a dam that buried a village four years ago.", "collapse", "2021"),
        ("They remembered the blast at a mill that killed nine people in 2021.", "blast", "2021"),
        ("They adopted a motion to be debated on Thursday.", "adopted", "[..2025-09-03]"),
        ("The bishop spoke about the 3 March attack on the school.", "attack", "2025-03-03"),
        ("Families will mark the 3 March attack on the school.", "attack", "2025-03-03"),
        (
            "The chief went on trial on Wednesday. Two aides were convicted in June and jailed.",
            "jailed",
            "[2025-06..2025-09-03]",
        ),
    ],
)
def test_a_day_is_that_of_the_deed_it_is_told_of(text, trigger, date):
    assert str(one(text, trigger, DAY).when.span) == date


@pytest.mark.parametrize(
    ("text", "trigger", "date", "status"),
    [
        ("The suspect, to be sentenced on Friday, apologised.", "sentenced", "2025-09-05", "planned"),
        ("The prisoners to be freed on Saturday include two nurses.", "freed", "2025-09-06", "planned"),
        ("The union opposed a law to be adopted on Friday.", "adopted", "2025-09-05", "planned"),
        ("Leaders prepared for a summit to be held on Friday in Lima.", "summit", "2025-09-05", "planned"),
        ("She became the second woman to be elected mayor in 1999.", "elected", "1999", "asserted"),
        ("It was the third mine to be attacked this year.", "attacked", "2025", "asserted"),
        ("Three men were accused of planning the 19 May assault.", "assault", "2025-05-19", "alleged"),
        ("He was jailed for plotting the bombing that killed nine in May.", "killed", "2025-05", "asserted"),
    ],
)
def test_what_is_to_be_done_and_what_was_done_first_or_last(text, trigger, date, status):
    found = one(text, trigger, DAY)
    assert (str(found.when.span), found.claim.status) == (date, status)


def test_who_could_become_the_first_has_not():
    assert "impeached" not in [
        found.trigger.text for found in told("He could become the first president to be impeached.")
    ]


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("A bomb explodes on a train near Hyderabad, killing five people and wounding 21.", 5, 21),
        ("At least 21 people were killed and 60 injured when a train ran into another on Thursday.", 21, 60),
        ("Gunmen killed eleven guards and wounded 23.", 11, 23),
    ],
)
def test_the_hurt_are_none_of_the_dead(text, killed, injured):
    numbers = {number.what: number.value for found in told(text, DAY) for number in found.quantities}
    assert (numbers["killed"], numbers["injured"]) == (killed, injured)


@pytest.mark.parametrize(
    "text",
    [
        "The reform was adopted by the cabinet in April. The chancellor cancelled a trip to Japan.",
        "The cabinet adopted the reform in April. The chancellor returned from Tokyo on Monday.",
        "The ministers agreed to share water at a meeting in Muscat on Monday.",
        "The two governments agreed to reopen the road at a meeting hosted by Oman's foreign ministry.",
    ],
)
def test_a_land_that_is_gone_to_or_met_in_is_nobodys_own(text):
    actors = [role.actor for found in told(text, DAY) for role in found.roles if "ministry" not in role.actor.name]
    assert {actor.country for actor in actors} == {None}


def test_a_judge_who_adjourns_does_so():
    (role,) = one("Judge Célia Ramos adjourned the hearing until 15 September.", "adjourned", DAY).roles
    assert (role.actor.name, role.name) == ("Célia Ramos", "agent")


def test_of_the_first_to_be_jailed_the_one_named_is_meant():
    (role,) = one("Paulo Brandt was the first minister to be jailed for graft.", "jailed", DAY).roles
    assert (role.actor.name, role.name) == ("Paulo Brandt", "target")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Pakistan carried out drone strikes on Monday. Afghan officials said the strikes killed nine civilians.", 9),
        ("A gun battle left eleven border guards dead on Monday.", 11),
    ],
)
def test_a_toll_of_what_was_told_before_is_kept(text, number):
    assert [one.value for found in told(text, DAY) for one in found.quantities if one.what == "killed"] == [number]


def test_the_dead_of_a_clause_inside_are_none_of_what_was_sealed():
    text = "The frontier was sealed on Monday after a gun battle that left eleven border guards dead."
    assert not one(text, "sealed", DAY).quantities


def test_who_gives_a_toll_has_it():
    text = "Pakistan carried out drone strikes on Monday. Afghan officials said the strikes killed nine civilians."
    assert [found.claim.claimed_by for found in told(text, DAY)] == [(), ("Afghan officials",)]


def test_what_a_day_is_counted_from_ahead_is_planned():
    text = "Three ministers resigned on Monday night, two weeks before parliament votes on the reform."
    found = one(text, "votes", DAY)
    assert (str(found.when.span), found.claim.status) == ("2025-09-15", "planned")


def test_an_attempt_that_failed_is_told_and_was_none():
    assert one("An attempt to kill the mayor failed on Monday.", "kill", DAY).claim.status == "negated"


def test_what_stands_behind_last_month_is_not_of_the_day_of_the_sentence_before():
    text = (
        "The bill passed a first reading on 12 August. Unions struck against it last month; police said 60,000 people marched "
        "through the capital."
    )
    assert str(one(text, "marched", DAY).when.span) == "[..2025-09-03]"


def test_the_number_of_the_homeless_is_no_toll():
    text = "A storm killed nine people on Monday. The relief office put the number of homeless at 2,500."
    assert [one.value for found in told(text, DAY) for one in found.quantities if one.what == "killed"] == [9]


def test_a_wreath_dates_no_birth():
    text = "The king visited the house where he was born and laid a wreath on Monday."
    assert not [found for found in told(text, DAY) if found.type == "birth" and found.when.span.start_earliest]


def test_the_next_to_be_sold_has_not_been():
    assert not [
        found for found in told("Acme is the next bank to be nationalised.", DAY) if found.claim.status == "asserted"
    ]


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("The clashes came a week after a protest in Lagos.", "clashes", None),
        ("The strike came two days before a summit in Turin.", "strike", None),
        (
            "A bomb exploded in Kabul on 9 May. On 11 May Afghan forces attacked Pakistani border posts.",
            "attacked",
            None,
        ),
    ],
)
def test_what_was_days_apart_or_across_the_border_was_not_there(text, trigger, place):
    assert one(text, trigger, DAY).place is place


@pytest.mark.parametrize(
    ("text", "trigger", "target"),
    [
        ("Chad said the strikes had hit Sudanese soldiers.", "strikes", "Sudanese soldiers"),
        ("Air raids hit rebels in the east of Chad.", "raids", "rebels"),
        ("The bombing targeted the mayor.", "bombing", "mayor"),
    ],
)
def test_what_a_raid_hits_is_its_target(text, trigger, target):
    assert target in [role.actor.name for role in one(text, trigger, DAY).roles if role.name == "target"]


def test_both_are_the_two_told_of_together_last():
    text = "Two ministers resigned on Monday. Kenya and Uganda have sent envoys. Both will meet the king on Friday, an aide said."
    assert {"Kenya", "Uganda"} <= {role.actor.name for role in one(text, "meet", DAY).roles}


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The strike, which began on Monday, was called off on Tuesday.", "strike", "asserted"),
        ("The march that started on Monday was called off.", "march", "asserted"),
        ("The march planned for Friday was called off.", "march", "cancelled"),
    ],
)
def test_what_had_begun_was_not_cancelled(text, trigger, status):
    assert one(text, trigger, DAY).claim.status == status


def test_who_brings_a_letter_is_no_official_of_the_land_he_comes_to():
    found = one("The envoy handed over a letter from the king to President Masoud Pezeshkian.", "handed", DAY)
    assert found.type == "consult"
    assert [(role.name, role.actor.name, role.actor.country) for role in found.roles] == [
        ("agent", "envoy", None),
        ("target", "Masoud Pezeshkian", "IR"),
    ]


def test_who_fell_in_a_fight_that_began_then_fell_since():
    found = one("The army lost 23 soldiers in the fighting that began on 11 August.", "lost", DAY)
    assert str(found.when.span) == "[2025-08-11..2025-09-03]"
