"""Draft: a mention on its way to becoming a Statement. The value alone."""

from dataclasses import dataclass

from timeline.model.statement import Claim, Place, Role
from timeline.model.time import TimeExpression, When
from timeline.parser.mention import Mention


@dataclass(frozen=True)
class Draft:
    """A mention with what each step has found out about it."""

    mention: Mention
    claim: Claim
    roles: tuple[Role, ...]
    place: Place | None
    expression: TimeExpression | None
    when: When
