"""What speaks for two Statements being one happening when it is not plain, in points.

Only words of one kind are weighed, and only where nothing contradicts. Each thing that both share gives points: the
word, those who take part, the place, other names in the sentence, a number, the day. A mention that points back
('the attack') is helped by that, and by texts that share names. See docs/chronology.md.
"""

from timeline.chronology import measure
from timeline.chronology.again import is_told_further
from timeline.chronology.contradict import (
    COMING,
    descriptions_differ,
    is_of_one_kind,
    is_toll,
)
from timeline.chronology.counted import is_one_count
from timeline.chronology.families import PERSONAL, is_ambiguous, is_listed
from timeline.chronology.gone import is_one_downfall
from timeline.chronology.loss import is_one_loss
from timeline.chronology.match import (
    NEAR,
    is_alike_that_day,
    is_linked_same,
    is_of_another,
    is_of_one_thing,
    is_one_of_many,
    is_plain,
    is_told_anew,
    is_told_as_same,
    may_be_same,
    share_days,
)
from timeline.chronology.otherwise import is_told_otherwise
from timeline.chronology.person import is_of_one_person
from timeline.chronology.placing import are_elsewhere
from timeline.chronology.profile import Profile
from timeline.chronology.victims import is_of_one_victim
from timeline.model.bond import PLAIN
from timeline.model.statement import OVER, Status

SAME_WORD, SAME_FAMILY = 2, 1
POINTS_BACK = TEXT = CONTEXT = MODE = 1
RECALLED, LONG_AGO = 1, 184  # told as known, and so many days ago
NEXT = 2  # Statements on
WIDE = 1  # told of a year
OTHER = 2  # 'an earlier fire' and one that is not told to be another
SAME = 4  # the like of one day, of one thing, or one payment, told in other words

MANY = PERSONAL - {"kill"}  # 'the killing' beside a name is of one, 'the deaths' may be any
CLAIMED = frozenset({Status.ALLEGED, Status.DENIED})
CONSULT, BUSINESS, OTHER_TYPE = "consult", "business", "other"
VAGUE = frozenset({BUSINESS, OTHER_TYPE})  # what is read so where nothing tells

ENOUGH = 4
ENOUGH_UNSURE = 6  # when one tells a plan, or says that it was not


def strength(a: Profile, b: Profile, *, may_be: bool | None = None) -> int | None:
    """The points, and PLAIN more for what is plainly one happening. None when it is not, and too little speaks for it.

    `may_be` is what `may_be_same` says of the two, where it has been asked.
    """
    if is_told_as_same(a, b) and (is_of_one_kind(a, b) or is_linked_same(a, b)):
        return points(a, b) + PLAIN
    if not (may_be_same(a, b) if may_be is None else may_be):
        return None
    found = points(a, b)
    if is_plain(a, b):
        return found + PLAIN
    return found if found >= needed(a, b) else None


def points(a: Profile, b: Profile) -> int:
    """How much speaks for it; 0 when they share no word, no day, or nothing that tells their story from others."""
    found = _points(a, b)
    if found >= SAME or not (
        is_alike_that_day(a, b)
        or is_told_otherwise(a, b)
        or is_of_one_thing(a, b)
        or is_of_one_person(a, b)
        or is_told_further(a, b)
        or is_one_loss(a, b)
        or is_one_downfall(a, b)
        or is_one_count(a, b)
    ):
        return found
    return SAME if a.meets(b) and share_days(a, b) else found


def _points(a: Profile, b: Profile) -> int:
    if (a.families.isdisjoint(b.families) and not is_toll(a, b)) or not (share_days(a, b) and a.meets(b)):
        return 0
    who, where, context = measure.who(a, b), measure.where(a, b), _context(a, b)
    word = _word(a, b, is_known=bool(who or where))
    if is_guess(a, b) and not (who or where or measure.number(a, b) > 0 or is_thing_of_that_day(a, b)):
        return 0
    if not (who or where) and (context < 0 or _names_no_side(a, b)):
        return 0
    if not word and not (a.is_narrow and b.is_narrow):
        return 0
    particular = who + max(0, measure.number(a, b)) + measure.series(a, b) + measure.day(a, b)
    shared = particular + where
    if shared <= measure.MONTH and not (who or where) and context < CONTEXT:
        return 0  # 'the attack' of another text, which is not of one story with this one
    if not shared and not _is_pointed_to(a, b):
        return 0
    if a.document != b.document and _is_anybodys(a, b) and not (particular or measure.share_place(a, b)):
        return 0
    against = (
        RECALLED * _is_long_ago(a, b)
        + descriptions_differ(a, b)
        + (a.is_general != b.is_general)
        + WIDE * (a.is_wide or b.is_wide)
        + is_one_of_many(a, b)
        + are_elsewhere(a, b)
        + OTHER * (a.is_other != b.is_other)
        + OTHER * _is_blow_at_another(a, b)
    )
    return word + shared + measure.about(a, b) + min(0, measure.number(a, b)) + _reference(a, b) + context - against


def is_guess(a: Profile, b: Profile) -> bool:
    """Whether they are of two types, and one says little: 'fell' and 'ordered' are told of shares and of goods, too."""
    return a.type != b.type and not VAGUE.isdisjoint({a.type, b.type})


def is_thing_of_that_day(a: Profile, b: Profile) -> bool:
    """Whether both are dated to a few days, and both sentences speak of something else, too."""
    return a.is_narrow and b.is_narrow and measure.about(a, b) > 0


def _is_blow_at_another(a: Profile, b: Profile) -> bool:
    """Whether one person was killed or hurt, and another text says itself what was hit, of which nothing is told there."""
    if a.document == b.document or not is_toll(a, b) or not (is_of_one_victim(a) or is_of_one_victim(b)):
        return False
    return is_of_another(a, b) or is_of_another(b, a)


def _is_long_ago(a: Profile, b: Profile) -> bool:
    """Whether the later report is so long after the other that it recalls it."""
    first, last = sorted(one.span.end_latest or 0 for one in (a, b))
    return 0 < first < last - LONG_AGO


def _is_pointed_to(a: Profile, b: Profile) -> bool:
    """Whether words point to it where nobody and nothing is named: 'the attack', just after it, or in the same words."""
    if a.document == b.document:
        return a.is_definite or b.is_definite or abs(a.number - b.number) <= NEXT
    is_someones = not a.families.isdisjoint(b.families & PERSONAL) or is_toll(a, b)
    return measure.about(a, b) > 1 or ((a.is_definite or b.is_definite) and not is_someones)


def _names_no_side(a: Profile, b: Profile) -> bool:
    """Whether it takes two sides ('the talks'), and another text says nothing of whose."""
    return a.document != b.document and a.type == b.type == CONSULT


def needed(a: Profile, b: Profile) -> int:
    """How many points are enough; a deed of no kind ('became'), or of trade in some year, is told of everybody."""
    is_kind = is_listed(a.families & b.families)
    is_plain = a.type == b.type == OTHER_TYPE
    is_of_a_year = a.document != b.document and (a.is_wide or b.is_wide) and a.type == b.type == BUSINESS
    return ENOUGH if _is_sure(a, b) and (is_kind or not (is_plain or is_of_a_year)) else ENOUGH_UNSURE


def _is_sure(a: Profile, b: Profile) -> bool:
    both = {a.status, b.status}
    if len(both) == 1 or both <= OVER or both <= COMING or both == {Status.NEGATED, Status.DENIED}:
        return True
    return both <= OVER | COMING and _has_come_about(a, b)


def _has_come_about(a: Profile, b: Profile) -> bool:
    """Whether what was planned for a day is told of that day, or spoken of as known ('the lay-offs')."""
    told = a if a.status in OVER else b
    return (a.span == b.span and a.span.width == 1) or (told.is_definite and told.is_undated)


def _word(a: Profile, b: Profile, *, is_known: bool) -> int:
    """A word that may be of another family ('strike') counts only beside itself, or for what is known by who or where."""
    if a.lemma == b.lemma:
        return SAME_WORD
    is_sure = is_known or not (is_ambiguous(a.lemma, a.type) or is_ambiguous(b.lemma, b.type))
    return SAME_FAMILY if is_sure else 0


def _is_anybodys(a: Profile, b: Profile) -> bool:
    """Whether the dead, the arrested or the marchers that another text tells of may be others."""
    return is_one_of_many(a, b) or a.families.isdisjoint(b.families) or not a.families.isdisjoint(b.families & MANY)


def _reference(a: Profile, b: Profile) -> int:
    """One that points back, with an article and in the same word even more; one mode. Within a text only an article does."""
    mode = (MODE if a.mode == b.mode else -MODE) if a.mode and b.mode else 0
    known = POINTS_BACK * (1 + (a.lemma == b.lemma))
    if a.document == b.document:
        earlier, later = sorted((a, b), key=lambda one: one.number)
        if later.is_definite and not (is_told_anew(later, earlier) or is_of_another(later, earlier)):
            return mode + known + TEXT
        if is_toll(a, b) and _is_told_on(later, earlier):
            return mode + POINTS_BACK + TEXT
        if _is_claimed_of(later, earlier):
            return mode + known + TEXT
        return mode if later.points_back else mode - TEXT
    if a.is_definite or b.is_definite:
        return mode + known
    is_known = a.points_back or b.points_back
    return mode + POINTS_BACK * (is_known and not (a.is_undated and b.is_undated))


def _is_claimed_of(later: Profile, earlier: Profile) -> bool:
    """Whether somebody says or denies it of what was told just before ('denied that any raid had taken place')."""
    is_claimed = later.status in CLAIMED or not later.claimants <= earlier.claimants
    return is_claimed and later.is_undated and 0 < later.number - earlier.number <= NEAR


def _is_told_on(later: Profile, earlier: Profile) -> bool:
    """Whether it is told within two Statements, and of no other doer, day or place."""
    is_new = later.is_narrow and later.span != earlier.span
    return later.number - earlier.number <= NEXT and not (later.agents or later.place or is_new or later.is_new)


def _context(a: Profile, b: Profile) -> int:
    """Names that both texts have; -1 when there are none, 1 when they are of one story."""
    if a.document == b.document:
        return CONTEXT
    shared = a.story.shares(b.story)
    return CONTEXT * a.story.makes_one(b.story, shared) if shared else -CONTEXT
