"""Guess: the day that a careful reader would bet on for what a text tells without a date, never counted as known (`likely`).

It is the day that the story is at: of its scene, else of the news that the text begins with, else of its publication, where learnt
weights find that likely enough (`signs`; they are learnt from texts marked by readers, `benchmarks/days.py`). What a case is
about, what lasts and a life that is told after a death have no guess.
"""

from collections.abc import Set
from dataclasses import replace

from timeline.model import edtf
from timeline.model.time import UNDATED, When
from timeline.parser.mentions.worth import logistic
from timeline.parser.order.bulletin import day_of_story
from timeline.parser.order.course import is_undated_in_scene
from timeline.parser.order.lives import LIVED, lived
from timeline.parser.order.signs import Story, is_aside, signs
from timeline.parser.order.staging import is_said_now, is_under_way
from timeline.vectors import betting

BIRTH = "birth"
BAR = 0.35  # what is at least as likely is guessed: to be that day by a reader who knows the month at least
ASIDE = 0.55  # likewise of what is not told as the story goes on


def with_guesses(at: Story, cases: Set[int]) -> tuple[When, ...]:
    """The Whens, those that leave more than one day open with the likely one, if any.

    `cases` are the numbers of what was before the news.
    """
    barred = cases | lived(at.told)
    likely = [None if number in barred else _guess(at, number) for number in range(len(at.told))]
    return tuple(
        replace(found, likely=guess) if guess != found.likely else found
        for found, guess in zip(at.whens, likely, strict=True)
    )


def _guess(at: Story, number: int) -> str | None:
    day = weighed_day(at, number)
    if day is None:
        return None
    chance = logistic(betting().odds(signs(at, number, day)))
    return str(edtf.from_day(day)) if chance >= (ASIDE if is_aside(at.told[number]) else BAR) else None


def weighed_day(at: Story, number: int) -> int | None:
    """The day that the story is at, where the bounds of a happening leave that and others; None where they do not."""
    one, found, scene = at.told[number], at.whens[number], at.scenes[number]
    if found.basis not in UNDATED or found.span.width == 1 or LIVED in found.because:
        return None
    is_of_life = scene is not None and at.told[scene.number].mention.row.type == BIRTH
    if is_of_life or is_undated_in_scene(one.mention):
        return None
    first, last = found.span.start_earliest, found.span.end_latest
    is_now = is_under_way(one) or is_said_now(one)  # 'Firemen are still searching'
    opened = last if is_now else day_of_story(at.told, number, scene, at.news)
    day = at.published if opened is None else opened
    is_allowed = day is not None and (first is None or first <= day) and (last is None or day <= last)
    return day if is_allowed else None
