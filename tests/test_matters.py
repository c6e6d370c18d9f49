"""Pairs of marked words in corpus/merging: whether they tell one happening, read and merged the whole way.

A verdict with `!` is a strict expected failure, with its reason.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from timeline.chronology import merge, ranks, readings
from timeline.intake.record import record_document
from timeline.intake.syntax import parse_all
from timeline.model.event import Evidence
from timeline.parser.read import read

FOLDER = Path(__file__).parent / "corpus" / "merging"
MARK = re.compile(r"\[([^\]]+)\]")
Text = tuple[str, str]  # day of publication, words


@dataclass(frozen=True, slots=True)
class Pair:
    """One or two texts with two marks, and what is wanted of them."""

    texts: tuple[Text, ...]
    wanted: str
    fails: str | None

    @property
    def name(self) -> str:
        marks = [mark for _, words in self.texts for mark in MARK.findall(words)]
        return f"{self.wanted}: {' and '.join(marks)} in {self.texts[0][1][:40]}"


def pairs() -> Iterator[Pair]:
    for path in sorted(FOLDER.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = [line for line in block.splitlines() if not line.startswith("#")]
            if lines:
                yield pair(lines)


def pair(lines: list[str]) -> Pair:
    *told, verdict = lines
    texts = [(text.split("\n", 1)[0], text.split("\n", 1)[1].strip()) for text in "\n".join(told).split("@ ") if text]
    wanted, _, fails = verdict.removeprefix("=> ").partition(" ! ")
    return Pair(tuple(texts), wanted, fails or None)


@cache
def evidence(texts: tuple[Text, ...]) -> list[list[Evidence]]:
    """What is told in each text."""
    made = [record_document({"text": MARK.sub(r"\1", words), "published": day}, place="pair") for day, words in texts]
    return [
        [
            Evidence(f"document {place}", f"text {place}", document.published, number, one.statement, "")
            for number, one in enumerate(readings(told, ranks(told), document))
        ]
        for place, (document, told) in enumerate((one, read(one, sentences)) for one, sentences in parse_all(made))
    ]


def marks(words: str) -> list[tuple[int, int]]:
    """Where the marked words stand once the marks are gone."""
    found = list(MARK.finditer(words))
    return [(one.start() - 2 * n, one.end() - 2 * n - 2) for n, one in enumerate(found)]


PAIRS = [
    pytest.param(one, id=one.name, marks=[pytest.mark.xfail(strict=True, reason=one.fails)] if one.fails else [])
    for one in pairs()
]


@pytest.mark.parametrize("pair", PAIRS)
def test_two_marked_words_tell_one_happening_or_two(pair):
    told = evidence(pair.texts)
    homes = [
        next(home for home, event in enumerate(merge([one for some in told for one in some])) if one in event.evidence)
        for place, (_, words) in enumerate(pair.texts)
        for start, end in marks(words)
        for one in told[place]
        if one.statement.trigger.start < end and start < one.statement.trigger.end
    ]
    assert len(homes) == 2
    assert ("same" if homes[0] == homes[1] else "other") == pair.wanted
