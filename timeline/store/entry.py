"""An Event as a row and what hangs on it: columns, actors, claimants, words. Which row that is, others decide."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from timeline.model import edtf
from timeline.model.appearance import key_of
from timeline.model.event import Event as Happening
from timeline.model.span import FAR, UNKNOWN
from timeline.model.statement import Role
from timeline.store import search
from timeline.store.actors import ActorRows
from timeline.store.asking import delete, insert_all
from timeline.store.codec import text_of
from timeline.store.database import Writing
from timeline.store.shape import Kept, detail_shape, event_shape, named_in
from timeline.store.tables import EventActor, EventClaimant

Places = dict[tuple[str, int], Kept]


@dataclass(frozen=True, slots=True)
class Entry:
    """An Event with the rows of its Statements, best first. `digest` differs when anything does that is kept of it."""

    event: Happening
    told: tuple[Kept, ...]
    digest: str

    @property
    def first(self) -> int:
        """The number of the Statement that was kept first."""
        return min(one.serial for one in self.told)


def places(kept: Iterable[Kept]) -> Places:
    """The kept Statements by where they stand."""
    return {(one.evidence.document, one.evidence.number): one for one in kept}


def entries(writing: Writing, events: Sequence[Happening], kept: Places) -> list[Entry]:
    """The Events as they are to be kept."""
    return [_entry(writing, event, tuple(kept[one.document, one.number] for one in event.evidence)) for event in events]


def _entry(writing: Writing, event: Happening, told: tuple[Kept, ...]) -> Entry:
    """Statements never change under their number, so their numbers stand for them in the digest."""
    best = told[0]
    evidence = [one.serial for one in told]
    content = [replace(event, evidence=()), evidence, best.source, best.url, best.published, writing.store.quote_chars]
    return Entry(event, told, hashlib.sha256(text_of(content).encode()).hexdigest())


def told_roles(event: Happening) -> Iterable[Role]:
    """The Event's own, then those of its Statements, which may know other names."""
    yield from event.roles
    for one in event.evidence:
        yield from one.statement.roles


def row(writing: Writing, entry: Entry, identity: str, created: str, actors: ActorRows) -> dict[str, Any]:
    """All columns that the Event itself fills, under this id."""
    named = named_in(entry.event, {key: row.id for key, row in actors.items()})
    times = {"created": created, "updated": writing.at}
    shape = event_shape(identity, entry.event, entry.told[0], named, writing.store.quote_chars) | times
    return {
        **_columns(entry.event), **times, "id": identity, "digest": entry.digest, "shape": text_of(shape),
        "detail": text_of(detail_shape(entry.event, named)), "sequence": writing.number(),
        "hidden": writing.at if entry.event.hidden else None,
    }  # fmt: skip


def _columns(event: Happening) -> dict[str, Any]:
    span, place = event.when.span, event.place
    first, width = span.start_earliest if span.start_earliest is not None else span.end_latest, span.width
    return {
        "headline": event.headline,
        "type": event.type,
        "mode": event.mode,
        "status": event.status.value,
        "disputed": event.disputed,
        "salience": event.salience,
        "reports": event.reports,
        "basis": event.when.basis,
        "precision": span.precision,
        "edtf": span.edtf,
        "start_earliest": span.start_earliest,
        "start_latest": span.start_latest,
        "end_earliest": span.end_earliest,
        "end_latest": span.end_latest,
        "earliest_clock": span.earliest_clock,
        "latest_clock": span.latest_clock,
        "likely": event.when.likely,
        **_likely_days(event.when.likely),
        "place_name": place.name if place else None,
        "place_key": place.name.casefold() if place else None,
        "country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "list_open": int(span.is_open),
        "list_day": FAR if first is None else first,
        "list_width": FAR if width is None else width,
        "list_rank": event.rank,
    }


def _likely_days(text: str | None) -> dict[str, int | None]:
    """First and last day of the best guess; None when there is none, or none with both."""
    span = edtf.parse(text) if text else UNKNOWN
    first, last = (span.start_earliest, span.end_latest) if span.is_bounded else (None, None)
    return {"likely_first": first, "likely_last": last}


def save_parts(writing: Writing, serial: int, event: Happening, actors: ActorRows, *, is_new: bool) -> None:
    """What hangs on the row of that number, in place of what did if it is not new: actors, claimants, words."""
    if not is_new:
        _clear(writing, serial)
    insert_all(writing.database, EventActor, [] if event.hidden else _actor_rows(serial, event, actors))
    claimants = {name.casefold() for name in event.claimed_by}
    insert_all(writing.database, EventClaimant, [(serial, name) for name in sorted(claimants)])
    search.index(writing.store, serial, event.headline, _texts(event))


def _actor_rows(serial: int, event: Happening, actors: ActorRows) -> list[tuple[Any, ...]]:
    found: dict[tuple[int, str], tuple[Any, ...]] = {}
    for role in event.roles:
        actor, who = role.actor, actors[key_of(role.actor)]
        state = actor.acts_for.casefold() if actor.acts_for else None
        row = (serial, who.named, who.serial, role.name.value, actor.country, state)
        found.setdefault((who.named, role.name.value), row)
    return list(found.values())


def _clear(writing: Writing, serial: int) -> None:
    for table in (EventActor, EventClaimant):
        delete(writing.database, table, "event", [serial])
    search.remove(writing.store, serial)


def _texts(event: Happening) -> Iterable[str]:
    """What full text finds an Event by, beside its headline: its sentences, names and place."""
    yield from dict.fromkeys(one.statement.sentence for one in event.evidence)
    for role in event.roles:
        yield from (role.actor.name, *role.actor.aliases)
    if event.place:
        yield event.place.name
