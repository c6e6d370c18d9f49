"""Outer: a second deed that the small model hangs on the clause beside it, though it is of the one around. One Sentence."""

from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.model.types import SPOKEN
from timeline.parser.known.roster import nouns
from timeline.parser.known.triggers import lexicon
from timeline.parser.sentences.tree import SUBJECTS, with_tokens

RELATIVES = frozenset({"who", "which", "that", "whom"})
TALKING = frozenset(
    {"exclude", "deny", "urge", "demand", "promise", "reject", "say", "call", "threaten", "warn", "welcome"}
)
PARTIES = frozenset({"parties", "sides", "both"})
HARMED = frozenset({"kill", "wound", "injure", "hurt"})


def with_outer_deeds(sentence: Sentence) -> Sentence:
    """'condemned the raid, in which nine men died, and called for an inquiry': who condemned it called; '22 killed' were."""
    for token in sentence.tokens:
        if token.relation == "conj" and sentence.tokens[token.head].relation == "relcl":
            sentence = _with_outer_deed(sentence, token)
        elif token.relation in SUBJECTS and token.tag == "CD":
            sentence = _with_harmed(sentence, token)
    return sentence


def _with_outer_deed(sentence: Sentence, verb: Token) -> Sentence:
    tokens, inner = sentence.tokens, sentence.tokens[verb.head]
    subject = next((t for t in tokens[: inner.index] if t.head == inner.index and t.relation in SUBJECTS), None)
    main = _verb_above(sentence, tokens[inner.head])
    if subject is None or subject.text.lower() in RELATIVES or main is None or not _has_tense(sentence, verb):
        return sentence
    if any(t.head == verb.index and t.relation in SUBJECTS for t in tokens):
        return sentence
    if _is_closed(sentence, verb, inner) or _is_of_speech(sentence, verb, subject):
        return with_tokens(sentence, replace(verb, head=main.index))
    return sentence


def _verb_above(sentence: Sentence, token: Token) -> Token | None:
    """The verb with a tense that the noun stands below."""
    seen = 0
    while token.head != token.index and seen < len(sentence.tokens):
        token, seen = sentence.tokens[token.head], seen + 1
        if token.pos == "VERB" and token.relation in {"ROOT", "conj"}:
            return token if _has_tense(sentence, token) else None
    return None


def _has_tense(sentence: Sentence, verb: Token) -> bool:
    helpers = [t for t in sentence.tokens if t.head == verb.index and t.relation in {"aux", "auxpass"}]
    return verb.pos == "VERB" and (verb.tag == "VBD" or any(t.tag == "VBD" for t in helpers))


def _is_closed(sentence: Sentence, verb: Token, inner: Token) -> bool:
    """A comma opens the relative clause and one closes it, right before the 'and'."""
    tokens = sentence.tokens
    joint = next((t for t in tokens[inner.index : verb.index] if t.relation == "cc" and t.head == inner.index), None)
    if joint is None or joint.index == 0 or tokens[joint.index - 1].text != ",":
        return False
    first = next((t.index for t in tokens[inner.head : inner.index] if t.tag in {"WDT", "WP", "WP$", "WRB"}), None)
    return first is not None and any(t.text == "," for t in tokens[max(first - 2, 0) : first])


def _is_of_speech(sentence: Sentence, verb: Token, subject: Token) -> bool:
    """'rented the flat in which it was mixed and did not exclude …', 'the truce which they made and urged both sides …'."""
    rows = lexicon().get((verb.lemma, "verb"), ())
    if verb.lemma not in TALKING and not (rows and all(row.type in SPOKEN for row in rows)):
        return False
    tokens = sentence.tokens
    objects = [t.index for t in tokens if t.head == verb.index and t.relation == "dobj"]
    is_to_both = any(t.text.lower() in PARTIES for t in tokens if t.index in objects or t.head in objects)
    is_thing = subject.pos == "NOUN" and subject.tag == "NN" and subject.lemma not in nouns()
    return is_to_both or is_thing


def _with_harmed(sentence: Sentence, number: Token) -> Sentence:
    """'claims 22 killed': they were."""
    verb = sentence.tokens[number.head]
    has_object = any(t.head == verb.index and t.relation in {"dobj", "auxpass"} for t in sentence.tokens)
    is_harm = verb.lemma in HARMED and verb.index == number.index + 1 and verb.tag in {"VBD", "VBN"} and not has_object
    if not is_harm:
        return sentence
    return with_tokens(sentence, replace(number, relation="nsubjpass"), replace(verb, tag="VBN"))
