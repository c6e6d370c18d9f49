"""Astray: clauses that the small model of English hangs on the nearest name, verb or noun, put right. One Sentence."""

from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.parser.known.hedges import effects
from timeline.parser.known.triggers import lexicon
from timeline.parser.sentences.apart import SAYING, SPEAKING
from timeline.parser.sentences.tree import TENSED, with_tokens

WHICH = frozenset({"that", "which"})
OWN = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "mark"})
PRESENT = "VBZ"
HELPERS = frozenset({"aux", "auxpass"})
TELLING = frozenset({"tell", "inform", "notify", "assure", "remind", "warn", "convince", "persuade"})
BETWEEN = frozenset({"between", "of", "with", "on", "about", "over"})
OCCASIONS = frozenset({"consult", "election", "sport"})  # types
HEARERS = frozenset(
    "police court jury hearing inquest inquiry tribunal panel committee reporter journalist newspaper radio".split()
)
NEWS = frozenset({"news", "fact", "truth", "story", "idea", "belief", "view", "tale"})  # that something is so


def with_thing_meant(sentence: Sentence, verb: Token) -> Sentence:
    """'a portrait by the painter Ana Roe that was stolen': the portrait was, where the painter is taken for what was."""
    tokens, noun = sentence.tokens, sentence.tokens[verb.head]
    which = next((t for t in tokens[noun.index : verb.index] if t.text.lower() in WHICH and t.head == verb.index), None)
    beside = [t for t in tokens[noun.index : verb.index] if t.head == noun.index and t.relation == "appos"]
    if which is None or not any(t.entity == "PERSON" and t.pos == "PROPN" for t in (noun, *beside)):
        return sentence
    thing = _outside(sentence, noun)
    is_thing = thing.pos == "NOUN" and thing.entity != "PERSON" and thing.index < noun.index
    return with_tokens(sentence, replace(verb, head=thing.index)) if is_thing else sentence


def _outside(sentence: Sentence, name: Token) -> Token:
    """'portrait' of 'a portrait by Ana Roe', whatever 'by' is hung on; the name itself where it stands in nothing."""
    tokens = sentence.tokens
    if name.relation == "appos":
        return _outside(sentence, tokens[name.head])
    word = tokens[name.head]
    if name.relation != "pobj" or word.relation not in {"prep", "agent"}:
        return name
    above = tokens[word.head]
    objects = [t for t in tokens[: word.index] if t.head == above.index and t.relation == "dobj"]
    return objects[-1] if above.pos == "VERB" and objects else above


def with_present_speech(sentence: Sentence, verb: Token) -> Sentence:
    """'The union says two men were hurt and asks the court to act': the union asks, where the men are taken for those who do."""
    tokens, inner = sentence.tokens, sentence.tokens[verb.head]
    said = tokens[inner.head]
    is_said = inner.relation == "ccomp" and said.lemma in SAYING and said.tag == PRESENT and said.index < inner.index
    if not is_said or verb.tag != PRESENT or inner.tag == PRESENT or verb.lemma not in SPEAKING:
        return sentence
    own = {token.relation for token in tokens if token.head == verb.index}
    return sentence if own & (OWN | HELPERS) else with_tokens(sentence, replace(verb, head=said.index))


def with_described_subject(sentence: Sentence, verb: Token) -> Sentence:
    """'said that armed men had burned it', where 'that armed men' is taken for a clause of its own: men who are armed had."""
    tokens = sentence.tokens
    before, noun = tokens[verb.index - 1], tokens[min(verb.index + 1, len(tokens) - 2)]
    helper = tokens[noun.index + 1]
    second = tokens[helper.head]
    is_clause = before.text.lower() in WHICH and before.head == verb.index and noun.head == verb.index
    if not is_clause or noun.relation != "dobj" or second.index <= noun.index or second.relation != "ccomp":
        return sentence
    is_tensed = helper.relation in HELPERS or (helper.index == second.index and helper.tag in TENSED)
    if not is_tensed or any(token.head == second.index and token.relation in OWN for token in tokens):
        return sentence
    is_passive = any(token.head == second.index and token.relation == "auxpass" for token in tokens)
    return with_tokens(
        sentence,
        replace(before, head=second.index, relation="mark", tag="IN"),
        replace(verb, head=noun.index, relation="amod", tag="VBN", pos="ADJ"),
        replace(noun, head=second.index, relation="nsubjpass" if is_passive else "nsubj"),
    )


def with_clause_told(sentence: Sentence, verb: Token) -> Sentence:
    """'told the nation in an address that the envoy had left', where the clause is taken for one about the address."""
    tokens, noun = sentence.tokens, sentence.tokens[verb.head]
    own = [token for token in tokens if token.head == verb.index and token.index < verb.index]
    that = next((token for token in own if token.text.lower() == "that" and token.relation == "mark"), None)
    if that is None and noun.lemma in HEARERS:  # 'told the panel he had slipped'
        that = next((token for token in own if token.tag == "PRP" and token.index == noun.index + 1), None)
        return sentence if that is None else _told(sentence, verb, noun)
    if that is None or not any(token.relation in OWN and token is not that for token in own) or noun.lemma in NEWS:
        return sentence
    return _told(sentence, verb, noun)


def _told(sentence: Sentence, verb: Token, noun: Token) -> Sentence:
    """The clause put below the verb of telling that the noun hangs on, where there is one and it has no clause yet."""
    tokens, teller = sentence.tokens, noun
    while teller.head < teller.index and teller.pos != "VERB":
        if (teller.lemma, "noun") in effects():
            return sentence  # 'told the court of claims that he fled'
        teller = tokens[teller.head]
    is_free = not any(t.head == teller.index and t.relation in {"ccomp", "xcomp"} for t in tokens)
    if teller.lemma not in TELLING or not is_free:
        return sentence
    return with_tokens(sentence, replace(verb, head=teller.index, relation="ccomp"))


def with_event_held(sentence: Sentence, verb: Token) -> Sentence:
    """'Talks between the two sides, held in Oslo': the talks were held, where the sides are taken for who was."""
    tokens, party = sentence.tokens, sentence.tokens[verb.head]
    word = tokens[party.head]
    event = tokens[word.head]
    is_apart = verb.lemma == "hold" and verb.tag == "VBN" and tokens[verb.index - 1].text == ","
    if not is_apart or party.relation != "pobj" or word.lemma not in BETWEEN or event.pos != "NOUN":
        return sentence
    rows = lexicon().get((event.lemma, "noun"), ())
    is_event = event.lemma in {"talk", "talks"} or any(row.type in OCCASIONS for row in rows)
    return with_tokens(sentence, replace(verb, head=event.index)) if is_event else sentence
