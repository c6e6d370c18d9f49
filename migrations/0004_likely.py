"""The days of the best guess beside its text, so that they can be asked for; indexes for counting and for what is new."""

from peewee import PostgresqlDatabase

from timeline.errors import EdtfError
from timeline.model import edtf

NEW = ("likely_first", "likely_last")
INDEXES = (
    "DROP INDEX event_start_earliest_end_latest",
    "CREATE INDEX event_counted ON event"
    " (start_earliest, end_latest, edition_of, hidden, type, status, country, likely_first, likely_last)",
    "CREATE INDEX event_updated ON event (updated)",
)
BACK = (
    "DROP INDEX event_counted",
    "DROP INDEX event_updated",
    "CREATE INDEX event_start_earliest_end_latest ON event (start_earliest, end_latest)",
)


def up(migrator, db):
    number, mark = ("BIGINT", "%s") if isinstance(db, PostgresqlDatabase) else ("INTEGER", "?")
    for column in NEW:
        db.execute_sql(f"ALTER TABLE event ADD COLUMN {column} {number}")
    update = f"UPDATE event SET likely_first = {mark}, likely_last = {mark} WHERE likely = {mark}"
    for (text,) in db.execute_sql("SELECT DISTINCT likely FROM event WHERE likely IS NOT NULL").fetchall():
        if days := _days(text):
            db.execute_sql(update, (*days, text))
    for statement in INDEXES:
        db.execute_sql(statement)


def down(migrator, db):
    for statement in BACK:
        db.execute_sql(statement)
    for column in NEW:
        db.execute_sql(f"ALTER TABLE event DROP COLUMN {column}")


def _days(text):
    try:
        span = edtf.parse(text)
    except EdtfError:
        return None
    return (span.start_earliest, span.end_latest) if span.is_bounded else None
