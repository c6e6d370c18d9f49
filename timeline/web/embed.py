"""The page that other sites show in a frame: the timeline alone, for the filters in its address."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from flask import Response, current_app, make_response, render_template

from timeline.ask import answer, question
from timeline.errors import FilterError
from timeline.model.filters import FIELDS
from timeline.web.site import POLICY, asked, blueprint, store

SHAPING = ("lanes", "theme", "live", "lang", "dir", "wheel")  # what else of the component the address may set
RENAMED = {"role": "actor-role"}  # HTML gives `role` to assistive technology
LISTED = 50  # events told to those without JavaScript


@blueprint.route("/embed")
def embed() -> Response:
    """The timeline for the filters in the address; without JavaScript its first events as a list."""
    given = asked()
    filters = {name: values for name, values in given.items() if name not in SHAPING}
    shaping = {name: given[name][0] for name in SHAPING if name in given}
    try:
        page = answer(
            store(), question({"limit": [str(LISTED)], **filters}, today=datetime.datetime.now(datetime.UTC).date())
        )
    except FilterError as error:
        return _framed(make_response(render_template("embed.html", error=error, shaping=shaping), 422))
    attributes = {**attributes_of(filters), **shaping}
    return _framed(
        make_response(render_template("embed.html", page=page, filters=filters, attributes=attributes, shaping=shaping))
    )


def attributes_of(filters: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The attributes that carry filters in the component, values of one parted by |."""
    names = [field.name for field in FIELDS if field.name in filters]
    return {RENAMED.get(name, name).replace("_", "-"): "|".join(filters[name]) for name in names}


def _framed(response: Response) -> Response:
    settings: Any = current_app.extensions["timeline.settings"]
    ancestors = " ".join(settings.embed_ancestors) or "'none'"
    response.headers["Content-Security-Policy"] = f"{POLICY}; frame-ancestors {ancestors}"
    return response
