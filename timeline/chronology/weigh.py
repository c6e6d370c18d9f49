"""What speaks for two Statements being one happening when it is not plain, in points.

Only words of one kind are weighed, and only where nothing contradicts. Each thing that both share gives points: the
word, those who take part, the place, other names in the sentence, a number, the day. A mention that points back
('the attack') is helped by that, and by texts that share names. See docs/chronology.md.
"""

from timeline.chronology.contradict import COMING, HAPPENED, contradicts, descriptions_differ, is_of_one_kind
from timeline.chronology.families import is_ambiguous
from timeline.chronology.match import is_linked_same, is_same, is_told_anew, share_days
from timeline.chronology.profile import Profile, is_close
from timeline.model.statement import Status

SAME_WORD, SAME_FAMILY = 2, 1
PARTICULAR, GENERAL, MOST_PARTIES = 2, 1, 4  # a name; a state, or people who are only described; all of them together
CALLED = 3  # the happening has a name, and it is the same
PLACE, NAME, MOST_NAMES = 2, 1, 2
NUMBER, SMALL, MENDED = 2, 3, 2  # small numbers are everywhere; a toll may be corrected to no less than half
ROUND = 2  # 'second'
DAY, MONTH = 2, 1
POINTS_BACK = TEXT = CONTEXT = MODE = 1
MONTH_DAYS = 31

CONSULT = "consult"

ENOUGH = 4
ENOUGH_UNSURE = 6  # when one tells a plan, or says that it was not


def is_kin(a: Profile, b: Profile) -> bool:
    """Whether the one must be known where the other is merged: they are plainly one happening, or enough speaks for it."""
    if not is_of_one_kind(a, b):
        return is_linked_same(a, b)
    return is_same(a, b) or (points(a, b) >= needed(a, b) and not contradicts(a, b))


def points(a: Profile, b: Profile) -> int:
    """How much speaks for it; 0 when they share no word, no day, or nothing that tells their story from others."""
    if a.families.isdisjoint(b.families) or not share_days(a, b):
        return 0
    word, who, where, context = _word(a, b), _who(a, b), _where(a, b), _context(a, b)
    if (not (who or where) and (context < 0 or _names_no_side(a, b))) or (
        not word and not (a.is_narrow and b.is_narrow)
    ):
        return 0
    return (
        word
        + who
        + where
        + _number(a, b)
        + _round(a, b)
        + _day(a, b)
        + _reference(a, b)
        + context
        - descriptions_differ(a, b)
        - (a.is_general != b.is_general)
    )


def _names_no_side(a: Profile, b: Profile) -> bool:
    """Whether it takes two sides ('the talks'), and another text says nothing of whose."""
    return a.document != b.document and a.type == b.type == CONSULT


def needed(a: Profile, b: Profile) -> int:
    """How many points are enough."""
    return ENOUGH if _is_sure(a, b) else ENOUGH_UNSURE


def _is_sure(a: Profile, b: Profile) -> bool:
    both = {a.status, b.status}
    return len(both) == 1 or both <= HAPPENED or both <= COMING or both == {Status.NEGATED, Status.DENIED}


def _word(a: Profile, b: Profile) -> int:
    """A word that may be of another family ('strike') counts only beside itself."""
    if a.lemma == b.lemma:
        return SAME_WORD
    return 0 if is_ambiguous(a.lemma) or is_ambiguous(b.lemma) else SAME_FAMILY


def _who(a: Profile, b: Profile) -> int:
    """The shorter list's members that the longer has, too."""
    fewer, more = sorted((a.everyone, b.everyone), key=len)
    found = [one for one in fewer if any(map(one.is_same, more))]
    return min(MOST_PARTIES, sum(PARTICULAR if one.is_particular else GENERAL for one in found))


def _where(a: Profile, b: Profile) -> int:
    """Its own name, which differs when anything does (see `contradict`), the place, and names that stand in both sentences."""
    place = PLACE if a.place is not None and a.place == b.place else 0
    called = CALLED if a.called is not None and b.called is not None else 0
    return called + place + min(MOST_NAMES, NAME * len((a.around | a.names) & (b.around | b.names)))


def _number(a: Profile, b: Profile) -> int:
    """The same number; against it, one of the same that was larger in an earlier report: tolls grow, or are mended a little."""
    if any(one[2] > SMALL and one[:3] == other[:3] for one in a.counts for other in b.counts):
        return NUMBER
    first, second = sorted((a, b), key=lambda one: one.span.end_latest or 0)
    is_less = any(
        one[:2] == other[:2] and one[2] > MENDED * other[2] for one in first.counts for other in second.counts
    )
    return -NUMBER if is_less else 0


def _round(a: Profile, b: Profile) -> int:
    return ROUND if a.series is not None and a.series == b.series else 0


def _day(a: Profile, b: Profile) -> int:
    if a.is_narrow and b.is_narrow:
        return DAY
    return MONTH if (a.is_narrow or b.is_narrow) and all(is_close(one.span, MONTH_DAYS) for one in (a, b)) else 0


def _reference(a: Profile, b: Profile) -> int:
    """One that points back, with an article and in the same word even more; one mode. Within a text only an article does."""
    mode = (MODE if a.mode == b.mode else -MODE) if a.mode and b.mode else 0
    known = POINTS_BACK * (1 + (a.lemma == b.lemma))
    if a.document == b.document:
        later = max(a, b, key=lambda one: one.number)
        if later.is_definite and not is_told_anew(later, min(a, b, key=lambda one: one.number)):
            return mode + known + TEXT
        return mode if later.points_back else mode - TEXT
    if a.is_definite or b.is_definite:
        return mode + known
    return mode + POINTS_BACK * (a.points_back or b.points_back)


def _context(a: Profile, b: Profile) -> int:
    """Names that both texts have; -1 when there are none, 1 when they are of one story."""
    if a.document == b.document:
        return CONTEXT
    return CONTEXT * a.story.is_same(b.story) if a.story.shares(b.story) else -CONTEXT
