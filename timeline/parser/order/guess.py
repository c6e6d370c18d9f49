"""Guess: the best single day for what a text tells without a date, never counted as known (`likely`).

What is told as the next thing is likely of the day that the story is at: of its scene, else of the news that the text begins
with, else of its publication. What was before, lasts, or is only named again has no guess.
"""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model import edtf
from timeline.model.time import UNDATED, When
from timeline.parser.mentions.mention import Mention
from timeline.parser.order.bulletin import day_of_story
from timeline.parser.order.course import is_undated_in_scene
from timeline.parser.order.lead import News
from timeline.parser.order.lives import LIVED, lived
from timeline.parser.order.sequence import Told
from timeline.parser.order.staging import Scene, is_said_now, is_told_lately, is_told_next, is_under_way, staged


def with_guesses(
    told: Sequence[Told], whens: Sequence[When], news: News | None, cases: frozenset[int]
) -> tuple[When, ...]:
    """The Whens, those that leave more than one day open with the likely one, if any.

    `news` is what the text begins with, `cases` are the numbers of what was before it.
    """
    days, cases = dict(staged(told)), cases | lived(told)
    guesses = [None if number in cases else _day(told, number, days[number], news) for number in range(len(told))]
    likely = [_allowed(found, guess) for found, guess in zip(whens, guesses, strict=True)]
    return tuple(
        replace(found, likely=guess) if guess != found.likely else found
        for found, guess in zip(whens, likely, strict=True)
    )


def _day(told: Sequence[Told], number: int, scene: Scene | None, news: News | None) -> str | None:
    one = told[number]
    if is_undated_in_scene(one.mention) or (scene is not None and told[scene.number].mention.row.type == "birth"):
        return None
    if is_under_way(one) or is_said_now(one):
        return _last_day(one.when)
    is_next = is_told_next(one)
    if not (is_next or is_told_lately(one)):
        return None
    if spoken := _spoken(told, one.mention):
        return spoken
    today = _last_day(one.when)
    if is_next:
        return _story_day(told, number, scene, news) or today
    # 'has sold a mill. It signed on Monday'
    is_lead = news is not None and one.mention.tree.sentence.index <= news.sentence
    return _iso(news.day) if is_lead and news is not None else today


def _spoken(told: Sequence[Told], mention: Mention) -> str | None:
    """The day of the speech that tells it: 'announced on Monday that it has settled'."""
    above = set(mention.tree.above(mention.top))
    return next(
        (
            _one_day(other.when)
            for other in told
            if other.mention.tree is mention.tree and other.mention.top in above and _one_day(other.when)
        ),
        None,
    )


def _last_day(found: When) -> str | None:
    """The last day that is possible: that of its report."""
    return str(edtf.from_day(found.span.end_latest)) if found.span.end_latest is not None else None


def _story_day(told: Sequence[Told], number: int, scene: Scene | None, news: News | None) -> str | None:
    """The day that the story is at; where it has left its scene, that of the news."""
    if scene is None or not scene.is_left:
        day = day_of_story(told, number, scene, news)
        return None if day is None else _iso(day)
    first = None if scene.news is None else _one_day(told[scene.news].when)
    return _iso(news.day) if news is not None else first


def _iso(day: int) -> str:
    return str(edtf.from_day(day))


def _one_day(found: When) -> str | None:
    """The day, clock aside, when it is known."""
    day = found.span.start_earliest
    return str(edtf.from_day(day)) if day is not None and found.span.width == 1 else None


def _allowed(found: When, guess: str | None) -> str | None:
    """The guess where the bounds leave more than one day, and it lies in them."""
    is_open = found.basis in UNDATED and found.span.width != 1 and LIVED not in found.because
    return guess if guess and is_open and edtf.allows(found.span, guess) else None
