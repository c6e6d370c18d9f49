"""How well `extract` reads short news: recall, Statements per happening; how often type, date, actors, place and status are right.

    python -m timeline extract TEXTS > statements.jsonl
    python benchmarks/readings.py TEXTS GOLD statements.jsonl [--errors]

TEXTS: JSON lines {id, text, published, …}. GOLD: one happening a line, {document, trigger, sentence, type, actors [{name, role}],
place, edtf, status, claimed_by, also [{trigger, sentence}], optional}. A Statement finds a happening when its trigger
overlaps one of the happening's triggers in that sentence, else when it is the only one of its type left there. An
optional happening is neither a miss when absent nor an error when found. Of several Statements the best one counts. What a gold
does not tell (`type`, `edtf`, `place`, `status`) is not judged; actors under `maybe` may be given or not. A state has many names.

Dates are told apart by their bounds, too: `equal` to the gold's, `wider` (but containing it), `inside` it, else `wrong`. `likely`
is right when it lies in the gold's bounds, counted where there is one and the bounds are not the gold's.

Actors are told one by one, too, named ones and unnamed ones ('gunmen', 'the Turkish police') apart: how many of those given are the
gold's, and how many of the gold's are given. One that is given under another name ('successor') is spare there, and missing here.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from timeline.errors import EdtfError
from timeline.model import edtf
from timeline.model.span import UNKNOWN, TimeSpan
from timeline.parser.known import places

Record = dict[str, Any]
KEYS = {"date": "edtf", "roles": "actors"}  # of the gold, where they are not the part's own name
PARTS = ("type", "date", "actors", "roles", "place", "status")
VERDICTS = ("equal", "wider", "inside", "wrong")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("texts", "gold", "system"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--errors", action="store_true", help="one line for each miss, false find and wrong part")
    options = parser.parse_args()
    texts = {record["id"]: record["text"] for record in lines(options.texts)}
    report(score(texts, lines(options.gold), lines(options.system)), options.errors)


def lines(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def score(texts: dict[str, str], gold: list[Record], system: list[Record]) -> dict[str, Any]:
    """Counts: gold, found, given (Statements that find nothing optional), right parts; and the lines of errors."""
    given: dict[str, list[Record]] = defaultdict(list)
    for statement in system:
        given[statement["document"]].append(statement)
    result: dict[str, Any] = {
        "gold": 0,
        "found": 0,
        "given": len(system),
        "right": Counter(),
        "dates": Counter(),
        "actors": Counter(),
        "ranks": [],
        "errors": [],
    }
    for document, text in texts.items():
        events = [event for event in gold if event["document"] == document]
        pairs = pair(text, events, given[document])
        add_document(result, document, events, given[document], pairs)
    return result


def pair(text: str, events: list[Record], statements: list[Record]) -> dict[int, list[int]]:
    """Number of each event to the numbers of the Statements that find it; a Statement finds one event."""
    pairs: dict[int, list[int]] = defaultdict(list)
    spans = [trigger_spans(text, event) for event in events]
    free = []
    for number, statement in enumerate(statements):
        start, end = statement["trigger"]["start"], statement["trigger"]["end"]
        hits = [i for i, own in enumerate(spans) if any(start < b and a < end for a, b, _ in own)]
        if hits:
            pairs[min(hits, key=lambda i: events[i].get("type") != statement["type"])].append(number)
        else:
            free.append(number)
    for number in free:
        statement = statements[number]
        left = [
            i
            for i, own in enumerate(spans)
            if i not in pairs
            and events[i].get("type") == statement["type"]
            and any(a < statement["end"] and statement["start"] < b for _, _, (a, b) in own)
        ]
        if len(left) == 1:
            pairs[left[0]].append(number)
    return pairs


def trigger_spans(text: str, event: Record) -> list[tuple[int, int, tuple[int, int]]]:
    """(start, end, sentence's extent) of every mention of an event that stands in the text."""
    found = []
    for mention in (event, *event.get("also", [])):
        at = text.find(mention["sentence"])
        inside = mention["sentence"].find(mention["trigger"])
        if at >= 0 and inside >= 0:
            start = at + inside
            found.append((start, start + len(mention["trigger"]), (at, at + len(mention["sentence"]))))
    return found


def add_document(
    result: Record, document: str, events: list[Record], statements: list[Record], pairs: dict[int, list[int]]
) -> None:
    for number, event in enumerate(events):
        own = [statements[i] for i in pairs.get(number, [])]
        if event.get("optional"):
            result["given"] -= len(own)
            continue
        result["gold"] += 1
        if not own:
            result["errors"].append(["missed", document, event["trigger"], event.get("type"), event["sentence"]])
            continue
        result["found"] += 1
        verdict = max((judge(event, statement) for statement in own), key=lambda parts: sum(parts.values()))
        result["right"].update({part: int(is_right) for part, is_right in verdict.items()})
        best = max(own, key=lambda statement: sum(judge(event, statement).values()))
        if "edtf" in event:
            result["dates"].update(compare_dates(event["edtf"], best["when"]))
        for verdict_of, actor in compare_actors(event["actors"], event.get("maybe", []), best["actors"]):
            result["actors"][verdict_of, is_named(actor["name"])] += 1
            if verdict_of in {"missing", "spare"}:
                told_of = f"{actor['name']} ({actor['role']})"
                result["errors"].append([f"{verdict_of} actor", document, event["trigger"], told_of, event["sentence"]])
        for part, is_right in verdict.items():
            if not is_right:
                result["errors"].append(
                    [part, document, event["trigger"], told(event, part), said(best, part), event["sentence"]]
                )
    result["ranks"] += ranks(events, statements, pairs)
    matched = {i for own in pairs.values() for i in own}
    for number, statement in enumerate(statements):
        if number not in matched:
            line = ["spurious", document, statement["trigger"]["text"], statement["type"], statement["sentence"]]
            result["errors"].append(line)


def compare_dates(wanted: str | None, when: Record) -> list[str]:
    """How the bounds stand to those wanted, and whether a guess is right where they are not the same."""
    gold, own = read_span(wanted), read_span(when["edtf"])
    verdict = "wrong"
    if (own.start_earliest, own.end_latest) == (gold.start_earliest, gold.end_latest):
        verdict = "equal"
    elif own.is_open or (gold.within(own) and not gold.is_open):
        verdict = "wider"
    elif own.within(gold):
        verdict = "inside"
    if not when["likely"] or verdict == "equal":
        return [verdict]
    return [verdict, "likely", *(["likely right"] if read_span(when["likely"]).within(gold) else [])]


def compare_actors(gold: list[Record], maybe: list[Record], own: list[Record]) -> list[tuple[str, Record]]:
    """Each actor of the gold as `given` or `missing`, and each of the Statement's own as `right` or `spare`."""
    own = [actor for actor in own if not any(same_name(actor["name"], other["name"]) for other in maybe)]
    return [
        ("given" if any(same_name(actor["name"], other["name"]) for other in own) else "missing", actor)
        for actor in gold
    ] + [
        ("right" if any(same_name(actor["name"], other["name"]) for other in gold) else "spare", actor) for actor in own
    ]


def is_named(name: str) -> bool:
    """'Ruth Olsen', 'the Bank of Chad'; 'Chadian soldiers' and 'the mayor of Lund' are only described."""
    before = re.split(r" (?:of|from|in|at|for|to) ", name)[0]
    return before.split()[-1][:1].isupper()


def read_span(text: str | None) -> TimeSpan:
    try:
        return edtf.parse(text) if text else UNKNOWN
    except EdtfError:
        return UNKNOWN


def ranks(events: list[Record], statements: list[Record], pairs: dict[int, list[int]]) -> list[float]:
    """For each wanted Statement beside each other one of its text: 1 when its salience is higher, 0.5 when equal, else 0."""
    wanted = {i for number, own in pairs.items() if not events[number].get("optional") for i in own}
    weights = [(number in wanted, statement["salience"]) for number, statement in enumerate(statements)]
    return [
        (one > other) + 0.5 * (one == other)
        for is_wanted, one in weights
        if is_wanted
        for is_other_wanted, other in weights
        if not is_other_wanted
    ]


def judge(event: Record, statement: Record) -> dict[str, bool]:
    """Which parts of the best Statement are right."""
    names = {actor["name"]: actor["role"] for actor in statement["actors"]}
    paired = [(actor, next((n for n in names if same_name(actor["name"], n)), None)) for actor in event["actors"]]
    allowed = [*event["actors"], *event.get("maybe", [])]
    spare = [name for name in names if not any(same_name(actor["name"], name) for actor in allowed)]
    verdict = {
        "type": event.get("type", "").split("/")[0] == statement["type"],
        "date": event.get("edtf") == statement["when"]["edtf"],
        "actors": all(name for _, name in paired) and not spare,
        "roles": all(name and names[name] == actor["role"] for actor, name in paired),
        "place": same_place(event.get("place"), statement["place"]),
        "status": event.get("status") == statement["status"],
    }
    return {part: is_right for part, is_right in verdict.items() if KEYS.get(part, part) in event}


def told(event: Record, part: str) -> str:
    return json.dumps(event[KEYS.get(part, part)], ensure_ascii=False)


def said(statement: Record, part: str) -> str:
    if part in {"actors", "roles"}:
        return json.dumps([{"name": a["name"], "role": a["role"]} for a in statement["actors"]], ensure_ascii=False)
    return json.dumps(statement["when"]["edtf"] if part == "date" else statement[part], ensure_ascii=False)


def same_name(one: str, other: str) -> bool:
    """A word of some weight in common, or two names of one state."""
    if weighty(one) & weighty(other):
        return True
    code = places.country_code(one.removeprefix("the "))
    return code is not None and code == places.country_code(other.removeprefix("the "))


def weighty(name: str) -> set[str]:
    return {word for word in re.findall(r"[^\W_]+", name.lower()) if word not in {"the", "of", "a", "an", "s", "and"}}


def same_place(gold: str | None, place: Record | None) -> bool:
    if not gold or place is None:
        return not gold and place is None
    return same_name(gold, place["name"])


def report(result: Record, errors: bool) -> None:
    found = max(1, result["found"])
    print(
        f"happenings {result['gold']}  found {result['found']} ({100 * result['found'] / max(1, result['gold']):.1f} %)"
    )
    print(f"Statements {result['given']} ({result['given'] / max(1, result['gold']):.2f} per happening)")
    told_parts = [part for part in PARTS if part in result["right"]]
    print("of those found:  " + "  ".join(f"{part} {100 * result['right'][part] / found:.1f}" for part in told_parts))
    print("bounds of dates:  " + "  ".join(f"{name} {result['dates'][name]}" for name in VERDICTS), end="")
    print(f"  likely right in {result['dates']['likely right']} of {result['dates']['likely']}")
    print("single actors:  " + "  ".join(told_singly(result["actors"], is_of_name) for is_of_name in (True, False)))
    if result["ranks"]:
        print(f"salience puts the wanted first in {100 * sum(result['ranks']) / len(result['ranks']):.1f} % of pairs")
    if errors:
        print("\n".join("\t".join(str(cell) for cell in line) for line in result["errors"]))


def told_singly(counts: Counter[tuple[str, bool]], named: bool) -> str:
    """Precision, recall and F1 of single actors, with their numbers in the gold."""
    right, spare, given, missing = (counts[verdict, named] for verdict in ("right", "spare", "given", "missing"))
    precision, recall = right / max(1, right + spare), given / max(1, given + missing)
    f1 = 2 * precision * recall / max(0.01, precision + recall)
    rates = "  ".join(f"{name} {100 * rate:.1f}" for name, rate in (("P", precision), ("R", recall), ("F1", f1)))
    return f"{'named' if named else 'unnamed'} ({given + missing}) {rates}"


if __name__ == "__main__":
    main()
