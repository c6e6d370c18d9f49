"""/v1/actors: who acts, and in which events."""

from collections.abc import Callable
from typing import Any

import orjson
from flask import Response, redirect, request

from timeline.api.answers import conditional, json_response, listed, next_address, plain, store
from timeline.api.arguments import ActorEventQuery, ActorQuery, PartnerQuery, StrictBlueprint, query_arguments
from timeline.api.counted import Partners
from timeline.api.envelopes import Actors, ActorShape, Events
from timeline.api.events import LINK, VALIDATOR, events_response, today
from timeline.ask import question
from timeline.errors import MergedError
from timeline.model.filters import LIMIT, Question, arguments_of
from timeline.store.names import Asked, find_frequent_actors
from timeline.store.partners import find_partners
from timeline.store.people import find_actors, get_actor

blueprint = StrictBlueprint("actors", __name__, url_prefix="/v1/actors", description="Who acts")
ACTOR_ID = {"name": "actor_id", "in": "path", "required": True, "description": "id of the actor"}


@blueprint.route("")
@blueprint.arguments(ActorQuery, location="query")
@blueprint.response(200, Actors, headers={"ETag": VALIDATOR, "Link": LINK})
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.doc(operationId="listActors")
def list_actors(asked: dict[str, Any]) -> Response:
    """All actors, by name or by how many events they are in

    A word of the name, or of an alias, begins with `q`, or where none does, begins so but for accents.
    """
    return conditional(sorted(asked.items()), lambda: _page(asked))


def _page(asked: dict[str, Any]) -> Response:
    if asked.get("sort") == "-events":
        page = find_frequent_actors(store(), Asked(**asked))
    else:
        page = find_actors(store(), q=asked.get("q"), limit=asked.get("limit", LIMIT), cursor=asked.get("cursor"))
    following = next_address(page.next, limit=asked.get("limit"), sort=asked.get("sort"))
    texts = (orjson.dumps(item).decode() for item in page.items)
    return json_response(listed("actors", texts, next=following), following=following)


@blueprint.route("/<actor_id>", parameters=[ACTOR_ID])
@blueprint.response(200, ActorShape, headers={"ETag": VALIDATOR})
@blueprint.alt_response(301, description="Another actor now, see Location", success=True)
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.doc(operationId="getActor")
def show_actor(actor_id: str) -> Response:
    """One actor"""
    return followed(actor_id, lambda: conditional(actor_id, lambda: plain(get_actor(store(), actor_id))))


def followed(actor_id: str, answer: Callable[[], Response]) -> Response:
    """The answer, or where to ask when another id stands for the actor."""
    try:
        return answer()
    except MergedError as error:
        address = request.full_path.rstrip("?").replace(actor_id, error.into or "", 1)
        return redirect(address, 301)  # type: ignore[return-value]


@blueprint.route("/<actor_id>/events", parameters=[ACTOR_ID])
@blueprint.arguments(ActorEventQuery, location="query")
@blueprint.response(200, Events, headers={"ETag": VALIDATOR, "Link": LINK})
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.alt_response(301, description="Another actor now, see Location", success=True)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.doc(operationId="listActorEvents")
def list_actor_events(_: dict[str, Any], actor_id: str) -> Response:
    """The events an actor is in"""
    asked = question(query_arguments(), today=today())
    return followed(actor_id, lambda: events_response(asked, only={"actor": (get_actor(store(), actor_id)["id"],)}))


@blueprint.route("/<actor_id>/partners", parameters=[ACTOR_ID])
@blueprint.arguments(PartnerQuery, location="query")
@blueprint.response(200, Partners, headers={"ETag": VALIDATOR})
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.alt_response(301, description="Another actor now, see Location", success=True)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.doc(operationId="listPartners")
def list_partners(_: dict[str, Any], actor_id: str) -> Response:
    """With whom an actor is in events, how often, and as what

    The most frequent first, of the events that fit the filters. Those who act for a state count as the state.
    """
    asked = question(query_arguments(), today=today())
    return followed(actor_id, lambda: conditional((actor_id, asked), lambda: _partners(actor_id, asked)))


def _partners(actor_id: str, asked: Question) -> Response:
    found = find_partners(store(), actor_id, asked.filters, limit=asked.limit or LIMIT)
    return plain({"partners": found, "filters": arguments_of(asked.filters)})
