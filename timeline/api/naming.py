"""/v1/actors/{id}, by people: names that are one actor, and names that are not."""

from typing import Any

import marshmallow
from flask import Response
from marshmallow import fields, validate

from timeline.api.access import KEYED, asker, for_writers
from timeline.api.actors import ACTOR_ID
from timeline.api.answers import check_acceptable, conditional, plain, store
from timeline.api.arguments import StrictBlueprint
from timeline.api.curation import LOCATION
from timeline.api.envelopes import ActorHistory, ActorParts, ActorShape
from timeline.api.events import VALIDATOR
from timeline.api.idempotency import IdempotencyHeader, idempotent
from timeline.errors import InputError, NotFoundError
from timeline.naming import merge_actors, split_actor
from timeline.store.people import get_actor
from timeline.store.roster import find_name, find_rulings

MOST = 100  # actors merged at once
blueprint = StrictBlueprint("naming", __name__, url_prefix="/v1/actors", description="Who is who, by people")
ERRORS = {
    400: "BAD_REQUEST", 401: "UNAUTHORIZED", 403: "FORBIDDEN", 404: "NOT_FOUND", 409: "CONFLICT",
    413: "REQUEST_ENTITY_TOO_LARGE", 415: "UNSUPPORTED_MEDIA_TYPE",
}  # fmt: skip


class ActorMerging(marshmallow.Schema):
    """Whom an actor is, or who else it is: one of the two."""

    into = fields.String(metadata={"description": "id of the actor that this one is; that id is kept"})
    others = fields.List(
        fields.String(),
        data_key="with",
        validate=validate.Length(1, MOST),
        metadata={"description": "ids of the actors that are this one; this id is kept"},
    )

    @marshmallow.validates_schema
    def _one_of_both(self, data: dict[str, Any], **_: Any) -> None:
        if len(data) != 1:
            raise marshmallow.ValidationError("Give either into or with.", "into")


class ActorSplitting(marshmallow.Schema):
    """Which name is another's."""

    alias = fields.String(
        required=True, validate=validate.Length(1, 500), metadata={"description": "the name that is somebody else's"}
    )


def checked(actor_id: str, into: str) -> str:
    """The id to merge into, when both are there: NotFoundError names the address's, InputError the body's."""
    with store().reading() as database:
        find_name(database, actor_id)
        try:
            find_name(database, into)
        except NotFoundError as error:
            raise InputError(str(error), place="into") from error
    return into


def answered(view: Any) -> Any:
    """With the errors that both may give."""
    for status, name in ERRORS.items():
        view = blueprint.alt_response(status, name)(view)
    return view


@blueprint.route("/<actor_id>/merge", parameters=[ACTOR_ID], methods=["POST"])
@for_writers
@idempotent()
@blueprint.arguments(IdempotencyHeader, location="headers")
@blueprint.arguments(ActorMerging)
@blueprint.response(200, ActorShape, headers={"Location": LOCATION})
@answered
@blueprint.doc(operationId="mergeActors", **KEYED)
def merge(_: Any, body: dict[str, Any], actor_id: str) -> Response:
    """Merge an actor into another that it is

    Its id leads to the other (301). Reading again and new texts keep it so.
    """
    check_acceptable()
    if "into" in body:
        kept = merge_actors(store(), checked(actor_id, body["into"]), [actor_id], by=asker(), place="into")
    else:
        kept = merge_actors(store(), actor_id, body["others"], by=asker(), place="with")
    response = plain(get_actor(store(), kept))
    response.headers["Location"] = f"/v1/actors/{kept}"
    return response


@blueprint.route("/<actor_id>/split", parameters=[ACTOR_ID], methods=["POST"])
@for_writers
@idempotent()
@blueprint.arguments(IdempotencyHeader, location="headers")
@blueprint.arguments(ActorSplitting)
@blueprint.response(201, ActorParts, headers={"Location": LOCATION})
@answered
@blueprint.doc(operationId="splitActor", **KEYED)
def split(_: Any, body: dict[str, Any], actor_id: str) -> Response:
    """Take a name from an actor: it is another's

    The answer has what is left, then the name that stands alone (see Location).
    """
    check_acceptable()
    parts = split_actor(store(), actor_id, body["alias"], by=asker())
    response = plain({"actors": [get_actor(store(), part) for part in parts]}, 201)
    response.headers["Location"] = f"/v1/actors/{parts[1]}"
    return response


@blueprint.route("/<actor_id>/history", parameters=[ACTOR_ID])
@blueprint.response(200, ActorHistory, headers={"ETag": VALIDATOR})
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.doc(operationId="getActorHistory")
def show_history(actor_id: str) -> Response:
    """Who decided what of an actor's names, and when"""
    return conditional(actor_id, lambda: plain({"actor": actor_id, "history": find_rulings(store(), actor_id)}))
