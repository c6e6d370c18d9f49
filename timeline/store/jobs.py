"""Jobs: texts that wait to be read, handed out to workers one by one, and what came of them.

A worker holds a text for a while and says so again and again; when it dies, the text goes to the next. What a text
gives and that it is done are written in one transaction, so nothing is lost and nothing done twice.
"""

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ulid import ULID

from timeline.errors import NotFoundError
from timeline.model.shapes import Shape
from timeline.store.codec import text_of, value_of
from timeline.store.database import Store, Writing, is_id, moment, rows
from timeline.store.ledger import Job, JobItem

DOCUMENT, BATCH = "document", "batch"
RECEIVING, QUEUED, RUNNING, DONE, FAILED = "receiving", "queued", "running", "done", "failed"
STATES = (RECEIVING, QUEUED, RUNNING, DONE, FAILED)
WAITING, HELD, BAD = "waiting", "held", "failed"  # of a text
LEASE = datetime.timedelta(seconds=30)
MOST_ATTEMPTS = 3  # a text that ends its worker so often is given up
SILENT = datetime.timedelta(hours=1)  # a batch that nothing comes of any more
KEPT = datetime.timedelta(days=30)  # finished jobs
MOST_ERRORS = 500  # told at once


@dataclass(frozen=True, slots=True)
class Item:
    """A text of a job, held by a worker: its line (from 1), and the JSON object that it is."""

    job: int
    line: int
    content: str
    worker: str


@dataclass(frozen=True, slots=True)
class Line:
    """A text to be kept for a job: the JSON object, or why there is none."""

    number: int
    content: str | None
    error: str | None = None


def create_job(store: Store, kind: str, *, by: str | None, content: str | None = None) -> tuple[int, str]:
    """A new job, its number and id: with one text ready to be read, or (without content) ready for many lines."""
    with store.writing() as writing:
        serial, identity = writing.number(), str(ULID())
        state, total = (QUEUED, 1) if content is not None else (RECEIVING, 0)
        Job.insert(
            serial=serial, id=identity, kind=kind, state=state, by=by, total=total, done=0, failed=0, counts="{}",
            created=writing.at, updated=writing.at,
        ).execute(writing.database)  # fmt: skip
        if content is not None:
            _insert(writing, serial, [Line(1, content)])
    return serial, identity


def add_lines(store: Store, job: int, lines: Sequence[Line]) -> None:
    """More lines for a job that receives."""
    with store.writing() as writing:
        _insert(writing, job, lines)
        bad = sum(line.error is not None for line in lines)
        query = Job.update(total=Job.total + len(lines), failed=Job.failed + bad, updated=writing.at)
        query.where(Job.serial == job).execute(writing.database)


def _insert(writing: Writing, job: int, lines: Sequence[Line]) -> None:
    values = [
        (job, line.number, line.content, BAD if line.error else WAITING, None, None, 0, None, line.error)
        for line in lines
    ]
    if values:
        JobItem.insert_many(values, fields=JobItem._meta.sorted_fields).execute(writing.database)


def release_job(store: Store, job: int) -> None:
    """Let workers begin: all has been received."""
    with store.writing() as writing:
        Job.update(state=QUEUED, updated=writing.at).where(Job.serial == job).execute(writing.database)
        _close(writing, job)


def drop_job(store: Store, job: int) -> None:
    """Forget a job that could not be received."""
    with store.writing() as writing:
        Job.delete().where(Job.serial == job).execute(writing.database)


def claim(store: Store, worker: str) -> Item | None:
    """The next text to read, held for this worker; None when there is none now."""
    if not _has_work(store):
        return None
    with store.writing() as writing:
        while (found := _next(writing)) is not None:
            job, line, content, attempts = found
            if attempts < MOST_ATTEMPTS:
                _hold(writing, job, line, worker)
                return Item(job, line, content, worker)
            _fail(writing, job, line, f"given up: its worker ended {attempts} times while reading it")
    return None


def _has_work(store: Store) -> bool:
    with store.reading() as database:
        return _first(database, moment(store.now())) is not None


def _next(writing: Writing) -> Any:
    return _first(writing.database, writing.at)


def _first(database: Any, now: str) -> Any:
    """What a silent worker held, else what waits; each by the index of states, however long the queue."""
    columns = (JobItem.job, JobItem.line, JobItem.content, JobItem.attempts)
    free = ((JobItem.state == HELD) & (JobItem.held_until < now), JobItem.state == WAITING)
    for is_free in free:
        query = JobItem.select(*columns).join(Job).where(is_free & Job.state.in_((QUEUED, RUNNING)))
        if found := rows(query.order_by(JobItem.state, JobItem.job, JobItem.line).limit(1), database):
            return found[0]
    return None


def _hold(writing: Writing, job: int, line: int, worker: str) -> None:
    until = moment(writing.store.now() + LEASE)
    query = JobItem.update(state=HELD, held_by=worker, held_until=until, attempts=JobItem.attempts + 1)
    query.where((JobItem.job == job) & (JobItem.line == line)).execute(writing.database)
    started = Job.update(state=RUNNING, updated=writing.at).where((Job.serial == job) & (Job.state == QUEUED))
    started.execute(writing.database)


def renew(store: Store, worker: str) -> None:
    """The worker is alive: what it holds stays its own."""
    with store.reading() as database:
        query = JobItem.update(held_until=moment(store.now() + LEASE)).where(JobItem.held_by == worker)
        query.execute(database)


def put_back(store: Store, item: Item) -> None:
    """Give a text back unread, such as when the worker is told to end; that counts as no attempt."""
    with store.writing() as writing:
        query = JobItem.update(state=WAITING, held_by=None, held_until=None, attempts=JobItem.attempts - 1)
        query.where(_is_held(item)).execute(writing.database)


def finish_item(writing: Writing, item: Item, document: str, counts: Mapping[str, int], message: str | None) -> None:
    """The text was read: note what came of it. With a message it is kept, and told as failed, like what has another language.

    Nothing happens when another worker has it by now.
    """
    if not rows(JobItem.select(JobItem.line).where(_is_held(item)), writing.database):
        return
    job = Job.serial == item.job
    ((kept,),) = rows(Job.select(Job.counts).where(job), writing.database)
    total = Counter(value_of(kept)) + Counter(counts)
    Job.update(counts=text_of(dict(total)), updated=writing.at).where(job).execute(writing.database)
    if message is not None:
        _fail(writing, item.job, item.line, message, document)
        return
    Job.update(done=Job.done + 1).where(job).execute(writing.database)
    JobItem.update(state=DONE, content=None, held_by=None, document=document).where(_is_held(item)).execute(
        writing.database
    )
    _close(writing, item.job)


def fail_item(store: Store, item: Item, message: str) -> None:
    """The text cannot be read, and why."""
    with store.writing() as writing:
        if rows(JobItem.select(JobItem.line).where(_is_held(item)), writing.database):
            _fail(writing, item.job, item.line, message)


def _is_held(item: Item) -> Any:
    return (JobItem.job == item.job) & (JobItem.line == item.line) & (JobItem.held_by == item.worker)


def _fail(writing: Writing, job: int, line: int, message: str, document: str | None = None) -> None:
    query = JobItem.update(state=BAD, content=None, held_by=None, error=message, document=document)
    query.where((JobItem.job == job) & (JobItem.line == line)).execute(writing.database)
    Job.update(failed=Job.failed + 1, updated=writing.at).where(Job.serial == job).execute(writing.database)
    _close(writing, job)


def _close(writing: Writing, job: int) -> None:
    """Done, when all texts are."""
    is_over = (Job.serial == job) & (Job.done + Job.failed >= Job.total) & Job.state.in_((QUEUED, RUNNING))
    Job.update(state=DONE, finished=writing.at, updated=writing.at).where(is_over).execute(writing.database)


def tidy(store: Store) -> None:
    """Give up batches whose sender went away, and forget jobs that ended long ago."""
    now = store.now()
    with store.writing() as writing:
        silent = (Job.state == RECEIVING) & (Job.updated < moment(now - SILENT))
        Job.update(state=FAILED, error="the batch broke off", finished=writing.at).where(silent).execute(
            writing.database
        )
        Job.delete().where(Job.finished < moment(now - KEPT)).execute(writing.database)


def get_job(store: Store, identity: str, *, after: int = 0) -> Shape:
    """A job with its errors behind a line, at most so many; `more` is the line to go on behind. NotFoundError for no such id."""
    with store.reading() as database:
        found = list(Job.select().where(Job.id == identity).dicts().execute(database)) if is_id(identity) else []
        if not found:
            raise NotFoundError(f"no job has the id {identity}")
        row = found[0]
        items = JobItem.select(JobItem.line, JobItem.error, JobItem.document).where(JobItem.job == row["serial"])
        query = items.where((JobItem.state == BAD) & (JobItem.line > after)).order_by(JobItem.line)
        errors = rows(query.limit(MOST_ERRORS + 1), database)
        single = rows(items, database) if row["kind"] == DOCUMENT else []
    return _shape(row, errors, single[0][2] if single else None)


def _shape(row: Mapping[str, Any], errors: Sequence[Any], document: str | None) -> Shape:
    counts, told = value_of(row["counts"]), errors[:MOST_ERRORS]
    over = row["done"] + row["failed"]
    return {
        "id": row["id"],
        "kind": row["kind"],
        "state": row["state"],
        "total": row["total"],
        "done": row["done"],
        "failed": row["failed"],
        "progress": round(over / row["total"], 4) if row["total"] else float(row["state"] == DONE),
        "counts": {name: counts.get(name, 0) for name in ("new", "known", "created", "updated", "deleted")},
        "document": document,
        "error": row["error"],
        "errors": [{"line": line, "detail": error, "document": kept} for line, error, kept in told],
        "more": told[-1][0] if len(errors) > MOST_ERRORS else None,
        "created": row["created"],
        "updated": row["updated"],
        "finished": row["finished"],
    }
