"""Every error as application/problem+json (RFC 9457). One table says which status an error of ours has."""

import http
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from timeline.errors import (
    ConflictError,
    FilterError,
    FormatError,
    InputError,
    NotFoundError,
    SlowError,
    StaleError,
    StoreError,
    TimelineError,
)

MEDIA_TYPE = "application/problem+json"
OURS = "/docs#problem-"

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Problem:
    """A kind of error: the class that brings it, its status, the last part of its `type`, its title.

    `is_told` says whether the error's own words are shown; else they are only logged.
    """

    error: type[TimelineError]
    status: int
    name: str
    title: str
    is_told: bool = True


PROBLEMS: tuple[Problem, ...] = (  # the first that fits
    Problem(FilterError, 422, "filter", "A filter that cannot be used"),
    Problem(InputError, 422, "input", "A text or field that cannot be read"),
    Problem(FormatError, 406, "format", "A format that is not given here"),
    Problem(NotFoundError, 404, "not-found", "Nothing with that id"),
    Problem(StaleError, 412, "stale", "It has changed since you read it"),
    Problem(ConflictError, 409, "conflict", "The change clashes with what is kept"),
    Problem(SlowError, 503, "slow", "The question takes too long"),
    Problem(StoreError, 503, "store", "The database cannot be used now", is_told=False),
    Problem(TimelineError, 500, "internal", "Something went wrong here", is_told=False),
)


def problem(
    status: int, detail: str | None, *, kind: str = "about:blank", title: str | None = None, **members: Any
) -> Response:
    """A problem response; `members` are further ones, such as `errors`."""
    content = {"type": kind, "title": title or http.HTTPStatus(status).phrase, "status": status, **members}
    if detail:
        content["detail"] = detail
    response = Response(orjson.dumps(content), status=status, mimetype=MEDIA_TYPE)
    response.headers["Cache-Control"] = "no-store"
    return response


def from_timeline(error: TimelineError) -> Response:
    """The response to an error of ours."""
    found = next(each for each in PROBLEMS if isinstance(error, each.error))
    if not found.is_told:
        logger.error("%s: %s", type(error).__name__, error, exc_info=error)
        return problem(found.status, None, kind=OURS + found.name, title=found.title)
    errors = {"errors": [_input_error(error)]} if isinstance(error, InputError) and error.place else {}
    return problem(found.status, str(error), kind=OURS + found.name, title=found.title, **errors)


def _input_error(error: InputError) -> dict[str, str]:
    if isinstance(error, FilterError):
        return {"parameter": str(error.place), "detail": error.message}
    return {"pointer": f"#/{error.place}", "detail": error.message}


def from_http(error: HTTPException) -> Response:
    """The response to one of werkzeug's, with the headers it brings (`Allow` with 405, `Location` with a redirect)."""
    if error.response is not None or error.code is None or error.code < 400:
        return error.get_response()
    messages = getattr(error, "data", {}).get("messages")
    members = {"errors": list(_errors(messages))} if messages and error.code == 422 else {}
    response = problem(error.code, _detail(error, members.get("errors")), **members)
    for name, value in error.get_headers(request.environ):
        if name.lower() not in ("content-type", "content-length"):
            response.headers.add(name, value)
    return response


def _detail(error: HTTPException, errors: list[dict[str, str]] | None) -> str | None:
    if errors:
        places = ", ".join(each.get("parameter") or each.get("pointer", "") for each in errors)
        return f"{places}: {errors[0]['detail']}" if len(errors) == 1 else f"cannot be used: {places}"
    if error.code == 500:
        return "The error has been logged."
    if error.code == 413 and error.description == RequestEntityTooLarge.description and request.max_content_length:
        return too_large(request.max_content_length).description
    return error.description


def too_large(most: int) -> RequestEntityTooLarge:
    """The 413 that names the most that is read, in bytes."""
    return RequestEntityTooLarge(f"At most {most:,} bytes are read at once, and this is more.")


def _errors(messages: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    """webargs' messages by location and field, as a list: a `parameter` of the query, or a `pointer` into the body."""
    for location, fields in messages.items():
        for path, told in _told(fields):
            yield {**_place(location, path), "detail": told}


def _told(messages: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """What is told of each field, with the way to it: {"actors": {0: {"role": ["No."]}}} tells "No." of actors, 0, role."""
    if isinstance(messages, Mapping):
        for name, more in messages.items():
            yield from _told(more, path if name == "_schema" else (*path, str(name)))
    else:
        told = messages if isinstance(messages, list) else [messages]
        yield path, " ".join(map(str, told))


def _place(location: str, path: tuple[str, ...]) -> dict[str, str]:
    if location == "query":
        return {"parameter": path[0] if path else "_schema"}
    return {"pointer": "#" + "".join("/" + name.replace("~", "~0").replace("/", "~1") for name in path)}


def register(app: Flask) -> None:
    """Answers every error of an application with a problem; unforeseen ones become a 500 that tells nothing."""
    app.register_error_handler(TimelineError, from_timeline)
    app.register_error_handler(HTTPException, from_http)
