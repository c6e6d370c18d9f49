"""Atom (RFC 4287): a feed of events, those that changed last first. The only importer of feedgen."""

from collections.abc import Iterable, Iterator

from feedgen.feed import FeedGenerator
from ulid import ULID

from timeline.formats.format import (
    About,
    Format,
    Shape,
    linked,
    markup,
    place_words,
    plain,
    status_words,
    told_by,
    when_words,
)

NEVER = "1970-01-01T00:00:00Z"


def write(events: Iterable[Shape], about: About) -> Iterator[bytes]:
    """The whole feed at once."""
    listed = list(events)
    feed = FeedGenerator()
    feed.id(about.address or "urn:event-timeline")
    feed.title(about.title)
    feed.author(name="Event timeline")
    feed.updated(max((event["updated"] for event in listed), default=NEVER))
    for relation, address in (("self", about.address), ("alternate", about.home), ("next", about.next)):
        if address:
            feed.link(href=address, rel=relation)
    for event in listed:
        _add(feed, event, about)
    yield bytes(feed.atom_str(pretty=False))


def _add(feed: FeedGenerator, event: Shape, about: About) -> None:
    entry = feed.add_entry(order="append")
    entry.id(ULID.from_str(event["id"]).to_uuid().urn)
    entry.title(plain(f"{when_words(event['when'])}: {event['headline']}"))
    entry.published(event["created"])
    entry.updated(event["updated"])
    entry.category([{"term": word} for word in (event["type"], event["mode"], event["status"]) if word])
    entry.content(_html(event), type="html")
    if page := about.page(event):
        entry.link(href=page, rel="alternate")


def _html(event: Shape) -> str:
    """The quote, how it stands, and who tells it with a link there: feedgen forgets what a link of an entry is for."""
    told = "; ".join(part for part in (status_words(event), place_words(event["place"])) if part)
    source = linked(markup(told_by(event)), event["source"]["url"])
    return "".join(f"<p>{part}</p>" for part in (f"“{markup(event['quote'])}”", markup(told), source) if part)


FORMAT = Format(
    "atom", "application/atom+xml", "a feed, what changed last first", write, is_paged=True, sort="-updated"
)
