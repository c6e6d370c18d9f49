"""Whether two Statements plainly tell one happening: a simple rule that rather leaves two apart than joins two.

They do when type, trigger and a participant or the place are the same, the dates can be the same, and nothing that
both of them say differs: who does it to whom, where, in which round of a series, and how firmly. A mention that names
nobody ('the ceasefire') is known by the actors of its text, and must use the very word or be dated to a few days.
"""

from collections.abc import Callable

from timeline.chronology.party import MUTUAL_TYPES, Parties, Party, share
from timeline.chronology.profile import DOUBT_DAYS, LONG_DAYS, ONCE, Count, Profile, is_close
from timeline.model.statement import Status

NEAR = 4  # statements back to what another word of the family may point to
TABLE = 2  # sides that make a meeting
STAY_DAYS = 10  # two stays of at most so many days, in one town and with days in common, are one
SHARED_CONTEXT = 2  # names that two texts must both have for a mention that names nobody

HAPPENED = frozenset({Status.ASSERTED, Status.ALLEGED, Status.DENIED})
COMING = frozenset({Status.PLANNED, Status.CANCELLED})


def is_same(a: Profile, b: Profile) -> bool:
    """Whether the two plainly tell one happening."""
    if a.fingerprint == b.fingerprint and a.number == b.number:
        return True
    if is_linked_same(a, b):
        return True
    if a.type != b.type or contradicts(a, b) or not _statuses_go_together(a, b):
        return False
    if _shares_something(a, b) and _tells_alike(a, b):
        return True
    return _is_one_meeting(a, b) or _points_to(a, b) or _points_to(b, a)


def is_linked_same(a: Profile, b: Profile) -> bool:
    """Whether their text itself says that they are the same."""
    return a.document == b.document and (b.number in a.same_as or a.number in b.same_as)


def contradicts(a: Profile, b: Profile) -> bool:
    """Whether something that both say differs, so that they can't be one happening."""
    return (
        a.type != b.type
        or _are_ordered(a, b)
        or not (_may_be_same_day(a, b) or _is_told_a_day_apart(a, b))
        or (a.place is not None and b.place is not None and a.place != b.place)
        or not _statuses_can_meet(a, b)
        or _series_differ(a, b)
        or _actors_differ(a, b)
    )


def _are_ordered(a: Profile, b: Profile) -> bool:
    """Whether their text says that one came before the other."""
    return a.document == b.document and (b.number in a.apart_from or a.number in b.apart_from)


def _may_be_same_day(a: Profile, b: Profile) -> bool:
    """Days overlap; what is too vague is only ever the same as what the same text says in the same words of time."""
    if a.days is None or b.days is None:
        return a.days == b.days and a.document == b.document and a.span == b.span
    if a.days[0] > b.days[1] or b.days[0] > a.days[1]:
        return False
    return a.span == b.span or not (a.goes_on or b.goes_on)


def _is_told_a_day_apart(a: Profile, b: Profile) -> bool:
    """Whether two texts differ by a day about what happens once to the same person or firm."""
    if a.fingerprint == b.fingerprint or a.family != b.family or a.family not in ONCE:
        return False
    if a.days is None or b.days is None or not (a.is_narrow and b.is_narrow):
        return False
    gap = max(a.days[0], b.days[0]) - min(a.days[1], b.days[1])
    return gap <= DOUBT_DAYS and (share(a.agents, b.agents) or share(a.targets, b.targets))


def _shares_something(a: Profile, b: Profile) -> bool:
    """A name, the place, or a surname in texts that share another name."""
    if not a.names.isdisjoint(b.names) or (a.place is not None and a.place == b.place):
        return True
    return not a.context.isdisjoint(b.context) and share(a.everyone, b.everyone)


def _tells_alike(a: Profile, b: Profile) -> bool:
    """The same trigger word or family of words; on the same few days, a known mode or two shared names will do."""
    if a.family == b.family and (a.mode == b.mode or None in (a.mode, b.mode)):
        return True
    if a.mode != b.mode or not (a.is_narrow and b.is_narrow):
        return False
    return a.mode is not None or sum(any(map(one.is_same, b.everyone)) for one in a.everyone) >= 2


def _is_one_meeting(a: Profile, b: Profile) -> bool:
    """The same day, and two sides of the same table; or one of them there, and the place."""
    if a.type != "consult" or a.span.width != 1 or b.span.width != 1:
        return False
    fewer, _ = sorted((a.everyone, b.everyone), key=len)
    return len(fewer) >= TABLE or (share(a.everyone, b.everyone) and a.place is not None and a.place == b.place)


def _points_to(a: Profile, b: Profile) -> bool:
    """Whether the first names nobody and means the second: one told before it, or one known by the actors of its text."""
    if a.names or (a.mode != b.mode and None not in (a.mode, b.mode)) or _counts_differ(a, b):
        return False
    if a.document == b.document and a.is_definite and _is_antecedent(b, a):
        return True
    if not _is_known_by_context(a, b):
        return False
    if a.is_narrow and b.is_narrow:
        return a.family == b.family
    if not b.is_narrow:
        return False
    return (a.is_definite and a.lemma == b.lemma) or (a.family == b.family and not a.nearby.isdisjoint(b.nearby))


def _is_antecedent(a: Profile, b: Profile) -> bool:
    """Whether the first was told before the second in the same word, shortly before in another of its family; or last.

    What only its report dates may point to the last one in any word ('stormed … the assault').
    """
    steps = b.number - a.number
    if steps == 1 and b.span.start_earliest is None:
        return True
    return (steps > 0 and a.lemma == b.lemma) or (0 < steps <= NEAR and a.family == b.family)


def _is_known_by_context(a: Profile, b: Profile) -> bool:
    """Whether their texts share names, and those who take part in the second are among the first's."""
    theirs = {name for party in b.everyone for name in (*party.names, party.state) if name}
    return len(a.context & b.context) >= SHARED_CONTEXT and (not theirs or not a.context.isdisjoint(theirs))


def _counts_differ(a: Profile, b: Profile) -> bool:
    """Whether they give numbers of the same thing that can't both be right."""
    return any(
        one[:2] == other[:2] and not (_reaches(one, other) and _reaches(other, one))
        for one in a.counts
        for other in b.counts
    )


def _reaches(one: Count, other: Count) -> bool:
    return one[3] is None or other[2] <= one[3]


def _actors_differ(a: Profile, b: Profile) -> bool:
    if a.type in MUTUAL_TYPES:
        return not _one_covers_other(
            a.agents + a.targets + a.participants, b.agents + b.targets + b.participants, Party.sits_with
        )
    return (
        _disjoint(_known(a.agents, b.agents), _known(b.agents, a.agents))
        or _disjoint(a.targets, b.targets)
        or _swapped(a, b)
        or _swapped(b, a)
        or not _one_covers_other(a.participants, b.participants, Party.is_same)
    )


def _known(some: Parties, others: Parties) -> Parties:
    """Without those who are only described when others are named: 'gunmen' may be anybody's."""
    if all(one.is_described for one in others):
        return some
    return tuple(one for one in some if not one.is_described or one.state)


def _disjoint(some: Parties, others: Parties) -> bool:
    return bool(some) and bool(others) and not share(some, others)


def _swapped(a: Profile, b: Profile) -> bool:
    """Whether one's agent is the other's target, and only that."""
    return share(a.agents, b.targets) and not share(a.agents, b.agents)


def _one_covers_other(some: Parties, others: Parties, is_one: Callable[[Party, Party], bool]) -> bool:
    """Whether everybody on the shorter list is on the longer; of lists that are as long, on either."""
    fewer, more = sorted((some, others), key=len)
    sides = [(fewer, more)] if len(fewer) < len(more) else [(fewer, more), (more, fewer)]
    return any(all(any(is_one(one, other) for other in there) for one in here) for here, there in sides)


def _series_differ(a: Profile, b: Profile) -> bool:
    """Rounds differ; one that is not counted may be any of them, unless both are dated to the day."""
    if a.series == b.series:
        return False
    if None not in (a.series, b.series):
        return True
    return not (_is_one_stay(a, b) or (a.is_narrow and b.is_narrow))


def _is_one_stay(a: Profile, b: Profile) -> bool:
    """In one town, and both within few days, or one told while the other went on."""
    if a.place is None or a.place != b.place:
        return False
    return (is_close(a.span, STAY_DAYS) and is_close(b.span, STAY_DAYS)) or _told_during(a, b) or _told_during(b, a)


def _told_during(vague: Profile, other: Profile) -> bool:
    """Only its report bounds the one, and that was made in the days of the other or right after."""
    first, last, told = other.span.start_earliest, other.span.end_latest, vague.span.end_latest
    if vague.span.start_earliest is not None or first is None or last is None or told is None:
        return False
    return first <= told <= last + 1 and is_close(other.span, STAY_DAYS)


def _statuses_can_meet(a: Profile, b: Profile) -> bool:
    return a.status is b.status or {a.status, b.status} <= HAPPENED | COMING


def _statuses_go_together(a: Profile, b: Profile) -> bool:
    """What happened goes with what was alleged or denied; what was planned, with that too once both are dated well."""
    both = {a.status, b.status}
    if len(both) == 1 or both <= HAPPENED or both <= COMING:
        return True
    return both <= HAPPENED | COMING and is_close(a.span, LONG_DAYS) and is_close(b.span, LONG_DAYS)
