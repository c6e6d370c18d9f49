"""What the words say: one scan of the text with the grammar gives Phrases. What they mean here is for `resolve`."""

from dataclasses import dataclass

from timeline.parser.grammar import NO_TIME, Rule, grammar
from timeline.parser.vocabulary import Encoded, encode


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that a rule read: token numbers (half-open), all words and those of each term in it, in small letters.

    `day` is the phrase of its day, for a time of day that stands beside one.
    """

    start: int
    end: int
    rule: Rule
    words: tuple[str, ...]
    terms: dict[str, tuple[str, ...]]
    day: "Phrase | None" = None

    def word(self, name: str) -> str | None:
        """The first word of a term, None when the phrase has no such term."""
        words = self.terms.get(name)
        return words[0] if words else None


def read_text(text: str) -> Encoded:
    """The text as tokens and signs of the grammar."""
    return encode(text, grammar().words)


def recognise(text: Encoded) -> list[Phrase]:
    """All phrases in text order, without overlaps."""
    return [
        Phrase(start, end, rule, _words(text.tokens[start:end]), _terms(text, start, end, rule))
        for start, end, rule in grammar().find(text.signs)
        if rule.kind != NO_TIME
    ]


def _terms(text: Encoded, start: int, end: int, rule: Rule) -> dict[str, tuple[str, ...]]:
    found = rule.shape.fullmatch(text.signs, start, end)
    if found is None:
        return {}
    return {
        name: _words(text.tokens[found.start(name) : found.end(name)])
        for name in rule.shape.groupindex
        if found.start(name) >= 0
    }


def _words(tokens: list[str]) -> tuple[str, ...]:
    return tuple(token.lower().replace("’", "'") for token in tokens if not token.isspace())
