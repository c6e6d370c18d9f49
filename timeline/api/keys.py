"""/v1/keys: the keys, for those with the scope `admin`. The command line does the same with no key at all."""

import datetime
from dataclasses import asdict
from typing import Any

import marshmallow
from flask import Response
from marshmallow import fields, validate

from timeline.api.access import KEYED, needs
from timeline.api.answers import plain, store
from timeline.api.arguments import StrictBlueprint
from timeline.api.described import Shape, each_of, text_field
from timeline.errors import InputError
from timeline.intake.published import read_day
from timeline.model.key import SCOPES, Key
from timeline.store.database import moment
from timeline.store.keys import LONGEST_NAME, create_key, list_keys, revoke_key

blueprint = StrictBlueprint("keys", __name__, url_prefix="/v1/keys", description="Who may do what")
KEY_ID = {"name": "key_id", "in": "path", "required": True, "description": "id of the key"}


class NewKey(marshmallow.Schema):
    """A key to be made."""

    name = fields.String(
        required=True, validate=validate.Length(1, LONGEST_NAME), metadata={"description": "who will use it"}
    )
    scopes = fields.List(
        fields.String(validate=validate.OneOf(SCOPES)),
        required=True,
        validate=validate.Length(min=1),
        metadata={"description": "read, write or admin, each with all that those before it may do"},
    )
    expires = fields.String(allow_none=True, metadata={"description": "the last day it is good for, ISO 8601, in UTC"})


class KeyShape(Shape):
    """A key, without its secret."""

    id = text_field()
    name = text_field()
    scopes = fields.List(fields.String(validate=validate.OneOf(SCOPES)), required=True)
    created = text_field("UTC, ISO 8601", null=True)
    expires = text_field("UTC, ISO 8601", null=True)
    used = text_field("when it was last used, to the minute", null=True)
    revoked = text_field("UTC, ISO 8601", null=True)
    state = text_field(choices=["valid", "expired", "revoked"])


class KeyMade(KeyShape):
    """A key just made."""

    key = text_field("what goes behind 'Authorization: Bearer'; shown only now")


class Keys(Shape):
    """All keys."""

    keys = each_of(KeyShape)


@blueprint.route("")
@needs("admin")
@blueprint.response(200, Keys)
@blueprint.alt_response(401, "UNAUTHORIZED")
@blueprint.alt_response(403, "FORBIDDEN")
@blueprint.doc(operationId="listKeys", **KEYED)
def all_keys() -> Response:
    """All keys, without their secrets"""
    return _unkept({"keys": [_shape(key) for key in list_keys(store())]})


@blueprint.route("", methods=["POST"])
@needs("admin")
@blueprint.arguments(NewKey)
@blueprint.response(201, KeyMade)
@blueprint.alt_response(401, "UNAUTHORIZED")
@blueprint.alt_response(403, "FORBIDDEN")
@blueprint.doc(operationId="createKey", **KEYED)
def new_key(body: dict[str, Any]) -> Response:
    """Make a key"""
    key, token = create_key(store(), body["name"], body["scopes"], expires=end_of(body.get("expires")))
    return _unkept({**_shape(key), "key": token}, 201)


@blueprint.route("/<key_id>", parameters=[KEY_ID], methods=["DELETE"])
@needs("admin")
@blueprint.response(204)
@blueprint.alt_response(401, "UNAUTHORIZED")
@blueprint.alt_response(403, "FORBIDDEN")
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.doc(operationId="revokeKey", **KEYED)
def end_key(key_id: str) -> Response:
    """Revoke a key

    It stays in the list, and is good for nothing any more.
    """
    revoke_key(store(), key_id)
    return Response(status=204)


def end_of(day: str | None) -> datetime.datetime | None:
    """The end of a day in UTC."""
    if day is None:
        return None
    try:
        first = datetime.datetime.combine(read_day(day), datetime.time(), datetime.UTC)
    except InputError as error:
        raise InputError(error.message, place="expires") from error
    return first + datetime.timedelta(days=1)


def _shape(key: Key) -> dict[str, Any]:
    return {**asdict(key), "scopes": list(key.scopes), "state": key.state(moment(store().now()))}


def _unkept(content: Any, status: int = 200) -> Response:
    response = plain(content, status)
    response.headers["Cache-Control"] = "no-store"
    return response
