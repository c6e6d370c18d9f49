"""The weights by which is told what no rule tells, learnt anew from marked texts: timeline/rules/weights/worth.npz.

    python -m benchmarks.worth [--check] [TEXTS GOLD ...]

Learnt from the news texts of tests/corpus/readings, read by the rules alone: a verb, or a noun that the rules tell, is one that
a reader told when a happening of the gold is marked at it (and not found by other words); one that is optional there says nothing.
Logistic regression; the same rules and texts give the same weights. With --check nothing is written: each set is weighed by what
was learnt from all others, and for some bars it is told what would be found, at how many Statements for each happening, of those
added how many are such, and how many tell again what is found by other words. Further TEXTS and GOLD are weighed so, too, and not
learnt from.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks import readings
from benchmarks.learning import Descent, arguments, entries, falling, often
from timeline import vectors
from timeline.intake.record import record_document
from timeline.intake.syntax import parse_all
from timeline.model.document import BlockKind
from timeline.model.shapes import statement_shape
from timeline.parser import read as reading
from timeline.parser.actors.cast import Cast
from timeline.parser.mentions import worth
from timeline.parser.mentions.doings import protagonists
from timeline.parser.mentions.mentions import find_mentions, lemmas
from timeline.parser.mentions.scene import is_story
from timeline.parser.sentences.repair import repaired, with_known_names
from timeline.parser.sentences.standins import with_nouns
from timeline.parser.sentences.tree import Tree

HOME = Path(__file__).parent.parent
KEPT = HOME / "timeline" / "rules" / "weights" / "worth.npz"
READINGS = HOME / "tests" / "corpus" / "readings"
OFTEN = 3  # cases that must have a clue
SHARE, MEANING = 0.5, 2.0  # how much a clue counts in learning, and the vector of a word
STRENGTH = 0.3  # the higher, the closer to what it learns from
STEPS, PACE = 400, 0.1
BARS = (0.7, 0.6, 0.5, 0.4, 0.3)


@dataclass(frozen=True)
class Case:
    """A word to learn from: its text, its lemma and clues, the happenings marked at it (none when it is spare)."""

    text: str
    lemma: str
    is_verb: bool
    clues: tuple[str, ...]
    events: tuple[tuple[str, int], ...]
    is_told: bool  # by the rules
    is_wanted: bool  # a happening that is told here, or nowhere


@dataclass(frozen=True)
class Corpus:
    """The cases of one set of texts, and how many happenings it has, found ones, Statements."""

    name: str
    cases: tuple[Case, ...]
    given: int
    found: int
    statements: int


def main() -> None:
    parser = arguments(__doc__, "how well it does, with each set held back")
    parser.add_argument("further", nargs="*", type=Path, metavar="TEXTS GOLD", help="more sets to check by")
    options = parser.parse_args()
    worth.BAR, worth.LOW, worth.SPARE = 2.0, 2.0, 0.0  # by the rules alone
    own = [
        corpus(texts, texts.with_name(texts.name.replace("texts", "gold")))
        for texts in sorted(READINGS.glob("*texts.jsonl"))
    ]
    if options.check:
        check(own, [corpus(*options.further[i : i + 2]) for i in range(0, len(options.further), 2)])
    else:
        keep(learn([case for one in own for case in one.cases]))


def corpus(texts: Path, gold: Path) -> Corpus:
    """The cases of a file of texts with its gold."""
    records, events = readings.lines(texts), readings.lines(gold)
    cases: list[Case] = []
    given = found = statements = 0
    for (document, sentences), record in zip(parse_all([record_document(r) for r in records]), records, strict=True):
        own = [event for event in events if event["document"] == record["id"]]
        told = [statement_shape(record["id"], statement) for statement in reading.read(document, sentences)]
        pairs = readings.pair(record["text"], own, told)
        wanted = [number for number, event in enumerate(own) if not event.get("optional")]
        given += len(wanted)
        found += len([number for number in wanted if number in pairs])
        statements += len(told) - sum(len(pairs.get(n, [])) for n in range(len(own)) if n not in wanted)
        cases += cases_of(record, own, told, pairs, sentences)
    return Corpus(texts.stem.removesuffix("texts").rstrip("-"), tuple(cases), given, found, statements)


def cases_of(
    record: dict[str, Any],
    events: Sequence[dict[str, Any]],
    told: Sequence[dict[str, Any]],
    pairs: dict[int, list[int]],
    sentences: Sequence[Any],
) -> Iterator[Case]:
    """Each word of a text that is weighed, but for those where only optional happenings are marked."""
    marks = [(a, b, n) for n, event in enumerate(events) for a, b, _ in readings.trigger_spans(record["text"], event)]
    matched = {number for own in pairs.values() for number in own}
    triggers = {statement["trigger"]["start"]: number in matched for number, statement in enumerate(told)}
    trees = [Tree(repaired(sentence)) for sentence in with_nouns(with_known_names(sentences))]
    cast, words = Cast(trees), lemmas(*trees)
    texts = [tree for tree in trees if tree.sentence.kind is BlockKind.TEXT]
    if not is_story(words):
        return
    focus = protagonists(cast, texts)
    mentions = [mention for tree in texts for mention in find_mentions(tree, cast, words, focus)]
    starts = {
        (tree.sentence.index, token.index): (token.start, token.end) for tree in texts for token in tree.sentence.tokens
    }
    for place, lemma, is_verb, signs in worth.weighed(mentions, texts, cast):
        start, end = starts[place]
        here = [number for first, last, number in marks if start < last and first < end]
        real = [number for number in here if not events[number].get("optional")]
        if here and not real:
            continue
        is_missed = any(number not in pairs for number in real)
        is_wanted = bool(real) and (is_missed or triggers.get(start, False))
        own = tuple((record["id"], number) for number in real if number not in pairs)
        yield Case(
            record["id"],
            lemma,
            is_verb,
            tuple([name for sign in signs for name in sign.names]),
            own or tuple((record["id"], n) for n in real),
            start in triggers,
            is_wanted,
        )


def learn(cases: Sequence[Case]) -> vectors.Telling:
    """Logistic regression, all cases at once."""
    clues = [case.clues for case in cases]
    names = often(clues, OFTEN)
    rows, columns = entries(clues, names)
    table, wanted = meanings(cases), np.array([case.is_wanted for case in cases], float)
    weights = np.zeros(len(names) + table.shape[1] + 1)
    down = Descent(weights)
    for step in range(1, STEPS + 1):
        scores = (
            SHARE * np.bincount(rows, weights[columns], len(cases)) + table @ weights[len(names) : -1] + weights[-1]
        )
        wrong = 1 / (1 + np.exp(-scores)) - wanted
        slope = np.concatenate([SHARE * np.bincount(columns, wrong[rows], len(names)), table.T @ wrong, [wrong.sum()]])
        slope[:-1] += weights[:-1] / STRENGTH
        down.step(slope, falling(PACE, step, STEPS))
    words = MEANING * weights[len(names) : -1].reshape(2, -1).astype(np.float32)
    return vectors.Telling(
        dict(zip(names, (SHARE * weights[: len(names)]).tolist(), strict=True)),
        words[0],
        words[1],
        weights[-1],
        wanted.mean(),
    )


def meanings(cases: Sequence[Case]) -> NDArray[np.float32]:
    """What the word of each case means, in the first columns for verbs, in the others for nouns."""
    known = vectors.meanings()
    found = np.array([known.of([case.lemma]) for case in cases]) * np.float32(MEANING)
    is_verb = np.array([case.is_verb for case in cases])[:, None]
    return np.hstack([found * is_verb, found * ~is_verb])


def keep(weights: vectors.Telling) -> None:
    """Writes the weights, those of the clues rounded."""
    np.savez_compressed(
        KEPT,
        names=np.array(list(weights.names)),
        weights=np.array(list(weights.names.values()), np.float16),
        words=np.array([weights.verb, weights.noun], np.float16),
        base=np.array(weights.base, np.float32),
        share=np.array(weights.share, np.float32),
    )
    print(f"{KEPT}: {len(weights.names)} clues")


def check(own: Sequence[Corpus], further: Sequence[Corpus]) -> None:
    total = {bar: [0, 0, 0] for bar in BARS}
    for one in own:
        weights = learn([case for other in own if other is not one for case in other.cases])
        for bar, found in report(one, weights).items():
            total[bar] = [a + b for a, b in zip(total[bar], found, strict=True)]
    print("all: " + "  ".join(f"{bar}: +{a} (again {b}) of {n}" for bar, (a, b, n) in total.items()))
    if further:
        weights = learn([case for one in own for case in one.cases])
        for one in further:
            report(one, weights)


def chances(cases: Sequence[Case], weights: vectors.Telling) -> Iterator[tuple[float, Case]]:
    """How likely each case of a text is to be told."""
    odds = [weights.odds(weights.weight(case.clues), case.lemma, is_verb=case.is_verb) for case in cases]
    return zip(worth.settled(odds, weights.share), cases, strict=True)


def report(one: Corpus, weights: vectors.Telling) -> dict[float, list[int]]:
    """Prints what is found at each bar; (happenings more, words that tell again, words more) for each."""
    texts: dict[str, list[Case]] = {}
    for case in one.cases:
        texts.setdefault(case.text, []).append(case)
    rows = [row for cases in texts.values() for row in chances(cases, weights) if row[1].is_verb and not row[1].is_told]
    found: dict[float, list[int]] = {}
    line = f"{one.name or 'texts'}: {one.found / one.given:.1%} at {one.statements / one.given:.2f}"
    for bar in BARS:
        more = [case for chance, case in rows if chance >= bar]
        events = {event for case in more if case.is_wanted for event in case.events}
        again = sum(bool(case.events) and not case.is_wanted for case in more)
        found[bar] = [len(events), again, len(more)]
        share, each = (one.found + len(events)) / one.given, (one.statements + len(more)) / one.given
        line += f"  {bar}: +{len(events)} (again {again}) of {len(more)}: {share:.1%} at {each:.2f}"
    print(line, flush=True)
    return found


if __name__ == "__main__":
    main()
