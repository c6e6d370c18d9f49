"""How well the documents of a story become one chronology: merging, dates and order against the gold of `tests/corpus/stories`.

    python -m benchmarks.stories [FOLDER] [--errors]

Each `<story>.jsonl` goes the whole way (read, parsed, merged, kept) into a fresh SQLite database. A gold mention is
found by the Statement whose trigger overlaps it; merging is counted over the found ones: B³ (Bagga and Baldwin 1998)
and pairwise. The Event that has most of a gold happening's Statements answers for its date and its place in the list.
A duplicate is any further Event of the same happening; a wrong merge is an Event with Statements of two happenings. The
same is counted for the happenings that gold has in three places or more ("often"), and for Events of a salience of at least
a half ("salient"), which is what a reader of the short list sees.
"""

import argparse
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from timeline.errors import InputError
from timeline.ingest import ingest
from timeline.intake.read import documents
from timeline.model import edtf
from timeline.model.filters import Filters
from timeline.model.span import UNKNOWN, TimeSpan
from timeline.store import migrate
from timeline.store.database import Store, open_store
from timeline.store.queries import find_events, get_event
from timeline.store.texts import find_documents, get_document

Record = dict[str, Any]
Pair = tuple[str, str]
STORIES = Path(__file__).parent.parent / "tests" / "corpus" / "stories"
OFTEN, SALIENT = 3, 0.5
COLUMNS = (
    "happenings", "found", "B³ P", "B³ R", "B³ F", "pair P", "pair R", "pair F", "date =", "date ~", "likely", "status",
    "dispute", "order", "dup/10", "wrong", "often", "wrong", "salient", "wrong",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A Statement that finds a gold mention: the gold happening's id, the Event's id, and its words."""

    gold: str
    event: str
    words: str


@dataclass(slots=True)
class Tally:
    """Sums over one story or several; shares are (right, of)."""

    happenings: int = 0
    found: int = 0
    items: int = 0
    cubed: list[float] = field(default_factory=lambda: [0.0, 0.0])
    pairs: list[int] = field(default_factory=lambda: [0, 0, 0])  # right, joined by us, joined in gold
    exact: int = 0
    compatible: int = 0
    likely: list[int] = field(default_factory=lambda: [0, 0])  # of the guesses of what gold has on one day
    status: int = 0
    disputed: list[int] = field(default_factory=lambda: [0, 0, 0])  # rightly, by us, in gold
    order: list[int] = field(default_factory=lambda: [0, 0])
    merged: list[int] = field(default_factory=lambda: [0, 0, 0])  # duplicates, wrong merges, Events
    often: list[int] = field(default_factory=lambda: [0, 0, 0])  # of happenings that are told often
    salient: list[int] = field(default_factory=lambda: [0, 0, 0])  # of Events that are salient

    def add(self, other: "Tally") -> None:
        """Take in the sums of another."""
        for name in self.__slots__:
            mine, theirs = getattr(self, name), getattr(other, name)
            both = [a + b for a, b in zip(mine, theirs, strict=True)] if isinstance(mine, list) else mine + theirs
            setattr(self, name, both)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=STORIES)
    parser.add_argument("--errors", action="store_true", help="one line for each duplicate, wrong merge and wrong date")
    options = parser.parse_args()
    total = Tally()
    print(line("story", COLUMNS))
    for gold in sorted(options.folder.glob("*.gold.jsonl")):
        story = gold.name.removesuffix(".gold.jsonl")
        tally, errors = score(gold.with_name(f"{story}.jsonl"), records(gold))
        total.add(tally)
        print(line(story, cells(tally)))
        for error in errors if options.errors else ():
            print(f"    {error}")
    print(line("all", cells(total)))


def records(path: Path) -> list[Record]:
    return [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines() if row.strip()]


def score(path: Path, gold: list[Record]) -> tuple[Tally, list[str]]:
    """The story's tally, and its errors in words."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/story.db"
        with open_store(url, must_be_current=False) as store:
            migrate.upgrade(store)
            told, events = chronicle(store, path)
    items = list(dict.fromkeys(found_items(gold, told)))
    answers = answering(items)
    tally = Tally(happenings=len(gold), found=len(answers), items=len(items))
    count_merging(tally, items)
    count_duplicates(tally, items, gold, events)
    count_dates(tally, gold, answers, events)
    count_claims(tally, gold, answers, events)
    count_order(tally, gold, answers, list(events))
    errors = (merge_errors(items, events), date_errors(gold, answers, events), claim_errors(gold, answers, events))
    return tally, [line for some in errors for line in some]


def chronicle(store: Store, path: Path) -> tuple[dict[str, Record], dict[str, Record]]:
    """The kept documents by the caller's id, and the events by our id as listed."""
    for document in documents([str(path)]):
        if isinstance(document, InputError):
            raise document
        ingest(store, document)
    texts = [get_document(store, text["id"]) for text in find_documents(store, limit=500).items]
    listed = find_events(store, Filters(), limit=500).events
    return {text["external_id"]: text for text in texts}, {
        event["id"]: get_event(store, event["id"]) for event in listed
    }


def found_items(gold: Iterable[Record], told: dict[str, Record]) -> Iterator[Item]:
    """An Item for each gold mention that some Statement's trigger overlaps; of several, one of the same type."""
    for happening in gold:
        for mention in happening["mentions"]:
            document = told[mention["document"]]
            start, end = extent(document["body"], mention)
            hits = [
                one for one in document["statements"] if one["trigger"]["start"] < end and start < one["trigger"]["end"]
            ]
            if hits:
                best = min(hits, key=lambda one: one["type"] != happening["type"])
                place = f"{mention['document']}:{best['trigger']['start']} {best['trigger']['text']}"
                yield Item(happening["id"], best["event"], f"{place} {best['when']['edtf']}")


def extent(body: str, mention: Record) -> tuple[int, int]:
    """Where the mention's words stand in the text."""
    start = body.index(mention["trigger"], body.index(mention["sentence_start_words"]))
    return start, start + len(mention["trigger"])


def answering(items: Sequence[Item]) -> dict[str, str]:
    """For each found happening the Event that has most of its Statements."""
    shares: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for item in items:
        shares[item.gold][item.event] += 1
    return {gold: events.most_common(1)[0][0] for gold, events in shares.items()}


def count_merging(tally: Tally, items: Sequence[Item]) -> None:
    by_gold, by_event = Counter(item.gold for item in items), Counter(item.event for item in items)
    both = Counter((item.gold, item.event) for item in items)
    for item in items:
        tally.cubed[0] += both[item.gold, item.event] / by_event[item.event]
        tally.cubed[1] += both[item.gold, item.event] / by_gold[item.gold]
    tally.pairs = [sum(n * (n - 1) // 2 for n in counts.values()) for counts in (both, by_event, by_gold)]


def count_duplicates(tally: Tally, items: Sequence[Item], gold: Iterable[Record], events: dict[str, Record]) -> None:
    often = {happening["id"] for happening in gold if len(happening["mentions"]) >= OFTEN}
    pairs = {(item.gold, item.event) for item in items}
    tally.merged = spread(pairs)
    tally.often = spread({pair for pair in pairs if pair[0] in often})
    tally.salient = spread({pair for pair in pairs if events[pair[1]]["salience"] >= SALIENT})


def spread(pairs: set[Pair]) -> list[int]:
    """How many Events too many answer for the happenings, how many Events answer for several, and how many there are."""
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for gold, event in pairs:
        homes[event].add(gold)
    return [len(pairs) - len({gold for gold, _ in pairs}), sum(len(golds) > 1 for golds in homes.values()), len(homes)]


def count_dates(tally: Tally, gold: Iterable[Record], answers: dict[str, str], events: dict[str, Record]) -> None:
    for happening in gold:
        if event := events.get(answers.get(happening["id"], "")):
            given = event["when"]["edtf"]
            tally.exact += is_same(given, happening["edtf"])
            if event["when"]["likely"] and span(happening["edtf"]).width == 1:
                tally.likely[1] += 1
                tally.likely[0] += event["when"]["likely"] == happening["edtf"]
            tally.compatible += given is not None and span(given).overlaps(span(happening["edtf"]))


def count_claims(tally: Tally, gold: Iterable[Record], answers: dict[str, str], events: dict[str, Record]) -> None:
    """How many stand as gold has them; and of the disputes, those that gold has, those that we have, and both."""
    for happening in gold:
        if event := events.get(answers.get(happening["id"], "")):
            tally.status += event["status"] == happening["status"]
            ours, golds = event["when"]["disputed"], happening["disputed"]
            tally.disputed = [a + b for a, b in zip(tally.disputed, (ours and golds, ours, golds), strict=True)]


def count_order(tally: Tally, gold: Sequence[Record], answers: dict[str, str], listed: list[str]) -> None:
    """Of the pairs that gold puts in order (by date or `after`) and that are two Events here: those listed so."""
    for first, second in ordered_pairs(gold):
        a, b = answers.get(first), answers.get(second)
        if a and b and a != b:
            tally.order[1] += 1
            tally.order[0] += listed.index(a) < listed.index(b)


def ordered_pairs(gold: Sequence[Record]) -> set[Pair]:
    pairs = {(earlier, one["id"]) for one in gold for earlier in one.get("after", ())}
    for a, b in combinations(gold, 2):
        if span(a["edtf"]).precedes(span(b["edtf"])):
            pairs.add((a["id"], b["id"]))
        elif span(b["edtf"]).precedes(span(a["edtf"])):
            pairs.add((b["id"], a["id"]))
    return pairs


def is_same(given: str | None, wanted: str | None) -> bool:
    """The same text, or the same bounds written in another way ('[..2026]', '[..2026-12-31]')."""
    return given == wanted or (given is not None and span(given).with_edtf("") == span(wanted).with_edtf(""))


def span(text: str | None) -> TimeSpan:
    return edtf.parse(text) if text else UNKNOWN


def merge_errors(items: Sequence[Item], events: dict[str, Record]) -> Iterator[str]:
    by_gold, by_event = defaultdict(list), defaultdict(list)
    for item in items:
        by_gold[item.gold].append(item)
        by_event[item.event].append(item)
    for gold, told in by_gold.items():
        if len({item.event for item in told}) > 1:
            yield f"SPLIT {gold}"
            yield from (f"  {item.event[-4:]} {item.words} | {events[item.event]['headline']}" for item in told)
    for event, told in by_event.items():
        if len({item.gold for item in told}) > 1:
            yield f"WRONG MERGE {events[event]['headline']}"
            yield from (f"  {item.gold}: {item.words}" for item in told)


def date_errors(gold: Iterable[Record], answers: dict[str, str], events: dict[str, Record]) -> Iterator[str]:
    for happening in gold:
        event = events.get(answers.get(happening["id"], ""))
        if event and not is_same(event["when"]["edtf"], happening["edtf"]):
            yield f"DATE {happening['id']}: {event['when']['edtf']} for {happening['edtf']} | {event['headline']}"


def claim_errors(gold: Iterable[Record], answers: dict[str, str], events: dict[str, Record]) -> Iterator[str]:
    for happening in gold:
        event = events.get(answers.get(happening["id"], ""))
        if event and event["status"] != happening["status"]:
            yield f"STATUS {happening['id']}: {event['status']} for {happening['status']} | {event['headline']}"
        if event and event["when"]["disputed"] != happening["disputed"]:
            yield f"DISPUTE {'missed' if happening['disputed'] else 'none'} {happening['id']} | {event['headline']}"


def cells(tally: Tally) -> Iterator[str]:
    """The figures under COLUMNS; those of merging over found mentions, those of dates over found happenings."""
    yield str(tally.happenings)
    yield percent(tally.found, tally.happenings)
    yield from measures(tally.cubed[0] / (tally.items or 1), tally.cubed[1] / (tally.items or 1))
    right, ours, golds = tally.pairs
    yield from measures(right / (ours or 1), right / (golds or 1))
    yield percent(tally.exact, tally.found)
    yield percent(tally.compatible, tally.found)
    yield percent(*tally.likely)
    yield percent(tally.status, tally.found)
    yield "{}/{}/{}".format(*tally.disputed)
    yield percent(*tally.order)
    for duplicates, wrong, events in (tally.merged, tally.often, tally.salient):
        yield f"{10 * duplicates / (events or 1):.1f}"
        yield f"{wrong}/{events}"


def measures(precision: float, recall: float) -> Iterator[str]:
    total = precision + recall
    yield from (f"{100 * x:.1f}" for x in (precision, recall, 2 * precision * recall / total if total else 0.0))


def percent(right: float, of: float) -> str:
    return f"{100 * right / of:.1f}" if of else "-"


def line(name: str, parts: Iterable[str]) -> str:
    return f"{name:9}" + "".join(f"{part:>11}" if part == "happenings" else f"{part:>8}" for part in parts)


if __name__ == "__main__":
    main()
