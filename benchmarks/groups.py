"""What each file of trigger rows is worth on short news: Statements given, how many find a happening, how many with its type.

    python benchmarks/groups.py TEXTS GOLD [TEXTS GOLD …]

TEXTS, GOLD as in readings.py. A Statement that finds an optional happening counts as one that finds.
"""

import sys
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.readings import lines, pair
from timeline.intake.record import record_document
from timeline.intake.syntax import parse
from timeline.model.document import BlockKind
from timeline.model.sentence import Sentence
from timeline.model.shapes import statement_shape
from timeline.parser.actors.cast import Cast
from timeline.parser.mentions.mentions import find_mentions, lemmas
from timeline.parser.read import read
from timeline.parser.sentences.tree import Tree


def main() -> None:
    counts: Counter[tuple[str, str]] = Counter()
    for texts, gold in zip(sys.argv[1::2], sys.argv[2::2], strict=True):
        for record in lines(Path(texts)):
            events = [event for event in lines(Path(gold)) if event["document"] == record["id"]]
            counts.update(judged(record, events))
    print(f"{'rows':24}{'given':>7}{'find':>7}{'type':>7}")
    for group in sorted({group for group, _ in counts}, key=lambda group: -counts[group, "given"]):
        print(f"{group:24}" + "".join(f"{counts[group, what]:7}" for what in ("given", "find", "type")))


def judged(record: dict[str, Any], events: list[dict[str, Any]]) -> Counter[tuple[str, str]]:
    """(file of rows, what) to how often, for one text."""
    document = record_document(record)
    sentences = parse(document)
    homes = rows_of(sentences)
    given = [statement_shape(record["id"], statement) for statement in read(document, sentences)]
    pairs = pair(record["text"], events, given)
    found = {number: event for event, numbers in pairs.items() for number in numbers}
    counts: Counter[tuple[str, str]] = Counter()
    for number, statement in enumerate(given):
        group = homes.get(statement["trigger"]["start"], "deeds.txt")
        counts[group, "given"] += 1
        counts[group, "find"] += number in found
        counts[group, "type"] += number in found and events[found[number]]["type"].split("/")[0] == statement["type"]
    return counts


def rows_of(sentences: tuple[Sentence, ...]) -> dict[int, str]:
    """Offset of a trigger to the file that its row stands in."""
    trees = [Tree(sentence) for sentence in sentences]
    cast, words = Cast(trees), lemmas(*trees)
    texts = [tree for tree in trees if tree.sentence.kind is BlockKind.TEXT]
    mentions = [mention for tree in texts for mention in find_mentions(tree, cast, words)]
    return {mention.tree[mention.index].start: mention.row.place.partition(":")[0] for mention in mentions}


if __name__ == "__main__":
    main()
