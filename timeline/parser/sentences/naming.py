"""Naming: words that are part of a name, or that the tagger takes for one, put right."""

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.model.sentence import Token
from timeline.parser.known import places
from timeline.parser.known.roster import genders
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.rejoined import with_name_behind_town
from timeline.parser.sentences.results import SCORE

MONEY = word_list("money")
IMPERSONAL = frozenset({"PRODUCT", "WORK_OF_ART", "LOC", "GPE", "FAC", "EVENT"})
MONTHS = frozenset({"April", "May", "June", "August"})
UNLIKELY = IMPERSONAL | {"NORP"}  # of a first name
SIGHTS = word_list("sight")
NAMING = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT"})
PARTICLES = frozenset("do da de dos das del della di du van von der den ter zu bin ibn al el la le los".split())
MEASURES = frozenset({"DATE", "TIME", "CARDINAL", "QUANTITY", "MONEY", "LAW"})
MODEL = re.compile(r"[A-Z]{1,3}-?\d{3,4}s?")  # 'A950', which is no year
# Demonyms that are only nouns: what follows is somebody's name.
PERSONAL = word_list("one of a people")


def mended_name(tokens: tuple[Token, ...], token: Token) -> dict[int, Token]:
    """What is mended of a word that is part of a name, or taken for one."""
    if token.entity in MEASURES and MODEL.fullmatch(token.text):
        return {token.index: replace(token, entity="PRODUCT", entity_start=True)}
    if token.text[:1].isdigit() and (token.entity in NAMING or token.entity == "LAW"):
        return _without_score(tokens, token)
    if token.relation == "compound" and token.text in genders() and _is_cut_off(tokens, token):
        return _with_surname(tokens, token)
    if token.entity_start and token.entity in UNLIKELY and token.text in genders():
        return _as_person(tokens, token)
    if token.text in PARTICLES:
        return _joined(tokens, token.index)
    if token.text == "," and token.entity in NAMING:
        return with_name_behind_town(tokens, token.index)
    is_opening = token.entity in {"ORG", "PERSON"} and token.text[:1].isupper() and _opens(tokens, token)
    return _without_demonym(tokens, token) if is_opening else {}


def _without_score(tokens: Sequence[Token], token: Token) -> dict[int, Token]:
    """'beat X 2–1', 'won 6–4': the result is nobody's name."""
    is_part = token.entity == "PERSON" and not token.entity_start
    after = tokens[token.index + 1 : token.index + 3]
    if not token.entity_start and any(one.lemma in MONEY for one in after):  # 'lent Georgia 22 million dollars'
        inside = [one for one in (token, *after) if one.entity == token.entity]
        money = {one.index: replace(one, entity="MONEY", entity_start=one is token) for one in inside}
        before = tokens[token.index - 1]
        is_name = before.entity == "LAW" and before.tag == "NNP"  # 'fined Brand 2,000 pounds'
        return {**money, before.index: replace(before, entity="", entity_start=False)} if is_name else money
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


def _is_cut_off(tokens: Sequence[Token], token: Token) -> bool:
    """No name to the tagger, or one of its own right before the surname: 'Tunde' of 'Governor Tunde Adebayo'."""
    after = tokens[token.index + 1 : token.index + 2]
    is_alone = token.entity_start and token.head == token.index + 1 and all(one.entity_start for one in after)
    return not token.entity or (token.entity == "PERSON" and is_alone)


def _with_surname(tokens: Sequence[Token], token: Token) -> dict[int, Token]:
    """'Ana' beside 'Lucía Barrientos', which alone the tagger takes for a name."""
    rest = tokens[token.index + 1 : token.head + 1]
    if not rest or any(one.tag != "NNP" or one.entity not in {"PERSON", "ORG", "GPE"} for one in rest):
        return {}
    return {one.index: replace(one, entity="PERSON", entity_start=one is token) for one in (token, *rest)}


def _as_person(tokens: Sequence[Token], token: Token) -> dict[int, Token]:
    """'Ines Prado', which the tagger takes for a product or a mountain; not 'Victoria Falls'."""
    after = range(token.index + 1, len(tokens))
    end = next((i for i in after if tokens[i].entity != token.entity or tokens[i].entity_start), len(tokens))
    is_month = token.index > 0 and tokens[token.index - 1].tag == "IN" and token.text in MONTHS
    if end == token.index + 1 == token.head and tokens[end].entity in {*UNLIKELY, ""} and not is_month:
        end += 1  # 'Ilona' and 'Szabó', taken for two names
    own = tokens[token.index : end]
    words = [one for one in own if one.tag != "HYPH"]  # 'Lars-Erik Holm'
    text = " ".join(one.text for one in words)
    is_name = 1 < len(words) < 4 and all(one.tag in {"NNP", "NNPS"} and one.text.isalpha() for one in words)
    if not is_name or own[-1].lemma.lower() in SIGHTS or places.find_place(text) is not None:
        return {}
    return {one.index: replace(one, entity="PERSON", entity_start=one is token) for one in own}


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
