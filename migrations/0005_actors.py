"""One actor under several names: which row stands for each name, what names are found by, what people decided of them."""

from peewee import (
    BigIntegerField,
    CharField,
    CompositeKey,
    ForeignKeyField,
    Model,
    PostgresqlDatabase,
    SchemaManager,
    TextField,
)


class Actor(Model):
    serial = BigIntegerField(primary_key=True)

    class Meta:
        table_name = "actor"


class Event(Model):
    serial = BigIntegerField(primary_key=True)

    class Meta:
        table_name = "event"


class ActorKey(Model):
    actor = ForeignKeyField(Actor, column_name="actor", on_delete="CASCADE")
    key = TextField(index=True)

    class Meta:
        table_name = "actor_key"
        primary_key = CompositeKey("actor", "key")


class ActorRuling(Model):
    serial = BigIntegerField(primary_key=True)
    actor = ForeignKeyField(Actor, column_name="actor", on_delete="CASCADE")
    target = BigIntegerField(null=True, index=True)
    by = TextField(null=True)
    at = CharField(max_length=32)

    class Meta:
        table_name = "actor_ruling"


class EventActor(Model):
    event = ForeignKeyField(Event, column_name="event", on_delete="CASCADE")
    named = BigIntegerField(index=True)
    actor = ForeignKeyField(Actor, column_name="actor")
    role = CharField(max_length=16)
    country = CharField(max_length=2, null=True, index=True)
    acts_for_key = TextField(null=True, index=True)

    class Meta:
        table_name = "event_actor"
        primary_key = CompositeKey("event", "named", "role")


class EventActorBefore(Model):
    event = ForeignKeyField(Event, column_name="event", on_delete="CASCADE")
    actor = ForeignKeyField(Actor, column_name="actor")
    role = CharField(max_length=16)
    country = CharField(max_length=2, null=True, index=True)
    acts_for_key = TextField(null=True, index=True)

    class Meta:
        table_name = "event_actor"
        primary_key = CompositeKey("event", "actor", "role")


def up(migrator, db):
    db.execute_sql(f"ALTER TABLE actor ADD COLUMN heir {'BIGINT' if isinstance(db, PostgresqlDatabase) else 'INTEGER'}")
    db.execute_sql("CREATE INDEX actor_heir ON actor (heir)")
    for table in (ActorKey, ActorRuling):
        SchemaManager(table, db).create_all()
    _made_anew(db, EventActorBefore, EventActor, "event, actor, actor, role, country, acts_for_key")


def down(migrator, db):
    _made_anew(db, EventActor, EventActorBefore, "event, named, role, country, acts_for_key")
    for table in (ActorRuling, ActorKey):
        SchemaManager(table, db).drop_all()
    db.execute_sql("DROP INDEX actor_heir")
    db.execute_sql("ALTER TABLE actor DROP COLUMN heir")


def _made_anew(db, before, after, columns):
    """The table with another key; neither database can change one in place."""
    db.execute_sql("CREATE TABLE event_actor_kept AS SELECT * FROM event_actor")
    SchemaManager(before, db).drop_all()
    SchemaManager(after, db).create_all()
    db.execute_sql(f"INSERT INTO event_actor SELECT {columns} FROM event_actor_kept")
    db.execute_sql("DROP TABLE event_actor_kept")
