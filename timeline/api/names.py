"""/v1/places and /v1/sources: where things happened and who tells of them, for typing ahead."""

from collections.abc import Callable
from typing import Any

import orjson
from flask import Response

from timeline.api.answers import conditional, json_response, listed, next_address, store
from timeline.api.arguments import NameQuery, StrictBlueprint
from timeline.api.counted import Places, Sources
from timeline.api.events import LINK, VALIDATOR
from timeline.store.database import Store
from timeline.store.names import Asked, find_places, find_sources
from timeline.store.people import Page

blueprint = StrictBlueprint("names", __name__, url_prefix="/v1", description="Places and outlets")


@blueprint.route("/places")
@blueprint.arguments(NameQuery, location="query")
@blueprint.response(200, Places, headers={"ETag": VALIDATOR, "Link": LINK})
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.doc(operationId="listPlaces")
def list_places(asked: dict[str, Any]) -> Response:
    """Where things happened, most events first"""
    return conditional(sorted(asked.items()), lambda: _page("places", find_places, asked))


@blueprint.route("/sources")
@blueprint.arguments(NameQuery, location="query")
@blueprint.response(200, Sources, headers={"ETag": VALIDATOR, "Link": LINK})
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.doc(operationId="listSources")
def list_sources(asked: dict[str, Any]) -> Response:
    """The outlets that tell of events, most events first"""
    return conditional(sorted(asked.items()), lambda: _page("sources", find_sources, asked))


def _page(name: str, find: Callable[[Store, Asked], Page], asked: dict[str, Any]) -> Response:
    page = find(store(), Asked(**asked))
    following = next_address(page.next, limit=asked.get("limit"))
    texts = (orjson.dumps(item).decode() for item in page.items)
    return json_response(listed(name, texts, next=following), following=following)
