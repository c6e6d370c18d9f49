"""Every row of the trigger lexicon is tried on its own example: the bracketed word must tell a happening of the row's type.

A row of type '-' with conditions must leave its bracketed word alone; one without may leave it to a plain deed (deeds.txt).
"""

from functools import cache

import pytest

from timeline.intake.syntax import parse_all
from timeline.intake.text import text_document
from timeline.lexicon import Row, rows
from timeline.model.statement import Statement
from timeline.parser.known.triggers import TriggerRow, deed_rows, kin, trigger_files
from timeline.parser.read import read

BATCH = 256
FIRST = ("triggers-accounts.txt", "triggers-affairs.txt", "triggers-almanac.txt")


@cache
def all_rows() -> tuple[Row, ...]:
    """The rows of every file of the lexicon, in order, and those of plain deeds."""
    return tuple(
        row for name in (*trigger_files(), "acts", "acts-news", "deeds", "kin", "utterances") for row in rows(name)
    )


def lexicon_rows() -> tuple[Row, ...]:
    """Those with a word of their own."""
    return tuple(row for row in all_rows() if "lemma" in row.cells)


def plain_rows() -> list[TriggerRow]:
    """What a verb that the lexicon leaves alone may still tell."""
    return [*deed_rows(), *(row for akin in kin().values() for row in akin)]


def plain(example: str) -> tuple[str, int, int]:
    """The example without its brackets, and the offsets of what they held."""
    start, end = example.index("["), example.index("]") - 1
    return example.replace("[", "").replace("]", ""), start, end


@pytest.fixture(scope="module")
def told() -> dict[str, list[Statement]]:
    """Per row's place, the Statements whose trigger overlaps the bracketed word; all examples go through spaCy in batches."""
    documents = [text_document(plain(row["example"])[0], external_id=row.place) for row in all_rows()]
    found = {}
    for row, (document, sentences) in zip(all_rows(), parse_all(documents, batch=BATCH), strict=True):
        _, start, end = plain(row["example"])
        statements = read(document, sentences)
        found[row.place] = [told for told in statements if told.trigger.start < end and told.trigger.end > start]
    return found


Kind = tuple[str, str | None]  # type and mode


@cache
def deeds() -> set[Kind]:
    return {(deed.type, deed.mode) for deed in plain_rows()}


def is_as_said(row: Row, found: list[Kind]) -> bool:
    """Whether a row's example tells what the row says."""
    if row["type"] == "-":
        return set(found) <= (deeds() if row["pos"] == "verb" and not row["when"] else set())
    return found == [(row["type"], row["mode"] or None)]


FILES = dict.fromkeys(row.place.partition(":")[0] for row in all_rows())


@pytest.mark.parametrize("file", FILES)
def test_every_row_of_a_file_reads_its_example(file: str, told: dict[str, list[Statement]]) -> None:
    rows_of_it = [row for row in all_rows() if row.place.startswith(f"{file}:")]
    found = {row.place: [(statement.type, statement.mode) for statement in told[row.place]] for row in rows_of_it}
    wrong = [
        (row.place, row["example"], found[row.place]) for row in rows_of_it if not is_as_said(row, found[row.place])
    ]
    assert rows_of_it
    assert wrong == []


def test_a_word_stands_in_one_file_only() -> None:
    homes: dict[tuple[str, str], set[str]] = {}
    for row in lexicon_rows():
        if row.place.startswith(FIRST) and row["when"]:
            continue  # these are tried before the rows that the word has in its own file
        for lemma in row.words("lemma"):
            homes.setdefault((lemma, row["pos"]), set()).add(row.place.partition(":")[0])
    assert [word for word, files in homes.items() if len(files) > 1] == []


def test_no_row_hides_behind_one_without_conditions() -> None:
    closed: set[tuple[str, str]] = set()
    hidden = []
    for row in lexicon_rows():
        words = {(lemma, row["pos"]) for lemma in row.words("lemma")}
        hidden.extend([row.place] if words & closed else [])
        closed |= set() if row["when"] else words
    assert hidden == []
