"""The first page: the chronology with its filters."""

import datetime
from typing import Any
from urllib.parse import urlencode

from flask import Response, make_response, render_template, request

from timeline.ask import Arguments, answer, question
from timeline.errors import FilterError
from timeline.model import edtf
from timeline.model.filters import FIELDS, Window, arguments_of
from timeline.model.words import date_words, span_words
from timeline.store.people import find_actors
from timeline.web.embed import attributes_of
from timeline.web.site import asked, blueprint, store

SHOWN = ("from", "to", "match", "actor", "place", "type", "status", "q")  # filters that the form shows at once
MORE = ("role", "country", "claimed_by", "source", "basis", "min_reports", "as_of")  # and those behind "More"
KEPT = ("sort", "limit")  # what a new search keeps of the list's arrangement
SUGGESTED = 100  # actors offered while typing
FORMATS = (  # of the list, as links
    (".atom", "Subscribe to it as a feed (Atom)"),
    (".ics", "Subscribe to it as a calendar (iCalendar)"),
    (".csv", "Spreadsheet (CSV)"),
    (".geojson", "Map data (GeoJSON)"),
    (".timelinejs.json", "TimelineJS"),
    (".json", "JSON"),
)


@blueprint.route("/")
def chronology() -> Response | tuple[str, int]:
    """The chronology for the filters in the address; blank ones, as forms send them, count as not given."""
    given = asked()
    try:
        wanted = question({"count": ["exact"], **given}, today=datetime.datetime.now(datetime.UTC).date())
        page = answer(store(), wanted)
    except FilterError as error:
        return render_template("chronology.html", page=None, error=error, **_form(given)), 422
    filters = {name: _listed(value) for name, value in arguments_of(page.filters).items()}
    typed = () if "date" in given else ("from", "to", "as_of", "sort", "limit")
    shown = {**filters, **{name: given[name] for name in typed if name in given}}
    context = {**_form(shown), **_links(filters, page.next), "period": _period(page.filters.window)}
    context |= _then(page.filters.as_of) | {"attributes": attributes_of(filters)}
    return make_response(render_template("chronology.html", page=page, error=None, **context))


def _listed(value: Any) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


def _period(window: Window) -> str | None:
    """The days asked for, in words; None when all are."""
    if window.start is None and window.end is None:
        return None
    if window.start == window.end and window.start is not None:
        return span_words(edtf.from_day(window.start))
    ends = [".." if day is None else str(edtf.from_day(day)) for day in (window.start, window.end)]
    return date_words("/".join(ends))


def _then(as_of: int | None) -> dict[str, str | None]:
    """The day of knowledge in words, and what addresses of events carry on of it."""
    if as_of is None:
        return {"known_by": None, "then": ""}
    day = edtf.from_day(as_of)
    return {"known_by": span_words(day), "then": f"?as_of={day}"}


def _form(given: Arguments) -> dict[str, Any]:
    """What the form of filters needs: the fields, their values, and those given that it has no field for."""
    fields = {field.name: field for field in FIELDS}
    extra = [
        (name, value) for name, values in given.items() if name in (*fields, *KEPT) for value in _beyond(name, values)
    ]
    return {
        "fields": fields,
        "values": {name: values[0] for name, values in given.items()},
        "extra": extra,
        "is_filtered": any(name in fields for name in given),
        "more_open": any(name in MORE for name in given),
        "suggested": find_actors(store(), limit=SUGGESTED).items,
        "formats": FORMATS,
    }


def _beyond(name: str, values: Any) -> list[str]:
    """Values that the form cannot show: all of a filter without a field, and second ones."""
    return list(values[1:]) if name in SHOWN + MORE else list(values)


def _links(filters: Arguments, cursor: str | None) -> dict[str, str | None]:
    """Where the pages beside this one are; `query` asks the API, and every format, for the same list."""
    query = urlencode(filters, doseq=True)
    return {
        "next_link": f"/?{urlencode({'cursor': cursor})}" if cursor else None,
        "first_link": f"/?{query}" if "cursor" in request.args else None,
        "query": f"?{query}" if query else "",
    }
