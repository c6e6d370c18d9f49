"""What long reports of war and diplomacy tell: truces that take effect, rounds of talks, who denies and who stays silent."""

import datetime

import pytest

from tests.telling import told

PUBLISHED = datetime.date(2025, 11, 6)
REPORT = (
    "BERKA, Nov 6 - Foreign Minister Idris Sall of Chad held talks in Berka on Thursday on the state of the border, on a "
    "resumption of trade and on the price of salt.\n\n"
    "Fighting began in August with a raid on a police post in which eleven officers were killed. Chad blamed the raid on "
    "Sudanese irregulars.\n\n"
    "A second round, mediated by Ghana and Oman, produced a ceasefire that took effect on September 19 but collapsed within days. "
    "An earlier truce brokered by Kenya in May had spared the town of Dorma. The bridge was held by rebels until 15 September, "
    "when the army retook it.\n\n"
    "On Tuesday gunmen attacked a barracks near Tiné, killing 22 soldiers, in the deadliest assault on the army this year. No "
    "group has said that it planted the mines. The rebels claimed to have shot down a helicopter in July, which the air force "
    "denied. Two attempts to deliver medicine failed in February. On Monday the army recalled its envoy and suspended an "
    "exchange of prisoners that had been planned for the end of December. A day later the premier told parliament that the "
    "country faced a hard choice."
)


@pytest.fixture(scope="module")
def report():
    return {statement.trigger.text: statement for statement in told(REPORT, PUBLISHED)}


@pytest.mark.parametrize(
    "word", ["resumption", "took", "mediated", "brokered", "planted", "planned", "faced", "attempts"]
)
def test_what_only_says_more_of_another_happening_is_not_told(report, word):
    assert word not in report


@pytest.mark.parametrize(
    ("word", "day"),
    [
        ("ceasefire", "2025-09-19"),
        ("truce", "2025-05"),
        ("retook", "2025-09-15"),
        ("killing", "2025-11-04"),
        ("told", "2025-11-04"),
    ],
)
def test_each_happening_has_the_day_of_its_own_clause(report, word, day):
    assert report[word].when.span.edtf == day


def test_a_comment_on_a_raid_of_months_ago_is_not_of_the_news(report):
    assert report["blamed"].when.span.edtf != "2025-11-06"


def test_a_denial_of_a_claim_is_made_by_who_denies(report):
    assert (report["shot"].claim.status, report["denied"].claim.status) == ("alleged", "asserted")


def test_what_was_attempted_in_vain_was_not_done(report):
    assert report["deliver"].claim.status == "negated"


def test_the_premier_is_no_foreign_minister_told_of_before(report):
    assert "Idris Sall" not in {role.actor.name for role in report["told"].roles}


def test_who_is_told_of_talks_takes_no_part_in_them():
    text = (
        "The envoys of the Lund Front and the Dorma League met in Oslo. Briefing reporters after the meeting, the mediator, Ann "
        "Lee, said the date was open."
    )
    names = {
        role.actor.name for statement in told(text) if statement.trigger.text == "said" for role in statement.roles
    }
    claimed = {name for statement in told(text) for name in statement.claim.claimed_by}
    assert not any("reporters" in name for name in names | claimed)


def test_what_an_accord_provides_for_has_not_happened():
    text = (
        "The accord, signed in Doha on Monday, provides for the release of 40 prisoners and the withdrawal of troops."
    )
    status = {statement.trigger.text: statement.claim.status for statement in told(text)}
    assert {status.get("release"), status.get("withdrawal")} <= {None, "hypothetical"}


def test_the_united_nations_are_none_of_both_sides():
    text = (
        "The United Nations said that the Lund Front had shelled a market. The government denied it. The United Nations sent an "
        "envoy. The Lund Front blamed the government. Both sides accused each other of breaking the truce."
    )
    (statement,) = [one for one in told(text) if one.trigger.text == "accused"]
    assert "United Nations" not in {role.actor.name for role in statement.roles}


def test_bandits_who_seize_people_abduct_them():
    (statement,) = told("Bandits seized nine girls from a school in May.")
    assert (statement.type, statement.mode) == ("coerce", "abduct")


def test_the_day_behind_the_place_of_what_is_condemned_is_that_of_the_deed():
    text = "The envoys agreed to meet in Ankara in May and condemned the suicide bombing in Bajaur on Sunday, in which nine died."
    day = {one.trigger.text: one.when.span.edtf for one in told(text, PUBLISHED)}
    assert day["bombing"] == "2025-11-02" != day["condemned"]


def test_who_says_what_others_had_done_suggests_the_next_thing_himself():
    text = "General Ruben Ostrow said the plane had entered Chad's airspace and suggested that it might have been lost."
    (statement,) = [one for one in told(text, PUBLISHED) if one.trigger.text == "suggested"]
    assert [role.actor.name for role in statement.roles] == ["Ruben Ostrow"]


def test_two_states_that_only_meet_have_fought_no_war_with_each_other():
    text = (
        "Estonia and Georgia signed a protocol in Tallinn on Tuesday. The envoy thanked Estonia for its support since the war of "
        "August 2008, when Russian troops occupied a fifth of his country."
    )
    (war,) = [one for one in told(text, PUBLISHED) if one.trigger.text == "war"]
    assert "Estonia" not in {role.actor.name for role in war.roles}


def test_the_minister_is_no_president_told_of_before():
    text = "President Davit Berg of Chad arrived in Oslo on Monday. He met editors. The minister was received by the mayor."
    (received,) = [one for one in told(text, PUBLISHED) if one.trigger.text == "received"]
    assert "Davit Berg" not in {role.actor.name for role in received.roles}


def test_who_brokered_a_truce_tells_one_happening():
    text = "Premier Anwar Said of Chad, who brokered a ceasefire in July after five days of fighting, telephoned both leaders."
    found = {one.trigger.text: one.when.span.edtf for one in told(f"{REPORT}\n\n{text}", PUBLISHED)}
    assert "brokered" not in found
