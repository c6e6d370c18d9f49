"""Numerals: what number words say, with the low and high that the words around them leave open ('at least nine')."""

import re
from functools import cache, lru_cache
from itertools import compress

from timeline.lexicon import rows
from timeline.model.value import value
from timeline.parser.sentences.tree import Tree, once

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen".split()
)
TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1_000, "k": 1_000, "million": 10**6, "m": 10**6, "mn": 10**6, "billion": 10**9,
    "bn": 10**9, "trillion": 10**12, "tn": 10**12,
}  # fmt: skip
MANY = {"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2 * 10**6}
FEW = {"couple": 2, "several": 3, "few": 3}
DIGITS = re.compile(r"(\d[\d,]*(?:\.\d+)?)(k|m|mn|bn|tn)?$")
WORDS = frozenset({*SMALL, *TENS, *SCALES, *MANY, *FEW})
RANGE_WORDS = frozenset({"and", "to", "or", "-", "–", "—"})
OPENING = frozenset({"half", "couple"})  # may begin a number, and are none
JOINTS = frozenset({"and", "a", "an", "of", "-"})
MOST_REMEMBERED = 65536  # words
REACH = 5  # tokens before a number in which the word for a bound is looked for


@value
class Numeral:
    """A number as told: `high` None for no upper bound; `start` and `end` are its tokens, half-open."""

    value: float
    low: float
    high: float | None
    start: int
    end: int


@cache
def bounds() -> tuple[tuple[tuple[str, ...], str], ...]:
    """(words before a number, what they do to it), longest first."""
    found = [(tuple(words.split()), row["bound"]) for row in rows("bounds") for words in row.words("words")]
    return tuple(sorted(found, key=lambda entry: -len(entry[0])))


@lru_cache(maxsize=20_000)
def bounds_ending_in(word: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Those of them that end so."""
    return tuple(entry for entry in bounds() if entry[0][-1] == word)


def number_value(words: list[str]) -> float | None:
    """'1,200' -> 1200, 'twenty five' -> 25, 'two million' -> 2000000, '2.5m', 'tens of thousands' -> 20000; None for no number."""
    return _value(" ".join(words))


@lru_cache(maxsize=5_000)
def _value(words: str) -> float | None:
    total, current, seen = 0.0, 0.0, False
    for word in words.lower().replace("-", " ").split():
        digits = DIGITS.match(word)
        if digits:
            current += float(digits[1].replace(",", "")) * SCALES.get(digits[2] or "", 1)
        elif word in SCALES:
            scaled = (current or 1) * SCALES[word]
            total, current = (total, scaled) if SCALES[word] < 1_000 else (total + scaled, 0.0)
        elif word in MANY:
            current = MANY[word] * (current or 1) if word != "thousands" or not current else current * 1_000
        elif word in SMALL or word in TENS or word in FEW:
            current += SMALL.index(word) if word in SMALL else TENS.get(word, FEW.get(word, 0))
        elif word == "half":
            current, seen = 0.5, seen
        elif word not in JOINTS:
            return None
        seen = seen or word not in JOINTS
    return total + current if seen else None


def is_number(tree: Tree, index: int) -> bool:
    """A word that can begin or go on a number."""
    word = tree.lower[index]
    if not _may_open[word] or not _counts(word):
        return False
    return not (word == "one" and index > 0 and tree.lower[index - 1] in {"no", "any", "every"})


@lru_cache(maxsize=5_000)
def _counts(word: str) -> bool:
    if not (word[:1].isdigit() or word.partition("-")[0] in WORDS):
        return False
    parts = word.split("-")
    return (
        bool(DIGITS.match(word))
        or all(part in SMALL or part in TENS or part in SCALES for part in parts)
        or word in MANY
    )


class _Opening(dict[str, bool]):
    """Word to whether it may begin a number; asked of every word of a text, so it is worked out once for each."""

    def __missing__(self, word: str) -> bool:
        found = _counts(word) or word in OPENING
        if len(self) < MOST_REMEMBERED:
            self[word] = found
        return found


_may_open = _Opening()


@once
def find_numerals(tree: Tree) -> tuple[Numeral, ...]:
    """All numbers of a sentence in text order; 'between 20 and 30' is one."""
    found: list[Numeral] = []
    last = -1
    for index in compress(range(len(tree)), map(_may_open.__getitem__, tree.lower)):
        end = _run_end(tree, index) if index > last else index
        if end > index:
            found.append(_numeral(tree, index, end))
            last = end
    return tuple(_joined(tree, found))


def _run_end(tree: Tree, start: int) -> int:
    """Where the number that begins at a token ends; the token itself when none does."""
    if not is_number(tree, start) and tree.lower[start] not in OPENING:
        return start
    end = start
    while end < len(tree) and (is_number(tree, end) or _goes_on(tree, start, end)):
        end += 1
    return end if number_value(_words(tree, start, end)) is not None else start


def _goes_on(tree: Tree, start: int, end: int) -> bool:
    """'of' in 'tens of thousands', 'and' in 'two hundred and six', 'a' in 'half a dozen'."""
    if end == start:
        return tree.lower[end] in OPENING
    word = tree.lower[end]
    is_last = end + 1 >= len(tree) or not is_number(tree, end + 1)
    if is_last or word not in JOINTS:
        return False
    before = tree.lower[end - 1]
    return (
        (word == "and" and before in {"hundred", "thousand"}) or (word == "of" and before in MANY) or word in {"a", "-"}
    )


def _words(tree: Tree, start: int, end: int) -> list[str]:
    return [tree[index].text for index in range(start, end)]


def _numeral(tree: Tree, start: int, end: int) -> Numeral:
    value = number_value(_words(tree, start, end)) or 0.0
    is_vague = any(word.lower() in MANY for word in _words(tree, start, end))
    low, high = _bounded(value, "least" if is_vague else _bound(tree, start))
    return Numeral(value, low, high, start, end)


def _bound(tree: Tree, start: int) -> str:
    """What the words right before a number do to it."""
    before = list(tree.lower[max(0, start - REACH) : start])
    while before and before[-1] in {"a", "an", *"$£€¥", "us$"}:
        before.pop()
    known = bounds_ending_in(before[-1]) if before else ()
    return next((bound for words, bound in known if tuple(before[len(before) - len(words) :]) == words), "")


def _bounded(value: float, bound: str) -> tuple[float, float | None]:
    """Low and high: 'about' leaves a tenth on both sides, 'nearly' a tenth below."""
    about = (round(value * 0.9, 2), round(value * 1.1, 2))
    return {"least": (value, None), "most": (0.0, value), "nearly": (about[0], value), "about": about}.get(
        bound, (value, value)
    )


def _joined(tree: Tree, numerals: list[Numeral]) -> list[Numeral]:
    """'20 to 30' and 'between 20 and 30' as one number between the two."""
    found: list[Numeral] = []
    for numeral in numerals:
        before = found[-1] if found else None
        if before is not None and _is_range(tree, before, numeral):
            middle = (before.value + numeral.value) / 2
            found[-1] = Numeral(middle, before.value, numeral.value, before.start, numeral.end)
        else:
            found.append(numeral)
    return found


def _is_range(tree: Tree, one: Numeral, other: Numeral) -> bool:
    if other.start != one.end + 1 or one.value >= other.value:
        return False
    word = tree[one.end].text.lower()
    is_between = one.start > 0 and tree[one.start - 1].text.lower() in {"between", "from"}
    return word in RANGE_WORDS and (word != "and" or is_between)
