"""Working: texts for jobs, and workers that do them."""

import datetime
import json
from dataclasses import replace

from timeline import jobs
from timeline.settings import Settings
from timeline.store.database import Store

MODEL = Settings().spacy_model


def texts(count: int) -> list[dict[str, str]]:
    return [
        {
            "id": str(n), "url": f"http://a.example/{n}", "published": "2024-03-05",
            "text": f"Police arrested {n + 2} men in Bergen on 4 March 2024.",
        }
        for n in range(count)
    ]  # fmt: skip


def numbered(*lines: object) -> list[tuple[int, bytes]]:
    return [
        (n, line if isinstance(line, bytes) else json.dumps(line).encode()) for n, line in enumerate(lines, start=1)
    ]


def drain(store: Store) -> int:
    return jobs.work(store, model=MODEL, is_over=lambda: False, drain=True)


def later(store: Store, **passed: float) -> Store:
    """The same store at a later time."""
    shift = datetime.timedelta(**passed)
    return replace(store, now=lambda: datetime.datetime.now(datetime.UTC) + shift)


def ndjson(*objects: object) -> bytes:
    return b"".join(json.dumps(each).encode() + b"\n" for each in objects)
