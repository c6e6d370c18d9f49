"""/oembed: what a content system needs to turn a link of ours into the timeline (oembed.com)."""

from typing import Any
from urllib.parse import parse_qsl, urlencode
from xml.sax.saxutils import escape as escaped_text

import marshmallow
from flask import Response, request
from markupsafe import escape
from marshmallow import fields, validate
from werkzeug import exceptions
from werkzeug.exceptions import NotFound

from timeline.api.answers import plain
from timeline.api.arguments import StrictBlueprint
from timeline.api.described import Shape, count_field, text_field
from timeline.api.events import today
from timeline.ask import understand
from timeline.model.address import parts
from timeline.model.filters import FIELDS

WIDTH, HEIGHT = 900, 640
LEAST = 200  # pixels; below that nothing can be read
DAY = 86_400
TITLE = "Event timeline"
FORMATS = ("json", "xml")
FILTERS = tuple(field.name for field in FIELDS)

blueprint = StrictBlueprint("oembed", __name__, description="Embedding by link")


class OEmbedQuery(marshmallow.Schema):
    """What a content system sends; what else it sends is passed over."""

    url = fields.String(required=True, metadata={"description": "the address of a page of ours, with its filters"})
    format = fields.String(load_default="json", metadata={"description": "json or xml"})
    maxwidth = fields.Integer(validate=validate.Range(min=1), metadata={"description": "pixels"})
    maxheight = fields.Integer(validate=validate.Range(min=1), metadata={"description": "pixels"})


class OEmbed(Shape):
    """How to embed a page (oembed.com, type rich)."""

    version = text_field()
    type = text_field()
    title = text_field()
    provider_name = text_field()
    provider_url = text_field()
    cache_age = count_field("seconds")
    width = count_field("pixels")
    height = count_field("pixels")
    html = text_field("what to put into the page")


@blueprint.route("/oembed")
@blueprint.arguments(OEmbedQuery, location="query", unknown=marshmallow.EXCLUDE)
@blueprint.response(200, OEmbed)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(501, "NOT_IMPLEMENTED")
@blueprint.doc(operationId="getEmbedding")
def embedding(asked: dict[str, Any]) -> Response:
    """How to embed a page of ours, from its link"""
    if asked["format"] not in FORMATS:
        raise exceptions.NotImplemented(f"There is no format {asked['format']!r}: json or xml.")
    told = _told(frame_address(asked["url"]), asked)
    return plain(told) if asked["format"] == "json" else _xml(told)


def frame_address(url: str) -> str:
    """The address of the framed page for a page of ours. NotFound for any other, FilterError for filters that cannot be."""
    asked = parts(url)
    if asked.netloc != request.host or asked.scheme not in ("http", "https"):
        raise NotFound("Not an address of this service.")
    path = asked.path.removeprefix(request.root_path) or "/"
    pairs = parse_qsl(asked.query)
    if path.startswith("/events/"):
        pairs = [("event", path.rpartition("/")[2])]
    elif path not in ("/", "/embed"):
        raise NotFound("Nothing to embed at this address: / and /embed with filters, /events/… .")
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        if name in FILTERS and value.strip():
            given.setdefault(name, []).append(value)
    understand(given, today=today())
    kept = [(name, value) for name, value in pairs if name in FILTERS or (name == "lanes" and path == "/embed")]
    return f"{asked.scheme}://{asked.netloc}{request.root_path}/embed" + (f"?{urlencode(kept)}" if kept else "")


def _told(address: str, asked: dict[str, Any]) -> dict[str, Any]:
    width = max(LEAST, min(WIDTH, asked.get("maxwidth", WIDTH)))
    height = max(LEAST, min(HEIGHT, asked.get("maxheight", HEIGHT)))
    html = (
        f'<iframe src="{escape(address)}" title="{TITLE}" width="{width}" height="{height}" style="border:0;max-width:100%"'
        ' loading="lazy" allow="clipboard-write"></iframe>'
    )
    return {
        "version": "1.0",
        "type": "rich",
        "title": TITLE,
        "provider_name": TITLE,
        "provider_url": request.host_url,
        "cache_age": DAY,
        "width": width,
        "height": height,
        "html": html,
    }


def _xml(told: dict[str, Any]) -> Response:
    members = "".join(f"<{name}>{escaped_text(str(value))}</{name}>" for name, value in told.items())
    content = f'<?xml version="1.0" encoding="utf-8" standalone="yes"?><oembed>{members}</oembed>'
    return Response(content, mimetype="text/xml")
