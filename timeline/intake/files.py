"""Files and streams: which endings are read, how bytes become text, and what is said of those that do not."""

import codecs
import gzip
import re
import zlib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import IO

from timeline.errors import InputError

TEXT, HTML, LINES, FEED, ARCHIVE = "text", "html", "lines", "feed", "archive"
ENDINGS = {
    ".txt": TEXT, ".text": TEXT, ".html": HTML, ".htm": HTML, ".jsonl": LINES, ".ndjson": LINES, ".xml": FEED,
    ".rss": FEED, ".atom": FEED, ".warc": ARCHIVE, ".wet": ARCHIVE,
}  # fmt: skip
MOST_BYTES = 8_000_000  # of a file, or of a line of JSON: no article comes near
NOT_TEXT = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "compressed with gzip (name it '….gz')"),
    (b"SQLite format 3\x00", "a database"),
)
BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)


def kind_of(path: Path) -> str | None:
    """'text', 'html', 'lines', 'feed' or 'archive' by a file's ending ('.gz' may follow), None for others."""
    name = path.name.lower().removesuffix(".gz")
    return next((kind for ending, kind in ENDINGS.items() if name.endswith(ending)), None)


def open_bytes(path: Path) -> IO[bytes]:
    """A file for reading, unpacked when its name ends in '.gz'. InputError when it cannot be opened."""
    try:
        return gzip.open(path) if path.name.lower().endswith(".gz") else path.open("rb")  # type: ignore[return-value]
    except FileNotFoundError as error:
        raise InputError("there is no such file") from error
    except OSError as error:
        raise InputError(f"it cannot be opened: {error.strerror}") from error


def whole(stream: IO[bytes]) -> bytes:
    """All bytes of a stream. InputError when it is empty, too long, broken or no text at all."""
    content = _read(stream, MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise InputError(f"it is longer than {MOST_BYTES // 1_000_000} MB, the most that is read at once")
    if not content.strip():
        raise InputError("it is empty")
    refuse_binary(content)
    return content


def lines(stream: IO[bytes], *, before: bytes = b"") -> Iterator[tuple[int, bytes | InputError]]:
    """(number from 1, line) of each line that is not blank; an InputError in place of one that is too long.

    `before` is what was read of the stream already: whole lines. Raises InputError when reading fails.
    """
    for number, line in enumerate(chain(before.splitlines(keepends=True), _stream_lines(stream)), start=1):
        if len(line) > MOST_BYTES:
            yield number, InputError(f"the line is longer than {MOST_BYTES // 1_000_000} MB, the most that is read")
        elif line.strip():
            yield number, line


def decode(content: bytes, *, declares: bool = False) -> str:
    """Bytes as text: by their byte order mark, as UTF-8, or (where they may declare one) in the declared encoding."""
    encoding = next((name for mark, name in BYTE_ORDER_MARKS if content.startswith(mark)), None)
    if encoding is None and declares:
        encoding = _declared(content)
    try:
        return content.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        wrong = f"byte 0x{content[error.start]:02x} in line {line}" if error.start < len(content) else "it breaks off"
        raise InputError(f"it is not {(encoding or 'utf-8').upper()} ({wrong}); convert it to UTF-8") from error


def refuse_binary(content: bytes) -> None:
    """InputError when the first bytes are those of something that is not text."""
    for magic, what in NOT_TEXT:
        if content.startswith(magic):
            raise InputError(f"it is {what}, not text; convert it to text first")
    is_wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if b"\0" in content[:8_000] and not is_wide:
        raise InputError("it holds NUL bytes: it is no text")


def _declared(content: bytes) -> str | None:
    found = DECLARED.search(content[:4_000])
    if found is None:
        return None
    try:
        return codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None


def _read(stream: IO[bytes], size: int) -> bytes:
    try:
        return stream.read(size)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"it cannot be read: {error}") from error


def _stream_lines(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines of a stream; of one that is too long only the beginning, one byte more than is read."""
    while line := read_line(stream):
        yield line
        while len(line) > MOST_BYTES and not line.endswith(b"\n"):
            line = read_line(stream)


def read_line(stream: IO[bytes]) -> bytes:
    """A line, or the beginning of one that is too long. InputError when reading fails."""
    try:
        return stream.readline(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"it cannot be read: {error}") from error
