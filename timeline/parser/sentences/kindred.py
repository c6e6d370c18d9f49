"""Kindred: 'Rosa Lund, 33, her sister Kari and a broker were charged', where the sister is taken for what Lund is. One Sentence."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.parser.sentences.joints import is_under
from timeline.parser.sentences.tree import SUBJECTS, with_tokens

LOOSE = frozenset({"appos", "conj"})
NAMED = frozenset({"NNP", "NNPS", "NN"})
OPENING = frozenset({"det", "poss", "nummod"})


def with_kindred(sentence: Sentence) -> Sentence:
    """The Sentence with 'his brother', behind a comma and before others, joined to the one whose brother he is."""
    for token in sentence.tokens:
        if token.tag == "PRP$" and token.index > 1 and sentence.tokens[token.index - 1].text == ",":
            sentence = _with_one(sentence, token)
    return sentence


def _with_one(sentence: Sentence, owner: Token) -> Sentence:
    tokens = sentence.tokens
    noun = tokens[owner.head]
    if owner.relation != "poss" or noun.pos != "NOUN":
        return sentence
    first = _first(tokens, noun)
    last = next((t for t in tokens[noun.index :] if t.relation == "conj" and t.head == noun.index), None)
    if first is None or last is None or not _is_somebody(tokens, last) or _is_closed(tokens, first, noun, last):
        return sentence
    return with_tokens(sentence, replace(noun, head=first.index, relation="conj"))


def _first(tokens: Sequence[Token], noun: Token) -> Token | None:
    """The subject that the noun hangs on, or the one before it of the same verb."""
    if noun.relation in SUBJECTS:
        others = (t for t in tokens[: noun.index] if t.head == noun.head and t.relation in SUBJECTS)
        return next((t for t in others if t.tag in NAMED), None)
    above = noun
    while above.relation in LOOSE and above.head < above.index:
        above = tokens[above.head]
    return above if above.relation in SUBJECTS and above.tag in NAMED and above is not noun else None


def _is_somebody(tokens: Sequence[Token], last: Token) -> bool:
    """'and a broker', 'and two friends', 'and two of her brothers', 'and Kari'; not 'his wife and partner'."""
    return (
        last.pos == "PROPN" or last.tag == "CD" or any(t.head == last.index and t.relation in OPENING for t in tokens)
    )


def _is_closed(tokens: tuple[Token, ...], first: Token, noun: Token, last: Token) -> bool:
    """'Ana, his wife and the mother of his sons, died': a comma before the verb that closes no name behind the last of them."""
    verb = tokens[first.head]
    after = [t for t in tokens[last.index + 1 : verb.index] if t.text == ","]
    has_name = any(t.relation == "appos" and is_under(tokens, t, noun) for t in tokens[last.index + 1 :])
    is_plural = any(t.head == verb.index and t.text.lower() in {"were", "are", "have"} for t in tokens[last.index :])
    return bool(after) and not (has_name or is_plural)
