"""Curators: who is logged in with a key, the page to log in, and what keeps other sites' forms out.

The key itself lies in a cookie that no script reads and no other site's request carries; it is checked at every request.
"""

from flask import Response, current_app, g, make_response, redirect, render_template, request
from werkzeug.exceptions import Forbidden, Unauthorized

from timeline.api.access import key_of, machine_key
from timeline.model.address import parts
from timeline.model.key import Key
from timeline.web.site import blueprint, takes

COOKIE = "timeline_key"
SCOPE = "write"
KEPT_FOR = 12 * 60 * 60  # seconds


def curator() -> Key | None:
    """Whose key may write here: the cookie's, or this machine's own where the settings open writes to it."""
    if "curator" not in g:
        g.curator = _curator()
    found: Key | None = g.curator
    return found


def _curator() -> Key | None:
    key = _valid(request.cookies.get(COOKIE, "")) or machine_key()
    return key if key is not None and key.allows(SCOPE) else None


def _valid(token: str) -> Key | None:
    try:
        return key_of(token) if token else None
    except Unauthorized:
        return None


def check_curator() -> str:
    """The name of the curator; Forbidden for anybody else, and for a form that another site sent."""
    check_own_form()
    key = curator()
    if key is None:
        raise Forbidden("Log in with a key that has the scope 'write'.")
    return key.name


def check_own_form() -> None:
    """Forbidden when the browser says that the form is another site's."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    is_foreign = site not in (None, "same-origin", "none")
    if is_foreign or (origin is not None and parts(origin).netloc != request.host):
        raise Forbidden("This form was sent by another site.")


@blueprint.route("/login", methods=["GET", "POST"])
@takes("next")
def login() -> Response | tuple[str, int]:
    """A form for the key; with a valid one the curator is logged in and sent on to where they came from."""
    onward = _own_path(request.values.get("next", "/"))
    if request.method == "GET":
        return make_response(render_template("login.html", next=onward, error=None))
    check_own_form()
    token = request.form.get("key", "").strip()
    key = _valid(token)
    if key is None or not key.allows(SCOPE):
        error = "This key is not valid" if key is None else f"The key '{key.name}' lacks the scope 'write'"
        return render_template("login.html", next=onward, error=error), 403
    response = redirect(onward, 303)
    response.set_cookie(COOKIE, token, max_age=KEPT_FOR, secure=request.is_secure, httponly=True, samesite="Strict")
    return response  # type: ignore[return-value]


@blueprint.route("/logout", methods=["POST"])
def logout() -> Response:
    """Forgets the key."""
    check_own_form()
    response = redirect("/", 303)
    response.delete_cookie(COOKIE, secure=request.is_secure, httponly=True, samesite="Strict")
    return response  # type: ignore[return-value]


def _own_path(given: str) -> str:
    """A path of this site; anything else becomes the first page."""
    is_own = given.startswith("/") and not given.startswith(("//", "/\\")) and not parts(given).netloc
    return given if is_own else "/"


@blueprint.app_context_processor
def tell_pages() -> dict[str, object]:
    """What every page knows of the curator. `can_leave` is false where only the machine itself is trusted."""
    if current_app.extensions.get("timeline.store") is None:
        return {}
    return {"curator": curator(), "can_leave": COOKIE in request.cookies}
