"""Callings: of what sort of firm a noun phrase, or the last word of a name, says that one is: the rows of sorts.txt."""

from collections.abc import Sequence
from functools import cache

from timeline.lexicon import rows

LONGEST = 3


def sorts_of(nouns: Sequence[str]) -> frozenset[str]:
    """The sorts that a noun phrase names by its last words: 'car maker' is a car's maker; empty when it names none."""
    phrases = (" ".join(nouns[-size:]) for size in range(min(LONGEST, len(nouns)), 0, -1))
    return next((found for phrase in phrases if (found := _called().get(phrase))), frozenset())


def naming(nouns: Sequence[str]) -> int:
    """How many of its last words name the sort."""
    sizes = range(min(LONGEST, len(nouns)), 0, -1)
    return next((size for size in sizes if " ".join(nouns[-size:]) in _called()), 1)


def sorts_of_name(name: str) -> frozenset[str]:
    """What the last word of a firm's name tells, else the first: 'Skerry Airways' is an airline, and so is 'Air Skerry'."""
    first, *_, last = name.lower().split() * 2
    return _by_name().get(last) or _by_name().get(first, frozenset())


@cache
def _called() -> dict[str, frozenset[str]]:
    return {word: frozenset(row.words("sort")) for row in rows("sorts") for word in row.words("words")}


@cache
def _by_name() -> dict[str, frozenset[str]]:
    return {word: frozenset(row.words("sort")) for row in reversed(rows("sorts")) for word in row.words("names")}
