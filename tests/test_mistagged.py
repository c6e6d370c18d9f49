"""Verbs that the tagger takes for a noun, for a form of the present or for what describes a noun."""

import pytest

from timeline.intake.syntax import parse
from timeline.intake.text import text_document
from timeline.model.sentence import Token
from timeline.parser.sentences.mistagged import with_right_tags


def roots(text: str) -> list[Token]:
    sentences = parse(text_document(text))
    return [token for s in sentences for token in with_right_tags(s).tokens if token.head == token.index]


@pytest.mark.parametrize(
    ("text", "lemma", "tag"),
    [
        ("The Ministry apologises for the error.", "apologise", "VBZ"),
        ("The council thanks the Red Cross for its help.", "thank", "VBZ"),
        ("Halden's men host Tonga next Saturday without their captain.", "host", "VBP"),
        ("Her crew clung to the hull until dawn.", "cling", "VBD"),
        ("A dog bit the postman.", "bite", "VBD"),
        ("Church bells rang across Hull at noon.", "ring", "VBD"),
        ("The regulator has since begun proceedings.", "begin", "VBN"),
        ("A court has since fixed bail at nine million yen.", "fix", "VBN"),
    ],
)
def test_the_verb_of_a_sentence_is_one(text: str, lemma: str, tag: str) -> None:
    assert [(root.lemma, root.tag, root.pos) for root in roots(text)] == [(lemma, tag, "VERB")]


@pytest.mark.parametrize("text", ["A drill bit for wood.", "A guard chased them as far as the tram stop."])
def test_what_is_a_noun_stays_one(text: str) -> None:
    sentences = parse(text_document(text))
    assert [with_right_tags(sentence) for sentence in sentences] == list(sentences)
