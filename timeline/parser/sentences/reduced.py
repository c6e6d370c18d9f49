"""Reduced: a participle behind its noun and a comma that the small model takes for the sentence's verb. One Sentence.

'The soldiers, captured when rebels overran a fort, were flown home': they were flown, and captured nobody.
"""

from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.parser.sentences.tree import FINITE, PAST, SUBJECTS, TENSED, with_tokens

HELPERS = frozenset({"aux", "auxpass"})
JOINED = frozenset({"conj", "ccomp"})


def with_reduced(sentence: Sentence) -> Sentence:
    """The Sentence with its own verb at its head, and the participle below its noun."""
    tokens = sentence.tokens
    verb = next((t for t in tokens if t.head == t.index and t.tag in PAST and t.index), None)
    if verb is None or tokens[verb.index - 1].text != ",":
        return sentence
    own = [t for t in tokens if t.head == verb.index]
    subject = next((t for t in own if t.relation in SUBJECTS and t.index < verb.index), None)
    main = next((t for t in own if t.index > verb.index and t.relation in JOINED), None)
    if subject is None or main is None or any(t.relation in HELPERS for t in own):
        return sentence
    start = _start(sentence, main)
    commas = sum(t.text == "," for t in tokens[subject.index : verb.index])
    is_joined = any(t.relation in {"cc", "mark"} for t in own if verb.index < t.index < start)
    if start < 0 or commas != 1 or is_joined or tokens[start - 1].text != ",":
        return sentence
    return _turned(sentence, verb, subject, main, start)


def _start(sentence: Sentence, main: Token) -> int:
    """The first word of a verb with a tense, its helpers with it; -1 for one with a subject of its own, or without a tense."""
    own = [t for t in sentence.tokens if t.head == main.index and t.index < main.index]
    helpers = [t.index for t in own if t.relation in {*HELPERS, "neg", "advmod"}]
    has_tense = main.tag in TENSED or any(t.relation in HELPERS and t.tag in FINITE for t in own)
    return -1 if not has_tense or any(t.relation in SUBJECTS for t in own) else min([*helpers, main.index])


def _turned(sentence: Sentence, verb: Token, subject: Token, main: Token, start: int) -> Sentence:
    own = [t for t in sentence.tokens if t.head == verb.index and t not in (verb, subject, main)]
    moved = [replace(t, head=main.index) for t in own if t.index >= start - 1 or t.index < subject.index]
    is_done_to = any(t.head == main.index and t.relation == "auxpass" for t in sentence.tokens)
    return with_tokens(
        sentence,
        *moved,
        replace(subject, head=main.index, relation="nsubjpass" if is_done_to else "nsubj"),
        replace(verb, head=subject.index, relation="acl", tag="VBN"),
        replace(main, head=main.index, relation="ROOT"),
    )
