"""Whether two Statements tell of other words: what is only said, and what is agreed, differ by who speaks and of what."""

from timeline.chronology.party import Parties
from timeline.chronology.profile import Profile
from timeline.chronology.story import stem
from timeline.model.types import COMMENTS

SAID, AGREED, PROMISE = "statement", "agree", "promise"
ALIKE = 2  # words that two reports of one saying have in common
ACTS = frozenset({"inquiry", "sue"})  # families that are read as comments, and are no words


def speeches_differ(a: Profile, b: Profile) -> bool:
    """What is said differs: two speakers, or nothing that both sentences speak of ('accused it of firing on homes').

    What another text says of nothing ('rejected that account'), or without telling who says it, is another speech,
    unless both are of one day. A text tells once what somebody said.
    """
    if _is_dated_alike(a, b):
        return False
    is_told_together = a.document == b.document or (a.is_narrow and b.is_narrow)
    if not is_told_together and _is_speech(a) and _is_speech(b) and _is_anybodys(a, b):
        return True
    if not (is_comment(a) and is_comment(b)):
        return False
    if _sides_differ(a.agents, b.agents):
        return True
    if a.type == b.type == SAID and not (a.is_definite or b.is_definite):
        return a.document == b.document or _alike(a, b) < ALIKE
    is_known = bool(a.about and b.about) or not is_told_together
    return is_known and a.about.isdisjoint(b.about)


def _alike(a: Profile, b: Profile) -> int:
    """How many words of what is said both have, and numbers of the same."""
    words = (a.about & b.about) | (a.matter.words & b.matter.words)
    return len(words) + len(a.matter.counts & b.matter.counts)


def is_comment(one: Profile) -> bool:
    """Whether it is only said; who sues or opens an inquiry does something."""
    return one.type in COMMENTS and one.families.isdisjoint(ACTS)


def _is_dated_alike(a: Profile, b: Profile) -> bool:
    """Whether two texts date what they tell in words of one family to days that meet: 'rejected it on Monday', 'turned it down'."""
    if a.document == b.document or SAID in (a.type, b.type) or a.families.isdisjoint(b.families):
        return False
    is_dated = a.is_direct and b.is_direct and a.span.overlaps(b.span) and not (a.is_wide or b.is_wide)
    return is_dated and (not (a.about and b.about) or bool(_matter(a) & _matter(b)))


def _matter(one: Profile) -> frozenset[str]:
    """Words for what is said, without those of names."""
    names = (word for name in one.around | one.named for word in name.split())
    return one.matter.words - {stem(word) for word in names}


def _is_speech(one: Profile) -> bool:
    return is_comment(one) or PROMISE in one.families


def _is_anybodys(a: Profile, b: Profile) -> bool:
    """Whether the one tells who says so, the other does not, and no word points back ('the demand')."""
    return bool(a.agents) != bool(b.agents) and not (a.is_definite or b.is_definite)


def terms_differ(a: Profile, b: Profile) -> bool:
    """Two agreements that are told as new, of which nothing is said that is said of the other."""
    if AGREED not in (a.type, b.type) or a.is_definite or b.is_definite or a.document == b.document:
        return False
    return bool(a.about and b.about) and a.about.isdisjoint(b.about) and not (a.is_narrow and b.is_narrow)


def _sides_differ(some: Parties, others: Parties) -> bool:
    return bool(some) and bool(others) and not any(one.sits_with(other) for one in some for other in others)
