"""Queries that are asked over and over with other numbers or texts, and rows that are written so, past Peewee: it takes longer to
write a query down than SQLite takes to answer it, so each is written down once for each kind of database.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import peewee
from peewee import SQL, fn

from timeline.store.codec import text_of

Numbers = Collection[int]
Texts = Collection[str]


@dataclass(frozen=True, slots=True)
class Gap:
    """Where the numbers or texts given with a question go: `place` tells which."""

    place: int


class Gaps:
    """What a query is built with: conditions on numbers and texts that are given with each question, in that order."""

    def __init__(self, *, is_postgresql: bool) -> None:
        self.is_postgresql = is_postgresql
        self._count = 0

    def among(self, field: Any) -> Any:
        """Holds where the field is one of the next numbers."""
        return self._among(field, "bigint")

    def among_texts(self, field: Any) -> Any:
        """Holds where the field is one of the next texts."""
        return self._among(field, "text")

    def number(self) -> Any:
        """The next number."""
        return SQL("%s::bigint" if self.is_postgresql else "?", self._gap())

    def text(self) -> Any:
        """The next text."""
        return SQL("%s::text" if self.is_postgresql else "?", self._gap())

    def _among(self, field: Any, kind: str) -> Any:
        if self.is_postgresql:
            return field == fn.ANY(SQL(f"%s::{kind}[]", self._gap()))
        return field.in_(SQL("(SELECT value FROM json_each(?))", self._gap()))

    def _gap(self) -> tuple[Gap]:
        self._count += 1
        return (Gap(self._count - 1),)


class Query:
    """A query that is written down when it is first asked; `build` makes it of Gaps."""

    def __init__(self, build: Callable[[Gaps], Any]) -> None:
        self._build = build
        self._written: dict[bool, tuple[str, tuple[Any, ...]]] = {}

    def rows(self, database: Any, *asked: Numbers | Texts | int | str) -> list[Any]:
        """The rows for these numbers and texts, as the database gives them."""
        is_postgresql = isinstance(database, peewee.PostgresqlDatabase)
        if is_postgresql not in self._written:
            query = self._build(Gaps(is_postgresql=is_postgresql)).bind(database)
            self._written[is_postgresql] = query.sql()
        text, values = self._written[is_postgresql]
        given = [
            some if isinstance(some, int | str) else list(some) if is_postgresql else text_of(list(some))
            for some in asked
        ]
        filled = [given[value.place] if isinstance(value, Gap) else value for value in values]
        found: list[Any] = database.execute_sql(text, filled).fetchall()
        return found

    def numbers(self, database: Any, *numbers: Numbers | int) -> set[int]:
        """The only column."""
        return {number for (number,) in self.rows(database, *numbers)}


def insert_all(database: Any, table: Any, values: Sequence[Sequence[Any]]) -> None:
    """Add rows that give every column in the order of the table."""
    if values:
        _execute(database, _insertion(table, database.param), values)


def insert(database: Any, table: Any, values: Mapping[str, Any]) -> None:
    """Add a row with these values by column; what is not given is null."""
    insert_all(database, table, [list(map(values.get, _columns(table)))])


def update(database: Any, table: Any, serial: int | str, values: Mapping[str, Any], *, key: str = "serial") -> None:
    """Give the row of that number (or with that key) these values by column."""
    sets = ", ".join(f'"{name}" = {database.param}' for name in values)
    text = f'UPDATE {_quoted(table)} SET {sets} WHERE "{key}" = {database.param}'
    _execute(database, text, [(*values.values(), serial)])


def point(database: Any, table: Any, column: str, number: int, serials: Iterable[int]) -> None:
    """Give the rows of these numbers that number in the column."""
    text = f'UPDATE {_quoted(table)} SET "{column}" = {database.param} WHERE "serial" = {database.param}'
    _execute(database, text, [(number, serial) for serial in serials])


def delete(database: Any, table: Any, column: str, numbers: Iterable[int]) -> None:
    """Take away the rows that have one of the numbers there."""
    text = f'DELETE FROM {_quoted(table)} WHERE "{column}" = {database.param}'
    _execute(database, text, [(number,) for number in numbers])


def _execute(database: Any, text: str, values: Sequence[Sequence[Any]]) -> None:
    with peewee.__exception_wrapper__:  # type: ignore[attr-defined]  # the stubs leave it out
        database.cursor().executemany(text, values)


def _quoted(table: Any) -> str:
    return f'"{table._meta.table_name}"'


@cache  # one for each table
def _columns(table: Any) -> tuple[str, ...]:
    return tuple(field.column_name for field in table._meta.sorted_fields)


@cache  # one for each table and kind of database
def _insertion(table: Any, mark: str) -> str:
    names = _columns(table)
    listed, marks = ", ".join(f'"{name}"' for name in names), ", ".join([mark] * len(names))
    return f"INSERT INTO {_quoted(table)} ({listed}) VALUES ({marks})"
