"""/v1/events/{id}, by people: corrected, merged, split, reverted, and the history of all that."""

from collections.abc import Callable
from typing import Any

import marshmallow
from flask import Response, redirect, request
from marshmallow import fields, validate
from werkzeug.exceptions import PreconditionRequired

from timeline import curate
from timeline.api.access import KEYED, asker, for_writers
from timeline.api.answers import check_acceptable, conditional, plain, store
from timeline.api.arguments import StrictBlueprint
from timeline.api.corrections import EventPatch, corrections
from timeline.api.described import Shape, count_field, each_of, switch_field, text_field, texts_field
from timeline.api.events import EVENT_ID, VALIDATOR, event_mark, event_tag
from timeline.api.idempotency import IdempotencyHeader, idempotent
from timeline.api.schemas import EventWhole
from timeline.errors import MergedError, StaleError
from timeline.explain import explained
from timeline.store.history import find_history
from timeline.store.queries import get_event

blueprint = StrictBlueprint("curation", __name__, url_prefix="/v1/events", description="Corrections by people")
MOST = 100  # events merged at once
LOCATION = {"description": "where it is", "schema": {"type": "string"}}
TOLD = {"ETag": VALIDATOR}


class IfMatch(marshmallow.Schema):
    """The validator that the change is based on."""

    if_match = fields.String(
        data_key="If-Match", metadata={"description": "the event's ETag, so that nobody's change is lost; * for any"}
    )


class ActHeaders(IfMatch, IdempotencyHeader):
    """What the act is based on, and what makes it safe to repeat."""


class Merging(marshmallow.Schema):
    """What else is the same event."""

    events = fields.List(
        fields.String(),
        required=True,
        validate=validate.Length(1, MOST),
        metadata={"description": "ids of the events that are the same as this one"},
    )


class Spot(fields.Raw):
    """A statement of an event: its place in the event's evidence, or its document and its number in that."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> tuple[str, int] | int:
        match value:
            case bool():
                pass
            case int() if value >= 0:
                return value
            case {"document": str(document), "number": int(number)} if len(value) == 2:
                return document, number
        raise marshmallow.ValidationError("Neither a place in the evidence nor an object with document and number.")


SPOT = {
    "oneOf": [
        {"type": "integer", "minimum": 0, "description": "place in the event's `evidence`, from 0"},
        {
            "type": "object",
            "required": ["document", "number"],
            "additionalProperties": False,
            "properties": {"document": {"type": "string"}, "number": {"type": "integer"}},
        },
    ]
}


class Splitting(marshmallow.Schema):
    """What tells another event."""

    statements = fields.List(
        Spot(metadata=SPOT),
        required=True,
        validate=validate.Length(min=1),
        metadata={"description": "the statements to take out: places in `evidence`, or documents with numbers"},
    )


class Reverting(marshmallow.Schema):
    """How far to go back."""

    to = fields.Integer(
        required=True,
        strict=True,
        validate=validate.Range(0, 2**63 - 1),
        metadata={"description": "number of the history's entry after which it was right; 0: as it was read"},
    )


class Difference(Shape):
    """A field that changed."""

    field = text_field()
    before = fields.Raw(required=True, allow_none=True)
    after = fields.Raw(required=True, allow_none=True)


class HistoryEntry(Shape):
    """What was done to an event."""

    number = count_field("grows with every change")
    at = text_field("UTC, ISO 8601")
    action = text_field(choices=["created", "updated", "deleted", "corrected", "merged", "split", "reverted"])
    by = text_field("name of the key; null when reading did it", null=True)
    active = switch_field("false once it was reverted")
    changes = each_of(Difference)
    events = texts_field("ids of the other events concerned")


class History(Shape):
    """The history of an event."""

    event = text_field("id")
    history = each_of(HistoryEntry, "the first first")


class Parts(Shape):
    """What an event was split into."""

    events = each_of(EventWhole, "what is left, and what was taken out")


def answered(view: Callable[..., Any]) -> Callable[..., Any]:
    """With the errors that all of these may give."""
    for status, name in ((401, "UNAUTHORIZED"), (403, "FORBIDDEN"), (404, "NOT_FOUND"), (412, "PRECONDITION_FAILED")):
        view = blueprint.alt_response(status, name)(view)
    view = blueprint.alt_response(415, "UNSUPPORTED_MEDIA_TYPE")(
        blueprint.alt_response(413, "REQUEST_ENTITY_TOO_LARGE")(view)
    )
    return blueprint.alt_response(308, description="Merged into another event, see Location", success=True)(view)


@blueprint.route("/<event_id>", parameters=[EVENT_ID], methods=["PATCH"])
@for_writers
@blueprint.arguments(IfMatch, location="headers")
@blueprint.arguments(EventPatch)
@blueprint.response(200, EventWhole, headers=TOLD)
@answered
@blueprint.alt_response(428, "PRECONDITION_REQUIRED")
@blueprint.doc(operationId="correctEvent", **KEYED)
def correct_event(_: Any, body: dict[str, Any], event_id: str) -> Response:
    """Correct an event

    What is set here no later reading changes; the answer lists it under `curated`. If-Match must hold the event's ETag.
    """
    if "If-Match" not in request.headers:
        raise PreconditionRequired("Say what the correction is based on: If-Match with the event's ETag.")
    return _acted(event_id, lambda: _corrected(event_id, body))


def _corrected(event_id: str, body: dict[str, Any]) -> Response:
    given = corrections(body, get_event(store(), event_id), store(), by=asker())
    return _whole(curate.correct(store(), event_id, given, by=asker(), check=check_current))


@blueprint.route("/<event_id>/merge", parameters=[EVENT_ID], methods=["POST"])
@for_writers
@idempotent()
@blueprint.arguments(ActHeaders, location="headers")
@blueprint.arguments(Merging)
@blueprint.response(200, EventWhole, headers={**TOLD, "Location": LOCATION})
@answered
@blueprint.alt_response(400, "BAD_REQUEST")
@blueprint.alt_response(409, "CONFLICT")
@blueprint.doc(operationId="mergeEvents", **KEYED)
def merge_events(_: Any, body: dict[str, Any], event_id: str) -> Response:
    """Merge events that are one

    The oldest keeps its id, see Location; the others lead to it (301), also in the feed of changes.
    """
    merged = lambda: curate.merge(store(), event_id, body["events"], by=asker(), check=check_current)  # noqa: E731
    return _acted(event_id, lambda: _whole(merged()))


@blueprint.route("/<event_id>/split", parameters=[EVENT_ID], methods=["POST"])
@for_writers
@idempotent()
@blueprint.arguments(ActHeaders, location="headers")
@blueprint.arguments(Splitting)
@blueprint.response(201, Parts, headers={"Location": LOCATION})
@answered
@blueprint.alt_response(400, "BAD_REQUEST")
@blueprint.alt_response(409, "CONFLICT")
@blueprint.doc(operationId="splitEvent", **KEYED)
def split_event(_: Any, body: dict[str, Any], event_id: str) -> Response:
    """Take statements out of an event: they tell another one

    The part with the first statement keeps the id. The answer has what is left, then what was taken out (see Location).
    """
    return _acted(event_id, lambda: _parted(event_id, body))


def _parted(event_id: str, body: dict[str, Any]) -> Response:
    parts = curate.split(store(), event_id, body["statements"], by=asker(), check=check_current)
    response = plain({"events": [explained(store(), part) for part in parts]}, 201)
    response.headers["Location"] = f"/v1/events/{parts[1]}"
    return response


@blueprint.route("/<event_id>/revert", parameters=[EVENT_ID], methods=["POST"])
@for_writers
@idempotent()
@blueprint.arguments(ActHeaders, location="headers")
@blueprint.arguments(Reverting)
@blueprint.response(200, EventWhole, headers={**TOLD, "Location": LOCATION})
@answered
@blueprint.alt_response(400, "BAD_REQUEST")
@blueprint.alt_response(409, "CONFLICT")
@blueprint.doc(operationId="revertEvent", **KEYED)
def revert_event(_: Any, body: dict[str, Any], event_id: str) -> Response:
    """Take back what people decided about an event

    Corrections, mergers and splits made after an entry of its history; what that entry left undone may come back, too.
    """
    reverted = lambda: curate.revert(store(), event_id, body["to"], by=asker(), check=check_current)  # noqa: E731
    return _acted(event_id, lambda: _whole(reverted()))


@blueprint.route("/<event_id>/history", parameters=[EVENT_ID])
@blueprint.response(200, History, headers=TOLD)
@blueprint.alt_response(301, description="Merged into another event, see Location", success=True)
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.doc(operationId="getEventHistory")
def show_history(event_id: str) -> Response:
    """Who changed what of an event, and when"""
    told = lambda: plain({"event": event_id, "history": find_history(store(), event_id)})  # noqa: E731
    return _acted(event_id, lambda: conditional(event_id, told), status=301)


def check_current(sequence: int) -> None:
    """StaleError when If-Match is given and is of another state of the event than the one with that number."""
    if "If-Match" not in request.headers or request.if_match.star_tag:
        return
    if not any(tag.startswith(event_mark(sequence)) for tag in request.if_match.as_set(include_weak=True)):
        raise StaleError("the event has changed since you read it: read it again, see what is new, and repeat")


def _acted(event_id: str, act: Callable[[], Response], *, status: int = 308) -> Response:
    """What the act gives; where the event was merged into another, the same address of that one."""
    check_acceptable()
    try:
        return act()
    except MergedError as error:
        return redirect(request.path.replace(event_id, error.into, 1), status)  # type: ignore[return-value]


def _whole(event_id: str) -> Response:
    response = plain(explained(store(), event_id))
    response.headers["Location"] = f"/v1/events/{event_id}"
    response.set_etag(event_tag(event_id))
    return response
