"""Signs: what speaks for and against the day of the story as that of what a text tells without one, as names for learnt weights
('next+in1': told as the next thing, a sentence after its scene). What they are worth is told in `guess`.
"""

import datetime
from bisect import bisect_left
from collections.abc import Sequence, Set
from functools import lru_cache

from timeline.model.span import TimeSpan
from timeline.model.time import DIRECT, TimeExpression, When
from timeline.model.value import value
from timeline.parser.mentions.mention import Mention
from timeline.parser.order.lead import News
from timeline.parser.order.sequence import Told
from timeline.parser.order.staging import Scene, is_said_now, is_told_lately, is_told_next, is_under_way, staged
from timeline.parser.order.telling import Telling
from timeline.parser.order.verbs import verb_of
from timeline.parser.sentences.tree import Tree

LATEST = 3  # expressions and sentences that are looked back to
WEEK = 7  # days
WIDTHS = (1, 2, 7, 31, 366)  # days
GAPS = (0, 1, 2, 3, 7, 14, 61, 366)
SHARES = 4
POINTS = frozenset({"DATE", "TIME"})
PARAGRAPH = "¶"
ASIDE = "aside"
HELPERS = ("aux", "auxpass")
NEW = frozenset({"a", "an", "another"})


@value
class Time:
    """An expression with bounds: where it begins, its sentence and paragraph, how wide it is and how long before publication."""

    start: int
    sentence: int
    paragraph: int
    width: str
    gap: str


@value
class Story:
    """All of a text that signs are read from.

    `scenes` are where the story is at each of the `told`, `published` is a day number, `opening` are the numbers of the
    sentences that begin a paragraph, `fresh` says how many of the dated happenings are of the last days, `starts` has where
    each of the `times` begins, `older` are the numbers of what the text may only recall.
    """

    told: Sequence[Told]
    whens: Sequence[When]
    scenes: Sequence[Scene | None]
    news: News | None
    published: int | None
    times: Sequence[Time]
    starts: Sequence[int]
    opening: frozenset[int]
    fresh: str
    older: Set[int]


def story(
    told: Telling,
    whens: Sequence[When],
    news: News | None,
    published: datetime.date | None,
    trees: Sequence[Tree],
    expressions: Sequence[TimeExpression],
    older: Set[int],
) -> Story:
    """What the signs of one text are read from."""
    today = None if published is None else published.toordinal()
    times, scenes = _times(trees, expressions, today), [scene for _, scene in staged(told)]
    paragraphs = [-1, *(tree.sentence.paragraph for tree in trees)]
    opening = [tree.sentence.index for number, tree in enumerate(trees) if paragraphs[number] != paragraphs[number + 1]]
    starts = [time.start for time in times]
    return Story(told, whens, scenes, news, today, times, starts, frozenset(opening), _freshness(whens, today), older)


def _times(trees: Sequence[Tree], expressions: Sequence[TimeExpression], published: int | None) -> list[Time]:
    ends = [tree.sentence.end for tree in trees]
    found = []
    for one in expressions:
        place = bisect_left(ends, one.end)
        if one.type in POINTS and not one.span.is_open and place < len(ends):
            sentence, gap = trees[place].sentence, _gap(published, one.span.start_earliest)
            found.append(Time(one.start, sentence.index, sentence.paragraph, _width(one.span.width), gap))
    return found


def _freshness(whens: Sequence[When], published: int | None) -> str:
    firsts = [when.span.start_earliest for when in whens if when.basis in DIRECT]
    if published is None or not firsts:
        return "fresh=none"
    fresh = sum([first is not None and 0 <= published - first < WEEK for first in firsts])
    return f"fresh={SHARES * fresh // len(firsts)}"


@lru_cache(maxsize=5_000)
def _width(days: int | None) -> str:
    return "open" if days is None else str(bisect_left(WIDTHS, days))


def _gap(published: int | None, day: int | None) -> str:
    return "open" if published is None or day is None else _days(published - day)


@lru_cache(maxsize=5_000)
def _days(gap: int) -> str:
    return "ahead" if gap < 0 else str(bisect_left(GAPS, gap))


def signs(at: Story, number: int, day: int) -> list[str]:
    """What is so of one happening and of that day."""
    one = at.told[number]
    mention, tree = one.mention, one.mention.tree
    sentence, kind, way = tree.sentence.index, mention.row.type, _way(one)
    place, gap = _place(at.scenes[number], sentence), _gap(at.published, day)
    new = "new" if sentence in at.opening else "on"
    verb = verb_of(mention)
    relation = tree[tree.first_conjunct(verb)].relation
    found = [
        at.fresh,
        f"type={kind}",
        f"status={one.status}",
        f"rel={relation}",
        f"rel={relation}+{way}",
        f"tense={_tense(tree, verb)}+{way}",
        f"told={_form(tree, mention)}+{way}",
        f"old={number in at.older}+{way}",
        f"{way}+{place}",
        f"{place}+{new}",
        f"{way}+{new}",
        f"gap={gap}+{way}",
        f"gap={gap}+{kind}",
        f"news={_news(at.news, sentence)}+{way}",
    ]
    _of_times(at, tree, mention.index, verb, found)
    _of_others(at, number, day, found)
    return found


def _way(one: Told) -> str:
    """How it is told: as the next thing, in the perfect, as said or going on now, or aside."""
    if is_told_next(one):
        return "next"
    if is_told_lately(one):
        return "lately"
    if is_said_now(one):
        return "said"
    return "going" if is_under_way(one) else ASIDE


def _tense(tree: Tree, verb: int) -> str:
    """'VBD', 'VBN+had', 'VB+will': its tag and what helps it."""
    return "+".join([tree[verb].tag, *(tree.lower[child] for child in tree.below(verb, *HELPERS))])


def _form(tree: Tree, mention: Mention) -> str:
    """As a verb, or as a noun that names what is known ('the raid', 'their raid'), what is new ('a raid') or neither."""
    if mention.is_verb:
        return "verb"
    given = [tree.lower[child] for child in tree.below(mention.index, "det", "poss")]
    return "bare" if not given else "new" if given[0] in NEW else "known"


def is_aside(one: Told) -> bool:
    """'The mate, who had warned him': as what was, or says more of something else."""
    return _way(one) == ASIDE


def _place(scene: Scene | None, sentence: int) -> str:
    if scene is None:
        return "nowhere"
    return f"{'left' if scene.is_left else 'in'}{min(LATEST, sentence - scene.sentence)}"


def _news(news: News | None, sentence: int) -> str:
    return "none" if news is None else str(max(-1, min(LATEST, sentence - news.sentence)))


def _of_times(at: Story, tree: Tree, index: int, verb: int, found: list[str]) -> None:
    """The last expressions before its sentence, and those in it."""
    here, first = tree.sentence, bisect_left(at.starts, tree.sentence.start)
    for back in range(min(LATEST, first)):
        time = at.times[first - 1 - back]
        near = f"{min(LATEST + 1, here.index - time.sentence)}{'' if time.paragraph == here.paragraph else PARAGRAPH}"
        found += (f"before{back}={near}+{time.width}", f"before{back}={time.gap}")
    start = tree[index].start
    for time in at.times[first : bisect_left(at.starts, here.end)]:
        side = "ahead" if time.start < start else "behind"
        found += (f"beside={side}+{time.width}", f"beside={time.gap}", f"beside={_path(tree, verb, time.start)}")


def _path(tree: Tree, verb: int, start: int) -> str:
    """How the verb that an expression hangs on stands to that of the happening."""
    index = next((token.index for token in tree.sentence.tokens if token.start >= start), None)
    above = () if index is None else tree.above(index)
    carrier = next((place for place in above if tree[place].pos in {"VERB", "AUX"}), None)
    if carrier is None or carrier == verb:
        return "nowhere" if carrier is None else "own"
    if carrier in tree.above(verb):
        return f"over+{tree[verb].relation}"
    return f"under+{tree[carrier].relation}" if verb in tree.above(carrier) else "apart"


def _of_others(at: Story, number: int, day: int, found: list[str]) -> None:
    """How what is told right before and right after stands to that day."""
    here = at.told[number].mention.tree.sentence.index
    if number:
        near = min(2, here - at.told[number - 1].mention.tree.sentence.index)
        found.append(f"prior={near}+{_against(at.whens[number - 1].span, day)}")
    if number + 1 < len(at.told):
        near = min(2, at.told[number + 1].mention.tree.sentence.index - here)
        found.append(f"later={near}+{_against(at.whens[number + 1].span, day)}")


def _against(span: TimeSpan, day: int) -> str:
    first, last = span.start_earliest, span.end_latest
    if first == day:
        return "on" if last == day else "from"
    if last is not None and last <= day:
        return "to" if last == day else "older"
    return "ahead" if first is not None and first > day else "open"
