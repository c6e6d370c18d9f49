"""The page for trying: paste a text, see what would be read in it. Nothing of it is kept."""

from typing import Any

from flask import current_app, render_template, request

from timeline.errors import InputError
from timeline.model.shapes import Shape
from timeline.trial import LONGEST, trial
from timeline.web.site import blueprint, takes

GIVEN = ("text", "published", "url", "example")
SAMPLE = (
    "Harbour talks resume after Sunday's raid\n\n"
    "TIRANA, May 12 – Albania and Greece will resume talks on fishing rights in Corfu on Friday, their foreign ministers said. "
    "The talks had been called off after masked men set fire to two Greek trawlers on Sunday night. Police arrested a "
    "suspect in Saranda the next day. Athens alleged that the local coastguard had looked away; Tirana denied it."
)
SAMPLE_DAY = "2025-05-12"
KEPT = 0.5  # of the runs of words in a text: the example, or a part of it, tried with other words


@blueprint.route("/read", methods=["GET", "POST"])
@takes()
def read_page() -> str | tuple[str, int]:
    """A form for a text; with one, what was read in it."""
    if request.method == "GET":
        return _page({"text": SAMPLE, "published": SAMPLE_DAY, "example": SAMPLE_DAY})
    sent = {name: request.form.get(name, "").strip() for name in GIVEN}
    given = {**sent, "published": "", "example": ""} if _left(sent) else sent
    if not given["text"]:
        return _page(given)
    try:
        found = trial({name: value or None for name, value in given.items()}, model=_model())
    except InputError as error:
        return _page(given, error=error), 422
    return _page(given, found=found, left=sent["published"] if given != sent else None)


def _left(given: dict[str, str]) -> bool:
    """Whether the day is the example's and the text is another: it says nothing of when that was published."""
    text, example = _runs(given["text"]), _runs(SAMPLE)
    is_another = len(text & example) < KEPT * min(len(text), len(example))
    return given["published"] == given["example"] != "" and (is_another or not text)


def _runs(text: str) -> set[tuple[str, ...]]:
    """Each three words that follow one another."""
    words = text.split()
    return set(zip(words, words[1:], words[2:], strict=False))


def _page(
    given: dict[str, str], *, found: Shape | None = None, error: InputError | None = None, left: str | None = None
) -> str:
    context: dict[str, Any] = {"given": given, "found": found, "error": error, "left": left, "longest": LONGEST}
    return render_template("read.html", **context)


def _model() -> str:
    return str(current_app.extensions["timeline.settings"].spacy_model)
