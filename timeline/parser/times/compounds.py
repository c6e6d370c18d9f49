"""Words that are no time after all: 'a day labourer', 'a crowd of 2025', the film 'Tomorrow Never Dies'."""

from functools import cache

from timeline.lexicon import rows
from timeline.parser.times.near import words_of
from timeline.parser.times.recognise import Phrase
from timeline.parser.times.vocabulary import Encoded

BARE_YEAR = "{year}"
QUOTES = frozenset({'"', "“", "'", "‘", "`"})
FAR = 50  # tokens and gaps: a long sentence
NAME_KINDS = frozenset({"today", "unit", "ref"})


@cache
def words_beside(column: str) -> dict[str, frozenset[str]]:
    """Words for a time, each with the words before or after it that make it none."""
    return {row["word"]: frozenset(row.words(column)) for row in rows("times-compounds")}


def without_compounds(phrases: list[Phrase], text: Encoded) -> list[Phrase]:
    """The phrases that no word near them makes something else of, and that are not written as a title."""
    is_none = (_is_compound, _is_title, _is_of_match)
    return [phrase for phrase in phrases if not any(is_so(phrase, text) for is_so in is_none)]


def _is_compound(phrase: Phrase, text: Encoded) -> bool:
    word = BARE_YEAR if phrase.rule.name == "year" else phrase.words[-1]
    if word not in words_beside("followed by"):
        return False
    after = "".join(text.tokens[phrase.end : phrase.end + 2]).lower()
    before = "".join(text.tokens[max(0, phrase.start - 4) : phrase.start]).lower().strip()
    is_after = after[:1] == " " and after[1:] in words_beside("followed by")[word]
    return is_after or not words_beside("preceded by")[word].isdisjoint({before, before.rpartition(" ")[2]})


def _is_of_match(phrase: Phrase, text: Encoded) -> bool:
    """Whether 'the first half' or 'the third quarter' is one of a match, and not of a year.

    A half is one of a year only where a word near it tells of trade, a quarter unless one tells of a match and none of trade.
    """
    is_half = phrase.rule.kind == "halfyear"
    if not is_half and (phrase.rule.kind != "quarter" or {"year", "rel", "fiscalword"} & phrase.terms.keys()):
        return False
    near = {token.lower() for token in text.tokens[max(0, phrase.start - FAR) : phrase.end + FAR]}
    is_match, is_trade = (not near.isdisjoint(words_of(subject)) for subject in ("match", "trade"))
    return (is_match or not is_trade) if is_half else (is_match and not is_trade)


def _is_title(phrase: Phrase, text: Encoded) -> bool:
    """Whether every word has a capital where a sentence would have none: 'sang Yesterday', 'on ABC's "This Week"'."""
    if phrase.rule.kind not in NAME_KINDS or phrase.start < 2:
        return False
    if not all(token[0].isupper() for token in text.tokens[phrase.start : phrase.end : 2]):
        return False
    before = text.tokens[phrase.start - 1]
    is_quoted = before in QUOTES and phrase.end - phrase.start > 1
    return is_quoted or (before == " " and text.tokens[phrase.start - 2].islower())
