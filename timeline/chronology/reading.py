"""What the like of a Statement are found by: keys, and the days in which to look."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.chronology.death import DEATH, keys_of
from timeline.chronology.doubt import is_single
from timeline.chronology.loss import is_loose_loss
from timeline.chronology.order import kept_apart
from timeline.chronology.profile import DOUBT_DAYS, MENDED_DAYS, ONCE, Profile, profile
from timeline.chronology.retold import is_dayless, is_loose
from timeline.chronology.texts import names_of_text
from timeline.chronology.window import CLOSE_DAYS, LIFE_DAYS, RECENT_DAYS, slack
from timeline.model.document import Document
from timeline.model.event import Evidence, Reading
from timeline.model.statement import Statement


def readings(
    statements: Sequence[Statement], ranks: Sequence[int], text: Document | None = None
) -> tuple[Reading, ...]:
    """Each Statement with the names of the whole text, what its like are found by, and its rank in its Document."""
    context = names_of_text(statements, text)
    told = [
        replace(statement, context=context, apart=apart)
        for statement, apart in zip(statements, kept_apart(statements), strict=True)
    ]
    return tuple(_reading(statement, rank) for statement, rank in zip(told, ranks, strict=True))


def _reading(statement: Statement, rank: int) -> Reading:
    found = profile(Evidence("", "", None, 0, statement))
    known = tuple(sorted(found.keys))
    if found.days is None:
        return Reading(statement, known, None, None, rank)
    doubt = _doubt(found)
    back = CLOSE_DAYS if is_loose_loss(found) else RECENT_DAYS if is_loose(found) else doubt
    far = _far(found)
    near = tuple(key for key in known if key not in far)
    last = found.days[1] + doubt
    return Reading(statement, near, found.days[0] - back, last, rank, tuple((key, last - LIFE_DAYS) for key in far))


def _far(one: Profile) -> tuple[str, ...]:
    """The keys by which the death of somebody is found whose full name it tells, but not the day."""
    keys = keys_of(one.dead) if one.dead and is_dayless(one) else frozenset()
    return tuple(sorted(key for key in keys if " " in key.removeprefix(f"{DEATH} ")))


def _doubt(one: Profile) -> int:
    """By how many days it may be told apart from its like."""
    if one.wrong_days:
        return MENDED_DAYS
    is_doubted = is_single(one) or not ONCE.isdisjoint(one.families)
    return max(slack(one.told.when), DOUBT_DAYS * is_doubted)
