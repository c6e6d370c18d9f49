"""Idempotency-Key: a request that is sent again with the same key is answered as the first time, and done only once."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

import marshmallow
from flask import Response, make_response, request
from marshmallow import fields, validate
from werkzeug.exceptions import BadRequest

from timeline.api.access import asker_id
from timeline.api.answers import store
from timeline.errors import InputError
from timeline.store.requests import Answered, begin, forget, keep_answer

LONGEST = 255
HEADER = "Idempotency-Key"
KEPT_HEADERS = ("Content-Type", "Location", "ETag", "Preference-Applied")


class IdempotencyHeader(marshmallow.Schema):
    """What makes a request safe to repeat."""

    idempotency_key = fields.String(
        data_key=HEADER,
        validate=validate.Length(1, LONGEST),
        metadata={
            "description": "a text of your own, new for every request (a UUID, say): the same again within a day is "
            "answered as the first time and done only once; with another body, 422; while it is being done, 409"
        },
    )


def body_hash() -> str:
    """SHA-256 of this request's body, which is read whole."""
    return hashlib.sha256(request.get_data()).hexdigest()


def idempotent(hashed: Callable[[], str] = body_hash) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """A view that honours the header; `hashed` gives a hash of the body, before or after the view has read it."""

    def guarded(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def once(*args: Any, **kwargs: Any) -> Any:
            if HEADER not in request.headers:
                return view(*args, **kwargs)
            identity = _identity(request.headers[HEADER])
            before = begin(store(), identity)
            if before is not None:
                return _again(before, _digest(hashed()))
            return _first(identity, lambda: make_response(view(*args, **kwargs)), hashed)

        return once

    return guarded


def _identity(key: str) -> str:
    if not 0 < len(key) <= LONGEST:
        raise BadRequest(f"{HEADER} is a text of 1 to {LONGEST} characters.")
    return hashlib.sha256(f"{asker_id()}\0{key}".encode()).hexdigest()


def _first(identity: str, act: Callable[[], Response], hashed: Callable[[], str]) -> Response:
    """Do it, and keep the answer if it is none of an error: what was refused may be tried again."""
    try:
        response = act()
    except BaseException:
        forget(store(), identity)
        raise
    if response.status_code >= 400:
        forget(store(), identity)
    else:
        headers = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
        answer = Answered(_digest(hashed()), response.status_code, headers, response.get_data(as_text=True))
        keep_answer(store(), identity, answer)
    return response


def _again(before: Answered, digest: str) -> Response:
    if before.digest != digest:
        raise InputError(f"this {HEADER} was used for another request")
    response = Response(before.body, status=before.status)
    for name, value in before.headers.items():
        response.headers[name] = value
    response.headers["Idempotency-Replayed"] = "true"
    return response


def _digest(body: str) -> str:
    """Of method, path and body."""
    return hashlib.sha256(f"{request.method} {request.path} {body}".encode()).hexdigest()
