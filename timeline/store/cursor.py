"""Cursors: where a list goes on, with the question that it answers, as text that nobody needs to read.

They are not secret and not signed: everything in one is checked as if a stranger had written it.
"""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

import orjson

from timeline.errors import FilterError
from timeline.model.filters import DATES, MATCHES, MOST, SORTS, Filters, Window

LARGEST = 2**63 - 1

Key = tuple[int | float | str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """After which row of which list to go on: the question, its order, the page's size, the row's sort key."""

    filters: Filters
    sort: str
    limit: int
    key: Key


def write(place: Place) -> str:
    """The place as text for a URL."""
    content = {"filters": _held(asdict(place.filters)), "sort": place.sort, "limit": place.limit, "key": place.key}
    return seal(content)


def read(text: str) -> Place:
    """The place that was written; FilterError for anything else."""
    content = unseal(text)
    try:
        place = Place(_filters(content["filters"]), content["sort"], content["limit"], tuple(content["key"]))
    except (KeyError, TypeError, ValueError) as error:
        raise broken() from error
    if place.sort not in SORTS or type(place.limit) is not int or not 1 <= place.limit <= MOST:
        raise broken()
    return place


def _held(value: Any) -> Any:
    """The same with numbers that JSON can hold: days beyond them are as good as the furthest."""
    if isinstance(value, dict):
        return {name: _held(inner) for name, inner in value.items()}
    return max(-LARGEST, min(value, LARGEST)) if type(value) is int else value


def checked_key(key: Sequence[Any], kinds: Sequence[type]) -> Key:
    """The sort key, when it has these kinds of values; FilterError else."""
    if len(key) != len(kinds) or any(type(value) is not kind for value, kind in zip(key, kinds, strict=True)):
        raise broken()
    if any(isinstance(value, int) and abs(value) > LARGEST for value in key):
        raise broken()
    return tuple(key)


def seal(content: Any) -> str:
    """JSON in base 64 for URLs."""
    return base64.urlsafe_b64encode(orjson.dumps(content)).decode().rstrip("=")


def unseal(text: str) -> Any:
    """What was sealed; FilterError for anything else."""
    try:
        return orjson.loads(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError) as error:
        raise broken() from error


def broken() -> FilterError:
    """What to raise for a cursor that we did not write."""
    return FilterError("not a cursor of this service", place="cursor")


def _filters(content: dict[str, Any]) -> Filters:
    given = {field.name: _value(field.name, content[field.name]) for field in fields(Filters)}
    filters = Filters(**given)
    if filters.match not in MATCHES or filters.dates not in DATES:
        raise ValueError("unknown match")
    return filters


def _value(name: str, value: Any) -> Any:
    """One field of the filters, with its type checked; ValueError when it is of another."""
    if name == "window":
        return Window(_optional(value["start"], int), _optional(value["end"], int))
    if name == "understood":
        return {_typed(key, str): _typed(text, str) for key, text in value.items()}
    if name in ("yearless", "q", "updated_since"):
        return _optional(value, str)
    if name == "as_of":
        return _optional(value, int)
    if name in ("min_reports", "min_salience"):
        return _optional(value, int, float)
    if name in ("match", "dates"):
        return _typed(value, str)
    return tuple(_typed(text, str) for text in _typed(value, list))


def _optional(value: Any, *kinds: type) -> Any:
    return None if value is None else _typed(value, *kinds)


def _typed(value: Any, *kinds: type) -> Any:
    if type(value) not in kinds or (isinstance(value, int) and abs(value) > LARGEST):
        raise ValueError(f"{value!r} is not {kinds}")
    return value
