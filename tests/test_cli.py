"""The command line as a person uses it: what it prints, and how it ends."""

import csv
import http.server
import io
import json
import resource
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from timeline.cli import main
from timeline.listing import table_lines
from timeline.model.filters import FIELDS
from timeline.serving import server_arguments

TEXT = """Harbour talks open in Oslo

OSLO, March 4 (Agency) – Norway and Iceland opened talks on fishing rights in Oslo on Monday.

Police in Bergen arrested three men on 2 March. The talks will go on until Friday, the ministry said.
"""
URL = "https://post.example/2024/03/04/talks"


@pytest.fixture
def text(tmp_path: Path) -> str:
    path = tmp_path / "talks.txt"
    path.write_text(TEXT)
    return str(path)


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", f"sqlite:///{tmp_path}/kept.db")
    assert main(["db", "upgrade"]) == 0
    capsys.readouterr()


def printed(capsys, *arguments: str, code: int = 0) -> str:
    assert main(arguments) == code
    out, err = capsys.readouterr()
    assert err == ""
    return out


def objects(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


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


# --- ingest, events, explain


def test_ingesting_again_changes_nothing(text: str, database: None, capsys) -> None:
    first = printed(capsys, "ingest", text, "--url", URL)
    before = printed(capsys, "events", "--format", "json")
    again = printed(capsys, "ingest", text, "--url", URL)
    assert first.startswith("1 text: 1 new, 0 known already; events: ")
    assert again == "1 text: 0 new, 1 known already; events: 0 created, 0 updated, 0 deleted\n"
    assert printed(capsys, "events", "--format", "json") == before


@pytest.fixture
def kept(text: str, database: None, capsys) -> None:
    printed(capsys, "ingest", text, "--url", URL, "--source", "The Post")


@pytest.mark.usefixtures("kept")
def test_events_are_filtered_as_in_the_api(capsys) -> None:
    every = objects(printed(capsys, "events", "--format", "ndjson"))
    march = objects(printed(capsys, "events", "--date", "2 March 2024", "--format", "ndjson"))
    assert 0 < len(march) < len(every)
    assert {event["when"]["edtf"] for event in march} == {"2024-03-02"}


@pytest.mark.usefixtures("kept")
def test_the_four_formats_tell_the_same_events(capsys) -> None:
    lines = objects(printed(capsys, "events", "--format", "ndjson"))
    whole = json.loads(printed(capsys, "events", "--format", "json"))
    table = printed(capsys, "events").splitlines()
    rows = list(csv.DictReader(io.StringIO(printed(capsys, "events", "--format", "csv"))))
    assert whole == {"events": lines}
    assert [row["id"] for row in rows] == [event["id"] for event in lines]
    assert [line.split()[-1] for line in table[1:]] == [event["id"] for event in lines]
    assert table[0].split() == ["WHEN", "WHAT", "STATUS", "ID"]
    assert rows[0]["source"] == "The Post"


def test_the_table_says_in_full_that_an_event_is_disputed() -> None:
    when = {"edtf": "2024-03-02", "precision": "day", "likely": None, "disputed": True}
    event = {"id": "0" * 26, "headline": "Police arrested three men " * 9, "status": "asserted", "when": when}
    line = list(table_lines([event], width=140))[1]
    assert "  asserted, disputed  " in line
    assert len(line) == 140


def test_no_text_gives_commands_to_the_terminal(tmp_path: Path, database: None, capsys, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    path = tmp_path / "red.txt"
    path.write_text("Police in Oslo arrested \033[31mRED\033[0m Rodrigo \u202eDiaz\u202c on Friday.")
    printed(capsys, "ingest", str(path), "--published", "2026-01-11")
    (event,) = objects(printed(capsys, "events", "--format", "ndjson"))
    assert "\033" in event["quote"]  # the text is kept as it is
    for shown in (printed(capsys, "events"), printed(capsys, "explain", event["id"])):
        assert "Police in Oslo arrested \ufffd[31mRED" in shown
        assert not set("\033\u202e\u202c") & set(shown)


@pytest.mark.usefixtures("kept")
def test_a_value_may_begin_with_a_dash(capsys) -> None:
    every = [event["headline"] for event in objects(printed(capsys, "events", "--format", "ndjson", "--sort", "date"))]
    assert [
        event["headline"] for event in objects(printed(capsys, "events", "--format", "ndjson", "--sort", "-date"))
    ] == every[::-1]
    lacking = objects(printed(capsys, "events", "--format", "ndjson", "--q", "-Bergen"))
    assert 0 < len(lacking) < len(every)
    assert printed(capsys, "events", "--to", "-0043") == "No event fits.\n"


@pytest.mark.usefixtures("kept")
def test_the_limit_and_the_order_are_kept(capsys) -> None:
    every = [event["id"] for event in objects(printed(capsys, "events", "--format", "ndjson"))]
    first = objects(printed(capsys, "events", "--format", "ndjson", "--limit", "1"))
    assert [event["id"] for event in first] == every[:1]


@pytest.mark.usefixtures("kept")
def test_pages_are_joined(capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    every = printed(capsys, "events", "--format", "ndjson")
    monkeypatch.setattr("timeline.ask.MOST", 1)
    assert printed(capsys, "events", "--format", "ndjson") == every


@pytest.mark.usefixtures("kept")
def test_no_event_is_said_so(capsys) -> None:
    assert printed(capsys, "events", "--actor", "Nobody at all") == "No event fits.\n"


def test_every_filter_is_an_option(capsys) -> None:
    with pytest.raises(SystemExit):
        main(["events", "--help"])
    shown = capsys.readouterr().out
    assert [field.name for field in FIELDS if f"--{field.name.replace('_', '-')}" not in shown] == []


@pytest.mark.usefixtures("kept")
def test_explain_tells_the_sentence_the_words_the_rule_and_the_reason(capsys) -> None:
    (event,) = objects(printed(capsys, "events", "--type", "coerce", "--format", "ndjson"))
    shown = printed(capsys, "explain", event["id"])
    for part in (
        event["headline"],
        "2 March 2024",
        "'2 March'",
        "by the rule",
        "Police in Bergen arrested",
        "arrested",
    ):
        assert part in shown


def test_a_text_that_nothing_names_is_called_by_its_file(tmp_path: Path, database: None, capsys) -> None:
    (tmp_path / "notes.txt").write_text("Police in Bergen arrested three men on 2 March 2024.")
    printed(capsys, "ingest", str(tmp_path / "notes.txt"))
    (event,) = objects(printed(capsys, "events", "--format", "ndjson"))
    assert "notes.txt (undated) gives the date" in printed(capsys, "explain", event["id"])


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


def wait_for(address: str) -> bytes:
    for _ in range(600):
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:
                return answer.read()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(f"nothing answers at {address}")


@pytest.mark.usefixtures("kept")
def test_serve_answers_and_stops(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    command = [sys.executable, "-m", "timeline", "serve", "--port", port, "--workers", "1"]
    with (tmp_path / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as running:
        try:
            found = json.loads(wait_for(f"http://127.0.0.1:{port}/v1/events"))
        finally:
            running.terminate()
    assert running.returncode == 0
    assert found["events"]


def test_a_limit_that_cannot_be_is_told_in_a_line_before_anything_is_served(
    database: None, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    monkeypatch.setenv("TIMELINE_RATE_LIMIT", "often")
    assert main(["serve"]) == 1
    assert capsys.readouterr().err == "timeline: TIMELINE_RATE_LIMIT: 'often' cannot be used (write it as 100/minute)\n"


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
