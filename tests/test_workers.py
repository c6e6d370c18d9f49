"""Workers are processes: what becomes of texts when one is killed, and of workers when their server ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.chronicle import made
from tests.working import drain, later, ndjson, numbered, texts
from timeline import jobs
from timeline.cli import main
from timeline.store.database import Store, open_store
from timeline.store.jobs import (
    get_job,
)
from timeline.store.texts import find_documents


def test_a_killed_worker_loses_nothing_and_doubles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = made(tmp_path / "timeline.db")
    monkeypatch.setenv("TIMELINE_DATABASE_URL", url)
    with open_store(url) as store:
        for kept in range(40, 240, 40):  # where all was done before the kill, another batch is begun
            job = jobs.receive(store, numbered(*texts(kept)[-40:]), by=None)
            kill_amid(store, job)
            done = get_job(store, job)["done"]
            drain(later(store, minutes=1))
            found = get_job(store, job)
            assert (found["state"], found["done"], found["failed"]) == ("done", 40, 0)
            assert found["counts"]["new"] == 40
            assert len(find_documents(store, limit=300).items) == kept
            if done < 40:
                break
        assert 3 <= done < 40


def kill_amid(store: Store, job: str) -> None:
    """A worker of its own, killed as soon as three texts are done, however long that takes."""
    worker = subprocess.Popen([sys.executable, "-m", "timeline", "work"], cwd=Path(__file__).parent.parent)
    try:
        while get_job(store, job)["done"] < 3 and worker.poll() is None:
            time.sleep(0.01)
    finally:
        worker.kill()
        worker.wait()


def test_a_worker_ends_with_its_server(tmp_path: Path) -> None:
    url = made(tmp_path / "timeline.db")
    work = "[sys.executable, '-m', 'timeline', 'work', '--parent', str(os.getpid())]"
    code = f"import os, subprocess, sys; print(subprocess.Popen({work}).pid)"
    environment = {**os.environ, "TIMELINE_DATABASE_URL": url}
    root = Path(__file__).parent.parent
    parent = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=root, env=environment, timeout=60
    )
    pid = int(parent.stdout)
    awaited(lambda: not Path(f"/proc/{pid}").exists())


@pytest.mark.skipif(not Path("/proc").exists(), reason="processes are looked up in /proc")
def test_a_killed_worker_beside_a_server_is_started_again_and_ends_with_it(tmp_path: Path) -> None:
    environment = {**os.environ, "TIMELINE_DATABASE_URL": made(tmp_path / "timeline.db")}
    start = "subprocess.Popen([sys.executable, '-m', 'timeline', 'work', '--beside', str(os.getpid())])"
    code = f"import os, subprocess, sys, time; print({start}.pid, flush=True); time.sleep(100)"
    root = Path(__file__).parent.parent
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=root, env=environment) as server:
        keeper = int(server.stdout.readline())  # type: ignore[union-attr]
        try:
            first = awaited(lambda: children(keeper))
            os.kill(first[0], signal.SIGKILL)
            second = awaited(lambda: [each for each in children(keeper) if each not in first])
        finally:
            server.kill()
    awaited(lambda: not any(Path(f"/proc/{pid}").exists() for pid in (keeper, *second)))


def children(pid: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def awaited(tell: Callable[[], Any]) -> Any:
    until = time.monotonic() + 180  # for machines that are busy
    while not (found := tell()) and time.monotonic() < until:
        time.sleep(0.1)
    assert found
    return found


def test_ingest_with_many_processes_keeps_what_one_keeps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_bytes(ndjson(*texts(6), {"id": "x"}))
    kept = []
    for count in ("1", "2"):
        monkeypatch.setenv("TIMELINE_DATABASE_URL", url := made(tmp_path / f"{count}.db"))
        assert main(["ingest", str(path), "--jobs", count]) == 1
        assert "6 texts: 6 new" in capsys.readouterr().out
        with open_store(url) as store:
            kept.append([(one["external_id"], one["statements"]) for one in find_documents(store).items])
    assert kept[0] == kept[1]
    assert main(["ingest", str(path), "--jobs", "2"]) == 1
    assert "0 new, 6 known already; events: 0 created, 0 updated, 0 deleted" in capsys.readouterr().out
