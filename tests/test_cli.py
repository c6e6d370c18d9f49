"""The command line as a person uses it: what it tells of texts and of the database's tables, and its help."""

import http.server
import io
import json
import resource
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.terminal import TEXT, URL, objects, printed, wait_for, written
from timeline.serving import server_arguments


@pytest.fixture
def text(tmp_path: Path) -> str:
    return written(tmp_path)


# --- tag and extract


def test_tag_prints_an_object_for_each_time_expression(text: str, capsys) -> None:
    found = objects(printed(capsys, "tag", text, "--url", URL))
    assert {line["document"] for line in found} == {text}
    assert all(TEXT[line["start"] : line["end"]] == line["text"] for line in found)
    wanted = {"document", "start", "end", "text", "type", "value", "edtf", "earliest", "latest", "rule"}
    assert all(wanted <= set(line) for line in found)
    assert {"text": "2 March", "edtf": "2024-03-02"}.items() <= next(x for x in found if x["text"] == "2 March").items()


def test_without_a_date_of_publication_nothing_gets_a_year(text: str, capsys) -> None:
    found = {line["text"]: line for line in objects(printed(capsys, "tag", text))}
    assert (found["2 March"]["edtf"], found["2 March"]["earliest"]) == ("XXXX-03-02", None)


def test_published_dates_the_text(text: str, capsys) -> None:
    found = objects(printed(capsys, "tag", text, "--published", "5 March 2023"))
    assert next(line for line in found if line["text"] == "2 March")["edtf"] == "2023-03-02"


def test_extract_prints_an_object_for_each_statement(text: str, capsys) -> None:
    found = objects(printed(capsys, "extract", text, "--url", URL))
    arrest = next(line for line in found if line["trigger"]["text"] == "arrested")
    assert arrest["when"]["edtf"] == "2024-03-02"
    assert TEXT[arrest["start"] : arrest["end"]] == arrest["sentence"]
    assert [line["start"] for line in found] == sorted(line["start"] for line in found)
    wanted = {"headline", "type", "mode", "actors", "place", "quantities", "status", "claimed_by", "links", "salience"}
    assert all(wanted <= set(line) for line in found)


def test_extract_touches_no_database(text: str, capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", "nonsense")
    assert printed(capsys, "extract", text)


def test_a_document_goes_by_its_id(tmp_path: Path, capsys) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text(json.dumps({"id": "x7", "text": TEXT}) + "\n" + json.dumps({"text": TEXT}))
    found = objects(printed(capsys, "tag", str(path)))
    assert {line["document"] for line in found} == {"x7", f"{path}:2"}


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert objects(printed(capsys, "tag", "-"))


def test_an_address_of_the_web_is_read(tmp_path: Path, text: str, capsys) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    server = [sys.executable, "-m", "http.server", port, "--bind", "127.0.0.1", "--directory", str(tmp_path)]
    with subprocess.Popen(server, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        try:
            wait_for(f"http://127.0.0.1:{port}/")
            found = objects(printed(capsys, "tag", f"http://127.0.0.1:{port}/talks.txt"))
        finally:
            running.terminate()
    assert {line["document"] for line in found} == {f"http://127.0.0.1:{port}/talks.txt"}


def test_the_charset_that_a_server_names_is_that_of_its_page(capsys) -> None:
    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = "<!doctype html><meta charset=utf-8><p>Police in Nîmes arrested three men on 2 March.</p>"
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=ISO-8859-1")
            self.end_headers()
            self.wfile.write(content.encode("latin-1"))

        def log_message(self, *_: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Page) as server:
        threading.Thread(target=server.handle_request, daemon=True).start()
        (found,) = objects(printed(capsys, "extract", f"http://127.0.0.1:{server.server_port}/"))
    assert found["sentence"] == "Police in Nîmes arrested three men on 2 March."


# --- db


def test_the_database_goes_up_and_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", f"sqlite:///{tmp_path}/kept.db")
    assert "0001_first  not applied" in printed(capsys, "db", "status")
    assert "applied 0001_first" in printed(capsys, "db", "upgrade")
    assert printed(capsys, "db", "upgrade") == "nothing to apply: the database is current\n"
    assert "0001_first  applied 2" in printed(capsys, "db", "status")
    assert printed(capsys, "db", "check") == "the database is as the tables say\n"
    while "reverted" in (said := printed(capsys, "db", "downgrade")):
        assert said.startswith("reverted ")
    assert said == "nothing to revert\n"


# --- serve, and the program itself


def test_an_address_with_colons_is_put_in_brackets() -> None:
    assert "[::1]:8000" in server_arguments("::1", 8000, 2)


def test_help_names_every_command_and_is_quick() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    shown = subprocess.run([sys.executable, "-m", "timeline", "--help"], capture_output=True, text=True, check=True)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    assert spent < 0.6  # of the processor, however busy it is: 0.1 s; with spaCy loaded it would be 1
    for command in ("tag", "extract", "ingest", "events", "explain", "db", "serve"):
        assert f"\n    {command} " in shown.stdout


def test_help_loads_none_of_the_heavy_libraries() -> None:
    code = "import sys, timeline.cli; print(*({'spacy', 'flask', 'peewee', 'trafilatura', 'dateparser'} & set(sys.modules)))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout == "\n"


def test_reading_a_text_loads_neither_the_store_nor_what_pages_need(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Rebels attacked a post on 3 March 2024.", encoding="utf-8")
    code = (
        "import sys; from timeline.cli import main; main(['extract', sys.argv[1]]); "
        "print(*({'peewee', 'trafilatura', 'dateparser'} & set(sys.modules)), file=sys.stderr)"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "one.txt")], capture_output=True, text=True, check=True
    )
    assert '"attack' in shown.stdout
    assert shown.stderr == "\n"
