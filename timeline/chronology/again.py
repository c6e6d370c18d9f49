"""What one text tells again further on, in other words and with more of it: how somebody was hit, a wreck, a quake, a verdict."""

from timeline.chronology.party import share
from timeline.chronology.profile import Profile
from timeline.model.types import FORCE

WRECKS = frozenset(
    {"crash", "quake", "sink"}
)  # families: of these a text seldom tells two of one day, and then says so
STEPS = frozenset({"acquit", "appoint", "convict", "resign", "sentence"})  # what befalls a person once on a day


def is_told_further(a: Profile, b: Profile) -> bool:
    """Whether a text tells one thing twice: 'A ferry sank … The Ada went down', 'was shot dead … Holm was hit by four bullets'."""
    if a.document != b.document or a.is_other or b.is_other or not a.span.overlaps(b.span):
        return False
    known = a.families & b.families
    is_dated = a.is_narrow or b.is_narrow
    return (
        _hits_one(a, b)
        or (is_dated and not known.isdisjoint(WRECKS))
        or (is_dated and not known.isdisjoint(STEPS) and share(a.befallen, b.befallen))
    )


def _hits_one(a: Profile, b: Profile) -> bool:
    """Whether force is used on one person with a name, and not in two ways."""
    if not a.type == b.type == FORCE or not (a.mode == b.mode or None in (a.mode, b.mode)):
        return False
    return any(one.is_person and one.is_particular and any(map(one.is_same, b.targets)) for one in a.targets)
