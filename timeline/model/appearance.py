"""Appearance: a name and a kind that an actor was seen under. Several may be one actor."""

from dataclasses import dataclass

from timeline.model.statement import Actor, ActorKind

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Appearance:
    """A kept name: `serial` is its row's number; `aliases` are other names that texts themselves gave for it."""

    serial: int
    name: str
    kind: ActorKind
    country: str | None = None
    acts_for: str | None = None
    aliases: tuple[str, ...] = ()


def key_of(actor: Actor) -> Key:
    """What tells an actor from others: its name without case, its kind; its country where many have one of that name."""
    return key(actor.name, actor.kind.value, actor.country)


def key(name: str, kind: str, country: str | None) -> Key:
    """The same of one of whom this is known. Organs of states, and those who are only described, are of their country."""
    is_everywhere = kind == ActorKind.GOVERNMENT or name[name.rfind(" ") + 1 :].islower()
    return name.casefold(), kind, (country or "") if is_everywhere else ""
