"""How many happenings of marked texts are found, and of those how often type and status are right.

    python -m benchmarks.told tests/corpus/told-texts.txt … [--errors]

A text begins with `## DATE` (of publication); `{trigger types status}` behind a sentence marks a happening that it tells, with all
that is right
parted by commas. A Statement finds it when its trigger is one of the triggers and stands in that sentence.
"""

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.intake.record import record_document
from timeline.intake.syntax import parse_all
from timeline.model.statement import Statement
from timeline.parser.read import read

MARK = re.compile(r"\s*\{(\S+) (\S+) (\S+)\}")
ANY = "*"


@dataclass(frozen=True)
class Wanted:
    """One happening: where the text before its mark ends, and what is right for it."""

    end: int
    triggers: tuple[str, ...]
    types: tuple[str, ...]
    statuses: tuple[str, ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--errors", action="store_true", help="one line for each miss and wrong part")
    options = parser.parse_args()
    for path in options.texts:
        report(path, show=options.errors)


def report(path: Path, *, show: bool) -> None:
    texts = list(load(path))
    documents = [record_document({"text": text, "published": day}, place=str(path)) for day, text, _ in texts]
    counts = {"found": 0, "type": 0, "status": 0}
    given = 0
    for (document, sentences), (_, text, wanted) in zip(parse_all(documents), texts, strict=True):
        statements = read(document, sentences)
        given += len(statements)
        for want in wanted:
            verdict = judge(want, statements)
            for part in verdict:
                counts[part] += 1
            if show and len(verdict) < len(counts):
                print(*(part for part in counts if part not in verdict), want, text[max(0, want.end - 80) : want.end])
    total, found = sum(len(wanted) for _, _, wanted in texts), max(1, counts["found"])
    print(
        f"{path.name}: happenings {total}  found {counts['found']} ({counts['found'] / total:.1%})  Statements {given}"
    )
    print(f"of those found:  type {counts['type'] / found:.1%}  status {counts['status'] / found:.1%}")


def load(path: Path) -> Iterator[tuple[str, str, list[Wanted]]]:
    """(day, text without marks, what is wanted) of each text."""
    for part in path.read_text(encoding="utf-8").split("\n## ")[1:]:
        day, _, body = part.strip().partition("\n")
        text, at, wanted = "", 0, []
        for mark in MARK.finditer(body):
            text += body[at : mark.start()]
            triggers, types, statuses = (tuple(group.split(",")) for group in mark.groups())
            wanted.append(Wanted(len(text), triggers, types, statuses))
            at = mark.end()
        yield day, text + body[at:], wanted


def judge(want: Wanted, statements: tuple[Statement, ...]) -> list[str]:
    """The parts that are right, [] when nothing finds it."""
    found = [s for s in statements if abs(s.end - want.end) <= 1 and s.trigger.text.lower() in want.triggers]
    if not found:
        return []
    best = found[0]
    is_type = want.types == (ANY,) or best.type in want.types
    return ["found", *(["type"] if is_type else []), *(["status"] if best.claim.status.value in want.statuses else [])]


if __name__ == "__main__":
    main()
