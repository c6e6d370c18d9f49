"""/v1/events.csv and the like: the chronology in a format that the address names."""

from typing import Any

from flask import Response

from timeline.api.arguments import EventQuery, StrictBlueprint, query_arguments
from timeline.api.envelopes import Events
from timeline.api.events import LINK, VALIDATOR, events_response, today
from timeline.api.written import SUFFIX, described
from timeline.ask import question

blueprint = StrictBlueprint("exports", __name__, url_prefix="/v1", description="The chronology in other formats")


@blueprint.route("/events.<suffix>", parameters=[SUFFIX])
@blueprint.arguments(EventQuery, location="query")
@blueprint.response(200, Events, headers={"ETag": VALIDATOR, "Link": LINK})
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(406, "NOT_ACCEPTABLE")
@blueprint.doc(operationId="exportEvents", **described())
def export_events(_: dict[str, Any], suffix: str) -> Response:
    """The chronology in a format

    All that fit when there is no `limit`; but `json` and `atom` come in pages. `Accept` at `/v1/events` gives the same.
    """
    return events_response(question(query_arguments(), today=today()), suffix=suffix)
