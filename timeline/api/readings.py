"""/v1/readings: what would be read in a text, which is not kept."""

from typing import Any

from flask import Response, current_app

from timeline.api.answers import check_acceptable, plain
from timeline.api.arguments import NewDocument, StrictBlueprint
from timeline.api.envelopes import Reading
from timeline.trial import trial

blueprint = StrictBlueprint("readings", __name__, url_prefix="/v1/readings", description="Reading without keeping")


@blueprint.route("", methods=["POST"])
@blueprint.arguments(NewDocument)
@blueprint.response(200, Reading)
@blueprint.alt_response(413, "REQUEST_ENTITY_TOO_LARGE")
@blueprint.alt_response(415, "UNSUPPORTED_MEDIA_TYPE")
@blueprint.doc(operationId="tryText")
def try_text(body: dict[str, Any]) -> Response:
    """Read one text without keeping it

    What `POST /v1/documents` would find in it: times, statements and where they stand. At most 20,000 characters.
    """
    check_acceptable()
    model = current_app.extensions["timeline.settings"].spacy_model
    response = plain(trial(body, model=model))
    response.headers["Cache-Control"] = "no-store"
    return response
