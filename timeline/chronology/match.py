"""Whether two Statements plainly tell one happening: a simple rule that rather leaves two apart than joins two.

They do when type, trigger and a participant or the place are the same, the dates can be the same, and nothing that
both of them say differs: who does it to whom, where, in which round of a series, and how firmly. A mention that names
nobody ('the ceasefire') is known by the actors of its text, and must use the very word or be dated to a few days.
What is not plain is weighed, see `weigh`.
"""

from timeline.chronology import measure, wording
from timeline.chronology.contradict import (
    contradicts,
    descriptions_differ,
    excludes,
    is_toll,
    may_be_days_apart,
    may_be_same_day,
    statuses_go_together,
)
from timeline.chronology.counted import is_one_count
from timeline.chronology.families import PERSONAL, is_ambiguous, is_listed
from timeline.chronology.gone import is_one_downfall
from timeline.chronology.harm import Count
from timeline.chronology.loss import is_one_loss
from timeline.chronology.otherwise import is_told_otherwise
from timeline.chronology.party import MUTUAL_TYPES, Names, particular_of, share
from timeline.chronology.placing import are_elsewhere, places_differ, series_differ
from timeline.chronology.profile import ONCE, Profile
from timeline.chronology.things import TRADING, is_of_other_matter
from timeline.chronology.window import LEAD, Days
from timeline.model.types import COMMENTS

NEAR = 4  # statements back to what another word of the family may point to
PROTEST = "protest"
TABLE = 2  # sides that make a meeting
RETOLD, MOSTLY = 4, 0.6  # words that a sentence told again shares with the first, and their share of the shorter one's


def is_same(a: Profile, b: Profile) -> bool:
    """Whether the two plainly tell one happening."""
    return is_told_as_same(a, b) or (may_be_same(a, b) and is_plain(a, b))


def is_told_as_same(a: Profile, b: Profile) -> bool:
    """Whether they are one sentence of a text that stands in two places, or the text itself says that they are the same."""
    return is_copy(a, b) or is_linked_same(a, b)


def is_copy(a: Profile, b: Profile) -> bool:
    """Whether they are the same words of one text that stands in two places (see `Evidence.mark`)."""
    return a.fingerprint == b.fingerprint and a.trigger == b.trigger and a.lemma == b.lemma


def may_be_same(a: Profile, b: Profile) -> bool:
    """Whether one is looked for where the other is, and nothing contradicts."""
    return share_days(a, b) and not are_strangers(a, b) and not contradicts(a, b) and a.meets(b)


def are_strangers(a: Profile, b: Profile) -> bool:
    """Whether one of the two is looked for over months, and their texts, which both name somebody, have too little in common.

    Else every old attack of an army would be compared with all of its attacks, and a document cost more in a large archive.
    """
    if a.document == b.document or not (a.is_sought_far or b.is_sought_far) or _is_only_one(a, b):
        return False
    return bool(a.story.names and b.story.names) and a.story.is_strange(b.story)


def is_plain(a: Profile, b: Profile) -> bool:
    """Whether two that may be the same plainly are."""
    if (
        not statuses_go_together(a, b)
        or descriptions_differ(a, b)
        or (a.document != b.document and (a.is_wide or b.is_wide))
    ):
        return False
    if is_one_of_many(a, b) or are_elsewhere(a, b):
        return False
    if a.is_other == b.is_other and _shares_something(a, b) and _tells_alike(a, b) and not _lacks_a_side(a, b):
        return True
    return _is_one_meeting(a, b) or _points_to(a, b) or _points_to(b, a)


def is_one_of_many(a: Profile, b: Profile) -> bool:
    """Whether there may be such a one every day ('they marched'), and neither a name nor a word points to one of them."""
    is_march = PROTEST in a.families & b.families  # 'the march' is that of its own text
    is_known = (not is_march and (a.is_definite or b.is_definite)) or (a.is_narrow and b.is_narrow)
    is_protest = a.document != b.document and a.type == b.type == PROTEST
    return is_protest and not is_known and not share(particular_of(a.everyone), particular_of(b.everyone))


def is_linked_same(a: Profile, b: Profile) -> bool:
    """Whether their text itself says that they are the same, or names its news again."""
    return is_said_same(a, b) or (a.document == b.document and (_is_news_again(a, b) or _is_news_again(b, a)))


def is_said_same(a: Profile, b: Profile) -> bool:
    """Whether a link of their text says that they are the same."""
    return a.document == b.document and (b.number in a.same_as or a.number in b.same_as)


def _is_news_again(later: Profile, first: Profile) -> bool:
    """Whether 'the shelling' is what the text opens with, in a word of its family, and nothing that is said of it differs.

    Where the next few Statements tell the place more closely ('in Mali', 'at Kidal'), that is no other place.
    """
    if not later.is_definite or first.told.start >= LEAD or first.sentence >= later.sentence:
        return False
    if later.type != first.type or later.families.isdisjoint(first.families) or later.series or first.is_general:
        return False
    if later.is_general or later.is_other or later.is_added or later.is_new or is_of_another(later, first):
        return False
    if excludes(later, first) or not may_be_same_day(later, first) or series_differ(later, first):
        return False
    return later.number - first.number < NEAR or not places_differ(later, first)


def share_days(a: Profile, b: Profile) -> bool:
    """Whether the days in which to look for them meet, as far as there are any.

    What is told long after, and not as known, is only ever the same as what is told in the same words ('$650,000 is offered').
    """
    if not _meet(a.days, b.days):
        return may_be_days_apart(a, b)
    return (
        _meet(a.lately, b.lately)
        or is_retold(a, b)
        or _is_only_one(a, b)
        or is_told_otherwise(a, b)
        or _is_of_its_story(a, b)
        or is_one_loss(a, b)
        or is_one_downfall(a, b)
        or is_one_count(a, b)
    )


def _meet(some: Days | None, others: Days | None) -> bool:
    return some is None or others is None or (some[0] <= others[1] and others[0] <= some[1])


def _is_only_one(a: Profile, b: Profile) -> bool:
    """Whether it happens but once to somebody who is named in both ('Holm, who resigned as director')."""
    if a.families.isdisjoint(b.families & ONCE):
        return False
    return any(one.surname and any(map(one.is_same, b.everyone)) for one in a.everyone)


def _is_of_its_story(a: Profile, b: Profile) -> bool:
    """Whether texts of one story tell it in words of one family, of somebody or with a name that is in both."""
    known = a.families & b.families
    if a.document == b.document or not known or is_of_other_matter(a, b) or not a.story.is_same(b.story):
        return False
    if wording.is_recurring(a.told) or wording.is_recurring(b.told):
        return False
    if not known.isdisjoint(PERSONAL):
        return share(particular_of(a.everyone), particular_of(b.everyone)) or measure.is_called_so(a, b)
    return measure.who(a, b) + measure.where(a, b) > 0


def is_retold(a: Profile, b: Profile) -> bool:
    """Whether the sentences say much the same in the same words."""
    shared = len(a.about & b.about)
    return a.lemma == b.lemma and shared >= RETOLD and shared >= MOSTLY * min(len(a.about), len(b.about))


def is_alike_that_day(a: Profile, b: Profile) -> bool:
    """Whether two texts tell the like of one day, but no speech, in other words ('left her post', 'stepped down').

    It must be of somebody, or of a thing, that is in both; in words of one family texts that share a name are enough.
    """
    if a.type != b.type or a.span.width != 1 or b.span.width != 1 or not a.span.overlaps(b.span):
        return False
    if a.document == b.document or a.type in COMMENTS or a.context.isdisjoint(b.context):
        return False
    if a.mode != b.mode and None not in (a.mode, b.mode):
        return False
    if not a.families.isdisjoint(b.families) and a.story.shares(b.story):
        return True
    if is_of_other_matter(a, b):
        return False
    if share(particular_of(a.everyone), particular_of(b.everyone)):
        return True
    return a.is_direct and b.is_direct and not a.about.isdisjoint(b.about)


def _shares_something(a: Profile, b: Profile) -> bool:
    """A name (a description in texts of one story or of the same few days), the place, or a surname in texts that share a name.

    A state, which does much, says something only of what one of the two dates.
    """
    is_dated = a.is_narrow or b.is_narrow or a.document == b.document
    states: Names = frozenset() if is_dated else a.states | b.states
    if (a.named & b.named) - states or (a.place is not None and a.place == b.place):
        return True
    if (a.known & b.known) - states and ((a.is_narrow and b.is_narrow) or a.story.is_same(b.story)):
        return True
    return not a.context.isdisjoint(b.context) and share(particular_of(a.everyone), particular_of(b.everyone))


def _lacks_a_side(a: Profile, b: Profile) -> bool:
    """Whether it takes two, of whom one alone is in both: it meets others, too, unless both are of one day or place."""
    if a.type not in MUTUAL_TYPES or (a.is_narrow and b.is_narrow) or (a.place is not None and a.place == b.place):
        return False
    return sum(any(map(one.is_same, b.everyone)) for one in a.everyone) == 1


def _tells_alike(a: Profile, b: Profile) -> bool:
    """The same trigger word or family of words; on the same few days, a known mode or two shared names will do.

    A word that may be of another family ('strike') is like others of it only where both are dated.
    """
    are_narrow = a.is_narrow and b.is_narrow
    is_sure = are_narrow or a.lemma == b.lemma or not (is_ambiguous(a.lemma, a.type) or is_ambiguous(b.lemma, b.type))
    if is_sure and not a.families.isdisjoint(b.families) and (a.mode == b.mode or None in (a.mode, b.mode)):
        return True
    if a.type != b.type or a.mode != b.mode or not are_narrow or is_of_other_matter(a, b):
        return False
    return a.mode is not None or sum(any(map(one.is_same, b.everyone)) for one in a.everyone) >= 2


def _is_one_meeting(a: Profile, b: Profile) -> bool:
    """The same day, and two sides of the same table; or one of them there, and the place."""
    if a.type != b.type or a.type != "consult" or a.span.width != 1 or b.span.width != 1:
        return False
    if a.document == b.document and a.families.isdisjoint(b.families):
        return False  # 'she flew to Lima and met nurses'
    fewer, _ = sorted((a.everyone, b.everyone), key=len)
    return len(fewer) >= TABLE or (share(a.everyone, b.everyone) and a.place is not None and a.place == b.place)


def _points_to(a: Profile, b: Profile) -> bool:
    """Whether the first names nobody and means the second: one told before it, or one known by the actors of its text."""
    if is_of_another(a, b) or a.names or (a.mode != b.mode and None not in (a.mode, b.mode)) or _counts_differ(a, b):
        return False
    if a.document == b.document and a.is_definite and _is_antecedent(b, a) and not is_told_anew(a, b):
        return True
    if not _is_known_by_context(a, b):
        return False
    if a.is_narrow and b.is_narrow:
        return not a.families.isdisjoint(b.families)
    if not b.is_narrow:
        return False
    return a.is_definite and a.lemma == b.lemma


def is_of_another(later: Profile, earlier: Profile) -> bool:
    """Whether it says of what it is, in words that the other sentence has not: 'the seizure of the plane' is no raid on a camp."""
    return bool(later.matter.of) and later.matter.of.isdisjoint(earlier.matter.around)


def is_of_one_thing(a: Profile, b: Profile) -> bool:
    """Whether the one says of what it is, in a word that the other's sentence has, too ('the looting of the shops')."""
    if a.families.isdisjoint(b.families) and not is_toll(a, b):
        return False
    return (_says_of_what(a, b) or _says_of_what(b, a)) and (a.document == b.document or a.story.is_same(b.story))


def _says_of_what(later: Profile, earlier: Profile) -> bool:
    """'The looting of the shops', where the earlier one's sentence has shops."""
    is_known = later.is_definite and not later.is_general
    return is_known and not later.matter.head.isdisjoint(earlier.matter.around)


def is_told_anew(later: Profile, earlier: Profile) -> bool:
    """Whether it brings days and a place that the earlier one has not: 'the talks in Doha on 18 October' are others."""
    return later.is_narrow and not earlier.is_narrow and later.place is not None and earlier.place is None


def _is_antecedent(a: Profile, b: Profile) -> bool:
    """Whether the first was told before the second in the same word, shortly before in another of its family; or last.

    What only its report dates may point to the last one in any word ('besieged … the assault'), unless rows of
    families.txt tell the two words apart.
    """
    steps = b.number - a.number
    is_open = b.span.start_earliest is None and not is_ambiguous(b.lemma, b.type) and b.type not in TRADING
    if steps == 1 and is_open and not (is_listed(a.families) and is_listed(b.families)):
        return True
    is_family = not a.families.isdisjoint(b.families) and not is_ambiguous(b.lemma, b.type)
    return (steps > 0 and a.lemma == b.lemma) or (0 < steps <= NEAR and is_family)


def _is_known_by_context(a: Profile, b: Profile) -> bool:
    """Whether their texts share names, and those who take part in the second are among the first's."""
    theirs = {name for party in b.everyone for name in (*party.names, party.state) if name}
    return a.story.is_same(b.story) and (not theirs or not a.context.isdisjoint(theirs))


def _counts_differ(a: Profile, b: Profile) -> bool:
    """Whether they give numbers of the same thing that can't both be right."""
    return any(
        one[:2] == other[:2] and not (_reaches(one, other) and _reaches(other, one))
        for one in a.counts
        for other in b.counts
    )


def _reaches(one: Count, other: Count) -> bool:
    return one[3] is None or other[2] <= one[3]
