"""A web archive (WARC 1.0 and 1.1, ISO 28500; also WET) to its pages, one record after the other, however long it is."""

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser
from http.client import HTTPException, HTTPResponse
from typing import IO

from timeline.errors import InputError
from timeline.intake.files import HTML, MOST_BYTES, TEXT, decode, read_line

KINDS = {"text/html": HTML, "application/xhtml+xml": HTML, "text/plain": TEXT}
TOLD = (
    "response",
    "resource",
    "conversion",
)  # the others tell of requests, of the crawl, or of a page that is there already
PIECE = 65_536  # bytes passed over at once
MOST_HEAD = 100_000  # bytes of headers
PACKINGS = ("gzip", "x-gzip", "deflate")


@dataclass(frozen=True, slots=True)
class Page:
    """A record with a page or a text: where it was had, what it is (HTML or TEXT), the text or why it cannot be read."""

    number: int
    url: str | None
    kind: str
    text: str | InputError


def pages(stream: IO[bytes]) -> Iterator[Page]:
    """The pages that were got, without redirects, errors, pictures and the like. InputError for what is no archive."""
    number = 0
    while (first := _first_line(stream)) is not None:
        number += 1
        if not first.startswith(b"WARC/"):
            raise InputError(f"it is no WARC: record {number} does not begin with 'WARC/'")
        headers = _headers(stream, number)
        length = _length(headers, number)
        if headers.get("WARC-Type", "").lower() not in TOLD:
            _pass_over(stream, length)
        elif (page := _page(stream, headers, length, number)) is not None:
            yield page
    if not number:
        raise InputError("it is empty")


def _first_line(stream: IO[bytes]) -> bytes | None:
    """The next line that is not blank; None at the end."""
    while line := read_line(stream):
        if line.strip():
            return line
    return None


def _headers(stream: IO[bytes], number: int) -> Message:
    head, size = [], 0
    while (line := read_line(stream)).strip():
        head.append(line)
        size += len(line)
        if size > MOST_HEAD:
            raise InputError(f"it is no WARC: the headers of record {number} do not end")
    return BytesHeaderParser().parsebytes(b"".join(head))


def _length(headers: Message, number: int) -> int:
    written = (headers.get("Content-Length") or "").strip()
    if not written.isascii() or not written.isdigit():
        raise InputError(f"record {number} does not say how long it is (Content-Length)")
    return int(written)


def _page(stream: IO[bytes], headers: Message, length: int, number: int) -> Page | None:
    url = (headers.get("WARC-Target-URI") or "").strip("<> ")
    url = url if url.startswith(("http://", "https://")) else None
    if length > MOST_BYTES:
        _pass_over(stream, length)
        return Page(
            number, url, HTML, InputError(f"it is longer than {MOST_BYTES // 1_000_000} MB, the most that is read")
        )
    block = _exactly(stream, length, number)
    try:
        said, content = _answer(block) if headers.get_content_type() == "application/http" else (headers, block)
        kind = KINDS.get(said.get_content_type())
        return Page(number, url, kind, _text(content, said, kind)) if kind and content.strip() else None
    except InputError as error:
        return Page(number, url, HTML, error)
    except (HTTPException, OSError, ValueError, zlib.error):
        return None  # what a server broke off or garbled


def _answer(block: bytes) -> tuple[Message, bytes]:
    """Headers and content of an HTTP response; without content when it is no page."""
    response = HTTPResponse(_Said(block))  # type: ignore[arg-type]
    response.begin()
    is_page = response.status == 200 and response.headers.get_content_type() in KINDS
    return response.headers, _unpacked(response.read(), response.headers) if is_page else b""


def _unpacked(content: bytes, headers: Message) -> bytes:
    """The content without its Content-Encoding; no more of it than is read. InputError for an encoding that is not known."""
    packing = (headers.get("Content-Encoding") or "identity").strip().lower()
    if packing == "identity":
        return content
    if packing not in PACKINGS:
        raise InputError(f"it is packed as {packing}, which is not read")
    return zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(content, MOST_BYTES)


def _text(content: bytes, said: Message, kind: str) -> str:
    """By the charset of the headers where the content fits it, else as files are read."""
    try:
        return content.decode(said.get_content_charset() or "")
    except (LookupError, UnicodeDecodeError):
        return decode(content, declares=kind == HTML)


class _Said:
    """What a response is read from, in place of a socket."""

    def __init__(self, block: bytes) -> None:
        self.block = block

    def makefile(self, *_: object) -> IO[bytes]:
        return io.BytesIO(self.block)


def _exactly(stream: IO[bytes], length: int, number: int) -> bytes:
    block = _read(stream, length)
    if len(block) < length:
        raise InputError(f"record {number} breaks off")
    return block


def _pass_over(stream: IO[bytes], length: int) -> None:
    while length > 0 and (piece := _read(stream, min(length, PIECE))):
        length -= len(piece)


def _read(stream: IO[bytes], size: int) -> bytes:
    try:
        return stream.read(size)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"it cannot be read: {error}") from error
