"""Vectors: what words mean, by the company they keep, and what such meanings tell. The only importer of NumPy and tokenizers.

The vectors are those that the package wordllama brings (256 numbers for each piece of a word); its own code is not used, as it asks
the network for what it does not find. `rules/weights/types.npz` holds the weights that sort clauses by type, learnt by
`benchmarks/typed.py`, `worth.npz` and `days.npz` those of `worth.py` and `days.py` there. Nothing is learnt while a text is read.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, reduce
from importlib.resources import as_file, files
from importlib.util import find_spec
from itertools import repeat
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from timeline.errors import SettingError

PACKAGE = "wordllama"
PIECES, TOKENIZER = "weights/l2_supercat_256.safetensors", "tokenizers/l2_supercat_tokenizer_config.json"
FOLDER = "rules/weights"
NOTHING = " "  # no word
MOST_REMEMBERED = 20_000  # words in one table, some 20 MB of vectors; when it is full, all are forgotten
Vector = NDArray[np.float32]
K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, eq=False)
class Meanings:
    """A vector of length one for each word, made of those of its pieces."""

    tokenizer: Tokenizer
    pieces: NDArray[np.float16]
    known: dict[str, Vector] = field(default_factory=dict)  # of the words asked for so far
    alone: dict[str, Vector] = field(default_factory=dict)  # likewise, of those asked for by themselves

    def of(self, words: Sequence[str]) -> Vector:
        """What the words have in common, of length one; nothing but zeros for no words. Not to be changed."""
        if len(words) > 1:
            return _unit(reduce(np.add, [self._word(word.lower()) for word in words]))  # few: no table is made of them
        word = words[0].lower() if words else NOTHING
        found = self.alone.get(word)
        if found is None:
            found = _unit(self._word(word)) if words else np.zeros(self.pieces.shape[1], np.float32)
            _remember(self.alone, word, found)
        return found

    def _word(self, word: str) -> Vector:
        found = self.known.get(word)
        if found is None:
            places = self.tokenizer.encode(word, add_special_tokens=False).ids
            found = _unit(self.pieces[places].astype(np.float32).sum(axis=0))
            _remember(self.known, word, found)
        return found


@dataclass(frozen=True, eq=False)
class Weights:
    """A linear model: what each clue, what the words of each part of a clause mean and what else is told say for each label."""

    labels: tuple[str, ...]
    names: dict[str, int]  # clue to its place in the table
    clues: Vector  # clues by labels
    words: Vector  # parts by numbers of a vector by labels
    company: Vector  # labels by labels
    base: Vector
    learnt_from: str = ""  # the hash of prototypes.txt as it was then
    known: dict[tuple[int, str], Vector] = field(default_factory=dict)  # what single words in a part said so far

    def scores(self, names: Iterable[str], parts: Sequence[Sequence[str]], beside: Vector) -> Vector:
        """For each label; the higher, the likelier. `beside` is what the rest of the text says (`said_beside`)."""
        said = beside + self.base
        for place, words in enumerate(parts):
            if words:
                said += self._said(place, words)
        found = [place for place in map(self.names.get, names) if place is not None]
        return said + np.add.reduce(self.clues.take(np.array(found, np.intp), axis=0))  # type: ignore[no-any-return]

    def likeliest(
        self, names: Iterable[str], parts: Sequence[Sequence[str]], beside: Vector, own: str
    ) -> tuple[str, float, float]:
        """The label of the highest score, how likely it is, 0 to 1, and by how much more than the label `own`."""
        scores = self.scores(names, parts, beside)
        place = scores.argmax()
        shares = np.exp(scores - scores[place])
        chance = float(1 / shares.sum())
        return self.labels[place], chance, chance * float(1 - shares[self.labels.index(own)])

    def said_beside(self, company: Vector) -> Vector:
        """What is said for each label by how often the rest of the text has each, in logarithms."""
        said: Vector = company @ self.company
        return said

    def _said(self, place: int, words: Sequence[str]) -> Vector:
        if len(words) > 1:
            said: Vector = meanings().of(words).dot(self.words[place])
            return said
        found = self.known.get(key := (place, words[0]))
        if found is None:
            found = meanings().of(words) @ self.words[place]
            _remember(self.known, key, found)
        return found


@dataclass(frozen=True, eq=False)
class Telling:
    """A linear model: how much each clue, and what a verb or noun means, speaks for a word's being told by a reader."""

    names: dict[str, float]
    verb: Vector
    noun: Vector
    base: float
    share: float  # of the words learnt from that readers told
    known: dict[tuple[str, bool], float] = field(default_factory=dict)  # what the words asked for so far say

    def odds(self, clues: float, word: str, *, is_verb: bool) -> float:
        """How likely a word with clues of this weight is to be told, as the logarithm of its odds."""
        said = self.known.get(key := (word, is_verb))
        if said is None:
            said = float(meanings().of([word]) @ (self.verb if is_verb else self.noun))
            _remember(self.known, key, said)
        return self.base + said + clues

    def weight(self, names: Sequence[str]) -> float:
        """What these clues speak for, together. Learnt weights have few digits, so that no sum of some is rounded."""
        return sum(map(self.names.get, names, repeat(0.0)))


@dataclass(frozen=True, eq=False)
class Betting:
    """A linear model: how much each sign speaks for a day."""

    names: dict[str, float]
    base: float

    def odds(self, names: Sequence[str]) -> float:
        """How likely a day with these signs is, as the logarithm of its odds."""
        return self.base + sum(map(self.names.get, names, repeat(0.0)))


@cache
def betting() -> Betting:
    """By which the day of what has none is weighed, read once."""
    kept = _load("days.npz")
    names = dict(zip(kept["names"].tolist(), kept["weights"].astype(float).tolist(), strict=True))
    return Betting(names, float(kept["base"]))


@cache
def telling() -> Telling:
    """By which what a text tells is weighed, read once."""
    kept = _load("worth.npz")
    names = dict(zip(kept["names"].tolist(), kept["weights"].astype(float).tolist(), strict=True))
    verb, noun = kept["words"].astype(np.float32)
    return Telling(names, verb, noun, float(kept["base"]), float(kept["share"]))


@cache
def meanings() -> Meanings:
    """Those that the package brings, read once."""
    folder = _package(PACKAGE)
    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Meanings(tokenizer, _table((folder / PIECES).read_bytes()))


@cache
def weights() -> Weights:
    """Those by which clauses are sorted by type, read once."""
    kept = _load("types.npz")
    names = {name: place for place, name in enumerate(kept["names"].tolist())}
    table, words, company, base = (kept[key].astype(np.float32) for key in ("table", "words", "company", "base"))
    shares = kept["scale"].astype(np.float32)
    return Weights(
        tuple(kept["labels"].tolist()), names, table * shares[0], words, company, base, str(kept["learnt_from"])
    )


def vector(numbers: Sequence[float]) -> Vector:
    """The numbers as those of a vector."""
    return np.array(numbers, np.float32)


def _remember(known: dict[K, V], key: K, value: V) -> None:
    """Texts bring new words for as long as there are texts; other threads may read the table meanwhile."""
    if len(known) >= MOST_REMEMBERED:
        known.clear()
    known[key] = value


def _unit(vector: Vector) -> Vector:
    length = _length(vector)
    return vector / length if length else vector


def _length(vector: Vector) -> np.float32:
    length: np.float32 = np.sqrt(vector.dot(vector))  # what np.linalg.norm gives, without what it asks first
    return length


def _package(name: str) -> Path:
    """Where a package is installed, without importing it."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SettingError(f"{name} is not installed")
    return Path(spec.origin).parent


def _table(content: bytes) -> NDArray[np.float16]:
    """The one table of a file of safetensors: the length of its header, the header in JSON, the numbers."""
    length = int.from_bytes(content[:8], "little")
    (entry,) = (part for name, part in json.loads(content[8 : 8 + length]).items() if name != "__metadata__")
    start, end = entry["data_offsets"]
    table = np.frombuffer(content[8 + length + start : 8 + length + end], np.float16)
    return table.reshape(entry["shape"])


def _load(name: str) -> dict[str, Any]:
    with as_file(files("timeline") / FOLDER / name) as path, np.load(Path(path), allow_pickle=False) as kept:
        return {key: kept[key] for key in kept.files}
