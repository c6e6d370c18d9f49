"""Repair: what the small model of English reads wrong in the same way each time, put right before anything is read from it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.model.document import Sentence, Token
from timeline.parser import places
from timeline.parser.roster import genders

AGE = ("-", "year", "-")
SUBJECT = "nsubj"
SCORE = re.compile(r"\d+[-–—]\d+")
NAMING = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT"})
PARTICLES = frozenset("do da de dos das del della di du van von der den ter zu bin ibn al el la le los".split())
# Demonyms that are only nouns: what follows is somebody's name.
PERSONAL = frozenset(
    "Spaniard Dane Swede Finn Pole Briton Frenchman Frenchwoman Englishman Englishwoman Welshman Scotsman Scot Irishman "
    "Irishwoman Dutchman Dutchwoman Turk Serb Croat Slovene Slovak Czech".split()
)


def repaired(sentence: Sentence) -> Sentence:
    """The Sentence, its names and its tree mended where need be; most are returned as they are."""
    tokens = _with_names(sentence.tokens)
    if tokens is not sentence.tokens:
        sentence = replace(sentence, tokens=tokens)
    ages = [token.index for token in sentence.tokens if token.text == "old" and _is_aged(sentence, token.index)]
    for index in ages:
        sentence = _with_aged_subject(sentence, index)
    scores = [token.index for token in sentence.tokens if "0" <= token.text[:1] <= "9" and SCORE.fullmatch(token.text)]
    for index in scores:
        sentence = _with_loser(sentence, index)
    return sentence


def _with_loser(sentence: Sentence, index: int) -> Sentence:
    """'hammered Vik 6–0', where the result is taken for the noun that 'Vik' describes."""
    score = sentence.tokens[index]
    before = sentence.tokens[index - 1] if index else score
    if before.head != index or before.relation not in {"compound", "nmod", "amod"} or before.pos != "PROPN":
        return sentence
    mended = [
        replace(before, head=score.head, relation=score.relation)
        if token is before
        else replace(score, head=before.index, relation="npadvmod", pos="NUM", tag="CD")
        if token is score
        else replace(token, head=before.index)
        if token.head == index and token.index < index
        else token
        for token in sentence.tokens
    ]
    return replace(sentence, tokens=tuple(mended))


def _is_aged(sentence: Sentence, index: int) -> bool:
    """The last word of '34-year-old'."""
    return index > 3 and tuple(token.text for token in sentence.tokens[index - 3 : index]) == AGE


def _with_aged_subject(sentence: Sentence, index: int) -> Sentence:
    """'The 34-year-old joined in May', where 'joined' is taken for a participle and the player for its adjective."""
    old, verb = sentence.tokens[index], sentence.tokens[sentence.tokens[index].head]
    if old.relation != "amod" or verb.index != index + 1 or verb.pos not in {"VERB", "AUX"}:
        return sentence
    mended = {
        index: replace(old, relation=SUBJECT, pos="NOUN", tag="NN"),
        verb.index: replace(verb, tag="VBD" if verb.tag == "VBN" else verb.tag),
    }
    article = sentence.tokens[index - 5] if index >= 5 else None
    if article is not None and article.relation == "det":
        mended[article.index] = replace(article, head=index)
    tokens: list[Token] = [mended.get(token.index, token) for token in sentence.tokens]
    return replace(sentence, tokens=tuple(tokens))


def _with_names(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    mended: dict[int, Token] = {}
    for token in tokens:
        if token.text[:1].isdigit() and token.entity in NAMING:
            mended.update(_without_score(token))
        elif token.text in PARTICLES:
            mended.update(_joined(tokens, token.index))
        elif token.entity in {"ORG", "PERSON"} and token.text[:1].isupper() and _opens(tokens, token):
            mended.update(_without_demonym(tokens, token))
    return tuple(mended.get(token.index, token) for token in tokens) if mended else tokens


def _without_score(token: Token) -> dict[int, Token]:
    """'beat X 2–1', 'won 6–4': the result is nobody's name."""
    is_part = token.entity == "PERSON" and not token.entity_start
    return (
        {token.index: replace(token, entity="", entity_start=False)} if is_part or SCORE.fullmatch(token.text) else {}
    )


def _joined(tokens: Sequence[Token], index: int) -> dict[int, Token]:
    """'Estrela do Norte', 'Joost van der Erp': one name, whatever the tagger makes of its parts."""
    first, last = index - 1, index + 1
    if last < len(tokens) and tokens[last].text in PARTICLES:
        last += 1
    if first < 0 or last >= len(tokens) or not (_is_name(tokens[first]) and _is_name(tokens[last])):
        return {}
    while (
        tokens[first].entity
        and not tokens[first].entity_start
        and first
        and tokens[first - 1].entity == tokens[first].entity
    ):
        first -= 1
    end = last + 1
    while end < len(tokens) and tokens[end].entity == tokens[last].entity != "" and not tokens[end].entity_start:
        end += 1
    labels = [token.entity for token in tokens[first:end] if token.entity in NAMING]
    best = next((label for label in ("PERSON", "ORG", *labels) if label in labels), "")
    if not best:
        return {}
    return {
        token.index: replace(token, entity=best, entity_start=token.index == first, pos="PROPN", tag="NNP")
        for token in tokens[first:end]
    }


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() and (token.tag in {"NNP", "NNPS"} or token.entity in NAMING)


def _opens(tokens: Sequence[Token], token: Token) -> bool:
    """The first word of a name but for an article."""
    return token.entity_start or (token.index > 0 and tokens[token.index - 1].text.lower() in {"the", "a", "an"})


def _without_demonym(tokens: Sequence[Token], token: Token) -> dict[int, Token]:
    """'the Spaniard Nil X', 'German Anna Y': a demonym and a person's name."""
    index = token.index
    rest = [one for one in tokens[index + 1 : index + 3] if one.entity == token.entity and not one.entity_start]
    if len(rest) < 2 or not places.demonym_code(token.text):
        return {}
    if token.text not in PERSONAL and rest[0].text not in genders():
        return {}
    after = range(index + 1, len(tokens))
    end = next((i for i in after if tokens[i].entity != token.entity or tokens[i].entity_start), len(tokens))
    named = {i: replace(tokens[i], entity="PERSON", entity_start=i == index + 1) for i in range(index + 1, end)}
    return {index: replace(token, entity="NORP"), **named}
