"""What a web page says about itself in its metadata: the day of publication and nothing guessed from its text."""

import datetime
import json
from collections.abc import Iterator
from typing import Any

from lxml import html

from timeline.errors import InputError
from timeline.intake.published import read_day

META_NAMES = frozenset({
    "article:published_time", "article:published", "og:published_time", "og:article:published_time", "datepublished",
    "date", "pubdate", "publishdate", "publish_date", "publish-date", "published_date", "publication_date",
    "publicationdate", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued", "dcterms.created",
    "citation_publication_date", "citation_date", "parsely-pub-date", "sailthru.date", "originalpublicationdate",
    "article.published", "cxenseparse:recs:publishtime", "rnews:datepublished", "article_date_original",
})  # fmt: skip
META_KEYS = ("property", "name", "itemprop", "http-equiv")
ARTICLE = "article"  # schema.org types that tell of the page's own text: NewsArticle, Article, ReportageNewsArticle
OTHER_STORIES = ("BlogPosting", "Report", "WebPage")


def page_day(tree: html.HtmlElement) -> datetime.date | None:
    """The day of publication by meta elements, JSON-LD or a time element marked as such; None without one."""
    written = (*_in_meta(tree), *_in_json(tree), *_in_time(tree))
    return next((day for day in map(_day, written) if day), None)


def _day(text: str) -> datetime.date | None:
    try:
        return read_day(text)
    except InputError:
        return None


def _in_meta(tree: html.HtmlElement) -> Iterator[str]:
    for meta in tree.iter("meta"):
        if any((meta.get(key) or "").strip().lower() in META_NAMES for key in META_KEYS):
            yield meta.get("content") or ""


def _in_json(tree: html.HtmlElement) -> Iterator[str]:
    """`datePublished` of JSON-LD, the article's own before the page's."""
    items = [item for script in tree.iter("script") for item in _json_items(script)]
    for wanted in (_is_article, _is_page):
        yield from (item["datePublished"] for item in items if wanted(item) and _is_dated(item))


def _json_items(script: html.HtmlElement) -> Iterator[dict[str, Any]]:
    if "ld+json" not in (script.get("type") or ""):
        return
    try:
        found = json.loads(script.text or "", strict=False)
    except (ValueError, RecursionError):
        return
    for item in found if isinstance(found, list) else [found]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()


def _is_dated(item: dict[str, Any]) -> bool:
    return isinstance(item.get("datePublished"), str)


def _is_article(item: dict[str, Any]) -> bool:
    return ARTICLE in str(item.get("@type")).lower()


def _is_page(item: dict[str, Any]) -> bool:
    return any(kind in str(item.get("@type")) for kind in OTHER_STORIES)


def _in_time(tree: html.HtmlElement) -> Iterator[str]:
    """`<time datetime>` that says it is the day of publication; others may belong to comments or other stories."""
    for element in tree.iter("time"):
        marks = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
        if element.get("pubdate") is not None or "published" in marks or "entry-date" in marks:
            yield element.get("datetime") or ""
