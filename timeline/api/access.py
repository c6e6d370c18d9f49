"""Who may write: those with the key, or anybody on this machine when the settings say so. Reading is for all."""

import hmac
import ipaddress
from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Request, current_app, request
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import Forbidden, Unauthorized

from timeline.settings import Settings

SCHEME = {"key": {"type": "http", "scheme": "bearer", "description": "the key that TIMELINE_WRITE_KEY sets"}}


def for_writers(view: Callable[..., Any]) -> Callable[..., Any]:
    """A view that is called only for those who may write."""

    @wraps(view)
    def checked(*args: Any, **kwargs: Any) -> Any:
        check_writer(current_app.extensions["timeline.settings"])
        return view(*args, **kwargs)

    return checked


def check_writer(settings: Settings) -> None:
    """Raises Unauthorized (401) without the right key, Forbidden (403) where no key would do."""
    given = request.authorization
    if given is not None and given.type == "bearer" and settings.write_key:
        if hmac.compare_digest((given.token or "").encode(), settings.write_key.encode()):
            return
        raise _unauthorized("This key is not valid.", error="invalid_token")
    if settings.open_writes and _is_local(request):
        return
    if settings.write_key:
        raise _unauthorized("Writing needs a key: Authorization: Bearer KEY.")
    raise Forbidden("This server takes no writes: TIMELINE_WRITE_KEY is not set.")


def _unauthorized(message: str, **parameters: str) -> Unauthorized:
    return Unauthorized(message, www_authenticate=WWWAuthenticate("bearer", {"realm": "timeline", **parameters}))


def _is_local(asking: Request) -> bool:
    """Whether a request comes from this machine itself, and not through a proxy on it."""
    if "X-Forwarded-For" in asking.headers or "Forwarded" in asking.headers:
        return False
    try:
        return ipaddress.ip_address(asking.remote_addr or "").is_loopback
    except ValueError:
        return False
