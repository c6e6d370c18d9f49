"""The words that time rules know, and a text written as one sign per token: a letter for each known word.

A pattern over these signs is a pattern over words, so the whole grammar runs as one compiled expression.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from timeline.lexicon import Row, rows

FIRST_SIGN = 0x4E00  # letters that no rule speaks of otherwise, so that \w is any word; 20,000 of them
SMALL_WORD, CAPITAL_WORD, PAST_WORD, PLURAL = "w", "W", "e", "v"  # unknown words: small, capital, in -ed, in -s
POSSESSIVE = "§"  # no letter
GAP, BREAK = " ", "\n"  # white space within a paragraph, and a blank line

DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
NUMERIC = {
    "T": DAY + r"[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?(?![\w:])",
    "K": r"[0-9]{4}-?W[0-5][0-9](?:-?[1-7])?(?![\w-])",
    "I": DAY + r"(?![\w-])",
    "H": r"[0-9]{1,2}-[A-Z][A-Za-z]{2,8}-[0-9]{2,4}(?![\w-])",
    "S": r"[0-9]{1,4}(?:/[0-9]{1,2}/|\.[0-9]{1,2}\.)[0-9]{2,4}(?![\w/]|[.-][0-9])",
    "C": r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![\w:]|[.][0-9])",
    "D": r"(?:[0-9]{3}0['’]?s|['’‘`]?[0-9]0['’]?s)(?!\w)",
    "F": r"[0-9]/[0-9]{1,2}(?![\w/]|\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))",
    "J": r"[1-9][0-9]0s(?!\w)",
}
NUMBERS = (r"[0-9]+(?:st|nd|rd|th)(?!\w)", r"[0-9]{1,3}(?:,[0-9]{3})+(?![\w,])|[0-9]+\.[0-9]+(?!\w)|[0-9]+")
MARKED = (
    r"[ap]\.m\b\.?|[AP]\.M\b\.?|B\.\s?C\.(?:\s?E\.)?|A\.\s?D\.|C\.\s?E\.|[QH][1-4](?!\w)|['’](?:s|ll|d|re|ve|m|t)\b"
)
WORD = r"[^\W\d_]"
# Words of several letters come first, as most are, and nothing of MARKED or NUMERIC begins with two letters.
TOKEN = re.compile(
    "|".join(["[A-Za-z]{2,}" + WORD + "*", r"\s+", MARKED, *NUMERIC.values(), *NUMBERS, WORD, "."]), re.DOTALL
)
SHAPES = [(sign, re.compile(f"(?:{pattern})$")) for sign, pattern in NUMERIC.items()]
SIGNS = {
    "isotime": "T", "isodate": "I", "isoweek": "K", "dashdate": "H", "slashdate": "S", "clocktime": "C", "decadeno": "D",
    "centuryno": "J", "fraction": "F", "small": "d", "smallth": "o", "bigth": "p", "number": "dynz", "yearno": "y",
    "dash": "-–—", "slash": "/",
    "capital": "W", "plainword": "wev", "plain": "nz", "plural": "v", "zerohour": "z",
}  # fmt: skip
MOST_REMEMBERED = 60_000  # tokens whose sign is kept, some 8 MB
LONGEST_NUMBER = 12  # signs: what is longer counts nothing
DIGITS = frozenset("0123456789")
FIRST_YEAR, LAST_YEAR = 1000, 2199


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text as tokens, the offset where each starts (and one more: the end), and its signs, one per token."""

    tokens: list[str]
    starts: list[int]
    signs: str


class Vocabulary(dict[str, str]):
    """Token to sign. What is not a known word gets the sign of its kind."""

    def __init__(self) -> None:
        super().__init__()
        self.classes: dict[str, set[str]] = {}
        self.says: dict[tuple[str, str], str] = {}
        self.size = 0
        self.names = "W"
        self.own: dict[str, str] = {}  # the words of rows and patterns alone, without what texts brought

    def add(self, word: str) -> str:
        """The sign of a word of a pattern or a row, made when it is new; words in capitals need one in the text too."""
        sign = self.get(word)
        if sign is None:
            sign = chr(FIRST_SIGN + self.size)
            self.size += 1
            self.own[word] = sign
            for written in {word, word.upper()} | ({word.capitalize()} if word.islower() else set()):
                self.setdefault(written, sign)
        return sign

    def add_pattern_word(self, word: str) -> str:
        """The sign of a word that a pattern speaks of; one with a capital can still be part of a name."""
        is_new = word not in self
        sign = self.add(word)
        if is_new and word[0].isupper():
            self.names += sign
        return sign

    def known(self, word: str) -> tuple[str, ...]:
        """The sign of a known word, () for another."""
        return (self[word],) if word in self else ()

    def add_row(self, row: Row) -> None:
        """All words of a row of times-words.txt."""
        for word in row.words("words"):
            sign = self.add(word)
            self.classes.setdefault(row["class"], set()).add(sign)
            self.says[row["class"], word.lower()] = row["says"]

    def value(self, name: str, word: str) -> str | None:
        """What the row of a class says of a word, None when it is not in that class."""
        return self.says.get((name, word.lower()))

    def __missing__(self, token: str) -> str:
        sign = unknown_sign(token)
        if len(self) < MOST_REMEMBERED:
            self[token] = sign
        return sign


def unknown_sign(token: str) -> str:
    """The sign of a token that is no known word."""
    first = token[0]
    if first.isspace():
        return BREAK if token.count("\n") > 1 else GAP
    if first in DIGITS or (first in "'’‘`" and len(token) > 2):
        return _number_sign(token)
    if first.isalpha():
        if first.isupper():
            return CAPITAL_WORD
        return _small_word_sign(token)
    return "'" if first == "’" else first if first < "\x7f" or first in "–—" else "*"


def _small_word_sign(token: str) -> str:
    if token.endswith("ed") and len(token) > 3 and token[-3] != "e":
        return PAST_WORD
    return PLURAL if token[-1] == "s" and len(token) > 3 and token[-2] not in "sui" else SMALL_WORD


def _number_sign(token: str) -> str:
    if len(token) > LONGEST_NUMBER and token[-1] in DIGITS and ":" not in token:
        return "*"
    if token.isdigit():
        return "d" if len(token) < 3 and 0 < int(token) < 32 else "y" if _is_year(token) else _other_number(token)
    if token[-1] in "tdh" and token[:-2].isdigit():
        return "o" if len(token) < 5 and 0 < int(token[:-2]) < 32 else "p"
    return next((sign for sign, shape in SHAPES if shape.match(token)), "n")


def _other_number(token: str) -> str:
    """'0530' can be an hour."""
    return "z" if len(token) == 4 and token[0] == "0" else "n"


def _is_year(token: str) -> bool:
    return len(token) == 4 and token[0] != "0" and FIRST_YEAR <= int(token) <= LAST_YEAR


@cache
def vocabulary() -> Vocabulary:
    """The words of times-words.txt; patterns add theirs as they are compiled."""
    words = Vocabulary()
    words.update({"'s": POSSESSIVE, "’s": POSSESSIVE})
    for row in rows("times-words"):
        words.add_row(row)
    return words


def encode(text: str, words: Vocabulary) -> Encoded:
    """The text as tokens and signs; linear, and nearly all of it in C."""
    tokens = TOKEN.findall(text)
    return Encoded(tokens, list(accumulate(map(len, tokens), initial=0)), "".join(map(words.__getitem__, tokens)))
