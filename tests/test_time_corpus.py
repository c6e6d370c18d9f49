"""The tagger against tests/corpus/times.txt (what must be found, and what it means) and negatives.txt (what must not)."""

import datetime
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.batch import check
from timeline.model.document import Document
from timeline.model.time import TimeExpression
from timeline.parser.times.times import as_timex, tag

CORPUS = Path(__file__).parent / "corpus"
EXTENT = re.compile(r"\[([^\]]*)\]")
MEANING = re.compile(r"(?P<edtf>[^{\s]+)(?:\s*\{(?P<type>\w+) (?P<value>[^}]+)\})?$")


@dataclass(frozen=True)
class Case:
    """A line of the corpus: the text without brackets, the extents, and for each its EDTF ('-' for none), type and value."""

    line: int
    text: str
    extents: tuple[tuple[int, int], ...]
    meanings: tuple[tuple[str, str | None, str | None], ...]
    published: datetime.date | None
    is_unsupported: bool


def cases(path: Path) -> list[Case]:
    published: datetime.date | None = None
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("@"):
            day = line[1:].strip()
            published = None if day == "-" else datetime.date.fromisoformat(day)
        elif line.strip() and not line.startswith("#"):
            found.append(case(number, line, published))
    return found


def case(number: int, line: str, published: datetime.date | None) -> Case:
    is_unsupported = line.startswith("!")
    marked, _, said = line.removeprefix("!").strip().partition("=>")
    text, extents = without_brackets(marked.strip())
    meanings = () if is_unsupported else tuple(meaning(part.strip()) for part in said.split(" | ") if part.strip())
    return Case(number, text, extents, meanings, published, is_unsupported)


def without_brackets(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    text, extents, end = "", [], 0
    for found in EXTENT.finditer(marked):
        text += marked[end : found.start()]
        extents.append((len(text), len(text) + len(found[1])))
        text += found[1]
        end = found.end()
    return text + marked[end:], tuple(extents)


def meaning(text: str) -> tuple[str, str | None, str | None]:
    found = MEANING.match(text)
    if found is None:
        raise ValueError(f"not EDTF {{TYPE VALUE}}: {text!r}")
    return found["edtf"], found["type"], found["value"]


def read(text: str, published: datetime.date | None) -> tuple[TimeExpression, ...]:
    return tag(Document(text, (), published=published))


TIMES = cases(CORPUS / "times.txt")
NEGATIVES = [
    line
    for line in (CORPUS / "negatives.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


def misread(one: Case) -> list[str]:
    """What is read in a line though it says otherwise: its words and what they are taken for."""
    found = read(one.text, one.published)
    is_right = [(each.start, each.end) for each in found] == list(one.extents) and len(found) == len(one.meanings)
    is_right = is_right and all(
        (each.span.edtf or "-") == edtf and (kind is None or (each.type, each.value) == (kind, value))
        for each, (edtf, kind, value) in zip(found, one.meanings, strict=True)
    )
    told = [f"{each.text}: {each.span.edtf} {each.type} {each.value}" for each in found]
    return [] if is_right else told or ["nothing"]


def test_every_line_of_the_corpus_is_read_as_it_says() -> None:
    wrong = {f"times.txt:{one.line}": (one.text, misread(one)) for one in TIMES if not one.is_unsupported}
    check({place: told for place, told in wrong.items() if told[1]})


def test_lines_that_are_not_read_yet_are_marked_so_no_longer_once_they_are() -> None:
    marked = [one for one in TIMES if one.is_unsupported]
    assert marked
    assert [f"times.txt:{one.line}" for one in marked if not misread(one)] == []


def test_words_that_are_no_time_are_not_tagged() -> None:
    found = {line: [each.text for each in read(line, datetime.date(2025, 10, 29))] for line in NEGATIVES}
    check({line: times for line, times in found.items() if times})


def test_the_corpora_are_as_large_as_promised() -> None:
    assert len(TIMES) >= 800
    assert len(NEGATIVES) >= 300


def marked_texts(name: str) -> list[dict[str, Any]]:
    """Histories and lives (`narratives`) or `news`, with the times marked in them before they were first read."""
    return [json.loads(line) for line in (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("told", marked_texts("narratives") + marked_texts("news"), ids=lambda told: str(told["id"]))
def test_the_offsets_in_a_marked_text_are_of_whole_words(told: dict[str, Any]) -> None:
    for marked in told["times"]:
        around = told["text"][marked["start"] - 1 : marked["start"]] + told["text"][marked["end"] : marked["end"] + 1]
        assert not any(sign.isalnum() for sign in around)


@pytest.mark.parametrize("name", ["narratives", "news"])
def test_nine_times_of_ten_in_marked_texts_are_found_with_their_value(name: str) -> None:
    right = wanted = 0
    for told in marked_texts(name):
        published = told["published"] and datetime.date.fromisoformat(told["published"])
        found = {(each.start, each.end): each.value for each in as_timex(read(told["text"], published))}
        wanted += len(told["times"])
        right += sum(found.get((marked["start"], marked["end"])) == marked["value"] for marked in told["times"])
    assert right / wanted > 0.9
