"""Answers: JSON texts joined as they are kept, validators checked before anything is asked of the store."""

import hashlib
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlencode

import orjson
from flask import Response, current_app, request
from werkzeug.exceptions import NotAcceptable

from timeline import __version__
from timeline.store.database import Store
from timeline.store.queries import data_version

JSON = "application/json"


def store() -> Store:
    """The open store of this application; for requests that only read its copy, where the settings name one."""
    reads = request.method in ("GET", "HEAD") and "timeline.replica" in current_app.extensions
    opened: Store = current_app.extensions["timeline.replica" if reads else "timeline.store"]
    return opened


def listed(name: str, texts: Iterable[str], **members: Any) -> bytes:
    """A JSON object: under `name` a list of JSON texts, then the members."""
    rest = orjson.dumps(members)[1:] if members else b"}"
    return b'{"' + name.encode() + b'":[' + ",".join(texts).encode() + b"]" + (b"," if members else b"") + rest


def conditional(asked: Any, build: Callable[[], Response], *, is_negotiated: bool = False, mark: str = "") -> Response:
    """What `build` gives, or 304 without calling it when the client has the answer to `asked` for this data version.

    `asked` is whatever the answer depends on beside path and data; its `repr` must tell it all. 406 when the client
    takes no JSON, unless the format `is_negotiated` already. The validator begins with `mark`.
    """
    if not is_negotiated:
        check_acceptable()
    tag = mark + entity_tag(asked)
    response = Response(status=304) if has_client(tag) else build()
    if response.status_code in (200, 304):
        response.set_etag(tag)
        response.headers["Cache-Control"] = "public, no-cache"
    return response


def has_client(tag: str) -> bool:
    """Whether the client has the answer with that validator, to which compressing adds a mark (':br')."""
    given = request.if_none_match
    return given.star_tag or any(known.partition(":")[0] == tag for known in given.as_set(include_weak=True))


def entity_tag(asked: Any, path: str | None = None) -> str:
    """The validator of an answer: of program, data version, path (this request's when None) and what is asked."""
    parts = (__version__, data_version(store()), path or request.path, asked)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


def check_acceptable() -> None:
    """Raises NotAcceptable (406) when the client takes no JSON."""
    if request.accept_mimetypes and JSON not in request.accept_mimetypes:
        raise NotAcceptable("Only application/json is given here.")


def json_response(content: bytes, status: int = 200, *, following: str | None = None) -> Response:
    """A JSON response, with a link to the next page if there is one."""
    response = Response(content, status=status, mimetype=JSON)
    if following:
        response.headers["Link"] = f'<{following}>; rel="next"'
    return response


def plain(content: Any, status: int = 200) -> Response:
    """A JSON response of a plain value."""
    return json_response(orjson.dumps(content), status)


def next_address(cursor: str | None, **arguments: Any) -> str | None:
    """This path with that cursor: where the next page is. `arguments` are those that the cursor does not bring."""
    given = {name: value for name, value in arguments.items() if value is not None}
    return f"{request.path}?{urlencode({**given, 'cursor': cursor})}" if cursor else None
