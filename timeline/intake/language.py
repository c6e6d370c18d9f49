"""Which language a text is in, by its script and its function words: it keeps English rules off other languages."""

import re
from collections import Counter
from functools import cache

from timeline.lexicon import rows

UNDETERMINED = "und"
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
ENOUGH_WORDS = 8  # fewer tell nothing in a script that many languages share
MOST_WORDS = 3_000
CLEAR_SHARE = 0.12  # of the words: the function words of a language make up a third of running text, and more
CLEAR_LEAD = 1.6  # times as many as English ones: related languages share some
SCRIPTS = (
    ("ar", "؀", "ۿ"), ("he", "֐", "׿"), ("ru", "Ѐ", "ӿ"), ("el", "Ͱ", "Ͽ"), ("hy", "԰", "֏"),
    ("ka", "Ⴀ", "ჿ"), ("hi", "ऀ", "ॿ"), ("bn", "ঀ", "৿"), ("pa", "਀", "੿"), ("gu", "઀", "૿"),
    ("ta", "஀", "௿"), ("te", "ఀ", "౿"), ("kn", "ಀ", "೿"), ("ml", "ഀ", "ൿ"), ("si", "඀", "෿"),
    ("th", "฀", "๿"), ("lo", "຀", "໿"), ("my", "က", "႟"), ("km", "ក", "៿"), ("am", "ሀ", "፿"),
    ("ja", "぀", "ヿ"), ("ko", "가", "힣"), ("zh", "一", "鿿"),
)  # fmt: skip


def language(text: str) -> str:
    """The ISO 639-1 code of the language that most of the text is in, 'und' when that cannot be told."""
    return _by_script(text[:20_000]) or _by_words(text)


def language_name(code: str) -> str:
    """'French' for 'fr'; the code itself when it has no row."""
    return next((row["name"] for row in rows("languages", "all") if row["code"] == code), code)


def _by_script(text: str) -> str | None:
    """The language of a script other than Latin that has most of the letters; the commonest one that writes so."""
    letters = Counter(_script(letter) for letter in text if letter.isalpha())
    if not letters or letters[None] * 2 > letters.total():
        return None
    if letters["ja"] * 10 > letters.total():
        return "ja"
    return max((script for script in letters if script), key=lambda script: letters[script])


def _script(letter: str) -> str | None:
    return None if letter < "Ͱ" else next((code for code, first, last in SCRIPTS if first <= letter <= last), None)


def _by_words(text: str) -> str:
    words = [found[0].replace("’", "'") for found in WORD.finditer(text[: MOST_WORDS * 12])][:MOST_WORDS]
    if len(words) < ENOUGH_WORDS:
        return UNDETERMINED
    counts = Counter(word for word in words if word[0].islower())  # 'El País' and 'Le Monde' tell nothing
    shares = {code: sum(counts[word] for word in known) / len(words) for code, known in _function_words().items()}
    best = max(shares, key=lambda code: shares[code])
    if best != "en" and shares[best] >= CLEAR_SHARE and shares[best] > shares["en"] * CLEAR_LEAD:
        return best
    return "en" if shares["en"] >= CLEAR_SHARE / 2 else UNDETERMINED


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {row["code"]: frozenset(row.words("words")) for row in rows("languages", "all") if row["words"]}
