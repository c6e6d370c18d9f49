"""Pages while another process writes: complete and without repeats for all that does not change meanwhile."""

import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.making import document, statement
from timeline import ingest
from timeline.ask import walk
from timeline.model.filters import SORTS, Filters, Question
from timeline.store.database import Store
from timeline.store.queries import data_version, find_changes, find_events

ROOT = Path(__file__).parent.parent
KEPT = 120
WRITER = """
    import sys
    from tests.test_paging import add
    from timeline.store.database import open_store

    with open_store(sys.argv[1]) as store:
        print("ready", flush=True)
        number = 10_000
        while True:
            add(store, number)
            number += 1
"""


def add(store: Store, number: int) -> None:
    """One text that tells one event; its date and weight lie among those of all others."""
    scrambled = number * 7919
    day = f"{1900 + scrambled % 120}-{1 + scrambled % 12:02d}-{1 + scrambled % 28:02d}"
    told = statement(
        "talk",
        "consult",
        text=f"There was a talk number {number}.",
        date=day,
        salience=scrambled % 97 / 100,
        of=f"Actor {number}",
    )
    ingest.record(store, document(told.sentence, url=f"http://made.up/{number}"), [told])


@pytest.fixture(scope="module")
def busy_store(shared_store: Store) -> Iterator[Store]:
    """A store with events in it, to which another process adds without end."""
    for number in range(KEPT):
        add(shared_store, number)
    command = [sys.executable, "-c", textwrap.dedent(WRITER), shared_store.url]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        yield shared_store
        writer.terminate()


def read(store: Store, sort: str) -> list[dict[str, Any]]:
    """All events in an order, a few a page; between the pages the other process has written."""
    page = find_events(store, Filters(q="talk"), sort=sort, limit=20)
    found = list(page.events)
    while page.next and len(found) < 3 * KEPT:  # by 'updated' what is added comes last: it could go on for ever
        wait_for_writer(store)
        page = find_events(store, Filters(), cursor=page.next)
        found += page.events
    return found


def wait_for_writer(store: Store) -> None:
    before, until = data_version(store), time.monotonic() + 60
    while data_version(store) == before:
        assert time.monotonic() < until
        time.sleep(0.002)


@pytest.mark.parametrize("sort", SORTS)
def test_pages_are_whole_while_another_process_writes(busy_store: Store, sort: str) -> None:
    found = [event["id"] for event in read(busy_store, sort)]
    assert len(found) == len(set(found))
    first = {change["event"] for change in find_changes(busy_store, limit=KEPT)}
    assert first <= set(found)


def test_what_is_written_out_is_whole_too(busy_store: Store) -> None:
    before = {change["event"] for change in find_changes(busy_store, limit=100_000)}
    found = [event["id"] for event in walk(busy_store, Question())]
    assert len(found) == len(set(found))
    assert before <= set(found)


def test_changes_come_without_gaps(busy_store: Store) -> None:
    seen: list[int] = []
    for _ in range(30):
        seen += [change["sequence"] for change in find_changes(busy_store, since=seen[-1] if seen else 0, limit=40)]
    again = [change["sequence"] for change in find_changes(busy_store, limit=len(seen))]
    assert seen == again
