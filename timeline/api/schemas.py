"""Statements and events as they go out: schemas for the OpenAPI document (answers are joined from stored JSON)."""

from marshmallow import fields

from timeline.api.described import (
    Shape,
    count_field,
    each_of,
    number_field,
    offsets_field,
    one_of,
    switch_field,
    text_field,
    texts_field,
)
from timeline.model.span import PRECISIONS
from timeline.model.statement import ActorKind, Relation, RoleName, Status
from timeline.model.time import BASES
from timeline.model.types import TYPES

TYPE_NAMES = [kind.name for kind in TYPES]
STATUSES = [status.value for status in Status]
KINDS = [kind.value for kind in ActorKind]


Core = Shape.from_dict({"from": text_field("ISO 8601 day"), "to": text_field("ISO 8601 day")}, name="Core")


class Span(Shape):
    """What is known of when."""

    edtf = text_field("EDTF (ISO 8601-2); null when nothing bounds it", null=True)
    earliest = text_field("first day it can have been, ISO 8601; null when open", null=True)
    latest = text_field("last day it can have been, ISO 8601; null when open", null=True)
    core = one_of(Core, "the days on which it was surely going on", null=True)
    likely = text_field("best single guess where the text gives no date, EDTF", null=True)
    precision = text_field(choices=PRECISIONS)
    basis = text_field("how the date was had", choices=BASES)


class EventWhen(Span):
    """When an event was, all sources together."""

    disputed = switch_field("whether sources give dates that cannot all be true")


class StatementWhen(Span):
    """When a happening was, as one text tells it, and how that is known."""

    because = texts_field("the reasons")
    because_earliest = text_field("what bounds it from below, when the basis is 'ordered'", null=True)
    because_latest = text_field("what bounds it from above, when the basis is 'ordered'", null=True)
    text = text_field("the words that date it", null=True)
    start = fields.Integer(required=True, allow_none=True)
    end = fields.Integer(required=True, allow_none=True)
    rule = text_field("the rule that read them", null=True)


class PlaceShape(Shape):
    """Where it happened."""

    name = text_field()
    country = text_field("ISO 3166 alpha-2", null=True)
    latitude = number_field("WGS 84 degrees", null=True)
    longitude = number_field("WGS 84 degrees", null=True)


class ActorRole(Shape):
    """Who acts, and as what."""

    name = text_field()
    role = text_field(choices=[role.value for role in RoleName])
    kind = text_field(choices=KINDS)
    country = text_field("ISO 3166 alpha-2", null=True)
    acts_for = text_field("the state it acts for", null=True)


class StatementActor(ActorRole):
    """Who acts, as one text tells it, with the offsets of the words that name it."""

    start = fields.Integer(required=True, allow_none=True, metadata={"description": "offset in the body"})
    end = fields.Integer(required=True, allow_none=True, metadata={"description": "offset behind them"})


class EventActor(ActorRole):
    """Who acts in an event."""

    id = text_field()


class QuantityShape(Shape):
    """A number that matters."""

    what = text_field()
    value = number_field()
    low = number_field("at least so much; null when open", null=True)
    high = number_field("at most so much; null when open", null=True)
    unit = text_field()
    text = text_field()


class TriggerShape(Shape):
    """The words that tell a happening, with offsets in the body."""

    text = text_field()
    start = count_field("characters")
    end = count_field("characters")


class StatementLink(Shape):
    """How one statement stands to another of the same document."""

    relation = text_field(choices=[relation.value for relation in Relation])
    statement = count_field("its place among the document's statements, from 0")
    because = text_field()
    sieve = text_field("the kind of evidence")
    strong = switch_field("whether its bounds count as known")


class SourceShape(Shape):
    """Who published, and when."""

    name = text_field(null=True)
    url = text_field(null=True)
    published = text_field("ISO 8601 day", null=True)


class Marks(Shape):
    """Words of the quote that tell the happening and its date: [start, end] in the quote, characters, half-open."""

    trigger = offsets_field(null=True)
    when = offsets_field(null=True)


class EventShape(Shape):
    """One happening, merged from what one or more documents say of it."""

    id = text_field()
    headline = text_field()
    type = text_field(choices=TYPE_NAMES)
    mode = text_field(null=True)
    when = one_of(EventWhen)
    actors = each_of(EventActor)
    place = one_of(PlaceShape, null=True)
    status = text_field(choices=STATUSES)
    claimed_by = texts_field("who says, or denies, it")
    quantities = each_of(QuantityShape)
    salience = number_field("weight in the news, 0 to 1")
    reports = count_field("texts that tell it, the same text counted once")
    quote = text_field("the sentence that tells it, shortened where it is long")
    marks = one_of(Marks)
    source = one_of(SourceShape)
    curated = texts_field("fields that a person set; reading does not change them")
    created = text_field("UTC, ISO 8601")
    updated = text_field("UTC, ISO 8601")


class Publisher(Shape):
    """An outlet."""

    name = text_field()
    home = text_field(null=True)


class DocumentBrief(Shape):
    """A document, as evidence names it."""

    id = text_field()
    external_id = text_field("the caller's id", null=True)
    title = text_field(null=True)
    url = text_field(null=True)
    published = text_field("ISO 8601 day", null=True)
    source = one_of(Publisher, null=True)


class StatementShape(Shape):
    """One happening as told in one document."""

    sentence = text_field()
    start = count_field("offset of the sentence in the body")
    end = count_field("offset behind it")
    trigger = one_of(TriggerShape)
    headline = text_field()
    type = text_field(choices=TYPE_NAMES)
    mode = text_field(null=True)
    when = one_of(StatementWhen)
    actors = each_of(StatementActor)
    place = one_of(PlaceShape, null=True)
    quantities = each_of(QuantityShape)
    status = text_field(choices=STATUSES)
    claimed_by = texts_field("who says, or denies, it")
    links = each_of(StatementLink)
    salience = number_field("0 to 1")


class EvidenceShape(StatementShape):
    """A statement, with the document that makes it."""

    document = one_of(DocumentBrief)
    number = count_field("its place among the document's statements, from 0")


class DocumentStatement(StatementShape):
    """A statement of a document, with the event it became part of."""

    document = text_field("label of the document")
    event = text_field("id", null=True)


class LinkedEvent(Shape):
    """An event at the other end of a link."""

    id = text_field()
    headline = text_field()


class EventLink(Shape):
    """How this event stands to another."""

    relation = text_field(choices=[relation.value for relation in Relation])
    event = one_of(LinkedEvent)
    because = text_field()
    sieve = text_field("the kind of evidence")
    strong = switch_field("whether its bounds count as known")


class Change(Shape):
    """A change of an event."""

    sequence = count_field("grows with every change")
    event = text_field("id of the event, or of one that was merged into it")
    action = text_field(choices=["created", "updated", "deleted"])
    merged_into = text_field("id", null=True)
    at = text_field("UTC, ISO 8601")


class ExplainedWhen(EventWhen):
    """When an event was, and how that is known."""

    because = texts_field("the reasons")
    because_earliest = text_field("what bounds it from below", null=True)
    because_latest = text_field("what bounds it from above", null=True)
    text = text_field("the words that date it", null=True)
    rule = text_field("the rule that read them", null=True)


class Knowledge(Shape.from_dict({"from": text_field("the first day, ISO 8601")}, name="KnowledgeFrom")):  # type: ignore[misc]
    """How an event stood for some days, from what was published by then."""

    id = text_field("the id it stood under")
    until = text_field("the last day; null when it still stands so", null=True)
    edtf = text_field("its date then", null=True)
    status = text_field(choices=STATUSES)
    disputed = switch_field("whether sources disagreed")
    reports = count_field("texts that told it")


class EventWhole(EventShape):
    """An event with all its evidence."""

    when = one_of(ExplainedWhen)
    hidden = switch_field("whether a person keeps it out of all lists")
    evidence = each_of(EvidenceShape)
    links = each_of(EventLink)
    history = each_of(Change)
    known = each_of(Knowledge)
    explanation = texts_field(
        "why it has this date and this status, who disagrees, what was known when, why its reports are one: sentences"
    )
