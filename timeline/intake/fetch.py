"""Addresses of the web to bytes."""

import urllib.error
import urllib.request

from timeline.errors import InputError
from timeline.intake.files import FEED, HTML, MOST_BYTES, TEXT, refuse_binary

SECONDS = 30
KINDS = (("html", HTML), ("xml", FEED), ("rss", FEED), ("atom", FEED), ("text/plain", TEXT))
AGENT = "event-timeline-service"


def is_address(path: str) -> bool:
    """Whether it names something on the web rather than a file."""
    return path.startswith(("http://", "https://"))


def fetch(address: str) -> tuple[bytes, str]:
    """The bytes that an address gives, and 'html', 'feed' or 'text'. InputError when it cannot be had."""
    request = urllib.request.Request(address, headers={"User-Agent": AGENT})
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            content, said = answer.read(MOST_BYTES + 1), answer.headers.get_content_type()
            charset = answer.headers.get_content_charset()
    except (OSError, ValueError) as error:
        raise InputError(f"it cannot be fetched: {getattr(error, 'reason', error)}") from error
    if len(content) > MOST_BYTES:
        raise InputError(f"it is longer than {MOST_BYTES // 1_000_000} MB, the most that is read at once")
    refuse_binary(content)
    return _marked(content, charset), next((kind for mark, kind in KINDS if mark in said), TEXT)


def _marked(content: bytes, charset: str | None) -> bytes:
    """As UTF-8 with its mark, which counts before what a page says of itself, where the server names a charset that fits."""
    try:
        return content.decode(charset).encode("utf-8-sig") if charset else content
    except (LookupError, UnicodeError):
        return content
