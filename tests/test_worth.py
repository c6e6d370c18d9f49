"""Worth: what a longer text tells though no rule takes it, by learnt weights, and what rules take though hardly anybody tells."""

import pytest

from benchmarks import worth as learning
from tests.telling import told
from timeline.intake.syntax import parse_all
from timeline.intake.text import text_document
from timeline.parser.actors.cast import Cast
from timeline.parser.mentions import worth
from timeline.parser.mentions.mentions import any_verb
from timeline.parser.mentions.scene import Scene
from timeline.parser.mentions.worth import logistic, settled
from timeline.parser.sentences.tree import Tree
from timeline.vectors import telling

LAUNCH = (
    "The harbour pilot Jonas Brekke walked away with a broken wrist on Tuesday after his launch struck a pontoon at Sandvik. "
    "He rang for help himself, and two fishermen hauled him aboard. Brekke, who is 54, had been heckled at a meeting of the port "
    "council the night before. The council's chairman, Erik Lund, told him to resign. The pontoon is owned by a salmon farm that "
    "has never lit it. Lund knows the coast well and likes to say that a good pilot needs no lamp."
)


@pytest.fixture
def by_rules_alone(monkeypatch):
    set_bar(monkeypatch, 2.0)
    monkeypatch.setattr(worth, "SPARE", 0.0)


def set_bar(monkeypatch, bar):
    monkeypatch.setattr(worth, "BAR", bar)
    monkeypatch.setattr(worth, "LOW", bar)


def triggers(text):
    return [statement.trigger.text for statement in told(text)]


def test_a_deed_that_no_rule_takes_is_told_in_a_longer_text():
    assert "hauled" in triggers(LAUNCH)


@pytest.mark.xfail(strict=True, reason="its learnt type is no longer a use of force, which rules leave out")
@pytest.mark.usefixtures("by_rules_alone")
def test_the_rules_alone_leave_it_out():
    assert "hauled" not in triggers(LAUNCH)


@pytest.mark.parametrize("word", ["owned", "knows", "likes", "say", "needs", "lit"])
def test_what_is_no_deed_stays_out(word):
    assert word not in triggers(LAUNCH)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("A wave broke over the pier and killed two anglers and injured a third.", "injured"),
        ("The coast guard held talks with the council on Wednesday.", "held"),
        ("The lamp has become a symbol of the quarrel.", "become"),
        ("Lund opened the fair on Friday and went on to thank the crews.", "went"),
        ("The dispute turned into a feud of the two families.", "turned"),
        ("The pier remained shut on Wednesday.", "shut"),
        pytest.param(
            "Lund portrayed it as bad luck.",
            "portrayed",
            marks=pytest.mark.xfail(strict=True, reason="of another type since types are learnt from marked news"),
        ),
        ("A nurse spoke on condition of anonymity.", "spoke"),
        ("Every morning for nine years Lund has walked his dogs along the pier.", "walked"),
    ],
)
def test_parts_of_what_is_told_states_and_habits_stay_out(sentence, word):
    statements = told(f"{LAUNCH} {sentence}")
    assert [one for one in statements if one.trigger.text == word and one.start > len(LAUNCH)] == []


RISING = (
    "Gunmen blew up two bridges near Kolda on Monday and police arrested nine men. Rebels burned a mill at Ziguinchor on Tuesday, "
    "killing its owner, and seized forty tons of rice. On Wednesday rebels freed the nine men and shot a warder. The president "
    "sacked the interior minister, closed the border and declared a curfew. Opposition leaders held a march on Thursday."
)


@pytest.mark.parametrize(
    ("sentence", "word", "count"),
    [
        ("The government may pay compensation to the millers.", "pay", 1),
        ("A wet mill can pay for its roof.", "pay", 0),
        ("Customs officers checked every lorry at the bridge.", "checked", 1),
        ("Customs officers have checked lorries every week.", "checked", 0),
        ("Both governments have agreed to meet every Monday.", "agreed", 1),
    ],
)
def test_what_may_come_is_told_where_much_is_told_and_how_many_is_not_how_often(sentence, word, count):
    assert [one.trigger.text for one in told(f"{RISING} {sentence}")].count(word) == count


def test_a_flash_is_told_by_rules_alone(monkeypatch):
    flash = "He rang for help himself, and two fishermen hauled him aboard."
    before = triggers(flash)
    set_bar(monkeypatch, 0.0)
    assert triggers(flash) == before


def test_all_verbs_are_told_when_the_bar_is_nothing(monkeypatch):
    set_bar(monkeypatch, 0.0)
    assert {"owned", "hauled", "knows"} <= set(triggers(LAUNCH))


@pytest.mark.parametrize(
    ("sentence", "word", "is_deed"),
    [
        ("Guinea shared a border with both provinces.", "shared", False),
        ("Guinea shared a hut with both provinces.", "shared", True),
        ("The town hall put the damage at nine million.", "put", False),
        ("Guinea took part in the games in 1961.", "took", False),
        ("The firm declined to comment.", "declined", True),
    ],
)
def test_what_is_no_deed_with_its_object_is_not_told_however_likely(sentence, word, is_deed):
    (parsed,) = parse_all([text_document(sentence)])
    tree = Tree(parsed[1][0])
    scene = Scene(tree, Cast([tree]), tree.lemmas)
    index = next(token.index for token in tree if token.text == word)
    assert (any_verb(scene, index) is not None) == is_deed


def test_what_is_less_likely_than_spare_ones_is_left_out_unless_somebody_with_a_name_takes_part(monkeypatch):
    set_bar(monkeypatch, 2.0)
    by_rules = told(LAUNCH)
    monkeypatch.setattr(worth, "SPARE", 1.0)
    kept = told(LAUNCH)
    assert 0 < len(kept) < len(by_rules)
    assert all(any(role.actor.name[:1].isupper() for role in statement.roles) for statement in kept)


REPORT = (
    "A tram left its rails at Hafnertor in Graz on Monday and struck a kiosk, killing its owner. Firemen freed the driver, who was "
    "flown to hospital. Police arrested two boys who had laid a chain on the track. The line was closed for nine hours. The mayor, "
    "Petra Huber, visited the injured and ordered a review of all crossings. The works council called a strike for Friday. A bus "
    "hired in its place broke down on the ring road an hour later. "
)
ESSAY = (
    "Graz has loved its trams for a century, and their red cars belong to the town like its clock. They are slow, they rattle, and "
    "in summer they are too hot. Children like to wave at the drivers, and the drivers wave back. The mayor, Petra Huber, thinks "
    "that buses cost less, and many agree with her, but whoever has a garden by the line will tell you that a bus smells. It is "
    "hard to say what comes next. The works council fears for its jobs. "
)


@pytest.mark.parametrize(
    ("sentence", "word"), [("The council wants a lower speed.", "wants"), ("Her deputy shrugged.", "shrugged")]
)
def test_a_text_of_one_deed_after_another_tells_what_one_on_how_things_are_leaves_out(sentence, word):
    assert word in triggers(REPORT + sentence)
    assert word not in triggers(ESSAY + sentence)


@pytest.mark.parametrize(
    "sentence", ["Nobody lit the lamps that night.", "The inquest heard that the brakes had failed."]
)
def test_what_was_not_done_and_who_only_heard_of_it_stay_out_of_it(sentence):
    assert {"lit", "heard"}.isdisjoint(triggers(REPORT + sentence))


def test_the_bar_is_low_where_much_is_told():
    assert worth.bar_of([0.9, 0.8, 0.2, 0.7]) == worth.LOW < worth.bar_of([0.9, 0.1, 0.2, 0.1]) == worth.BAR


def test_statements_stay_in_the_order_of_the_text():
    starts = [statement.trigger.start for statement in told(LAUNCH)]
    assert starts == sorted(starts)


def test_a_deed_weighs_more_than_what_is_said():
    weights = {statement.trigger.text: statement.salience for statement in told(LAUNCH)}
    assert weights["walked"] > weights["told"]


def test_odds_of_usual_texts_stay_nearly_as_they_are():
    odds = [2.0, 1.0, 0.5, -0.3, -2.0]
    assert settled(odds, 0.57) == pytest.approx([logistic(one) for one in odds], abs=0.03)


def test_in_a_text_that_tells_little_each_word_is_less_likely_and_in_one_that_tells_much_more():
    little, much = settled([-2.0] * 60 + [0.2], 0.57), settled([2.0] * 60 + [0.2], 0.57)
    assert little[-1] < logistic(0.2) < much[-1]


def test_few_words_move_little():
    few, many = settled([-2.0] * 3, 0.57), settled([-2.0] * 90, 0.57)
    assert many[0] < few[0] < logistic(-2.0)


def case(*clues, is_wanted):
    return learning.Case("t", "do", True, clues, (), False, is_wanted)


def test_what_is_learnt_tells_apart_what_clues_tell_apart():
    cases = [case("past", is_wanted=True), case("past", is_wanted=True), case("present", is_wanted=False)] * 20
    weights = learning.learn(cases)
    assert weights.names["past"] > 0 > weights.names["present"]
    past, present = (weights.odds(weights.weight([name]), "do", is_verb=True) for name in ("past", "present"))
    assert past > 1 > 0 > present
    assert weights.share == pytest.approx(2 / 3)


def test_clues_weigh_as_much_in_any_order():
    names = [*telling().names]
    assert telling().weight(names) == telling().weight(names[::-1]) == sum(telling().weight([name]) for name in names)


def test_a_clue_that_is_rare_is_not_learnt():
    cases = [case("past", is_wanted=True), case("present", is_wanted=False)] * 5
    assert "odd" not in learning.learn([*cases, case("odd", is_wanted=True)]).names
