"""Families of words: which triggers may tell one happening (families.txt)."""

import re
from collections import defaultdict
from functools import lru_cache

from timeline.lexicon import rows

ANY = "any"  # whatever it was read as
AMBIGUOUS = frozenset({"fire", "hit", "storm", "strike"})  # an attack, or a strike, a blaze, a gale
GUESSED = frozenset({"assault", "business", "other"})  # what these are read as where nothing tells
# What a verb and the noun made of it end in ('deport', 'deportation'; 'hijack', 'hijacking').
ENDING = re.compile(
    r"(?:ations?|itions?|utions?|tions?|sions?|ions?|ments?|als?|[ae]nces?|ures?|ings?|ate|ify|i[sz]e|ish|e|y)$"
)
DOUBLED = re.compile(r"([bdgmnprt])\1$")  # 'kidnapping'
ROOT = 4  # letters


@lru_cache(maxsize=8192)
def families(lemma: str, kind: str) -> frozenset[str]:
    """The names of the rows of `families.txt` that have the word for that type, else the type and the root of the word alone.

    Two Statements of one row may differ in type; those of no row never do.
    """
    word = lemma.casefold()
    named = frozenset(name for name, types in _rows().get(word, ()) if kind in types or ANY in types)
    return named or frozenset({f"{kind} {_root(word)}"})


def _root(word: str) -> str:
    """What is left of a word without its ending, when that is enough to tell it."""
    found = DOUBLED.sub(r"\1", ENDING.sub("", word))
    return found if len(found) >= ROOT else word


def is_ambiguous(lemma: str, kind: str) -> bool:
    """Whether its type may well have been misread."""
    return lemma.casefold() in AMBIGUOUS and kind in GUESSED


def is_listed(names: frozenset[str]) -> bool:
    """Whether these are rows of `families.txt`."""
    return not any(" " in name for name in names)


@lru_cache(maxsize=1)
def _rows() -> dict[str, list[tuple[str, frozenset[str]]]]:
    """For each word the rows it stands in: name and types."""
    found: defaultdict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for row in rows("families"):
        types = frozenset(row.words("types"))
        for word in row.words("words"):
            found[word.casefold()].append((row["name"], types))
    return found
