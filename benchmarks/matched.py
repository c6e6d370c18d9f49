"""The weights by which two Statements are held to be one happening, learnt anew: timeline/rules/weights/same.npz.

    python -m benchmarks.matched [--check]

Learnt by logistic regression from the stories of `tests/corpus/stories` and `tests/corpus/sketches` and from the timelines of
`tests/corpus/timelines`, whose gold says which words tell one happening; what words of deeds have in common from lists of words
(`benchmarks/senses.py`). With --check nothing is written: each story and timeline is merged by weights learnt from the others.
"""

import argparse
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks import senses, stories, timelines
from timeline import vectors
from timeline.chronology import meaning, merge, ranks, readings, weigh
from timeline.chronology.match import is_told_as_same, may_be_same
from timeline.chronology.profile import profile
from timeline.chronology.traits import WEIGHED, traits
from timeline.errors import InputError
from timeline.ingest import extract
from timeline.intake.read import documents
from timeline.intake.record import record_document
from timeline.model.curation import Spot
from timeline.model.document import Document
from timeline.model.event import Evidence

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "tests" / "corpus"
KEPT = ROOT / "timeline" / "rules" / "weights" / "same.npz"
STORIES, SKETCHES, TIMELINES = "stories", "sketches", "timelines"
OPEN = 0.15  # what a pair counts of which gold knows only one
LONG = 0.5  # what pairs of timelines count: their gold knows what some entities do, and that not throughout
STRENGTH, ROUNDS = 5.0, 8  # of the learning; the higher the strength, the smaller the weights
Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Told:
    """A story or a set of timelines: the folder it stands in, its evidence, and which of gold's happenings each finds."""

    folder: str
    name: str
    evidence: list[Evidence]
    gold: Mapping[Spot, frozenset[str]]


@dataclass(frozen=True)
class Pairs:
    """Pairs of Statements that are compared: their traits, whether they are one, how much they count."""

    table: Numbers
    same: Numbers
    shares: Numbers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="how well it does on each with the others learnt from")
    options = parser.parse_args()
    centre, axes = (part.astype(np.float16) for part in senses.learn())
    empty = vectors.Scale({}, 0.0, centre.astype(np.float32), axes.astype(np.float32))
    use(empty)
    told = list(all_told())
    pairs = [pairs_of(one) for one in told]
    if options.check:
        check(told, pairs, empty)
    else:
        weights, constant = learn(pairs)
        keep(weights, constant, centre, axes)


def use(scale: vectors.Scale) -> None:
    """Have Statements compared by it."""
    for module in (weigh, meaning):
        vars(module)["scale"] = lambda: scale


def check(told: Sequence[Told], pairs: Sequence[Pairs], empty: vectors.Scale) -> None:
    """One line for each, one for all of a folder."""
    totals: defaultdict[str, stories.Tally] = defaultdict(stories.Tally)
    print(stories.line("", stories.COLUMNS))
    for number, one in enumerate(told):
        weights, constant = learn([*pairs[:number], *pairs[number + 1 :]])
        use(vectors.Scale(weights, constant, empty.centre, empty.senses))
        events = {(e.document, e.number): str(n) for n, event in enumerate(merge(one.evidence)) for e in event.evidence}
        tally = stories.Tally()
        items = [stories.Item(gold, events[spot], "") for spot, golds in one.gold.items() for gold in sorted(golds)]
        tally.items = len(items)
        stories.count_merging(tally, items)
        totals[one.folder].add(tally)
        print(stories.line(one.name, stories.cells(tally)))
    for folder, total in totals.items():
        print(stories.line(folder, stories.cells(total)))


def learn(pairs: Sequence[Pairs]) -> tuple[dict[str, float], float]:
    """Logistic regression by Newton's method: the weight of each trait, and the constant."""
    table, same, shares = (
        np.concatenate([getattr(one, name) for one in pairs if len(one.same)]) for name in ("table", "same", "shares")
    )
    middle, spread = table.mean(axis=0), table.std(axis=0) + 1e-6
    known = np.hstack([np.ones((len(table), 1)), (table - middle) / spread])
    found, held = np.zeros(known.shape[1]), np.diag([1e-6] + [STRENGTH] * table.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(known @ found, -30, 30)))
        slope = known.T @ (shares * (chance - same)) + held @ found
        bend = (known * (shares * chance * (1 - chance))[:, None]).T @ known + held
        found = found - np.linalg.solve(bend, slope)
    weights = found[1:] / spread
    return dict(zip(WEIGHED, weights.tolist(), strict=True)), float(found[0] - weights @ middle)


def pairs_of(told: Told) -> Pairs:
    """Those that the one is looked for where the other is, that nothing contradicts, and of which gold knows one at least."""
    profiles = [profile(one) for one in told.evidence]
    rows, same, shares = [], [], []
    for a, b in combinations(profiles, 2):
        some, others = told.gold.get(a.spot), told.gold.get(b.spot)
        if (some or others) and may_be_same(a, b) and not is_told_as_same(a, b):
            rows.append(list(traits(a, b).values()))
            same.append(bool(some and others and some & others))
            shares.append((1.0 if some and others else OPEN) * (LONG if told.folder == TIMELINES else 1.0))
    table = np.array(rows, np.float64).reshape(len(rows), len(WEIGHED))
    return Pairs(table, np.array(same, np.float64), np.array(shares, np.float64))


def all_told() -> Iterator[Told]:
    for folder in (STORIES, SKETCHES):
        for path in sorted((CORPUS / folder).glob("*.gold.jsonl")):
            yield story(folder, path.with_name(path.name.replace(".gold", "")), stories.records(path))
    for path in sorted((CORPUS / TIMELINES).glob("*/gold.jsonl")):
        yield timeline(path.parent)


def story(folder: str, path: Path, gold: list[stories.Record]) -> Told:
    texts = [one for one in documents([str(path)]) if not isinstance(one, InputError)]
    evidence = [one for text in texts for one in evidence_of(text)]
    bodies = {text.external_id: text.body for text in texts}
    found: defaultdict[Spot, set[str]] = defaultdict(set)
    for happening in gold:
        for mention in happening["mentions"]:
            start, end = stories.extent(bodies[mention["document"]], mention)
            here = [one for one in evidence if one.document == mention["document"] and _overlaps(one, start, end)]
            if here:
                best = min(here, key=lambda one: one.statement.type != happening["type"])
                found[best.document, best.number].add(happening["id"])
    return Told(folder, path.stem, evidence, _frozen(found))


def timeline(folder: Path) -> Told:
    """What several entities' timelines say is one is one."""
    texts = {one["id"]: one for one in stories.records(folder / "documents.jsonl")}
    evidence = [one for text in texts.values() for one in evidence_of(record_document(text))]
    events = [event for line in stories.records(folder / "gold.jsonl") for event in line["events"]]
    homes: dict[tuple[str, int, str], str] = {}
    for number, event in enumerate(events):
        mentions = [(one["document"], one["sentence"], one["trigger"]) for one in event["mentions"]]
        known = {homes[one] for one in mentions if one in homes}
        homes = {one: str(number) if home in known else home for one, home in homes.items()}
        homes.update((one, str(number)) for one in mentions)
    found: defaultdict[Spot, set[str]] = defaultdict(set)
    for (text, sentence, trigger), home in homes.items():
        place = next(one for one in texts[text]["sentences"] if one["id"] == sentence)
        here = [one for one in evidence if one.document == text and _stands_in(one, place)]
        fits = [(_fit(one.statement.trigger.text, trigger), -one.number) for one in here]
        best = max(fits, default=(0, 0))
        if best[0]:
            found[text, -best[1]].add(home)
    return Told(TIMELINES, folder.name, evidence, _frozen(found))


def _fit(words: str, trigger: str) -> int:
    """2 for the very words, 1 for a stem of them, else 0."""
    if words.casefold() == trigger.casefold():
        return 2
    return int(bool(timelines.stems(words) & timelines.stems(trigger)))


def _stands_in(one: Evidence, place: stories.Record) -> bool:
    return bool(place["start"] < one.statement.end and one.statement.start < place["end"])


def _overlaps(one: Evidence, start: int, end: int) -> bool:
    trigger = one.statement.trigger
    return trigger.start < end and start < trigger.end


def _frozen(found: Mapping[Spot, Iterable[str]]) -> dict[Spot, frozenset[str]]:
    return {spot: frozenset(golds) for spot, golds in found.items()}


def evidence_of(text: Document) -> Iterator[Evidence]:
    statements = extract(text)
    name = text.external_id or text.label
    for number, one in enumerate(readings(statements, ranks(statements))):
        yield Evidence(name, text.fingerprint, text.published, number, one.statement, text.url or name, one.rank)


def keep(weights: Mapping[str, float], constant: float, centre: NDArray[np.float16], axes: NDArray[np.float16]) -> None:
    """Writes the weights, with the hash of what they were learnt from."""
    np.savez_compressed(
        KEPT,
        traits=np.array(list(weights)),
        weights=np.array(list(weights.values()), np.float32),
        constant=np.float32(constant),
        centre=centre,
        senses=axes,
        learnt_from=np.array(digest()),
    )
    for name, weight in sorted(weights.items(), key=lambda part: -abs(part[1])):
        print(f"{name:20}{weight:7.2f}")


def digest() -> str:
    """Of the stories and timelines, and of the traits."""
    found = hashlib.sha256("\n".join(WEIGHED).encode())
    for folder in (STORIES, SKETCHES, TIMELINES):
        for path in sorted((CORPUS / folder).rglob("*.jsonl")):
            found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()


if __name__ == "__main__":
    main()
