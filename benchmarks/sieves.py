"""How often each sieve of order is right: its links within a text against what gold puts in order.

    python -m benchmarks.sieves [FOLDER …] [--errors] [--alone]

A FOLDER holds stories (`<story>.jsonl` and `<story>.gold.jsonl`, as `tests/corpus/stories`, which is the default) or timelines
(`documents.jsonl` and `gold.jsonl`, as the TimeLine task of SemEval-2015 has them). A link is judged when both ends find a gold
happening and gold puts these two in order: by dates that exclude each other, by `after` (through others, too), or by the
places in a timeline. Sieves are in their ranks: what a better one has linked is counted there. With `--alone` each is run
by itself, on dates as the texts give them.
"""

import argparse
import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from benchmarks.stories import STORIES, Record, extent, ordered_pairs, records
from timeline.chronology.order import earlier_and_later
from timeline.intake.read import documents
from timeline.intake.syntax import parse
from timeline.intake.text import text_document
from timeline.model.document import Document
from timeline.model.sentence import Sentence
from timeline.model.statement import Relation, Statement
from timeline.parser.order.order import SIEVES, Sieve
from timeline.parser.read import read

Told = tuple[Statement, ...]
Verdict = tuple[str, str, str]  # sieve, 'right' 'wrong' 'same' or 'unknown', and the words


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*", default=[STORIES])
    parser.add_argument("--errors", action="store_true", help="each link that gold has the other way round")
    parser.add_argument("--alone", action="store_true", help="each sieve by itself")
    options = parser.parse_args()
    runs: list[Sequence[Sieve] | None] = [(sieve,) for sieve in SIEVES] if options.alone else [None]
    verdicts = [verdict for sieves in runs for folder in options.folders for verdict in judged(folder, sieves)]
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sieve, outcome, _ in verdicts:
        counts[sieve][outcome] += 1
    print(f"{'sieve':12}{'links':>8}{'judged':>8}{'right':>8}{'per cent':>10}{'one happening':>15}")
    for sieve, count in counts.items():
        print(
            f"{sieve:12}{count.total():8}{count['right'] + count['wrong']:8}{count['right']:8}{share(count)}{count['same']:15}"
        )
    if options.errors:
        print(
            "\n".join(
                f"{sieve} {outcome}: {words}" for sieve, outcome, words in verdicts if outcome in {"wrong", "same"}
            )
        )


def share(count: Counter[str]) -> str:
    judged = count["right"] + count["wrong"]
    return f"{100 * count['right'] / judged:10.1f}" if judged else f"{'-':>10}"


def judged(folder: Path, sieves: Sequence[Sieve] | None) -> Iterator[Verdict]:
    is_timeline = (folder / "documents.jsonl").exists()
    return judged_timelines(folder, sieves) if is_timeline else judged_stories(folder, sieves)


def judged_stories(folder: Path, sieves: Sequence[Sieve] | None) -> Iterator[Verdict]:
    for gold_path in sorted(folder.glob("*.gold.jsonl")):
        gold = records(gold_path)
        before = reachable(ordered_pairs(gold))
        for text in documents([str(gold_path.with_name(gold_path.name.replace(".gold", "")))]):
            marks = [
                (*extent(text.body, mention), one["id"])
                for one in gold
                for mention in one["mentions"]
                if mention["document"] == text.external_id
            ]
            told = read(text, parsed(text), sieves)
            found = {
                n: {gold for a, b, gold in marks if s.trigger.start < b and a < s.trigger.end}
                for n, s in enumerate(told)
            }
            yield from verdicts_on(told, found, before)


def judged_timelines(folder: Path, sieves: Sequence[Sieve] | None) -> Iterator[Verdict]:
    """Of all timelines at once; an event is found by its sentence and a word of its trigger."""
    timelines = records(folder / "gold.jsonl")
    for document in records(folder / "documents.jsonl"):
        published = datetime.date.fromisoformat(document["published"])
        text = text_document(document["text"], external_id=document["id"], published=published)
        told = read(text, parsed(text), sieves)
        for timeline in timelines:
            events = {f"{n}": event for n, event in enumerate(timeline["events"])}
            before = {
                (a, b)
                for a, one in events.items()
                for b, other in events.items()
                if one["order"] and other["order"] and one["order"] < other["order"]
            }
            found = {
                n: {name for name, event in events.items() if is_told(document, event, s)} for n, s in enumerate(told)
            }
            yield from (one for one in verdicts_on(told, found, before) if one[1] != "unknown")


@cache
def parsed(text: Document) -> tuple[Sentence, ...]:
    """One parse for all sieves."""
    return tuple(parse(text))


def is_told(document: Record, event: Record, statement: Statement) -> bool:
    spans = {sentence["id"]: (sentence["start"], sentence["end"]) for sentence in document["sentences"]}
    return any(
        mention["document"] == document["id"]
        and spans[mention["sentence"]][0] <= statement.trigger.start < spans[mention["sentence"]][1]
        and statement.trigger.text.casefold() in mention["trigger"].casefold().split()
        for mention in event["mentions"]
    )


def verdicts_on(told: Told, found: dict[int, set[str]], before: set[tuple[str, str]]) -> Iterator[Verdict]:
    """Each link once, as the Statement with the lower number tells it or the other."""
    seen: set[tuple[int, int]] = set()
    for number, statement in enumerate(told):
        for link in statement.links:
            pair = earlier_and_later(number, link)
            if link.relation is Relation.SAME or pair is None or pair in seen:
                continue
            seen.add(pair)
            yield link.sieve, outcome(found[pair[0]], found[pair[1]], before), words(told, pair)


def outcome(first: set[str], second: set[str], before: set[tuple[str, str]]) -> str:
    if first & second:
        return "same"
    if any((a, b) in before for a in first for b in second):
        return "right"
    return "wrong" if any((b, a) in before for a in first for b in second) else "unknown"


def words(told: Told, pair: tuple[int, int]) -> str:
    first, second = told[pair[0]], told[pair[1]]
    return f"{first.trigger.text} before {second.trigger.text} | {first.sentence} | {second.sentence}"


def reachable(pairs: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """The pairs and all that follow from them."""
    after: defaultdict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        after[a].add(b)
    found: set[tuple[str, str]] = set()
    for start in list(after):
        waiting, reached = [start], set()
        while waiting:
            new = after[waiting.pop()] - reached
            reached |= new
            waiting.extend(new)
        found |= {(start, other) for other in reached}
    return found


if __name__ == "__main__":
    main()
