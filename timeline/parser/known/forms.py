"""Forms: the past of a verb, for clauses that have no tense of their own ('killing two' is told as 'killed two')."""

from functools import cache

from timeline.lexicon import rows

VOWELS = frozenset("aeiou")


def past(lemma: str) -> str:
    """'kill' to 'killed', 'take' to 'took'; by the rules of spelling where irregular.txt has no row."""
    return irregular().get(lemma) or _regular(lemma)


def is_of_either_tense(form: str) -> bool:
    """'cut', 'set', which are both the present and the past."""
    return irregular().get(form) == form


@cache
def irregular() -> dict[str, str]:
    """Verbs to their past, from the rows of irregular.txt."""
    return {row["verb"]: row["past"] for row in rows("irregular")}


def _regular(lemma: str) -> str:
    if lemma.endswith("e"):
        return f"{lemma}d"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return f"{lemma[:-1]}ied"
    return f"{lemma}{lemma[-1]}ed" if _is_doubled(lemma) else f"{lemma}ed"


def _is_doubled(lemma: str) -> bool:
    """One short vowel before one consonant: 'plan', 'stop', 'grab'; longer words that do so are rows."""
    is_short = sum(letter in VOWELS for letter in lemma) == 1 and len(lemma) > 2
    return is_short and lemma[-2] in VOWELS and lemma[-1] not in VOWELS | frozenset("wxy")
