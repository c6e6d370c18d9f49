"""Editions of events: what was known by earlier days of publication stands in rows of its own.

What is kept already is known from the day of its last text on; `timeline reread --all` finds what was known before.
"""

from peewee import BigIntegerField, CompositeKey, ForeignKeyField, Model, PostgresqlDatabase, SchemaManager


class Event(Model):
    serial = BigIntegerField(primary_key=True)

    class Meta:
        table_name = "event"


class Statement(Model):
    serial = BigIntegerField(primary_key=True)

    class Meta:
        table_name = "statement"


class EditionStatement(Model):
    edition = ForeignKeyField(Event, column_name="edition", on_delete="CASCADE")
    statement = ForeignKeyField(Statement, column_name="statement", on_delete="CASCADE")

    class Meta:
        table_name = "edition_statement"
        primary_key = CompositeKey("edition", "statement")


NEW = ("edition_of", "known_from", "known_until")
LIST = "event_list_open_list_day_list_width_list_rank_id"
LISTED = "ON event (list_open, list_day, list_width, list_rank, id)"
INDEXES = (
    "CREATE INDEX event_edition_of ON event (edition_of)",
    "DROP INDEX event_id",
    "CREATE INDEX event_id ON event (id)",
    f"DROP INDEX {LIST}",
    f"CREATE INDEX {LIST} {LISTED}",
)
LAST_TOLD = (
    "UPDATE event SET known_from = (SELECT max(document.published) FROM statement"
    " JOIN document ON statement.document = document.serial WHERE statement.event = event.serial)"
    " WHERE NOT EXISTS (SELECT 1 FROM statement JOIN document ON statement.document = document.serial"
    " WHERE statement.event = event.serial AND document.published IS NULL)"
)
BACK = (
    "DELETE FROM event_search WHERE rowid IN (SELECT serial FROM event WHERE edition_of IS NOT NULL)",
    "DELETE FROM event_actor WHERE event IN (SELECT serial FROM event WHERE edition_of IS NOT NULL)",
    "DELETE FROM event WHERE edition_of IS NOT NULL",
    "DROP INDEX event_edition_of",
    *(f"ALTER TABLE event DROP COLUMN {column}" for column in NEW),
    "DROP INDEX event_id",
    "CREATE UNIQUE INDEX event_id ON event (id)",
    f"DROP INDEX {LIST}",
    f"CREATE UNIQUE INDEX {LIST} {LISTED}",
)


def up(migrator, db):
    number = "BIGINT" if isinstance(db, PostgresqlDatabase) else "INTEGER"
    added = [f"ALTER TABLE event ADD COLUMN {column} {number}" for column in NEW]
    for statement in (*added, *INDEXES, LAST_TOLD):
        db.execute_sql(statement)
    SchemaManager(EditionStatement, db).create_all()


def down(migrator, db):
    SchemaManager(EditionStatement, db).drop_all()
    for statement in BACK:
        db.execute_sql(statement)
