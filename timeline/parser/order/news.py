"""News: a report begins with what is new. What else it tells of older days was before that, and the answers came after it.

Only a lead without a date of its own needs this; `course` goes on from one that has a day.
"""

from collections.abc import Iterator, Sequence

from timeline.model.statement import Relation, Status
from timeline.model.time import DIRECT, UNDATED
from timeline.model.types import HARMS
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.speech import SPEECH
from timeline.parser.order.course import Course, fitting
from timeline.parser.order.elsewhen import IMPOSED, TIMES
from timeline.parser.order.sequence import Order, Told
from timeline.parser.order.staging import is_told_next, staged
from timeline.parser.order.telling import sentences
from timeline.parser.sentences.tenses import is_perfect, is_simple_past
from timeline.parser.sentences.tree import Tree

OLD = 15  # days before publication from which on what is told is no part of the news
LONG_AGO = 3 * 366  # days before publication from which on only harm says anything of when the news was
YEAR = 366  # days
MANY_YEARS = 4
SIEVE = "news"
OPENING = frozenset({"ROOT", "conj", "xcomp", "ccomp"})
PRESENT = frozenset({"has", "have", "is", "are", "'s", "'ve", "'re"})


def by_news(told: Sequence[Told]) -> Iterator[Order]:
    """The undated lead comes after the older days that its report tells of, and the comments on it after the lead.

    Right in 32 of 35.
    """
    for lead in leads(told):
        if (older := _older(told, lead)) is not None:
            yield Order(lead, Relation.AFTER, older, "news is newer than what it looks back to", SIEVE)
        yield from _answers(told, lead)
    yield from _spoken(told)


def _spoken(told: Sequence[Told]) -> Iterator[Order]:
    """What is said as the next thing, however far down, comes after the undated lead, where no dated scene stands between.

    So does what a row has after it, be it told of a dozen sentences on ('its shares fell', 'showed its camera').
    """
    lead = next(iter(leads(told)), None)
    for number, scene in staged(told) if lead is not None else ():
        one = told[number]
        if lead is None or (scene is not None and not scene.is_left) or not is_told_next(one):
            continue
        course = fitting(one.mention, told[lead].mention)
        is_further_on = one.mention.tree.sentence.index > told[lead].mention.tree.sentence.index
        if is_further_on and course is not None and _is_of_scene(one, course):
            yield Order(number, Relation.AFTER, lead, course.because, SIEVE)


def _is_of_scene(one: Told, course: Course) -> bool:
    kind = one.mention.row.type
    return kind in SPEECH if course.relation is Relation.AFTER else course.relation is not None and kind not in HARMS


def leads(told: Sequence[Told]) -> list[int]:
    """What the first sentence tells in its main clause, where the text is a report."""
    first = next(iter(sentences(told)), None)
    numbers = first[1] if first else []
    leads = [number for number in numbers if _is_lead(told[number])]
    return leads if leads and _is_report(told, leads[0]) else []


def _is_lead(one: Told) -> bool:
    """Told by the sentence's verb, or by a clause that this carries ('has agreed to sell', 'the bank has failed, it said')."""
    tree = one.mention.tree
    is_open = one.when.basis in UNDATED and one.when.span.start_earliest is None
    is_undated = one.status is Status.ASSERTED and is_open and one.when.span.end_latest is not None
    above = [one.mention.top, *tree.above(one.mention.top)]
    is_opening = is_undated and all(tree[index].relation in OPENING for index in above)
    return is_opening and _is_new(tree, above) and not _lasts(one.mention)


def _lasts(mention: Mention) -> bool:
    """'For a century the mill has fed the town', 'prices have been rising': nobody says when that began."""
    tree, verb = mention.tree, mention.top
    if tree[verb].tag == "VBG":
        return True
    is_long = any(word == "for" and tree[inner].entity in TIMES for word, inner in tree.prepositions(verb))
    return is_long and is_perfect(tree, verb) and mention.row.type not in IMPOSED


def _is_new(tree: Tree, verbs: Sequence[int]) -> bool:
    """In the simple past, the perfect ('has agreed') or the present that goes on ('is leaving'), never 'had agreed'."""
    helpers = {tree[child].text.lower() for verb in verbs for child in tree.below(verb, "aux")}
    is_new = bool(helpers & PRESENT) or any(is_simple_past(tree, verb) for verb in verbs)
    return is_new and "had" not in helpers


def _is_report(told: Sequence[Told], lead: int) -> bool:
    """It begins with what has just been, or tells of the last days, or of what somebody said; a life or a history does not."""
    mention = told[lead].mention
    helpers = {mention.tree[child].text.lower() for child in mention.tree.below(mention.top, "aux")}
    until = told[lead].when.span.end_latest
    spoken = any(one.mention.row.type in SPEECH and is_told_next(one) for one in told)
    is_recent = any(_is_recent(one, until) for one in told)
    return bool(helpers & PRESENT) or is_recent or (spoken and not _is_history(told, until))


def _is_history(told: Sequence[Told], until: int | None) -> bool:
    """Whether it tells of several years long gone: then what is said in it was said in one of these."""
    ends = [one.when.span.end_latest for one in told if one.when.basis in DIRECT]
    old = {end // YEAR for end in ends if end is not None and until is not None and until - end > YEAR}
    return len(old) >= MANY_YEARS


def _is_recent(one: Told, until: int | None) -> bool:
    start = one.when.span.start_earliest
    if one.when.basis not in DIRECT or start is None or until is None:
        return False
    return 0 <= until - start < OLD


def _older(told: Sequence[Told], lead: int) -> int | None:
    """The latest of the days that lie well before the report."""
    until = told[lead].when.span.end_latest
    old = [n for n, one in enumerate(told) if until is not None and _is_old(one, until)]
    return max(old, key=lambda n: (told[n].when.span.start_earliest or 0, -n), default=None)


def _is_old(one: Told, until: int) -> bool:
    start, end = one.when.span.start_earliest, one.when.span.end_latest
    is_known = one.status is Status.ASSERTED and one.when.basis in DIRECT and start is not None
    reach = float("inf") if one.mention.row.type in HARMS else LONG_AGO
    return is_known and end is not None and OLD <= until - end < reach


def _answers(told: Sequence[Told], lead: int) -> Iterator[Order]:
    opening = told[lead].mention
    for number, one in enumerate(told):
        distance = one.mention.tree.sentence.index - opening.tree.sentence.index
        course = fitting(one.mention, opening) if distance > 0 and is_told_next(one) else None
        if course is not None and course.relation is not None and distance <= course.within:
            yield Order(number, Relation.AFTER, lead, course.because, SIEVE)
