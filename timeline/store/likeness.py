"""The tables of what Statements may be one: what each is found by, and the bonds between two. See `tables`."""

from peewee import BigIntegerField, BooleanField, CompositeKey, ForeignKeyField, IntegerField, Model, TextField

from timeline.store.tables import Statement


class Handle(Model):
    """What a statement's like are found by: a key, and the days in which to look."""

    statement = ForeignKeyField(Statement, column_name="statement", on_delete="CASCADE")
    key = TextField()
    first = BigIntegerField()
    last = BigIntegerField()

    class Meta:
        table_name = "handle"
        primary_key = CompositeKey("statement", "key")
        indexes = ((("key", "first", "last"), False),)


class Bond(Model):
    """Two Statements that may be one (see `model.bond`), the vaguer first."""

    vague = ForeignKeyField(Statement, column_name="vague", on_delete="CASCADE")
    clear = ForeignKeyField(Statement, column_name="clear", on_delete="CASCADE")
    strength = IntegerField()
    is_sure = BooleanField()
    day = BigIntegerField()

    class Meta:
        table_name = "bond"
        primary_key = CompositeKey("vague", "clear")


TABLES = (Handle, Bond)
