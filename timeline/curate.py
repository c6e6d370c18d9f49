"""The joint for people: correct an Event, merge some, split one, take it back. One transaction each, with its history.

What is decided hangs on Statements (see `store.anchors`); the Events are merged anew with it, as after any reading.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from timeline.errors import InputError, MergedError, NotFoundError
from timeline.ingest import remerge
from timeline.model.curation import Spot
from timeline.store.curation import Found, changes_of, events_of, find_event, home_of, is_there, shapes
from timeline.store.database import Store, Writing
from timeline.store.decisions import (
    CORRECT,
    MERGE,
    MOST_ANCHORS,
    REVERT,
    SPLIT,
    finish_revision,
    note_revision,
    set_active,
)
from timeline.store.history import undoing
from timeline.store.shape import Kept

Check = Callable[[int], None]  # is given the Event's number in the change sequence; raises StaleError


def correct(store: Store, identity: str, fields: Mapping[str, Any], *, by: str | None, check: Check) -> str:
    """Set fields of an Event (see `model.curation`); reading does not change them any more. The Event's id."""
    with store.writing() as writing:
        event = _find(writing, identity, check)
        sides = [[(one.serial, event.id)] for one in event.told[:MOST_ANCHORS]]
        number = note_revision(writing, CORRECT, by=by, content=fields, sides=sides)
        _settle(writing, number, {event.id}, {event.serial})
        return home_of(writing, event.told[0])


def merge(store: Store, identity: str, others: Sequence[str], *, by: str | None, check: Check) -> str:
    """Make one Event of several; the oldest keeps its id, which is given. InputError names the one that cannot be."""
    with store.writing() as writing:
        found = [_find(writing, identity, check)]
        for place, other in enumerate(others):
            found.append(_other(writing, other, {one.id for one in found}, f"events/{place}"))
        side = [(one.serial, event.id) for event in found for one in event.told]
        number = note_revision(writing, MERGE, by=by, content={"events": [one.id for one in found]}, sides=[side])
        _settle(writing, number, {one.id for one in found}, {one.serial for one in found})
        return home_of(writing, found[0].told[0])


def split(store: Store, identity: str, spots: Sequence[Spot | int], *, by: str | None, check: Check) -> tuple[str, str]:
    """Take Statements out of an Event; the part with the first Statement keeps the id. The ids of the rest and the part.

    A number stands for a place in the Event's evidence. The same Statement republished elsewhere goes along. InputError
    when one is not of the Event, or nothing is left.
    """
    with store.writing() as writing:
        event = _find(writing, identity, check)
        part = _part(event, spots)
        rest = [one for one in event.told if one not in part]
        if not rest:
            raise InputError("these are all statements of the event: nothing would be left", place="statements")
        sides = [[(one.serial, event.id) for one in side] for side in (rest, part)]
        number = note_revision(writing, SPLIT, by=by, content={}, sides=sides)
        _settle(writing, number, {event.id}, {event.serial})
        return home_of(writing, rest[0]), home_of(writing, part[0])


def revert(store: Store, identity: str, to: int, *, by: str | None, check: Check) -> str:
    """Bring back what people had decided about an Event after entry `to` of its history; 0 is as it was read.

    The id of the Event that its first Statement is in then. InputError when there is no such entry.
    """
    with store.writing() as writing:
        event = _find(writing, identity, check)
        change = undoing(writing, event.id, to)
        acts = {*change.undone, *change.redone}
        if acts:
            touched = events_of(writing, acts) | {event.serial}
            content = {"to": to, "undone": list(change.undone), "redone": list(change.redone)}
            number = note_revision(writing, REVERT, by=by, content=content)
            set_active(writing, change.undone, is_active=False)
            set_active(writing, change.redone, is_active=True)
            _settle(writing, number, change.events, touched)
        return event.id if is_there(writing, event.id) else home_of(writing, event.told[0])


def _find(writing: Writing, identity: str, check: Check) -> Found:
    event = find_event(writing, identity)
    check(event.sequence)
    return event


def _other(writing: Writing, identity: str, taken: Collection[str], place: str) -> Found:
    """One more Event to merge."""
    if identity in taken:
        raise InputError(f"{identity} is named already: an event cannot be merged with itself", place=place)
    try:
        return find_event(writing, identity)
    except MergedError as error:
        raise InputError(f"{identity} was merged into {error.into}", place=place) from error
    except NotFoundError as error:
        raise InputError(str(error), place=place) from error


def _part(event: Found, spots: Sequence[Spot | int]) -> list[Kept]:
    """The Statements at these spots, and their twins."""
    by_spot: dict[Spot | int, Kept] = {(one.evidence.document, one.evidence.number): one for one in event.told}
    by_spot |= dict(enumerate(event.told))
    for place, spot in enumerate(spots):
        if spot not in by_spot:
            told = f"there is no evidence {spot}" if isinstance(spot, int) else f"{spot[0]} has no statement {spot[1]}"
            raise InputError(f"{told} in the event", place=f"statements/{place}")
    texts = {(one.evidence.fingerprint, one.evidence.number) for one in (by_spot[spot] for spot in spots)}
    return [one for one in event.told if (one.evidence.fingerprint, one.evidence.number) in texts]


def _settle(writing: Writing, number: int, named: Collection[str], touched: Collection[int]) -> None:
    """Merge anew, and keep in the history what that changed in the Events concerned."""
    before = shapes(writing, named)
    changes = remerge(writing, None, touched)
    concerned = {*named, *changes.created, *changes.deleted}
    after = shapes(writing, concerned)
    told = {one: changes_of(writing, one, before.get(one), after.get(one)) for one in concerned}
    finish_revision(writing, number, told)
