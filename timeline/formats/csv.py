"""CSV (RFC 4180): a head and a line an event, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from timeline.formats.format import About, Format, Shape

COLUMNS = (
    "id", "headline", "type", "mode", "edtf", "earliest", "latest", "likely", "precision", "basis", "actors", "place",
    "country", "latitude", "longitude", "status", "claimed_by", "salience", "reports", "disputed", "source", "url",
    "published", "quote", "created", "updated",
)  # fmt: skip
OURS = {"id", "edtf", "earliest", "latest", "likely", "latitude", "longitude", "salience", "reports", "published"}
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # what makes a spreadsheet reckon (OWASP)


def write(events: Iterable[Shape], about: About) -> Iterator[bytes]:  # noqa: ARG001
    """The columns' names, then the events; lists are joined by '; '."""
    yield _line(COLUMNS)
    for event in events:
        row = flat(event)
        yield _line(_cell(column, row[column]) for column in COLUMNS)


def flat(event: Shape) -> Shape:
    """An event as one value a column; None where there is none."""
    place, source = event["place"] or {}, event["source"]
    return {
        **event,
        **event["when"],
        "actors": "; ".join(f"{actor['name']} ({actor['role']})" for actor in event["actors"]),
        "place": place.get("name"),
        "country": place.get("country"),
        "latitude": place.get("latitude"),
        "longitude": place.get("longitude"),
        "claimed_by": "; ".join(event["claimed_by"]),
        "source": source["name"],
        "url": source["url"],
        "published": source["published"],
    }


def _cell(column: str, value: object) -> str:
    """Texts of others get a ' before what a spreadsheet would take for a formula; our numbers and dates may be negative."""
    text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return f"'{text}" if column not in OURS and text.startswith(FORMULA) else text


def _line(cells: Iterable[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue().encode()


FORMAT = Format("csv", "text/csv", "a line an event, for spreadsheets", write)
