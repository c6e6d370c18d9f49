"""Whether anything is half-written when `ingest` or `reread --all` is killed in the middle (SIGKILL), and what they cost.

    python -m benchmarks.killing [FILE …] [--kills 6] [--postgresql] [--made N]

The texts (by default all stories of `tests/corpus/stories` and `seeds/`; with --made so many made-up dispatches) are kept by
`timeline ingest`, killed right after its start, amid the first texts, then again and again after a random time, and started
anew each time; then read again by `timeline reread --all`, killed likewise. After each kill the database is checked:
Statements without gaps, each in an Event, every Event and edition with its Statements and words, rows that point nowhere.
In the end it must serve what one that nobody killed serves.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.merging import dispatches, written
from benchmarks.orders import ROOT, databases, served, stories
from timeline.intake.read import documents
from timeline.store.database import open_store

PATIENCE = 7200
# What must be nought in a whole database, by what it would mean.
FAULTS = {
    "documents with gaps in their statements": "SELECT count(*) FROM (SELECT document FROM statement GROUP BY document"
    " HAVING min(number) <> 0 OR max(number) <> count(*) - 1) AS wrong",
    "statements in no event": "SELECT count(*) FROM statement WHERE event IS NULL",
    "events without a statement": "SELECT count(*) FROM event WHERE edition_of IS NULL"
    " AND serial NOT IN (SELECT event FROM statement)",
    "statements in an edition": "SELECT count(*) FROM statement JOIN event ON event.serial = statement.event"
    " WHERE edition_of IS NOT NULL",
    "editions without a statement": "SELECT count(*) FROM event WHERE edition_of IS NOT NULL"
    " AND serial NOT IN (SELECT edition FROM edition_statement)",
    "editions of nothing": "SELECT count(*) FROM event WHERE edition_of IS NOT NULL"
    " AND edition_of NOT IN (SELECT serial FROM event WHERE edition_of IS NULL)",
    "documents whose bonds are not worked out": "SELECT count(*) FROM document WHERE bound IS NULL",
    "numbers beyond the sequence": "SELECT count(*) FROM statement"
    " WHERE serial > (SELECT value FROM state WHERE name = 'sequence')",
    "ids that stand twice": "SELECT count(*) FROM (SELECT id FROM event WHERE edition_of IS NULL GROUP BY id"
    " HAVING count(*) > 1) AS wrong",
}
SQLITE_FAULTS = {
    "events without words to be found by": "SELECT abs((SELECT count(*) FROM event) - (SELECT count(*) FROM event_search))",
    "rows that point nowhere": "SELECT count(*) FROM pragma_foreign_key_check",
    "broken pages": "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", help="files of documents")
    parser.add_argument("--kills", type=int, default=6)
    parser.add_argument("--postgresql", action="store_true", help="on a PostgreSQL of its own")
    parser.add_argument("--made", type=int, default=0, metavar="N", help="so many made-up dispatches instead of files")
    options = parser.parse_args()
    with databases(is_postgresql=options.postgresql) as made, tempfile.TemporaryDirectory() as folder:
        files = [dispatched(Path(folder), options.made)] if options.made else options.files
        files = files or [*map(str, stories()), str(ROOT / "seeds" / "dispatches.jsonl")]
        whole, killed = made("whole"), made("killed")
        wholly(whole, ["ingest", *files])
        length = wholly(whole, ["reread", "--all"])
        faults = [
            *interrupted(killed, ["ingest", *files], options.kills, length),
            *interrupted(killed, ["reread", "--all"], options.kills, length),
        ]
        differing = compared(whole, killed, files)
    print(f"{len(faults)} faults; {differing} events differ in the end")
    sys.exit(1 if faults or differing else 0)


def dispatched(folder: Path, count: int) -> str:
    """A file of made-up dispatches."""
    path = folder / "made.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number, dispatch in enumerate(dispatches(count, 27)):
            text, _ = written(number, dispatch)
            published = text.published.isoformat() if text.published else None
            file.write(json.dumps({"text": text.body, "url": text.url, "published": published}) + "\n")
    return str(path)


def started(url: str, arguments: Sequence[str]) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, "TIMELINE_DATABASE_URL": url}
    return subprocess.Popen(
        [sys.executable, "-m", "timeline", *arguments],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def wholly(url: str, arguments: Sequence[str]) -> float:
    """Runs a command to its end and says what it took; its seconds by the clock."""
    start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    running = started(url, arguments)
    told, _ = running.communicate(timeout=PATIENCE)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    length = time.monotonic() - start
    print(
        f"{arguments[0]}: {length:.0f} s, {used.ru_utime - before:.0f} of processor; at most {used.ru_maxrss // 1024} MB"
    )
    print(f"  {told.decode().strip()}", flush=True)
    return length


def interrupted(url: str, arguments: Sequence[str], kills: int, length: float) -> list[str]:
    """Kills a command at once, amid the first texts and so many times more, then lets it end; what was wrong after any of it."""
    chance, faults = random.Random(kills), list[str]()
    for number in range(kills + 2):
        running = started(url, arguments)
        if number == 1:
            await_more(url, running)
        try:
            running.wait(chance.uniform(0.15, 0.9) * length if number > 1 else chance.uniform(0.05, 0.5))
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
        faults += checked(url, f"{arguments[0]} killed")
    wholly(url, arguments)
    return faults + checked(url, f"{arguments[0]} done")


def await_more(url: str, running: "subprocess.Popen[bytes]") -> None:
    """Waits until a command has written something, or is done."""
    with open_store(url) as store:
        sequence = "SELECT value FROM state WHERE name = 'sequence'"
        before = store.database.execute_sql(sequence).fetchone()[0]
        while running.poll() is None and store.database.execute_sql(sequence).fetchone()[0] == before:
            time.sleep(0.01)


def checked(url: str, when: str) -> list[str]:
    """What is wrong with a database, one line each."""
    with open_store(url) as store:
        wanted = FAULTS if store.is_postgresql else FAULTS | SQLITE_FAULTS
        counts = {name: store.database.execute_sql(query).fetchone()[0] for name, query in wanted.items()}
        kept = store.database.execute_sql("SELECT count(*) FROM document").fetchone()[0]
    faults = [f"{when}: {count} {name}" for name, count in counts.items() if count]
    print(f"{when}: {kept} documents kept", *faults, sep="\n  ", flush=True)
    return faults


def compared(whole: str, killed: str, files: Sequence[str]) -> int:
    """How many events the two serve differently, now and as of each day of publication."""
    days = {text.published for text in documents(files) if text.published}
    with open_store(whole) as one, open_store(killed) as other:
        asked = [None, *(day.toordinal() for day in sorted(days))]
        return sum(len(set(served(one, day)) ^ set(served(other, day))) for day in asked)


if __name__ == "__main__":
    main()
