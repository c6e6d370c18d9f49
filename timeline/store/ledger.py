"""The tables of those who write: their keys, jobs and requests, and what they decided. As in `tables`, bound to no database.

What a person decides hangs on anchors, which find their Statement again when a Document is read anew.
"""

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

from timeline.store.tables import Statement


class ApiKey(Model):
    """A key: `digest` is the SHA-256 of its secret, which is kept nowhere; `scopes` are parted by blanks."""

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
    """Texts to be read: how many, how many are done, and what came of them (`counts`, JSON)."""

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
    """One text of a job: a JSON object, kept until it is read. A worker holds it until `held_until`, and then no more."""

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
    """A request with an Idempotency-Key and its answer; `id` is a hash of who asked and the key, `digest` of what was asked."""

    id = CharField(primary_key=True, max_length=64)
    digest = CharField(max_length=64, null=True)
    status = IntegerField(null=True)
    headers = TextField(null=True)
    body = TextField(null=True)
    at = CharField(max_length=32, index=True)

    class Meta:
        table_name = "request"


class Anchor(Model):
    """Where a decision hangs: a trigger in a Document (by its `identity`, which stays when it is read or kept anew).

    `statement` is the one that tells it now; None while no reading finds it.
    """

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
    """What a person did to events, numbered by the change sequence; not `is_active` once it was reverted."""

    sequence = BigIntegerField(primary_key=True)
    action = CharField(max_length=8)
    by = TextField(null=True)
    at = CharField(max_length=32)
    content = TextField()
    is_active = BooleanField()

    class Meta:
        table_name = "revision"


class RevisionEvent(Model):
    """An event that a revision concerns, and what it changed in it (JSON)."""

    revision = ForeignKeyField(Revision, column_name="revision", on_delete="CASCADE")
    event = CharField(max_length=26, index=True)
    changes = TextField()

    class Meta:
        table_name = "revision_event"
        primary_key = CompositeKey("revision", "event")


class Ruling(Model):
    """A Statement that a revision decides on: on which `side` it stands, its event's id before and after."""

    revision = ForeignKeyField(Revision, column_name="revision", on_delete="CASCADE")
    anchor = ForeignKeyField(Anchor, column_name="anchor", on_delete="CASCADE")
    side = IntegerField()
    before = CharField(max_length=26)
    after = CharField(max_length=26, null=True)

    class Meta:
        table_name = "ruling"
        primary_key = CompositeKey("revision", "anchor")


TABLES = (ApiKey, Job, JobItem, Request, Anchor, Revision, RevisionEvent, Ruling)
