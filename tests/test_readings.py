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
    "gazette-",
    "review-",
    "archive-",
    "province-",
    "online-",
    "dossier-",
)


@pytest.mark.parametrize("name", SETS)
def test_what_is_marked_stands_in_the_text(name):
    texts = {record["id"]: record["text"] for record in lines(f"{name}texts.jsonl")}
    marked = lines(f"{name}gold.jsonl")
    assert {event["document"] for event in marked} == set(texts)
    for event in marked:
        for mention in (event, *event.get("also", [])):
            assert mention["sentence"] in texts[event["document"]], event
            assert mention["trigger"] in mention["sentence"], event


@pytest.mark.parametrize("name", SETS)
def test_types_dates_and_statuses_are_known(name):
    for event in lines(f"{name}gold.jsonl"):
        if "type" in event:
            assert event["type"].split("/")[0] in TYPE_NAMES, event
            assert event["status"] in set(Status), event
            day = event.get("edtf")  # some have none that can be told
            assert day is None or edtf.parse(day).edtf == day, event
