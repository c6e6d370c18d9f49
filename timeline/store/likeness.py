"""The tables of what may be one: what names and Statements are found by, rulings on names, bonds between Statements."""

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    CompositeKey,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)

from timeline.store.tables import Actor, Statement


class ActorKey(Model):
    """What a name is found by among those that may be the same actor."""

    actor = ForeignKeyField(Actor, column_name="actor", on_delete="CASCADE")
    key = TextField(index=True)

    class Meta:
        table_name = "actor_key"
        primary_key = CompositeKey("actor", "key")


class ActorRuling(Model):
    """What a person decided of a name: whose it is, or (without a target) that it stands alone. The last one counts."""

    serial = BigIntegerField(primary_key=True)
    actor = ForeignKeyField(Actor, column_name="actor", on_delete="CASCADE")
    target = BigIntegerField(null=True, index=True)
    by = TextField(null=True)
    at = CharField(max_length=32)

    class Meta:
        table_name = "actor_ruling"


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


TABLES = (ActorKey, ActorRuling, Handle, Bond)
