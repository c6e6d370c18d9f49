"""Repair: what the small model of English reads wrong in the same way each time, put right before anything is read from it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.parser.known import places
from timeline.parser.known.forms import irregular
from timeline.parser.known.roster import genders
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.beside import with_names_beside
from timeline.parser.sentences.given import given_names, with_given_name
from timeline.parser.sentences.kindred import with_kindred
from timeline.parser.sentences.mistagged import with_right_tags
from timeline.parser.sentences.outer import with_outer_deeds
from timeline.parser.sentences.participles import STOPS, UNDERGONE
from timeline.parser.sentences.rejoined import with_intruders, with_name_behind_town
from timeline.parser.sentences.slots import NOMINAL
from timeline.parser.sentences.straight import SCORE, straightened
from timeline.parser.sentences.tree import PAST, PRESENT

MONEY = word_list("money")
IMPERSONAL = frozenset({"PRODUCT", "WORK_OF_ART", "LOC", "GPE", "FAC", "EVENT"})
MONTHS = frozenset({"April", "May", "June", "August"})
UNLIKELY = IMPERSONAL | {"NORP"}  # of a first name
SIGHTS = word_list("sight")
NAMING = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT"})
PARTICLES = frozenset("do da de dos das del della di du van von der den ter zu bin ibn al el la le los".split())
# Demonyms that are only nouns: what follows is somebody's name.
MEASURES = frozenset({"DATE", "TIME", "CARDINAL", "QUANTITY", "MONEY", "LAW"})
MODEL = re.compile(r"[A-Z]{1,3}-?\d{3,4}s?")  # 'A950', which is no year
UNMARKED = PRESENT | {"VB"}
FORMS = UNMARKED | {"VBN"}  # tags that are put right, and relations of words that are
FORMED = frozenset({"conj", "ROOT", "dobj", "advmod", "nummod"})
HURTING = frozenset("hurt injure strain break wrench twist".split())
QUOTES = frozenset({'"', "”", "'", "’", "''", "»"})
LONGEST_NAME = 4
UNSURE = frozenset({"VBG", "VB", "VBD", "VBN", "NN", "NNS", "JJ", "RB"})
OWN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass"})  # what a verb with a tense of its own has
PERSONAL = word_list("one of a people")


def repaired(sentence: Sentence) -> Sentence:
    """The Sentence, its names and its tree mended where need be; most are returned as they are."""
    sentence = with_right_tags(sentence)
    tokens = sentence.tokens
    for hyphen in given_names(tokens):
        tokens = with_given_name(tokens, hyphen)
    tokens = _with_names(tokens)
    if tokens is not sentence.tokens:
        sentence = replace(sentence, tokens=tokens)
    return with_names_beside(straightened(with_kindred(with_outer_deeds(with_intruders(sentence)))))


def with_known_names(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The Sentences of a text; 'Denning, 31, who moved' opens with a name where the text knows a Paula Denning."""
    persons = {token.text for sentence in sentences for token in sentence.tokens if token.entity == "PERSON"}
    return [_with_known(sentence) if _may_open(sentence, persons) else sentence for sentence in sentences]


def _may_open(sentence: Sentence, persons: set[str]) -> bool:
    first = sentence.tokens[0]
    return first.tag in UNSURE and first.text in persons and len(sentence.tokens) > 1 and first.relation in NOMINAL


def _with_known(sentence: Sentence) -> Sentence:
    first = sentence.tokens[0]
    name = replace(first, pos="PROPN", tag="NNP", lemma=first.text.lower(), entity="PERSON", entity_start=True)
    return replace(sentence, tokens=(name, *sentence.tokens[1:]))


def _with_names(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with forms, relations and names of single words put right, each in the first way that is for such a word."""
    mended: dict[int, Token] = {}
    for token in tokens:
        found = _by_form(tokens, token) if token.relation in FORMED or token.tag in FORMS else None
        if found is None and (token.entity or token.relation == "compound" or token.text in PARTICLES):
            found = _by_name(tokens, token)
        if found:
            mended.update(found)
    return tuple(mended.get(token.index, token) for token in tokens) if mended else tokens


def _by_form(tokens: tuple[Token, ...], token: Token) -> dict[int, Token] | None:
    """What is mended of a word whose tag or relation is wrong, {} for nothing; None for any other word."""
    if token.tag in UNMARKED and token.pos == "VERB" and _is_past_form(token):
        lemma = token.lemma.removesuffix("t") if token.lemma == "leapt" else token.lemma
        return {token.index: replace(token, tag="VBD", lemma=lemma)}
    if token.relation == "conj" and token.tag in PAST and (noun := _described(tokens, token)) is not None:
        return _as_description(tokens, token, noun)
    if token.relation == "conj" and token.tag in PAST and _goes_with_base(tokens, token):
        return {token.index: replace(token, tag="VB")}
    if token.relation == "conj" and token.tag == "VB" and _goes_with_past(tokens, token):
        return {token.index: replace(token, tag="VBD")}
    if token.relation == "conj" and token.tag == "VBD" and _is_done_to(tokens, token):
        return {token.index: replace(token, tag="VBN")}
    if token.relation == "ROOT" and token.tag in PAST and _is_headline_of(tokens, token):
        subjects = [one for one in tokens if one.head == token.index and one.relation == "nsubj"]
        return {
            token.index: replace(token, tag="VBN"),
            **{one.index: replace(one, relation="nsubjpass") for one in subjects},
        }
    if token.relation == "dobj" and _is_speaker(tokens, token):
        return {token.index: replace(token, relation="nsubj")}
    if token.text == "back" and token.relation == "advmod" and _is_her_back(tokens, token):
        her = replace(tokens[token.index - 1], head=token.index, relation="poss", tag="PRP$")
        return {token.index: replace(token, relation="dobj", tag="NN", pos="NOUN"), her.index: her}
    if token.relation == "nummod" and token.head == token.index - 1 and _is_result(tokens, token.index):
        return {token.index: replace(token, head=tokens[token.head].head, relation="npadvmod")}
    if token.relation == "nummod" and tokens[token.head].pos == "ADV":
        return _as_subject(tokens, token)
    if token.tag == "VBN" and token.relation in NOMINAL and _is_of_those(tokens, token):
        return {token.index: replace(token, pos="NOUN", tag="NNS", lemma=token.text.lower())}
    return None


def _by_name(tokens: tuple[Token, ...], token: Token) -> dict[int, Token]:
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


def _as_subject(tokens: Sequence[Token], number: Token) -> dict[int, Token]:
    """'The 787 first flew in May', whose number the tree hangs on 'first'."""
    verb, article = tokens[tokens[number.head].head], tokens[number.index - 1]
    has_subject = any(one.head == verb.index and one.relation in OWN for one in tokens)
    if number.index == 0 or article.lemma != "the" or verb.tag not in PAST or has_subject:
        return {}
    return {
        number.index: replace(number, head=verb.index, relation="nsubj"),
        article.index: replace(article, head=number.index),
    }


def _described(tokens: Sequence[Token], token: Token) -> Token | None:
    """'assurances' of 'wants a mechanism and written assurances': a form that no past is, before a noun, with no 'has' or 'was'."""
    form, after = token.text.lower(), tokens[token.index + 1] if token.index + 1 < len(tokens) else token
    is_participle = form != irregular().get(token.lemma, form) and form != token.lemma
    is_noun = after.relation == "dobj" and after.head == token.index and after.pos == "NOUN"
    helped = any(one.head in {token.index, token.head} and one.relation in {"aux", "auxpass"} for one in tokens)
    return after if is_participle and is_noun and not helped else None


def _as_description(tokens: Sequence[Token], token: Token, noun: Token) -> dict[int, Token]:
    """The participle before its noun, and the noun joined to what the verb before has."""
    first = next((one.index for one in tokens if one.head == token.head and one.relation == "dobj"), token.head)
    return {
        token.index: replace(token, head=noun.index, relation="amod", tag="VBN", pos="ADJ"),
        noun.index: replace(noun, head=first, relation="conj" if first != token.head else "dobj"),
    }


def _is_her_back(tokens: Sequence[Token], token: Token) -> bool:
    """'hurt her back', where somebody is taken to have been hurt again."""
    before = tokens[token.index - 1] if token.index else token
    is_hers = before.text.lower() == "her" and before.relation == "dobj" and before.head == token.head
    return is_hers and tokens[token.head].lemma in HURTING


def _is_of_those(tokens: Sequence[Token], token: Token) -> bool:
    """'visited the wounded', which the tagger takes for a verb."""
    before = tokens[token.index - 1] if token.index else token
    return before.text.lower() == "the" and before.head == token.index


def _is_past_form(token: Token) -> bool:
    """'leapt', which is no form of the present."""
    is_other = token.text.lower() != token.lemma or token.lemma == "leapt"
    return not token.text.endswith("s") and is_other and token.text[-1:] in {"d", "t"}


def _goes_with_base(tokens: Sequence[Token], token: Token) -> bool:
    """'will close its plant and cut 90 jobs': a form that is past and present alike, joined to a base form."""
    is_alike = token.text.lower() == token.lemma and tokens[token.head].tag == "VB"
    return is_alike and not any(one.head == token.index and one.relation in OWN for one in tokens)


def _goes_with_past(tokens: Sequence[Token], token: Token) -> bool:
    """'laid off nine and cut their pay': a form that is past and present alike, joined to a past one."""
    is_alike = irregular().get(token.lemma) == token.text.lower() and tokens[token.head].tag == "VBD"
    return is_alike and not any(one.head == token.index and one.relation in OWN for one in tokens)


def _is_done_to(tokens: Sequence[Token], token: Token) -> bool:
    """'was caught in Peru and handed over to Chile': what is done to somebody, as the verb before and without an object."""
    own = {one.relation for one in tokens if one.head == token.index}
    is_passive = any(one.head == token.head and one.relation == "auxpass" for one in tokens)
    return token.lemma in UNDERGONE and is_passive and own.isdisjoint({*OWN, "dobj", "ccomp", "xcomp"})


def _is_headline_of(tokens: Sequence[Token], token: Token) -> bool:
    """'Three journalists arrested in Chad', without a full stop: they were arrested."""
    own = {one.relation for one in tokens if one.head == token.index}
    is_headline = tokens[-1].text not in STOPS and token.lemma in UNDERGONE
    return is_headline and "nsubj" in own and own.isdisjoint({"aux", "auxpass", "dobj", "ccomp", "xcomp"})


def _is_speaker(tokens: Sequence[Token], token: Token) -> bool:
    """'"Mills never die," joked Blau'."""
    verb = tokens[token.head]
    is_behind = 0 < verb.index < token.index <= verb.index + LONGEST_NAME and tokens[verb.index - 1].text in QUOTES
    return is_behind and verb.tag == "VBD" and not any(one.head == verb.index and one.relation in OWN for one in tokens)


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


def _is_result(tokens: Sequence[Token], index: int) -> bool:
    """'6', '-' and '4' behind a name, cut in three: 'beat Lena Brandt 6-4', 'beat Metz 2-0'."""
    words = [token.text for token in tokens[index : index + 3]]
    return tokens[index - 1].tag in {"NNP", "NNPS"} and SCORE.fullmatch("".join(words)) is not None


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
