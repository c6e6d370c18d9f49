"""What Grafana is given: schemas of flat rows for the OpenAPI document."""

from marshmallow import fields

from timeline.api.counted import Counts
from timeline.api.described import Shape, count_field, number_field, switch_field, text_field, texts_field


class Timed(Shape):
    """A row with its time."""

    time = fields.Integer(required=True, metadata={"description": "its first moment, ms since 1970"})
    timeEnd = fields.Integer(required=True, metadata={"description": "its last moment, ms since 1970"})  # noqa: N815


class Annotation(Timed):
    """An event as an annotation of Grafana."""

    id = text_field()
    isRegion = switch_field("whether it takes more than a moment")  # noqa: N815
    title = text_field()
    text = text_field("the quote and the date as it is known, plain text")
    tags = texts_field("type, mode, status, country")
    url = text_field("page of the event")


class FlatEvent(Timed):
    """An event as a flat row."""

    id = text_field()
    when = text_field("the date in words")
    page = text_field("page of the event")
    headline = text_field()
    type = text_field()
    mode = text_field(null=True)
    edtf = text_field()
    earliest = text_field("ISO 8601", null=True)
    latest = text_field("ISO 8601", null=True)
    likely = text_field("EDTF", null=True)
    precision = text_field()
    basis = text_field()
    actors = text_field("with their roles, parted by semicolons")
    place = text_field(null=True)
    country = text_field("ISO 3166 alpha-2", null=True)
    latitude = number_field("WGS 84 degrees", null=True)
    longitude = number_field("WGS 84 degrees", null=True)
    status = text_field()
    claimed_by = text_field("parted by semicolons")
    salience = number_field("0 to 1")
    reports = count_field("texts that tell it")
    disputed = switch_field("whether sources disagree")
    source = text_field(null=True)
    url = text_field("of the text", null=True)


class FlatBin(Timed, Counts):
    """A bin of the histogram as a flat row."""

    label = text_field()
    value = text_field("the value of `by`", null=True)
