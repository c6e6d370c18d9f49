"""The commands: they call, print and say how it went. 0 all done, 1 something could not be done, 2 bad usage.

What a command needs is imported when it runs, so that `timeline --help` is quick.
"""

import argparse
import datetime
import gc
import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from timeline.errors import FilterError, InputError, MergedError, TimelineError
from timeline.model.filters import FIELDS
from timeline.tally import Tally
from timeline.usage import TABLE, parse

if TYPE_CHECKING:
    from timeline.intake.arrival import Arrival
    from timeline.store.database import Store

Thing = TypeVar("Thing")

# When Python looks for what only points to itself. Reading makes much that lives as long as its text: looked through seldom,
# texts are parsed and read some 8 % faster, with a few megabytes more.
RARELY = (50_000, 20, 50)
DONE, FAILED, MISUSED, STOPPED, CUT_OFF = 0, 1, 2, 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; its exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    given = parse(arguments)
    gc.set_threshold(*RARELY)
    try:
        return RUN[given.command](given)
    except FilterError as error:
        return _fail(error, MISUSED)
    except TimelineError as error:
        return _fail(error, FAILED)
    except KeyboardInterrupt:
        return _fail("stopped", STOPPED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that closing it does not fail again
        return CUT_OFF


def _fail(error: object, code: int) -> int:
    _tell(error)
    return code


def _tag(given: argparse.Namespace) -> int:
    from timeline.model.shapes import expression_shape
    from timeline.parser.times.times import as_timex, tag

    tally = Tally()
    for arrival in _readable(given, tally):
        _print_lines(expression_shape(arrival.label, found) for found in as_timex(tag(arrival.document)))
    return FAILED if tally.failures else DONE


def _extract(given: argparse.Namespace) -> int:
    from timeline.extract import extract
    from timeline.model.shapes import statement_shape
    from timeline.settings import load

    tally, model = Tally(), load().spacy_model
    for arrival in _readable(given, tally):
        _print_lines(statement_shape(arrival.label, found) for found in extract(arrival.document, model=model))
    return FAILED if tally.failures else DONE


def _ingest(given: argparse.Namespace) -> int:
    from timeline.bulk import ingest_all
    from timeline.settings import load

    tally, model = Tally(), load().spacy_model
    documents = (arrival.kept for arrival in _progress(given.paths, _readable(given, tally, is_kept=True)))
    with _store() as store:
        for outcome in ingest_all(store, documents, model=model, jobs=given.jobs):
            tally.count(outcome)
    print(tally.summary())
    return FAILED if tally.failures else DONE


def _reread(given: argparse.Namespace) -> int:
    from timeline.reread import Rereading
    from timeline.settings import load

    since = given.since.toordinal() if given.since else None
    with _store() as store:
        again = Rereading(store, since=since, everything=given.all, model=load().spacy_model)
        for serial in _bar(again.documents, total=len(again.documents)):
            again.read_again(serial)
    print(again.summary())
    return DONE


def _readable(given: argparse.Namespace, tally: Tally, *, is_kept: bool = False) -> "Iterator[Arrival]":
    """The texts that can be read; of others a line each on stderr. Those in other languages only if they are kept."""
    from timeline.extract import unread
    from timeline.intake.arrival import Given
    from timeline.intake.read import arrivals

    said = Given(given.published, given.url, getattr(given, "source", None))
    for arrival in arrivals(given.paths, said, stdin=sys.stdin.buffer):
        if isinstance(arrival, InputError):
            tally.fail()
            _tell(arrival)
        elif arrival.document.is_readable:
            yield arrival
        else:
            tally.fail()
            _tell(f"{arrival.label}: {unread(arrival.document)}")
            yield from (arrival,) if is_kept else ()


def _progress(paths: Sequence[str], arrivals: "Iterator[Arrival]") -> "Iterable[Arrival]":
    """A progress bar around them, on a terminal only."""
    from timeline.intake.read import expected

    return _bar(arrivals, total=expected(paths) if sys.stderr.isatty() else None)


def _bar(things: Iterable[Thing], *, total: int | None) -> Iterable[Thing]:
    if not sys.stderr.isatty():
        return things
    from tqdm import tqdm

    bar: Iterable[Thing] = tqdm(things, total=total, unit=" texts", file=sys.stderr, dynamic_ncols=True)
    return bar


def _print_lines(shapes: Iterable[Any]) -> None:
    """One object a line; flushed text by text, so that a reader down the pipe waits for none."""
    from orjson import dumps

    for shape in shapes:
        print(dumps(shape).decode())
    sys.stdout.flush()


def _events(given: argparse.Namespace) -> int:
    with _store() as store:
        if given.format == TABLE:
            _print_table(_asked(store, given, None))
        else:
            _write(store, given)
    return DONE


def _write(store: "Store", given: argparse.Namespace) -> None:
    """The events asked for in a format, to the file that was named or to standard output."""
    from timeline.formats import FORMATS, About

    form = FORMATS[given.format]
    parts = form.write(_asked(store, given, form.sort), About())
    if given.output is None:
        sys.stdout.buffer.writelines(parts)
        sys.stdout.flush()
        return
    first = next(parts, b"")  # so that a question that cannot be answered leaves the file as it was
    try:
        with Path(given.output).open("wb") as file:
            file.writelines(chain((first,), parts))
    except OSError as error:
        raise InputError(str(error.strerror), place=given.output) from error


def _asked(store: "Store", given: argparse.Namespace, sort: str | None) -> Iterator[dict[str, Any]]:
    """The events asked for, page by page; in that order where none is asked for."""
    from timeline.ask import question, walk

    names = (*(field.name for field in FIELDS), "sort")
    asked = {name: _as_list(getattr(given, name)) for name in names if getattr(given, name) is not None}
    if sort:
        asked.setdefault("sort", [sort])
    return walk(store, question(asked, today=datetime.date.today()), most=given.limit)


def _as_list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _print_table(events: Iterable[dict[str, Any]]) -> None:
    from timeline.listing import table_lines

    shown = False
    for line in table_lines(events, width=shutil.get_terminal_size((140, 40)).columns):
        print(line)
        shown = True
    if not shown:
        print("No event fits.")


def _explain(given: argparse.Namespace) -> int:
    from timeline.ask import understand
    from timeline.explain import explained
    from timeline.listing import explanation

    asked = {"as_of": [given.as_of]} if given.as_of else {}
    as_of = understand(asked, today=datetime.date.today()).as_of
    with _store() as store:
        try:
            event = explained(store, given.event, as_of=as_of)
        except MergedError as merged:
            _tell(f"{given.event} was merged into {merged.into}")
            event = explained(store, merged.into)
    for line in explanation(event):
        print(line)
    return DONE


def _database(given: argparse.Namespace) -> int:
    from timeline.upkeep import act

    with _store(must_be_current=False) as store:
        is_fine, lines = act(store, given.action)
    for line in lines:
        print(line)
    return DONE if is_fine else FAILED


def _keys(given: argparse.Namespace) -> int:
    from timeline.keyring import act

    with _store() as store:
        note, lines = act(store, given.action, vars(given))
    if note:
        _tell(note)
    for line in lines or ["there are no keys"]:
        print(line)
    return DONE


def _work(given: argparse.Namespace) -> int:
    from timeline.jobs import work_alone
    from timeline.serving import supervise
    from timeline.settings import load

    with _store() as store:
        if given.processes == 1 and given.beside is None:
            work_alone(store, settings=load(), drain=given.drain, parent=given.parent)
            return DONE
    return supervise(given.processes, drain=given.drain, beside=given.beside)


def _serve(given: argparse.Namespace) -> int:
    from timeline.api.limits import limiter_of
    from timeline.serving import serve
    from timeline.settings import load

    limiter_of(load())
    with _store():
        pass  # so that settings and a database that cannot be used are told now, and once
    serve(given.host, given.port, given.workers, readers=given.readers)
    return DONE


def _store(*, must_be_current: bool = True) -> "Store":
    from timeline.settings import load
    from timeline.store.database import open_store

    settings = load()
    return open_store(settings.database_url, quote_chars=settings.quote_chars, must_be_current=must_be_current)


def _tell(message: object) -> None:
    """One line on stderr, whatever line breaks a message of others brings along."""
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)  # over a progress bar that may stand there
    from timeline.listing import plain

    line = plain(" ".join(part.strip() for part in str(message).splitlines()))
    print(f"timeline: {line}", file=sys.stderr, flush=True)


RUN = {
    "tag": _tag,
    "extract": _extract,
    "ingest": _ingest,
    "reread": _reread,
    "events": _events,
    "export": _events,
    "explain": _explain,
    "db": _database,
    "keys": _keys, "work": _work,
    "serve": _serve,
}  # fmt: skip
