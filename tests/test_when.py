"""When it was: the day that belongs to a happening, and what was before what."""

import datetime

import pytest

from tests.telling import one, told
from timeline.chronology.order import earlier_and_later
from timeline.model import edtf
from timeline.model.statement import Relation
from timeline.model.time import When
from timeline.parser.anchor.dating import move


def test_the_latest_round_was_no_earlier_than_the_one_told_before():
    text = "Chad and Libya met in Rome on 3 March 2025. The latest talks brought no result, a minister said."
    assert one(text, "talks").when.span.edtf == "[2025-03-03..2025-10-29]"


def test_the_date_of_saying_does_not_date_what_is_said():
    assert one("Police said on Tuesday that gunmen attacked the post.", "attacked").when.span.edtf == "[..2025-10-28]"


def test_a_length_of_time_counts_from_the_other_happening():
    text = "Three days after the bombing of 3 March 2024, police arrested a plumber."
    assert one(text, "arrested").when.span.edtf == "2024-03-06"


def test_in_a_part_of_a_month_it_was_once_and_throughout_it_on_every_day():
    once = one("Rebels attacked a barracks in early October 2024.", "attacked").when.span
    assert (once.edtf, once.precision, once.core) == ("[2024-10-01..2024-10-10]", "month", None)
    assert edtf.parse(str(once), precision=once.precision) == once
    always = one("It rained in Ansa throughout early October 2024.", "rained").when.span
    assert always.precision == "interval"
    assert always.core is not None


def test_a_bound_that_would_contradict_is_left_alone():
    known = When(edtf.parse("[2025-10-11..2025-10-20]"), "ordered")
    assert move(known, earliest=edtf.parse("2025-10-25"), because="after") == known


def test_a_stay_of_millions_of_days_says_nothing():
    assert str(one("Miners ended a 900000-day strike on Monday.", "strike").when.span) == "2025-10-27"


@pytest.mark.parametrize(
    ("opening", "wanted"),
    [
        ("In the second quarter of 2019 Tarn opened a mill.", "[..2025-10-29]"),
        ("Tarn published its results for the second quarter of 2019.", "2019-04/2019-06"),
    ],
)
def test_figures_are_of_a_quarter_whose_figures_are_told(opening, wanted):
    assert str(one(f"{opening} Sales of umbrellas rose by a tenth.", "rose").when.span) == wanted


@pytest.mark.parametrize(
    ("text", "first", "second", "sieve"),
    [
        ("The mayor resigned on Monday. He had quarrelled with the council.", "quarrelled", "resigned", "aspect"),
        ("Rebels attacked the town. Later they signed a truce.", "attacked", "signed", "adverb"),
        ("The second round was held in Oslo. The first round was held in Bern.", "first", "second", "series"),
        ("Rebels attacked the town. Minutes later a bomb exploded.", "attacked", "exploded", "hours"),
        ("Acme has sold its mine. A fire killed nine men there in 2009. Ann Lee said it was too late.", "fire", "sold", "news"),
        ("Acme has sold its mine. It had bought it in 2009. Ann Lee said it was too late.", "sold", "said", "news"),
        ("Acme has sold its mine. It closed a mill in March. Ann Lee said it was too late.", "closed", "sold", "news"),
        ("Acme has sold its mine, it said on Tuesday. It closed a mill in March.", "closed", "sold", "news"),
    ],
)  # fmt: skip
def test_a_sieve_puts_what_it_reads_in_order(text, first, second, sieve):
    statements = told(text)
    assert (first, second, sieve) in [
        (pair[0], pair[1], link.sieve)
        for number, one in enumerate(statements)
        for link in one.links
        if (pair := _pair(statements, number, link))
    ]


def test_a_part_is_within_its_whole_and_not_the_whole_within_it():
    whole, part = told("Workers held protests, culminating in a march on 3 May 2024.")
    (of_whole,), (of_part,) = whole.links, part.links
    assert (of_part.relation, of_part.is_strong) == (Relation.DURING, True)
    assert (of_whole.relation, of_whole.is_strong) == (Relation.DURING, False)


@pytest.mark.parametrize(
    ("lead", "is_newer"),
    [
        ("Acme has named Ann Lee its chief.", True),
        ("For a century Acme has fed the town.", False),
        ("Prices have been rising for milk.", False),
        ("Acme has banned two miners for ten years.", True),
    ],
)
def test_news_is_newer_than_what_it_looks_back_to_unless_it_lasts(lead, is_newer):
    first = told(f"{lead} It opened a mine in March 2024. Ann Lee said it was too late.")[0]
    assert (str(first.when.span) == "[2024-03..2025-10-29]") == is_newer


@pytest.mark.parametrize("text", [
    "The mayor met the miners on 3 May 2024. She protested by walking out of the hall.",
    "The mayor met the miners on 3 May 2024. She began to shout.",
])  # fmt: skip
def test_means_and_infinitives_go_on_with_the_verb_that_they_hang_on(text):
    last = told(text, datetime.date(2024, 5, 7))[-1]
    assert last.when.span.start_earliest == datetime.date(2024, 5, 3).toordinal()


def test_a_history_is_no_news():
    statements = told(
        "Acme was a maker of lorries. Two brothers built its mill by hand. It sold its first lorry in 1952."
    )
    assert not [link for one in statements for link in one.links if link.sieve == "news"]


def _pair(statements, number, link):
    """The words of the earlier and of the later; 'first' for 'the first round'."""
    found = earlier_and_later(number, link)
    return found and tuple(_word(statements[one]) for one in found)


def _word(statement):
    if statement.series is None:
        return statement.trigger.text
    return statement.sentence.split()[1]


def test_telling_order_bounds_nothing():
    first, second = told("Soldiers stormed the camp on 3 May 2024 and burned it.")
    (link,) = second.links
    assert (link.sieve, link.is_strong) == ("narrative", False)
    assert not first.when.because_latest


@pytest.mark.parametrize(
    "text",
    [
        "Last year's runner-up, Chen Wei, withdrew with a fever.",
        "Police arrested Sunday's driver.",
        "Yesterday's gunman was shot dead.",
        "Last month's winners, Norway, beat Peru 3-1.",
        "Tuesday's winner, Ana Ruiz, thanked her coach.",
    ],
)
def test_the_day_of_whom_somebody_was_is_not_that_of_what_they_do(text):
    found = told(text)
    assert found
    assert {each.when.basis for each in found} == {"published"}
    assert not any("'s " in role.actor.name for each in found for role in each.roles)


@pytest.mark.parametrize(
    "text", ["Last summer's floods destroyed the mill.", "Sunday's storm, Irmela, tore up a pier in Grenada."]
)
def test_a_happening_has_its_own_day(text):
    assert {each.when.basis for each in told(text)} == {"resolved"}


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("Rebels shelled the port for a third day on Monday.", "shelled", "2025-10-27"),
        ("Police searched the wood for a fifth straight day on Sunday.", "searched", "2025-10-26"),
        (
            "The state said its troops had retaken two villages, Deba and Kol, on Sunday; a rebel spokesman denied it.",
            "retaken",
            "2025-10-26",
        ),
    ],
)
def test_the_day_that_is_named_is_the_day(text, trigger, date):
    assert one(text, trigger).when.span.edtf == date


@pytest.mark.parametrize(
    ("text", "headline", "date", "place"),
    [
        (
            "The ceasefire reached in Doha ten days ago formally remains in place.",
            "Ceasefire reached in Doha",
            "2025-10-19",
            "Doha",
        ),
        ("The deal struck in Oslo last week still holds.", "Deal struck in Oslo", "[2025-10-20..2025-10-26]", "Oslo"),
        ("The accord signed in Lima in May has held so far.", "Accord signed in Lima", "2025-05", "Lima"),
        ("The blockade declared on Monday still stands.", "Blockade declared", "2025-10-27", None),
        ("A pact signed in Minsk in 2015 has not survived.", "Pact signed in Minsk", "2015", "Minsk"),
    ],
)
def test_what_still_holds_is_of_the_day_on_which_it_was_made(text, headline, date, place):
    (found,) = told(text)
    assert (found.headline, found.when.span.edtf, found.place and found.place.name) == (headline, date, place)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor resigned on Sunday and now lives in Rome.",
        "The bank collapsed last week, leaves nine branches and no heir.",
    ],
)
def test_what_was_done_then_and_is_done_now_is_done_by_one(text):
    assert one(text, "resigned" if "resigned" in text else "collapsed").when.basis == "resolved"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Chad and Libya agreed to an immediate ceasefire on Monday after a day of talks", "agreed"),
        ("The two sides agreed to an exchange of prisoners on Monday", "agreed"),
        ("The court ordered an inquiry into the fire on Monday", "ordered"),
    ],
)
def test_the_day_behind_what_was_granted_is_that_of_the_grant(text, trigger):
    assert str(one(f"{text}, the ministry said. {TOWN}", trigger).when.span) == "2025-10-27"


TOWN = """The town of Harn lies between two rivers and has a brewery, a cathedral and a market where farmers from the hills
sell cheese, honey, wool and apples. Its people speak a dialect that few outsiders follow, and its club, which miners founded,
plays in green shirts. The museum holds coins, swords and a stuffed bear that delights children every summer."""
