"""Parted: what stands apart from its verb or side, taken for something else, put right. One Sentence.

'Kone had, according to early results, won', where he only 'had'; 'Disgraced banker Tom Rix has been jailed', where the disgraced
were; 'clashes between police and opposition supporters', where both are supporters; 'Foreign minister of Peru Ana Maria Rojas met
him', where Peru is a part of her name; 'to free survivors', taken for what the survivors are.
"""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.model.statement import HUMAN, ActorKind
from timeline.parser.known import places
from timeline.parser.known.roster import genders, nouns
from timeline.parser.sentences.tree import PAST, SUBJECTS, with_tokens

TENSES = frozenset({"had", "has", "have"})
BEING = frozenset({"been", "not", "also", "already"})
ARTICLES = frozenset({"a", "an"})
LOOSE = frozenset({"npadvmod", "dobj", "appos", "dep", "nsubj", "attr", "oprd"})
LONGEST = 12  # words between commas
OF_VERB = SUBJECTS | {"mark", "advmod", "cc"}
GROUPS = frozenset({ActorKind.PEOPLE, ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP})


def with_parted(sentence: Sentence) -> Sentence:
    """The Sentence with such words in their place; most are returned as they are."""
    words = [token.text for token in sentence.tokens]
    sentence = _with_opening(sentence)
    for token in sentence.tokens if "between" in words else ():
        if token.text == "between" and token.relation == "prep":
            sentence = _with_two_sides(sentence, token)
    if "of" in words:
        sentence = _with_holder(sentence)
    if "free" in words:
        sentence = _with_freed(sentence)
    if "said" in words:
        sentence = _with_named_sayer(sentence)
    for index, word in enumerate(words[:-3]):
        if word in TENSES and words[index + 1] == ",":
            sentence = _with_tense(sentence, sentence.tokens[index])
    return sentence


def _with_opening(sentence: Sentence) -> Sentence:
    """'Disgraced banker Tom Rix has been jailed': he was."""
    tokens = sentence.tokens
    first = tokens[0]
    if first.tag not in PAST or first.relation not in SUBJECTS:
        return sentence
    noun = next((t for t in tokens[1 : first.head] if t.head == 0 and t.relation == "dobj"), None)
    if noun is None:
        return sentence
    own = [replace(t, head=noun.index) for t in tokens[1:] if t.head == 0 and t is not noun]
    return with_tokens(
        sentence,
        *own,
        replace(noun, head=first.head, relation=first.relation),
        replace(first, head=noun.index, relation="amod", tag="VBN", pos="ADJ"),
    )


def _with_two_sides(sentence: Sentence, between: Token) -> Sentence:
    """'between police and opposition supporters': two sides, of whom the first is a word for many."""
    tokens = sentence.tokens
    last = next((t for t in tokens[between.index + 1 :] if t.head == between.index and t.relation == "pobj"), None)
    first = tokens[between.index + 1]
    if last is None or first.head != last.index or first.relation not in {"nmod", "compound"} or not _are_many(first):
        return sentence
    joint = tokens[first.index + 1]
    inner = [t for t in tokens[joint.index + 1 : last.index] if t.head == first.index and t.relation == "conj"]
    if joint.text != "and" or len(inner) != 1 or last.tag != "NNS":
        return sentence
    return with_tokens(
        sentence,
        replace(first, head=between.index, relation="pobj"),
        replace(last, head=first.index, relation="conj"),
        replace(inner[0], head=last.index, relation="compound"),
    )


def _with_named_sayer(sentence: Sentence) -> Sentence:
    """'A bus fell, Ana Rojas, a police spokeswoman said', with a comma short: Rojas said it."""
    tokens = sentence.tokens
    for said in tokens[3:]:
        noun = tokens[said.index - 1]
        if said.text != "said" or noun.head != said.index or noun.relation != "nsubj" or noun.tag != "NN":
            continue
        article = next((t for t in tokens[: noun.index] if t.head == noun.index and t.text in ARTICLES), None)
        if article is None or article.index < 3 or tokens[article.index - 1].text != "," or not _is_one(noun):
            continue
        name = tokens[article.index - 2]
        first = name.index
        while tokens[first].entity == "PERSON" and not tokens[first].entity_start:
            first -= 1
        is_apart = first > 0 and tokens[first - 1].text == "," and name.entity == "PERSON"
        if is_apart and first < name.index and name.relation in LOOSE:
            return with_tokens(
                sentence,
                replace(name, head=said.index, relation="nsubj"),
                replace(noun, head=name.index, relation="appos"),
            )
    return sentence


def _is_one(token: Token) -> bool:
    noun = nouns().get(token.text)
    return noun is not None and noun.kind is ActorKind.PERSON


def _with_holder(sentence: Sentence) -> Sentence:
    """'Foreign minister of Peru Ana Maria Rojas met him': she did."""
    for of in sentence.tokens[1:-3]:
        if of.text != "of" or of.relation != "prep":
            continue
        tokens = sentence.tokens
        office, land = tokens[of.head], tokens[of.index + 1]
        name = tokens[land.head]
        while name.relation == "compound" and name.head > name.index:
            name = tokens[name.head]
        rest = tokens[land.index + 1 : name.index + 1]
        is_name = name.head == of.index and name.relation == "pobj" and len(rest) > 1 and _is_persons(rest)
        if is_name and of.index == office.index + 1 and _is_office(office) and places.state_code(land.text):
            moved = [replace(t, entity="PERSON", entity_start=t is rest[0], pos="PROPN", tag="NNP") for t in rest]
            moved = [replace(t, head=name.index) if t.relation == "compound" else t for t in moved]
            top = name.index if office.head == office.index else office.head
            below = [
                replace(t, head=name.index)
                for t in tokens
                if t.head == office.index and t is not of and t is not office
            ]
            sentence = with_tokens(
                sentence,
                *moved[:-1],
                *below,
                replace(moved[-1], head=top, relation=office.relation),
                replace(office, head=name.index, relation="compound"),
                replace(land, head=of.index, relation="pobj", entity="GPE", entity_start=True),
            )
    return sentence


def _is_persons(words: Sequence[Token]) -> bool:
    is_named = words[-1].entity == "PERSON" or words[0].text in genders()
    return is_named and all(t.text[:1].isupper() for t in words) and words[-1].text.lower() not in nouns()


def _is_office(token: Token) -> bool:
    noun = nouns().get(token.text.lower())
    return noun is not None and noun.is_office and token.tag in {"NN", "NNP"}


def _with_freed(sentence: Sentence) -> Sentence:
    """'raced to free survivors': they were to be freed; 'access to free nurses' is as it stands."""
    for free in sentence.tokens:
        if free.text != "free" or free.relation != "amod" or not free.index:
            continue
        tokens = sentence.tokens
        to, noun = tokens[free.index - 1], tokens[free.head]
        verb = tokens[to.head]
        if to.text == "to" and noun.head == to.index and verb.pos == "VERB" and noun.tag == "NNS" and _is_people(noun):
            sentence = with_tokens(
                sentence,
                replace(to, head=free.index, relation="aux", tag="TO", pos="PART"),
                replace(free, head=verb.index, relation="xcomp", tag="VB", pos="VERB", lemma="free"),
                replace(noun, head=free.index, relation="dobj"),
            )
    return sentence


def _is_people(token: Token) -> bool:
    noun = nouns().get(token.text) or nouns().get(token.lemma)
    return noun is not None and noun.kind in HUMAN


def _are_many(token: Token) -> bool:
    noun = nouns().get(token.text) or nouns().get(token.lemma)
    return token.tag == "NNS" and noun is not None and noun.kind in GROUPS


def _with_tense(sentence: Sentence, tense: Token) -> Sentence:
    """'had, according to early results, won': one verb."""
    tokens = sentence.tokens
    end = next((t.index for t in tokens[tense.index + 3 : tense.index + LONGEST] if t.text == ","), None)
    verb = next((t for t in tokens[end + 1 :] if t.text not in BEING), None) if end is not None else None
    if verb is None or verb.tag not in PAST or verb.pos != "VERB":
        return sentence
    own = [t for t in _below(tokens, tense) if t.index < tense.index and t.relation in OF_VERB]
    if not own or (_is_under(tokens, verb, tense.index) and tense.relation != "ccomp"):
        return sentence
    is_root = tense.head == tense.index
    is_helper = tense.head == verb.index
    top = verb if is_helper else replace(verb, head=verb.index if is_root else tense.head, relation=tense.relation)
    passive = any(t.text == "been" for t in tokens[end : verb.index] if end is not None)
    aside = [t for t in _below(tokens, tense) if t.index > tense.index and t is not verb]
    return with_tokens(
        sentence,
        *[replace(t, head=verb.index, relation=_as_subject(t, passive)) for t in own],
        *[replace(t, head=verb.index) for t in aside],
        replace(top, tag="VBN"),
        replace(tense, head=verb.index, relation="aux"),
    )


def _as_subject(token: Token, passive: bool) -> str:
    return "nsubjpass" if passive and token.relation == "nsubj" else token.relation


def _below(tokens: Sequence[Token], top: Token) -> list[Token]:
    return [t for t in tokens if t.head == top.index and t.index != top.index]


def _is_under(tokens: Sequence[Token], token: Token, top: int) -> bool:
    while token.head != token.index:
        token = tokens[token.head]
        if token.index == top:
            return True
    return False
