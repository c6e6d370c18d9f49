"""/v1/bands: very many events at once, as columns for drawing. Small on the wire, and nothing that a picture lacks."""

import datetime
import gzip
import threading
from collections import OrderedDict
from typing import Any

import orjson
from flask import Response, current_app, request
from marshmallow import fields, validate

from timeline.api.answers import conditional, entity_tag, json_response, store
from timeline.api.arguments import StrictBlueprint, query_arguments, query_schema
from timeline.api.described import Shape, count_field, places_field, switch_field, text_field, texts_field
from timeline.api.events import VALIDATOR
from timeline.ask import understand
from timeline.model.filters import FIELDS, FilterField, Filters, arguments_of
from timeline.store.bands import LANES, MOST, Bands, find_bands

ARRANGEMENT: tuple[FilterField, ...] = (
    FilterField("lanes", "choice", "whose events to list by name", LANES, is_repeatable=False, default="none"),
    FilterField(
        "most",
        "integer",
        "columns stay empty when more match",
        is_repeatable=False,
        low=1,
        high=MOST,
        default=str(MOST),
    ),
)
BandQuery = query_schema("BandQuery", (*FIELDS, *ARRANGEMENT))
LEVEL = 4  # of compression
SHELF = 16_000_000  # bytes of compressed answers that are kept


class Shelf:
    """The answers asked for last, by their validators, as many as fit."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def find(self, tag: str) -> bytes | None:
        """The answer, None when it is not (or no longer) here."""
        with self._lock:
            if tag in self._kept:
                self._kept.move_to_end(tag)
            return self._kept.get(tag)

    def keep(self, tag: str, content: bytes) -> None:
        """Puts an answer here, and throws out those that were not asked for longest."""
        with self._lock:
            self._kept[tag] = content
            while self._kept and sum(map(len, self._kept.values())) > self._room:
                self._kept.popitem(last=False)


class LaneShape(Shape):
    """The events of one actor or place."""

    name = text_field()
    events = places_field("places in the columns, from 0, rising")


class BandsShape(Shape):
    """Events as columns of equal length, in the order of listing; empty when `truncated`."""

    total = count_field("events that match")
    truncated = switch_field("whether more match than `most`, so that the columns are empty")
    ids = text_field("the ids, 26 characters each, one behind the other")
    start_earliest = places_field("day number; null when open", null=True)
    start_latest = places_field("day number; null when open", null=True)
    end_earliest = places_field("day number; null when open", null=True)
    end_latest = places_field("day number; null when open", null=True)
    types = texts_field("the types that occur")
    type = places_field("place in `types`, from 0")
    statuses = texts_field("the statuses that occur")
    status = places_field("place in `statuses`, from 0")
    salience = places_field("weight in the news, in per cent")
    disputed = places_field("places of those whose sources give dates that cannot all be true")
    likely = fields.List(
        fields.List(fields.Integer(), validate=validate.Length(equal=3)),
        required=True,
        metadata={"description": "best guesses: place, first day, last day"},
    )
    headlines = fields.List(
        fields.String(), required=True, allow_none=True, metadata={"description": "null when they are very many"}
    )
    lanes = fields.List(
        fields.Nested(LaneShape), required=True, allow_none=True, metadata={"description": "null unless asked for"}
    )
    filters = fields.Dict(required=True, metadata={"description": "the filters as understood, dates as days"})


blueprint = StrictBlueprint("bands", __name__, url_prefix="/v1/bands", description="The chronology as columns")


@blueprint.route("")
@blueprint.arguments(BandQuery, location="query")
@blueprint.response(200, BandsShape, headers={"ETag": VALIDATOR})
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.doc(operationId="listBands")
def list_bands(arrangement: dict[str, Any]) -> Response:
    """Very many events at once, as columns

    What a drawing needs of the events that fit all filters, in the order of listing. Days are numbers: 1 is
    0001-01-01, proleptic Gregorian, astronomical years. For the rest ask `/v1/events?event=…`.
    """
    names = [each.name for each in ARRANGEMENT]
    given = {name: values for name, values in query_arguments().items() if name not in names}
    filters = understand(given, today=datetime.datetime.now(datetime.UTC).date())
    lanes, most = arrangement.get("lanes", LANES[0]), arrangement.get("most", MOST)
    return conditional((filters, lanes, most), lambda: _answer(filters, lanes, most))


def _answer(filters: Filters, lanes: str, most: int) -> Response:
    """The columns, from the shelf when this very answer has been built before: a page that is read much asks for one."""
    shelf: Shelf = current_app.extensions.setdefault("timeline.bands", Shelf(SHELF))
    tag = entity_tag((filters, lanes, most))
    content = shelf.find(tag)
    if content is None:
        bands = find_bands(store(), filters, lanes=lanes, most=most)
        content = gzip.compress(orjson.dumps(_shape(bands, filters)), LEVEL)
        shelf.keep(tag, content)
    return _unpacked(content)


def _shape(bands: Bands, filters: Filters) -> dict[str, Any]:
    start_earliest, start_latest, end_earliest, end_latest = bands.bounds
    return {
        "total": bands.total,
        "truncated": bands.total > len(bands.ids),
        "ids": "".join(bands.ids),
        "start_earliest": start_earliest,
        "start_latest": start_latest,
        "end_earliest": end_earliest,
        "end_latest": end_latest,
        "types": bands.types,
        "type": bands.type,
        "statuses": bands.statuses,
        "status": bands.status,
        "salience": bands.salience,
        "disputed": bands.disputed,
        "likely": bands.likely,
        "headlines": bands.headlines,
        "lanes": None if bands.lanes is None else [{"name": each.name, "events": each.events} for each in bands.lanes],
        "filters": arguments_of(filters),
    }


def _unpacked(content: bytes) -> Response:
    """The answer as it is kept, compressed, for those who take it so; a quarter of the size."""
    if request.accept_encodings["gzip"]:
        response = json_response(content)
        response.headers["Content-Encoding"] = "gzip"
    else:
        response = json_response(gzip.decompress(content))
    response.vary.add("Accept-Encoding")
    return response
