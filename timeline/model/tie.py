"""Ties and rifts: why two Statements are taken for one happening, and why two that are near are not. Values only."""

from dataclasses import dataclass
from typing import NamedTuple

from timeline.model.curation import Spot


class Trait(NamedTuple):
    """One thing that speaks for two being one, or against it: its kind, and the words for it on either side.

    `here` are the words of the first of the two; without `there` both have them.
    """

    kind: str
    here: tuple[str, ...] = ()
    there: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """What both have in common, the most telling first, by which `one` is of the Event that `other` tells."""

    one: Spot
    other: Spot
    traits: tuple[Trait, ...]


@dataclass(frozen=True, slots=True)
class Rift:
    """Why the Statement at `there` is not of the Event that `here` tells, though much speaks for it."""

    here: Spot
    there: Spot
    trait: Trait
