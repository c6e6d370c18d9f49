"""A Store: one database, opened by its URL, with what reading and writing need. Peewee's errors become StoreError here.

Writers take turns (SQLite by its lock, PostgreSQL by a lock on the sequence's row), so that the change sequence has
no holes that fill later. Threads each have their own connection.
"""

import datetime
import os
import re
import sqlite3
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import peewee
from playhouse.pool import MaxConnectionsExceeded, PooledPostgresqlDatabase

from timeline.errors import SettingError, StoreError
from timeline.store import migrate
from timeline.store.asking import Gaps, Query, update
from timeline.store.tables import State

PRAGMAS = {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 30_000, "synchronous": 1, "cache_size": -64_000}
POOL = {"max_connections": 32, "stale_timeout": 300, "timeout": 30}
MOST_VALUES = 10_000  # in one statement
SEQUENCE = "sequence"
ID = re.compile(r"[0-9A-HJKMNP-TV-Z]{26}")  # a ULID in Crockford's base 32
T = TypeVar("T")

NOT_CURRENT = "the database is not up to date; run: timeline db upgrade"


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


class ThreadedSqliteDatabase(peewee.SqliteDatabase):
    """SQLite with a connection for each thread, which any thread may close; those of threads that ended go first."""

    def __init__(self, path: str) -> None:
        super().__init__(path, pragmas=PRAGMAS, timeout=30, check_same_thread=False)
        self._opened: dict[threading.Thread, list[sqlite3.Connection]] = {}
        self._opening = threading.Lock()

    def _connect(self) -> sqlite3.Connection:
        connection: sqlite3.Connection = super()._connect()  # type: ignore[misc]  # the stubs leave it out
        with self._opening:
            ended = [self._opened.pop(thread) for thread in list(self._opened) if not thread.is_alive()]
            self._opened.setdefault(threading.current_thread(), []).append(connection)
        _close(ended)
        return connection

    def close_all(self) -> None:
        """Close this thread's connection as peewee does it, and those of all other threads under them."""
        self.close()
        with self._opening:
            opened = list(self._opened.values())
            self._opened.clear()
        _close(opened)


def _close(opened: Iterable[Iterable[sqlite3.Connection]]) -> None:
    for connections in opened:
        for connection in connections:
            connection.close()


ERRORS = (peewee.PeeweeException, sqlite3.Error, MaxConnectionsExceeded, OverflowError)


@dataclass(frozen=True, slots=True)
class Store:
    """An open database. `quote_chars` bounds how much of a source an event quotes; `now` gives the time (UTC)."""

    url: str
    database: Any
    quote_chars: int = 300
    now: Callable[[], datetime.datetime] = field(default=_now)

    @property
    def is_postgresql(self) -> bool:
        """Whether this is PostgreSQL and not SQLite."""
        return isinstance(self.database, peewee.PostgresqlDatabase)

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """The database, for queries. StoreError for what goes wrong there."""
        with _translated():
            yield self.database

    @contextmanager
    def writing(self) -> Iterator["Writing"]:
        """One transaction, alone: all or nothing of what happens inside."""
        with _translated(), self._transaction():
            writing = Writing(self, sequence(self.database, is_locked=self.is_postgresql), moment(self.now()))
            yield writing
            writing.finish()

    def _transaction(self) -> Any:
        return self.database.atomic() if self.is_postgresql else self.database.atomic("IMMEDIATE")

    def release(self) -> None:
        """Give this thread's PostgreSQL connection back to the pool; SQLite keeps its own."""
        if self.is_postgresql and not self.database.is_closed():
            self.database.close()

    def close(self) -> None:
        """Close the connections of all threads."""
        self.database.close_all()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@dataclass(slots=True)
class Writing:
    """A transaction under way: where to write, the numbers it has taken of the sequence, and its moment."""

    store: Store
    last: int
    at: str
    _taken: int = 0

    @property
    def database(self) -> Any:
        """Where to write."""
        return self.store.database

    def number(self) -> int:
        """The next number of the sequence."""
        self.last += 1
        self._taken += 1
        return self.last

    def finish(self) -> None:
        """Keep the sequence, if any of it was taken."""
        if self._taken:
            update(self.database, State, SEQUENCE, {"value": self.last}, key="name")


def open_store(url: str, *, quote_chars: int = 300, must_be_current: bool = True) -> Store:
    """The store at a URL: 'sqlite:///relative.db', 'sqlite:////absolute.db', 'postgresql://user@host/name'.

    Raises SettingError for another kind of URL; StoreError when it cannot be reached, or (unless told otherwise) is
    not migrated.
    """
    if must_be_current and _is_missing(url):
        raise StoreError(NOT_CURRENT)  # before SQLite makes an empty file of that name
    store = Store(url, _database(url), quote_chars)
    with _translated(f"cannot open {_shown(url)}{_obstacle(url)}: "):
        store.database.connect(reuse_if_open=True)
        store.database.execute_sql("SELECT 1")
    if must_be_current:
        _require_current(store)
    return store


def moment(time: datetime.datetime) -> str:
    """ISO 8601 in UTC to the microsecond: '2025-10-29T12:00:00.000000Z'."""
    return time.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def is_id(text: str) -> bool:
    """Whether a text may be one of our ids; what isn't needs no look into the database, and may upset it."""
    return ID.fullmatch(text) is not None


def rows(query: Any, database: Any) -> list[Any]:
    """The rows of a query as tuples, run on that database."""
    return list(query.tuples().execute(database))


def parted(values: Collection[T], size: int = MOST_VALUES) -> Iterator[list[T]]:
    """The values in lists that one statement can hold; databases limit how many values that may be."""
    listed = list(values)
    return (listed[start : start + size] for start in range(0, len(listed), size))


def _database(url: str) -> Any:
    scheme = urlsplit(url).scheme
    if scheme == "sqlite":
        return ThreadedSqliteDatabase(_path(url))
    if scheme in ("postgresql", "postgres"):
        address = url.replace("postgres://", "postgresql://", 1)
        return PooledPostgresqlDatabase(address, prefer_psycopg3=True, **POOL)
    raise SettingError(f"unknown kind of database: {_shown(url)} (known: sqlite:///file.db, postgresql://host/name)")


def _path(url: str) -> str:
    """The file of 'sqlite:///file'. SettingError when none is named, StoreError when its folder is missing."""
    path = url.partition(":///")[2]
    if path in ("", ":memory:"):  # memory would be gone with the command that filled it
        raise SettingError(f"{url} names no file: sqlite:///file.db")
    if not Path(path).absolute().parent.is_dir():
        raise StoreError(f"cannot open {url}: no such folder: {Path(path).absolute().parent}")
    return path


def _is_missing(url: str) -> bool:
    """Whether it names a SQLite file that is not there."""
    if urlsplit(url).scheme != "sqlite":
        return False
    return not Path(_path(url)).exists()


def _obstacle(url: str) -> str:
    """A folder of SQLite that may not be written to: what is not yet in the file stands in others beside it, also for readers."""
    is_bad = urlsplit(url).scheme == "sqlite" and not os.access(Path(_path(url)).absolute().parent, os.W_OK)
    return " (its folder cannot be written to)" if is_bad else ""


def _shown(url: str) -> str:
    """The URL without its password."""
    parts = urlsplit(url)
    if parts.password is None:
        return url
    return url.replace(f":{parts.password}@", ":…@", 1)


@contextmanager
def _translated(prefix: str = "") -> Iterator[None]:
    """Errors of the database as StoreError."""
    try:
        yield
    except ERRORS as error:
        first = _first(error)
        raise StoreError(f"{prefix}{str(first).strip() or type(first).__name__}") from error


def _first(error: BaseException) -> BaseException:
    """The error that brought this one: on a full disk SQLite takes back everything, and to take it back once more fails."""
    before = error.__context__
    return _first(before) if isinstance(before, ERRORS) else error


def _require_current(store: Store) -> None:
    """StoreError unless every migration has run."""
    if migrate.pending(store):
        store.close()
        raise StoreError(NOT_CURRENT)


def sequence(database: Any, *, is_locked: bool = False) -> int:
    """The last number that was given; locked for all others until the transaction ends."""
    ((number,),) = (LOCKED if is_locked else LAST).rows(database, SEQUENCE)
    return int(number)


def _last(gaps: Gaps) -> Any:
    return State.select(State.value).where(State.name == gaps.text())


LAST, LOCKED = Query(_last), Query(lambda gaps: _last(gaps).for_update())
