"""One count of dead: two texts of a story count as many dead ('eight workers were killed', 'the deaths of eight people')."""

from timeline.chronology.death import DEADLY, KILLED, SEVERAL
from timeline.chronology.profile import Profile
from timeline.model.statement import OVER
from timeline.model.types import FORCE

MANY = 6  # dead of a blow that no other blow of the story has, most likely


def is_one_count(a: Profile, b: Profile) -> bool:
    """Whether two texts of a story count as many dead, and one of them does not date it itself."""
    if a.fingerprint == b.fingerprint or (a.is_direct and b.is_direct) or not {a.status, b.status} <= OVER:
        return False
    if not (has_dead(a) and has_dead(b)) or _dead(a).isdisjoint(_dead(b)):
        return False
    if any(one.is_other or one.is_added or one.is_general or one.is_sum for one in (a, b)):
        return False
    if FORCE in (a.type, b.type) and not any(number >= MANY for number in _dead(a) & _dead(b)):
        return False
    return a.story.is_same(b.story)


def has_dead(one: Profile) -> bool:
    """Whether it counts dead."""
    return not one.families.isdisjoint(DEADLY) and bool(_dead(one))


def _dead(one: Profile) -> frozenset[float]:
    return frozenset(low for what, _, low, _ in one.counts if what == KILLED and low >= SEVERAL)
