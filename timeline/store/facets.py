"""Facets: the most frequent values among the events that fit, and how many events have each."""

import time
from collections import Counter
from collections.abc import Sequence
from typing import Any

from peewee import SQL

from timeline.errors import SlowError
from timeline.model.filters import Filters
from timeline.model.shapes import Shape
from timeline.store.budget import within
from timeline.store.conditions import condition
from timeline.store.database import Store, rows
from timeline.store.dimensions import DIMENSIONS, called

SECONDS = 1.0  # for all facets of one question
MOST_VALUES = 20


def find_facets(store: Store, filters: Filters, names: Sequence[str]) -> dict[str, Shape]:
    """For each name its 'values', most frequent first, whether there are 'more', and how it was had: 'state'.

    The state is 'exact', or 'timed_out' (without values) for those that the time for all of them did not reach.
    """
    until = time.monotonic() + SECONDS
    return {name: _facet(store, filters, name, until - time.monotonic()) for name in dict.fromkeys(names)}


def _facet(store: Store, filters: Filters, name: str, seconds: float) -> Shape:
    try:
        values = _values(store, filters, name, seconds) if seconds > 0 else None
    except SlowError:
        values = None
    if values is None:
        return {"state": "timed_out", "values": [], "more": True}
    return {"state": "exact", "values": values[:MOST_VALUES], "more": len(values) > MOST_VALUES}


def _values(store: Store, filters: Filters, name: str, seconds: float) -> list[Shape]:
    dimension, counted = DIMENSIONS[name], Counter[str]()
    with within(store, seconds) as database:
        queries = [query.where(condition(store, filters)) for query in dimension.counted(as_of=filters.as_of)]
        if len(queries) == 1:  # else a value may be frequent in neither and yet in both together
            queries = [queries[0].order_by(SQL("2").desc(), SQL("1")).limit(MOST_VALUES + 1)]
        for query in queries:
            counted.update(dict(rows(query, database)))
        ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[: MOST_VALUES + 1]
        names: dict[Any, str] = called(database, dimension, [value for value, _ in ranked])
    return [{"value": names[value], "events": number} for value, number in ranked]
