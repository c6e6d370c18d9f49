"""Capitals: copy that is written in nothing else ('TWO SOLDIERS WERE KILLED IN KABUL'), as it would be written in small letters.

No list has all names: a word is one unless it is common, which the caller knows of some and the rows of the rules of ten
thousand, whose examples and lists write it in small letters.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

from timeline.lexicon import rows

IN_CAPITALS = re.compile(r"\b[A-Z]{2,}\b(?:[^a-zA-Z]+[A-Z]+\b){4}")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
RULED = re.compile(r"(?<=[a-z,;0-9/] )\[?([A-Z]?[a-z]+)")
OPENING = re.compile(r"(?:\A|\w\w[.!?:]\s|[\"“]\s?)\W*\Z")  # what stands before the first word of a sentence
NUMBER = re.compile(r"\W*\d")
VOWEL = re.compile("[AEIOUY]")
ENDINGS = ("", "s", "es", "ed", "d", "ing", "er", "ers", "ly")
SHORTEST = 3  # letters of an unknown word: 'IBM'
MOST_SMALL = 5  # of a hundred letters


def in_small_letters(text: str, is_common: Callable[[str], bool]) -> str:
    """The text as it would be written, letter for letter; unchanged when more than a few of its letters are small ones."""
    letters = [letter for letter in text if letter.isalpha()]
    if sum(letter.islower() for letter in letters) * 100 > len(letters) * MOST_SMALL:
        return text
    found = list(WORD.finditer(text))
    words = [one[0].lower() for one in found]
    names = [_is_name(words, number, is_common) for number in range(len(words))]
    written = list(text)
    for number, one in enumerate(found):
        behind = text[one.end() : one.end() + 4]
        is_name = names[number] or _is_month(words[number], behind, text[: one.start()])
        is_name = is_name or _is_before_name(words, names, number, behind)
        is_first = OPENING.search(text[max(0, one.start() - 5) : one.start()]) is not None
        is_start = is_name and number + 1 < len(names) and names[number + 1] and behind[:1].isspace()
        form = _written(one[0], is_name=is_name, is_first=is_first, is_start=is_start)
        if len(form) == len(one[0]):  # 'ß' has two capitals
            written[one.start() : one.end()] = form
    return "".join(written)


def _is_name(words: Sequence[str], number: int, is_common: Callable[[str], bool]) -> bool:
    """Whether a word is a name by itself, or with the one beside it."""
    word, before = words[number], words[number - 1] if number else ""
    after = words[number + 1] if number + 1 < len(words) else ""
    bare = re.split(r"['’]", word)[0]
    if bare in _listed("name") or bare in _listed("kept") or {f"{before} {bare}", f"{bare} {after}"} & _listed("pair"):
        return True
    if len(bare) == 1:
        return bare != "a"
    if bare in _listed("month"):
        return before in _listed("dated")
    if _cases().get(bare, 0) < 0:
        return True
    if any(_cases().get(bare.removesuffix(ending), 0) > 0 for ending in ENDINGS if bare.endswith(ending)):
        return False
    is_beside = before in _first_names() or before in _listed("at")
    return is_beside or bare in _first_names() or bare.endswith(tuple(_listed("ending"))) or not is_common(bare)


def _is_month(word: str, behind: str, before: str) -> bool:
    return word in _listed("month") and (NUMBER.match(behind) is not None or before[-3:].strip(" ,").isdigit())


def _is_before_name(words: Sequence[str], names: Sequence[bool], number: int, behind: str) -> bool:
    """'PRESIDENT RAHIMI', 'SOUTH AFRICA'."""
    is_beside = number + 1 < len(words) and names[number + 1] and behind.lstrip(". ")[:1].isalpha()
    return is_beside and words[number] in _listed("title") | _listed("leading")


def _written(word: str, *, is_name: bool, is_first: bool, is_start: bool) -> str:
    small = word.lower()
    bare = re.split(r"['’]", small)[0]
    is_known = bare in _first_names() or bare in _cases() or bare in _listed("title")
    is_lettered = len(bare) <= SHORTEST and not is_known and not is_start
    if is_name and (bare in _listed("kept") or is_lettered or not (is_known or VOWEL.search(word))):
        return word[: len(bare)] + small[len(bare) :]
    return small[:1].upper() + small[1:] if is_name or is_first else small


@cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(word.lower() for row in rows("capitals") if row["kind"] == kind for word in row.words("words"))


@cache
def _first_names() -> frozenset[str]:
    return frozenset(name.lower() for row in rows("firstnames") for name in row.words("names"))


@cache
def _cases() -> dict[str, int]:
    """How much oftener the rules write each of their words in small letters than with a capital."""
    found: Counter[str] = Counter()
    for path in (files("timeline") / "rules" / "en").iterdir():
        for word in RULED.findall(path.read_text(encoding="utf-8")) if path.name.endswith(".txt") else ():
            found[word.lower()] += 1 if word.islower() else -1
    return found
