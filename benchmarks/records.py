"""How well `extract` codes single sentences: who did what to whom, one type a record, and what else was told.

    python -m timeline extract RECORDS > statements.jsonl
    python benchmarks/records.py RECORDS statements.jsonl [--errors]

RECORDS: JSON lines {id, text, type, sources, targets}, actors {text, country}. A record's type is right when a Statement of it has
that type; its source when that Statement has, too, an agent or participant of a source's country (or, for a source of no country,
with a word of its name in common); its target when that one also has a target or participant of a target's, or no target is named.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

Record = dict[str, Any]
STEPS = ("type", "source", "target")
SIDES = (("sources", {"agent", "participant"}), ("targets", {"target", "participant"}))
EMPTY = frozenset(
    "a an and for general government in leader minister of official officials on president prime the to".split()
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path)
    parser.add_argument("system", type=Path)
    parser.add_argument("--errors", action="store_true", help="one line for each record that is not wholly right")
    options = parser.parse_args()
    records, told = lines(options.records), defaultdict(list)
    for statement in lines(options.system):
        told[statement["document"]].append(statement)
    report(records, told)
    if options.errors:
        print(
            "\n".join(error(record, told[record["id"]]) for record in records if steps(record, told[record["id"]]) < 3)
        )


def lines(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def report(records: list[Record], told: dict[str, list[Record]]) -> None:
    given = [(record["type"], statement["type"]) for record in records for statement in told[record["id"]]]
    spare = sum(wanted != kind for wanted, kind in given)
    print(f"records {len(records)}  Statements {len(given) / len(records):.2f} a record, {spare} of another type")
    reached = {record["id"]: steps(record, told[record["id"]]) for record in records}
    for number, step in enumerate(STEPS, start=1):
        print(f"{step:8}{100 * sum(n >= number for n in reached.values()) / len(records):6.1f} %")
    for kind, count in Counter(record["type"] for record in records).most_common():
        own = [reached[record["id"]] for record in records if record["type"] == kind]
        print(f"{kind:12}{count:5}" + "".join(f"{sum(n >= number for n in own):6}" for number in (1, 2, 3)))


def steps(record: Record, statements: list[Record]) -> int:
    """How much of a record its best Statement has: 0 nothing, 1 the type, 2 the source, 3 the target as well."""
    return max(
        (_steps(record, statement) for statement in statements if statement["type"] == record["type"]), default=0
    )


def _steps(record: Record, statement: Record) -> int:
    for number, (side, roles) in enumerate(SIDES, start=1):
        if not (side == "targets" and not record[side]) and not has_one(record[side], statement["actors"], roles):
            return number
    return 3


def has_one(wanted: list[Record], actors: list[Record], roles: set[str]) -> bool:
    """Whether one of the actors in these roles is one of the wanted."""
    return any(is_same(one, actor) for actor in actors if actor["role"] in roles for one in wanted)


def is_same(wanted: Record, actor: Record) -> bool:
    """Of the same country; for one of no country, by a word or the initials of the name."""
    if wanted["country"]:
        return bool(wanted["country"] == actor["country"])
    one, other = words(wanted["text"]), words(actor["name"])
    return bool(set(one) & set(other)) or initials(one) in other or initials(other) in one


def words(name: str) -> list[str]:
    plain = re.sub(r"['’]s\b|\.", "", name.lower())
    return [word for word in re.findall(r"[^\W_]+", plain) if word not in EMPTY]


def initials(name: list[str]) -> str:
    return "".join(word[0] for word in name) if len(name) > 1 else "-"


def error(record: Record, statements: list[Record]) -> str:
    kinds = ",".join(statement["type"] for statement in statements)
    return "\t".join((STEPS[steps(record, statements)], record["id"], record["type"], kinds or "-", record["text"]))


if __name__ == "__main__":
    main()
