"""Every line of corpus/dates.txt: the date, and where it says one the likely day, that a text gives a happening."""

import datetime
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.batch import check
from timeline.intake.syntax import parse_all
from timeline.intake.text import text_document
from timeline.model.document import Block, BlockKind, Document
from timeline.model.statement import Statement
from timeline.parser.read import read

PART = " ¶ "
CORPUS = Path(__file__).parent / "corpus" / "dates.txt"


class Line(NamedTuple):
    place: int
    text: str
    published: datetime.date
    trigger: str
    nth: int
    cells: tuple[str, ...]
    is_failing: bool


def lines() -> Iterator[Line]:
    published, text, seen = datetime.date.min, "", Counter[str]()
    for place, line in enumerate(CORPUS.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("@"):
            published = datetime.date.fromisoformat(line.removeprefix("@").strip())
        elif " | " in line and not line.startswith("#"):
            trigger, *cells = (cell.strip() for cell in line.removeprefix("! ").split("|"))
            yield Line(place, text, published, trigger, seen[trigger], tuple(cells), line.startswith("! "))
            seen[trigger] += 1
        elif line and not line.startswith(("#", "-")):
            text, seen = line, Counter()


LINES = list(lines())


def document(text: str, published: datetime.date) -> Document:
    """One paragraph, or a whole report whose title and paragraphs ¶ parts."""
    if PART not in text:
        return Document(text, (Block(BlockKind.TEXT, 0, len(text)),), published=published)
    return text_document(text.replace(PART, "\n\n"), published=published, published_from="option")


@pytest.fixture(scope="module")
def told() -> dict[str, tuple[Statement, ...]]:
    texts = {line.text: line.published for line in LINES}
    parsed = parse_all(document(text, day) for text, day in texts.items())
    return {text: read(document, sentences) for text, (document, sentences) in zip(texts, parsed, strict=True)}


@pytest.mark.parametrize("is_failing", [False, True], ids=["as marked", "not yet"])
def test_every_happening_is_dated_as_a_careful_reader_has_it(told, is_failing):
    """Of lines marked with '!' each must still be wrong: one that is right now loses its mark."""
    asked = [line for line in LINES if line.is_failing == is_failing]
    given = {f"dates.txt line {line.place}, {line.trigger}": (dated(line, told), line.cells) for line in asked}
    check({place: pair for place, pair in given.items() if (pair[0] != pair[1]) != is_failing})


def dated(line: Line, told: dict[str, tuple[Statement, ...]]) -> tuple[str, ...] | None:
    """The date of the happening, with the likely day where the line has one; None where it is not told."""
    found = [one.when for one in told[line.text] if one.trigger.text == line.trigger]
    if len(found) <= line.nth:
        return None
    given = found[line.nth]
    return (str(given.span), given.likely or "")[: len(line.cells)]
