"""What befalls a person with a name: two texts tell it in any word of its type."""

from timeline.chronology.families import is_listed
from timeline.chronology.party import share
from timeline.chronology.profile import STEPS, Profile


def is_of_one_person(a: Profile, b: Profile) -> bool:
    """Whether two texts tell the like of one person, in words that no rows tell apart ('caught Holm', 'the arrest of Ada Holm')."""
    if a.type != b.type or a.type in STEPS or not _befalls_one(a, b):
        return False
    if is_listed(a.families) and is_listed(b.families) and a.families.isdisjoint(b.families):
        return False
    return a.mode == b.mode or None in (a.mode, b.mode)


def _befalls_one(a: Profile, b: Profile) -> bool:
    """Whether it is the same person's, and their texts have a name in common."""
    is_other_text = a.document != b.document and a.fingerprint != b.fingerprint
    return is_other_text and share(a.befallen, b.befallen) and a.story.shares(b.story) > 0
