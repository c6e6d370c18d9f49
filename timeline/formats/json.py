"""JSON: one object with all events, as the lists of the API have them."""

from collections.abc import Iterable, Iterator

import orjson

from timeline.formats.format import About, Format, Shape


def write(events: Iterable[Shape], about: About) -> Iterator[bytes]:  # noqa: ARG001
    """{"events": […]}, an event at a time."""
    yield b'{"events":['
    for number, event in enumerate(events):
        yield (b"," if number else b"") + orjson.dumps(event)
    yield b"]}\n"


FORMAT = Format("json", "application/json", "JSON, a page at a time", write, is_paged=True)
