"""Pages, actors, documents, types and problems as they go out: schemas for the OpenAPI document."""

from marshmallow import fields

from timeline.api.described import (
    AnyOf,
    Shape,
    count_field,
    each_of,
    number_field,
    one_of,
    switch_field,
    text_field,
    texts_field,
)
from timeline.api.schemas import (
    KINDS,
    DocumentBrief,
    DocumentStatement,
    EventLink,
    EventShape,
    EvidenceShape,
    PlaceShape,
    Publisher,
    StatementShape,
)
from timeline.model.bins import BINS
from timeline.model.document import BlockKind
from timeline.model.filters import FACETS
from timeline.model.statement import RoleName


class FacetValue(Shape):
    """A value, and how many of the events that match have it."""

    value = text_field()
    events = count_field("events that match and have it")


class Facet(Shape):
    """The most frequent values."""

    state = text_field("timed_out: counting took too long, and there are no values", choices=["exact", "timed_out"])
    values = each_of(FacetValue, "most frequent first")
    more = switch_field("whether there are further values")


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


class Counts(Shape):
    """How many events lie in a stretch of time."""

    certain = count_field("both ends known and inside")
    possible = count_field(
        "may lie in it: the certain ones, those that reach in, and those whose only known end is in it"
    )


class BinShape(Counts):
    """A bin of the histogram."""

    start = text_field("its first day, ISO 8601")
    end = text_field("its last day, ISO 8601")
    label = text_field("what it is called: 2025-10-11, 2025-W41, 2025-10, 2025-Q4, 2025, 2020s")
    by = fields.Dict(
        keys=fields.String(),
        values=fields.Nested(Counts),
        required=True,
        metadata={"description": "the same by each value of what was asked for; values without any are left out"},
    )


class HistogramShape(Shape):
    """Counts over time, without gaps."""

    bin = text_field("the kind of bin used", choices=BINS)
    by = text_field(choices=FACETS, null=True)
    bins = each_of(BinShape)
    undated = count_field("events that fit, and that no bound dates")
    truncated = switch_field("whether bins far from most events, or rare values of 'by', were left out")
    filters = fields.Dict(required=True, metadata={"description": "the filters as understood, dates as days"})


class MapPlace(Shape):
    """A place where something happened."""

    name = text_field()
    country = text_field("ISO 3166 alpha-2", null=True)
    latitude = number_field("WGS 84 degrees")
    longitude = number_field("WGS 84 degrees")
    events = count_field("events that happened there")


class MapCountry(Shape):
    """A country where something happened."""

    country = text_field("ISO 3166 alpha-2")
    events = count_field("events that happened there")


class MapShape(Shape):
    """Where events happened."""

    places = each_of(MapPlace, "those whose coordinates are known, those with most events first")
    countries = each_of(MapCountry)
    unplaced = count_field("events that fit, and name no place")
    truncated = switch_field("whether places were left out")
    filters = fields.Dict(required=True, metadata={"description": "the filters as understood, dates as days"})


class ActorShape(Shape):
    """Who acts."""

    id = text_field()
    name = text_field()
    kind = text_field(choices=KINDS)
    country = text_field("ISO 3166 alpha-2", null=True)
    acts_for = text_field("the state it acts for", null=True)
    aliases = texts_field("other names seen")
    events = count_field("events it is in")


class Actors(Shape):
    """A page of actors."""

    actors = each_of(ActorShape)
    next = text_field("address of the next page", null=True)


class PartnerActor(Shape):
    """Who the partner is."""

    id = text_field()
    name = text_field()
    kind = text_field(choices=KINDS)
    country = text_field("ISO 3166 alpha-2", null=True)


class RolePair(Shape):
    """As what the two are in events."""

    role = text_field("of the actor", choices=[*RoleName])
    partner_role = text_field("of the partner", choices=[*RoleName])
    events = count_field("events in which they are so")


class Partner(Shape):
    """Somebody that an actor is in events with."""

    actor = one_of(PartnerActor)
    events = count_field("events that both are in")
    roles = each_of(RolePair, "most frequent first")


class Partners(Shape):
    """The partners of an actor."""

    partners = each_of(Partner, "most frequent first")
    filters = fields.Dict(required=True, metadata={"description": "the filters as understood, dates as days"})


class PlaceCount(PlaceShape):
    """A place where something happened."""

    events = count_field("events that happened there")


class Places(Shape):
    """A page of places."""

    places = each_of(PlaceCount)
    next = text_field("address of the next page", null=True)


class SourceCount(Publisher):
    """An outlet."""

    documents = count_field("its texts that tell of events")
    events = count_field("events that they tell of")


class Sources(Shape):
    """A page of outlets."""

    sources = each_of(SourceCount)
    next = text_field("address of the next page", null=True)


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
