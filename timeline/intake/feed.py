"""A feed (RSS, Atom) to the objects of its entries, in the keys that `record` reads."""

import re
from collections.abc import Iterator
from typing import Any

import feedparser

from timeline.errors import InputError

MARKUP = re.compile(r"<(?:p|br|div|a|img|b|i|em|strong|ul|ol|li|span|h[1-6])\b", re.IGNORECASE)


def feed_records(feed: bytes) -> Iterator[dict[str, Any]]:
    """One object for each entry, the fullest text it gives. InputError for XML that is no feed."""
    parsed = feedparser.parse(feed, sanitize_html=False, resolve_relative_uris=False)
    if not parsed.version:
        raise InputError("the XML is no feed (neither RSS nor Atom)")
    name = parsed.feed.get("title")
    return (_record(entry, name) for entry in parsed.entries)


def _record(entry: Any, source: str | None) -> dict[str, Any]:
    texts = [entry.get("summary") or "", *(part.get("value") or "" for part in entry.get("content", ()))]
    fullest = max(texts, key=len)
    return {
        "id": entry.get("id") or entry.get("link"),
        "url": entry.get("link"),
        "title": entry.get("title"),
        "published": _day(entry),
        "source": source,
        "html" if MARKUP.search(fullest) else "text": fullest,
    }


def _day(entry: Any) -> str | None:
    """The day as it was written where that can be read, so that no zone moves it."""
    written, moment = entry.get("published") or "", entry.get("published_parsed")
    if re.match(r"\d{4}-\d\d-\d\d", written):
        return written[:10]
    if day := re.search(r"\b\d{1,2} [A-Z][a-z]{2} \d{4}\b", written):
        return day[0]
    return f"{moment.tm_year:04d}-{moment.tm_mon:02d}-{moment.tm_mday:02d}" if moment else None
