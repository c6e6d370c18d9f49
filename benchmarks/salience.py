"""The weights of salience, learnt anew: what careful readers put on a timeline of a text, beside all else that was read in it.

    python -m benchmarks.salience [--check]

Learnt from pairs of Statements of one text, one wanted and the other not (a logistic model of what they differ in; each text
counts by the root of its pairs): the readings, timelines and records of tests/corpus. Prints the table WEIGHTS of
`timeline.parser.salience`. With --check every set is held back in turn, and it is told in how many of its pairs the wanted one
comes first by weights learnt from the others.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.learning import Descent, arguments
from benchmarks.readings import lines, pair
from timeline.intake.record import record_document
from timeline.intake.syntax import parse
from timeline.model.shapes import statement_shape
from timeline.parser import read as reading
from timeline.parser import salience

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"
READINGS = ("", "briefs-", "news-", "notes-", "dozen-", "wire-", "daily-")
TIMELINES = ("carmaker", "aircraft", "markets", "plane", "bourse", "ferries", "rails", "lenders")
RECORDS = ("records", "more", "third", "fourth", "fifth")
NAMES = tuple(salience.WEIGHTS)
ROUNDS, PACE, PULL = 400, 0.05, 0.3  # of the learning; the pull is towards 0

Record = dict[str, Any]
Table = NDArray[np.float64]
Wanted = Callable[[Record, list[Record]], set[int]]


@dataclass(frozen=True)
class Text:
    """A text of a set: what holds of each of its Statements, and which of them are wanted."""

    home: str
    table: Table
    wanted: NDArray[np.bool_]

    @property
    def pairs(self) -> Table:
        """What a wanted one has more than one that is not."""
        more = self.table[self.wanted][:, None, :] - self.table[~self.wanted][None, :, :]
        return more.reshape(-1, len(NAMES))


def main() -> None:
    options = arguments(__doc__, "how well it does on sets held back").parse_args()
    texts = [*readings(), *timelines(), *records()]
    if options.check:
        check(texts)
    else:
        print("\n".join(f'    "{name}": {weight:.2f},' for name, weight in zip(NAMES, learn(texts), strict=True)))


def readings() -> Iterator[Text]:
    for name in READINGS:
        gold = lines(CORPUS / "readings" / f"{name}gold.jsonl")

        def wanted(record: Record, statements: list[Record], gold: list[Record] = gold) -> set[int]:
            events = [event for event in gold if event["document"] == record["id"]]
            found = pair(record["text"], events, statements)
            return {i for number, own in found.items() if not events[number].get("optional") for i in own}

        yield from texts_of(f"readings {name}", lines(CORPUS / "readings" / f"{name}texts.jsonl"), wanted)


def timelines() -> Iterator[Text]:
    for name in TIMELINES:
        gold = lines(CORPUS / "timelines" / name / "gold.jsonl")
        mentions = [mention for line in gold for event in line["events"] for mention in event["mentions"]]
        told = {(mention["document"], mention["trigger"]) for mention in mentions}

        def wanted(record: Record, statements: list[Record], told: set[tuple[str, str]] = told) -> set[int]:
            return {n for n, one in enumerate(statements) if (record["id"], one["trigger"]["text"]) in told}

        yield from texts_of(f"timeline {name}", lines(CORPUS / "timelines" / name / "documents.jsonl"), wanted)


def records() -> Iterator[Text]:
    def wanted(record: Record, statements: list[Record]) -> set[int]:
        return {number for number, one in enumerate(statements) if one["type"] == record["type"]}

    for name in RECORDS:
        yield from texts_of(f"records {name}", lines(CORPUS / "records" / f"{name}.jsonl"), wanted)


def texts_of(home: str, found: list[Record], wanted: Wanted) -> Iterator[Text]:
    """Those that have Statements of both sorts."""
    for record in found:
        statements, features = read(record)
        chosen = wanted(record, statements)
        if 0 < len(chosen) < len(statements):
            table = np.array([[float(name in own) for name in NAMES] for own in features])
            yield Text(home, table, np.array([number in chosen for number in range(len(statements))]))


def read(record: Record) -> tuple[list[Record], list[tuple[str, ...]]]:
    """The Statements of a text, and what holds of each."""
    document = record_document(record)
    kept: list[tuple[str, ...]] = []
    weigh = reading.saliences

    def noted(drafts: Any, whens: Any, worth: Any) -> list[float]:
        kept.extend(salience.all_features(drafts, whens))
        return weigh(drafts, whens, worth)

    reading.saliences = noted
    try:
        statements = [statement_shape("", one) for one in reading.read(document, parse(document))]
    finally:
        reading.saliences = weigh
    return statements, kept


def learn(texts: list[Text]) -> Table:
    """The weights, by steepest descent with momentum."""
    pairs = [text.pairs for text in texts]
    table, counts = np.concatenate(pairs), np.concatenate([np.full(len(own), len(own) ** -0.5) for own in pairs])
    weights = np.zeros(len(NAMES))
    down = Descent(weights)
    for _ in range(ROUNDS):
        doubt = counts / (1 + np.exp(table @ weights))
        down.step(PULL * weights - 100 * (table * doubt[:, None]).sum(0) / counts.sum(), PACE)
    return weights


def check(texts: list[Text]) -> None:
    now = np.array([salience.WEIGHTS[name] for name in NAMES])
    for home in dict.fromkeys(text.home for text in texts):
        own = [text for text in texts if text.home == home]
        weights = learn([text for text in texts if text.home != home])
        print(
            f"{home:20} texts {len(own):4}  held back {share(own, weights):5.1f} %  as they stand {share(own, now):5.1f} %"
        )


def share(texts: list[Text], weights: Table) -> float:
    """In how many of all pairs the wanted one weighs more, in per cent; half for equal ones."""
    more = np.concatenate([text.pairs @ weights for text in texts])
    return float(100 * ((more > 0) + 0.5 * (more == 0)).mean())


if __name__ == "__main__":
    main()
