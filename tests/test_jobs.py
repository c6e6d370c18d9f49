"""Jobs: batches received line by line, read by workers, and what becomes of texts when a worker is killed."""

import datetime
import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.chronicle import made, serving
from timeline import ingest, jobs
from timeline.cli import main
from timeline.errors import InputError, StoreError
from timeline.settings import Settings
from timeline.store.database import Store, open_store
from timeline.store.jobs import (
    LEASE,
    MOST_ATTEMPTS,
    add_lines,
    claim,
    create_job,
    fail_item,
    get_job,
    put_back,
    release_job,
    renew,
    tidy,
)
from timeline.store.texts import find_documents

MODEL = Settings().spacy_model
FRENCH = (
    "Le ministre a rencontré lundi son homologue à Berlin. Les entretiens ont duré trois heures, selon le porte-parole."
)


def texts(count: int) -> list[dict[str, str]]:
    return [
        {
            "id": str(n), "url": f"http://a.example/{n}", "published": "2024-03-05",
            "text": f"Police arrested {n + 2} men in Bergen on 4 March 2024.",
        }
        for n in range(count)
    ]  # fmt: skip


def numbered(*lines: object) -> list[tuple[int, bytes]]:
    return [
        (n, line if isinstance(line, bytes) else json.dumps(line).encode()) for n, line in enumerate(lines, start=1)
    ]


def drain(store: Store) -> int:
    return jobs.work(store, model=MODEL, is_over=lambda: False, drain=True)


def later(store: Store, **passed: float) -> Store:
    """The same store at a later time."""
    shift = datetime.timedelta(**passed)
    return replace(store, now=lambda: datetime.datetime.now(datetime.UTC) + shift)


def test_a_batch_is_read_and_every_bad_line_told(store: Store) -> None:
    first, second = texts(2)
    job = jobs.receive(
        store, numbered(first, {"id": "x"}, b"{", second, b"caf\xe9", {"text": FRENCH}, first), by="feed"
    )
    assert (get_job(store, job)["state"], get_job(store, job)["total"]) == ("queued", 7)
    assert drain(store) == 6
    found = get_job(store, job)
    assert (found["state"], found["done"], found["failed"], found["progress"]) == ("done", 3, 4, 1.0)
    assert (found["counts"]["new"], found["counts"]["known"]) == (3, 1)
    assert [error["line"] for error in found["errors"]] == [2, 3, 5, 6]
    told = [error["detail"] for error in found["errors"]]
    assert "neither 'text' nor 'html'" in told[0]
    assert "no JSON" in told[1]
    assert "UTF-8" in told[2]
    assert told[3] == "the text is in French; only English is read"
    assert found["errors"][3]["document"] is not None
    assert len(find_documents(store).items) == 3


def test_an_empty_batch_leaves_no_job(store: Store) -> None:
    with pytest.raises(InputError, match="empty"):
        jobs.receive(store, [], by=None)
    assert store.database.execute_sql("SELECT COUNT(*) FROM job").fetchone() == (0,)


def test_a_batch_that_breaks_off_leaves_no_job(store: Store) -> None:
    def broken() -> Iterator[tuple[int, bytes]]:
        yield from numbered(*texts(300))
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        jobs.receive(store, broken(), by=None)
    assert store.database.execute_sql("SELECT COUNT(*) FROM job_item").fetchone() == (0,)


def test_a_text_is_held_by_one_worker_and_goes_to_the_next_when_that_one_is_silent(store: Store) -> None:
    jobs.receive(store, numbered(*texts(1)), by=None)
    item = claim(store, "one")
    assert item is not None
    assert claim(store, "two") is None
    renew(store, "one")
    assert claim(store, "two") is None
    again = claim(later(store, seconds=LEASE.total_seconds() + 1), "two")
    assert again is not None
    assert (again.line, again.worker) == (1, "two")


def test_what_a_silent_worker_says_later_counts_for_nothing(store: Store) -> None:
    job = jobs.receive(store, numbered(*texts(1)), by=None)
    item = claim(store, "one")
    claim(later(store, minutes=5), "two")
    assert item is not None
    fail_item(store, item, "too late")
    assert (get_job(store, job)["state"], get_job(store, job)["failed"]) == ("running", 0)


def test_a_text_that_ends_its_workers_is_given_up(store: Store) -> None:
    job = jobs.receive(store, numbered(*texts(1)), by=None)
    for attempt in range(MOST_ATTEMPTS):
        assert claim(later(store, minutes=attempt), str(attempt)) is not None
    assert claim(later(store, minutes=MOST_ATTEMPTS), "last") is None
    found = get_job(store, job)
    assert (found["state"], found["failed"]) == ("done", 1)
    assert "given up" in found["errors"][0]["detail"]


def test_a_text_put_back_is_no_attempt(store: Store) -> None:
    job = jobs.receive(store, numbered(*texts(1)), by=None)
    for _ in range(MOST_ATTEMPTS + 1):
        item = claim(store, "one")
        assert item is not None
        put_back(store, item)
    drain(store)
    assert get_job(store, job)["done"] == 1


def test_an_unforeseen_error_stops_no_worker(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:

    real = ingest.extract

    def fail_once(document: Any, **more: Any) -> Any:
        if "2 men" in document.body:
            raise RuntimeError("a fault")
        return real(document, **more)

    monkeypatch.setattr(ingest, "extract", fail_once)
    job = jobs.receive(store, numbered(*texts(2)), by=None)
    assert drain(store) == 2
    found = get_job(store, job)
    assert (found["done"], found["failed"], "logged" in found["errors"][0]["detail"]) == (1, 1, True)
    assert "a fault" in caplog.text


def test_a_worker_outlasts_a_database_that_is_away_and_says_so_once(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(jobs, "PAUSE", 0.01)
    jobs.receive(store, numbered(*texts(1)), by=None)
    looks = iter(range(100))
    away(store)
    assert jobs.work(store, model=MODEL, is_over=lambda: next(looks) >= 5) == 0
    assert caplog.text.count("cannot look for work") == 1
    with pytest.raises(StoreError):
        drain(store)  # and does not take it for 'nothing waits'
    store.database.execute_sql("ALTER TABLE gone RENAME TO job")
    assert drain(store) == 1


def away(store: Store) -> None:
    """As far as workers can tell."""
    store.database.execute_sql("ALTER TABLE job RENAME TO gone")


def test_old_jobs_are_forgotten_and_silent_batches_given_up(store: Store) -> None:
    job = jobs.receive(store, numbered(*texts(1)), by=None)
    serial, silent = create_job(store, "batch", by=None)
    add_lines(store, serial, [])
    drain(store)
    tidy(later(store, hours=2))
    assert (get_job(store, job)["state"], get_job(store, silent)["state"]) == ("done", "failed")
    tidy(later(store, days=40))
    assert store.database.execute_sql("SELECT COUNT(*) FROM job").fetchone() == (0,)
    release_job(store, serial)


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


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving(tmp_path / "timeline.db", is_filled=False, open_writes=True, max_batch=20_000) as served:
        yield served


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def post(client: FlaskClient, content: bytes, kind: str = "application/x-ndjson", **headers: str) -> TestResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post("/v1/documents/batch", data=content, content_type=kind, headers=named)


def ndjson(*objects: object) -> bytes:
    return b"".join(json.dumps(each).encode() + b"\n" for each in objects)


def test_a_batch_posted_is_a_job_that_workers_do(app: Flask, client: FlaskClient) -> None:
    answer = post(client, ndjson(*texts(2), {"id": "x"}))
    assert (answer.status_code, answer.json["state"], answer.json["total"]) == (202, "queued", 3)
    address = answer.headers["Location"]
    waiting = client.get(address)
    assert (waiting.json["progress"], waiting.headers["Retry-After"]) == (0, "1")
    drain(app.extensions["timeline.store"])
    done = client.get(address)
    assert (done.json["state"], done.json["done"], done.json["failed"]) == ("done", 2, 1)
    assert [error["line"] for error in done.json["errors"]] == [3]
    assert "Retry-After" not in done.headers
    assert client.get(f"{address}?after=3").json["errors"] == []
    assert len(client.get("/v1/documents").json["documents"]) == 2


def test_a_batch_may_be_zipped(client: FlaskClient) -> None:
    answer = post(client, gzip.compress(ndjson(*texts(2))), Content_Encoding="gzip")
    assert (answer.status_code, answer.json["total"]) == (202, 2)


BAD = [
    (b"", "application/x-ndjson", None, 422),
    (b"\n\n", "application/x-ndjson", None, 422),
    (ndjson(texts(1)[0]), "application/json", None, 415),
    (ndjson(texts(1)[0]), "text/csv", None, 415),
    (ndjson(texts(1)[0]), "application/x-ndjson", "br", 415),
    (b"no gzip", "application/x-ndjson", "gzip", 422),
    (gzip.compress(ndjson(*texts(9)), mtime=0)[:60], "application/x-ndjson", "gzip", 422),
    (b"x" * 20_001, "application/x-ndjson", None, 413),
    (gzip.compress(b"{}\n" * 7_000, mtime=0), "application/x-ndjson", "gzip", 413),
]


@pytest.mark.parametrize(("content", "kind", "coding", "status"), BAD, ids=range(len(BAD)))
def test_what_is_no_batch_is_refused_and_leaves_nothing(
    app: Flask, client: FlaskClient, content: bytes, kind: str, coding: str | None, status: int
) -> None:
    answer = post(client, content, kind, **({"Content_Encoding": coding} if coding else {}))
    assert (answer.status_code, answer.content_type) == (status, "application/problem+json"), answer.text
    database = app.extensions["timeline.store"].database
    assert database.execute_sql("SELECT COUNT(*) FROM job").fetchone() == (0,)


@pytest.mark.parametrize(
    ("content", "coding"),
    [(b"x" * 20_001, None), (gzip.compress(b"{}\n" * 7_000, mtime=0), "gzip")],
    ids=["plain", "gzip"],
)
def test_a_batch_that_is_too_long_is_told_how_long_it_may_be(
    client: FlaskClient, content: bytes, coding: str | None
) -> None:
    answer = post(client, content, "application/x-ndjson", **({"Content_Encoding": coding} if coding else {}))
    assert answer.json["detail"] == "At most 20,000 bytes are read at once, and this is more."


def test_one_text_can_be_read_later(app: Flask, client: FlaskClient) -> None:
    text = {name: value for name, value in texts(1)[0].items() if name != "id"}
    answer = client.post("/v1/documents", json=text, headers={"Prefer": "wait=5, Respond-Async"})
    assert (answer.status_code, answer.headers["Preference-Applied"]) == (202, "respond-async")
    assert client.get("/v1/documents").json["documents"] == []
    drain(app.extensions["timeline.store"])
    job = client.get(answer.headers["Location"]).json
    assert (job["state"], client.get(f"/v1/documents/{job['document']}").status_code) == ("done", 200)


def test_a_text_that_cannot_be_read_is_refused_at_once(client: FlaskClient) -> None:
    answer = client.post("/v1/documents", json={"text": ""}, headers={"Prefer": "respond-async"})
    assert answer.status_code == 422


def test_what_is_no_job_is_not_there(client: FlaskClient) -> None:
    assert client.get("/v1/jobs/none").status_code == 404
    assert client.get("/v1/jobs/01J00000000000000000000000").status_code == 404


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
