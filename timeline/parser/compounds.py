"""Compounds: a word for a time that another word makes something else of ('a day labourer', 'the morning star')."""

from functools import cache

from timeline.lexicon import rows
from timeline.parser.recognise import Phrase
from timeline.parser.vocabulary import Encoded


@cache
def compound_words() -> dict[str, frozenset[str]]:
    """Words for a time, each with the words after which it is none."""
    return {row["word"]: frozenset(row.words("followed by")) for row in rows("times-compounds")}


def without_compounds(phrases: list[Phrase], text: Encoded) -> list[Phrase]:
    """The phrases whose last word is not the first of a compound."""
    return [phrase for phrase in phrases if not _is_compound(phrase, text)]


def _is_compound(phrase: Phrase, text: Encoded) -> bool:
    following = compound_words().get(phrase.words[-1])
    if following is None or text.signs[phrase.end : phrase.end + 1] != " ":
        return False
    return "".join(text.tokens[phrase.end + 1 : phrase.end + 2]).lower() in following
