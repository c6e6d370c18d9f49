"""Jobs: batches received line by line, held by one worker each, and given up when they end their workers."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.working import MODEL, drain, later, numbered, texts
from timeline import ingest, jobs
from timeline.errors import InputError, StoreError
from timeline.extract import extract
from timeline.store.database import Store
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

FRENCH = (
    "Le ministre a rencontré lundi son homologue à Berlin. Les entretiens ont duré trois heures, selon le porte-parole."
)


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

    real = extract

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
