"""NDJSON: an event a line."""

from collections.abc import Iterable, Iterator

import orjson

from timeline.formats.format import About, Format, Shape


def write(events: Iterable[Shape], about: About) -> Iterator[bytes]:  # noqa: ARG001
    """One JSON object a line."""
    for event in events:
        yield orjson.dumps(event, option=orjson.OPT_APPEND_NEWLINE)


FORMAT = Format("ndjson", "application/x-ndjson", "an event a line", write, others=("application/ndjson",))
