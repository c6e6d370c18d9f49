"""How much of the timelines of people, firms and products is read: which of their events, on which day, in which order.

    python -m benchmarks.timelines [FOLDER …] [--errors]

A FOLDER holds `documents.jsonl` and `gold.jsonl` as in `tests/corpus/timelines`, whose sets are the default. A Statement is an
entity's when an actor's name holds the entity's or is held by it, of several entities that of the closest name. It finds an event
when it stands in the sentence of one of its mentions and shares the stem of a word with its trigger; one that finds no event is
spurious, but in titles, where nothing is marked. A date is right when it is the gold's: the Statement's own where it is one date,
else the likely one. Two found events are in order by their bounds, else by links that lead from one to the other.
"""

import argparse
import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from benchmarks.sieves import reachable
from benchmarks.stories import Record, records
from timeline.chronology.order import earlier_and_later
from timeline.extract import extract
from timeline.intake.text import text_document
from timeline.model import edtf
from timeline.model.span import TimeSpan
from timeline.model.statement import Statement

TIMELINES = Path(__file__).parent.parent / "tests" / "corpus" / "timelines"
TITLE = 0
ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ions",
    "ion",
    "ers",
    "er",
    "ed",
    "es",
    "als",
    "al",
    "s",
    "e",
)
SMALL = frozenset("a an the to of off up out on in over away back down for with".split())
SHORTEST_STEM = 3
PARTS = ("events", "dates", "compatible", "order")


@dataclass(frozen=True, slots=True)
class Told:
    """A Statement, its place (document and number), and the numbers of the sentences that it stands in."""

    place: tuple[str, int]
    statement: Statement
    sentences: frozenset[int]

    @property
    def span(self) -> TimeSpan:
        return self.statement.when.span

    @property
    def date(self) -> str | None:
        """The one date that it gives."""
        own = self.span.edtf
        return own if own is not None and not re.search(r"[/\[.]", own) else self.statement.when.likely

    @property
    def vagueness(self) -> tuple[bool, float]:
        """What of several Statements of one event is asked first for its date."""
        return self.span.edtf is None, self.span.width if self.span.width is not None else float("inf")


@dataclass
class Timeline:
    """The events of an entity, those found with their Statements, and the Statements that found none."""

    entity: str
    events: list[Record]
    found: dict[int, list[Told]] = field(default_factory=lambda: defaultdict(list))
    spurious: list[Told] = field(default_factory=list)

    def best(self, number: int) -> Told:
        return min(self.found[number], key=lambda told: told.vagueness)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "folders", type=Path, nargs="*", default=sorted(path.parent for path in TIMELINES.glob("*/gold.jsonl"))
    )
    parser.add_argument(
        "--errors", action="store_true", help="a line for each event missed, Statement spurious or date wrong"
    )
    options = parser.parse_args()
    for folder in options.folders:
        timelines, later = read(folder)
        print(f"{folder.name}: events P R F, dates P R F, compatible P R F, order P R F")
        for timeline in timelines:
            print(f"  {timeline.entity:24} {shares(counts(timeline, later))}")
        print(f"  {'all':24} {shares(sum((counts(one, later) for one in timelines), Counter()))}")
        if options.errors:
            print("\n".join(line for timeline in timelines for line in errors(timeline)))


def read(folder: Path) -> tuple[list[Timeline], set[tuple[tuple[str, int], tuple[str, int]]]]:
    """The timelines with what was found of each, and all pairs of Statements that links put in order."""
    timelines = [Timeline(record["entity"], record["events"]) for record in records(folder / "gold.jsonl")]
    names = [timeline.entity for timeline in timelines]
    later: set[tuple[tuple[str, int], tuple[str, int]]] = set()
    for document in records(folder / "documents.jsonl"):
        told = statements(document)
        later |= reachable(set(linked(told)))
        for one in told:
            owners = closest(one.statement, names)
            for timeline in (timeline for timeline in timelines if timeline.entity in owners):
                pair(timeline, one)
    return timelines, later


def statements(document: Record) -> list[Told]:
    published = datetime.date.fromisoformat(document["published"])
    found = extract(text_document(document["text"], external_id=document["id"], published=published))
    return [
        Told(
            (document["id"], number),
            one,
            frozenset(s["id"] for s in document["sentences"] if s["start"] < one.end and one.start < s["end"]),
        )
        for number, one in enumerate(found)
    ]


def linked(told: Sequence[Told]) -> Iterator[tuple[tuple[str, int], tuple[str, int]]]:
    for number, one in enumerate(told):
        for link in one.statement.links:
            if ordered := earlier_and_later(number, link):
                yield told[ordered[0]].place, told[ordered[1]].place


def closest(statement: Statement, entities: Sequence[str]) -> set[str]:
    """The entities that its actors are."""
    found: set[str] = set()
    for role in statement.roles:
        near = {entity: nearness(words(entity), words(role.actor.name)) for entity in entities}
        best = max(near.values(), default=0.0)
        found |= {entity for entity, share in near.items() if best and share == best}
    return found


def nearness(one: Sequence[str], other: Sequence[str]) -> float:
    """The part of the longer name that the shorter one makes up; 0 where it is no part of it."""
    short, long = sorted((list(one), list(other)), key=len)
    holds = any(long[start : start + len(short)] == short for start in range(len(long) - len(short) + 1))
    return len(short) / len(long) if short and holds else 0.0


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", text.casefold()))


def pair(timeline: Timeline, told: Told) -> None:
    """A Statement finds one event: the one with its very words first, then one that nothing has found yet."""
    fits = [(fit(told, event), number not in timeline.found, -number) for number, event in enumerate(timeline.events)]
    best = max(fits, default=(0, False, 0))
    if best[0]:
        timeline.found[-best[2]].append(told)
    elif told.sentences != {TITLE}:
        timeline.spurious.append(told)


def fit(told: Told, event: Record) -> int:
    """2 for the very words of a mention in its sentence, 1 for a stem of them, else 0."""
    here = [
        m["trigger"] for m in event["mentions"] if m["document"] == told.place[0] and m["sentence"] in told.sentences
    ]
    text = told.statement.trigger.text
    if text.casefold() in {trigger.casefold() for trigger in here}:
        return 2
    return int(any(stems(text) & stems(trigger) for trigger in here))


def stems(trigger: str) -> set[str]:
    """'taking out' and 'took': the words without their endings, little ones aside where there are others."""
    found = words(trigger)
    return {stem(word) for word in [word for word in found if word not in SMALL] or found}


def stem(word: str) -> str:
    for ending in ENDINGS:
        short = word.removesuffix(ending)
        if short != word and len(short) >= SHORTEST_STEM:
            return short[:-1] if len(short) > SHORTEST_STEM and short[-1] == short[-2] else short
    return word


def counts(timeline: Timeline, later: set[tuple[tuple[str, int], tuple[str, int]]]) -> Counter[str]:
    """Right, gold and given of each part, under '<part> right' and so on."""
    dated = {number: event["date"] for number, event in enumerate(timeline.events) if event["date"]}
    best = {number: timeline.best(number) for number in dated if number in timeline.found}
    given = [*best.values(), *timeline.spurious]
    spans = {number: edtf.parse(date) for number, date in dated.items()}
    tally = Counter(
        {
            "events right": len(timeline.found),
            "events gold": len(timeline.events),
            "events given": len(timeline.found) + len(timeline.spurious),
            "dates right": sum(told.date == dated[number] for number, told in best.items()),
            "dates gold": len(dated),
            "dates given": sum(told.date is not None for told in given),
            "compatible right": sum(is_around(told.span, spans[number]) for number, told in best.items()),
            "compatible gold": len(dated),
            "compatible given": sum(told.span.edtf is not None for told in given),
        }
    )
    tally.update(order(timeline, later))
    return tally


def is_around(span: TimeSpan, date: TimeSpan) -> bool:
    return span.edtf is not None and date.within(span)


def order(timeline: Timeline, later: set[tuple[tuple[str, int], tuple[str, int]]]) -> Iterator[str]:
    """One word for each pair that gold orders, found or not, and for each that is found and put in order."""
    for (i, one), (j, other) in combinations(enumerate(timeline.events), 2):
        if not one["order"] or not other["order"]:
            continue
        wanted = (one["order"] < other["order"]) - (one["order"] > other["order"])
        if wanted:
            yield "order gold"
        answer = direction(timeline, i, j, later) if i in timeline.found and j in timeline.found else 0
        if answer:
            yield "order given"
        if answer and answer == wanted:
            yield "order right"


def direction(timeline: Timeline, i: int, j: int, later: set[tuple[tuple[str, int], tuple[str, int]]]) -> int:
    """1 when the first is told to be before the second, -1 after it, 0 when nothing tells."""
    one, other = timeline.best(i).span, timeline.best(j).span
    if by_bounds := is_before(one, other) - is_before(other, one):
        return by_bounds
    ones, others = ([told.place for told in timeline.found[number]] for number in (i, j))
    forth = any((a, b) in later for a in ones for b in others)
    return forth - any((b, a) in later for a in ones for b in others)


def is_before(one: TimeSpan, other: TimeSpan) -> bool:
    return one.end_latest is not None and other.start_earliest is not None and one.end_latest < other.start_earliest


def shares(tally: Mapping[str, int]) -> str:
    return "  ".join(scores(*(tally[f"{part} {what}"] for what in ("right", "given", "gold"))) for part in PARTS)


def scores(right: int, given: int, gold: int) -> str:
    precision, recall = right / given if given else 0.0, right / gold if gold else 0.0
    mean = 2 * precision * recall / (precision + recall) if right else 0.0
    return "".join(f"{100 * share:6.1f}" for share in (precision, recall, mean))


def errors(timeline: Timeline) -> Iterable[str]:
    for number, event in enumerate(timeline.events):
        mention = event["mentions"][0]
        where = f"{timeline.entity}: {mention['document']}-{mention['sentence']} {mention['trigger']}"
        if number not in timeline.found:
            yield f"missed {where}"
        elif event["date"] and timeline.best(number).date != event["date"]:
            yield f"date {where}: {timeline.best(number).span} or {timeline.best(number).date} for {event['date']}"
    for told in timeline.spurious:
        yield f"spurious {timeline.entity}: {told.place[0]} {told.statement.trigger.text} | {told.statement.sentence}"


if __name__ == "__main__":
    main()
