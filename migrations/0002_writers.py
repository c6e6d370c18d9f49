"""Keys, jobs, requests and curation: a frozen copy of their first tables."""

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    CompositeKey,
    ForeignKeyField,
    IntegerField,
    Model,
    SchemaManager,
    TextField,
)


class Statement(Model):
    serial = BigIntegerField(primary_key=True)

    class Meta:
        table_name = "statement"


class ApiKey(Model):
    id = CharField(primary_key=True, max_length=16)
    name = TextField()
    digest = CharField(max_length=64)
    scopes = TextField()
    created = CharField(max_length=32)
    expires = CharField(max_length=32, null=True)
    used = CharField(max_length=32, null=True)
    revoked = CharField(max_length=32, null=True)

    class Meta:
        table_name = "api_key"


class Job(Model):
    serial = BigIntegerField(primary_key=True)
    id = CharField(max_length=26, unique=True)
    kind = CharField(max_length=16)
    state = CharField(max_length=16, index=True)
    by = TextField(null=True)
    total = IntegerField()
    done = IntegerField()
    failed = IntegerField()
    counts = TextField()
    error = TextField(null=True)
    created = CharField(max_length=32)
    updated = CharField(max_length=32)
    finished = CharField(max_length=32, null=True)

    class Meta:
        table_name = "job"


class JobItem(Model):
    job = ForeignKeyField(Job, column_name="job", on_delete="CASCADE")
    line = IntegerField()
    content = TextField(null=True)
    state = CharField(max_length=8)
    held_by = CharField(max_length=32, null=True)
    held_until = CharField(max_length=32, null=True)
    attempts = IntegerField()
    document = CharField(max_length=26, null=True)
    error = TextField(null=True)

    class Meta:
        table_name = "job_item"
        primary_key = CompositeKey("job", "line")
        indexes = ((("state", "job", "line"), False),)


class Request(Model):
    id = CharField(primary_key=True, max_length=64)
    digest = CharField(max_length=64, null=True)
    status = IntegerField(null=True)
    headers = TextField(null=True)
    body = TextField(null=True)
    at = CharField(max_length=32, index=True)

    class Meta:
        table_name = "request"


class Anchor(Model):
    serial = BigIntegerField(primary_key=True)
    document = CharField(max_length=64, index=True)
    fingerprint = CharField(max_length=64)
    start = IntegerField()
    end = IntegerField()
    trigger = TextField()
    lemma = TextField()
    type = CharField(max_length=16)
    sentence = TextField()
    statement = ForeignKeyField(Statement, column_name="statement", null=True, on_delete="SET NULL")

    class Meta:
        table_name = "anchor"


class Revision(Model):
    sequence = BigIntegerField(primary_key=True)
    action = CharField(max_length=8)
    by = TextField(null=True)
    at = CharField(max_length=32)
    content = TextField()
    is_active = BooleanField()

    class Meta:
        table_name = "revision"


class RevisionEvent(Model):
    revision = ForeignKeyField(Revision, column_name="revision", on_delete="CASCADE")
    event = CharField(max_length=26, index=True)
    changes = TextField()

    class Meta:
        table_name = "revision_event"
        primary_key = CompositeKey("revision", "event")


class Ruling(Model):
    revision = ForeignKeyField(Revision, column_name="revision", on_delete="CASCADE")
    anchor = ForeignKeyField(Anchor, column_name="anchor", on_delete="CASCADE")
    side = IntegerField()
    before = CharField(max_length=26)
    after = CharField(max_length=26, null=True)

    class Meta:
        table_name = "ruling"
        primary_key = CompositeKey("revision", "anchor")


TABLES = (ApiKey, Job, JobItem, Request, Anchor, Revision, RevisionEvent, Ruling)


def up(migrator, db):
    for table in TABLES:
        SchemaManager(table, db).create_all()
    migrator.migrate(migrator.add_column("event", "hidden", CharField(max_length=32, null=True)))


def down(migrator, db):
    migrator.migrate(migrator.drop_column("event", "hidden"))
    for table in reversed(TABLES):
        SchemaManager(table, db).drop_all()
