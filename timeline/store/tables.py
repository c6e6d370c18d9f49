"""The tables, as Peewee models bound to no database: every query says which one it runs on.

Numbers that identify rows (`serial`) come from the change sequence, so that they never repeat; what the world sees as
an id is a ULID. Days are numbers (see `model.days`), moments ISO 8601 in UTC. Migrations hold a frozen copy of this.
"""

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    CompositeKey,
    DoubleField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)


class State(Model):
    """Single numbers by name: 'sequence' is the last number given to a change or a row."""

    name = CharField(primary_key=True, max_length=32)
    value = BigIntegerField()

    class Meta:
        table_name = "state"


class Source(Model):
    """Who published."""

    serial = BigIntegerField(primary_key=True)
    name = TextField()
    name_key = TextField(unique=True)
    home = TextField(null=True)

    class Meta:
        table_name = "source"


class Document(Model):
    """A text as published. `identity` is the hash of its address, or of its body when it has none.

    `rules` names those that read it (see `timeline.rulebook`), `bound` those by which its bonds were worked out; or None.
    """

    serial = BigIntegerField(primary_key=True)
    id = CharField(max_length=26, unique=True)
    identity = CharField(max_length=64, unique=True)
    external_id = TextField(null=True, index=True)
    url = TextField(null=True)
    title = TextField(null=True)
    body = TextField()
    blocks = TextField()
    fingerprint = CharField(max_length=64, index=True)
    source = ForeignKeyField(Source, column_name="source", null=True)
    published = BigIntegerField(null=True)
    published_from = CharField(max_length=16, null=True)
    place = TextField(null=True)
    language = CharField(max_length=16)
    version = IntegerField()
    rules = CharField(max_length=64, null=True)
    bound = CharField(max_length=64, null=True, index=True)
    created = CharField(max_length=32)
    updated = CharField(max_length=32)

    class Meta:
        table_name = "document"


class Actor(Model):
    """A name and kind that an actor was seen under; `home` is the country of one whose name many countries have, else ''.

    `heir` is the row that stands for it, None when it does so itself.
    """

    serial = BigIntegerField(primary_key=True)
    id = CharField(max_length=26, unique=True)
    name = TextField()
    name_key = TextField()
    kind = CharField(max_length=16)
    country = CharField(max_length=2, null=True)
    acts_for = TextField(null=True)
    heir = BigIntegerField(null=True, index=True)
    home = CharField(max_length=2, null=True)

    class Meta:
        table_name = "actor"
        indexes = ((("name_key", "kind", "home"), True),)


class Alias(Model):
    """Another name an actor was seen under."""

    actor = ForeignKeyField(Actor, column_name="actor", on_delete="CASCADE")
    name = TextField()
    name_key = TextField(index=True)

    class Meta:
        table_name = "alias"
        primary_key = CompositeKey("actor", "name_key")


class Event(Model):
    """One happening in the world, as it stands, or (an edition of it) as it stood on earlier days of publication.

    The current row has no `edition_of`; of an edition that is the number of the current row. `known_from` to
    `known_until` (days, inclusive, None for no end) are the days on which the Documents published by then gave just this
    row; both are None when they never did, which happens to a current row only. On one day an id stands once.

    `shape` is the answer as JSON text, ready to be sent; `detail` what only a single event's answer tells, and all
    the names of those in it, of which `shape` has one for each actor, since who is one actor may change. The `list_`
    columns are the order of listing: no bound at all, first known day, width, rank by links. `hidden` says since when a
    person keeps it out of all lists.
    """

    serial = BigIntegerField(primary_key=True)
    id = CharField(max_length=26, index=True)
    edition_of = BigIntegerField(null=True, index=True)
    known_from = BigIntegerField(null=True)
    known_until = BigIntegerField(null=True)
    headline = TextField()
    type = CharField(max_length=16, index=True)
    mode = CharField(max_length=32, null=True)
    status = CharField(max_length=16, index=True)
    disputed = BooleanField()
    salience = DoubleField()
    reports = IntegerField()
    basis = CharField(max_length=16)
    precision = CharField(max_length=16)
    edtf = TextField(null=True, index=True)
    start_earliest = BigIntegerField(null=True)
    start_latest = BigIntegerField(null=True)
    end_earliest = BigIntegerField(null=True)
    end_latest = BigIntegerField(null=True)
    earliest_clock = CharField(max_length=32, null=True)
    latest_clock = CharField(max_length=32, null=True)
    likely = TextField(null=True)
    likely_first = BigIntegerField(null=True)
    likely_last = BigIntegerField(null=True)
    place_name = TextField(null=True)
    place_key = TextField(null=True, index=True)
    country = CharField(max_length=2, null=True, index=True)
    latitude = DoubleField(null=True)
    longitude = DoubleField(null=True)
    list_open = IntegerField()
    list_day = BigIntegerField()
    list_width = BigIntegerField()
    list_rank = IntegerField()
    sequence = BigIntegerField(unique=True)
    digest = CharField(max_length=64)
    shape = TextField()
    detail = TextField()
    created = CharField(max_length=32)
    updated = CharField(max_length=32, index=True)
    hidden = CharField(max_length=32, null=True)

    class Meta:
        table_name = "event"
        indexes = (
            (("list_open", "list_day", "list_width", "list_rank", "id"), False),
            (("salience", "id"), False),
            (("end_latest",), False),
        )


Event.add_index(
    Event.index(
        Event.list_open,
        Event.list_day.desc(),
        Event.list_width.desc(),
        Event.list_rank.desc(),
        Event.id.desc(),
        name="event_list_back",
    )
)
Event.add_index(  # all that a histogram looks at
    Event.index(
        Event.start_earliest,
        Event.end_latest,
        Event.edition_of,
        Event.hidden,
        Event.type,
        Event.status,
        Event.country,
        Event.likely_first,
        Event.likely_last,
        name="event_counted",
    )
)


class EventActor(Model):
    """Who took part in an event, and as what; `acts_for_key` and `country` as its statements tell them.

    `actor` is the row that stands for the one whom the event calls by the name of the row `named`.
    """

    event = ForeignKeyField(Event, column_name="event", on_delete="CASCADE")
    named = BigIntegerField(index=True)
    actor = ForeignKeyField(Actor, column_name="actor")
    role = CharField(max_length=16)
    country = CharField(max_length=2, null=True, index=True)
    acts_for_key = TextField(null=True, index=True)

    class Meta:
        table_name = "event_actor"
        primary_key = CompositeKey("event", "named", "role")


class EventClaimant(Model):
    """Who says so."""

    event = ForeignKeyField(Event, column_name="event", on_delete="CASCADE")
    name_key = TextField(index=True)

    class Meta:
        table_name = "event_claimant"
        primary_key = CompositeKey("event", "name_key")


class Statement(Model):
    """One happening as told in one document; `content` is the whole Statement as JSON."""

    serial = BigIntegerField(primary_key=True)
    document = ForeignKeyField(Document, column_name="document", on_delete="CASCADE")
    number = IntegerField()
    event = ForeignKeyField(Event, column_name="event", null=True, on_delete="SET NULL")
    rank = IntegerField()
    content = TextField()

    class Meta:
        table_name = "statement"
        indexes = ((("document", "number"), True),)


class EditionStatement(Model):
    """What an edition of an event is made of; the statements of a current one name it themselves."""

    edition = ForeignKeyField(Event, column_name="edition", on_delete="CASCADE")
    statement = ForeignKeyField(Statement, column_name="statement", on_delete="CASCADE")

    class Meta:
        table_name = "edition_statement"
        primary_key = CompositeKey("edition", "statement")


class Link(Model):
    """`statement` stands in `relation` to `other`, of the same document, and why."""

    statement = ForeignKeyField(Statement, column_name="statement", on_delete="CASCADE")
    position = IntegerField()
    other = ForeignKeyField(Statement, column_name="other", on_delete="CASCADE")
    relation = CharField(max_length=8)
    because = TextField()
    sieve = CharField(max_length=32)
    is_strong = BooleanField()

    class Meta:
        table_name = "link"
        primary_key = CompositeKey("statement", "position")


class Change(Model):
    """What became of an event, in order: 'created', 'updated' or 'deleted' (into what, when it was merged)."""

    sequence = BigIntegerField(primary_key=True)
    event = CharField(max_length=26, index=True)
    action = CharField(max_length=8)
    merged_into = CharField(max_length=26, null=True)
    at = CharField(max_length=32)

    class Meta:
        table_name = "change"


TABLES = (
    State, Source, Document, Actor, Alias, Event, EventActor, EventClaimant, Statement,
    EditionStatement, Link, Change,
)  # fmt: skip
