"""The gold of corpus/timelines can be found in its articles: triggers in their sentences, places that agree with dates."""

import json
from itertools import combinations
from pathlib import Path

import pytest

from timeline.model import edtf

FOLDERS = sorted((Path(__file__).parent / "corpus" / "timelines").glob("*/"))


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


SETS = {folder.name: (lines(folder / "documents.jsonl"), lines(folder / "gold.jsonl")) for folder in FOLDERS}
TIMELINES = [
    pytest.param(documents, timelines, number, id=f"{name} {gold['entity']}")
    for name, (documents, timelines) in SETS.items()
    for number, gold in enumerate(timelines)
]


@pytest.mark.parametrize(("documents", "timelines", "number"), TIMELINES)
def test_triggers_stand_in_their_sentences(documents, timelines, number):
    said = {
        (document["id"], sentence["id"]): document["text"][sentence["start"] : sentence["end"]]
        for document in documents
        for sentence in document["sentences"]
    }
    for event in timelines[number]["events"]:
        for mention in event["mentions"]:
            sentence = said[mention["document"], mention["sentence"]]
            assert all(word in sentence for word in mention["trigger"].split()), mention


@pytest.mark.parametrize(("documents", "timelines", "number"), TIMELINES)
def test_places_agree_with_dates(documents, timelines, number):
    events = [event for event in timelines[number]["events"] if event["date"] and event["order"]]
    for one, other in combinations(events, 2):
        first, second = edtf.parse(one["date"]), edtf.parse(other["date"])
        if first.precedes(second):
            assert one["order"] < other["order"], (one, other)
