"""Rows of `rules/`: text files of `name | pattern | … | example` read into tuples, with the place of every row for messages.

A line that starts with '#' or is blank says nothing. Cells are separated by '|' with blanks around it, and '\\|' is a bar
inside a cell. The first row of a file names its columns.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from sys import intern

from timeline.errors import RuleError

BAR = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Row:
    """One rule: its cells by column, and where it stands ('times.txt:14')."""

    place: str
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def words(self, column: str) -> tuple[str, ...]:
        """The cell's comma-separated parts, without empty ones."""
        return words_of(self[column])

    def error(self, message: str) -> RuleError:
        """What to raise when the row cannot be used."""
        return RuleError(f"{self.place}: {message}")


def words_of(text: str) -> tuple[str, ...]:
    """Its comma-separated parts, without empty ones; interned, as the words of a text are, which are looked up among them."""
    return tuple(intern(part.strip()) for part in text.split(",") if part.strip())


@cache
def rows(name: str, language: str = "en") -> tuple[Row, ...]:
    """All rows of `rules/<language>/<name>.txt`. Raises RuleError on a missing file or a wrong number of cells."""
    path = files("timeline") / "rules" / language / f"{name}.txt"
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise RuleError(f"{name}.txt: no such file of rules for {language!r}") from error
    return parse_rows(text, f"{name}.txt")


def parse_rows(text: str, file_name: str) -> tuple[Row, ...]:
    """The rows of a file's text."""
    lines = [
        (number, line)
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip() and not line.lstrip().startswith("#")
    ]
    if not lines:
        return ()
    columns = _cells(lines[0][1])
    return tuple(_row(f"{file_name}:{number}", columns, _cells(line)) for number, line in lines[1:])


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in BAR.split(line)]


def _row(place: str, columns: list[str], cells: list[str]) -> Row:
    if len(cells) != len(columns):
        raise RuleError(f"{place}: {len(cells)} cells where {len(columns)} are named: {', '.join(columns)}")
    return Row(place, dict(zip(columns, cells, strict=True)))
