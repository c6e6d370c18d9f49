"""/v1/map: where events happened, counted."""

from typing import Any

from flask import Response

from timeline.api.answers import conditional, plain, store
from timeline.api.arguments import MapQuery, StrictBlueprint, query_arguments
from timeline.api.counted import MapShape
from timeline.api.events import VALIDATOR, today
from timeline.ask import understand
from timeline.model.filters import Filters, arguments_of
from timeline.store.geography import find_geography

blueprint = StrictBlueprint("map", __name__, url_prefix="/v1/map", description="Where it happened")


@blueprint.route("")
@blueprint.arguments(MapQuery, location="query")
@blueprint.response(200, MapShape, headers={"ETag": VALIDATOR})
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.doc(operationId="getMap")
def show_map(_: dict[str, Any]) -> Response:
    """Places and countries, with how many events each has

    Only where an event happened counts, not where its actors are from. At most 2,000 places, those with most events.
    """
    filters = understand(query_arguments(), today=today())
    return conditional(filters, lambda: _counted(filters))


def _counted(filters: Filters) -> Response:
    return plain({**find_geography(store(), filters), "filters": arguments_of(filters)})
