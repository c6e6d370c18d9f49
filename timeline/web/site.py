"""What all pages share: the blueprint, its policy on what may be loaded, its pages for errors, the open store."""

import logging
from collections.abc import Callable
from contextlib import closing
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import Blueprint, Response, current_app, render_template, request
from werkzeug.exceptions import Forbidden, NotFound

from timeline.api.answers import has_client
from timeline.api.problems import MEDIA_TYPE, from_http
from timeline.errors import FilterError, NotFoundError, StoreError, TimelineError
from timeline.store.database import Store
from timeline.web import telling

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'"
)

FOR_PROGRAMS = ("/v1/", "/grafana/", "/static/")
CAME_FROM = ("utm_", "mtm_")  # beginnings of what newsletters and campaigns add to a link that is shared
CLICKED = {"fbclid", "gclid", "dclid", "msclkid", "twclid", "igshid", "mc_cid", "mc_eid"}  # and what other sites do

P = ParamSpec("P")
R = TypeVar("R")

logger = logging.getLogger(__name__)
blueprint = Blueprint("web", __name__, template_folder="templates", static_folder="static", static_url_path="/static")
blueprint.add_app_template_global(telling, "telling")


@blueprint.errorhandler(NotFoundError)
def missing(error: NotFoundError) -> tuple[str, int]:
    """A page for what is not there."""
    return render_template("notice.html", title="Not found", message=str(error)), 404


@blueprint.app_errorhandler(NotFound)
def unknown(error: NotFound) -> Response | tuple[str, int]:
    """A page for an address that there is not, where a browser asks; a problem as of the API to everyone else."""
    is_read = request.accept_mimetypes.best_match([MEDIA_TYPE, "text/html"]) == "text/html"
    if request.path.startswith(FOR_PROGRAMS) or not is_read:
        return from_http(error)
    return render_template("notice.html", title="Not found", message=f"There is no page {request.path}"), 404


@blueprint.errorhandler(FilterError)
def misasked(error: FilterError) -> tuple[str, int]:
    """A page for a bad argument."""
    return render_template("notice.html", title="That cannot be asked", message=f"{error.place}: {error.message}"), 422


@blueprint.errorhandler(Forbidden)
def forbidden(error: Forbidden) -> tuple[str, int]:
    """A page for what only curators may do."""
    message = (error.description or "You may not do this").rstrip(".")
    return render_template("notice.html", title="Not allowed", message=message), 403


@blueprint.errorhandler(TimelineError)
def failed(error: TimelineError) -> tuple[str, int]:
    """A page for what went wrong here; the log tells what."""
    logger.error("%s: %s", type(error).__name__, error, exc_info=error)
    status = 503 if isinstance(error, StoreError) else 500
    message = "The page cannot be shown now; the reason is in the server's log"
    return render_template("notice.html", title="Something went wrong", message=message), status


@blueprint.after_request
def protect(response: Response) -> Response:
    """Nothing but our own files may be loaded, and nothing stands inline; who may frame a page is a setting."""
    ancestors = " ".join(current_app.extensions["timeline.settings"].frame_ancestors) or "'none'"
    response.headers.setdefault("Content-Security-Policy", f"{POLICY}; frame-ancestors {ancestors}")
    return response


@blueprint.after_request
def settle(response: Response) -> Response:
    """A file of ours as a whole and not as a stream: it is closed, also where the client has it or wants a part of it, and known
    again although compressing marked its validator."""
    if request.endpoint != "web.static" or not hasattr(response.response, "close"):
        return response
    with closing(response.response):  # a file, as Flask gives it
        response.direct_passthrough = False
        tag, _ = response.get_etag()
        if response.status_code == 200 and tag and has_client(tag):
            response.status_code = 304
        if response.status_code == 304:
            response.set_data(b"")
        else:
            response.get_data()
    return response


def store() -> Store:
    """The open store of this application."""
    opened: Store = current_app.extensions["timeline.store"]
    return opened


def asked() -> dict[str, list[str]]:
    """The query of this request; what forms send blank, and the marks that other sites leave on a link, are not in it."""
    given = {name: [value for value in values if value.strip()] for name, values in request.args.lists()}
    return {name: values for name, values in given.items() if values and not _is_mark(name)}


def _is_mark(name: str) -> bool:
    return name in CLICKED or name.startswith(CAME_FROM)


def takes(*names: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """A view with these query arguments; any other raises FilterError, which names it, so that a misspelt one is seen."""

    def strict(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def checked(*args: P.args, **kwargs: P.kwargs) -> R:
            for name in asked():
                if name not in names:
                    raise FilterError("there is no such argument here", place=name)
            return view(*args, **kwargs)

        return checked

    return strict
