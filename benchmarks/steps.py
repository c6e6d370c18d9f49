"""Words per second of each step of reading, and what everything after spaCy costs beside spaCy, in one run and one process.

    python benchmarks/steps.py [TEXTS.jsonl]

TEXTS: JSON lines with `text`; the stories of tests/corpus when none is named. The steps take turns, some texts each, so that
what else the machine does slows all of them alike; seconds are of the processor. spaCy's pipeline is as it comes, in batches; what
it found is taken over by us (`sentences`).
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path
from typing import Any

from timeline.cli import RARELY
from timeline.intake.record import record_document
from timeline.intake.syntax import annotated, parse_all, sentences
from timeline.model.document import Document
from timeline.parser.read import read
from timeline.parser.times.grammar import grammar
from timeline.parser.times.times import tag
from timeline.vectors import meanings

STEPS = ("spaCy", "sentences", "tag", "read (with tag)")
OURS = ("sentences", "read (with tag)")
TURN = 8  # documents
STORIES = Path(__file__).parent.parent / "tests" / "corpus" / "stories"


def main() -> None:
    gc.set_threshold(*RARELY)  # as the commands do
    documents = load(Path(sys.argv[1])) if len(sys.argv) > 1 else [d for path in stories() for d in load(path)]
    warm_up(documents[0])
    words = sum(len(document.body.split()) for document in documents)
    seconds, found = dict.fromkeys(STEPS, 0.0), 0
    for start in range(0, len(documents), TURN):
        some = documents[start : start + TURN]
        found_by_spacy = timed(seconds, "spaCy", lambda some=some: list(annotated(some)))
        parsed = timed(seconds, "sentences", lambda blocks=found_by_spacy: [(d, sentences(own)) for d, own in blocks])
        timed(seconds, "tag", lambda some=some: [tag(document) for document in some])
        told = timed(seconds, "read (with tag)", lambda parsed=parsed: [read(*one) for one in parsed])
        found += sum(map(len, told))
    print(f"{words:,} words, {found:,} Statements")
    for name, used in seconds.items():
        print(f"{name:16} {words / used:12,.0f} words/s   {used / seconds['spaCy']:6.3f} of spaCy's time")
    print(f"{'after spaCy':41} {sum(seconds[name] for name in OURS) / seconds['spaCy']:6.3f} of spaCy's time")


def stories() -> list[Path]:
    return sorted(path for path in STORIES.glob("*.jsonl") if ".gold" not in path.name)


def load(path: Path) -> list[Document]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [record_document(json.loads(line), place=f"{path}:{number}") for number, line in enumerate(lines, start=1)]


def warm_up(document: Document) -> None:
    """Loads the model, the rules (all of them, of which a text needs a few) and the vectors, which is not what is measured."""
    meanings()
    [*map(attrgetter("shape"), grammar().rules)]
    for _, parsed in parse_all([document]):
        read(document, parsed)


def timed(seconds: dict[str, float], step: str, work: Callable[[], Any]) -> Any:
    """What the work gives; its processor time is added to that of the step."""
    start = time.process_time()
    result = work()
    seconds[step] += time.process_time() - start
    return result


if __name__ == "__main__":
    main()
