"""The joint for trying: what would be read in a text that is not kept. Anybody may ask, so the text is short."""

from collections.abc import Mapping
from typing import Any

from timeline.errors import InputError
from timeline.extract import extract, unread
from timeline.intake import syntax
from timeline.intake.record import record_document
from timeline.model.shapes import Shape, reading_shape
from timeline.parser.times.times import as_timex, tag

LONGEST = 20_000  # characters: a long article, and about a second of work


def trial(given: Mapping[str, Any], *, model: str = syntax.DEFAULT_MODEL) -> Shape:
    """What is read in a text given as `{text|html, title?, url?, published?, source?}`.

    `message` of the result tells what kept it from being read. Raises InputError for a text that is too long, or none.
    """
    field = "text" if given.get("text") else "html"
    if len(given.get(field) or "") > LONGEST:
        raise InputError(f"longer than {LONGEST:,} characters, which is all that is read here", place=field)
    document = record_document(given, place=field)
    times = as_timex(tag(document)) if document.is_readable else ()
    return {**reading_shape(document, extract(document, model=model), times), "message": unread(document)}
