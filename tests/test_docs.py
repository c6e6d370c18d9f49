"""The examples of the documentation are typed: the tutorial as it stands, the other commands and calls as far as they can be."""

import os
import re
import shlex
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from flask import Flask

from tests.chronicle import serving
from timeline.usage import parse

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
INDENT, PROMPT, MORE = "    ", "$ ", "> "
TYPED = re.compile(r"^\s{4}(?:\$ )?(?:\./run\.sh )?timeline (.*)$", re.MULTILINE)
END = "=== typed {} ==="
PATIENCE = 240  # seconds


@dataclass
class Step:
    """A command with its further lines, and the lines that come back."""

    line: int
    typed: str
    told: list[str] = field(default_factory=list)


def steps(text: str) -> Iterator[Step]:
    step: Step | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith(INDENT):
            continue
        content = line.removeprefix(INDENT)
        if content.startswith(PROMPT):
            if step:
                yield step
            step = Step(number, content.removeprefix(PROMPT))
        elif step and content.startswith(MORE):
            step.typed += "\n" + content.removeprefix(MORE)
        elif step:
            step.told.append(content)
    if step:
        yield step


def pattern(told: list[str]) -> str:
    """A regular expression for lines in which … is anything, and a line of it any lines."""
    parts = [r"(?:.*\n)*?" if line.strip() == "…" else loose(line) + "\n" for line in told]
    return "".join(parts)


def loose(line: str) -> str:
    return ".*?".join(r"\s+".join(map(re.escape, re.split(r"\s+", part))) for part in line.split("…")) + r"[^\S\n]*"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answered(script: str, folder: Path) -> str:
    """What bash answers; whatever the script started ends with it, late or not."""
    with subprocess.Popen(
        ["bash"], cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "140"},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    ) as bash:  # fmt: skip
        try:
            return bash.communicate(script, timeout=PATIENCE)[0]
        finally:
            bash.terminate()  # not killed: its trap ends its jobs


def test_the_tutorial_can_be_typed_as_it_stands(tmp_path: Path) -> None:
    port = str(free_port())
    found = list(steps((ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8").replace("8000", port)))
    assert len(found) > 15
    (tmp_path / "run.sh").write_text(
        f'#!/usr/bin/env bash\nshift\nexec {shlex.quote(sys.executable)} -m timeline "$@"\n'
    )
    (tmp_path / "run.sh").chmod(0o755)
    script = ["set -m", "trap 'kill $(jobs -p) 2>/dev/null' EXIT"]
    for number, step in enumerate(found):
        script += [step.typed, f"echo; echo '{END.format(number)}'"]
    rest = answered("\n".join(script), tmp_path)
    for number, step in enumerate(found):
        said, _, rest = rest.partition(f"{END.format(number)}\n")
        wanted = pattern(step.told)
        assert re.search(wanted, said.lstrip("\n") + "\n"), f"tutorial.md:{step.line}: {step.typed}\n{said}"
        if not step.told and "> serve.log" not in step.typed:
            assert said.strip() == "", f"tutorial.md:{step.line}: {step.typed}\n{said}"


COMMANDS = [
    (f"{page.name}:{text.count(chr(10), 0, found.start()) + 1}", found[1])
    for page in PAGES
    for text in (page.read_text(encoding="utf-8"),)
    for found in TYPED.finditer(text)
]


@pytest.mark.parametrize(("place", "typed"), COMMANDS, ids=[place for place, _ in COMMANDS])
def test_every_command_in_the_documentation_is_one(place: str, typed: str) -> None:
    words = shlex.split(re.split(r"[|>&#]|\$\(|\)", typed)[0].replace("…", "x").replace("$EVENT", "x"), comments=True)
    parse(words)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_in_the_documentation_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


CALLS = [
    (f"{page.name}:{text.count(chr(10), 0, found.start()) + 1}", found[1] or "GET", found[2])
    for page in PAGES
    for text in (page.read_text(encoding="utf-8"),)
    for found in re.finditer(r"curl (?:[^\n]*?-X (\w+) )?[^\n]*?http://127\.0\.0\.1:8000(/[^\s'\"|;]*)", text)
]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with serving(tmp_path_factory.mktemp("docs") / "timeline.db") as served:
        yield served


@pytest.mark.parametrize(("place", "method", "path"), CALLS, ids=[f"{place} {path}" for place, _, path in CALLS])
def test_every_call_in_the_documentation_is_one(app: Flask, place: str, method: str, path: str) -> None:
    event = app.test_client().get("/v1/events").json["events"][0]["id"]
    asked = path.replace("$EVENT", event).replace("EVENT_ID", event)
    rule, _ = app.url_map.bind("localhost").match(asked.partition("?")[0], method)
    if method == "GET" and "…" not in asked and rule != "documents.read_document":
        assert app.test_client().get(asked, buffered=False).status_code < 400
