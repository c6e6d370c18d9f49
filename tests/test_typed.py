"""Likeness: what no row settles gets the type of clauses of the same meaning. No row and no prototype has these verbs."""

from dataclasses import replace

import pytest

from benchmarks import typed as learning
from benchmarks.typed import clauses, digest
from timeline.intake.syntax import parse_all
from timeline.intake.text import text_document
from timeline.lexicon import parse_rows, rows
from timeline.model.statement import Statement
from timeline.model.types import TYPE_NAMES
from timeline.parser.actors.cast import Cast
from timeline.parser.mentions import typed
from timeline.parser.mentions.mentions import find_mentions
from timeline.parser.read import read
from timeline.parser.sentences.tree import Tree
from timeline.vectors import meanings, weights

UNSEEN = {
    "A hovercraft cartwheeled into a jetty on 3 May 2024.": "accident",
    "A Kenyan miler outkicked the world champion on 3 May 2024.": "sport",
    "The brewer canned its cheaper ale on 3 May 2024.": "business",
    "Envoys of both kingdoms confabulated in Oslo on 3 May 2024.": "consult",
    "Marshals frogmarched the dissident to a cell on 3 May 2024.": "coerce",
    "The countess birthed triplets on 3 May 2024.": "birth",
}
PLAIN = {
    "Grandmothers knitted scarves on 3 May 2024.",
    "The carpenter varnished the pews on 3 May 2024.",
    "The tourists photographed the fountain on 3 May 2024.",
}
SETTLED = {
    "The singer married a goalkeeper on 3 May 2024.": "other",
    "Rebels bombed a stadium on 3 May 2024.": "assault",
}


@pytest.fixture(scope="module")
def told() -> dict[str, Statement]:
    """The first Statement of each text."""
    texts = [*UNSEEN, *PLAIN, *SETTLED]
    parsed = parse_all([text_document(text, external_id=text) for text in texts])
    return {text: read(*one)[0] for text, one in zip(texts, parsed, strict=True)}


@pytest.mark.parametrize("text", UNSEEN)
def test_a_deed_that_no_row_knows_has_the_type_of_what_it_is_like(text: str, told: dict[str, Statement]) -> None:
    assert told[text].type == UNSEEN[text]


@pytest.mark.parametrize("text", sorted(PLAIN))
def test_a_deed_that_is_like_none_of_the_types_stays_without_one(text: str, told: dict[str, Statement]) -> None:
    assert told[text].type == "other"


@pytest.mark.parametrize("text", SETTLED)
def test_what_a_row_settles_is_left_as_it_is(text: str, told: dict[str, Statement]) -> None:
    assert told[text].type == SETTLED[text]


def test_in_a_longer_text_a_row_that_is_often_wrong_is_only_one_voice(monkeypatch) -> None:
    (parsed,) = parse_all([text_document("Rebels bombed a stadium. Police suspended the striker.", external_id="s")])
    trees = [Tree(sentence) for sentence in parsed[1]]
    found = [mention for tree in trees for mention in find_mentions(tree, Cast(trees))]
    weak = replace(found[0], row=replace(found[0].row, type="birth", place="triggers-conflict.txt:1"))
    firm = replace(weak, row=replace(weak.row, place="triggers-politics.txt:1"))
    monkeypatch.setattr(typed, "likeliest", lambda *_: ("assault", 0.9, typed.LEAD - 0.01))
    assert [one.row.type for one in typed.with_types([weak], is_story=True)] == ["assault"]
    assert [one.row.type for one in typed.with_types([weak], is_story=False)] == ["birth"]
    assert [one.row.type for one in typed.with_types([firm], is_story=True)] == ["birth"]
    monkeypatch.setattr(typed, "likeliest", lambda *_: ("assault", 0.9, typed.LEAD))
    assert [one.row.type for one in typed.with_types([firm], is_story=True)] == ["assault"]
    assert [one.row.type for one in typed.with_types([firm], is_story=False)] == ["birth"]


@pytest.mark.parametrize(("chance", "kind"), [(typed.SURE - 0.01, "other"), (typed.SURE + 0.01, "assault")])
def test_a_type_that_is_not_likely_is_not_served(monkeypatch, chance: float, kind: str) -> None:
    (parsed,) = parse_all([text_document("A miller cartwheeled a hovercraft on 3 May 2024.", external_id="s")])
    monkeypatch.setattr(typed, "likeliest", lambda *_: ("assault", chance, chance))
    assert [one.type for one in read(*parsed)] == [kind]


@pytest.mark.parametrize(("kind", "is_doubted"), [("crime", True), ("aid", False)])
def test_in_a_longer_text_no_deed_is_called_a_crime_on_less_than_even_odds(
    monkeypatch, kind: str, is_doubted: bool
) -> None:
    (parsed,) = parse_all([text_document("A miller cartwheeled a hovercraft on 3 May 2024.", external_id="s")])
    trees = [Tree(sentence) for sentence in parsed[1]]
    found = [mention for tree in trees for mention in find_mentions(tree, Cast(trees))]
    monkeypatch.setattr(typed, "likeliest", lambda *_: (kind, typed.EVEN - 0.01, typed.EVEN))
    assert [one.is_guessed for one in typed.with_types(found, is_story=True)] == [is_doubted]
    assert [one.is_guessed for one in typed.with_types(found, is_story=False)] == [False]


def test_what_is_learnt_tells_apart_what_traits_and_company_tell_apart() -> None:
    nothing = learning.vectors_of([[]] * len(typed.SHARES))
    told = {kind: typed.company({kind: 4, "other": 1}, "other") for kind in ("sport", "crime")}
    cases = [learning.Case((f"l={kind}",), nothing, kind, told[kind]) for kind in told for _ in range(300)]
    weights = learning.learn(cases)
    for kind, company in told.items():
        scores = weights.scores([f"l={kind}"], [], weights.said_beside(company))
        alone = weights.scores([], [], weights.said_beside(company))
        assert weights.labels[int(scores.argmax())] == weights.labels[int(alone.argmax())] == kind


def test_no_words_mean_nothing() -> None:
    assert not meanings().of([]).any()


def test_a_word_is_known_by_its_pieces_and_is_of_length_one() -> None:
    vector = meanings().of(["frogmarched"])
    assert float(vector @ vector) == pytest.approx(1)


def test_the_weights_were_learnt_from_the_prototypes_as_they_stand() -> None:
    assert weights().learnt_from == digest(), "prototypes.txt has changed: ./run.sh bench typed"


def test_each_type_has_clauses_and_each_clause_a_type() -> None:
    assert {row["type"] for row in rows("prototypes")} == TYPE_NAMES
    assert set(weights().labels) == TYPE_NAMES


def test_a_row_of_clauses_takes_its_words_in_step() -> None:
    row = parse_rows("type | clause\naid | nuns/monks fed/clothed/led_out the poor", "x.txt")[0]
    assert list(clauses(row)) == ["Nuns fed the poor.", "Monks clothed the poor.", "Nuns led out the poor."]


def test_the_words_that_a_remark_is_made_in_turn_nothing_down(monkeypatch) -> None:
    (parsed,) = parse_all([text_document("Anna Blau said the mill was old.", external_id="s")])
    trees = [Tree(sentence) for sentence in parsed[1]]
    found = [mention for tree in trees for mention in find_mentions(tree, Cast(trees))]
    monkeypatch.setattr(typed, "likeliest", lambda *_: ("reject", 0.9, 0.9))
    assert [one.row.type for one in typed.with_types(found, is_story=True)] == ["statement"]
