"""Actor rows, written: one for each name and kind, with every other name it was seen under."""

from collections.abc import Iterable
from typing import Any

from ulid import ULID

from timeline.model.statement import Actor as Somebody
from timeline.store.database import Writing, rows
from timeline.store.tables import Actor, Alias

Key = tuple[str, str]


def key_of(actor: Somebody) -> Key:
    """What tells an actor from others: its name without case, and its kind."""
    return actor.name.casefold(), actor.kind.value


def save_actors(writing: Writing, actors: Iterable[Somebody]) -> dict[Key, tuple[int, str]]:
    """Row number and id of each actor, by key; rows and aliases are made where they are missing.

    Of several with one key the first says what is kept, and all of them give aliases.
    """
    told = list(actors)
    wanted = {key_of(actor): actor for actor in reversed(told)}
    kept = _kept(writing, wanted)
    for key, actor in wanted.items():
        if key not in kept:
            kept[key] = _insert(writing, actor)
        elif None in kept[key][2:]:
            _complete(writing, actor, *kept[key])
    _save_aliases(writing, [(kept[key_of(actor)][0], actor) for actor in told])
    return {key: row[:2] for key, row in kept.items()}


def _kept(writing: Writing, wanted: Iterable[Key]) -> dict[Key, Any]:
    names = {name for name, _ in wanted}
    columns = (Actor.name_key, Actor.kind, Actor.serial, Actor.id, Actor.country, Actor.acts_for)
    query = Actor.select(*columns).where(Actor.name_key.in_(names))
    return {(name, kind): tuple(rest) for name, kind, *rest in rows(query, writing.database)} if names else {}


def _insert(writing: Writing, actor: Somebody) -> tuple[int, str, str | None, str | None]:
    name_key, kind = key_of(actor)
    serial, identity = writing.number(), str(ULID())
    Actor.insert(
        serial=serial, id=identity, name=actor.name, name_key=name_key, kind=kind,
        country=actor.country, acts_for=actor.acts_for,
    ).execute(writing.database)  # fmt: skip
    return serial, identity, actor.country, actor.acts_for


def _complete(
    writing: Writing, actor: Somebody, serial: int, _: str, country: str | None, acts_for: str | None
) -> None:
    """Fill in what was not known of it before."""
    better = {"country": country or actor.country, "acts_for": acts_for or actor.acts_for}
    if better != {"country": country, "acts_for": acts_for}:
        Actor.update(better).where(Actor.serial == serial).execute(writing.database)


def _save_aliases(writing: Writing, actors: list[tuple[int, Somebody]]) -> None:
    wanted = {
        (serial, alias.casefold()): alias
        for serial, actor in reversed(actors)
        for alias in actor.aliases
        if alias.casefold() != actor.name.casefold()
    }
    if not wanted:
        return
    known = Alias.select(Alias.actor, Alias.name_key).where(Alias.actor.in_({serial for serial, _ in wanted}))
    for key in sorted(wanted.keys() - set(rows(known, writing.database))):
        Alias.insert(actor=key[0], name_key=key[1], name=wanted[key]).execute(writing.database)
