"""/v1/documents/batch and /v1/jobs: many texts at once, read later; and how far that is."""

import gzip
import hashlib
from typing import IO, Any, cast

from flask import Response, current_app, g, request
from marshmallow import Schema, fields, validate
from werkzeug.exceptions import UnsupportedMediaType

from timeline.api.access import KEYED, asker, for_writers
from timeline.api.answers import check_acceptable, plain, store
from timeline.api.arguments import StrictBlueprint
from timeline.api.described import Shape, count_field, each_of, number_field, one_of, text_field
from timeline.api.idempotency import IdempotencyHeader, idempotent
from timeline.api.problems import too_large
from timeline.intake.files import lines
from timeline.jobs import receive
from timeline.store.jobs import BATCH, DOCUMENT, MOST_ERRORS, STATES, get_job

blueprint = StrictBlueprint("jobs", __name__, url_prefix="/v1", description="Many texts at once")
JOB_ID = {"name": "job_id", "in": "path", "required": True, "description": "id of the job"}
LOCATION = {"Location": {"description": "where the job is", "schema": {"type": "string"}}}
PORTION = 65_536  # bytes
LINES = (
    "application/x-ndjson",
    "application/ndjson",
    "application/jsonl",
    "application/x-jsonlines",
    "application/json-seq",
)
BODY = {
    "requestBody": {
        "required": True,
        "description": "one JSON object a line, each as for `POST /v1/documents`; `Content-Encoding: gzip` is understood",
        "content": {LINES[0]: {"schema": {"type": "string", "format": "binary"}}},
    }
}


class JobCounts(Shape):
    """What came of the texts that were read."""

    new = count_field("texts that were not kept before")
    known = count_field("texts that were, and changed nothing")
    created = count_field("events created")
    updated = count_field("events updated")
    deleted = count_field("events deleted")


class JobError(Shape):
    """A text that could not be read."""

    line = count_field("its line in the batch, from 1")
    detail = text_field()
    document = text_field("id of the document, if it is kept all the same", null=True)


class JobShape(Shape):
    """Texts to be read, and how far that is."""

    id = text_field()
    kind = text_field(choices=[DOCUMENT, BATCH])
    state = text_field(choices=STATES)
    total = count_field("texts in it")
    done = count_field("texts that were read")
    failed = count_field("texts that could not be read")
    progress = number_field("0 to 1")
    counts = one_of(JobCounts)
    document = text_field("id of the document, when the job is of one text", null=True)
    error = text_field("why the whole job failed", null=True)
    errors = each_of(JobError, f"by line, {MOST_ERRORS} at most")
    more = fields.Integer(
        required=True, allow_none=True, metadata={"description": "there are more errors: ask again with after=this"}
    )
    created = text_field("UTC, ISO 8601")
    updated = text_field("UTC, ISO 8601")
    finished = text_field("UTC, ISO 8601", null=True)


class JobQuery(Schema):
    """From where on to tell errors."""

    after = fields.Integer(
        validate=validate.Range(0, 2**31 - 1), metadata={"description": "only errors in lines behind this one"}
    )


def body_hash() -> str:
    """SHA-256 of this request's body; read for it, in constant memory, unless it has been."""
    if "body_seen" not in g:
        stream = _body()
        while stream.read(PORTION):
            pass
    return str(g.body_seen.hexdigest())


@blueprint.route("/documents/batch", methods=["POST"])
@for_writers
@idempotent(body_hash)
@blueprint.arguments(IdempotencyHeader, location="headers")
@blueprint.response(202, JobShape, headers=LOCATION)
@blueprint.alt_response(400, "BAD_REQUEST")
@blueprint.alt_response(401, "UNAUTHORIZED")
@blueprint.alt_response(403, "FORBIDDEN")
@blueprint.alt_response(409, "CONFLICT")
@blueprint.alt_response(413, "REQUEST_ENTITY_TOO_LARGE")
@blueprint.alt_response(415, "UNSUPPORTED_MEDIA_TYPE")
@blueprint.doc(operationId="readDocuments", **BODY, **KEYED)
def read_documents(_: Any) -> Response:
    """Read many texts later

    The lines are kept, and read by the workers; the job tells how far they are and which lines could not be read.
    """
    check_acceptable()
    if request.mimetype not in LINES:
        raise UnsupportedMediaType(f"The body must be JSON lines: Content-Type: {LINES[0]}.")
    return accepted(receive(store(), lines(_lines_in()), by=asker()))


def accepted(job: str) -> Response:
    """202, and where the job is."""
    response = plain(get_job(store(), job), 202)
    response.headers["Location"] = f"/v1/jobs/{job}"
    return response


@blueprint.route("/jobs/<job_id>", parameters=[JOB_ID])
@blueprint.arguments(JobQuery, location="query")
@blueprint.response(200, JobShape)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.doc(operationId="getJob")
def show_job(asked: dict[str, Any], job_id: str) -> Response:
    """How far a job is"""
    check_acceptable()
    job = get_job(store(), job_id, after=asked.get("after", 0))
    response = plain(job)
    response.headers["Cache-Control"] = "no-store"
    if job["finished"] is None:
        response.headers["Retry-After"] = "1"
    return response


def _lines_in() -> IO[bytes]:
    """The body, unzipped, as it comes in. 413 when it, or what it unzips to, is too long."""
    stream = _body()
    coding = request.headers.get("Content-Encoding", "identity").strip().lower()
    if coding == "gzip":
        return cast(IO[bytes], Bounded(gzip.GzipFile(fileobj=stream), _most()))
    if coding != "identity":
        raise UnsupportedMediaType("Content-Encoding: only gzip is understood.")
    return stream


def _body() -> IO[bytes]:
    """The body as it comes in; what is read of it is hashed along the way."""
    request.max_content_length = _most() + 1
    if (request.content_length or 0) > _most():
        raise too_large(_most())
    g.body_seen = hashlib.sha256()
    return cast(IO[bytes], Bounded(request.stream, _most(), seen=g.body_seen))


def _most() -> int:
    most: int = current_app.extensions["timeline.settings"].max_batch
    return most


class Bounded:
    """A stream that RequestEntityTooLarge ends when more is read of it than may be; `seen` hashes what is read."""

    def __init__(self, stream: IO[bytes], most: int, *, seen: Any = None) -> None:
        self._stream, self._most, self._left, self._seen = stream, most, most, seen

    def read(self, size: int = -1) -> bytes:
        """Some of it."""
        return self._counted(self._stream.read(size))

    def readline(self, size: int = -1) -> bytes:
        """A line, or the beginning of one."""
        return self._counted(self._stream.readline(size))

    def _counted(self, content: bytes) -> bytes:
        self._left -= len(content)
        if self._left < 0:
            raise too_large(self._most)
        if self._seen is not None:
            self._seen.update(content)
        return content
