"""Ahead: what is dated after publication is planned, and what has begun is not, whatever is expected of it."""

import datetime
from dataclasses import replace

from timeline.model.statement import Claim, Status
from timeline.model.time import TimeExpression, When
from timeline.model.types import SPOKEN
from timeline.parser.anchor.begun import has_begun
from timeline.parser.anchor.dating import is_told_past
from timeline.parser.anchor.diary import Page
from timeline.parser.known.hedges import effects
from timeline.parser.mentions.mention import Mention


def ahead(
    mention: Mention, found: Claim, expression: TimeExpression | None, published: datetime.date | None, page: Page
) -> Claim:
    """The Claim; what is dated after publication has not happened yet ('called a strike for 3 May', 'is leaving in June')."""
    if expression is None or published is None:
        return found
    today = published.toordinal()
    if found.status is Status.PLANNED and has_begun(mention, expression.span.end_latest, today):
        return replace(found, status=Status.ASSERTED)
    if found.status is not Status.ASSERTED or (is_told_past(mention) and not page.is_planned(mention)):
        return found
    if not mention.is_verb and (mention.lemma, "noun") in effects() and mention.tree.below(mention.index, "acl"):
        return found  # 'his promise to end it by June': the promise was made
    start = expression.span.start_earliest
    is_coming = start is not None and start > today - _is_of_today(mention)
    return replace(found, status=Status.PLANNED) if is_coming else found


def counted_ahead(mention: Mention, found: Claim, when: When, published: datetime.date | None) -> Claim:
    """The Claim; 'two weeks before parliament votes on it' is planned where the day that was counted lies after publication."""
    start = when.span.start_earliest
    is_coming = published is not None and start is not None and start > published.toordinal()
    is_planned = is_coming and found.status is Status.ASSERTED and not is_told_past(mention)
    return replace(found, status=Status.PLANNED) if is_planned else found


def _is_of_today(mention: Mention) -> bool:
    """'meets the champion on Monday night', told on Monday."""
    token = mention.tree[mention.index]
    return token.tag == "VBZ" and mention.row.type not in SPOKEN and token.relation in {"ROOT", "conj"}
