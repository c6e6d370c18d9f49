"""What the words say: one scan of the text with the grammar gives Phrases. What they mean here is for `resolve`."""

import re

from timeline.model.value import value
from timeline.parser.times.grammar import NO_TIME, Rule, grammar
from timeline.parser.times.vocabulary import Encoded, encode


@value
class Phrase:
    """Words that a rule read: token numbers (half-open), all words and those of each term in it, in small letters.

    `places` are the token numbers of the terms. `day` is the phrase of its day, for a time of day that stands beside
    one; `ends` are the two phrases that a range is made of.
    """

    start: int
    end: int
    rule: Rule
    words: tuple[str, ...]
    terms: dict[str, tuple[str, ...]]
    places: dict[str, tuple[int, int]]
    day: "Phrase | None" = None
    ends: tuple["Phrase", ...] = ()

    def word(self, name: str) -> str | None:
        """The first word of a term, None when the phrase has no such term."""
        words = self.terms.get(name)
        return words[0] if words else None


def read_text(text: str) -> Encoded:
    """The text as tokens and signs of the grammar."""
    return encode(text, grammar().words)


def recognise(text: Encoded) -> list[Phrase]:
    """All phrases in text order, without overlaps."""
    return [_phrase(text, rule, found) for rule, found in grammar().find(text.signs) if rule.kind != NO_TIME]


def _phrase(text: Encoded, rule: Rule, found: re.Match[str]) -> Phrase:
    start, end = found.span()
    places = _places(found)
    terms = {name: _words(text.tokens[first:last]) for name, (first, last) in places.items()}
    return Phrase(start, end, rule, _words(text.tokens[start:end]), terms, places)


def _places(found: re.Match[str]) -> dict[str, tuple[int, int]]:
    """The terms that took part; the second of a name counts as the first where that one took none."""
    places = {name: found.span(name) for name in found.re.groupindex if found.start(name) >= 0}
    return {_first_name(name, places): place for name, place in places.items()}


def _first_name(name: str, places: dict[str, tuple[int, int]]) -> str:
    base = name.rstrip("23456789")
    return name if base in places else base


def _words(tokens: list[str]) -> tuple[str, ...]:
    return tuple(token.lower().replace("’", "'") for token in tokens if not token.isspace())
