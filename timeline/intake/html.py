"""HTML to Document: the article's text without the menus around it, and what the page's metadata says of it."""

import datetime
import logging
import re
from typing import Any

from lxml import html as lxml_html
from lxml.etree import LxmlError

from timeline.errors import InputError
from timeline.intake.page import page_day
from timeline.intake.text import text_document
from timeline.model.document import Document

BLOCK_TAGS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "td", "th", "tr", "ul",
})  # fmt: skip
UNREAD_TAGS = frozenset({
    "script", "style", "head", "nav", "footer", "aside", "form", "button", "noscript", "template", "svg", "iframe",
})  # fmt: skip
LOOKS_LIKE = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article)\b", re.IGNORECASE | re.DOTALL)
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
ABOUT_PUBLISHING = {"extensive_search": False, "original_date": True, "max_date": "9999-12-31"}

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it logs what it cannot read; we raise


def html_document(
    html: str,
    *,
    title: str | None = None,
    published: datetime.date | None = None,
    published_from: str | None = None,
    url: str | None = None,
    source: str | None = None,
    external_id: str | None = None,
) -> Document:
    """The Document of a page: its body is the extracted text, a line each paragraph. What is given beats metadata.

    Raises InputError for a page without text.
    """
    import trafilatura  # takes a third of a second, which other texts need not

    tree = _tree(html)
    page: Any = trafilatura.bare_extraction(
        html, url=url, include_comments=False, with_metadata=True, date_extraction_params=ABOUT_PUBLISHING
    )
    day = page_day(tree)
    if published is None and day is not None:
        published, published_from = day, "metadata"
    return text_document(
        (page.text if page else None) or _plain_text(tree),
        title=title or (page.title if page else None),
        published=published,
        published_from=published_from,
        url=url or (page.url if page else None),
        source=source or (page.sitename if page else None),
        external_id=external_id,
    )


def looks_like_html(text: str) -> bool:
    """Whether a text starts the way pages do."""
    return bool(LOOKS_LIKE.match(text[:5_000]))


def _tree(html: str) -> lxml_html.HtmlElement:
    if not html.strip():
        raise InputError("there is no text in it")
    try:
        return lxml_html.fromstring(DECLARATION.sub("", html))
    except (LxmlError, ValueError) as error:
        raise InputError(f"the HTML cannot be read: {error}") from error


def _plain_text(tree: lxml_html.HtmlElement) -> str:
    """All the words, a line for each block: for pieces of pages too short to tell story from menu."""
    pieces: list[str] = []
    _collect(tree, pieces)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _collect(element: lxml_html.HtmlElement, pieces: list[str]) -> None:
    if isinstance(element.tag, str) and element.tag not in UNREAD_TAGS:
        edge = "\n" if element.tag in BLOCK_TAGS else ""
        pieces.extend((edge, _inline(element.text)))
        for child in element:
            _collect(child, pieces)
            pieces.append(_inline(child.tail))
        pieces.append(edge)


def _inline(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
