"""Bygone: what was ahead in a text of times long gone may not be ahead of its publication ('was expected to resign')."""

import datetime
from collections.abc import Sequence

from timeline.model.statement import Status
from timeline.model.time import DIRECT, When
from timeline.parser.anchor.dating import when
from timeline.parser.anchor.intended import expecting
from timeline.parser.mentions.draft import Draft

LONG = 31  # days between the last day that a text tells of and its publication


def with_bygone(drafts: Sequence[Draft], published: datetime.date | None) -> tuple[When, ...]:
    """The Whens of the drafts; plans told in the past have no side where all that is dated was over long before publication."""
    whens = tuple(draft.when for draft in drafts)
    ends = [_end(each) for each in whens if each.basis in DIRECT]
    if published is None or not ends or max(ends) > published.toordinal() - LONG:
        return whens
    return tuple(
        when(draft.mention, Status.HYPOTHETICAL, None, published) if _is_old_plan(draft) else draft.when
        for draft in drafts
    )


def _end(found: When) -> int:
    """Its last day; one of the far future for what is open."""
    latest = found.span.end_latest
    return datetime.date.max.toordinal() if latest is None else latest


def _is_old_plan(draft: Draft) -> bool:
    is_undated = draft.claim.status is Status.PLANNED and draft.when.basis == "published"
    return is_undated and "VBD" in expecting(draft.mention)
