"""GeoJSON (RFC 7946): a feature an event, at its place; without geometry where the place is not known."""

from collections.abc import Iterable, Iterator

import orjson

from timeline.formats.csv import flat
from timeline.formats.format import About, Format, Shape, when_words

PROPERTIES = (
    "headline", "type", "mode", "edtf", "earliest", "latest", "likely", "precision", "basis", "actors", "place", "country",
    "status", "claimed_by", "salience", "reports", "disputed", "source", "url", "published", "quote",
)  # fmt: skip


def write(events: Iterable[Shape], about: About) -> Iterator[bytes]:
    """A FeatureCollection, a feature at a time."""
    yield b'{"type":"FeatureCollection","features":['
    for number, event in enumerate(events):
        yield (b"," if number else b"") + orjson.dumps(_feature(event, about))
    yield b"]}\n"


def _feature(event: Shape, about: About) -> Shape:
    row = flat(event)
    properties = {name: row[name] for name in PROPERTIES}
    properties |= {"when": when_words(event["when"]), "page": about.page(event)}
    return {"type": "Feature", "id": event["id"], "geometry": _point(event["place"]), "properties": properties}


def _point(place: Shape | None) -> Shape | None:
    """Longitude before latitude."""
    if place is None or place["latitude"] is None or place["longitude"] is None:
        return None
    return {"type": "Point", "coordinates": [place["longitude"], place["latitude"]]}


FORMAT = Format("geojson", "application/geo+json", "places for maps", write)
