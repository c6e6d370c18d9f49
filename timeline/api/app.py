"""The application: settings, store, API, pages, and what every response carries."""

import http
import logging
import threading
from functools import partial
from typing import Any

from apispec import APISpec
from flask import Flask
from flask_smorest import Api, Blueprint
from flask_smorest.utils import prepare_response
from werkzeug.middleware.proxy_fix import ProxyFix

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
    headers,
    histogram,
    jobs,
    keys,
    limits,
    metrics,
    names,
    naming,
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
    naming,
    changes,
    grafana,
    jobs,
    keys,
    catalogue,
    metrics,
    oembed,
)
DESCRIPTION = (
    "A chronology read from news texts: who did what to whom, where, when, and who says so. Uncertain dates are kept "
    "as EDTF with bounds, claims apart from what is asserted, and every event leads to the sentences it was read in."
)


class DescribedApi(Api):
    """flask-smorest's Api with errors described, and answered, as application/problem+json.

    What a resource is described with is worked out when somebody asks for it first, not when a server starts.
    """

    ERROR_SCHEMA = ProblemShape

    def __init__(self, app: Flask) -> None:
        self._lock, self._undescribed = threading.RLock(), list[Blueprint]()
        super().__init__(app)

    @property
    def spec(self) -> APISpec:
        """The description, of all that has been registered."""
        with self._lock:
            while self._undescribed:
                self._describe(self._undescribed.pop(0))
            return self._spec

    @spec.setter
    def spec(self, spec: APISpec) -> None:
        self._spec = spec

    def register_blueprint(self, resource: Blueprint) -> None:
        """The resource answers from now on."""
        self._app.extensions["flask-smorest"]["blp_name_to_api"][resource.name] = self
        self._app.register_blueprint(resource)
        self._undescribed.append(resource)

    def _describe(self, resource: Blueprint) -> None:
        resource.register_views_in_doc(self, self._app, self._spec, name=resource.name, parameters=None)
        self._spec.tag({"name": resource.name, "description": resource.description})

    def described(self) -> dict[str, Any]:
        """The OpenAPI document."""
        with self._lock:
            found: dict[str, Any] = self.spec.to_dict()
            return found

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
    if settings.proxies:
        hops = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    _open(app, settings)
    app.extensions["timeline.streams"] = changes.Streams(settings.streams)
    headers.register(app)
    metrics.register(app)
    limits.register(app, settings)
    understand({"date": ["today"]}, today=events.today())  # loads the rules: a bad row stops the server, not a request
    api = DescribedApi(app)
    api.ma_plugin.converter.add_attribute_function(any_of)
    api.spec.components.security_scheme("key", SCHEME)
    for module in RESOURCES:
        api.register_blueprint(module.blueprint)
    app.extensions["timeline.openapi"] = api.described
    app.extensions["timeline.problems"] = problems.PROBLEMS
    app.register_blueprint(web.blueprint)
    app.before_request(check_reader)
    app.after_request(keep_private)
    app.teardown_request(partial(_release, app))
    return app


def _open(app: Flask, settings: Settings) -> None:
    """The store, and the copy of it that is only read, if there is one."""
    urls = {"timeline.store": settings.database_url, "timeline.replica": settings.database_url_read}
    for name, url in urls.items():
        if url:
            app.extensions[name] = opened = open_store(url, quote_chars=settings.quote_chars)
            opened.release()


def _release(app: Flask, _: BaseException | None) -> None:
    for name in ("timeline.store", "timeline.replica"):
        if name in app.extensions:
            app.extensions[name].release()


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
