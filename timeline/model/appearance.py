"""Appearance: a name and a kind that an actor was seen under. Several may be one actor."""

from dataclasses import dataclass

from timeline.model.statement import ActorKind


@dataclass(frozen=True, slots=True)
class Appearance:
    """A kept name: `serial` is its row's number; `aliases` are other names that texts themselves gave for it."""

    serial: int
    name: str
    kind: ActorKind
    country: str | None = None
    acts_for: str | None = None
    aliases: tuple[str, ...] = ()
