"""One downfall: two texts tell how somebody lost an office, or how a town fell ('ousted Danso', 'the fall of Danso')."""

from functools import lru_cache

from timeline.chronology.downfall import RETAKEN, SIGN, TAKEN
from timeline.chronology.party import Names
from timeline.chronology.profile import Profile


def is_one_downfall(a: Profile, b: Profile) -> bool:
    """Whether two texts with a name in common tell one such downfall."""
    is_other_text = a.document != b.document and a.fingerprint != b.fingerprint
    return is_other_text and befalls_one(a, b) and a.story.shares(b.story) > 0


def befalls_one(a: Profile, b: Profile) -> bool:
    """Whether one person or town falls in both, and neither is told to be another time."""
    return not _downfalls(a.families).isdisjoint(_downfalls(b.families)) and not any(
        one.is_other or one.is_added or one.is_general or one.is_sum for one in (a, b)
    )


def is_turned(a: Profile, b: Profile) -> bool:
    """Whether a town was taken in the one and won back, or some town, in the other, unless both are of one day."""
    is_one_day = a.span == b.span and a.is_narrow
    return not is_one_day and (_is_answered(a, b) or _is_answered(b, a))


def _is_answered(a: Profile, b: Profile) -> bool:
    if not _downfalls(a.families):
        return False
    taken = {name.removeprefix(TAKEN) for name in a.families if name.startswith(TAKEN)}
    is_any = RETAKEN in b.families
    return any(is_any or f"{RETAKEN}{town}" in b.families for town in taken)


def is_loose_downfall(one: Profile) -> bool:
    """Whether it tells a downfall from which on only follows from the order of telling."""
    return not (one.is_direct or one.is_undated) and bool(_downfalls(one.families))


@lru_cache(maxsize=8192)
def _downfalls(families: Names) -> Names:
    return frozenset(name for name in families if name.startswith(SIGN) and name != RETAKEN)
