"""Dimensions: what events may be counted by, beside time. One event counts once under each of its values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import OP, SQL, Expression, fn

from timeline.store.database import rows
from timeline.store.tables import (
    Actor,
    Document,
    EditionStatement,
    Event,
    EventActor,
    EventClaimant,
    Source,
    Statement,
)

Path = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Dimension:
    """What to count by: a column, and the tables on the way to it from the event's row, each joined to the one before.

    `earlier` is the way from the row of an earlier edition, where that is another. `names` tells what a value is called
    where the column has only its key.
    """

    column: Any
    path: Path = ()
    earlier: Path = ()
    names: Any = None

    def counted(self, *groups: Any, as_of: int | None = None) -> list[Any]:
        """Queries of (groups …, value, number of events) that want a condition; what each counts, no other does."""
        paths = [self.path] if as_of is None or not self.earlier else [self.path, self.earlier]
        return [self._query(path, groups) for path in paths]

    def _query(self, path: Path, groups: Sequence[Any]) -> Any:
        number = fn.COUNT(Event.serial.distinct()) if path else fn.COUNT(Event.serial)
        query = Event.select(*groups, self.column, number)
        for table in path:
            query = query.join(table)
        return query.where(self.column.is_null(False)).group_by(*groups, self.column)


def _counted(column: Any) -> Any:
    """The column's text, from the index that holds all that is counted: SQLite would take the column's own, and then look
    up every row."""
    return Expression(column, OP.CONCAT, SQL("''"))


DIMENSIONS = {
    "type": Dimension(_counted(Event.type)),
    "mode": Dimension(Event.mode),
    "status": Dimension(_counted(Event.status)),
    "basis": Dimension(Event.basis),
    "precision": Dimension(Event.precision),
    "country": Dimension(_counted(Event.country)),
    "place": Dimension(Event.place_name),
    "actor": Dimension(Actor.name, (EventActor, Actor)),
    "actor_country": Dimension(EventActor.country, (EventActor,)),
    "role": Dimension(EventActor.role, (EventActor,)),
    "claimed_by": Dimension(EventClaimant.name_key, (EventClaimant,), names=Actor),
    "source": Dimension(
        Source.name, (Statement, Document, Source), earlier=(EditionStatement, Statement, Document, Source)
    ),
}


def called(database: Any, dimension: Dimension, values: Iterable[str]) -> dict[str, str]:
    """What values are called: themselves, where nothing else is known."""
    known = {value: value for value in values}
    if dimension.names is None or not known:
        return known
    query = Actor.select(Actor.name_key, Actor.name).where(Actor.name_key.in_(list(known)))
    return {**known, **dict(rows(query, database))}
