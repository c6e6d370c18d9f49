"""Rejoined: what is hung on the verb of saying beside it, or on the noun behind it, joined to what it belongs to. One Sentence."""

from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.model.types import SPOKEN
from timeline.parser.known.roster import genders
from timeline.parser.known.triggers import lexicon
from timeline.parser.sentences.apart import HELPERS, SAYING
from timeline.parser.sentences.joints import NOUNS, SUBJECTS, with_receiver
from timeline.parser.sentences.tree import PAST, with_tokens

TELLING = frozenset(
    "add call cite quote refer describe say speak read write tell note stress explain point hint lie sound use".split()
)
GIVING = frozenset("give offer pay award grant deny send teach show tell promise hand owe lend".split())
DENYING = frozenset({"deny", "dispute", "reject"})
CHARGES = frozenset("blame accuse call demand urge denounce condemn threaten promise announce insist".split())
CHARGING = frozenset("accuse suspect convict acquit charge guilty blame clear".split())


def rejoined(sentence: Sentence, token: Token) -> Sentence:
    """The Sentence with what the token is hung on mended; most are returned as they are."""
    if token.relation == "advcl" and token.tag == "VBG":
        return with_outer_participle(sentence, token)
    if token.relation == "agent":
        return with_means(sentence, token)
    if token.relation in {"amod", "compound"}:
        sentence = with_gerund(sentence, token) if token.text.endswith("ing") else with_dead(sentence, token)
    is_name = token.pos == "PROPN" and token.relation in {"nmod", "compound"}
    return with_receiver(sentence, token) if is_name else sentence


def with_intruders(sentence: Sentence) -> Sentence:
    """The Sentence with what befell somebody amid something told of whoever did it."""
    for token in sentence.tokens:
        if token.relation == "conj" and token.tag == "VBD" and sentence.tokens[token.head].tag == "VBG":
            sentence = _with_intruder(sentence, token)
    return sentence


def _with_intruder(sentence: Sentence, verb: Token) -> Sentence:
    """'Olsen was closing his shop when a man walked in and shot him': the man shot, and not Olsen."""
    tokens, outer = sentence.tokens, sentence.tokens[verb.head]
    clause = next(
        (t for t in tokens[outer.index : verb.index] if t.head == outer.index and t.relation == "advcl"), outer
    )
    is_amid = clause.tag == "VBD" and clause is not outer
    is_when = any(t.head == clause.index and t.text.lower() == "when" for t in tokens)
    has_own = any(t.head == verb.index and (t.relation in SUBJECTS or t.relation in HELPERS) for t in tokens)
    return with_tokens(sentence, replace(verb, head=clause.index)) if is_amid and is_when and not has_own else sentence


def with_outer_participle(sentence: Sentence, participle: Token) -> Sentence:
    """'The ferry sank, police said on Monday, killing nine': the ferry did; 'she said, adding that it was old': she does."""
    tokens, said = sentence.tokens, sentence.tokens[participle.head]
    told = next((t for t in tokens[: said.index] if t.head == said.index and t.relation == "ccomp"), None)
    told = tokens[said.head] if said.relation == "parataxis" and said.head < said.index else told
    if told is None or said.lemma not in SAYING or participle.index < said.index or told.pos != "VERB":
        return sentence
    rows = lexicon().get((participle.lemma, "verb"), ())
    is_speech = participle.lemma in TELLING or (bool(rows) and all(row.type in SPOKEN for row in rows))
    is_apart = tokens[participle.index - 1].text == ","
    has_object = any(t.head == participle.index and t.relation == "dobj" for t in tokens)
    if is_speech or not is_apart or not has_object:
        return sentence
    return with_tokens(sentence, replace(participle, head=told.index))


def with_means(sentence: Sentence, by: Token) -> Sentence:
    """'spoke by video link with the king': no link spoke; whoever did stands before the verb."""
    tokens, verb = sentence.tokens, sentence.tokens[by.head]
    own = [token for token in tokens if token.head == verb.index]
    link = next((t for t in tokens if t.head == by.index and t.relation == "pobj"), by)
    is_active = verb.tag in PAST and any(t.relation == "nsubj" for t in own)
    if not is_active or link.tag != "NN" or any(t.relation in HELPERS for t in own):
        return sentence
    return with_tokens(sentence, replace(by, relation="prep"), replace(verb, tag="VBD"))


def with_own_deed(sentence: Sentence, verb: Token) -> Sentence:
    """'admitted that errors had been made and sacked the head': what was made sacks nobody, whoever admits it does."""
    sentence = with_own_charge(sentence, sentence.tokens[verb.index])
    tokens, verb = sentence.tokens, sentence.tokens[verb.index]
    inner = tokens[verb.head]
    own = {token.relation for token in tokens if token.head == verb.index}
    is_inner = inner.relation == "ccomp" and inner.head < inner.index < verb.index
    is_undergone = any(t.head == inner.index and t.relation == "auxpass" for t in tokens)
    if not (is_inner and is_undergone) or "dobj" not in own or own & (HELPERS | SUBJECTS) or verb.lemma in GIVING:
        return sentence
    return with_tokens(sentence, replace(verb, head=inner.head, tag="VBD"))


def with_own_charge(sentence: Sentence, verb: Token) -> Sentence:
    """'denied that they had taken the nuns and blamed the army': who denies it blames, and does not deny that."""
    tokens = sentence.tokens
    inner = tokens[verb.head]
    is_denied = inner.relation == "ccomp" and tokens[inner.head].lemma in DENYING and inner.head < inner.index
    if not is_denied or verb.lemma not in CHARGES:
        return sentence
    own = {token.relation for token in tokens if token.head == verb.index}
    helped = any(t.head == inner.index and (t.lemma == "have" or t.relation == "auxpass") for t in tokens)
    is_gone = helped or inner.lemma == "be"  # 'denied that there was a raid and blamed the army'
    if not is_gone or "dobj" not in own or own & (HELPERS | SUBJECTS):
        return sentence
    return with_tokens(sentence, replace(verb, head=inner.head, tag="VBD"))


def with_gerund(sentence: Sentence, word: Token) -> Sentence:
    """'accused of backing rebels', where the rebels are taken for what backs: they are backed."""
    tokens, noun = sentence.tokens, sentence.tokens[word.head]
    of = tokens[word.index - 1] if word.index else word
    is_pair = noun.index > word.index and noun.relation == "pobj" and noun.head == of.index
    above = tokens[of.head]  # 'accused each other of backing rebels' hangs it on the other
    if not is_pair or noun.pos not in NOUNS or not {above.lemma, tokens[above.head].lemma} & CHARGING:
        return sentence
    deed = replace(word, head=of.index, relation="pcomp", pos="VERB", tag="VBG", lemma=_verb_of(word))
    return with_tokens(sentence, deed, replace(noun, head=word.index, relation="dobj")) if deed.lemma else sentence


def _verb_of(word: Token) -> str:
    """The verb whose form in -ing it is; '' for one that no row knows."""
    stem = word.text.lower().removesuffix("ing")
    forms = (word.lemma, stem, f"{stem}e", stem[:-1])
    return next((form for form in forms if (form, "verb") in lexicon()), "")


def with_dead(sentence: Sentence, dead: Token) -> Sentence:
    """'shot dead four miners': they were alive when they were shot."""
    verb = sentence.tokens[dead.index - 1] if dead.index else dead
    if dead.text != "dead" or verb.lemma != "shoot" or verb.tag not in PAST:
        return sentence
    return with_tokens(sentence, replace(dead, head=verb.index, relation="advmod"))


def with_name_behind_town(tokens: tuple[Token, ...], comma: int) -> dict[int, Token]:
    """'the mayor of Lund, Eva Strand,': the town and its mayor, which the tagger takes for one name; {} for 'Paris, Texas'."""
    town, first = tokens[comma - 1], tokens[comma + 1]
    end = comma + 1
    while end < len(tokens) and tokens[end].entity == town.entity and not tokens[end].entity_start:
        end += 1
    last = tokens[end - 1]
    is_named = end > comma + 2 and (first.text in genders() or tokens[last.head].relation in SUBJECTS)
    if not is_named or last.relation != "appos" or tokens[last.head].pos != "NOUN":
        return {}
    start = comma - 1
    while not tokens[start].entity_start and tokens[start - 1].entity == town.entity:
        start -= 1
    places = {t.index: replace(t, entity="GPE") for t in tokens[start:comma]}
    named = {t.index: replace(t, entity="PERSON", entity_start=t is first) for t in tokens[comma + 1 : end]}
    return {**places, comma: replace(tokens[comma], entity="", entity_start=False), **named}
