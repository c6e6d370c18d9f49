"""Course: how a story goes on. What is told next, in the past and without a date, is of the day that the story is at, or after it.

courses.txt says for which kinds of happenings that is so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from timeline.lexicon import Row, rows
from timeline.model.span import TimeSpan
from timeline.model.statement import Relation, Status
from timeline.model.time import DIRECT
from timeline.model.types import BLOWS, COMMENTS
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.order.aspect import is_counted_since
from timeline.parser.order.scripts import Kind, kind
from timeline.parser.order.sequence import Order, Told
from timeline.parser.order.staging import Scene, is_told_lately, is_told_next, staged
from timeline.parser.order.telling import Telling
from timeline.parser.order.verbs import verb_of
from timeline.parser.sentences.tree import Tree, once

EPISODES = BLOWS | {"protest", "sport", "science", "other", "aid"}  # in which one does a thing, and then another
ELSEWHERE = COMMENTS | {"agree", "appointment", "business", "legal", "death", "birth"}
SITTING = word_list("sitting")
ITEMS = frozenset({"business", "action", "vote", "decision", "matter", "item"})
OTHERS = frozenset({"other", "separate", "further"})
HANDS = frozenset({"he", "she", "they", "it"})
NEAR = 2  # sentences
EVILS = BLOWS | {"protest"}
MEASURES = frozenset({"aid", "coerce", "retreat", "mobilize", "appointment", "accuse", "support", "disaster", "other",
                      "reject"})  # fmt: skip
WEEKS = 60  # days from a blow to the report of what was done about it
FORTNIGHT = 14  # days
MOMENTS = frozenset({"when", "after"})
OLDER = 3  # days before the scene
BESIDE = 6  # mentions
DAYS = 2  # from what a report tells of a strike's first day
WAYS = {"on": Relation.DURING, "after": Relation.AFTER, "then": Relation.AFTER}


@dataclass(frozen=True, slots=True)
class Course:
    """A row of courses.txt; `relation` is None where nothing follows, `is_near` where it is told of the scene that the story
    is at."""

    later: Kind
    words: frozenset[str]
    earlier: Kind
    amid: frozenset[str]
    relation: Relation | None
    is_near: bool
    within: int
    because: str


@cache
def courses() -> tuple[Course, ...]:
    """All rows in the order of their file."""
    return tuple(_course(row) for row in rows("courses"))


@cache
def _courses_of(type_: str, mode: str | None) -> tuple[Course, ...]:
    """Those whose later side may be a happening of that type and mode."""
    return tuple(course for course in courses() if course.later.takes(type_, mode))


def _course(row: Row) -> Course:
    if row["goes"] not in {*WAYS, "nowhere"}:
        raise row.error(f"goes on, then, after or nowhere, not {row['goes']!r}")
    within = int(row["within"]) if row["within"] else 0
    words, amid = frozenset(row.words("words")), frozenset(row.words("amid"))
    relation, is_near = WAYS.get(row["goes"]), row["goes"] != "after"
    return Course(kind(row, "later"), words, kind(row, "earlier"), amid, relation, is_near, within, row["because"])


def by_course(told: Sequence[Told]) -> Iterator[Order]:
    """What is told next, as courses.txt has it, of the same day. Right in 2 of 2."""
    return (link for link in _told_next(told) if link.relation is Relation.DURING)


def by_aftermath(told: Sequence[Told]) -> Iterator[Order]:
    """What is told after the news that a text begins with, as courses.txt has it. Right in 2 of 2."""
    return (link for link in _told_next(told) if link.relation is Relation.AFTER)


def _told_next(told: Sequence[Told]) -> tuple[Order, ...]:
    return _once_told_next(told) if isinstance(told, Telling) else _once_told_next(Telling(told))


@once
def _once_told_next(told: Telling) -> tuple[Order, ...]:
    return tuple(_links(told))


def _links(told: Sequence[Told]) -> Iterator[Order]:
    for number, scene in staged(told):
        if scene is not None and is_told_next(told[number]) and not _is_apart(told, number, scene):
            yield from _going_on(told, number, scene)
        elif is_told_lately(told[number]) and not is_counted_since(told[number].mention):
            yield from _lately(told, number, scene)


def _is_apart(told: Sequence[Told], number: int, scene: Scene) -> bool:
    """Told together with what is of another time than the scene."""
    return _is_with_older(told, number, scene) or _is_with_newer(told, number, scene)


def _is_with_older(told: Sequence[Told], number: int, scene: Scene) -> bool:
    """'The king dismissed his cabinet and took power in May 2005', 'When Oslo honoured her in 1998 she declined': of that time."""
    mention, day = told[number].mention, told[scene.number].when.span.start_earliest
    tree, verb = mention.tree, verb_of(mention)
    if day is None or not tree.below(tree.first_conjunct(verb), "conj", "advcl"):
        return False
    return any(
        one.mention.tree is tree
        and one.when.basis in DIRECT
        and one.when.span.end_latest is not None
        and day - one.when.span.end_latest >= OLDER
        and _is_of_one_time(tree, verb, verb_of(one.mention))
        for one in told[max(0, number - BESIDE) : number + BESIDE]
    )


def _is_with_newer(told: Sequence[Told], number: int, scene: Scene) -> bool:
    """'Envoys met on 6 May. The king condemned Monday's raid and ordered an inquiry': not on that day of May."""
    tree, until = told[number].mention.tree, told[scene.number].when.span.end_latest
    return until is not None and any(
        one.mention.tree is tree
        and one.status is Status.ASSERTED
        and one.when.basis in DIRECT
        and (start := one.when.span.start_earliest) is not None
        and start - until >= OLDER
        for one in told[max(0, number - BESIDE) : number]
    )


def _is_of_one_time(tree: Tree, verb: int, other: int) -> bool:
    """Joined behind it, a clause with 'when' in front of it, or one with 'after' behind it."""
    is_clause = tree[other].relation == "advcl" and tree[other].head == verb
    opening = {tree.lower[i] for i in tree.below(other, "advmod", "mark")} if is_clause else set()
    if other > verb:
        return bool(opening & MOMENTS) or tree.first_conjunct(other) == tree.first_conjunct(verb)
    return "when" in opening


def _going_on(told: Sequence[Told], number: int, scene: Scene) -> Iterator[Order]:
    mention, opening = told[number].mention, told[scene.number].mention
    here = fitting(mention, opening)
    is_on = here is not None and here.relation is Relation.DURING
    if not scene.is_left and not is_on and _is_by_same_hands(mention, opening):
        yield Order(number, Relation.DURING, scene.number, "the same people go on", "course")
        return
    if scene.lead is not None and _is_at_same_sitting(mention, told[scene.lead].mention):
        yield Order(number, Relation.DURING, scene.lead, "a body decides it all at one sitting", "course")
        return
    answers = [] if scene.lead is None else list(_after(told, number, scene.lead))
    if here is None or not here.is_near or (here.relation is Relation.AFTER and answers):
        yield from answers
        return
    if here.relation is Relation.DURING and _is_going_on(told[number], told[scene.number]):
        return
    is_next = not scene.is_left and mention.tree.sentence.index - scene.sentence <= here.within
    if here.relation is not None and is_next:
        is_over = here.relation is Relation.DURING and _is_over(told, scene.number)
        relation, because = (Relation.AFTER, "that was over by then") if is_over else (here.relation, here.because)
        yield Order(number, relation, scene.number, because, "course")


def _is_going_on(one: Told, opening: Told) -> bool:
    """'Miners struck on 3 May. Police arrested nine of them': in a strike of days before the report, on any of its days."""
    until, day = one.when.span.end_latest, opening.when.span.start_earliest
    is_old = until is not None and day is not None and until - day > DAYS
    return is_old and opening.mention.row.mode in {"strike", "hunger"}


def _is_over(told: Sequence[Told], number: int) -> bool:
    """'The first round broke down': what is told next was not done there."""
    opening = told[number].mention
    beside = (one.mention for one in told[number + 1 :] if one.mention.tree is opening.tree)
    return opening.row.type == "consult" and any(
        other.row.type == "reject" and other.index == verb_of(opening) for other in beside
    )


def _is_at_same_sitting(mention: Mention, lead: Mention) -> bool:
    """'The council also raised the fees', 'In other business, members hired a clerk', where the news is what they decided."""
    tree, first = mention.tree, mention.tree.first_conjunct(verb_of(mention))
    if tree is lead.tree or not (_has_also(tree, first) or _is_other_business(tree, first)):
        return False
    return _is_of_body(tree, first) and _is_of_body(lead.tree, lead.tree.first_conjunct(verb_of(lead)))


def _has_also(tree: Tree, verb: int) -> bool:
    return any(tree.lower[child] == "also" for child in tree.below(verb, "advmod"))


def _is_other_business(tree: Tree, verb: int) -> bool:
    """'In other business', 'in a separate vote'."""
    nouns = [inner for word, inner in tree.prepositions(verb) if word == "in"]
    return any(
        tree[noun].lemma in ITEMS and any(tree.lower[child] in OTHERS for child in tree.below(noun, "amod"))
        for noun in nouns
    )


def _is_of_body(tree: Tree, verb: int) -> bool:
    return any(tree[head].lemma in SITTING for head in tree.below(verb, "nsubj"))


def _is_by_same_hands(mention: Mention, opening: Mention) -> bool:
    """'They tied him up and drove off': the next deeds of those that a scene is about."""
    tree = mention.tree
    subjects = tree.below(tree.first_conjunct(mention.top), "nsubj")
    is_pronoun = any(tree.lower[index] in HANDS for index in subjects) and tree[mention.top].tag != "VBG"
    is_near = 0 < tree.sentence.index - opening.tree.sentence.index <= NEAR
    return is_pronoun and is_near and opening.row.type in EPISODES and mention.row.type not in ELSEWHERE


def _lately(told: Sequence[Told], number: int, scene: Scene | None) -> Iterator[Order]:
    """'Police have opened an inquiry', 'Norway has sent tents': after what these can only be an answer to."""
    if (first := _first_blow(told, number)) is not None:
        yield Order(number, Relation.AFTER, first, "what has been done about it came after it", "course")
    elif scene is not None and scene.lead is not None and told[scene.lead].mention.row.type in BLOWS:
        yield from _after(told, number, scene.lead)


def _first_blow(told: Sequence[Told], number: int) -> int | None:
    """The blow of the last weeks with which it all began; after a fortnight what has been done may be about anything."""
    until = told[number].when.span.end_latest
    if until is None or told[number].mention.row.type not in MEASURES:
        return None
    starts = {
        n: start
        for n, one in enumerate(told)
        if one.mention.row.type in EVILS
        and one.status is Status.ASSERTED
        and one.when.basis in DIRECT
        and (start := one.when.span.start_earliest) is not None
        and 0 <= until - start < WEEKS
        and told[n].mention.tree is not told[number].mention.tree
    }
    days = {starts[n] for n in starts if told[n].when.span.width == 1}
    vague = {n for n in starts if not days.isdisjoint(_days(told[n].when.span, until))}
    first = min(starts.keys() - vague, key=lambda n: (starts[n], n), default=None)
    return first if first is not None and until - starts[first] <= FORTNIGHT else None


def _days(span: TimeSpan, until: int) -> range:
    """All days of 'ran aground two weeks ago', of which the text may name one; none of what went on until its report."""
    first, last = span.start_earliest or 0, span.end_latest or 0
    return range(first, last + 1) if first < last < until else range(0)


def _after(told: Sequence[Told], number: int, lead: int) -> Iterator[Order]:
    """What a text tells of the answers to its news."""
    course = fitting(told[number].mention, told[lead].mention)
    distance = told[number].mention.tree.sentence.index - told[lead].mention.tree.sentence.index
    if course is not None and not course.is_near and distance <= course.within:
        yield Order(number, Relation.AFTER, lead, course.because, "course")


def fitting(mention: Mention, opening: Mention) -> Course | None:
    """The row for what is told next after an opening; None where none fits."""
    return next(
        (
            one
            for one in _courses_of(mention.row.type, mention.row.mode)
            if one.later.has_lemma(mention)
            and one.earlier.fits(opening)
            and not (one.words and one.words.isdisjoint(mention.tree.lemmas))
            and not (one.amid and one.amid.isdisjoint(opening.tree.lemmas))
        ),
        None,
    )


def is_undated_in_scene(mention: Mention) -> bool:
    """'lived', 'taught': a row says of any scene that such a thing has no day there."""
    return any(kind.has_lemma(mention) for kind in _timeless(mention.row.type, mention.row.mode))


@cache
def _timeless(type_: str, mode: str | None) -> tuple[Kind, ...]:
    """Those of that type and mode that have no day in any scene."""
    return tuple(one.later for one in _courses_of(type_, mode) if one.relation is None and one.earlier.is_any)
