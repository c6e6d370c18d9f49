"""What nouns that are plain classes need of dataclasses; stands beside `timeline/model/value.py` where the parser is compiled."""

from dataclasses import make_dataclass, replace
from typing import Any, Final, TypeVar

T = TypeVar("T")
MISSING: Final[object] = object()  # nothing is kept under that number


def changed(this: T, /, **changes: Any) -> T:
    """The noun with these fields instead, as `dataclasses.replace` gives it.

    Its own name is that of no field of a noun: mypyc would take the field for it, though it has none.
    """
    anything: Any = this
    own = getattr(anything, "changed", None)  # a dataclass that stays one has none
    other: T = replace(anything, **changes) if own is None else own(changes)
    return other


def fields_of(*names: str) -> dict[str, Any]:
    """The fields of a noun as `dataclasses` asks for them, for those that are not compiled."""
    any_class: Any = make_dataclass("Fields", names)
    fields: dict[str, Any] = any_class.__dataclass_fields__
    return fields
