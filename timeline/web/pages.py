"""Pages of one thing each: an event and why, a document with what was read in it, the reference of the API."""

import datetime
from typing import Any

from flask import current_app, redirect, render_template

from timeline.ask import answer, question, understand
from timeline.errors import MergedError, TimelineError
from timeline.explain import explained
from timeline.model.days import iso_day
from timeline.model.statement import Status
from timeline.model.types import TYPES
from timeline.store.history import find_history
from timeline.store.queries import event_sequence
from timeline.store.texts import get_document
from timeline.web import reference
from timeline.web.login import curator
from timeline.web.site import asked, blueprint, store, takes

LOOKED_AT, OFFERED = 200, 8  # events about its time that may be the same; those offered for merging


@blueprint.route("/events/<event_id>")
@takes("as_of")
def event(event_id: str) -> Any:
    """One event, with what each source says and why it is dated as it is; with `as_of` as it was known by a day."""
    try:
        return event_page(event_id, as_of=known_by())
    except MergedError as error:
        return redirect(f"/events/{error.into}", 301)


def event_page(event_id: str, *, as_of: int | None = None, error: TimelineError | None = None) -> str:
    """The page of an event, with what was wrong with what a curator asked for, if anything.

    Raises MergedError and NotFoundError as `explained` does.
    """
    shown = explained(store(), event_id, as_of=as_of)
    context: dict[str, Any] = {"event": shown, "error": error, "as_of": None if as_of is None else iso_day(as_of)}
    if as_of is None:
        context |= {"history": find_history(store(), event_id), "state": event_sequence(store(), event_id)}
        context |= {"types": TYPES, "statuses": list(Status)} | ({"alike": _alike(shown)} if curator() else {})
    return render_template("event.html", **context)


def _alike(event: dict[str, Any]) -> list[dict[str, Any]]:
    """Events that may be the same: of its type, about its time, those with its actors or words first."""
    days = {"from": event["when"]["earliest"], "to": event["when"]["latest"]}
    given = {name: [day[:10]] for name, day in days.items() if day and not day.startswith(("-", "Y"))}
    today = datetime.datetime.now(datetime.UTC).date()
    asked = question({**given, "match": ["possible"], "type": [event["type"]], "limit": [str(LOOKED_AT)]}, today=today)
    others = [other for other in answer(store(), asked).events if other["id"] != event["id"]]
    names = {actor["name"] for actor in event["actors"]}
    words = set(event["headline"].lower().split())

    def distance(other: dict[str, Any]) -> int:
        shared = names & {actor["name"] for actor in other["actors"]}
        return -3 * len(shared) - len(words & set(other["headline"].lower().split()))

    return sorted(others, key=distance)[:OFFERED]


def known_by() -> int | None:
    """The day of `as_of` in the address, None without one."""
    given = {"as_of": asked().get("as_of", [])}
    return understand(given, today=datetime.datetime.now(datetime.UTC).date()).as_of


@blueprint.route("/documents/<document_id>")
@takes()
def document(document_id: str) -> str:
    """One document, with what was read in it marked."""
    return render_template("document.html", document=get_document(store(), document_id))


@blueprint.route("/docs")
@takes()
def docs() -> str:
    """The reference of the API, from its OpenAPI document."""
    spec, problems = current_app.extensions["timeline.openapi"](), current_app.extensions["timeline.problems"]
    return render_template("reference.html", spec=spec, problems=problems, **reference.read(spec))
