"""What the like of a Statement are found by: keys, and the days in which to look."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.chronology.order import kept_apart
from timeline.chronology.party import MUTUAL_TYPES, context_of
from timeline.chronology.profile import DOUBT_DAYS, ONCE, RECENT_DAYS, Profile, profile
from timeline.chronology.story import countries, stem
from timeline.model.event import Evidence, Reading
from timeline.model.statement import Statement


def readings(statements: Sequence[Statement], ranks: Sequence[int]) -> tuple[Reading, ...]:
    """Each Statement with the actors of the whole text, what its like are found by, and its rank in its Document."""
    context = tuple(sorted({name for one in statements for name in context_of(one)}))
    told = [
        replace(statement, context=context, apart=apart)
        for statement, apart in zip(statements, kept_apart(statements), strict=True)
    ]
    return tuple(_reading(statement, rank) for statement, rank in zip(told, ranks, strict=True))


def keys(one: Profile) -> tuple[str, ...]:
    """Each of its families with each name that takes part or stands around (in its text, when it names nobody).

    What may have been on any of many days is not found by the name of a country; what is dated to a few days has keys
    with its type, too. What is the same shares one.
    """
    surnames = {party.surname for party in one.everyone if party.surname}
    states = {party.state for party in one.everyone if party.state and one.type in MUTUAL_TYPES}
    known = one.names | surnames | states | one.around | (frozenset() if one.is_named else one.context)
    if one.days is not None and one.days[1] - one.days[0] > RECENT_DAYS:
        known = frozenset(name for name in known if stem(name) not in countries())
    kinds = {one.type, *one.families} if one.is_narrow else one.families
    return tuple(sorted({f"{kind} {name}" for name in known for kind in kinds}))


def _reading(statement: Statement, rank: int) -> Reading:
    found = profile(Evidence("", "", None, 0, statement))
    known = keys(found)
    if found.days is None:
        return Reading(statement, known, None, None, rank)
    doubt = 0 if ONCE.isdisjoint(found.families) else DOUBT_DAYS
    return Reading(statement, known, found.days[0] - doubt, found.days[1] + doubt, rank)
