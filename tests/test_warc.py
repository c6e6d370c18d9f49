"""Web archives to Documents: which records are read, where a page comes from, and what is said of those that cannot be."""

import gzip
import zlib
from pathlib import Path

import pytest

from timeline.cli import main
from timeline.errors import InputError
from timeline.intake.arrival import Arrival, Given
from timeline.intake.read import arrivals, expected
from timeline.usage import parse

STORY = "Dockers in Varna walked out on Saturday. Police arrested a guard in the port on Wednesday."
PAGE = f"<!doctype html><html><head><title>Strike</title></head><body><article><p>{STORY}</p></article></body></html>"
ADDRESS = "https://quay.example/2026/05/11/strike"


def record(
    content: bytes, kind: str = "response", *, media: str = "application/http; msgtype=response", url: str = ADDRESS
) -> bytes:
    head = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-08-01T10:00:00Z\r\n"
    return f"{head}Content-Type: {media}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content + b"\r\n\r\n"


def answer(content: bytes | str = PAGE, *headers: str, status: str = "200 OK", media: str = "text/html") -> bytes:
    said = content.encode() if isinstance(content, str) else content
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {media}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + said


def read(path: Path, *records: bytes) -> list[Arrival | InputError]:
    path.write_bytes(b"".join(gzip.compress(each) if path.suffix == ".gz" else each for each in records))
    return list(arrivals([str(path)], Given(), stdin=None))  # type: ignore[arg-type]


def bodies(found: list[Arrival | InputError]) -> list[str]:
    return [
        each.document.body
        if isinstance(each, Arrival)
        else str(each).removeprefix(f"{each.place}".rpartition("a.warc")[0])
        for each in found
    ]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_pages_are_read_with_their_addresses_and_all_else_is_passed_over(tmp_path: Path, name: str) -> None:
    found = read(
        tmp_path / name,
        record(b"software: a crawler\r\n", "warcinfo", media="application/warc-fields"),
        record(b"GET / HTTP/1.1\r\n\r\n", "request", media="application/http; msgtype=request"),
        record(answer()),
        record(answer("moved", "Location: /", status="301 Moved Permanently")),
        record(answer(b"\x89PNG", media="image/png")),
        record(answer(STORY, media="text/plain"), url="https://quay.example/notes.txt"),
        record(STORY.encode(), "conversion", media="text/plain", url="<http://quay.example/a>"),
        record(b"", "revisit"),
        record(PAGE.encode(), "resource", media="text/html", url="file:///home/reader/strike.html"),
    )
    assert bodies(found) == [STORY] * 4
    documents = [each.document for each in found if isinstance(each, Arrival)]
    assert [each.url for each in documents] == [
        ADDRESS,
        "https://quay.example/notes.txt",
        "http://quay.example/a",
        None,
    ]
    assert documents[0].title == "Strike"
    assert [str(each.published) for each in documents] == [
        "2026-05-11",
        "None",
        "None",
        "None",
    ]  # when it was crawled dates nothing


CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE.encode())


@pytest.mark.parametrize(
    "content",
    [
        answer(CHUNKED, "Transfer-Encoding: chunked"),
        answer(gzip.compress(PAGE.encode()), "Content-Encoding: gzip"),
        answer(zlib.compress(PAGE.encode()), "Content-Encoding: deflate"),
        answer(PAGE.replace("Varna", "Bourgas-lès-Mer").encode("latin-1"), media="text/html; charset=ISO-8859-1"),
        answer(PAGE.replace("Varna", "Bourgas-lès-Mer"), media="text/html; charset=nonsense"),
    ],
)
def test_what_a_server_packed_is_unpacked(tmp_path: Path, content: bytes) -> None:
    assert bodies(read(tmp_path / "a.warc", record(content))) in ([STORY], [STORY.replace("Varna", "Bourgas-lès-Mer")])


def test_each_record_that_cannot_be_read_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    found = read(
        tmp_path / "a.warc",
        record(answer("x" * 8_100_000)),
        record(answer(PAGE, "Content-Encoding: br")),
        record(answer("<html><body></body></html>")),
        record(b"no answer at all"),
        record(answer()),
    )
    assert bodies(found) == [
        "a.warc, record 1: it is longer than 8 MB, the most that is read",
        "a.warc, record 2: it is packed as br, which is not read",
        "a.warc, record 3: there is no text in it",
        STORY,
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "it is empty"),
        (b"Some notes.\n", "it is no WARC: record 1 does not begin with 'WARC/'"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\n", "record 1 does not say how long it is (Content-Length)"),
        (record(answer())[:-100], "record 1 breaks off"),
        (b"WARC/1.0\r\n" + b"x" * 9_000_000, "it is no WARC"),
    ],
)
def test_what_is_no_archive_is_told_in_a_line(tmp_path: Path, content: bytes, message: str) -> None:
    (told,) = bodies(read(tmp_path / "a.warc", content))
    assert message in told


def test_an_archive_is_read_by_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    read(tmp_path / "a.warc.gz", record(answer()), record(answer("<html></html>")))
    assert main(["extract", str(tmp_path / "a.warc.gz")]) == 1
    out, err = capsys.readouterr()
    assert "Police arrested a guard" in out
    assert err.startswith(f"timeline: {tmp_path}/a.warc.gz, record 2: ")
    assert expected([str(tmp_path)]) is None
    with pytest.raises(SystemExit):
        parse(["extract", "--url", ADDRESS, str(tmp_path / "a.warc.gz")])
