"""Families of words: which triggers may tell one happening (families.txt)."""

import re
from collections import defaultdict
from functools import lru_cache

from timeline.lexicon import rows

ANY = "any"  # whatever it was read as
AMBIGUOUS = frozenset({"fire", "hit", "storm", "strike"})  # an attack, or a strike, a blaze, a gale
CROWD_CONTROL = "crowd-control"  # a mode
GUESSED = frozenset({"assault", "business", "other"})  # what these are read as where nothing tells
# Verbs that say little: what is meant hangs on what they are read as.
LIGHT = frozenset(
    "begin break bring call catch come cut do end fall get give go have hold keep lead leave lose make move open put run send set"
    " start take".split()
)
# Families of what is suffered: whom these happen to is often taken for who does it ('acquitted in another case, he …').
SUFFERED = frozenset({"acquit", "appoint", "arrest", "convict", "remove", "resign", "sentence"})
# What happens to one of many: 'the arrest' in another text is anybody's.
PERSONAL = SUFFERED | {"charge", "die", "kill", "plead", "release", "sue", "testify", "trial"}
# What a verb and the noun made of it end in ('deport', 'deportation'; 'hijack', 'hijacking').
ENDING = re.compile(
    r"(?:ations?|itions?|utions?|tions?|sions?|ions?|ments?|als?|[ae]nces?|ures?|ings?|ate|ify|i[sz]e|ish|e|y)$"
)
DOUBLED = re.compile(r"([bdgmnprt])\1$")  # 'kidnapping'
ROOT = 4  # letters


@lru_cache(maxsize=8192)
def families(lemma: str, kind: str, mode: str | None = None) -> frozenset[str]:
    """The names of the rows of `families.txt` that have the word for that type; else of its one row, else its root alone.

    What a word of one sense is read as may be wrong, so its type does not matter ('closed' as sanction). A word of several
    senses that is read as none of them is of its type alone ('strike' as aid). 'Fired tear gas' is no strike and no blaze.
    """
    if mode == CROWD_CONTROL and is_ambiguous(lemma, kind):
        return frozenset({f"{kind} {mode}"})
    word = lemma.casefold()
    known = _rows().get(word, ())
    if named := frozenset(name for name, types in known if kind in types or ANY in types):
        return named
    if word in LIGHT or len({name for name, _ in known}) > 1:
        return frozenset({f"{kind} {_root(word)}"})
    return frozenset({name for name, _ in known} or {f"~ {_root(word)}"})


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
