"""Draft: a mention on its way to becoming a Statement. The value alone."""

from timeline.model.statement import Actor, Claim, Place, Quantity, Role, RoleName
from timeline.model.time import TimeExpression, When
from timeline.model.value import value
from timeline.parser.mentions.mention import Mention


@value
class Draft:
    """A mention with what each step has found out about it.

    `again` is the mention of which it only gives another number, `number` that number (see `tallies`). `echoes` are nouns further
    on that name it again, and are not told themselves: 'The talks followed the raid'.
    """

    mention: Mention
    claim: Claim
    roles: tuple[Role, ...]
    place: Place | None
    expression: TimeExpression | None
    when: When
    again: Mention | None = None
    number: Quantity | None = None
    echoes: tuple[Mention, ...] = ()

    def actors(self, name: RoleName) -> list[Actor]:
        """Those in one role."""
        return [role.actor for role in self.roles if role.name is name]
