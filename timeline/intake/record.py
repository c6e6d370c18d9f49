"""One JSON object to Document: `{id?, url?, title?, published?, source?, text|html}`, other keys passed over."""

import datetime
from collections.abc import Mapping
from typing import Any

from timeline.errors import InputError
from timeline.intake.html import html_document, looks_like_html
from timeline.intake.published import read_day
from timeline.intake.text import text_document
from timeline.model.document import Document


def record_document(
    record: Mapping[str, Any],
    *,
    place: str | None = None,
    published: datetime.date | None = None,
    url: str | None = None,
    source: str | None = None,
) -> Document:
    """The Document of an object; `published`, `url` and `source` count before its own. `place` is named in errors.
    A `text` that begins as a page does is read as one.

    Raises InputError for an object without text, and for a field of the wrong kind.
    """
    text, html = _text(record, "text", place), _text(record, "html", place)
    if not (text or html):
        raise InputError("the object has neither 'text' nor 'html'", place=place)
    day = published or _day(record, place)
    make = text_document if text and not looks_like_html(text) else html_document
    try:
        return make(
            text or html or "",
            title=_text(record, "title", place),
            published=day,
            published_from=None if day is None else "option" if published else "object",
            url=url or _text(record, "url", place),
            source=source or _text(record, "source", place),
            external_id=_identifier(record, place),
        )
    except InputError as error:
        raise InputError(error.message, place=place) from error


def _text(record: Mapping[str, Any], key: str, place: str | None) -> str | None:
    value = record.get(key)
    if value is None or isinstance(value, str):
        return value if value and value.strip() else None
    raise InputError(f"{key!r} is no text but {type(value).__name__}", place=place)


def _identifier(record: Mapping[str, Any], place: str | None) -> str | None:
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _text(record, "id", place)


def _day(record: Mapping[str, Any], place: str | None) -> datetime.date | None:
    written = _text(record, "published", place)
    try:
        return read_day(written) if written else None
    except InputError as error:
        raise InputError(f"'published': {error.message}", place=place) from error
