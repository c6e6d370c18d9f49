"""Whether texts give one chronology in whatever order they come: now, and as of every day of publication.

    python -m benchmarks.orders [FILE …] [--orders 20] [--postgresql] [--seed N]

Each file (by default every story of `tests/corpus/stories`, and `seeds/`) is read once, and kept in so many random orders,
each in a fresh database, SQLite or a private PostgreSQL. All that lists serve is compared, but for ids and moments of
writing, with the same of the texts in the order of publication. What differs is printed; exit 1 then.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests import services
from timeline.extract import extract
from timeline.ingest import record
from timeline.intake.read import documents
from timeline.model.document import Document
from timeline.model.filters import Filters
from timeline.model.statement import Statement
from timeline.store import migrate
from timeline.store.database import Store, open_store
from timeline.store.queries import find_events

ROOT = Path(__file__).parent.parent
STORIES = ROOT / "tests" / "corpus" / "stories"
UNTOLD = ("id", "created", "updated")

Text = tuple[Document, tuple[Statement, ...]]
Chronology = dict[str, list[str]]
Made = Callable[[str], str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", help="files of documents")
    parser.add_argument("--orders", type=int, default=20)
    parser.add_argument("--postgresql", action="store_true", help="on a PostgreSQL of its own")
    parser.add_argument("--seed", type=int, default=2026)
    options = parser.parse_args()
    files = options.files or [*map(str, stories()), str(ROOT / "seeds" / "dispatches.jsonl")]
    with databases(is_postgresql=options.postgresql) as made:
        differing = [checked(file, options.orders, random.Random(options.seed), made) for file in files]
    print(f"{len(files)} files, {options.orders} orders each: {sum(differing)} differ")
    sys.exit(1 if any(differing) else 0)


def stories() -> list[Path]:
    return sorted(path for path in STORIES.glob("*.jsonl") if not path.name.endswith(".gold.jsonl"))


@contextmanager
def databases(*, is_postgresql: bool) -> Iterator[Made]:
    """Gives the URL of a fresh, migrated database for each name."""
    with tempfile.TemporaryDirectory() as folder:
        if not is_postgresql:
            first = f"{folder}/template.db"
            _migrated(f"sqlite:///{first}")
            yield lambda name: f"sqlite:///{shutil.copy(first, f'{folder}/{name}.db')}"
            return
        programs = services.programs()
        if programs is None:
            sys.exit("there is no PostgreSQL on this machine")
        with services.postgresql(programs) as url:
            services.execute(f"{url}/postgres", "CREATE DATABASE template_of_all")
            _migrated(f"{url}/template_of_all")
            yield lambda name: _created(url, name)


def _migrated(url: str) -> None:
    with open_store(url, must_be_current=False) as store:
        migrate.upgrade(store)


def _created(url: str, name: str) -> str:
    services.execute(f"{url}/postgres", f"CREATE DATABASE {name} TEMPLATE template_of_all")
    return f"{url}/{name}"


def checked(file: str, orders: int, chance: random.Random, made: Made) -> int:
    """How many of so many random orders give another chronology than the order of publication does."""
    start = time.process_time()
    texts = [(one, extract(one)) for one in documents([file])]
    texts.sort(key=lambda text: text[0].published.toordinal() if text[0].published else 0)
    name = Path(file).stem
    wanted = chronology(made(f"{name}_told"), texts)
    differing = 0
    for number in range(orders):
        found = chronology(made(f"{name}_{number}"), chance.sample(texts, len(texts)))
        differing += found != wanted
        _show(name, number, wanted, found)
    events, days = len(wanted["now"]), len(wanted) - 1
    seconds = time.process_time() - start
    print(
        f"{name:12} {len(texts):3} texts {events:4} events {days:3} days: {differing} differ, {seconds:.0f} s",
        flush=True,
    )
    return differing


def chronology(url: str, texts: Sequence[Text]) -> Chronology:
    """What lists serve of these texts, kept in this order: now, and as of each day of publication."""
    with open_store(url) as store:
        for text, statements in texts:
            record(store, text, statements)
        days = sorted({text.published for text, _ in texts if text.published})
        asked: dict[str, int | None] = {"now": None} | {day.isoformat(): day.toordinal() for day in days}
        return {name: served(store, day) for name, day in asked.items()}


def served(store: Store, day: int | None) -> list[str]:
    """Each event as text, in an order that ids do not decide."""
    page = find_events(store, Filters(as_of=day), limit=500)
    events = page.events
    while page.next is not None:
        page = find_events(store, Filters(), cursor=page.next)
        events += page.events
    return sorted(map(_plain, events))


def _plain(event: dict[str, Any]) -> str:
    actors = [sorted((name, value) for name, value in actor.items() if name != "id") for actor in event["actors"]]
    return repr({name: value for name, value in event.items() if name not in UNTOLD} | {"actors": actors})


def _show(name: str, number: int, wanted: Chronology, found: Chronology) -> None:
    for day, events in wanted.items():
        for event in set(events) ^ set(found[day]):
            side = "missing" if event in events else "instead"
            print(f"{name} order {number}, {day}, {side}: {event[:400]}")


if __name__ == "__main__":
    main()
