"""Items: on a page of a day's events, and in a list with bullets, each paragraph tells of something else, and nothing is told
next of what stands above it."""

from collections.abc import Sequence

from timeline.parser.anchor.diary import Page
from timeline.parser.order.sequence import Order, Told


def within_items(order: Sequence[Order], told: Sequence[Told], page: Page) -> tuple[Order, ...]:
    """The links but for those between two paragraphs of such a page, and the weak ones between two of such a list."""
    is_page = bool(page.now and page.entries)
    if not is_page and not page.is_list:
        return tuple(order)
    items = [one.mention.tree.sentence.paragraph for one in told]
    return tuple(link for link in order if items[link.one] == items[link.other] or (link.is_strong and not is_page))
