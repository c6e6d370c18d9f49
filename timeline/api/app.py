"""The application: settings, store, API, pages, and what every response carries."""

import http
import logging
from typing import Any

from flask import Flask, Response, current_app, request
from flask_smorest import Api
from flask_smorest.utils import prepare_response

from timeline import __version__, web
from timeline.api import (
    actors,
    bands,
    catalogue,
    changes,
    curation,
    documents,
    events,
    exports,
    geography,
    grafana,
    histogram,
    keys,
    names,
    oembed,
    problems,
    readings,
)
from timeline.api.access import SCHEME, check_reader, keep_private
from timeline.api.described import any_of
from timeline.api.envelopes import ProblemShape
from timeline.ask import understand
from timeline.settings import Settings, load
from timeline.store.database import open_store

RESOURCES = (
    events,
    exports,
    histogram,
    bands,
    geography,
    actors,
    names,
    documents,
    readings,
    curation,
    changes,
    grafana,
    keys,
    catalogue,
    oembed,
)
OPEN_PATHS = ("/v1/", "/grafana/", "/openapi.json", "/oembed", "/static/")  # what pages of other origins may read
READ_METHODS = "GET, HEAD, OPTIONS"
DESCRIPTION = (
    "A chronology read from news texts: who did what to whom, where, when, and who says so. Uncertain dates are kept "
    "as EDTF with bounds, claims apart from what is asserted, and every event leads to the sentences it was read in."
)


class DescribedApi(Api):
    """flask-smorest's Api with errors described, and answered, as application/problem+json."""

    ERROR_SCHEMA = ProblemShape

    def _register_error_handlers(self) -> None:
        problems.register(self._app)

    def _register_responses(self) -> None:
        named = {status.name: status.phrase for status in http.HTTPStatus if status >= 400}
        for name, phrase in {**named, self.DEFAULT_ERROR_RESPONSE_NAME: "An error"}.items():
            response: dict[str, Any] = {"description": phrase, "schema": self.ERROR_SCHEMA}
            prepare_response(response, self.spec, problems.MEDIA_TYPE)
            self.spec.components.response(name, response, lazy=True)


def create_app(settings: Settings | None = None) -> Flask:
    """The WSGI application, its store open; without settings, those of the environment, and logging as they say.

    Raises SettingError and StoreError when it cannot work.
    """
    if settings is None:
        settings = load()
        logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    app = Flask("timeline.api", static_folder=None)
    app.config.update(_configuration(settings))
    app.extensions["timeline.settings"] = settings
    app.extensions["timeline.store"] = store = open_store(settings.database_url, quote_chars=settings.quote_chars)
    app.extensions["timeline.streams"] = changes.Streams(settings.streams)
    store.release()
    understand({"date": ["today"]}, today=events.today())  # loads the rules: a bad row stops the server, not a request
    api = DescribedApi(app)
    api.ma_plugin.converter.add_attribute_function(any_of)
    api.spec.components.security_scheme("key", SCHEME)
    for module in RESOURCES:
        api.register_blueprint(module.blueprint)
    app.extensions["timeline.openapi"] = api.spec.to_dict()
    app.extensions["timeline.problems"] = problems.PROBLEMS
    app.register_blueprint(web.blueprint)
    app.before_request(check_reader)
    app.after_request(_finish)
    app.after_request(keep_private)
    app.teardown_request(lambda _: store.release())
    return app


def _configuration(settings: Settings) -> dict[str, Any]:
    return {
        "API_TITLE": "Event timeline",
        "API_VERSION": "v1",
        "OPENAPI_VERSION": "3.1.0",
        "OPENAPI_URL_PREFIX": "/",
        "API_SPEC_OPTIONS": {"info": {"description": DESCRIPTION, "version": __version__}, **_security(settings)},
        "MAX_CONTENT_LENGTH": settings.max_body,
    }


def _security(settings: Settings) -> dict[str, Any]:
    """What every call needs that says nothing else."""
    return {"security": [{"key": []}]} if settings.private_reads else {}


def _finish(response: Response) -> Response:
    """What every response carries."""
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
    return _shared(response) if request.path.startswith(OPEN_PATHS) else response


def _shared(response: Response) -> Response:
    """Lets pages of the allowed origins read it (CORS); never with credentials, never for writing."""
    response.vary.add("Accept")
    allowed = current_app.extensions["timeline.settings"].cors_origins
    origin = request.headers.get("Origin")
    if "*" not in allowed:
        response.vary.add("Origin")
    if "*" in allowed or origin in allowed:
        response.headers["Access-Control-Allow-Origin"] = "*" if "*" in allowed else str(origin)
        response.headers["Access-Control-Expose-Headers"] = "ETag, Link, Location, Retry-After"
        if request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers:
            response.headers["Access-Control-Allow-Methods"] = READ_METHODS
            response.headers["Access-Control-Allow-Headers"] = "Accept, If-None-Match"
            response.headers["Access-Control-Max-Age"] = "86400"
    return response
