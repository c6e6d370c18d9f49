"""The joint for what is read later: batches received line by line, and the workers that read them."""

import logging
import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from uuid import uuid4

from timeline.errors import InputError, StoreError
from timeline.intake.files import decode
from timeline.intake.jsonlines import line_record
from timeline.intake.record import record_document
from timeline.settings import Settings
from timeline.store.database import Store, Writing
from timeline.store.jobs import (
    BATCH,
    LEASE,
    Item,
    Line,
    add_lines,
    claim,
    create_job,
    drop_job,
    fail_item,
    finish_item,
    put_back,
    release_job,
    renew,
    tidy,
)

PAUSE, LONGEST_PAUSE = 0.5, 16.0  # seconds between two looks for work; the longest while the database is away
TIDY_EVERY = 3600.0
MOST_LINES, MOST_SIGNS = 200, 1_000_000  # written at once while a batch comes in

logger = logging.getLogger(__name__)

Numbered = Iterable[tuple[int, bytes | InputError]]


def receive(store: Store, lines: Numbered, *, by: str | None) -> str:
    """Keep the lines of a batch for the workers, in constant memory; the job's id.

    A line that cannot be read at all is an error of the job. What `lines` raises is passed on, and then no job is left;
    InputError when there are none.
    """
    serial, identity = create_job(store, BATCH, by=by)
    try:
        count = 0
        for some in _portions(_line(number, line) for number, line in lines):
            add_lines(store, serial, some)
            count += len(some)
        if not count:
            raise InputError("it is empty")
    except BaseException:
        drop_job(store, serial)
        raise
    release_job(store, serial)
    return identity


def _line(number: int, line: bytes | InputError) -> Line:
    if isinstance(line, InputError):
        return Line(number, None, line.message)
    try:
        text = decode(line)
    except InputError as error:
        return Line(number, None, error.message)
    return Line(number, None, "it holds NUL bytes: it is no text") if "\0" in text else Line(number, text)


def _portions(lines: Iterator[Line]) -> Iterator[list[Line]]:
    some: list[Line] = []
    size = 0
    for line in lines:
        some.append(line)
        size += len(line.content or "")
        if len(some) >= MOST_LINES or size >= MOST_SIGNS:
            yield some
            some, size = [], 0
    if some:
        yield some


def work(store: Store, *, model: str, is_over: Callable[[], bool], drain: bool = False) -> int:
    """Read what waits, until told that it is over (or, with `drain`, until nothing waits); how many texts were done.

    While the database is away it looks again, at longer and longer intervals; with `drain` that is a StoreError.
    """
    worker, done, tidied, pause = uuid4().hex, 0, 0.0, PAUSE
    with _heartbeat(store, worker):
        while not is_over():
            try:
                tidied = _tidied(store, tidied)
                item = claim(store, worker)
            except StoreError as error:
                if drain:
                    raise
                pause = _waited(store, pause, error)
                continue
            pause = PAUSE
            if item is not None:
                _read(store, item, model)
                done += 1
            elif drain:
                break
            else:
                store.release()
                time.sleep(PAUSE)
    return done


def _tidied(store: Store, before: float) -> float:
    """When it was tidied last: just now, if that was long ago."""
    if time.monotonic() - before <= TIDY_EVERY:
        return before
    tidy(store)
    return time.monotonic()


def _waited(store: Store, pause: float, error: StoreError) -> float:
    """How long to wait the next time, after a pause of that many seconds. Only the first of a row is told."""
    if pause == PAUSE:
        logger.warning("cannot look for work, and tries again until it can: %s", error)
    store.release()
    time.sleep(pause)
    return min(2 * pause, LONGEST_PAUSE)


@contextmanager
def _heartbeat(store: Store, worker: str) -> Iterator[None]:
    """Meanwhile another thread says that the worker is alive."""
    ended = threading.Event()

    def beat() -> None:
        while not ended.wait(LEASE.total_seconds() / 3):
            try:
                renew(store, worker)
            except StoreError as error:
                logger.debug("cannot renew: %s", error)  # the worker itself tells of it
            store.release()

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _read(store: Store, item: Item, model: str) -> None:
    """Read one text; whatever is wrong with it stops no worker."""
    from timeline.ingest import Outcome, ingest  # loads the parser, which a worker that has nothing to do does not need

    def note(writing: Writing, outcome: Outcome) -> None:
        changes = {name: len(getattr(outcome, name)) for name in ("created", "updated", "deleted")}
        state = {"new" if outcome.is_new else "known": 1}
        finish_item(writing, item, outcome.document_id, state | changes, outcome.message)

    try:
        ingest(store, record_document(line_record(item.content)), model=model, then=note)
    except InputError as error:
        fail_item(store, item, error.message)
    except StoreError as error:
        logger.warning("line %d of job %d is put back: %s", item.line, item.job, error)
        time.sleep(PAUSE)
    except KeyboardInterrupt:
        put_back(store, item)
        raise
    except Exception:
        logger.exception("line %d of job %d", item.line, item.job)
        fail_item(store, item, "reading it went wrong; the error has been logged")


def work_alone(store: Store, *, settings: Settings, drain: bool, parent: int | None) -> None:
    """What a process does that does nothing else: work until it is stopped, or until the process that is its parent has ended.

    A text that is being read when it is stopped is put back.
    """
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if parent is not None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends first
    work(store, model=settings.spacy_model, drain=drain, is_over=lambda: parent not in (None, os.getppid()))
