"""Callings: 'The actor and singer Anna Blau died', 'Founder and chairman Anna Blau resigned', where one who is two things is
taken for two people. One Sentence.
"""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.model.statement import ActorKind
from timeline.parser.known.roster import nouns
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.tree import with_tokens

CALLINGS = word_list("calling that goes with another")
ARTICLES = frozenset({"a", "an", "the", "both", "another"})
MANY = frozenset({"are", "were", "have"})


def with_one_called(sentence: Sentence) -> Sentence:
    """The Sentence, the name behind 'the actor and singer' in the place of the actor."""
    tokens = sentence.tokens
    for token in tokens[1:-2]:
        if token.text == "and" and (name := _name(tokens, tokens[token.index - 1])) is not None:
            return with_tokens(sentence, *_moved(tokens, tokens[token.index - 1], name))
    return sentence


def _name(tokens: Sequence[Token], first: Token) -> Token | None:
    """The name that is joined to the first calling, with the other one before it."""
    if first.tag not in {"NN", "NNP"} or first.entity == "PERSON":
        return None
    second = tokens[first.index + 2]
    name = tokens[second.head]
    is_joined = name.head == first.index and name.relation == "conj" and name.pos == "PROPN"
    if first.lemma in CALLINGS and second.lemma in CALLINGS and first.tag == second.tag == "NN":
        return name if is_joined and second.relation in {"compound", "nmod"} and name.index > second.index else None
    return _titled(tokens, first) if _is_title(first) else None


def _titled(tokens: Sequence[Token], first: Token) -> Token | None:
    """Chris Lee of 'managing director and billionaire Chris Lee', who is both; 'the director and Chairman Lee' may be two."""
    joined = (t for t in tokens[first.index + 3 :] if t.head == first.index and t.relation == "conj" and t.tag == "NNP")
    name = next(joined, None)
    if name is None:
        return None
    start = name.index
    while start > first.index and tokens[start].tag == "NNP" and not _is_title(tokens[start]):
        start -= 1
    between = tokens[first.index + 2 : start]
    is_plain = all(t.tag in {"NN", "NNP", "JJ", "HYPH", ":"} or t.text == "-" for t in between)
    is_any = any(t.head == first.index and t.text.lower() in ARTICLES for t in tokens[: first.index])
    verb = tokens[first.head]
    are_many = verb.tag == "VBP" or any(t.head == verb.index and t.text in MANY for t in tokens)
    is_second = start > first.index + 1 and _is_title(tokens[start]) and is_plain
    return name if is_second and not is_any and not are_many else None


def _is_title(token: Token) -> bool:
    noun = nouns().get(token.text.lower())
    return noun is not None and noun.kind is ActorKind.PERSON and token.tag in {"NN", "NNP"}


def _moved(tokens: Sequence[Token], first: Token, name: Token) -> list[Token]:
    """The name where the first calling hung, with all that hung on that one, and this as a part of it."""
    below = [one for one in tokens if one.head == first.index and one.index not in {first.index, name.index}]
    hung = [replace(one, head=name.index, relation=_as_part(one, name)) for one in below if one.relation != "cc"]
    links = [replace(one, head=name.index) for one in below if one.relation == "cc"]
    root = name.index if first.head == first.index else first.head
    return [
        *hung,
        *links,
        replace(name, head=root, relation=first.relation),
        replace(first, head=name.index, relation="compound"),
    ]


def _as_part(one: Token, name: Token) -> str:
    """What is joined before the name ('director and co-founder X') is a part of it."""
    return "compound" if one.relation == "conj" and one.index < name.index else one.relation
