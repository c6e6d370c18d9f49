"""Words that are no time after all: 'a day labourer', 'a crowd of 2025', the film 'Tomorrow Never Dies'."""

from functools import cache

from timeline.lexicon import rows
from timeline.parser.recognise import Phrase
from timeline.parser.vocabulary import Encoded

BARE_YEAR = "{year}"
QUOTES = frozenset({'"', "“", "'", "‘", "`"})
NAME_KINDS = frozenset({"today", "unit", "ref"})


@cache
def words_beside(column: str) -> dict[str, frozenset[str]]:
    """Words for a time, each with the words before or after it that make it none."""
    return {row["word"]: frozenset(row.words(column)) for row in rows("times-compounds")}


def without_compounds(phrases: list[Phrase], text: Encoded) -> list[Phrase]:
    """The phrases that no word beside them makes something else of, and that are not written as a title."""
    return [phrase for phrase in phrases if not (_is_compound(phrase, text) or _is_title(phrase, text))]


def _is_compound(phrase: Phrase, text: Encoded) -> bool:
    word = BARE_YEAR if phrase.rule.name == "year" else phrase.words[-1]
    if word not in words_beside("followed by"):
        return False
    after = "".join(text.tokens[phrase.end : phrase.end + 2]).lower()
    before = "".join(text.tokens[max(0, phrase.start - 4) : phrase.start]).lower().strip()
    is_after = after[:1] == " " and after[1:] in words_beside("followed by")[word]
    return is_after or not words_beside("preceded by")[word].isdisjoint({before, before.rpartition(" ")[2]})


def _is_title(phrase: Phrase, text: Encoded) -> bool:
    """Whether every word has a capital where a sentence would have none: 'sang Yesterday', 'on ABC's "This Week"'."""
    if phrase.rule.kind not in NAME_KINDS or phrase.start < 2:
        return False
    if not all(token[0].isupper() for token in text.tokens[phrase.start : phrase.end : 2]):
        return False
    before = text.tokens[phrase.start - 1]
    is_quoted = before in QUOTES and phrase.end - phrase.start > 1
    return is_quoted or (before == " " and text.tokens[phrase.start - 2].islower())
