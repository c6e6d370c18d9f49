"""Empty, migrated SQLite databases: the migrations run once in each process, what they made is copied."""

import tempfile
from functools import cache
from pathlib import Path

from timeline.store.database import open_store
from timeline.store.migrate import upgrade


def made(path: Path) -> str:
    """The URL of a migrated SQLite database there, empty."""
    path.write_bytes(_contents())
    return f"sqlite:///{path}"


@cache
def _contents() -> bytes:
    with tempfile.TemporaryDirectory(prefix="timeline-migrated-") as folder:
        path = Path(folder) / "migrated.db"
        with open_store(f"sqlite:///{path}", must_be_current=False) as store:
            upgrade(store)
        return path.read_bytes()
