"""Actor rows, written: one for each name and kind, with every other name it was seen under."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from peewee import fn
from ulid import ULID

from timeline.model.appearance import Key, key_of
from timeline.model.statement import Actor as Somebody
from timeline.store.asking import Gaps, Query, insert
from timeline.store.database import Writing
from timeline.store.identity import Identity, settle, unsettled
from timeline.store.tables import Actor, Alias


@dataclass(frozen=True, slots=True)
class Row:
    """A name's row (`named`), and number and id of the row that stands for whom it names."""

    named: int
    serial: int
    id: str


ActorRows = dict[Key, Row]


def save_actors(writing: Writing, actors: Iterable[Somebody], identity: Identity | None = None) -> ActorRows:
    """The rows of each actor, by key; rows and aliases are made where they are missing.

    Of several with one key the first says what is kept, and all of them give aliases. With an `identity`, it is said
    anew who is one actor, where something was added.
    """
    told = list(actors)
    wanted = {key_of(actor): actor for actor in reversed(told)}
    kept, changed = _kept(writing, wanted), set[int]()
    for key, actor in wanted.items():
        if key not in kept:
            kept[key] = _insert(writing, actor)
            changed.add(kept[key][0])
        elif _complete(writing, actor, *kept[key]):
            changed.add(kept[key][0])
    changed |= _save_aliases(writing, [(kept[key_of(actor)][0], actor) for actor in told])
    if identity is not None:
        settle(writing, changed | unsettled(writing, {row[0] for row in kept.values()}), identity)
    return _standing(writing, {key: row[0] for key, row in kept.items()})


def _standing(writing: Writing, serials: dict[Key, int]) -> ActorRows:
    """Each name's row with the one that stands for it."""
    found = {row[0]: Row(*row) for row in STANDING.rows(writing.database, set(serials.values()))}
    return {key: found[serial] for key, serial in serials.items()}


def _standing_for(gaps: Gaps) -> Any:
    stands = Actor.alias("stands")
    joined = Actor.select(Actor.serial, stands.serial, stands.id).join(
        stands, on=(stands.serial == fn.COALESCE(Actor.heir, Actor.serial))
    )
    return joined.where(gaps.among(Actor.serial))


STANDING = Query(_standing_for)


def _kept(writing: Writing, wanted: Iterable[Key]) -> dict[Key, Any]:
    names = {name for name, *_ in wanted}
    found = NAMED.rows(writing.database, names) if names else []
    return {(name, kind, home or ""): tuple(rest) for name, kind, home, *rest in found}


def _named(gaps: Gaps) -> Any:
    columns = (Actor.name_key, Actor.kind, Actor.home, Actor.serial, Actor.id, Actor.country, Actor.acts_for)
    return Actor.select(*columns).where(gaps.among_texts(Actor.name_key))


NAMED = Query(_named)


def _insert(writing: Writing, actor: Somebody) -> tuple[int, str, str | None, str | None]:
    name_key, kind, home = key_of(actor)
    serial, identity = writing.number(), str(ULID())
    values = {
        "serial": serial, "id": identity, "name": actor.name, "name_key": name_key, "kind": kind,
        "country": actor.country, "acts_for": actor.acts_for, "home": home,
    }  # fmt: skip
    insert(writing.database, Actor, values)
    return serial, identity, actor.country, actor.acts_for


def _complete(
    writing: Writing, actor: Somebody, serial: int, _: str, country: str | None, acts_for: str | None
) -> bool:
    """Fill in what was not known of it before; whether there was something. Of two the first by letters, whichever came first."""
    better = {"country": _first(country, actor.country), "acts_for": _first(acts_for, actor.acts_for)}
    if better == {"country": country, "acts_for": acts_for}:
        return False
    Actor.update(better).where(Actor.serial == serial).execute(writing.database)
    return True


def _first(one: str | None, other: str | None) -> str | None:
    return min((text for text in (one, other) if text), default=None)


def _save_aliases(writing: Writing, actors: list[tuple[int, Somebody]]) -> set[int]:
    """Keep the other names; the rows of those that got some."""
    wanted = {
        (serial, alias.casefold()): alias
        for serial, actor in reversed(actors)
        for alias in actor.aliases
        if alias.casefold() != actor.name.casefold()
    }
    if not wanted:
        return set()
    known = {(serial, key) for serial, key in ALIASES.rows(writing.database, {serial for serial, _ in wanted})}
    missing = sorted(wanted.keys() - known)
    for serial, key in missing:
        insert(writing.database, Alias, {"actor": serial, "name_key": key, "name": wanted[serial, key]})
    return {serial for serial, _ in missing}


ALIASES = Query(lambda gaps: Alias.select(Alias.actor, Alias.name_key).where(gaps.among(Alias.actor)))
