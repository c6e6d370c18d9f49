"""Bonds between Statements that may be one, worked out when they are kept; those kept before are seen to when they are met."""

from peewee import (
    BigIntegerField,
    BooleanField,
    CompositeKey,
    ForeignKeyField,
    IntegerField,
    Model,
    SchemaManager,
)


class Statement(Model):
    serial = BigIntegerField(primary_key=True)

    class Meta:
        table_name = "statement"


class Bond(Model):
    vague = ForeignKeyField(Statement, column_name="vague", on_delete="CASCADE")
    clear = ForeignKeyField(Statement, column_name="clear", on_delete="CASCADE")
    strength = IntegerField()
    is_sure = BooleanField()
    day = BigIntegerField()

    class Meta:
        table_name = "bond"
        primary_key = CompositeKey("vague", "clear")


def up(migrator, db):
    SchemaManager(Bond, db).create_all()
    db.execute_sql("ALTER TABLE document ADD COLUMN bound VARCHAR(64)")
    db.execute_sql("CREATE INDEX document_bound ON document (bound)")


def down(migrator, db):
    db.execute_sql("DROP INDEX document_bound")
    db.execute_sql("ALTER TABLE document DROP COLUMN bound")
    SchemaManager(Bond, db).drop_all()
