"""Event: one happening in the world, merged from Statements of one or more Documents."""

import datetime
from dataclasses import dataclass

from timeline.model.statement import Place, Quantity, Role, Statement, Status
from timeline.model.time import When

Mark = tuple[str, int, str]  # the fingerprint of a text, where a trigger begins in it, and the trigger


@dataclass(frozen=True, slots=True)
class Evidence:
    """A Statement and the Document that makes it, as far as merging needs to know it.

    `document` is our id of the Document; `number` the Statement's place in it, from 0. Documents with the same
    `fingerprint` are one report; `address` (its URL or the caller's id) only tells such twins apart.
    `rank` counts the happenings that its own Document's links, weak ones too, put before it.
    """

    document: str
    fingerprint: str
    published: datetime.date | None
    number: int
    statement: Statement
    address: str = ""
    rank: int = 0

    def __hash__(self) -> int:  # not of all that the Statement tells
        return hash((self.document, self.number, self.statement.trigger.start))

    @property
    def mark(self) -> Mark:
        """What it has in common with its copies: the text, and the trigger in it. Copies that are of other days, or of
        none, may be read otherwise, so the same place among the Statements may be another happening.
        """
        return self.fingerprint, self.statement.trigger.start, self.statement.trigger.text


@dataclass(frozen=True, slots=True)
class Reading:
    """A Statement with what its like are found by: keys, and the days (numbers, inclusive) in which to look.

    `first` and `last` are None when nothing bounds it closely enough to be looked for. `rank` counts the happenings
    that its own Document's links put before it. `far` are keys by which it is looked for from an earlier day on, with that day.
    """

    statement: Statement
    keys: tuple[str, ...]
    first: int | None
    last: int | None
    rank: int
    far: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One happening. `reports` counts texts that differ; `disputed` says that sources disagree (date, number, status).

    `evidence` begins with the Statement that tells it best.
    `rank` is for listing what has the same bounds: links say that a lower one came first. `curated` names the fields
    that a person set (see `curation`); what is `hidden` is kept out of every list.
    """

    headline: str
    type: str
    mode: str | None
    when: When
    roles: tuple[Role, ...]
    place: Place | None
    status: Status
    claimed_by: tuple[str, ...]
    quantities: tuple[Quantity, ...]
    salience: float
    disputed: bool
    reports: int
    evidence: tuple[Evidence, ...]
    rank: int = 0
    curated: tuple[str, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Edition:
    """Events as the Documents published by `day` (its number) support them: so they stood until the next Edition."""

    day: int
    events: tuple[Event, ...]
