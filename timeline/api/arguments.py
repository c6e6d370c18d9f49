"""What comes in: query arguments and JSON bodies. The schemas of the filters are made from model/filters' one table."""

import math
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, ClassVar

import marshmallow
from flask import Request, current_app, request
from flask_smorest import Blueprint
from marshmallow import fields, validate
from webargs.fields import DelimitedList
from webargs.flaskparser import FlaskParser, is_json_request
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, UnsupportedMediaType

from timeline.errors import FilterError, InputError
from timeline.intake.published import read_day
from timeline.model.filters import FIELDS, HISTOGRAM, LISTING, NAMED, FilterField


class StrictParser(FlaskParser):
    """Refuses what webargs lets pass: unknown arguments, a single one given twice, a body that is not JSON."""

    DEFAULT_UNKNOWN_BY_LOCATION: ClassVar = {
        **FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION,
        "query": marshmallow.RAISE,
        "json": marshmallow.RAISE,
    }

    def load_querystring(self, req: Request, schema: marshmallow.Schema) -> Any:
        """The query's arguments; ValidationError names those given more often than they may be."""
        once = {
            name
            for name, field in schema.fields.items()
            if not isinstance(field, fields.List) or isinstance(field, DelimitedList)
        }
        twice = [name for name, values in req.args.lists() if name in once and len(values) > 1]
        if twice:
            raise marshmallow.ValidationError({name: ["Given more than once."] for name in twice})
        return super().load_querystring(req, schema)

    def _raw_load_json(self, req: Request) -> Any:
        if not is_json_request(req):
            raise UnsupportedMediaType("The body must be JSON: Content-Type: application/json.")
        if req.content_length is None and len(req.get_data()) >= (req.max_content_length or math.inf):
            raise RequestEntityTooLarge  # werkzeug cuts a body of unknown length off, and says nothing
        try:
            return super()._raw_load_json(req)
        except RecursionError as error:  # brackets within brackets, by the thousand
            return self._handle_invalid_json_error(error, req)

    def _handle_invalid_json_error(self, error: Any, req: Request, *args: Any, **kwargs: Any) -> Any:  # noqa: ARG002
        raise BadRequest("The body is not valid JSON.") from error


class StrictBlueprint(Blueprint):
    """A blueprint whose arguments are parsed strictly; views that describe no query take none."""

    ARGUMENTS_PARSER = StrictParser()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.before_request(refuse_strays)


def refuse_strays() -> None:
    """Raises FilterError when this request has query arguments and its view takes none."""
    view = current_app.view_functions[request.endpoint or ""]
    described = getattr(view, "_apidoc", {}).get("arguments", {}).get("parameters", [])
    if request.args and not any(parameter["in"] == "query" for parameter in described):
        raise FilterError("there is no such argument here", place=next(iter(request.args)))


def query_schema(name: str, described: Iterable[FilterField]) -> marshmallow.Schema:
    """A schema of query arguments, for checking them and for the OpenAPI document."""
    return marshmallow.Schema.from_dict({field.name: _field(field) for field in described}, name=name)()


def _field(field: FilterField) -> fields.Field:
    metadata = {"metadata": {"description": field.meaning + (f" (default: {field.default})" if field.default else "")}}
    if field.kind == "list":
        one = fields.String(validate=validate.OneOf(field.choices, error="None of: {choices}."))
        return DelimitedList(one, **metadata)
    if field.is_repeatable:
        return fields.List(_one(field), **metadata)
    return _one(field, **metadata)


def _one(field: FilterField, **options: Any) -> fields.Field:
    if field.kind in ("integer", "number"):
        kind = fields.Integer if field.kind == "integer" else fields.Float
        return kind(validate=validate.Range(min=field.low, max=field.high), **options)
    if field.kind == "country":
        return fields.String(
            validate=validate.Regexp("^[A-Za-z]{2}$", error="No country code of two letters."), **options
        )
    if field.choices:
        return fields.String(validate=validate.OneOf(field.choices, error="None of: {choices}."), **options)
    return fields.String(validate=validate.Length(min=1), **options)


PAGES = tuple(field for field in LISTING if field.name in ("limit", "cursor"))
HistogramQuery = query_schema("HistogramQuery", (*HISTOGRAM, *FIELDS))
MapQuery = query_schema("MapQuery", FIELDS)
EventQuery = query_schema("EventQuery", (*FIELDS, *LISTING))
OneEventQuery = query_schema("OneEventQuery", (field for field in FIELDS if field.name == "as_of"))
ActorEventQuery = query_schema("ActorEventQuery", (*(field for field in FIELDS if field.name != "actor"), *LISTING))
DocumentEventQuery = query_schema(
    "DocumentEventQuery", (*(field for field in FIELDS if field.name != "document"), *LISTING)
)
NameQuery = query_schema("NameQuery", NAMED)
ActorQuery = query_schema(
    "ActorQuery", (replace(each, default="name") if each.name == "sort" else each for each in NAMED)
)
PartnerQuery = query_schema(
    "PartnerQuery",
    (*(each for each in FIELDS if each.name != "actor"), *(each for each in PAGES if each.name == "limit")),
)
DocumentQuery = query_schema("DocumentQuery", PAGES)


class NewDocument(marshmallow.Schema):
    """A text to be read: either `text` or `html`."""

    text = fields.String(metadata={"description": "the text, as published"})
    html = fields.String(metadata={"description": "or the page it stands on; its text is extracted"})
    title = fields.String(allow_none=True, metadata={"description": "its headline"})
    url = fields.Url(
        allow_none=True, schemes={"http", "https"}, metadata={"description": "where it was published", "format": "uri"}
    )
    published = fields.String(
        allow_none=True,
        metadata={
            "description": "the day of publication, ISO 8601; else taken from the page, the address or the dateline"
        },
    )
    source = fields.String(allow_none=True, metadata={"description": "the outlet's name"})
    id = fields.String(allow_none=True, metadata={"description": "your own id for it, kept as `external_id`"})

    @marshmallow.validates("published")
    def _a_day(self, value: str | None, data_key: str) -> None:
        try:
            read_day(value or "")
        except InputError as error:
            if value is not None:
                raise marshmallow.ValidationError(error.message, data_key) from error

    @marshmallow.validates_schema
    def _one_text(self, data: dict[str, Any], **_: Any) -> None:
        given = [name for name in ("text", "html") if (data.get(name) or "").strip()]
        if len(given) != 1:
            message = "Give either text or html, not both." if given else "Missing: give text or html."
            raise marshmallow.ValidationError(message, "text")


def query_arguments() -> dict[str, list[str]]:
    """The query of this request, each name with its values as given."""
    return {name: list(values) for name, values in request.args.lists()}
