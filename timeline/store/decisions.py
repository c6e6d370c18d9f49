"""What people decided, kept: each act is a revision with the Statements it is about. See `anchors` for where it hangs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.model.curation import Correction, Decisions, Ruling, Spot
from timeline.model.shapes import Shape
from timeline.store.anchors import anchor_all
from timeline.store.asking import Query
from timeline.store.codec import text_of, unpack_fields
from timeline.store.database import Store, Writing, rows
from timeline.store.ledger import Anchor, Revision, RevisionEvent
from timeline.store.ledger import Ruling as RulingRow
from timeline.store.shape import Kept
from timeline.store.tables import Document, Event, Statement

CORRECT, MERGE, SPLIT, REVERT = "correct", "merge", "split", "revert"
RULING = (MERGE, SPLIT)
ANY_RULING = Query(lambda _: RulingRow.select(RulingRow.revision).limit(1))
MOST_ANCHORS = 20  # of a correction: should the first go, it hangs on the next


@dataclass(frozen=True, slots=True)
class Expected:
    """The id of the Event that people saw a Statement in, and the first act that saw it: a lower one knows better."""

    id: str
    since: int


@dataclass(frozen=True, slots=True)
class Act:
    """A ruling row with its revision: what was done, on which Statement (and where it stands), ids before and after."""

    number: int
    action: str
    content: str
    is_active: bool
    side: int
    before: str
    after: str | None
    serial: int
    document: str
    place: int

    @property
    def has_left(self) -> bool:
        """Whether it took the Statement out of its Event."""
        return self.after is not None and self.after != self.before

    @property
    def spot(self) -> Spot:
        """Where the Statement stands."""
        return self.document, self.place


def load_decisions(store: Store | Writing, kept: Iterable[Kept]) -> tuple[Decisions, dict[int, Expected]]:
    """What holds of these Statements; and by the Statement's number the Event that it is expected in."""
    serials = {one.serial for one in kept}
    acts = _acts(store, serials) if has_rulings(store) else []
    mine = [act for act in acts if act.serial in serials]
    return Decisions(_rulings(mine), _corrections(acts, serials)), _expected(mine)


def note_revision(
    writing: Writing,
    action: str,
    *,
    by: str | None,
    content: Mapping[str, Any],
    sides: Sequence[Sequence[tuple[int, str]]] = (),
) -> int:
    """Keep an act; `sides` are of Statements (numbers) with the ids of their Events. The number of its revision."""
    number = writing.number()
    Revision.insert(
        sequence=number, action=action, by=by, at=writing.at, content=text_of(dict(content)), is_active=True
    ).execute(writing.database)
    anchors = anchor_all(writing, {serial for side in sides for serial, _ in side})
    values = [
        (number, anchors[serial], place, event, None) for place, side in enumerate(sides) for serial, event in side
    ]
    if values:
        RulingRow.insert_many(values, fields=RulingRow._meta.sorted_fields).execute(writing.database)
    return number


def finish_revision(writing: Writing, number: int, changes: Mapping[str, Sequence[Shape]]) -> None:
    """Keep what became of the Events that a revision concerns: by id the fields that changed."""
    query = (
        RulingRow.select(RulingRow.anchor, Event.id)
        .join(Anchor)
        .join(Statement)
        .join(Event)
        .where(RulingRow.revision == number)
    )
    by_event: defaultdict[str, list[int]] = defaultdict(list)
    for anchor, event in rows(query, writing.database):
        by_event[event].append(anchor)
    for event, anchors in by_event.items():
        where = (RulingRow.revision == number) & RulingRow.anchor.in_(anchors)
        RulingRow.update(after=event).where(where).execute(writing.database)
    values = [(number, event, text_of(list(changed))) for event, changed in sorted(changes.items())]
    RevisionEvent.insert_many(values, fields=RevisionEvent._meta.sorted_fields).execute(writing.database)


def set_active(writing: Writing, numbers: Iterable[int], *, is_active: bool) -> None:
    """Undo these revisions, or take them up again."""
    query = Revision.update(is_active=is_active).where(Revision.sequence.in_(list(numbers)))
    query.execute(writing.database)


def has_rulings(store: Store | Writing) -> bool:
    """Whether people ever decided anything."""
    return bool(ANY_RULING.rows(store.database))


def ruled_with(writing: Writing, serials: Iterable[int]) -> set[int]:
    """The Statements that rulings put on one side with these."""
    mine, there = RulingRow.alias("mine"), Anchor.alias("there")
    other, here = RulingRow.alias("other"), Anchor.alias("here")
    query = (
        here.select(here.statement)
        .join(other, on=(other.anchor == here.serial))
        .join(mine, on=((mine.revision == other.revision) & (mine.side == other.side)))
        .join(there, on=(mine.anchor == there.serial))
        .join(Revision, on=(Revision.sequence == mine.revision))
        .where(there.statement.in_(list(serials)) & here.statement.is_null(False) & Revision.is_active)
        .distinct()
    )
    return {serial for (serial,) in rows(query, writing.database)}


def _acts(store: Store | Writing, serials: set[int]) -> list[Act]:
    """All that revisions of these Statements rule, on others too."""
    near = RulingRow.select(RulingRow.revision).join(Anchor).where(Anchor.statement.in_(serials))
    query = (
        RulingRow.select(
            Revision.sequence, Revision.action, Revision.content, Revision.is_active, RulingRow.side, RulingRow.before,
            RulingRow.after, Statement.serial, Document.id, Statement.number,
        )
        .join(Revision)
        .join_from(RulingRow, Anchor)
        .join(Statement)
        .join(Document)
        .where(RulingRow.revision.in_(near))
        .order_by(Revision.sequence, RulingRow.side, Statement.serial)
    )  # fmt: skip
    return [Act(*row) for row in rows(query, store.database)] if serials else []


def _rulings(acts: Iterable[Act]) -> tuple[Ruling, ...]:
    sides: defaultdict[int, defaultdict[int, list[Spot]]] = defaultdict(lambda: defaultdict(list))
    for act in acts:
        if act.is_active and act.action in RULING:
            sides[act.number][act.side].append(act.spot)
    return tuple(Ruling(number, tuple(map(tuple, found.values()))) for number, found in sides.items())


def _corrections(acts: Iterable[Act], serials: set[int]) -> tuple[Correction, ...]:
    """Each hangs on the first of its Statements that is there and has not been split off since; if that is one of these."""
    left = {act.serial: act.number for act in acts if act.is_active and act.action == SPLIT and act.has_left}
    first: dict[int, Act] = {}
    for act in acts:
        if act.is_active and act.action == CORRECT and left.get(act.serial, 0) < act.number:
            first.setdefault(act.number, act)
    return tuple(
        Correction(act.number, act.spot, unpack_fields(act.content)) for act in first.values() if act.serial in serials
    )


def _expected(acts: Iterable[Act]) -> dict[int, Expected]:
    """Where the last ruling that holds put each Statement, else where the first act found it."""
    found: dict[int, Expected] = {}
    for act in acts:
        since = found.setdefault(act.serial, Expected(act.before, act.number)).since
        if act.is_active and act.action in RULING and act.after is not None:
            found[act.serial] = Expected(act.after, since)
    return found
