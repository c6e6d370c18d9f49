"""Given: what the caller says of texts. Arrival: a Document and where it stood. For the modules that open files."""

import datetime
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from timeline.model.document import Document


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says of all the texts; it counts before what they say themselves."""

    published: datetime.date | None = None
    url: str | None = None
    source: str | None = None

    def fields(self) -> dict[str, Any]:
        """As keyword arguments."""
        return {"published": self.published, "url": self.url, "source": self.source}


@dataclass(frozen=True, slots=True)
class Arrival:
    """A Document and its place: 'path', 'path:line', an address, or None for standard input."""

    document: Document
    place: str | None

    @property
    def label(self) -> str:
        """What output calls it: the caller's id, else its place, else the start of its fingerprint."""
        return self.document.external_id or self.place or self.document.fingerprint[:16]

    @property
    def kept(self) -> Document:
        """The Document as it is kept: called by its file's name ('notes.txt', 'more.jsonl:3') where nothing else names it."""
        known = self.document.external_id or self.document.url or self.document.title
        return self.document if known or not self.place else replace(self.document, external_id=Path(self.place).name)
