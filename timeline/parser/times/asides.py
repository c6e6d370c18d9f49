"""Asides: dates that only tell where somebody or something comes from ('Acme, founded in 1921, …', 'the mill, which burned down
in 1870, …'), and dates to come. What the story goes on to tell does not count from the first, nor the second from the story."""

from timeline.parser.times.near import words_of
from timeline.parser.times.tense import is_one_sentence
from timeline.parser.times.vocabulary import Encoded

OPENERS = frozenset({",", "("})
CLOSERS = frozenset({",", ")"})
BEHIND = 12  # tokens and gaps from the date to the comma that ends the aside
BEFORE = 30
RELATIVES = frozenset({"who", "which"})
WILL = frozenset({"will", "'ll", "’ll", "shall"})


def is_aside(text: Encoded, start: int, end: int, *, has_year: bool) -> bool:
    """Whether the date stands between commas, in a clause or phrase that says where something comes from; one without a year only
    in what had been before (', who had fled in May,')."""
    behind = text.tokens[end : end + BEHIND]
    closing = next((end + place for place, token in enumerate(behind) if token in CLOSERS or token in OPENERS), None)
    if closing is None or not is_one_sentence(text, end, closing):
        return False
    opening = next((place for place in range(start - 1, max(0, start - BEFORE), -1) if _closes(text, place)), 0)
    if not opening or text.tokens[opening] not in OPENERS or not is_one_sentence(text, opening, start):
        return False
    words = [token.lower() for token in text.tokens[opening + 1 : start] if token.strip()]
    if not has_year:
        return words[1:2] == ["had"] and words[0] in RELATIVES
    return words[:1] != [] and (words[0] in words_of("aside") or words[0] in words_of("origin"))


def _closes(text: Encoded, place: int) -> bool:
    return text.tokens[place] in CLOSERS or text.tokens[place] in OPENERS


def is_to_come(text: Encoded, start: int) -> bool:
    """Whether 'will' stands before the date in its sentence, and no comma or 'and' between."""
    for place in range(start - 1, max(0, start - BEFORE), -1):
        token = text.tokens[place].lower()
        if token in WILL:
            return is_one_sentence(text, place, start)
        if token in CLOSERS or token == "and":
            return False
    return False
