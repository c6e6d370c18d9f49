"""/v1/actors: who acts, and in which events."""

from typing import Any

import orjson
from flask import Response

from timeline.api.answers import conditional, json_response, listed, next_address, plain, store
from timeline.api.arguments import ActorEventQuery, ActorQuery, StrictBlueprint, query_arguments
from timeline.api.envelopes import Actors, ActorShape, Events
from timeline.api.events import LINK, VALIDATOR, events_response, today
from timeline.ask import question
from timeline.model.filters import LIMIT
from timeline.store.people import find_actors, get_actor

blueprint = StrictBlueprint("actors", __name__, url_prefix="/v1/actors", description="Who acts")
ACTOR_ID = {"name": "actor_id", "in": "path", "required": True, "description": "id of the actor"}


@blueprint.route("")
@blueprint.arguments(ActorQuery, location="query")
@blueprint.response(200, Actors, headers={"ETag": VALIDATOR, "Link": LINK})
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.doc(operationId="listActors")
def list_actors(asked: dict[str, Any]) -> Response:
    """All actors, by name"""
    return conditional(sorted(asked.items()), lambda: _page(asked))


def _page(asked: dict[str, Any]) -> Response:
    page = find_actors(store(), q=asked.get("q"), limit=asked.get("limit", LIMIT), cursor=asked.get("cursor"))
    following = next_address(page.next, limit=asked.get("limit"))
    texts = (orjson.dumps(item).decode() for item in page.items)
    return json_response(listed("actors", texts, next=following), following=following)


@blueprint.route("/<actor_id>", parameters=[ACTOR_ID])
@blueprint.response(200, ActorShape, headers={"ETag": VALIDATOR})
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.doc(operationId="getActor")
def show_actor(actor_id: str) -> Response:
    """One actor"""
    return conditional(actor_id, lambda: plain(get_actor(store(), actor_id)))


@blueprint.route("/<actor_id>/events", parameters=[ACTOR_ID])
@blueprint.arguments(ActorEventQuery, location="query")
@blueprint.response(200, Events, headers={"ETag": VALIDATOR, "Link": LINK})
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.doc(operationId="listActorEvents")
def list_actor_events(_: dict[str, Any], actor_id: str) -> Response:
    """The events an actor is in"""
    asked = question(query_arguments(), today=today())
    return events_response(asked, only={"actor": (get_actor(store(), actor_id)["id"],)})
