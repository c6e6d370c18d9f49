"""Pages, actors, documents, types and problems as they go out: schemas for the OpenAPI document."""

from marshmallow import fields

from timeline.api.counted import Facet
from timeline.api.described import (
    AnyOf,
    Shape,
    count_field,
    each_of,
    text_field,
    texts_field,
)
from timeline.api.schemas import (
    KINDS,
    Change,
    DocumentBrief,
    DocumentStatement,
    EventLink,
    EventShape,
    EvidenceShape,
    StatementShape,
)
from timeline.model.document import BlockKind


class EventPart(EventShape):
    """An event with the members that `fields` and `include` ask for."""

    evidence = each_of(EvidenceShape)
    links = each_of(EventLink)


class Events(Shape):
    """A page of the chronology."""

    events = fields.List(
        AnyOf(fields.Nested(EventShape), fields.Nested(EventPart(partial=True))),
        required=True,
        metadata={"description": "with all their members, unless `fields` or `include` ask for others"},
    )
    next = text_field("address of the next page", null=True)
    total = fields.Integer(required=True, allow_none=True, metadata={"description": "all that match, if `count` asks"})
    counted = text_field("how `total` was had", choices=["exact", "estimated", "timed_out"], null=True)
    facets = fields.Dict(
        keys=fields.String(), values=fields.Nested(Facet), required=True, metadata={"description": "by name, as asked"}
    )
    filters = fields.Dict(required=True, metadata={"description": "the filters as understood, dates as days"})


class ActorShape(Shape):
    """Who acts."""

    id = text_field()
    name = text_field()
    kind = text_field(choices=KINDS)
    country = text_field("ISO 3166 alpha-2", null=True)
    acts_for = text_field("the state it acts for", null=True)
    aliases = texts_field("other names seen")
    events = count_field(
        "events it is in itself; for a state not those of who acts for it, which its `/events` lists, too"
    )


class ActorRuling(Shape):
    """What a person decided of a name."""

    number = count_field("grows with every change")
    action = text_field(choices=["merged", "split"])
    name = text_field("the name that was merged or split off")
    into = text_field("whose name it is then", null=True)
    by = text_field("name of the key", null=True)
    at = text_field("UTC, ISO 8601")


class ActorHistory(Shape):
    """What people decided of an actor's names."""

    actor = text_field("id")
    history = each_of(ActorRuling, "the first first")


class ActorParts(Shape):
    """What an actor was split into."""

    actors = each_of(ActorShape, "what is left, and the name that stands alone")


class Actors(Shape):
    """A page of actors."""

    actors = each_of(ActorShape)
    next = text_field("address of the next page", null=True)


class Changes(Shape):
    """A page of changes."""

    changes = each_of(Change, "in the order in which they were made")
    next = text_field("address of the next page", null=True)
    last = count_field("the sequence to ask on from")


class DocumentKept(DocumentBrief):
    """A document, without its text."""

    published_from = text_field("what told the day: option, object, metadata, url or dateline", null=True)
    place = text_field("where the dateline says the reporter sat", null=True)
    language = text_field("ISO 639-1")
    fingerprint = text_field("SHA-256 of the body")
    version = count_field("from 1; grows when the text at an address changes")
    created = text_field("UTC, ISO 8601")
    updated = text_field("UTC, ISO 8601")


class DocumentShape(DocumentKept):
    """A document, with how many statements were read in it."""

    statements = count_field("statements read in it")


class Documents(Shape):
    """A page of documents."""

    documents = each_of(DocumentShape)
    next = text_field("address of the next page", null=True)


class BlockShape(Shape):
    """A stretch of the body."""

    kind = text_field(choices=[kind.value for kind in BlockKind])
    start = count_field("characters")
    end = count_field("characters")


class DocumentWhole(DocumentKept):
    """A document with its text and what was read in it."""

    body = text_field("the text, untouched; all offsets are its characters")
    blocks = each_of(BlockShape)
    statements = each_of(DocumentStatement)


class DocumentRead(DocumentShape):
    """A document just read, with its events."""

    message = text_field("what the reader should know, such as a language that is not read", null=True)
    events = each_of(EventShape)


class TimeShape(Shape):
    """Words for a time, with offsets in the body."""

    start = count_field("characters")
    end = count_field("characters")
    text = text_field()
    type = text_field("of TIMEX3", choices=("DATE", "TIME", "DURATION", "SET"))
    value = text_field("of TIMEX3")
    edtf = text_field(null=True)
    earliest = text_field("ISO 8601, null when open", null=True)
    latest = text_field("ISO 8601, null when open", null=True)
    rule = text_field("the rule that read them")


class TriedStatement(StatementShape):
    """A statement of a text that is not kept."""

    document = text_field("label of the document")


class Reading(Shape):
    """A text that is not kept, with what was read in it."""

    title = text_field(null=True)
    published = text_field("ISO 8601 day", null=True)
    published_from = text_field("what told the day: object, metadata, url or dateline", null=True)
    place = text_field("where the dateline says the reporter sat", null=True)
    language = text_field("ISO 639-1")
    body = text_field("the text, untouched; all offsets are its characters")
    blocks = each_of(BlockShape)
    times = each_of(TimeShape)
    statements = each_of(TriedStatement)
    message = text_field("what the reader should know, such as a language that is not read", null=True)


class TypeShape(Shape):
    """A type of event."""

    name = text_field()
    meaning = text_field()
    modes = texts_field("what may refine it")


class Types(Shape):
    """The types of events."""

    types = each_of(TypeShape)


class Health(Shape):
    """How the service is."""

    status = text_field(choices=["ok", "unready"])


class ProblemPlace(Shape):
    """One thing wrong with a request."""

    parameter = fields.String(metadata={"description": "the argument of the query"})
    pointer = fields.String(metadata={"description": "JSON pointer into the body"})
    detail = text_field()


class ProblemShape(Shape):
    """An error (RFC 9457)."""

    type = text_field("a URI reference; about:blank when the status says it all")
    title = text_field()
    status = count_field("the HTTP status")
    detail = fields.String()
    errors = fields.List(fields.Nested(ProblemPlace))
