"""Who may do what: a key's scopes say it. Reading is for all unless the settings make it private.

Scopes are `read`, `write` and `admin`, each with all that those before it may do.
"""

import hmac
import ipaddress
from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Request, Response, current_app, g, request
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import Forbidden, Unauthorized

from timeline.api.problems import problem
from timeline.model.key import Key
from timeline.settings import Settings
from timeline.store.database import Store, moment
from timeline.store.keys import find_key, note_use

SCHEME = {
    "type": "http",
    "scheme": "bearer",
    "description": "a key that `timeline keys create` made, with the scope that the call needs",
}
KEYED: dict[str, Any] = {"security": [{"key": []}]}
REALM = {"realm": "timeline"}
OF_SETTING = Key("environment", "TIMELINE_WRITE_KEY", ("write",))
OF_MACHINE = Key("local", "this machine", ("write",))
ALWAYS_OPEN = ("/healthz", "/readyz", "/metrics", "/openapi.json", "/docs", "/static/")
READING = ("GET", "HEAD")


def needs(scope: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """A view that is called only for those whose key has the scope."""

    def guarded(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def checked(*args: Any, **kwargs: Any) -> Any:
            check(scope)
            return view(*args, **kwargs)

        return checked

    return guarded


for_writers = needs("write")


def check(scope: str) -> Key:
    """The key of this request; Unauthorized (401) without one that is valid, Forbidden (403) when it lacks the scope."""
    key = _key()
    if key is None:
        hint = "make one with: timeline keys create --name NAME --scope"
        raise _unauthorized(f"This needs a key: Authorization: Bearer KEY ({hint} {scope}).")
    if not key.allows(scope):
        response = problem(403, f"The key '{key.name}' lacks the scope '{scope}'.")
        response.headers["WWW-Authenticate"] = WWWAuthenticate(
            "bearer", {**REALM, "error": "insufficient_scope", "scope": scope}
        ).to_header()
        raise Forbidden(response=response)
    g.key = key
    return key


def check_reader() -> None:
    """Before every request: where reads are private, those of the chronology need a key with the scope `read`."""
    if not current_app.extensions["timeline.settings"].private_reads or request.method not in READING:
        return
    if not request.path.startswith(ALWAYS_OPEN):
        check("read")


def keep_private(response: Response) -> Response:
    """After every request: where reads are private, no cache between may share an answer."""
    if current_app.extensions["timeline.settings"].private_reads and not request.path.startswith(ALWAYS_OPEN):
        response.vary.add("Authorization")
        if "public" in response.headers.get("Cache-Control", ""):
            response.headers["Cache-Control"] = response.headers["Cache-Control"].replace("public", "private")
    return response


def asker() -> str | None:
    """The name of the key that this request was let in by."""
    key: Key | None = g.get("key")
    return key.name if key else None


def asker_id() -> str:
    """The id of the key that this request was let in by; '' when none was needed."""
    key: Key | None = g.get("key")
    return key.id if key else ""


def _key() -> Key | None:
    """Whose request this is. Browsers, which know no bearer tokens, may give a key as password where they only read."""
    settings: Settings = current_app.extensions["timeline.settings"]
    given = request.authorization
    if given is not None and given.type == "bearer":
        return _known(given.token or "", settings)
    if given is not None and given.type == "basic" and request.method in READING:
        return _known(given.password or "", settings)
    return machine_key()


def _known(token: str, settings: Settings) -> Key:
    if settings.write_key and hmac.compare_digest(token.encode(), settings.write_key.encode()):
        return OF_SETTING
    store: Store = current_app.extensions["timeline.store"]
    key = find_key(store, token)
    if key is None:
        raise _unauthorized("This key is not valid.", error="invalid_token")
    if (state := key.state(moment(store.now()))) != "valid":
        raise _unauthorized(f"The key '{key.name}' is {state}.", error="invalid_token")
    note_use(store, key)
    return key


def key_of(token: str) -> Key:
    """The key that a token is; Unauthorized when it is none that is valid."""
    return _known(token, current_app.extensions["timeline.settings"])


def machine_key() -> Key | None:
    """The key that this machine's own requests count as having, where the settings open writes to it."""
    settings: Settings = current_app.extensions["timeline.settings"]
    return OF_MACHINE if settings.open_writes and _is_local(request) else None


def _unauthorized(message: str, **parameters: str) -> Unauthorized:
    ways = [WWWAuthenticate("bearer", {**REALM, **parameters})]
    if request.method in READING:
        ways.append(WWWAuthenticate("basic", REALM))
    return Unauthorized(message, www_authenticate=ways)


def _is_local(asking: Request) -> bool:
    """Whether a request comes from this machine itself, and not through a proxy on it."""
    if "X-Forwarded-For" in asking.headers or "Forwarded" in asking.headers:
        return False
    try:
        return ipaddress.ip_address(asking.remote_addr or "").is_loopback
    except ValueError:
        return False
