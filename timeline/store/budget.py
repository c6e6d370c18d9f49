"""Time that queries may take: those that take longer are stopped by the database itself."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import peewee

from timeline.errors import SlowError
from timeline.store.database import Store

PATIENCE = 10.0  # seconds, for what a caller waits for
STEPS = 1_000  # of SQLite's machine, between two looks at the clock


@contextmanager
def within(store: Store, seconds: float = PATIENCE) -> Iterator[Any]:
    """The database, for queries that together take so long at most. SlowError when they would take longer."""
    until = time.monotonic() + seconds
    stop, resume = (_limit_statements, _free_statements) if store.is_postgresql else (_watch, _unwatch)
    with store.reading() as database:
        stop(database, seconds)
        try:
            yield database
        except peewee.OperationalError as error:
            if time.monotonic() < until:
                raise
            raise SlowError(f"this takes longer than {seconds:g} seconds; ask for less") from error
        finally:
            resume(database)


def _watch(database: Any, seconds: float) -> None:
    until = time.monotonic() + seconds
    database.connection().set_progress_handler(lambda: time.monotonic() >= until, STEPS)


def _unwatch(database: Any) -> None:
    database.connection().set_progress_handler(None, STEPS)


def _limit_statements(database: Any, seconds: float) -> None:
    database.execute_sql(f"SET statement_timeout = {max(1, round(seconds * 1000))}")


def _free_statements(database: Any) -> None:
    database.execute_sql("SET statement_timeout = DEFAULT")
