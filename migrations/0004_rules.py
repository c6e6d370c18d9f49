"""Each document notes by which rules it was read; those kept before note none, and are read again by `reread`."""


def up(migrator, db):
    db.execute_sql("ALTER TABLE document ADD COLUMN rules VARCHAR(64)")


def down(migrator, db):
    db.execute_sql("ALTER TABLE document DROP COLUMN rules")
