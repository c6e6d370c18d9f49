"""What a format is: a name, a media type, and how it is written. Words that several formats share."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from timeline.model.words import date_words

Shape = dict[str, Any]

UNWRITABLE = re.compile("[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class About:
    """What is written: whose address it has, where more of it is, and where this service's pages are.

    All are whole addresses, None where there is no server (on the command line).
    """

    title: str = "Event timeline"
    address: str | None = None
    next: str | None = None
    home: str | None = None

    def page(self, event: Shape) -> str | None:
        """The address of an event's page."""
        return f"{self.home}/events/{event['id']}" if self.home else None


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write events.

    `name` is its suffix; `media` its media type, as sent, with `others` that clients may ask by. `is_paged`: written a
    page at a time; else all that fit, when nothing limits them. `sort` is the order where none is asked for. `write`
    raises FormatError where it needs what is not installed.
    """

    name: str
    media: str
    meaning: str
    write: Callable[[Iterable[Shape], About], Iterator[bytes]]
    others: tuple[str, ...] = ()
    is_paged: bool = False
    sort: str | None = None


def when_words(when: Shape) -> str:
    """The date as it is known; with the best guess behind it where there is one."""
    known = date_words(when["edtf"], when["precision"])
    return f"{known} (likely {date_words(when['likely'])})" if when.get("likely") else known


def status_words(event: Shape) -> str:
    """'asserted', 'denied by the Taliban and Kabul, disputed'."""
    by = f" by {' and '.join(event['claimed_by'])}" if event["claimed_by"] else ""
    return event["status"] + by + (", disputed" if event["when"].get("disputed") else "")


def place_words(place: Shape | None) -> str:
    """'Doha, QA'; '' for no place."""
    return ", ".join(part for part in (place["name"], place["country"]) if part) if place else ""


def told_by(event: Shape) -> str:
    """'Frontier Gazette, 2025-10-29'; '' where nothing is known."""
    source = event["source"]
    return ", ".join(part for part in (source["name"], source["published"]) if part)


def plain(text: str) -> str:
    """The text without signs that XML and iCalendar have no way to write, each in its place a question mark."""
    return UNWRITABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def markup(text: str) -> str:
    """The text as HTML (and XML) in which nothing of it is markup."""
    return escape(plain(text))


def web_address(text: str | None) -> str | None:
    """The text when it is an address of the web, which alone is safe to lead somebody to."""
    return text if text and text.lower().startswith(("http://", "https://")) else None


def linked(words: str, address: str | None) -> str:
    """The words, which are HTML already, as a link there if it is an address of the web."""
    safe = web_address(address)
    return f'<a href="{escape(safe)}">{words}</a>' if safe else words


def day_part(time: str | None) -> str | None:
    """The day of an ISO 8601 day or moment."""
    return time.partition("T")[0] if time else None


def first_known(when: Shape) -> str | None:
    """The first day it can have been, of one open at the start the last one; None where nothing bounds it."""
    return day_part(when["earliest"] or when["latest"])


def last_known(when: Shape) -> str | None:
    """The last day it can have been, of one open at the end the first one; None where nothing bounds it."""
    return day_part(when["latest"] or when["earliest"])


def year_of(day: str) -> int:
    """The year of an ISO day, before year 1 and after 9999 too."""
    return int(day[: -len("-MM-DD")])
