"""Retold: what the news tells without a day, and the text tells again with one ('X has died. … She died on Sunday')."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model.statement import Status
from timeline.model.time import DIRECT, UNDATED, When
from timeline.parser.draft import Draft
from timeline.parser.mention import Mention

FIRST = 2  # sentences in which news is told without its day
LAST_DAYS = 14  # before the latest day that it may be of
DYING = frozenset({"die", "pass", "pass away"})


def with_days(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; those of the first sentences without a day have the one with which the same is told further down."""
    if not drafts:
        return []
    last = drafts[0].mention.tree.sentence.index + FIRST
    early = [draft for draft in drafts if draft.mention.tree.sentence.index < last and _is_open(draft)]
    found = {id(draft): other for draft in early if (other := _again(draft, drafts)) is not None}
    return [_dated(draft, found[id(draft)]) if id(draft) in found else draft for draft in drafts]


def _is_open(draft: Draft) -> bool:
    return draft.mention.is_verb and draft.claim.status is Status.ASSERTED and draft.when.basis in UNDATED


def _again(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The first that tells the same, of the same people, with a day shortly before the text."""
    actors = {role.actor for role in draft.roles}
    return next((other for other in drafts if _is_dated(draft, other) and _is_same(draft.mention, other.mention)
                 and any(role.actor in actors for role in other.roles)), None)  # fmt: skip


def _is_dated(draft: Draft, other: Draft) -> bool:
    """By one day in the last two weeks, and told later in the text."""
    until, day = draft.when.span.end_latest, other.when.span.start_earliest
    is_later = other.mention.tree.sentence.index > draft.mention.tree.sentence.index
    is_direct = other.when.basis in DIRECT and other.when.span.width == 1 and other.claim.status is Status.ASSERTED
    return is_later and is_direct and until is not None and day is not None and 0 <= until - day < LAST_DAYS


def _is_same(mention: Mention, other: Mention) -> bool:
    """One verb, or two for dying."""
    return other.is_verb and (mention.lemma == other.lemma or {mention.lemma, other.lemma} <= DYING)


def _dated(draft: Draft, other: Draft) -> Draft:
    when = When(other.when.span, "resolved", (*other.when.because, "told again with its day"), rule=other.when.rule)
    return replace(draft, when=when)
