"""What a noun is made with that is made by the thousand while a text is read."""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(noun: type[T]) -> type[T]:
    """A dataclass that is frozen for whoever checks types, which is everybody here, and costs no more than one that is not.

    Python freezes a dataclass by a call for each of its fields whenever one is made: a twentieth of all that reading cost.
    """
    return dataclass(slots=True, unsafe_hash=True)(noun)
