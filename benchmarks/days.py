"""The weights by which the likely day of what has none is guessed, learnt anew from marked texts: timeline/rules/weights/days.npz.

    python -m benchmarks.days [--check]

Learnt from the news texts of tests/corpus/readings whose dates are marked, and from the stories: for each happening found that the
text does not date, whether the day that the story is at is one on which a reader puts it who knows the month at least. Logistic
regression; the same rules and texts give the same weights. With --check nothing is written: each set, and each story, is guessed
by what was learnt from all others. For some bars it is told how many guesses lie within what the reader gives, of how many, and
likewise for the happenings that the reader puts on three days or fewer.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import readings
from benchmarks.learning import Descent, arguments, entries, falling, often
from benchmarks.stories import STORIES, extent
from benchmarks.worth import READINGS
from timeline import vectors
from timeline.intake.record import record_document
from timeline.intake.syntax import parse_all
from timeline.model.shapes import statement_shape
from timeline.model.span import TimeSpan
from timeline.model.time import UNDATED
from timeline.parser import read as reading
from timeline.parser.mentions.worth import logistic
from timeline.parser.order.guess import weighed_day
from timeline.parser.order.signs import Story, signs

KEPT = Path(__file__).parent.parent / "timeline" / "rules" / "weights" / "days.npz"
OFTEN = 4  # happenings that must have a sign
STRENGTH = 0.1  # the higher, the closer to what it learns from
STEPS, PACE = 400, 0.1
MONTH, CLOSE = 41, 3  # days that a reader leaves open
BARS = (0.3, 0.35, 0.4, 0.5, 0.55)


@dataclass(frozen=True)
class Case:
    """A happening that has more than one possible day: what speaks for one of these, whether that is right and how wide the
    reader's date is; `clues` is empty where no day is weighed."""

    clues: tuple[str, ...]
    is_right: bool
    width: int | None

    @property
    def is_wanted(self) -> bool:
        return self.is_right and self.width is not None and self.width <= MONTH


def main() -> None:
    options = arguments(__doc__, "how well it does, with each set held back").parse_args()
    sets = {texts.stem.removesuffix("texts"): list(cases(texts)) for texts in sorted(READINGS.glob("*texts.jsonl"))}
    sets |= {gold.stem: list(story_cases(gold)) for gold in sorted(STORIES.glob("*.gold.jsonl"))}
    if options.check:
        check(sets)
    else:
        keep(learn([case for own in sets.values() for case in own]))


def cases(texts: Path) -> Iterator[Case]:
    """Those of a file of texts, by the gold beside it; none where that has no dates."""
    events = readings.lines(texts.with_name(texts.name.replace("texts", "gold")))
    for record, at, told in stories_of(texts):
        own = [event for event in events if event["document"] == record["id"] and "edtf" in event]
        pairs = readings.pair(record["text"], own, told)
        for number, event in enumerate(own):
            if not event.get("optional") and number in pairs:
                triggers = [told[i]["trigger"] for i in pairs[number]]
                yield from cases_of(at, [(one["start"], one["end"]) for one in triggers], event)


def story_cases(gold: Path) -> Iterator[Case]:
    """Those of a story, whose happenings have the dates that its dispatches together tell."""
    events = readings.lines(gold)
    for record, at, _ in stories_of(gold.with_name(gold.name.replace(".gold", ""))):
        for event in events:
            own = [mention for mention in event["mentions"] if mention["document"] == record["id"]]
            for mention in own:
                yield from cases_of(at, [extent(record["text"], mention)], event)


def stories_of(texts: Path) -> Iterator[tuple[dict[str, Any], Story, list[dict[str, Any]]]]:
    """The record of each text that tells anything, what its guesses are made from, and its Statements."""
    records = readings.lines(texts)
    for (document, sentences), record in zip(parse_all([record_document(r) for r in records]), records, strict=True):
        with recorded() as stories:
            told = [statement_shape(record["id"], statement) for statement in reading.read(document, sentences)]
        if stories:
            yield record, stories[0], told


@contextmanager
def recorded() -> Iterator[list[Story]]:
    """What is read meanwhile has no guesses, and leaves what they would be made from."""
    kept: list[Story] = []
    guessing = reading.with_guesses
    reading.with_guesses = lambda at, _: kept.append(at) or tuple(at.whens)  # type: ignore[func-returns-value]
    try:
        yield kept
    finally:
        reading.with_guesses = guessing


def cases_of(at: Story, spans: Sequence[tuple[int, int]], event: dict[str, Any]) -> Iterator[Case]:
    """The first undated Statement whose trigger stands there."""
    for number, (one, when) in enumerate(zip(at.told, at.whens, strict=True)):
        token = one.mention.tree[one.mention.index]
        is_here = any(token.start < end and start < token.end for start, end in spans)
        if is_here and when.basis in UNDATED and when.span.width != 1:
            day, gold = weighed_day(at, number), readings.read_span(event["edtf"])
            clues = () if day is None else tuple(signs(at, number, day))
            yield Case(clues, day is not None and holds(gold, day), gold.width)
            return


def holds(gold: TimeSpan, day: int) -> bool:
    first, last = gold.start_earliest, gold.end_latest
    return not gold.is_open and (first is None or first <= day) and (last is None or day <= last)


def learn(found: Sequence[Case]) -> vectors.Betting:
    """Logistic regression, all cases at once."""
    known = [case for case in found if case.clues]
    clues = [case.clues for case in known]
    names = often(clues, OFTEN)
    rows, columns = entries(clues, names)
    wanted = np.array([case.is_wanted for case in known], float)
    weights = np.zeros(len(names) + 1)
    down = Descent(weights)
    for step in range(1, STEPS + 1):
        wrong = 1 / (1 + np.exp(-np.bincount(rows, weights[columns], len(known)) - weights[-1])) - wanted
        slope = np.append(np.bincount(columns, wrong[rows], len(names)), wrong.sum())
        slope[:-1] += weights[:-1] / STRENGTH
        down.step(slope, falling(PACE, step, STEPS))
    return vectors.Betting(dict(zip(names, weights[:-1].tolist(), strict=True)), float(weights[-1]))


def keep(weights: vectors.Betting) -> None:
    """Writes the weights, rounded."""
    np.savez_compressed(
        KEPT,
        names=np.array(list(weights.names)),
        weights=np.array(list(weights.names.values()), np.float16),
        base=np.array(weights.base, np.float32),
    )
    print(f"{KEPT}: {len(weights.names)} signs")


def check(sets: dict[str, list[Case]]) -> None:
    total: dict[bool, list[tuple[float, Case]]] = {False: [], True: []}
    for name, own in sets.items():
        if own:
            weights = learn([case for other, found in sets.items() if other != name for case in found])
            chances = [(logistic(weights.odds(case.clues)) if case.clues else 0.0, case) for case in own]
            print(name.rstrip("-") or "first", told(chances), flush=True)
            total[name.endswith(".gold")] += chances
    for is_story, chances in total.items():
        print("all stories" if is_story else "all readings", told(chances))


def told(chances: Sequence[tuple[float, Case]]) -> str:
    close = sum(case.width is not None and case.width <= CLOSE for _, case in chances)
    parts = [f"{len(chances)} open, {close} of them close"]
    for bar in BARS:
        guessed = [case for chance, case in chances if chance >= bar]
        near = [case for case in guessed if case.width is not None and case.width <= CLOSE]
        right, sure = sum(case.is_right for case in guessed), sum(case.is_right for case in near)
        parts.append(f"{bar}: {right} of {len(guessed)}, close {sure} of {len(near)}")
    return "  ".join(parts)


if __name__ == "__main__":
    main()
