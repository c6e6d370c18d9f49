"""Event: one happening in the world, merged from Statements of one or more Documents."""

import datetime
from dataclasses import dataclass

from timeline.model.statement import Place, Quantity, Role, Statement, Status
from timeline.model.time import When


@dataclass(frozen=True, slots=True)
class Evidence:
    """A Statement and the Document that makes it, as far as merging needs to know it.

    `document` is our id of the Document; `number` the Statement's place in it, from 0. Documents with the same
    `fingerprint` are one report.
    """

    document: str
    fingerprint: str
    published: datetime.date | None
    number: int
    statement: Statement


@dataclass(frozen=True, slots=True)
class Event:
    """One happening. `reports` counts texts that differ; `disputed` says that sources disagree (date, number, status)."""

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
