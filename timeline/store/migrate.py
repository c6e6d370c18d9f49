"""Migrations: run, revert, list, and compare what they made with what `tables` says."""

import datetime
import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import peewee
from playhouse.migrations import MigrationError, Runner
from playhouse.schema_diff import diff_models

import timeline
from timeline.errors import StoreError
from timeline.store import ledger, likeness, tables

if TYPE_CHECKING:
    from timeline.store.database import Store

TABLES = (*tables.TABLES, *likeness.TABLES, *ledger.TABLES)
HISTORY = "schema_migration"
SCRATCH = "timeline_check"


def folder() -> Path:
    """Where the migrations are: the installed package's, else the checkout's."""
    found = importlib.util.find_spec("timeline.migrations")
    if found is not None and found.submodule_search_locations:
        return Path(next(iter(found.submodule_search_locations)))
    return Path(timeline.__file__).parent.parent / "migrations"


def upgrade(store: "Store") -> list[str]:
    """Run every migration that has not run; the names of those that did now."""
    return _run(store, "up")


def downgrade(store: "Store") -> list[str]:
    """Revert the last migration; its name."""
    return _run(store, "down")


def status(store: "Store") -> list[tuple[str, datetime.datetime | None]]:
    """Every migration with the time it ran, None when it has not."""
    with store.reading() as database:
        return [(migration.name, migration.applied) for migration in _runner(database).status()]


def pending(store: "Store") -> list[str]:
    """The migrations that have not run."""
    return [name for name, applied in status(store) if applied is None]


def check(store: "Store") -> list[str]:
    """What differs between the tables and the migrated database, one line each; [] when they are alike."""
    with store.reading() as database:
        difference = str(diff_models(database, list(TABLES)))
        return [*difference.splitlines(), *_column_differences(store)]


def _run(store: "Store", direction: str) -> list[str]:
    with store.reading() as database:
        try:
            return list(getattr(_runner(database), direction)())
        except MigrationError as error:
            raise StoreError(f"cannot migrate: {error}") from error


def _runner(database: Any) -> Any:
    return Runner(database, str(folder()), HISTORY)


def _column_differences(store: "Store") -> list[str]:
    """Columns whose type, nullability or default are not what the tables would be made with."""
    present = set(store.database.get_tables())
    kept = {table: _columns(store.database, table) for table in _names() if table in present}
    wanted = _scratch_columns(store)
    return [
        f"{table}.{name}: the tables say {wanted[table].get(name)}, the database has {kept[table].get(name)}"
        for table in kept
        for name in sorted(wanted[table].keys() | kept[table].keys())
        if wanted[table].get(name) != kept[table].get(name)
    ]


def _names() -> Sequence[str]:
    return [table._meta.table_name for table in TABLES]


def _columns(database: Any, table: str, schema: str | None = None) -> dict[str, str]:
    return {
        column.name: f"{column.data_type} null={column.null} key={column.primary_key} default={column.default}"
        for column in database.get_columns(table, schema)
    }


def _scratch_columns(store: "Store") -> dict[str, dict[str, str]]:
    """The same of tables made anew: in memory for SQLite, in a schema that is thrown away for PostgreSQL."""
    if not store.is_postgresql:
        scratch = peewee.SqliteDatabase(":memory:")
        with scratch.connection_context():
            return _made_columns(scratch)
    with store.database.atomic() as transaction:
        store.database.execute_sql(f"CREATE SCHEMA {SCRATCH}")
        store.database.execute_sql(f"SET LOCAL search_path TO {SCRATCH}")
        columns = _made_columns(store.database)
        transaction.rollback()
    return columns


def _made_columns(database: Any) -> dict[str, dict[str, str]]:
    for table in TABLES:
        peewee.SchemaManager(table, database).create_table()
    return {table: _columns(database, table) for table in _names()}
