"""Migrations make what the tables say, on both databases, and can be taken back."""

import pytest

from timeline.errors import SettingError, StoreError
from timeline.store import migrate
from timeline.store.database import Store, open_store


def test_upgrade_makes_every_table_and_a_second_run_does_nothing(database_url):
    with open_store(database_url, must_be_current=False) as store:
        assert migrate.upgrade(store) == [path.stem for path in sorted(migrate.folder().glob("[0-9]*.py"))]
        assert migrate.upgrade(store) == []
        assert all(applied for _, applied in migrate.status(store))


def test_tables_and_migrations_are_alike(store):
    assert migrate.check(store) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("ALTER TABLE event ADD COLUMN colour TEXT", "drop column event.colour"),
        ("ALTER TABLE alias RENAME COLUMN name TO called", "add column alias.name"),
        ("DROP INDEX event_type", "add index event (type)"),
        ("DROP TABLE link", "create table link"),
    ],
)
def test_check_tells_what_differs(store, change, told):
    store.database.execute_sql(change)
    assert told in migrate.check(store)


def test_check_tells_every_missing_table_once(database_url):
    with open_store(database_url, must_be_current=False) as store:
        assert sorted(migrate.check(store)) == sorted(
            f"create table {table._meta.table_name}" for table in migrate.TABLES
        )


def test_check_tells_types_and_nullability_apart(store):
    store.database.execute_sql("DROP TABLE state")
    store.database.execute_sql("CREATE TABLE state (name VARCHAR(32) NOT NULL PRIMARY KEY, value INTEGER DEFAULT 0)")
    (line,) = migrate.check(store)
    wanted, kept = line.lower().split(", the database has ")
    assert "state.value" in wanted
    assert "null=false" in wanted
    assert kept == "integer null=true key=false default=0"


def test_downgrade_leaves_nothing_but_the_history(store):
    while migrate.downgrade(store):
        pass
    assert set(store.database.get_tables()) <= {migrate.HISTORY}


def test_a_database_without_tables_is_refused_with_what_to_run(database_url):
    with pytest.raises(StoreError, match="run: timeline db upgrade"):
        open_store(database_url)


def test_asking_a_file_that_is_not_there_makes_none(tmp_path):
    with pytest.raises(StoreError, match="run: timeline db upgrade"):
        open_store(f"sqlite:///{tmp_path / 'x.db'}")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///", "sqlite:///:memory:"])
def test_a_database_without_a_file_is_refused(url):
    with pytest.raises(SettingError, match="names no file"):
        open_store(url, must_be_current=False)


@pytest.mark.parametrize("url", ["mysql://localhost/x", "timeline.db", "", "redis://localhost"])
def test_an_unknown_kind_of_url_is_a_setting_error(url):
    with pytest.raises(SettingError, match="unknown kind of database"):
        open_store(url)


@pytest.mark.parametrize("url", ["sqlite:////no/such/folder/x.db", "postgresql://nobody:secret@127.0.0.1:1/none"])
def test_an_unreachable_database_is_a_store_error_without_its_password(url):
    with pytest.raises(StoreError, match="cannot open") as caught:
        open_store(url)
    assert "secret" not in str(caught.value)


def test_a_folder_that_cannot_be_written_to_is_told(monkeypatch, tmp_path):
    (tmp_path / "x.db").mkdir()  # no file that could be opened: root may write into every folder
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(StoreError, match=r"x\.db \(its folder cannot be written to\): unable to open"):
        open_store(f"sqlite:///{tmp_path / 'x.db'}", must_be_current=False)


def test_a_file_that_is_no_database_is_a_store_error(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir, " * 100, encoding="utf-8")
    with pytest.raises(StoreError, match="cannot open"):
        open_store(f"sqlite:///{path}")


def test_sqlite_writes_ahead_and_keeps_foreign_keys(tmp_path):
    with open_store(f"sqlite:///{tmp_path / 'x.db'}", must_be_current=False) as store:
        assert isinstance(store, Store)
        assert store.database.pragma("journal_mode") == "wal"
        assert store.database.pragma("foreign_keys") == 1
