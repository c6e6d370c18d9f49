"""What agencies tell again and again for weeks is one happening; what only looks like it is another."""

import datetime
import re
from collections import defaultdict

import pytest

from timeline.chronology import merge, ranks, readings
from timeline.extract import extract
from timeline.intake.syntax import parse_all
from timeline.intake.text import text_document
from timeline.model.event import Evidence
from timeline.model.statement import Relation
from timeline.parser.read import read

MARK = re.compile(r"\[([a-z]):([\w’'-]+)\]")
BLASTS = (
    (
        "2003-05-06",
        "LOME, Togo – Car [a:bombs] exploded outside Canadian banks in Togo and Benin on Tuesday, killing at least 31 people. "
        "Two Canadians were among those who died in Lome, officials said.",
    ),
    (
        "2003-05-07",
        "Canada's Prime Minister Paul Arden condemned the [a:attacks] on Canadian banks in Togo and Benin. "
        "The [a:bombings] will not drive Canada out of West Africa, he said.",
    ),
    (
        "2003-05-13",
        "Nearly simultaneous [a:bombings] of Canadian banks in Cotonou, Benin, and Lome, Togo, on May 6 killed 64 people. "
        "Investigators said a sect in exile planned the [a:attacks].",
    ),
    (
        "2003-06-20",
        "LOME, Togo – Another man was charged in connection with the [a:bombings] of Canadian banks in Togo and Benin last month "
        "that [a:killed] 66 people.",
    ),
)
OTHERS = {
    "also": (
        (
            "2006-03-14",
            "LIMA, Peru – Foreign Minister Carla Ruiz visited the flood zone Tuesday and [a:promised] to rebuild the bridges. "
            "She also [b:pledged] to ask parliament for 40 million dollars in new funds.",
        ),
    ),
    "again": (
        (
            "2006-03-14",
            "LIMA, Peru – Carla Ruiz said Tuesday that she had [a:talks] with Jorge Salas on fishing, which a gas leak cut short. "
            "Ruiz and Salas [b:met] again to finish them, she told Radio Lima.",
        ),
    ),
    "more suspects": (
        (
            "2001-04-03",
            "SANTIAGO, Chile – Police in Talca said Tuesday they had [a:arrested] nine foreigners in their search for the thieves "
            "of a Goya. The nine foreigners were rounded up at a market.",
        ),
        (
            "2001-04-24",
            "SANTIAGO, Chile – A guard was charged Monday with the theft of a Goya as two more suspects, one of them a Swede, "
            "had been [b:arrested], papers in Chile reported.",
        ),
    ),
}


def grouped(dispatches):
    """For each letter the Events that its words are in."""
    documents = [
        text_document(MARK.sub(r"\2", text), published=datetime.date.fromisoformat(day)) for day, text in dispatches
    ]
    evidence, marks = [], []
    for number, (document, sentences) in enumerate(parse_all(documents, batch=64)):
        statements = read(document, sentences)
        kept = readings(statements, ranks(statements))
        evidence += [
            Evidence(str(number), document.fingerprint, document.published, place, one.statement, str(number), one.rank)
            for place, one in enumerate(kept)
        ]
        marks += [(number, letter, start) for letter, start in starts(dispatches[number][1])]
    homes = {
        (one.document, one.statement.trigger.start): event
        for event, found in enumerate(merge(evidence))
        for one in found.evidence
    }
    told = defaultdict(set)
    for number, letter, start in marks:
        told[letter].add(homes[str(number), start])
    return told


def starts(text):
    """Each letter with the place of its word in the plain text."""
    found, lost = [], 0
    for mark in MARK.finditer(text):
        found.append((mark[1], mark.start() - lost))
        lost += len(mark[0]) - len(mark[2])
    return found


def test_what_is_told_again_for_weeks_is_one_event():
    assert {letter: len(events) for letter, events in grouped(BLASTS).items()} == {"a": 1}


@pytest.mark.parametrize("name", OTHERS)
def test_what_only_looks_like_it_is_another(name):
    told = grouped(OTHERS[name])
    assert told["a"].isdisjoint(told["b"])


@pytest.mark.parametrize(
    "text",
    [
        "Bandits [seized] nine pilgrims in an [attack] on a bus near Goma on Monday.",
        "Three nurses were [killed] when soldiers [opened] fire on a clinic in Goma on Monday.",
        "A woman was held in connection with the [bombings] of two mosques in Lahan last year that [killed] nine people.",
    ],
)
def test_the_dead_and_the_seized_are_those_of_the_blow_in_their_sentence(text):
    words = re.findall(r"\[(\w+)\]", text)
    plain = text_document(re.sub(r"[\[\]]", "", text), published=datetime.date(2024, 3, 14))
    ((document, sentences),) = parse_all([plain], batch=1)
    told = read(document, sentences)
    pairs = {
        frozenset({one.trigger.text, told[link.statement].trigger.text})
        for one in told
        for link in one.links
        if link.relation is Relation.SAME
    }
    assert frozenset(words) in pairs


def test_whom_somebody_killed_when_others_marched_is_no_harm_of_the_march():
    words = "Police killed two people in Tolo on Saturday when a crowd marched on the mayor's office."
    text = text_document(words, published=datetime.date(2024, 3, 14))
    told = extract(text)
    assert [one.trigger.text for one in told] == ["killed", "marched"]
    assert not any(link.relation is Relation.SAME for one in told for link in one.links)
