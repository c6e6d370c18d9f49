"""/v1/events: the chronology, and single events with all their evidence."""

import datetime
from functools import partial
from typing import Any

from flask import Response, redirect, request

from timeline.api.answers import conditional, entity_tag, json_response, listed, next_address, plain, store
from timeline.api.arguments import EventQuery, OneEventQuery, StrictBlueprint, query_arguments
from timeline.api.envelopes import Events
from timeline.api.schemas import EventWhole
from timeline.api.written import JSON, chosen, described, shown, written
from timeline.ask import Only, answer, question, understand
from timeline.errors import FilterError, MergedError
from timeline.explain import explained
from timeline.model.filters import Question, arguments_of
from timeline.store.facets import find_facets
from timeline.store.queries import event_sequence

blueprint = StrictBlueprint("events", __name__, url_prefix="/v1/events", description="The chronology")
WHOLE = ("json", "ndjson")  # formats that give events as they are, so that parts of them may be asked for
EVENT_ID = {"name": "event_id", "in": "path", "required": True, "description": "id of the event"}

VALIDATOR = {"description": "validator of this answer, for If-None-Match", "schema": {"type": "string"}}
LINK = {"description": "the next page, rel=next", "schema": {"type": "string"}}


def today() -> datetime.date:
    """The day, in UTC, that 'last week' counts from."""
    return datetime.datetime.now(datetime.UTC).date()


@blueprint.route("")
@blueprint.arguments(EventQuery, location="query")
@blueprint.response(200, Events, headers={"ETag": VALIDATOR, "Link": LINK})
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.alt_response(406, "NOT_ACCEPTABLE")
@blueprint.doc(operationId="listEvents", **described())
def list_events(_: dict[str, Any]) -> Response:
    """The chronology

    Events that fit all filters, in order of time; those that nothing dates come last.
    """
    return events_response(question(query_arguments(), today=today()))


@blueprint.route("/<event_id>", parameters=[EVENT_ID])
@blueprint.arguments(OneEventQuery, location="query")
@blueprint.response(200, EventWhole, headers={"ETag": VALIDATOR})
@blueprint.alt_response(301, description="Merged into another event, see Location", success=True)
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.doc(operationId="getEvent")
def show_event(_: dict[str, Any], event_id: str) -> Response:
    """One event with all its evidence

    With `as_of`, as it was known by that day; 404 when it was not.
    """
    as_of = understand(query_arguments(), today=today()).as_of
    try:
        told = lambda: plain(explained(store(), event_id, as_of=as_of))  # noqa: E731
        return conditional((event_id, as_of), told, mark=event_mark(event_sequence(store(), event_id)))
    except MergedError as error:
        return redirect(request.path.removesuffix(event_id) + error.into, 301)  # type: ignore[return-value]


def event_mark(sequence: int | None) -> str:
    """What an event's validator begins with: it differs after every change of the event itself, and only then."""
    return "" if sequence is None else f"{sequence:x}."


def event_tag(event_id: str) -> str:
    """The validator of an event's own address."""
    return event_mark(event_sequence(store(), event_id)) + entity_tag((event_id, None), f"/v1/events/{event_id}")


def events_response(asked: Question, *, only: Only | None = None, suffix: str | None = None) -> Response:
    """The events asked for, in the format of the suffix or the one the client likes; `only` fixes filters that the path names."""
    form, fixed = chosen(suffix), only or {}
    _refuse_parts(asked, form.name)
    build = partial(_page, asked, fixed) if form is JSON else partial(written, form, asked, fixed)
    return conditional((asked, only, form.name), build, is_negotiated=True)


def _refuse_parts(asked: Question, form: str) -> None:
    """Raises FilterError for what this format has no place for."""
    for name, forms in {"fields": WHOLE, "include": WHOLE, "facets": (JSON.name,)}.items():
        if getattr(asked, name) and form not in forms:
            raise FilterError(f"goes with {' and '.join(forms)} only", place=name)


def _page(asked: Question, only: Only) -> Response:
    page = answer(store(), asked, only=only)
    following = next_address(page.next, **shown(asked))
    members = {
        "next": following,
        "total": page.total,
        "counted": page.counted,
        "facets": find_facets(store(), page.filters, asked.facets),
        "filters": arguments_of(page.filters),
    }
    return json_response(listed("events", page.rows, **members), following=following)
