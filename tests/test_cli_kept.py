"""The command line over a database: texts kept, events listed and explained, served."""

import csv
import io
import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import URL, objects, printed, wait_for, written
from timeline.cli import main
from timeline.listing import table_lines
from timeline.model.filters import FIELDS


@pytest.fixture
def text(tmp_path: Path) -> str:
    return written(tmp_path)


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", f"sqlite:///{tmp_path}/kept.db")
    assert main(["db", "upgrade"]) == 0
    capsys.readouterr()


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


# --- serve, and the program itself


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
