"""What hints that two Statements tell one happening where too little speaks for it by itself.

A hint counts only for two groups of which either has no other that as much speaks for: the one rationing, the one run on a
bank that the texts of a story tell of. It is a bond that is weaker than all others.
"""

from timeline.chronology import measure
from timeline.chronology.contradict import descriptions_differ, is_told_apart, is_toll
from timeline.chronology.families import PERSONAL, is_listed
from timeline.chronology.match import may_be_same
from timeline.chronology.placing import are_elsewhere
from timeline.chronology.profile import Profile
from timeline.chronology.weigh import (
    CONSULT,
    MODE,
    OTHER,
    OTHER_TYPE,
    SAME_FAMILY,
    SAME_WORD,
    is_guess,
    is_thing_of_that_day,
)
from timeline.model.statement import Status
from timeline.model.types import COMMENTS

HINTED = 3  # the most that a hint is worth
LEAST = 1  # so many points are none
LEAST_HINT, TOLL_HINT = 1, 2  # the weakest that counts; of a blow and whom another text counts, who may be another's
TIED = 2  # names that tie two texts
MANY = frozenset({"capture"})  # families of which a story has several


def hint(a: Profile, b: Profile, *, may_be: bool | None = None) -> int:
    """How much hints at it, up to HINTED; 0 when nothing does, or one of the two differs from the other.

    `may_be` is what `may_be_same` says of the two, where it has been asked.
    """
    known = a.families & b.families
    if not (known or is_toll(a, b)) or not COMMENTS.isdisjoint({a.type, b.type}) or not _are_near(a, b):
        return 0
    if _is_missing(a, b) or not (may_be_same(a, b) if may_be is None else may_be) or _is_anything(a, b):
        return 0
    found = min(HINTED, _signs(a, b) - LEAST)
    return found if found >= (LEAST_HINT if known else TOLL_HINT) else 0


def _is_missing(a: Profile, b: Profile) -> bool:
    """Whether one of the two is told not to be ('ended without an agreement'): the agreement that there was is another."""
    return a.status is not b.status and Status.NEGATED in (a.status, b.status)


def are_tied(a: Profile, b: Profile) -> bool:
    """Whether they are in two texts of one story; of one text nothing is joined on a hint."""
    shared = a.story.shares(b.story)
    return a.document != b.document and (shared >= TIED or a.story.makes_one(b.story, shared))


def _are_near(a: Profile, b: Profile) -> bool:
    """Whether one text tells both, and not as two, or two texts of one story."""
    return not is_told_apart(a, b) if a.document == b.document else are_tied(a, b)


def _is_anything(a: Profile, b: Profile) -> bool:
    """Whether the word may be said of all sorts of things, or befalls many, and nothing that both share tells of which."""
    is_told = measure.who(a, b) or measure.number(a, b) > 0 or measure.share_place(a, b)
    if not is_told and not a.families.isdisjoint(b.families & PERSONAL):
        return True
    if is_told or measure.where(a, b):
        return False
    if a.type == b.type == CONSULT or (is_guess(a, b) and not is_thing_of_that_day(a, b)):
        return True
    known = a.families & b.families
    is_plain = a.type == b.type == OTHER_TYPE and not is_listed(known) and not (a.is_narrow and b.is_narrow)
    return (is_plain or known == MANY) and not measure.about(a, b)


def _signs(a: Profile, b: Profile) -> int:
    """What both share, in points, and what speaks against it."""
    modes = (MODE if a.mode == b.mode else -MODE) if a.mode and b.mode else 0
    return (
        (SAME_WORD if a.lemma == b.lemma else SAME_FAMILY)
        + (a.type == b.type)
        + measure.who(a, b)
        + measure.where(a, b)
        + measure.number(a, b)
        + measure.series(a, b)
        + measure.day(a, b)
        + measure.about(a, b)
        + modes
        - descriptions_differ(a, b)
        - are_elsewhere(a, b)
        - OTHER * (a.is_other != b.is_other)
    )
