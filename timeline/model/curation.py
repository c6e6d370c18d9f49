"""What people decided about Events: corrections of fields, and rulings on which Statements belong together."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Spot = tuple[str, int]  # a Statement: our id of its Document, and its number in it, from 0

FIELDS = (
    "headline", "type", "mode", "when", "actors", "place", "status", "claimed_by", "salience", "hidden",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Correction:
    """Fields of an Event as a person set them; it goes where the Statement at `on` goes. A higher number was set later.

    `fields` hold what the Event holds under these names; `actors` are its roles.
    """

    number: int
    on: Spot
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Ruling:
    """Statements of one side are one happening, those of different sides are not. The higher number counts, where two clash."""

    number: int
    sides: tuple[tuple[Spot, ...], ...]


@dataclass(frozen=True, slots=True)
class Decisions:
    """All that was decided about some Statements."""

    rulings: tuple[Ruling, ...] = ()
    corrections: tuple[Correction, ...] = ()


UNDECIDED = Decisions()
