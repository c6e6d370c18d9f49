"""What two texts of one story tell of two days that follow each other, and is one happening: the day is in doubt."""

from timeline.chronology.party import MUTUAL_TYPES
from timeline.chronology.profile import Profile
from timeline.model.statement import OVER
from timeline.model.types import COMMENTS

ALIKE = 2  # words that both sentences have in common
DAILY = MUTUAL_TYPES | COMMENTS  # what is said and met over day by day
PARTS = frozenset({"business", "sport", "science", "other"})  # of many sorts of things
LASTING = "ceasefire"  # a mode: it holds on one day and is broken on the next


def is_doubtful(a: Profile, b: Profile) -> bool:
    """Whether both tell the like of it in one word ('the bridge fell'), with another in common, or in more: each has its day."""
    if a.type != b.type or not is_single(a) or not is_single(b) or a.families.isdisjoint(b.families):
        return False
    words = (a.about & b.about) - a.around - b.around
    return len(words) >= (1 if a.lemma == b.lemma else ALIKE) and not _counts_differ(a, b) and a.story.is_same(b.story)


def is_single(one: Profile) -> bool:
    """Whether it has happened, on a day that its text tells, and is of a type of which a story tells seldom."""
    is_told = one.is_direct and one.is_narrow and one.status in OVER
    return is_told and one.type not in DAILY and one.type not in PARTS and one.mode != LASTING


def _counts_differ(a: Profile, b: Profile) -> bool:
    """Whether they count the same otherwise ('killed six villagers', 'killed nine villagers')."""
    return any(one[:2] == other[:2] and one[2:] != other[2:] for one in a.counts for other in b.counts)
