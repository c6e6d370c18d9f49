"""Answers in the formats of `timeline.formats`: which one is asked for, and writing it while it is read."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from flask import Response, request
from werkzeug.exceptions import NotAcceptable, NotFound

from timeline.api.answers import next_address, store
from timeline.ask import Only, answer, walk
from timeline.formats import FORMATS, About, Format
from timeline.model.filters import Question
from timeline.store.database import Store

JSON = FORMATS["json"]
BY_MEDIA = {media: one for one in FORMATS.values() for media in (one.media, *one.others)}
MEDIA = tuple(media for one in FORMATS.values() for media in (one.media, *one.others))  # the preferred one first

SUFFIX = {
    "name": "suffix",
    "in": "path",
    "required": True,
    "description": "; ".join(f"{one.name}: {one.meaning}" for one in FORMATS.values()),
    "schema": {"type": "string", "enum": list(FORMATS)},
}


def described() -> dict[str, Any]:
    """The media types of an answer in all formats but JSON, for the OpenAPI document."""
    others = {one.media: {"schema": _schema(one)} for one in FORMATS.values() if one.media != JSON.media}
    return {"responses": {200: {"content": others}}}


def _schema(form: Format) -> dict[str, Any]:
    return {"type": "object"} if form.media.endswith("+json") else {"type": "string"}


def chosen(suffix: str | None = None) -> Format:
    """The format that the suffix names (404 for none of ours), else the one that the client likes best (406)."""
    if suffix is not None:
        if suffix not in FORMATS:
            raise NotFound(f"There is no format {suffix!r}; there are {', '.join(FORMATS)}.")
        return FORMATS[suffix]
    best = request.accept_mimetypes.best_match(MEDIA) if request.accept_mimetypes else JSON.media
    if best is None:
        raise NotAcceptable(f"Given here are {', '.join(MEDIA)}.")
    return BY_MEDIA[best]


def written(form: Format, asked: Question, only: Only) -> Response:
    """The events asked for in a format other than JSON: all that fit, or a page when there is a limit or a cursor."""
    if asked.cursor is None and asked.sort is None:
        asked = replace(asked, sort=form.sort)
    if form.is_paged or asked.limit or asked.cursor:
        return _page(form, asked, only)
    return _response(form, _released(store(), form.write(walk(store(), asked, only=only), about())))


def _page(form: Format, asked: Question, only: Only) -> Response:
    page = answer(store(), asked, only=only)
    following = next_address(page.next, **shown(asked))
    address = request.host_url.rstrip("/") + following if following else None
    response = _response(form, form.write(iter(page.events), replace(about(), next=address)))
    if following:
        response.headers["Link"] = f'<{following}>; rel="next"'
    return response


def shown(asked: Question) -> dict[str, str | None]:
    """What a cursor does not bring: the members of events to show."""
    return {name: ",".join(getattr(asked, name)) or None for name in ("fields", "include")}


def about() -> About:
    """What an answer is to say of itself and of where its events' pages are."""
    return About(address=request.url, home=request.host_url.rstrip("/"))


def _released(opened: Store, parts: Iterator[bytes]) -> Iterator[bytes]:
    """The parts; the connection goes back before each is sent, so that who reads slowly holds none."""
    try:
        for part in parts:
            opened.release()
            yield part
    finally:
        opened.release()


def _response(form: Format, parts: Iterator[bytes]) -> Response:
    """A response whose first part is there already, so that what goes wrong at once is told as an error."""
    first = next(parts, b"")
    response = Response(chain((first,), parts), mimetype=form.media)
    response.headers["Content-Disposition"] = f'inline; filename="events.{form.name}"'
    return response
