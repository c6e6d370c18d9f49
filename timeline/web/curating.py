"""What curators do to an event on its page: correct, merge, split, take back. The API's own checks and acts are used."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from flask import Response, make_response, redirect, request

from timeline import curate
from timeline.api.corrections import checked_patch, corrections
from timeline.errors import FilterError, InputError, StaleError, TimelineError
from timeline.model.shapes import Shape
from timeline.parser.times.times import read_date
from timeline.store.queries import get_event
from timeline.web.login import check_curator
from timeline.web.pages import event_page
from timeline.web.site import blueprint, store

TEXTS = ("headline", "type", "status")  # fields of the form that are set as they are


@blueprint.route("/events/<event_id>/correct", methods=["POST"])
def correct(event_id: str) -> Response:
    """Sets the fields of the form that differ from what the event has."""
    return _acted(
        event_id, lambda by, check: curate.correct(store(), event_id, _changed(event_id, by), by=by, check=check)
    )


@blueprint.route("/events/<event_id>/merge", methods=["POST"])
def merge(event_id: str) -> Response:
    """Makes one of this event and those ticked or named by id or address."""
    named = request.form.get("other", "").strip().rstrip("/").rpartition("/")[2]
    others = [*request.form.getlist("events"), *([named] if named else [])]
    if not others:
        return _told(event_id, InputError("tick an event, or give the address of one", place="merge"))
    return _acted(event_id, lambda by, check: curate.merge(store(), event_id, others, by=by, check=check))


@blueprint.route("/events/<event_id>/split", methods=["POST"])
def split(event_id: str) -> Response:
    """Takes the ticked statements out."""
    spots = [(document, int(number)) for document, _, number in _ticked()]
    if not spots:
        return _told(event_id, InputError("tick the statements that tell another event", place="split"))
    return _acted(event_id, lambda by, check: curate.split(store(), event_id, spots, by=by, check=check)[0])


@blueprint.route("/events/<event_id>/revert", methods=["POST"])
def revert(event_id: str) -> Response:
    """Takes back what people decided after an entry of the history."""
    to = int(request.form["to"]) if request.form.get("to", "").isdecimal() else 0
    return _acted(event_id, lambda by, check: curate.revert(store(), event_id, to, by=by, check=check))


def _ticked() -> list[tuple[str, str, str]]:
    parts = [value.rpartition(" ") for value in request.form.getlist("statements")]
    return [part for part in parts if part[2].isdecimal()]


def _acted(event_id: str, act: Callable[[str, Callable[[int], None]], str]) -> Response:
    """The event after the act; the page again, with what is wrong, when the act is refused."""
    by = check_curator()
    try:
        return redirect(f"/events/{act(by, _check)}", 303)  # type: ignore[return-value]
    except (InputError, StaleError) as error:
        return _told(event_id, error)


def _check(sequence: int) -> None:
    if request.form.get("state") != str(sequence):
        raise StaleError("the event has changed since you opened its page; look at it again, and repeat")


def _told(event_id: str, error: TimelineError) -> Response:
    return make_response(event_page(event_id, error=error), 412 if isinstance(error, StaleError) else 422)


def _changed(event_id: str, by: str) -> dict[str, Any]:
    event = get_event(store(), event_id)
    return corrections(checked_patch(_body(request.form, event)), event, store(), by=by)


def _body(form: Mapping[str, str], event: Shape) -> Shape:
    """The form as the body of PATCH: only what differs."""
    given = {name: form[name].strip() for name in (*TEXTS, "when", "place") if name in form}
    body: Shape = {name: given[name] for name in TEXTS if given.get(name) and given[name] != event[name]}
    if "type" in body and event["mode"]:
        body["mode"] = None
    if "when" in given and given["when"] != (event["when"]["edtf"] or ""):
        body["when"] = {"edtf": _edtf(given["when"]) if given["when"] else None}
    if "place" in given and given["place"] != (event["place"]["name"] if event["place"] else ""):
        body["place"] = {"name": given["place"]} if given["place"] else None
    return body


def _edtf(text: str) -> str:
    """EDTF, or what plain English says as such; unreadable text as it is, for the check of EDTF to refuse."""
    try:
        span = read_date(text, datetime.datetime.now(datetime.UTC).date())
    except FilterError:
        return text
    return span.edtf if span is not None and span.edtf else text
