"""Callings: 'The actor and singer Anna Blau died', where one who is two things is taken for two people. One Sentence."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.tree import with_tokens

CALLINGS = word_list("calling that goes with another")
LINKS = frozenset({"cc", "conj"})


def with_one_called(sentence: Sentence) -> Sentence:
    """The Sentence, the name behind 'the actor and singer' in the place of the actor."""
    tokens = sentence.tokens
    for token in tokens[1:-2]:
        if (
            token.lemma in CALLINGS
            and tokens[token.index + 1].text == "and"
            and (name := _name(tokens, token)) is not None
        ):
            return with_tokens(sentence, *_moved(tokens, token, name))
    return sentence


def _name(tokens: Sequence[Token], first: Token) -> Token | None:
    """The name that is joined to the first calling, with the other one before it."""
    second = tokens[first.index + 2]
    name = tokens[second.head]
    is_second = second.lemma in CALLINGS and second.relation in {"compound", "nmod"} and name.pos == "PROPN"
    is_one = first.tag == second.tag == "NN" and name.head == first.index and name.relation == "conj"
    return name if is_second and is_one and name.index > second.index else None


def _moved(tokens: Sequence[Token], first: Token, name: Token) -> list[Token]:
    """The name where the first calling hung, with all that hung on that one, and this as a part of it."""
    below = [one for one in tokens if one.head == first.index and one.index not in {first.index, name.index}]
    hung = [replace(one, head=name.index) for one in below if one.relation != "cc"]
    links = [replace(one, head=name.index) for one in below if one.relation == "cc"]
    root = name.index if first.head == first.index else first.head
    return [
        *hung,
        *links,
        replace(name, head=root, relation=first.relation),
        replace(first, head=name.index, relation="compound"),
    ]
