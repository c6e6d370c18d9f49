"""/v1/documents: the texts, what was read in them, and reading new ones."""

import http
from typing import Any

import orjson
from flask import Response, current_app, request
from marshmallow import fields

from timeline.api.access import KEYED, asker, for_writers
from timeline.api.answers import check_acceptable, conditional, json_response, listed, next_address, plain, store
from timeline.api.arguments import DocumentEventQuery, DocumentQuery, NewDocument, StrictBlueprint, query_arguments
from timeline.api.envelopes import DocumentRead, Documents, DocumentWhole, Events
from timeline.api.events import LINK, VALIDATOR, events_response, today
from timeline.api.idempotency import IdempotencyHeader, idempotent
from timeline.api.jobs import JobShape, accepted
from timeline.ask import question
from timeline.ingest import Outcome, ingest, remove
from timeline.intake.record import record_document
from timeline.model.filters import LIMIT, MOST, Filters
from timeline.store.jobs import DOCUMENT, create_job
from timeline.store.queries import find_events
from timeline.store.texts import find_documents, get_document

blueprint = StrictBlueprint("documents", __name__, url_prefix="/v1/documents", description="Texts, and reading them")
LOCATION = {"description": "where it is", "schema": {"type": "string"}}
LATER = "respond-async"
DOCUMENT_ID = {"name": "document_id", "in": "path", "required": True, "description": "id of the document"}


class DocumentHeaders(IdempotencyHeader):
    """How to read it."""

    prefer = fields.String(data_key="Prefer", metadata={"description": "respond-async: read it later, in a job"})


@blueprint.route("")
@blueprint.arguments(DocumentQuery, location="query")
@blueprint.response(200, Documents, headers={"ETag": VALIDATOR, "Link": LINK})
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.doc(operationId="listDocuments")
def list_documents(asked: dict[str, Any]) -> Response:
    """All documents, without their texts"""
    return conditional(sorted(asked.items()), lambda: _page(asked))


def _page(asked: dict[str, Any]) -> Response:
    page = find_documents(store(), limit=asked.get("limit", LIMIT), cursor=asked.get("cursor"))
    following = next_address(page.next, limit=asked.get("limit"))
    texts = (orjson.dumps(item).decode() for item in page.items)
    return json_response(listed("documents", texts, next=following), following=following)


@blueprint.route("", methods=["POST"])
@for_writers
@idempotent()
@blueprint.arguments(DocumentHeaders, location="headers")
@blueprint.arguments(NewDocument)
@blueprint.response(201, DocumentRead, headers={"Location": LOCATION})
@blueprint.alt_response(200, schema=DocumentRead, description="Known already; nothing changed", success=True)
@blueprint.alt_response(
    202, schema=JobShape, description="To be read later", success=True, headers={"Location": LOCATION}
)
@blueprint.alt_response(400, "BAD_REQUEST")
@blueprint.alt_response(401, "UNAUTHORIZED")
@blueprint.alt_response(403, "FORBIDDEN")
@blueprint.alt_response(409, "CONFLICT")
@blueprint.alt_response(413, http.HTTPStatus(413).name)
@blueprint.alt_response(415, "UNSUPPORTED_MEDIA_TYPE")
@blueprint.doc(operationId="readDocument", **KEYED)
def read_document(_: Any, body: dict[str, Any]) -> Response:
    """Read one text

    The answer is the document with the events it tells. The same text from the same address again changes nothing.
    With `Prefer: respond-async` it is read later, and the answer is a job.
    """
    check_acceptable()
    document = record_document(body, place="text" if body.get("text") else "html")
    if _prefers_later():
        return _later(body)
    model = current_app.extensions["timeline.settings"].spacy_model
    outcome = ingest(store(), document, model=model)
    response = json_response(_read(outcome), 201 if outcome.is_new else 200)
    response.headers["Location"] = f"/v1/documents/{outcome.document_id}"
    return response


def _prefers_later() -> bool:
    """RFC 7240, section 4.1."""
    preferences = ",".join(request.headers.getlist("Prefer")).split(",")
    return any(one.partition(";")[0].strip().lower() == LATER for one in preferences)


def _later(body: dict[str, Any]) -> Response:
    _, job = create_job(store(), DOCUMENT, by=asker(), content=orjson.dumps(body).decode())
    response = accepted(job)
    response.headers["Preference-Applied"] = LATER
    return response


def _read(outcome: Outcome) -> bytes:
    kept = get_document(store(), outcome.document_id)
    brief = {name: value for name, value in kept.items() if name not in ("body", "blocks", "statements")}
    page = find_events(store(), Filters(document=(outcome.document_id,)), limit=MOST)
    return listed("events", page.rows, **brief, statements=len(kept["statements"]), message=outcome.message)


@blueprint.route("/<document_id>", parameters=[DOCUMENT_ID])
@blueprint.response(200, DocumentWhole, headers={"ETag": VALIDATOR})
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.doc(operationId="getDocument")
def show_document(document_id: str) -> Response:
    """One document with its text and what was read in it"""
    return conditional(document_id, lambda: plain(get_document(store(), document_id)))


@blueprint.route("/<document_id>", parameters=[DOCUMENT_ID], methods=["DELETE"])
@for_writers
@blueprint.response(204)
@blueprint.alt_response(401, "UNAUTHORIZED")
@blueprint.alt_response(403, "FORBIDDEN")
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.doc(operationId="deleteDocument", **KEYED)
def delete_document(document_id: str) -> Response:
    """Forget a document

    Events that only this document tells go with it.
    """
    remove(store(), document_id)
    return Response(status=204)


@blueprint.route("/<document_id>/events", parameters=[DOCUMENT_ID])
@blueprint.arguments(DocumentEventQuery, location="query")
@blueprint.response(200, Events, headers={"ETag": VALIDATOR, "Link": LINK})
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.doc(operationId="listDocumentEvents")
def list_document_events(_: dict[str, Any], document_id: str) -> Response:
    """The events a document tells"""
    asked = question(query_arguments(), today=today())
    return events_response(asked, only={"document": (get_document(store(), document_id)["id"],)})
