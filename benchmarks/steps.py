"""Words per second of each step of reading, and what everything after spaCy costs beside spaCy, in one run and one process.

    python benchmarks/steps.py [TEXTS.jsonl]

TEXTS: JSON lines with `text`; the stories of tests/corpus when none is named.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from timeline.intake.record import record_document
from timeline.intake.syntax import parse_all
from timeline.model.document import Document
from timeline.parser.read import read
from timeline.parser.times import tag

STORIES = Path(__file__).parent.parent / "tests" / "corpus" / "stories"


def main() -> None:
    documents = load(Path(sys.argv[1])) if len(sys.argv) > 1 else [d for path in stories() for d in load(path)]
    warm_up(documents[0])
    words = sum(len(document.body.split()) for document in documents)
    parsed, syntax = timed(lambda: list(parse_all(documents)))
    _, tagging = timed(lambda: [tag(document) for document in documents])
    found, reading = timed(lambda: [read(document, sentences) for document, sentences in parsed])
    print(f"{words:,} words, {sum(map(len, found)):,} Statements")
    for name, seconds in (("spaCy", syntax), ("tag", tagging), ("read (with tag)", reading)):
        print(f"{name:16} {words / seconds:12,.0f} words/s   {seconds / syntax:6.3f} of spaCy's time")


def stories() -> list[Path]:
    return sorted(path for path in STORIES.glob("*.jsonl") if ".gold" not in path.name)


def load(path: Path) -> list[Document]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [record_document(json.loads(line), place=f"{path}:{number}") for number, line in enumerate(lines, start=1)]


def warm_up(document: Document) -> None:
    """Loads the model and the rules, which is not what is measured."""
    for _, sentences in parse_all([document]):
        read(document, sentences)


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


if __name__ == "__main__":
    main()
