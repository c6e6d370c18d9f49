"""Paths, addresses and standard input to Documents, one after the other; what cannot be read is told and left out."""

import datetime
import io
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from timeline.errors import InputError
from timeline.intake.arrival import Arrival, Given
from timeline.intake.fetch import fetch, is_address
from timeline.intake.files import (
    ARCHIVE,
    ENDINGS,
    FEED,
    HTML,
    LINES,
    MOST_BYTES,
    TEXT,
    decode,
    kind_of,
    lines,
    open_bytes,
    read_line,
    whole,
)
from timeline.intake.html import html_document, looks_like_html
from timeline.intake.jsonlines import is_object_line, line_arrivals
from timeline.intake.record import record_document
from timeline.intake.text import text_document
from timeline.model.document import Document

if TYPE_CHECKING:
    from timeline.intake.warc import Page

STANDARD_INPUT = "-"

Found = Iterator[Arrival | InputError]


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a text stands ('path', address or 'standard input') and what the caller says of it."""

    place: str
    given: Given
    is_named: bool = True

    def arrival(self, document: Document) -> Arrival:
        return Arrival(document, self.place if self.is_named else None)


def arrivals(paths: Sequence[str], given: Given, *, stdin: IO[bytes]) -> Found:
    """Each text of the paths, in order; an InputError, which names its place, for each that cannot be read."""
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _told(_from_stream, stdin, _Spot("standard input", given, is_named=False))
        else:
            yield from _told(_from_path, path, _Spot(path, given))


def documents(
    paths: Sequence[str],
    *,
    published: datetime.date | None = None,
    url: str | None = None,
    source: str | None = None,
) -> Iterator[Document | InputError]:
    """The Documents of files, folders and addresses, or an InputError for what cannot be read."""
    for found in arrivals(paths, Given(published, url, source), stdin=io.BytesIO()):
        yield found.document if isinstance(found, Arrival) else found


def expected(paths: Sequence[str]) -> int | None:
    """How many texts there will be about, for a progress bar; None when only reading tells (streams, feeds, the web)."""
    counts = [_expected(path) for path in paths]
    return None if None in counts else sum(count for count in counts if count is not None)


def _expected(path: str) -> int | None:
    if path == STANDARD_INPUT or is_address(path) or not Path(path).exists():
        return None
    if Path(path).is_dir():
        return expected([str(file) for file in _files(Path(path))])
    kind = kind_of(Path(path))
    if kind == LINES:
        return _line_count(Path(path))
    return None if kind in (FEED, ARCHIVE) else 1


def _line_count(path: Path) -> int | None:
    try:
        with open_bytes(path) as stream:
            return sum(1 for _ in lines(stream))
    except InputError:
        return None


def _told(read: Callable[[Any, _Spot], Found], source: Any, spot: _Spot) -> Found:
    """What `read` finds, up to the first error that stops it; that one is given, too, with its place."""
    try:
        yield from read(source, spot)
    except InputError as error:
        yield error if error.place else InputError(error.message, place=spot.place)


def _from_path(path: str, spot: _Spot) -> Found:
    if is_address(path):
        return _from_address(path, spot)
    return _from_folder(Path(path), spot) if Path(path).is_dir() else _from_file(Path(path), spot)


def _from_folder(folder: Path, spot: _Spot) -> Found:
    """All files of a known ending under a folder, sorted by path; hidden ones are passed over."""
    files = sorted(_files(folder))
    if not files:
        raise InputError(f"no file in it has a known ending ({', '.join(ENDINGS)})")
    for path in files:
        yield from _told(_from_file, path, replace(spot, place=str(path)))


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(parent, name) for name in names if not name.startswith("."))
        yield from (path for path in paths if kind_of(path) is not None)


def _from_file(path: Path, spot: _Spot) -> Found:
    kind = kind_of(path)
    if kind is None and path.exists():
        raise InputError(f"unknown ending; known are {', '.join(ENDINGS)}, each also with .gz")
    with open_bytes(path) as stream:
        if kind == LINES:
            yield from line_arrivals(stream, spot.place, spot.given)
        elif kind == ARCHIVE:
            yield from _from_archive(stream, spot)
        else:
            yield from _from_bytes(whole(stream), kind or TEXT, spot)


def _from_address(address: str, spot: _Spot) -> Found:
    content, kind = fetch(address)
    given = replace(spot.given, url=spot.given.url or address)
    yield from _from_bytes(content, kind, replace(spot, given=given))


def _from_stream(stream: IO[bytes], spot: _Spot) -> Found:
    """Standard input: JSON lines when the first line is an object, a page when it starts like one, else one text."""
    first = read_line(stream)
    while first and not first.strip():
        first += read_line(stream)
    if is_object_line(first.strip()):
        yield from line_arrivals(stream, spot.place, spot.given, before=first, is_named=False)
        return
    content = whole(io.BytesIO(first + stream.read(MOST_BYTES)))
    yield from _from_bytes(content, HTML if _looks_like_html(content) else TEXT, spot)


def _looks_like_html(content: bytes) -> bool:
    return looks_like_html(content[:5_000].decode("utf-8", "replace"))


def _from_bytes(content: bytes, kind: str, spot: _Spot) -> Found:
    if kind == FEED:
        yield from _from_feed(content, spot)
    elif kind == HTML:
        yield spot.arrival(html_document(decode(content, declares=True), **spot.given.fields()))
    else:
        yield spot.arrival(text_document(_no_list(decode(content)), **spot.given.fields()))


def _no_list(text: str) -> str:
    """The text. InputError when nothing is in it, or each line is an address: what the addresses lead to may tell something."""
    if not text.strip():
        raise InputError("it is empty")  # but for the mark of its encoding
    if all(is_address(line.strip()) and len(line.split()) == 1 for line in text.splitlines() if line.strip()):
        raise InputError(
            "it holds only addresses; to read what they lead to, give them as paths (xargs timeline ingest <)"
        )
    return text


def _from_feed(content: bytes, spot: _Spot) -> Found:
    from timeline.intake.feed import feed_records  # feedparser takes long to load, and few need it

    for number, record in enumerate(feed_records(content), start=1):
        entry = replace(spot, place=f"{spot.place}, entry {number}")
        yield from _told(_from_entry, record, entry)


def _from_archive(stream: IO[bytes], spot: _Spot) -> Found:
    from timeline.intake.warc import pages

    is_empty = True
    for found in pages(stream):
        is_empty = False
        record = replace(spot, place=f"{spot.place}, record {found.number}", given=replace(spot.given, url=found.url))
        yield from _told(_from_record, found, record)
    if is_empty:
        raise InputError("there is no page in it")


def _from_record(found: "Page", spot: _Spot) -> Found:
    if isinstance(found.text, InputError):
        raise found.text
    make = html_document if found.kind == HTML else text_document
    yield spot.arrival(make(found.text, **spot.given.fields()))


def _from_entry(record: dict[str, Any], spot: _Spot) -> Found:
    if not (record.get("text") or record.get("html") or "").strip():
        raise InputError("the entry has no text")
    yield spot.arrival(record_document(record, **spot.given.fields()))
