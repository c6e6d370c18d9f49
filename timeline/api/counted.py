"""Counts as they go out: facets, the histogram, the map, partners, places and outlets; schemas for the OpenAPI document."""

from marshmallow import fields

from timeline.api.described import Shape, count_field, each_of, number_field, one_of, switch_field, text_field
from timeline.api.schemas import KINDS, PlaceShape, Publisher
from timeline.model.bins import BINS
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
