"""Parquet: columns for analysts, a row group for every so many events. The only importer of pyarrow, which is an extra."""

import io
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from timeline.errors import FormatError
from timeline.formats.csv import COLUMNS, flat
from timeline.formats.format import About, Format, Shape

GROUP = 5_000  # events in a row group
MISSING = "Parquet needs pyarrow, which is not installed here: pip install 'event-timeline-service[parquet]'"
NUMBERS = {
    "latitude": "float64",
    "longitude": "float64",
    "salience": "float64",
    "reports": "int32",
    "disputed": "bool_",
}


class Passage(io.RawIOBase):
    """A file that only goes forward: what is written can be taken out again, once."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._place = 0

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, content: Any) -> int:
        """Keep it until it is taken."""
        part = bytes(content)
        self._parts.append(part)
        self._place += len(part)
        return len(part)

    def tell(self) -> int:
        """How much was written in all."""
        return self._place

    def take(self) -> bytes:
        """What was written since the last time."""
        taken = b"".join(self._parts)
        self._parts.clear()
        return taken


def write(events: Iterable[Shape], about: About) -> Iterator[bytes]:  # noqa: ARG001
    """A file, a row group at a time. FormatError where pyarrow is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise FormatError(MISSING) from error
    schema, passage, left = _schema(pyarrow), Passage(), iter(events)
    with pyarrow.parquet.ParquetWriter(passage, schema, compression="zstd") as writer:
        while rows := [_row(event) for event in islice(left, GROUP)]:
            writer.write_table(pyarrow.Table.from_pylist(rows, schema=schema))
            yield passage.take()
    yield passage.take()


def _schema(pyarrow: Any) -> Any:
    """Dates are texts: the columns' own kind of date knows no open ends, and few readers know years before 1."""
    actor = pyarrow.struct([(name, pyarrow.string()) for name in ("id", "name", "kind", "country", "role")])
    lists = {"actors": pyarrow.list_(actor), "claimed_by": pyarrow.list_(pyarrow.string())}
    kinds = {name: getattr(pyarrow, kind)() for name, kind in NUMBERS.items()} | lists
    return pyarrow.schema([(column, kinds.get(column, pyarrow.string())) for column in COLUMNS])


def _row(event: Shape) -> Shape:
    return {**flat(event), "actors": event["actors"], "claimed_by": event["claimed_by"]}


FORMAT = Format("parquet", "application/vnd.apache.parquet", "columns for analysts; needs pyarrow on the server", write)
