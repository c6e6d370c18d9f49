"""Draft: a mention on its way to becoming a Statement. The value alone."""

from timeline.model.statement import FACTS, Actor, Claim, Place, Quantity, Role, RoleName
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


def is_looked_back_to(draft: Draft, day: int | None) -> bool:
    """'called it a reprisal for the blasts of 9 October', after 11 October (`day`) was told of: a noun of a day before it."""
    last = draft.when.span.end_latest
    if draft.mention.is_verb or draft.expression is None or day is None or last is None:
        return False
    return last < day


def day_of_story(draft: Draft, day: int | None) -> int | None:
    """The latest first day that was told as a fact and by a date of its own so far; `day` is that before the draft."""
    first = draft.when.span.start_earliest
    if first is None or draft.expression is None or draft.claim.status not in FACTS:
        return day
    return first if day is None else max(first, day)
