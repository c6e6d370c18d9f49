"""Who changed what of an event, and when; and which of these acts held at any time."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.errors import InputError
from timeline.model.shapes import Shape
from timeline.store.codec import value_of
from timeline.store.database import Store, Writing, is_id, rows
from timeline.store.decisions import CORRECT, MERGE, REVERT, SPLIT
from timeline.store.ledger import Revision, RevisionEvent, Ruling
from timeline.store.standing import missing
from timeline.store.tables import Change, Event

ACTIONS = {CORRECT: "corrected", MERGE: "merged", SPLIT: "split", REVERT: "reverted"}


@dataclass(frozen=True, slots=True)
class Undoing:
    """What a revert changes: acts that hold no more, acts that hold again, the Events all of them concern."""

    undone: tuple[int, ...]
    redone: tuple[int, ...]
    events: frozenset[str]


def find_history(store: Store, identity: str) -> list[Shape]:
    """What became of an event, the first first: read, corrected, merged, split, reverted; who did it (None: by reading).

    Raises MergedError and NotFoundError as `get_event` does.
    """
    with store.reading() as database:
        current = Event.select(Event.serial).where((Event.id == identity) & Event.edition_of.is_null())
        if not is_id(identity) or not rows(current, database):
            raise missing(database, identity)
        acts = _acts(database, identity)
        read = _read(database, identity, {act["at"] for act in acts})
    return sorted([*acts, *read], key=lambda entry: int(entry["number"]))


def undoing(writing: Writing, identity: str, to: int) -> Undoing:
    """What to change so that those acts on an event hold which held after entry `to` of its history (0: none of them).

    InputError when `to` is no entry of it.
    """
    known = {entry["number"] for entry in find_history(writing.store, identity)} | {0}
    if to not in known:
        raise InputError(f"{to} is no entry of the event's history", place="to")
    query = Revision.select(Revision.sequence, Revision.action, Revision.content, Revision.is_active)
    query = query.join(RevisionEvent).where(RevisionEvent.event == identity).order_by(Revision.sequence)
    acts = rows(query, writing.database)
    wanted = _held([act for act in acts if act[0] <= to])
    held = {number for number, action, _, is_active in acts if is_active and action != REVERT}
    undone = tuple(sorted(_with_dependents(writing, held - wanted)))
    redone = tuple(sorted(wanted - held))
    events = RevisionEvent.select(RevisionEvent.event).where(RevisionEvent.revision.in_([*undone, *redone]))
    return Undoing(undone, redone, frozenset(event for (event,) in rows(events, writing.database)) | {identity})


def _with_dependents(writing: Writing, undone: set[int]) -> set[int]:
    """These acts, and what was done to events that are there only because one of them split them off, and so on."""
    found, new = set(undone), set(undone)
    while new:
        new = {act for number, event in _split_off(writing, new) for act in _acts_on(writing, event, number)} - found
        found |= new
    return found


def _split_off(writing: Writing, acts: Collection[int]) -> list[tuple[int, str]]:
    """What these acts split off: each with the act."""
    query = Ruling.select(Revision.sequence, Ruling.after).join(Revision).distinct()
    is_split = Revision.sequence.in_(list(acts)) & (Revision.action == SPLIT)
    return rows(query.where(is_split & (Ruling.after != Ruling.before)), writing.database)


def _acts_on(writing: Writing, event: str, since: int) -> list[int]:
    """What was done to an event after an act, as far as it holds."""
    query = Revision.select(Revision.sequence).join(RevisionEvent).where(RevisionEvent.event == event)
    holds = Revision.is_active & (Revision.action != REVERT)
    return [act for (act,) in rows(query.where((Revision.sequence > since) & holds), writing.database)]


def _held(acts: Sequence[tuple[int, str, str, bool]]) -> set[int]:
    """The acts that hold when these are done one after the other."""
    held: set[int] = set()
    for number, action, content, _ in acts:
        if action == REVERT:
            told = value_of(content)
            held = (held - set(told["undone"])) | set(told["redone"])
        else:
            held.add(number)
    return held


def _acts(database: Any, identity: str) -> list[Shape]:
    query = (
        RevisionEvent.select(
            Revision.sequence, Revision.at, Revision.action, Revision.by, Revision.is_active, RevisionEvent.changes
        )
        .join(Revision)
        .where(RevisionEvent.event == identity)
    )
    found = rows(query, database)
    others = RevisionEvent.select(RevisionEvent.revision, RevisionEvent.event)
    others = others.where(RevisionEvent.revision.in_([row[0] for row in found]) & (RevisionEvent.event != identity))
    named = rows(others.order_by(RevisionEvent.event), database)
    return [
        _entry(
            number, at, ACTIONS[action], by, is_active, value_of(changes), [one for act, one in named if act == number]
        )
        for number, at, action, by, is_active, changes in found
    ]


def _read(database: Any, identity: str, told: Collection[str]) -> list[Shape]:
    """What reading did, as far as no act did it."""
    columns = (Change.sequence, Change.at, Change.action, Change.event)
    query = Change.select(*columns).where((Change.event == identity) | (Change.merged_into == identity))
    return [
        _entry(
            number, at, action if event == identity else "merged", None, True, [], [event] if event != identity else []
        )
        for number, at, action, event in rows(query, database)
        if at not in told
    ]


def _entry(
    number: int, at: str, action: str, by: str | None, is_active: bool, changes: list[Shape], events: list[str]
) -> Shape:
    return {
        "number": number, "at": at, "action": action, "by": by, "active": bool(is_active), "changes": changes,
        "events": events,
    }  # fmt: skip
