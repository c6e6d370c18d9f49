"""/v1/changes and /v1/stream: what was created, updated and deleted, in order, so that copies never drift."""

import threading
import time
from collections.abc import Iterator
from typing import Any

import orjson
from flask import Response, current_app, request
from werkzeug.exceptions import ServiceUnavailable

from timeline.api.answers import conditional, json_response, listed, store
from timeline.api.arguments import StrictBlueprint, query_schema
from timeline.api.envelopes import Changes
from timeline.api.events import LINK, VALIDATOR
from timeline.errors import FilterError
from timeline.model.filters import MOST, FilterField
from timeline.model.shapes import Shape
from timeline.store.cursor import LARGEST
from timeline.store.database import Store
from timeline.store.queries import data_version, find_changes

POLL = 0.5  # seconds between two looks for changes
HEARTBEAT = 15.0  # seconds of silence after which a stream says that it lives
LONGEST = 600.0  # seconds that a stream lasts; clients come back with the last id that they had
RETRY = b"retry: 2000\n\n"

SINCE = FilterField(
    "since", "integer", "the `sequence` after which", is_repeatable=False, low=0, high=LARGEST, default="0"
)
LIMIT = FilterField("limit", "integer", "changes on a page", is_repeatable=False, low=1, high=MOST, default=str(MOST))
LAST_ID = {
    "name": "Last-Event-ID",
    "in": "header",
    "required": False,
    "description": "the last id that was received; goes before `since`",
    "schema": {"type": "string", "pattern": "^[0-9]{1,18}$"},
}
EVENT_STREAM = {"responses": {200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}}}}

blueprint = StrictBlueprint("changes", __name__, url_prefix="/v1", description="What changed")


class Streams:
    """How many streams this process has open, bounded so that other requests find a thread."""

    def __init__(self, most: int) -> None:
        self._free = threading.BoundedSemaphore(most)

    def enter(self) -> None:
        """Raises ServiceUnavailable (503) when there are as many as there may be."""
        if not self._free.acquire(blocking=False):
            raise ServiceUnavailable("All streams are taken; come back, or ask /v1/changes.", retry_after=10)

    def leave(self) -> None:
        """One is free again."""
        self._free.release()


@blueprint.route("/changes")
@blueprint.arguments(query_schema("ChangeQuery", (SINCE, LIMIT)), location="query")
@blueprint.response(200, Changes, headers={"ETag": VALIDATOR, "Link": LINK})
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.doc(operationId="listChanges")
def list_changes(asked: dict[str, Any]) -> Response:
    """What changed since, in order

    Follow `next` while there is one; then ask again with `since` as `last` says. A deleted event that was merged into
    another tells into which.
    """
    since, limit = asked.get("since", 0), asked.get("limit", MOST)
    return conditional((since, limit), lambda: _page(since, limit))


def _page(since: int, limit: int) -> Response:
    found = find_changes(store(), since=since, limit=limit + 1)
    page = found[:limit]
    last = page[-1]["sequence"] if page else since
    following = f"{request.path}?since={last}&limit={limit}" if len(found) > limit else None
    texts = (orjson.dumps(change).decode() for change in page)
    return json_response(listed("changes", texts, next=following, last=last), following=following)


@blueprint.route("/stream", parameters=[LAST_ID])
@blueprint.arguments(query_schema("StreamQuery", (SINCE,)), location="query")
@blueprint.response(200)
@blueprint.alt_response(503, "SERVICE_UNAVAILABLE")
@blueprint.doc(operationId="streamChanges", **EVENT_STREAM)
def stream_changes(asked: dict[str, Any]) -> Response:
    """What changes, live (server-sent events)

    Each change is an event named `created`, `updated` or `deleted`, its data as in `/v1/changes`, its id the sequence to
    resume after. Without `since` and `Last-Event-ID` it begins with what changes from now on.
    """
    since = _resumed(asked.get("since"))
    streams: Streams = current_app.extensions["timeline.streams"]
    streams.enter()
    response = Response(told(store(), since), mimetype="text/event-stream")
    response.call_on_close(streams.leave)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Accel-Buffering"] = "no"  # a proxy that gathers would make it late
    return response


def _resumed(since: int | None) -> int:
    given = request.headers.get("Last-Event-ID")
    if given is None:
        return data_version(store()) if since is None else since
    if not (given.isascii() and given.isdigit() and len(given) <= 18):
        raise FilterError(f"{given!r} is no id of this stream", place="Last-Event-ID")
    return int(given)


def told(opened: Store, since: int) -> Iterator[bytes]:
    """The changes after that, as they come, for as long as a stream lasts; the connection is given back in between."""
    yield RETRY
    until, silent_since = time.monotonic() + LONGEST, time.monotonic()
    while time.monotonic() < until:
        changes = _fresh(opened, since)
        yield from map(_message, changes)
        if changes:
            since, silent_since = changes[-1]["sequence"], time.monotonic()
        elif time.monotonic() - silent_since >= HEARTBEAT:
            yield b": still here\n\n"
            silent_since = time.monotonic()
        if len(changes) < MOST:
            time.sleep(POLL)


def _fresh(opened: Store, since: int) -> list[Shape]:
    try:
        return find_changes(opened, since=since, limit=MOST)
    finally:
        opened.release()


def _message(change: Shape) -> bytes:
    head = f"id: {change['sequence']}\nevent: {change['action']}\ndata: "
    return head.encode() + orjson.dumps(change) + b"\n\n"
