"""The page for trying: paste a text, see what would be read in it. Nothing of it is kept."""

from typing import Any

from flask import current_app, render_template, request

from timeline.errors import InputError
from timeline.model.shapes import Shape
from timeline.trial import LONGEST, trial
from timeline.web.site import blueprint

GIVEN = ("text", "published", "url")
SAMPLE = (
    "Harbour talks resume after Sunday's raid\n\n"
    "TIRANA, May 12 – Albania and Greece will resume talks on fishing rights in Corfu on Friday, their foreign ministers said. "
    "The talks had been called off after masked men set fire to two Greek trawlers on Sunday night. Police arrested a "
    "suspect in Saranda the next day. Athens alleged that the local coastguard had looked away; Tirana denied it."
)
SAMPLE_DAY = "2025-05-12"


@blueprint.route("/read", methods=["GET", "POST"])
def read_page() -> str | tuple[str, int]:
    """A form for a text; with one, what was read in it."""
    given = {name: request.form.get(name, "").strip() for name in GIVEN}
    if request.method == "GET" or not given["text"]:
        given = {**given, "text": SAMPLE, "published": SAMPLE_DAY} if request.method == "GET" else given
        return _page(given)
    try:
        found = trial({name: value or None for name, value in given.items()}, model=_model())
    except InputError as error:
        return _page(given, error=error), 422
    return _page(given, found=found)


def _page(given: dict[str, str], *, found: Shape | None = None, error: InputError | None = None) -> str:
    context: dict[str, Any] = {"given": given, "found": found, "error": error, "longest": LONGEST}
    return render_template("read.html", **context)


def _model() -> str:
    return str(current_app.extensions["timeline.settings"].spacy_model)
