"""Pages of one thing each: an event and why, a document with what was read in it, the reference of the API."""

import datetime
from typing import Any

from flask import current_app, redirect, render_template, request

from timeline.ask import understand
from timeline.errors import MergedError
from timeline.model.days import iso_day
from timeline.store.queries import get_event
from timeline.store.texts import get_document
from timeline.web import reference
from timeline.web.site import blueprint, store


@blueprint.route("/events/<event_id>")
def event(event_id: str) -> Any:
    """One event, with what each source says and why it is dated as it is; with `as_of` as it was known by a day."""
    as_of = known_by()
    try:
        shown = get_event(store(), event_id, as_of=as_of)
        return render_template("event.html", event=shown, as_of=None if as_of is None else iso_day(as_of))
    except MergedError as error:
        return redirect(f"/events/{error.into}", 301)


def known_by() -> int | None:
    """The day of `as_of` in the address, None without one."""
    given = {"as_of": [value for value in request.args.getlist("as_of") if value.strip()]}
    return understand(given, today=datetime.datetime.now(datetime.UTC).date()).as_of


@blueprint.route("/documents/<document_id>")
def document(document_id: str) -> str:
    """One document, with what was read in it marked."""
    return render_template("document.html", document=get_document(store(), document_id))


@blueprint.route("/docs")
def docs() -> str:
    """The reference of the API, from its OpenAPI document."""
    spec, problems = current_app.extensions["timeline.openapi"], current_app.extensions["timeline.problems"]
    return render_template("reference.html", spec=spec, problems=problems, **reference.read(spec))
