"""Bad input: one clear line on stderr that names the place, exit 1, and everything else is still done."""

import gzip
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.cli import main
from timeline.lexicon import rows

GOOD = "The old harbour wall fell on Monday in a storm from the north."
FRENCH = next(row["example"] for row in rows("languages", "all") if row["code"] == "fr")


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", f"sqlite:///{tmp_path}/kept.db")
    assert main(["db", "upgrade"]) == 0


def write(folder: Path, name: str, content: bytes | str) -> str:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


BAD_FILES = [
    ("empty.txt", b"", "it is empty"),
    ("blank.txt", b" \n\t\n", "it is empty"),
    ("mark.txt", b"\xff\xfe", "it is empty"),
    ("long.txt", b"word " * 2_100_000, "it is longer than 8 MB"),
    ("book.txt", b"word " * 300_000, "the text has 1,500,000 characters, and 1,000,000 is the most"),
    ("latin.txt", "Le mur du café est tombé.".encode("latin-1"), "it is not UTF-8 (byte 0xe9 in line 1)"),
    ("report.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "it is a PDF, not text"),
    ("letter.txt", b"PK\x03\x04rest", "it is a ZIP archive or an office document"),
    ("binary.txt", b"word\0word", "it holds NUL bytes"),
    ("french.txt", FRENCH.encode(), "the text is in French; only English is read"),
    ("page.html", b"<html><body></body></html>", "there is no text in it"),
    ("broken.jsonl.gz", gzip.compress(b'{"text": "A."}' * 999, mtime=0)[:40], "it cannot be read"),
    ("false.txt.gz", b"no gzip at all", "it cannot be read: Not a gzipped file"),
    ("table.csv", b"a,b", "unknown ending; known are .txt,"),
    ("sitemap.xml", b"<urlset></urlset>", "the XML is no feed"),
    ("nothing.jsonl", b"\n\n", "it is empty"),
    ("report.jsonl", b"%PDF-1.7\n\n\n", "it is a PDF, not text"),
]


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("command", ["tag", "extract", "ingest"])
@pytest.mark.parametrize(("name", "content", "message"), BAD_FILES, ids=[name for name, _, _ in BAD_FILES])
def test_a_bad_file_is_told_in_one_line_and_the_next_is_read(
    command: str, name: str, content: bytes, message: str, tmp_path: Path, capsys
) -> None:
    bad, good = write(tmp_path, name, content), write(tmp_path, "good.txt", GOOD)
    capsys.readouterr()
    assert main([command, bad, good]) == 1
    out, err = capsys.readouterr()
    assert err.count("\n") == 1
    assert err.startswith(f"timeline: {bad}: ")
    assert message in err
    assert "good.txt" in out or "new, 0 known already" in out


BAD_LINES = [
    ("{", "the line is no JSON: Expecting property name enclosed in double quotes, at character 2"),
    ("[1]", "the line is no JSON object but list"),
    ('{"id": "x"}', "the object has neither 'text' nor 'html'"),
    ('{"text": "A.", "published": "2025-02-30"}', "'published': no such date: '2025-02-30'"),
    ('{"text": "A\\u0000."}', "NUL character"),
    (json.dumps({"text": FRENCH, "id": "le mur"}), "the text is in French"),
    (json.dumps({"text": "word " * 2_100_000}), "the line is longer than 8 MB"),
    ("[" * 100_000, "the line is no JSON"),
    (b'{"text": "caf\xe9"}', "it is not UTF-8"),
]


@pytest.mark.parametrize(("bad", "message"), BAD_LINES, ids=[message[:30] for _, message in BAD_LINES])
def test_a_bad_line_is_told_with_its_number_and_the_rest_is_read(
    bad: str | bytes, message: str, tmp_path: Path, capsys
) -> None:
    good = json.dumps({"id": "good", "text": GOOD}).encode()
    bad = bad.encode() if isinstance(bad, str) else bad
    path = write(tmp_path, "texts.jsonl", good + b"\n" + bad + b"\n\n" + good.replace(b"good", b"fine") + b"\n")
    assert main(["tag", path]) == 1
    out, err = capsys.readouterr()
    assert err.count("\n") == 1
    assert err.startswith((f"timeline: {path}:2: ", "timeline: le mur: "))
    assert message in err
    assert [json.loads(line)["document"] for line in out.splitlines()] == ["good", "fine"]


def test_a_missing_file_and_an_empty_folder_are_told(tmp_path: Path, capsys) -> None:
    (tmp_path / "folder").mkdir()
    assert main(["tag", str(tmp_path / "missing.txt"), str(tmp_path / "folder")]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == f"timeline: {tmp_path}/missing.txt: there is no such file"
    assert lines[1].startswith(f"timeline: {tmp_path}/folder: no file in it has a known ending")


def test_a_file_that_may_not_be_opened_is_told(tmp_path: Path, capsys) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert main(["tag", str(tmp_path / "loop.txt")]) == 1
    assert "loop.txt: it cannot be opened: Too many levels of symbolic links" in capsys.readouterr().err


def test_an_address_where_nothing_answers_is_told(capsys) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}/a"
        assert main(["tag", address]) == 1
    assert capsys.readouterr().err.startswith(f"timeline: {address}: it cannot be fetched: ")


@pytest.mark.usefixtures("database")
def test_a_text_in_another_language_is_kept_without_events(tmp_path: Path, capsys) -> None:
    path = write(tmp_path, "french.txt", FRENCH)
    capsys.readouterr()
    assert main(["ingest", path]) == 1
    assert (
        capsys.readouterr().out
        == "1 text: 1 new, 0 known already; events: 0 created, 0 updated, 0 deleted; 1 could not be read\n"
    )


@pytest.mark.parametrize(
    "url", ["mysql://localhost/x", "nonsense", "sqlite:////no/such/folder/x.db", "postgresql://127.0.0.1:1/x"]
)
def test_a_database_that_cannot_be_used_is_told_in_one_line(url: str, monkeypatch, capsys) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", url)
    assert main(["events"]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith("timeline: ")


def test_a_database_without_tables_says_what_to_do(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", f"sqlite:///{tmp_path}/new.db")
    assert main(["ingest", write(tmp_path, "good.txt", GOOD)]) == 1
    assert "timeline db upgrade" in capsys.readouterr().err


@pytest.mark.usefixtures("database")
def test_an_unknown_event_is_told(capsys) -> None:
    assert main(["explain", "01ARZ3NDEKTSV4RRFFQ69G5FAV"]) == 1
    assert "01ARZ3NDEKTSV4RRFFQ69G5FAV" in capsys.readouterr().err


@pytest.mark.usefixtures("database")
def test_a_port_in_use_is_told(capsys) -> None:
    capsys.readouterr()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 1
    expected = f"timeline: port {port} on 127.0.0.1: another program uses it already; give another with --port\n"
    assert capsys.readouterr().err == expected


BAD_USAGE = [
    ["nonsense"],
    [],
    ["tag", "--published", "soon", "x.txt"],
    ["tag", "--url", "https://x.example/a", "x.txt", "y.txt"],
    ["tag", "--url", "https://x.example/a", "x.jsonl"],
    ["tag", "--url", "nonsense", "x.txt"],
    ["tag", "--url", "http://[half", "x.txt"],
    ["events", "--limit", "0"],
    ["events", "--format", "xml"],
    ["events", "--colour", "red"],
    ["db", "destroy"],
    ["serve", "--port", "70000"],
]


@pytest.mark.parametrize("arguments", BAD_USAGE, ids=" ".join)
def test_bad_usage_ends_with_two(arguments: list[str], capsys) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert "usage: timeline" in capsys.readouterr().err


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(("option", "value"), [("--from", "nonsense"), ("--status", "true"), ("--country", "Pakistan")])
def test_a_filter_that_cannot_be_read_is_bad_usage(option: str, value: str, capsys) -> None:
    capsys.readouterr()
    assert main(["events", option, value]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"timeline: {option[2:]}: ")


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    path = write(tmp_path, "texts.jsonl", (json.dumps({"text": GOOD}) + "\n") * 5_000)
    with subprocess.Popen(
        [sys.executable, "-m", "timeline", "tag", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141
