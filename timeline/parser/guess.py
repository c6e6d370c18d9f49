"""Guess: the best single day for what a text tells without a date, never counted as known (`likely`).

What is told as the next thing is likely of the day that the story is at: of its scene, else of the news that the text begins
with, else of its publication. What was before, lasts, or is only named again has no guess.
"""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model import edtf
from timeline.model.time import When
from timeline.parser.bulletin import News
from timeline.parser.course import is_lasting
from timeline.parser.mention import Mention
from timeline.parser.sequence import Told
from timeline.parser.staging import UNDATED, Scene, is_told_lately, is_told_next, staged


def with_guesses(told: Sequence[Told], whens: Sequence[When], news: News | None) -> tuple[When, ...]:
    """The Whens, those that leave more than one day open with the likely one, if any; `news` is what the text begins with."""
    days = dict(staged(told))
    return tuple(
        replace(found, likely=_allowed(found, _day(told, number, days[number], news)))
        for number, found in enumerate(whens)
    )


def _day(told: Sequence[Told], number: int, scene: Scene | None, news: News | None) -> str | None:
    one = told[number]
    if is_lasting(one.mention):
        return None
    is_next = is_told_next(one)
    if not (is_next or is_told_lately(one)):
        return None
    if spoken := _spoken(told, one.mention):
        return spoken
    today = _last_day(one.when)
    day = None if news is None else str(edtf.from_day(news.day))
    return _scene_day(told, scene) or day or today if is_next else today


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


def _scene_day(told: Sequence[Told], scene: Scene | None) -> str | None:
    if scene is None:
        return None
    number = scene.news if scene.is_left else scene.number
    return None if number is None else _one_day(told[number].when)


def _one_day(found: When) -> str | None:
    """The day, clock aside, when it is known."""
    day = found.span.start_earliest
    return str(edtf.from_day(day)) if day is not None and found.span.width == 1 else None


def _allowed(found: When, guess: str | None) -> str | None:
    """The guess where the bounds leave more than one day, and it lies in them."""
    is_open = found.basis in UNDATED and found.span.width != 1
    return guess if guess and is_open and edtf.allows(found.span, guess) else None
