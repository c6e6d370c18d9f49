"""One loss: two texts of a story tell what befell a thing but once ('the airliner dived into the sea', 'the loss of Flight 41')."""

from timeline.chronology import measure
from timeline.chronology.counted import has_dead, is_one_count
from timeline.chronology.gone import is_loose_downfall, is_one_downfall
from timeline.chronology.profile import Profile
from timeline.chronology.toll import are_two_tolls, grows, is_of_tolls
from timeline.chronology.window import CLOSE_DAYS
from timeline.chronology.wreck import are_two, is_another, is_any, is_loss
from timeline.model.statement import OVER


def is_one_loss(a: Profile, b: Profile) -> bool:
    """Whether two texts of a story tell the loss of such a thing, and neither one of another.

    Where the text does not date the loss of 'a ferry', both must have a name in common.
    """
    if not is_loss(a.families & b.families) or a.fingerprint == b.fingerprint or not {a.status, b.status} <= OVER:
        return False
    if any(one.is_other or one.is_added or one.is_general or one.is_sum for one in (a, b)):
        return False
    if not a.story.is_same(b.story) or are_two_losses(a, b):
        return False
    is_vague = any(not one.is_direct and (one.is_new or is_any(one.told)) for one in (a, b))
    return not is_vague or measure.who(a, b) + measure.where(a, b) > 0


def are_two_losses(a: Profile, b: Profile) -> bool:
    """Whether they tell it of two things ('the market collapsed', 'the school collapsed', 'a second market collapsed')."""
    if not is_loss(a.families & b.families):
        return False
    if is_of_tolls(a.families & b.families):
        return are_two_tolls(a.told, b.told)
    return are_two(a.told, b.told) or (a.document != b.document and is_another(a.told) != is_another(b.told))


def is_loose_loss(one: Profile) -> bool:
    """Whether it tells a loss or a toll whose first day only follows from the order of telling."""
    is_loose = not (one.is_direct or one.is_undated) and (is_loss(one.families) or has_dead(one))
    return is_loose or is_loose_downfall(one)


def is_recalled(a: Profile, b: Profile) -> bool:
    """Whether the day of one only follows from the order of telling, and the other tells it as earlier, by a year at most.

    More would be wider than the days by which the store looks for its like.
    """
    return _recalls(a, b) or _recalls(b, a)


def _recalls(later: Profile, earlier: Profile) -> bool:
    if later.days is None or earlier.days is None or not (is_loose_loss(later) or has_grown(later)):
        return False
    return later.days[0] - CLOSE_DAYS <= earlier.days[1] < later.days[0] and (
        is_one_loss(later, earlier) or is_one_downfall(later, earlier) or is_one_count(later, earlier)
    )


def has_grown(one: Profile) -> bool:
    """Whether it counts all the dead of an epidemic or a flood by its day ('the toll rose to 44 on Monday')."""
    return is_of_tolls(one.families) and grows(one.told)
