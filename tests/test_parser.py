"""What the parser promises beyond the corpus: purity, offsets, no year from nowhere, bounds that never contradict."""

import datetime
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.telling import PUBLISHED, corpus, one, told
from timeline.intake.record import record_document
from timeline.intake.syntax import parse, parse_all
from timeline.intake.text import text_document
from timeline.model.document import Block, BlockKind, Document
from timeline.model.sentence import Sentence, Token
from timeline.model.statement import RoleName, Statement
from timeline.parser.read import read
from timeline.parser.sentences.repair import repaired
from timeline.parser.sentences.straight import straightened

HERE = Path(__file__).parent
STORY = """\
Border fire and talks

ANKARA – Fighting broke out between Turkish and Syrian troops, starting with a raid on a Turkish post on October 11. Ankara demanded
that Damascus pull back its guns.

Talks in Muscat produced a brief truce, followed by negotiations in Amman brokered by Oman. The truce collapsed last week.
"""


@pytest.fixture(scope="module")
def corpus_told() -> list[tuple[Document, tuple[Statement, ...]]]:
    """The documents of the corpus with what they tell, read once."""
    documents = [record_document(json.loads(line), place="corpus") for line in corpus()]
    return [(document, read(document, sentences)) for document, sentences in parse_all(documents)]


def test_every_offset_stands_at_its_words(corpus_told):
    for document, statements in corpus_told:
        for statement in statements:
            trigger = statement.trigger
            assert document.body[trigger.start : trigger.end] == trigger.text
            assert document.body[statement.start : statement.end] == statement.sentence
            assert statement.start <= trigger.start < trigger.end <= statement.end
            if statement.when.start is not None and " and " not in str(statement.when.text):
                assert document.body[statement.when.start :].startswith(str(statement.when.text).split(" ")[0])


def test_bounds_are_never_the_wrong_way_round(corpus_told):
    for _, statements in corpus_told:
        for statement in statements:
            span = statement.when.span
            if span.start_earliest is not None and span.end_latest is not None:
                assert span.start_earliest <= span.end_latest


def test_reading_twice_is_reading_once():
    assert told(STORY) == told(STORY)


def test_without_a_publication_date_nothing_gets_a_year():
    for statement in told(STORY, published=None):
        assert statement.when.span.earliest is None
        assert statement.when.span.latest is None


def test_a_day_without_a_year_stays_one():
    assert one(STORY, "raid", published=None).when.span.edtf == "XXXX-10-11"
    assert one(STORY, "raid").when.span.edtf == "2025-10-11"


def test_undated_talks_lie_between_the_fighting_and_publication():
    first, second = one(STORY, "Talks"), one(STORY, "negotiations")
    assert first.when.span.edtf == second.when.span.edtf == "[2025-10-11..2025-10-29]"
    assert first.when.basis == "ordered"
    assert first.when.because_earliest == "talks follow the hostilities they are to end"


def test_who_brokers_is_a_mediator_and_a_town_is_no_actor():
    roles = {role.actor.name: role.name for role in one(STORY, "negotiations").roles}
    assert roles["Oman"] is RoleName.MEDIATOR
    assert "Muscat" not in {role.actor.name for role in one(STORY, "Talks").roles}


def test_talks_that_name_nobody_are_of_the_sides_told_of_last():
    assert [role.actor.name for role in one(STORY, "Talks").roles] == ["Turkey", "Syria"]
    assert one(STORY, "Talks").place.name == "Muscat"


def test_a_capital_that_acts_is_its_state():
    demand = one(STORY, "demanded")
    assert [(role.actor.name, role.name.value) for role in demand.roles] == [("Turkey", "agent"), ("Syria", "target")]


def test_a_headline_is_not_told():
    assert all(statement.start > STORY.index("ANKARA") for statement in told(STORY))


def test_a_text_in_another_language_tells_nothing():
    german = "Die Regierung hat am Montag die Grenze geschlossen und den Botschafter aus der Stadt ausgewiesen. Das teilte sie mit."
    assert told(german) == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200))
def test_no_text_makes_the_parser_fail(text):
    document = Document(text, (Block(BlockKind.TEXT, 0, len(text)),), published=PUBLISHED)
    for statement in read(document, parse(document)):
        assert text[statement.trigger.start : statement.trigger.end] == statement.trigger.text


@pytest.mark.parametrize("text", ["Mill to close, say unions", "Fire kills nine, report officials", "So say critics"])
def test_a_subject_may_be_the_last_word(text):
    assert isinstance(told(text), tuple)


def test_a_tree_put_right_has_no_circle():
    crooked = [  # 'Peru, over a fire moving north, sent crews', where 'over' hangs on 'moving'
        ("Peru", "PROPN", "NNP", 5, "nsubj"),
        (",", "PUNCT", ",", 5, "punct"),
        ("over", "ADP", "IN", 5, "prep"),
        ("a", "DET", "DT", 4, "det"),
        ("fire", "NOUN", "NN", 2, "pobj"),
        ("moving", "VERB", "VBG", 7, "nsubj"),
        (",", "PUNCT", ",", 7, "punct"),
        ("sent", "VERB", "VBD", 7, "ROOT"),
        ("crews", "NOUN", "NNS", 7, "dobj"),
    ]
    tokens = tuple(
        Token(index, word, 8 * index, 8 * index + len(word), word, pos, tag, head, relation, "", False)
        for index, (word, pos, tag, head, relation) in enumerate(crooked)
    )
    mended = straightened(Sentence(0, 0, 80, BlockKind.TEXT, 0, tokens)).tokens
    assert mended[0].head == 7
    assert all(token.index not in above(mended, token) for token in mended if token.head != token.index)


def above(tokens: tuple[Token, ...], token: Token) -> list[int]:
    """The indices that a token hangs on, up to as many as there are tokens."""
    found = []
    while token.head != token.index and len(found) < len(tokens):
        token = tokens[token.head]
        found.append(token.index)
    return found


def test_what_is_too_long_for_a_sentence_is_passed_over():
    endless = "and police arrested a man in Bergen on Saturday " * 40
    document = text_document(f"{endless}. Police arrested a man in Oslo.", published=datetime.date(2024, 3, 4))
    told = read(document, parse(document))
    assert [each.place.name for each in told if each.place] == ["Oslo"]


def test_a_length_before_after_and_a_clause_makes_no_circle():
    text = (
        "The guns were silent along the border on Tuesday, a day after a truce between the two armies came into force."
    )
    (sentence,) = (repaired(one) for one in parse(text_document(text)))
    heads = [token.head for token in sentence.tokens]
    for start in range(len(heads)):
        above = start
        for _ in heads:
            above = heads[above]
        assert heads[above] == above
