"""Bulletin: what a report tells next, in the past and without a date, was not before the day of the news that it begins with.

A report is a text whose first day lies shortly before its publication. What it tells of other days names them, or stands in
another tense ("had warned", "has built").
"""

from collections.abc import Collection, Sequence
from itertools import takewhile

from timeline.model import edtf
from timeline.model.time import DIRECT, UNDATED, When
from timeline.model.types import COMMENTS, HARMS
from timeline.parser.anchor.dating import move
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.order.aspect import is_past_perfect
from timeline.parser.order.case import CASE
from timeline.parser.order.course import is_undated_in_scene
from timeline.parser.order.elsewhen import TIMES
from timeline.parser.order.lead import FRESH, News
from timeline.parser.order.sequence import Told
from timeline.parser.order.staging import Scene, is_told_next, staged
from timeline.parser.order.verbs import is_main_verb, verb_of
from timeline.parser.sentences.tenses import is_simple_past
from timeline.parser.sentences.tree import Tree

YEAR = 366  # days
MONTH = 31
NEAR = 2  # sentences
APART = 3  # days before the news from which on what is told is no part of it
LAW = "legal"
THEN = frozenset({"then", "later", "afterwards", "subsequently"})
DEATH = "death"  # after which a life is told
MOMENTS = frozenset({"when", "after", "as", "until", "before"})
WORKS = frozenset("write publish record compose translate document report compile".split())  # of the dead
TRIBUTES = frozenset({"statement", "support"})
# These are of a quarter or a year.
FIGURES = frozenset("profit revenue sale earning turnover income loss output".split())
MOVING = word_list("moving")  # prices
TRADED = word_list("traded")
QUOTING = frozenset({"say", "recall", "add"})  # as a rule to who writes the report


def day_of_story(told: Sequence[Told], number: int, scene: Scene | None, news: News | None) -> int | None:
    """The day that the story is at: that of its scene, but of the news again once it has looked back to an older day."""
    opened = None if scene is None else _only_day(told[scene.number].when)
    if news is None or scene is None or opened is None:
        return opened if news is None else news.day
    is_back = opened < news.day and not _goes_on(told[number].mention, told[scene.number].mention)
    return news.day if is_back else opened


def _goes_on(mention: Mention, opening: Mention) -> bool:
    """'Police searched it last Tuesday. They took …': the next sentence, about the same."""
    tree = mention.tree
    is_pronoun = any(tree[head].tag == "PRP" for head in tree.below(mention.top, "nsubj", "nsubjpass"))
    return is_pronoun and tree.sentence.index - opening.tree.sentence.index <= 1


def _only_day(found: When) -> int | None:
    return found.span.start_earliest if found.span.width == 1 else None


def since_news(
    told: Sequence[Told],
    whens: Sequence[When],
    news: News | None,
    cases: frozenset[int],
    older: Collection[int],
) -> tuple[When, ...]:
    """The Whens of what is told next, with the day of the news (or the older one that the story is at) as their first day.

    `cases` are the numbers of what was before the news, `older` of what is said of older things or may itself be old. The news
    itself, told without a day, is only likely to be of the last days: see `guess`.
    """
    if news is None:
        return tuple(whens)
    days = dict(staged(told))
    return tuple(
        _before(when, news, CASE)
        if number in cases
        else when
        if number in older
        else _since(when, _first_day(told, number, days[number], news))
        if _is_told_after(told, number, when, news, days[number])
        else _before(when, news, f"had been before the news of {edtf.from_day(news.day)}")
        if _is_told_before(told[number], when, news)
        else when
        for number, when in enumerate(whens)
    )


def put_before(news: News | None, whens: Sequence[When]) -> frozenset[int]:
    """The numbers of what was before the news by the order of the text ('was rejected twice before it came out in March')."""
    ends = {number: when.span.end_latest for number, when in enumerate(whens) if news is not None}
    return frozenset(number for number, end in ends.items() if end is not None and news is not None and end < news.day)


def _before(found: When, news: News, why: str) -> When:
    return move(found, latest=edtf.from_day(news.day), because=why)


def _is_told_before(one: Told, found: When, news: News) -> bool:
    """'had threatened to resign', in a report of fresh news, and not as what somebody says."""
    is_said = one.mention.tree[one.mention.top].relation == "ccomp"
    return _is_report_of(found, news) and found.basis in UNDATED and is_past_perfect(one) and not is_said


def _first_day(told: Sequence[Told], number: int, scene: Scene | None, news: News) -> int:
    """That of the news, or the older one that the story may still be at: a new paragraph has left what was days before."""
    opened = None if scene is None else _only_day(told[scene.number].when)
    if opened is None or scene is None or (news.day - opened >= FRESH and _is_move(told, number)):
        return news.day
    is_old = news.day - opened >= APART and scene.sentence > news.sentence
    is_back = is_old and _begins_anew(told, number, told[scene.number].mention)
    return news.day if is_back else min(news.day, opened)


def _begins_anew(told: Sequence[Told], number: int, opening: Mention) -> bool:
    """In another paragraph, where no date has been told of yet, and not about 'him' or 'it' of there; or a comment."""
    mention = told[number].mention
    here, there = mention.tree.sentence, opening.tree.sentence
    if here.paragraph <= there.paragraph or _goes_on(mention, opening):
        return False
    before = (one.mention.tree for one in told[:number] if one.mention.tree.sentence.paragraph == here.paragraph)
    return mention.row.type in COMMENTS or not any(
        tree.sentence.index < here.index and not TIMES.isdisjoint(tree.entities) for tree in before
    )


def _since(found: When, day: int) -> When:
    return move(found, earliest=edtf.from_day(day), because=f"told after the news of {edtf.from_day(day)}")


def _is_told_after(told: Sequence[Told], number: int, found: When, news: News, scene: Scene | None) -> bool:
    """As the next thing in a report of fresh news, and not in the sentence that has its day ('had agreed, he said on Monday').

    Where that is only the day on which somebody told of it, what else was done may have been before: what is said was not.
    """
    one = told[number]
    is_hearsay = news.is_said and (scene is None or scene.sentence <= news.sentence)
    if is_hearsay and one.mention.row.type not in COMMENTS and not _is_move(told, number):
        return False
    is_after = one.mention.tree.sentence.index > news.sentence
    if not (_is_report_of(found, news) and is_after and is_told_next(one)):
        return False
    if _is_elsewhen(told, number, scene, news):
        return False
    return not _is_of_life(told, one) and not _is_of_other_day(one.mention)


def _is_elsewhen(told: Sequence[Told], number: int, scene: Scene | None, news: News) -> bool:
    """A deed in a paragraph that has left its scene for older times ('Another chain went under in May'), by what was told last or
    by the scene itself; a comment is on the news, as a rule, and prices move on its day."""
    mention = told[number].mention
    if _is_told_with_older(told, number, _first_day(told, number, scene, news)):
        return True
    if mention.row.type in COMMENTS and mention.tree.below(mention.top, "nsubjpass"):
        return _is_of_years_ago(told, number, news)  # 'It was blamed on the rain'
    if mention.row.type in COMMENTS or _is_move(told, number):
        is_comment = mention.row.type in COMMENTS and mention.lemma not in QUOTING
        return is_comment and (
            _is_of_years_ago(told, number, news, is_next=True) or _is_joined_elsewhen(told, number, scene, news)
        )
    if _is_of_that_year(mention.tree):
        return True
    here = [one for one in told[:number] if one.mention.tree is mention.tree]
    beside = [one for one in here if is_main_verb(mention.tree, verb_of(one.mention))]
    if any(_is_older(one.when, news, within=None) for one in beside) or _is_of_years_ago(told, number, news):
        return True
    if scene is None or not scene.is_left:
        return False
    before = [one for one in (*_told_last(told, number), told[scene.number]) if _is_older(one.when, news)]
    return any(one.mention.tree.sentence.paragraph == mention.tree.sentence.paragraph for one in before)


def _told_last(told: Sequence[Told], number: int) -> list[Told]:
    """What the main clause of the last sentence before told, where it has a date, else the last thing told in it."""
    tree = told[number].mention.tree
    last = next((one for one in reversed(told[:number]) if one.mention.tree is not tree), None)
    if last is None:
        return []
    beside = [one for one in told[:number] if one.mention.tree is last.mention.tree and one.when.basis in DIRECT]
    latest = max((one.when.span.end_latest or 0 for one in beside), default=None)
    return [one for one in beside if one.when.span.end_latest == latest and _is_past_scene(one)] or [last]


def _is_past_scene(one: Told) -> bool:
    """By the main verb, in the simple past, and of some month or day."""
    tree, verb = one.mention.tree, one.mention.tree.first_conjunct(verb_of(one.mention))
    return is_main_verb(tree, verb) and is_simple_past(tree, verb) and (one.when.span.width or YEAR) <= MONTH


def _is_joined_elsewhen(told: Sequence[Told], number: int, scene: Scene | None, news: News) -> bool:
    """'sued the paper and called the story a lie', where it had sued in March."""
    one, before = told[number].mention, told[number - 1].mention if number else told[number].mention
    verb = one.tree[one.top]
    is_joined = before.tree is one.tree and verb.relation == "conj" and verb.head == before.top
    is_deed = before.is_verb and before.row.type not in COMMENTS
    return is_joined and is_deed and _is_elsewhen(told, number - 1, scene, news)


def _is_of_that_year(tree: Tree) -> bool:
    """'Blau, who joined that year, sold the mill': a year that was told of before."""
    places = range(2, len(tree)) if "that" in tree.lower else ()
    years = (i for i in places if tree.lower[i - 1 : i + 1] == ("that", "year"))
    return any(tree.lower[i - 2] != "of" and tree[tree.clause(i)].relation == "relcl" for i in years)


def _is_of_years_ago(told: Sequence[Told], number: int, news: News, *, is_next: bool = False) -> bool:
    """'She was seized in October 1991 and held in a cave. Her father paid a ransom.': about the same, a sentence on; of a comment
    only where that is the sentence before, and no aside (`is_next`: 'He resigned in 2019. He denied it')."""
    mention = told[number].mention
    tree, here = mention.tree, mention.tree.sentence
    heads = tree.below(tree.first_conjunct(verb_of(mention)), "nsubj", "nsubjpass")
    is_same = any(
        tree[head].tag == "PRP" or any(tree[i].tag == "PRP$" for i in tree.below(head, "poss")) for head in heads
    )
    is_same = is_same or not THEN.isdisjoint(tree.lower) or tree.lower[:2] in (("after", "it"), ("after", "that"))
    if not is_same and mention.row.type != LAW:  # 'In 2014 a train derailed, killing nine. The operator was fined.'
        return False
    dated = [
        one
        for one in told[:number]
        if one.when.basis in DIRECT
        and one.mention.tree.sentence.paragraph == here.paragraph
        and 0 < here.index - one.mention.tree.sentence.index <= (1 if is_next else NEAR)
        and (not is_next or is_main_verb(one.mention.tree, verb_of(one.mention)))
    ]
    last = max((one.mention.tree.sentence.index for one in dated), default=None)
    ends = [one.when.span.end_latest for one in dated if one.mention.tree.sentence.index == last]
    is_same = is_same or (all(one.mention.row.type in HARMS for one in dated) and not _is_of_court(told, news))
    return is_same and bool(ends) and all(end is not None and news.day - end >= YEAR for end in ends)


def _is_of_court(told: Sequence[Told], news: News) -> bool:
    """The news itself is a verdict or the like."""
    return any(one.mention.row.type == LAW for one in told if one.mention.tree.sentence.index == news.sentence)


def _is_told_with_older(told: Sequence[Told], number: int, day: int) -> bool:
    """'He printed his findings, and a museum replied in May 2024', 'Nine were hurt after rebels shelled it in May': what is
    joined to it, or when it was, has a day well before."""
    mention = told[number].mention
    tree, first = mention.tree, mention.tree.first_conjunct(verb_of(mention))
    if number + 1 == len(told) or told[number + 1].mention.tree is not tree:
        return False
    end = next((token.start for token in tree.sentence.tokens if token.text == ":"), tree.sentence.end)
    return any(
        (tree.first_conjunct(verb_of(one.mention)) == first or _is_moment_of(tree, verb_of(one.mention), first))
        and one.when.basis in DIRECT
        and one.when.span.end_latest is not None
        and day - one.when.span.end_latest >= APART
        for one in takewhile(lambda one: one.mention.tree is tree, told[number + 1 :])
        if tree[one.mention.top].start < end
    )


def _is_moment_of(tree: Tree, verb: int, main: int) -> bool:
    """A clause with "when", "after" or "until" right below."""
    is_below = tree[verb].relation == "advcl" and tree[verb].head == main
    return is_below and any(tree.lower[i] in MOMENTS for i in tree.below(verb, "mark", "advmod"))


def _is_move(told: Sequence[Told], number: int) -> bool:
    """'Its shares fell. Dunmore's rose': prices move on the day of the news, whatever day the story has looked back to."""
    mention = told[number].mention
    if mention.row.type != "business" or mention.lemma not in MOVING:
        return False
    before = told[number - 1].mention if number else mention
    is_beside = before.row.type == "business" and before.lemma in MOVING
    return not TRADED.isdisjoint(mention.tree.lemmas) or (is_beside and not TRADED.isdisjoint(before.tree.lemmas))


def _is_older(found: When, news: News, *, within: int | None = YEAR) -> bool:
    """By its own date, days before the news; what was years before is told in one sentence, and then the story is back."""
    end = found.span.end_latest
    is_before = found.basis in DIRECT and end is not None and news.day - end >= APART
    return is_before and (within is None or end is None or news.day - end < within)


def _is_report_of(found: When, news: News) -> bool:
    """The news is fresh in the report that tells it."""
    until = found.span.end_latest
    return until is not None and 0 <= until - news.day < FRESH


def _is_of_life(told: Sequence[Told], one: Told) -> bool:
    """A death is the news, and what comes next a life."""
    first = takewhile(lambda other: other.mention.tree is told[0].mention.tree, told)
    is_death = any(other.mention.row.type == DEATH for other in first)
    is_tribute = one.mention.row.type in TRIBUTES and one.mention.lemma not in WORKS
    return is_death and one.mention.tree is not told[0].mention.tree and not is_tribute


def _is_of_other_day(mention: Mention) -> bool:
    """What lasts, and a figure of a quarter."""
    tree = mention.tree
    is_figure = any(tree[head].lemma in FIGURES for head in tree.below(verb_of(mention), "nsubj"))
    return is_figure or is_undated_in_scene(mention)
