"""The gold of corpus/readings can be found in its texts: triggers in their sentences, known types, dates that parse."""

import json
from pathlib import Path

import pytest

from timeline.model import edtf
from timeline.model.statement import Status
from timeline.model.types import TYPE_NAMES

READINGS = Path(__file__).parent / "corpus" / "readings"


def lines(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (READINGS / name).read_text(encoding="utf-8").splitlines()]


SETS = (
    "",
    "briefs-",
    "news-",
    "notes-",
    "dozen-",
    "wire-",
    "daily-",
    "casts-",
    "sides-",
    "agency-",
    "press-",
    "desk-",
    "courier-",
)
TEXTS = {record["id"]: record["text"] for name in SETS for record in lines(f"{name}texts.jsonl")}
GOLD = [event for name in SETS for event in lines(f"{name}gold.jsonl")]


@pytest.mark.parametrize("document", TEXTS)
def test_what_is_marked_stands_in_the_text(document):
    marked = [event for event in GOLD if event["document"] == document]
    assert marked
    for event in marked:
        for mention in (event, *event.get("also", [])):
            assert mention["sentence"] in TEXTS[document]
            assert mention["trigger"] in mention["sentence"]


@pytest.mark.parametrize("document", TEXTS)
def test_types_dates_and_statuses_are_known(document):
    for event in GOLD:
        if event["document"] == document and "type" in event:
            assert event["type"].split("/")[0] in TYPE_NAMES
            assert event["status"] in set(Status)
            assert event["edtf"] is None or edtf.parse(event["edtf"]).edtf == event["edtf"]
