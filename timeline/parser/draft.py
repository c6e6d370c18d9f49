"""Draft: a mention on its way to becoming a Statement. The value alone."""

from timeline.model.statement import Claim, Place, Quantity, Role
from timeline.model.time import TimeExpression, When
from timeline.model.value import value
from timeline.parser.mention import Mention


@value
class Draft:
    """A mention with what each step has found out about it.

    `again` is the mention of which it only gives another number, `number` that number (see `tallies`).
    """

    mention: Mention
    claim: Claim
    roles: tuple[Role, ...]
    place: Place | None
    expression: TimeExpression | None
    when: When
    again: Mention | None = None
    number: Quantity | None = None
