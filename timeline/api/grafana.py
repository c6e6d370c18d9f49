"""/grafana/…: events as Grafana takes them, flat and with times in milliseconds since 1970. Only here are dates so."""

import datetime
from collections.abc import Iterator
from typing import Any

from flask import Response

from timeline.api.answers import conditional, plain, store
from timeline.api.arguments import StrictBlueprint, query_arguments, query_schema
from timeline.api.events import VALIDATOR, today
from timeline.api.panels import Annotation, FlatBin, FlatEvent
from timeline.api.written import about
from timeline.ask import answer, histogram_question, question
from timeline.errors import FilterError
from timeline.formats.csv import flat
from timeline.formats.format import first_known, last_known, when_words
from timeline.model import edtf
from timeline.model.days import parse_iso_day
from timeline.model.filters import FIELDS, HISTOGRAM, LISTING, MOST, FilterField
from timeline.model.shapes import Shape
from timeline.store.histogram import histogram

DAY = 86_400_000  # milliseconds
EPOCH = datetime.date(1970, 1, 1).toordinal()
FURTHEST = 100_000_000 * DAY  # as far as the dates of JavaScript go

ENDS = tuple(
    FilterField(name, "integer", meaning, is_repeatable=False, low=-FURTHEST, high=FURTHEST)
    for name, meaning in (("from", "start of the dashboard's time, in ms since 1970"), ("to", "its end"))
)
KEPT = tuple(each for each in FIELDS if each.name not in ("date", "from", "to"))
LIST = tuple(each for each in LISTING if each.name == "limit")
COLUMNS = (
    "id", "headline", "type", "mode", "edtf", "earliest", "latest", "likely", "precision", "basis", "actors", "place",
    "country", "latitude", "longitude", "status", "claimed_by", "salience", "reports", "disputed", "source", "url",
)  # fmt: skip
RANKED = "-salience"  # of more than can be shown, those that weigh most

blueprint = StrictBlueprint("grafana", __name__, url_prefix="/grafana", description="For Grafana")


@blueprint.route("/annotations")
@blueprint.arguments(query_schema("AnnotationQuery", (*ENDS, *KEPT, *LIST)), location="query")
@blueprint.response(200, Annotation(many=True), headers={"ETag": VALIDATOR})
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.doc(operationId="listAnnotations")
def list_annotations(asked: dict[str, Any]) -> Response:
    """Events as annotations, regions where they take more than a moment"""
    return _listed(asked, _annotation)


@blueprint.route("/events")
@blueprint.arguments(query_schema("FlatEventQuery", (*ENDS, *KEPT, *LIST)), location="query")
@blueprint.response(200, FlatEvent(many=True), headers={"ETag": VALIDATOR})
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.doc(operationId="listFlatEvents")
def list_events(asked: dict[str, Any]) -> Response:
    """Events as flat rows, for tables and maps"""
    return _listed(asked, _row)


@blueprint.route("/histogram")
@blueprint.arguments(query_schema("FlatBinQuery", (*HISTOGRAM, *ENDS, *KEPT)), location="query")
@blueprint.response(200, FlatBin(many=True), headers={"ETag": VALIDATOR})
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.doc(operationId="listFlatBins")
def list_bins(asked: dict[str, Any]) -> Response:
    """Counts over time as flat rows, for time series

    With `by`, a row for each value in each bin, named in `value`.
    """
    wanted = histogram_question(_in_days(asked), today=today())
    return conditional(wanted, lambda: plain(list(_bins(*wanted))))


def _listed(asked: dict[str, Any], shape: Any) -> Response:
    """The heaviest events that something dates, in order of time, each in that shape."""
    wanted = question({"limit": [str(MOST)], "sort": [RANKED], **_in_days(asked)}, today=today())

    def build() -> Response:
        events = [event for event in answer(store(), wanted).events if first_known(event["when"])]
        return plain(sorted(map(shape, events), key=lambda row: (row["time"], row["timeEnd"], row["id"])))

    return conditional(wanted, build)


def _in_days(asked: dict[str, Any]) -> dict[str, list[str]]:
    """The arguments of this request, with its ends as days (UTC); FilterError when they are in the wrong order."""
    given = query_arguments()
    ends = {name: asked[name] for name in ("from", "to") if name in asked}
    if len(ends) == 2 and ends["to"] < ends["from"]:
        raise FilterError("lies before from", place="to")
    return {**given, **{name: [str(edtf.from_day(ms // DAY + EPOCH))] for name, ms in ends.items()}}


def _times(when: Shape) -> tuple[int, int]:
    """First and last millisecond that it can have been; of what is open on a side the known day."""
    first, last = first_known(when) or "", last_known(when) or ""
    clocks = [_clock(when[side]) for side in ("earliest", "latest")]
    start = clocks[0] if clocks[0] is not None else (parse_iso_day(first) - EPOCH) * DAY
    end = clocks[1] if clocks[1] is not None else (parse_iso_day(last) - EPOCH + 1) * DAY - 1
    return start, end


def _clock(time: str | None) -> int | None:
    """The millisecond of an ISO 8601 moment, local time taken as UTC; None for a day, or beyond what clocks know."""
    if time is None or "T" not in time:
        return None
    try:
        moment = datetime.datetime.fromisoformat(time)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)
    return (aware - datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)) // datetime.timedelta(milliseconds=1)


def _annotation(event: Shape) -> Shape:
    start, end = _times(event["when"])
    place, page = event["place"], about().page(event)
    words = (event["type"], event["mode"], event["status"], place["country"] if place else None)
    told = f"{event['quote']} ({when_words(event['when'])})"
    return {
        "id": event["id"],
        "time": start,
        "timeEnd": end,
        "isRegion": end > start,
        "title": event["headline"],
        "text": told,
        "tags": [word for word in words if word],
        "url": page,
    }


def _row(event: Shape) -> Shape:
    start, end = _times(event["when"])
    row = flat(event)
    times = {"time": start, "timeEnd": end, "when": when_words(event["when"]), "page": about().page(event)}
    return {**times, **{name: row[name] for name in COLUMNS}}


def _bins(filters: Any, kind: str, by: str | None) -> Iterator[Shape]:
    for each in histogram(store(), filters, kind=kind, by=by).bins:
        start, end = ((parse_iso_day(each[side]) - EPOCH) * DAY for side in ("start", "end"))
        times = {"time": start, "timeEnd": end + DAY - 1, "label": each["label"]}
        parts = each["by"].items() if by else [(None, each)]
        for value, counts in parts:
            yield {**times, "value": value, "certain": counts["certain"], "possible": counts["possible"]}
