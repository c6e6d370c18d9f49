"""The gold of corpus/records can be scored: known types, sides named, texts met once, and a count that tells right from wrong."""

import json
from pathlib import Path

import pytest

from benchmarks.records import steps
from timeline.model.types import TYPE_NAMES

RECORDS = Path(__file__).parent / "corpus" / "records"
NAMES = ("records.jsonl", "more.jsonl", "third.jsonl", "fourth.jsonl", "sixth.jsonl")


def lines(name: str) -> list[dict]:
    return [json.loads(line) for line in (RECORDS / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", NAMES)
def test_every_record_has_a_known_type_and_a_source(name):
    for record in lines(name):
        assert record["type"] in TYPE_NAMES, record["id"]
        assert record["sources"], record["id"]


def test_no_text_and_no_id_comes_twice():
    records = [record for name in NAMES for record in lines(name)]
    assert len({record["id"] for record in records}) == len({record["text"] for record in records}) == len(records)


def test_a_statement_counts_as_far_as_its_type_source_and_target_are_right():
    side = {"text": "Peru", "country": "PE"}
    record = {"type": "aid", "sources": [side], "targets": [{"text": "Red Cross", "country": None}]}
    peru, cross = (
        {"name": n, "country": c, "role": r} for n, c, r in (("Peru", "PE", "agent"), ("ICRC", None, "target"))
    )
    named = {**cross, "name": "International Red Cross"}
    assert steps(record, []) == 0
    assert steps(record, [{"type": "accuse", "actors": [peru, named]}]) == 0
    assert steps(record, [{"type": "aid", "actors": [named]}]) == 1
    assert steps(record, [{"type": "aid", "actors": [peru, cross]}]) == 2
    assert steps(record, [{"type": "aid", "actors": [peru, named]}]) == 3
