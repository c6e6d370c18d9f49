"""The joint for many: Documents read by several processes, and kept by this one in the order in which they came.

So what is kept is the same as with one process, and a run that was stopped goes on where it ended when it is repeated.
"""

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from timeline.errors import TimelineError
from timeline.extract import extract
from timeline.ingest import Outcome, ingest, record
from timeline.model.document import Document
from timeline.model.statement import Statement
from timeline.rulebook import rulebook
from timeline.store.database import Store
from timeline.store.records import find_document

AHEAD = 4  # texts read ahead for each process

Reading = Future[tuple[Statement, ...]] | None


def ingest_all(store: Store, documents: Iterable[Document], *, model: str, jobs: int = 1) -> Iterator[Outcome]:
    """What `ingest` did with each; with `jobs` processes to read them. TimelineError when one of these is ended."""
    if jobs == 1:
        yield from (ingest(store, document, model=model) for document in documents)
        return
    context = multiprocessing.get_context("spawn")  # a fork would take this process's database along
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_leave_stopping)
    try:
        waiting: deque[tuple[Document, Reading]] = deque()
        for document in documents:
            is_known = find_document(store, document) is not None
            waiting.append((document, None if is_known else pool.submit(extract, document, model=model)))
            if len(waiting) > AHEAD * jobs:
                yield _kept(store, *waiting.popleft(), model=model)
        while waiting:
            yield _kept(store, *waiting.popleft(), model=model)
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_stopping() -> None:
    """Ctrl-C is for the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _kept(store: Store, document: Document, reading: Reading, *, model: str) -> Outcome:
    if reading is None:
        return ingest(store, document, model=model)
    try:
        statements = reading.result()
    except BrokenProcessPool as error:
        raise TimelineError(
            f"{document.label}: a process that reads was ended; what was read before is kept, run it again"
        ) from error
    return record(store, document, statements, rules=rulebook(model))
