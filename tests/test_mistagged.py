"""Verbs that the tagger takes for a noun, for a form of the present or for what describes a noun."""

import pytest

from timeline.intake.syntax import parse
from timeline.intake.text import text_document
from timeline.model.sentence import Token
from timeline.parser.sentences.mistagged import with_right_tags
from timeline.parser.sentences.repair import repaired
from timeline.parser.sentences.straight import straightened


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
        ("The baker was tear-gassed by the guard.", "gas", "VBN"),
        ("A court has since fixed bail at nine million yen.", "fix", "VBN"),
    ],
)
def test_the_verb_of_a_sentence_is_one(text: str, lemma: str, tag: str) -> None:
    assert [(root.lemma, root.tag, root.pos) for root in roots(text)] == [(lemma, tag, "VERB")]


@pytest.mark.parametrize(
    "text", ["A drill bit for wood.", "A guard chased them as far as the tram stop.", "The film was light-hearted."]
)
def test_what_is_a_noun_stays_one(text: str) -> None:
    sentences = parse(text_document(text))
    assert [with_right_tags(sentence) for sentence in sentences] == list(sentences)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Nine miners were slain near Kolwezi on Monday.", "VBN"),
        ("A guard was pistol-whipped on Friday.", "VBN"),
        ("Her last film was jeered in Cannes on Monday.", "VBN"),
        ("The sexton was tired on Friday.", "VBD"),
        ("The vote was well organised.", "VBD"),
        ("The baker was prepared to sell the mill on Monday.", "VBD"),
    ],
)
def test_what_was_done_to_somebody_is_the_verb_of_its_sentence(text: str, tag: str) -> None:
    mended = [straightened(with_right_tags(sentence)) for sentence in parse(text_document(text))]
    assert [token.tag for sentence in mended for token in sentence.tokens if token.head == token.index] == [tag]


@pytest.mark.parametrize(
    ("text", "word", "is_verb"),
    [
        ("Her fighters robbed banks, kidnapped ranchers and burned a bus.", "kidnapped", True),
        ("The colonel removed President Olga Brandt, dissolved parliament and closed the borders.", "dissolved", True),
        ("The mayor sold cakes, stolen bicycles and hats on Monday.", "stolen", False),
    ],
)
def test_the_second_verb_of_a_list_describes_no_noun(text: str, word: str, is_verb: bool) -> None:
    mended = [straightened(with_right_tags(sentence)) for sentence in parse(text_document(text))]
    (token,) = (token for sentence in mended for token in sentence.tokens if token.text == word)
    assert (token.pos == "VERB" and token.relation == "conj") is is_verb


@pytest.mark.parametrize(
    ("text", "word", "relation"),
    [
        ("Ana Ruiz called on supporters to march on the ministry.", "march", "xcomp"),
        ("Her men were held on suspicion of people smuggling.", "people", "compound"),
        ("The police spoke of people smuggling guns.", "people", "pobj"),
    ],
)
def test_what_supporters_are_called_on_to_do_and_a_trade_in_people_hang_where_they_belong(text, word, relation):
    mended = [repaired(sentence) for sentence in parse(text_document(text))]
    assert [token.relation for one in mended for token in one.tokens if token.text == word] == [relation]


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("Acme Air was founded in 1996 by shipping magnate Ramon Lund.", "shipping", "NN"),
        ("The cup was won in 1996 by beating holders Rovers.", "beating", "VBG"),
        ("The editor was arrested in May and held for five days.", "held", "VBN"),
        ("The railway was built in 1901 and nationalised in 1947.", "nationalised", "VBN"),
        ("The editor was arrested in May and sold his paper.", "sold", "VBD"),
        ("The editor was wounded in May and died in June.", "died", "VBD"),
    ],
)
def test_trades_and_what_was_also_done_to_somebody_are_tagged_as_such(text: str, word: str, tag: str) -> None:
    mended = [repaired(sentence) for sentence in parse(text_document(text))]
    assert [token.tag for sentence in mended for token in sentence.tokens if token.text == word] == [tag]
