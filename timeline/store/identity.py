"""Who is one actor, kept: each name's row says which row stands for it, and events name that one.

Only names that share a key with what is new are looked at again, so the cost hangs on how many are called alike and not
on the archive. What people decided goes over it.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.model.appearance import Appearance, Key, key
from timeline.model.shapes import Shape
from timeline.model.statement import ActorKind
from timeline.store.asking import Gaps, Query, insert, insert_all, update
from timeline.store.codec import text_of, value_of
from timeline.store.database import Writing, rows
from timeline.store.likeness import ActorKey, ActorRuling
from timeline.store.shape import once
from timeline.store.tables import Actor, Alias, Change, Event, EventActor

MOST = 400  # names looked at in one go


@dataclass(frozen=True, slots=True)
class Identity:
    """How to tell that names are one actor: what each is found by, and which of some are one (the best name first)."""

    keys: Callable[[Appearance], set[str]]
    identified: Callable[[Iterable[Appearance]], list[list[Appearance]]]


def settle(writing: Writing, changed: Collection[int], identity: Identity) -> None:
    """Say anew which row stands for each of these names, and for those that may be the same."""
    if not changed:
        return
    known: defaultdict[int, set[str]] = defaultdict(set)
    for serial, found in KEYS.rows(writing.database, changed):
        known[serial].add(found)
    for one in _appearances(writing, changed):
        _note_keys(writing, one, known[one.serial], identity.keys(one))
    serials = _reached(writing, set(changed))
    heirs = _heirs(_appearances(writing, serials), _rulings(writing, serials), identity)
    for serial, heir in HEIRS.rows(writing.database, serials):
        if heirs[serial] != (serial if heir is None else heir):
            _change(writing, serial, heirs[serial])


def unsettled(writing: Writing, serials: Collection[int]) -> set[int]:
    """Those of these names that nobody has looked at: they were kept before names were compared."""
    return UNSETTLED.numbers(writing.database, serials, serials)


def _unsettled(gaps: Gaps) -> Any:
    asked = gaps.among(Actor.serial)
    looked_at = ActorKey.select(ActorKey.actor).where(gaps.among(ActorKey.actor))
    return Actor.select(Actor.serial).where(asked & Actor.serial.not_in(looked_at))


def _alike(gaps: Gaps) -> Any:
    keys = ActorKey.select(ActorKey.key).where(gaps.among(ActorKey.actor))
    return ActorKey.select(ActorKey.actor).where(ActorKey.key.in_(keys)).distinct()


def _targets(gaps: Gaps) -> Any:
    return ActorRuling.select(ActorRuling.target).where(
        gaps.among(ActorRuling.actor) & ActorRuling.target.is_null(False)
    )


def _names(gaps: Gaps) -> Any:
    columns = (Actor.serial, Actor.name, Actor.kind, Actor.country, Actor.acts_for)
    return Actor.select(*columns).where(gaps.among(Actor.serial)).order_by(Actor.serial)


def _rulings_on(gaps: Gaps) -> Any:
    columns = (ActorRuling.actor, ActorRuling.target)
    return ActorRuling.select(*columns).where(gaps.among(ActorRuling.actor)).order_by(ActorRuling.serial)


def _aliases(gaps: Gaps) -> Any:
    return Alias.select(Alias.actor, Alias.name).where(gaps.among(Alias.actor)).order_by(Alias.name_key)


UNSETTLED, ALIKE, TARGETS = Query(_unsettled), Query(_alike), Query(_targets)
TIED = Query(lambda gaps: ActorRuling.select(ActorRuling.actor).where(gaps.among(ActorRuling.target)))
KEYS = Query(lambda gaps: ActorKey.select(ActorKey.actor, ActorKey.key).where(gaps.among(ActorKey.actor)))
HEIRS = Query(lambda gaps: Actor.select(Actor.serial, Actor.heir).where(gaps.among(Actor.serial)))
NAMES, ALIASES, RULINGS = Query(_names), Query(_aliases), Query(_rulings_on)


def rule(writing: Writing, actor: int, target: int | None, *, by: str | None) -> None:
    """Note what a person decided of a name: that it is another's, or that it stands alone."""
    ruling = {"serial": writing.number(), "actor": actor, "target": target, "by": by, "at": writing.at}
    ActorRuling.insert(ruling).execute(writing.database)


def _appearances(writing: Writing, serials: Collection[int]) -> list[Appearance]:
    aliases: defaultdict[int, list[str]] = defaultdict(list)
    for serial, name in ALIASES.rows(writing.database, serials):
        aliases[serial].append(name)
    return [
        Appearance(serial, name, ActorKind(kind), country, acts_for, tuple(aliases[serial]))
        for serial, name, kind, country, acts_for in NAMES.rows(writing.database, serials)
    ]


def _note_keys(writing: Writing, one: Appearance, known: set[str], keys: set[str]) -> None:
    if known - keys:
        gone = ActorKey.delete().where((ActorKey.actor == one.serial) & ActorKey.key.in_(known - keys))
        gone.execute(writing.database)
    insert_all(writing.database, ActorKey, [(one.serial, key) for key in sorted(keys - known)])


def _reached(writing: Writing, serials: set[int]) -> set[int]:
    """The names, those that share a key with one, or that people tied to one, and so on."""
    found, frontier = set(serials), set(serials)
    while frontier and len(found) < MOST:
        reached = (query.numbers(writing.database, frontier) for query in (ALIKE, TIED, TARGETS))
        frontier = set[int]().union(*reached) - found
        found |= frontier
    return found


def _rulings(writing: Writing, serials: Collection[int]) -> dict[int, int | None]:
    """The last that people decided of each name: whose it is, or (None) that it stands alone; what was decided first, first."""
    found: dict[int, int | None] = {}
    for actor, target in RULINGS.rows(writing.database, serials):
        found.pop(actor, None)
        found[actor] = target
    return found


def _heirs(appearances: Sequence[Appearance], rulings: dict[int, int | None], identity: Identity) -> dict[int, int]:
    """For each name's row the one that stands for it."""
    alone = {serial for serial, target in rulings.items() if target is None}
    groups = identity.identified(one for one in appearances if one.serial not in alone)
    heirs = {one.serial: group[0].serial for group in groups for one in group} | {serial: serial for serial in alone}
    ties: dict[int, int] = {}
    for serial, target in rulings.items():
        if target is not None and target in heirs:
            _tie(ties, heirs[serial], heirs[target])
    return {serial: _end(ties, heir) for serial, heir in heirs.items()}


def _tie(ties: dict[int, int], one: int, other: int) -> None:
    """Let the other stand for the one; where it was the other way round before, that is over."""
    if _end(ties, other) == one:
        ties.pop(other, None)
    if one != other:
        ties[one] = other


def _end(ties: dict[int, int], one: int) -> int:
    seen = {one}
    while one in ties and ties[one] not in seen:
        one = ties[one]
        seen.add(one)
    return one


def _change(writing: Writing, serial: int, heir: int) -> None:
    """Let another row stand for a name, in the events that name it so as well."""
    Actor.update(heir=None if heir == serial else heir).where(Actor.serial == serial).execute(writing.database)
    ((identity,),) = rows(Actor.select(Actor.id).where(Actor.serial == heir), writing.database)
    columns = (Actor.name_key, Actor.kind, Actor.home)
    (named,) = rows(Actor.select(*columns).where(Actor.serial == serial), writing.database)
    query = EventActor.select(EventActor.event).where(EventActor.named == serial).distinct()
    events = [event for (event,) in rows(query, writing.database)]
    EventActor.update(actor=heir).where(EventActor.named == serial).execute(writing.database)
    for event in events:
        _rewrite(writing, event, named, identity)


def _rewrite(writing: Writing, serial: int, named: Key, identity: str) -> None:
    """Give an event's actor of that name another id, and serve everyone as who is one stands now; for a current one, that is
    a change.
    """
    columns = (Event.shape, Event.detail, Event.id, Event.edition_of, Event.hidden)
    ((shape, detail, event, edition_of, hidden),) = rows(
        Event.select(*columns).where(Event.serial == serial), writing.database
    )
    content, more = _renamed(value_of(shape), value_of(detail), named, identity)
    values: dict[str, Any] = {"detail": text_of(more)}
    if edition_of is None and hidden is None:
        content |= {"updated": writing.at}
        values |= {"updated": writing.at, "sequence": writing.number()}
        note = {"sequence": values["sequence"], "event": event, "action": "updated", "at": writing.at}
        insert(writing.database, Change, note)
    update(writing.database, Event, serial, values | {"shape": text_of(content)})


def _renamed(content: Shape, more: Shape, named: Key, identity: str) -> tuple[Shape, Shape]:
    """An event's shape and detail with that id for the one of that name.

    Names that were one come apart again, so that is told from all names, not from those that were served. What was
    written before all were kept has only those.
    """
    everyone: list[Shape] = more["named"] if "named" in more else content["actors"]
    for actor in everyone:
        if key(actor["name"], actor["kind"], actor["country"]) == named:
            actor["id"] = identity
    return content | {"actors": once(everyone)}, more | {"named": everyone}
