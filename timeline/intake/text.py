"""Text to Document. The body is the text as given; every block is a span of it."""

import datetime

from timeline.errors import InputError
from timeline.intake.blocks import Layout, layout
from timeline.intake.language import language
from timeline.intake.published import day_in_address
from timeline.model.document import BlockKind, Document, Source

BYTE_ORDER_MARK = "\ufeff"
MOST_CHARACTERS = 1_000_000  # a long book; the syntax step takes no more at once


def text_document(
    body: str,
    *,
    title: str | None = None,
    published: datetime.date | None = None,
    published_from: str | None = None,
    url: str | None = None,
    source: str | None = None,
    external_id: str | None = None,
) -> Document:
    """The Document of a plain text. A day that is given counts before the address's, and that before the dateline's.

    Raises InputError for a text that is empty, too long, or holds characters that cannot be kept.
    """
    body = _checked(body.removeprefix(BYTE_ORDER_MARK))
    found = layout(body, title)
    day, day_from = _published(published, published_from or "option", url, found)
    return Document(
        body=body,
        blocks=found.blocks,
        title=found.title,
        external_id=external_id,
        url=url,
        source=Source(source) if source else None,
        published=day,
        published_from=day_from,
        place=found.place,
        language=language(_story(body, found)),
    )


def _checked(body: str) -> str:
    if not body.strip():
        raise InputError("there is no text in it")
    if len(body) > MOST_CHARACTERS:
        raise InputError(f"the text has {len(body):,} characters, and {MOST_CHARACTERS:,} is the most that is read")
    if "\0" in body:
        raise InputError(f"the text holds a NUL character, at {body.index(chr(0))}")
    try:
        body.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(f"the text holds half a character (a lone surrogate), at {error.start}") from error
    return body


def _published(
    day: datetime.date | None, day_from: str, url: str | None, found: Layout
) -> tuple[datetime.date | None, str | None]:
    """The day of publication and what told it, or (None, None)."""
    candidates = ((day, day_from), (day_in_address(url), "url"), (found.day, "dateline"))
    return next(((known, origin) for known, origin in candidates if known), (None, None))


def _story(body: str, found: Layout) -> str:
    return "\n".join(body[block.start : block.end] for block in found.blocks if block.kind is BlockKind.TEXT) or body
