"""Document and what it is made of: Source, marked blocks. Offsets are characters of the body, half-open."""

import datetime
import hashlib
from dataclasses import dataclass
from enum import StrEnum

READ_LANGUAGES = ("en", "und")  # those there are rules for, and what is too short to tell


class BlockKind(StrEnum):
    """What a stretch of the body is. Only `text` blocks tell the story; a title supports it."""

    TITLE = "title"
    DATELINE = "dateline"
    BYLINE = "byline"
    FURNITURE = "furniture"
    MARK = "mark"  # before a paragraph: a bullet, 'BREAKING:', who speaks; between the cells of a table
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Source:
    """Who published: an outlet's name and its home page, if known."""

    name: str
    home: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a marked part of one; blocks lie in body order and do not overlap."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One text as published.

    `body` is the text as given (for HTML: as extracted), never cleaned. `external_id` is the caller's id. `published`
    is None when nothing told it, and then `published_from` is None too; else that is 'option', 'object', 'metadata',
    'url' or 'dateline'. `place` is where the dateline says the reporter sat: a hint, not where things happened.
    `language` is an ISO 639-1 code ('und' when too short to tell).
    """

    body: str
    blocks: tuple[Block, ...]
    title: str | None = None
    external_id: str | None = None
    url: str | None = None
    source: Source | None = None
    published: datetime.date | None = None
    published_from: str | None = None
    place: str | None = None
    language: str = "en"

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the body in UTF-8, hexadecimal: the same text has the same one."""
        return hashlib.sha256(self.body.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def is_readable(self) -> bool:
        """Whether there are rules for its language; of any other it is kept, and nothing is read in it."""
        return self.language in READ_LANGUAGES

    @property
    def label(self) -> str:
        """What messages and output call it: the caller's id, else the address, else the fingerprint's start."""
        return self.external_id or self.url or self.fingerprint[:16]
