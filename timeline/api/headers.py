"""What every response carries: safety, and for pages of other origins what they may read and write (CORS)."""

from flask import Flask, Response, current_app, request
from flask_compress import Compress

from timeline.formats import FORMATS
from timeline.settings import Settings

OPEN_PATHS = ("/v1/", "/grafana/", "/openapi.json", "/oembed", "/static/")  # what pages of other origins may use
READING = {"GET", "HEAD", "OPTIONS"}
READ_HEADERS = ("Accept", "Authorization", "If-None-Match", "Last-Event-ID", "Prefer")
WRITE_HEADERS = ("Content-Type", "Idempotency-Key", "If-Match")
EXPOSED = (
    "Content-Disposition, ETag, Idempotency-Replayed, Link, Location, Preference-Applied, RateLimit, RateLimit-Policy, "
    "Retry-After, WWW-Authenticate"
)
COMPRESSED = (
    "text/html", "text/css", "text/javascript", "image/svg+xml", "application/problem+json",
    *(form.media for form in FORMATS.values() if form.name != "parquet"),
)  # fmt: skip


def register(app: Flask) -> None:
    """Finishes every response of an application; compressing comes last."""
    app.config["COMPRESS_MIMETYPES"] = list(dict.fromkeys(COMPRESSED))
    app.config["COMPRESS_ALGORITHM"] = ["zstd", "br", "gzip"]
    app.config["COMPRESS_ALGORITHM_STREAMING"] = ["zstd", "br", "gzip"]
    app.config["COMPRESS_EVALUATE_CONDITIONAL_REQUEST"] = False  # answered before the query, see answers.conditional
    Compress(app)
    app.after_request(_finish)


def _finish(response: Response) -> Response:
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
    return _shared(response) if request.path.startswith(OPEN_PATHS) else response


def _shared(response: Response) -> Response:
    """Lets pages of the allowed origins use it; never with what a browser knows by itself, such as cookies."""
    response.vary.add("Accept")
    settings: Settings = current_app.extensions["timeline.settings"]
    origin = request.headers.get("Origin")
    if "*" not in settings.cors_origins:
        response.vary.add("Origin")
    if "*" in settings.cors_origins or origin in settings.cors_origins:
        response.headers["Access-Control-Allow-Origin"] = "*" if "*" in settings.cors_origins else str(origin)
        response.headers["Access-Control-Expose-Headers"] = EXPOSED
        if request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers:
            _allow(response, settings)
    return response


def _allow(response: Response, settings: Settings) -> None:
    """What a page may send; where the machine itself may write without a key, no page that it shows may write at all."""
    methods = set(response.allow) or READING
    may_write = not settings.open_writes
    allowed = methods if may_write else methods & READING
    response.headers["Access-Control-Allow-Methods"] = ", ".join(sorted(allowed))
    response.headers["Access-Control-Allow-Headers"] = ", ".join(READ_HEADERS + (WRITE_HEADERS if may_write else ()))
    response.headers["Access-Control-Max-Age"] = "7200"
