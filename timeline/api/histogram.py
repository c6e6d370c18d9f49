"""/v1/histogram: counts over time."""

from typing import Any

from flask import Response

from timeline.api.answers import conditional, plain, store
from timeline.api.arguments import HistogramQuery, StrictBlueprint, query_arguments
from timeline.api.counted import HistogramShape
from timeline.api.events import VALIDATOR, today
from timeline.ask import histogram_question
from timeline.model.filters import Filters, arguments_of
from timeline.store.histogram import histogram

blueprint = StrictBlueprint("histogram", __name__, url_prefix="/v1/histogram", description="Counts over time")


@blueprint.route("")
@blueprint.arguments(HistogramQuery, location="query")
@blueprint.response(200, HistogramShape, headers={"ETag": VALIDATOR})
@blueprint.alt_response(304, description="Not modified", success=True)
@blueprint.doc(operationId="getHistogram")
def show_histogram(_: dict[str, Any]) -> Response:
    """Counts over time, certain and possible apart

    An event is certain in a bin when both its ends are known and lie inside. It is possible in every bin that it meets;
    when only one end is known, in the bin of that end. Bins that would be too many are refused when `from` and `to`
    ask for them, else those far from most events are left out.
    """
    asked = histogram_question(query_arguments(), today=today())
    return conditional(asked, lambda: _counted(*asked))


def _counted(filters: Filters, kind: str, by: str | None) -> Response:
    found = histogram(store(), filters, kind=kind, by=by)
    return plain(
        {
            "bin": found.bin,
            "by": found.by,
            "bins": found.bins,
            "undated": found.undated,
            "truncated": found.truncated,
            "filters": arguments_of(filters),
        }
    )
