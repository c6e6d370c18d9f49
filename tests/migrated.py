"""SQLite databases that are migrated, and empty or filled: made once in each process, then copied."""

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from timeline.store.database import Store, open_store
from timeline.store.migrate import upgrade

Filler = Callable[[Store], object]


def made(path: Path, fill: Filler | None = None) -> str:
    """The URL of a migrated SQLite database there, empty or with what `fill` writes."""
    path.write_bytes(_contents(fill))
    return f"sqlite:///{path}"


@cache
def _contents(fill: Filler | None) -> bytes:
    with tempfile.TemporaryDirectory(prefix="timeline-migrated-") as folder:
        path = Path(folder) / "migrated.db"
        if fill is None:
            with open_store(f"sqlite:///{path}", must_be_current=False) as store:
                upgrade(store)
        else:
            with open_store(made(path)) as store:
                fill(store)
        return path.read_bytes()
