"""Formats: events (the dictionaries that the store gives) as something else, piece by piece, each in a module of its own.

FORMATS is the one table of them, for the API's suffixes and media types, for exports and for the command line. Nothing
here keeps more than a few events at a time, but a feed, which is a page.
"""

from timeline.formats import atom, csv, geojson, ics, json, jsonld, ndjson, parquet, timelinejs
from timeline.formats.format import About, Format

FORMATS = {
    one.name: one
    for one in (
        json.FORMAT, ndjson.FORMAT, csv.FORMAT, ics.FORMAT, atom.FORMAT, geojson.FORMAT, jsonld.FORMAT,
        timelinejs.FORMAT, parquet.FORMAT,
    )
}  # fmt: skip

__all__ = ["FORMATS", "About", "Format"]
