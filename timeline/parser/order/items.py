"""Items: on a page of a day's events each paragraph tells of something else, and nothing is told next of what stands above it."""

from collections.abc import Sequence

from timeline.parser.anchor.diary import Page
from timeline.parser.order.sequence import Order, Told


def within_items(order: Sequence[Order], told: Sequence[Told], page: Page) -> tuple[Order, ...]:
    """The links but for those between two paragraphs of such a page."""
    if not page.now or not page.entries:
        return tuple(order)
    items = [one.mention.tree.sentence.paragraph for one in told]
    return tuple(link for link in order if items[link.one] == items[link.other])
