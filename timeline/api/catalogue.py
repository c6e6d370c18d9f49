"""What does not change with the data: the types of events; and how the service is."""

from dataclasses import asdict

from flask import Response

from timeline.api.answers import check_acceptable, plain, store
from timeline.api.arguments import StrictBlueprint
from timeline.api.envelopes import Health, Types
from timeline.model.types import TYPES
from timeline.store.queries import data_version

blueprint = StrictBlueprint("service", __name__, description="Types of events, health")


@blueprint.route("/v1/types")
@blueprint.response(200, Types)
@blueprint.doc(operationId="listTypes")
def list_types() -> Response:
    """The types of events and their modes, with what they mean"""
    check_acceptable()
    response = plain({"types": [asdict(kind) for kind in TYPES]})
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response


@blueprint.route("/healthz")
@blueprint.response(200, Health)
@blueprint.doc(operationId="isAlive")
def is_alive() -> Response:
    """Whether the service runs"""
    return _fresh(plain({"status": "ok"}))


@blueprint.route("/readyz")
@blueprint.response(200, Health)
@blueprint.alt_response(503, "SERVICE_UNAVAILABLE")
@blueprint.doc(operationId="isReady")
def is_ready() -> Response:
    """Whether it can answer: the database is reached"""
    data_version(store())
    return _fresh(plain({"status": "ok"}))


def _fresh(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
