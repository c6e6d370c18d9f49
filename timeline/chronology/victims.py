"""Who died, as two Statements tell it: whether they tell of others."""

from timeline.chronology.death import DEADLY, KILLED
from timeline.chronology.party import LOCALS, Parties, named_of, share
from timeline.chronology.profile import Profile
from timeline.chronology.toll import is_of_tolls
from timeline.model.types import FORCE

KILL, DYING = "kill", frozenset({"die", "death"})


def victims_differ(a: Profile, b: Profile) -> bool:
    """Those who died are described, by other words ('soldiers', 'nurses'), and not in the same number; or one did, and several."""
    if a.families.isdisjoint(DEADLY) or b.families.isdisjoint(DEADLY):
        return False
    if (is_of_one_victim(a) and _is_of_several(b)) or (is_of_one_victim(b) and _is_of_several(a)):
        return True
    some, others = _victims(a), _victims(b)
    if _all_named(some) or _all_named(others) or (_may_be_anybody(a, b) and _are_people(some, others)):
        return False
    if share(named_of(some), named_of(others)):
        return False
    is_counted = any(one[:3] == other[:3] and one[2] > 1 for one in a.counts for other in b.counts)
    return not is_counted and {one.head for one in some} != {one.head for one in others}


def _victims(one: Profile) -> Parties:
    """Those who died; whoever only killed did not ('accused of the shootings'), and 'the shootings in Lindau' tell of nobody."""
    is_deed = KILL in one.families and one.lemma not in DYING
    found = one.targets or (() if is_deed else one.agents)
    return tuple(party for party in found if not any(name.startswith(LOCALS) for name in party.names))


def _may_be_anybody(a: Profile, b: Profile) -> bool:
    """Whether force hit them, or one thing that kills many."""
    return a.type == b.type == FORCE or is_of_tolls(a.families & b.families)


def _are_people(some: Parties, others: Parties) -> bool:
    """Whether those of one side may be anybody ('people')."""
    return any(all(one.is_anybody for one in known) for known in (some, others))


def _all_named(some: Parties) -> bool:
    return not any(one.is_described for one in some)


def is_of_one_victim(one: Profile) -> bool:
    """Whether it is done to one person ('an engineer', 'Daniel Holm'), and no more are counted."""
    is_person = len(one.targets) == 1 and one.targets[0].is_person
    return is_person and not _is_of_several(one)


def _is_of_several(one: Profile) -> bool:
    """Whether more than one dead are counted, or described ('migrants')."""
    if one.counts or not one.targets:
        return any(what == KILLED and low > 1 for what, _, low, _ in one.counts)
    return all(party.is_people and not party.is_anybody for party in one.targets)
