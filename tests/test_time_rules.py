"""Every row of the time rules, run: its example is read by that row, and means what the row says."""

import datetime
import re

import pytest

from tests.batch import check
from timeline.lexicon import Row, rows
from timeline.model import edtf
from timeline.model.document import Document
from timeline.model.time import TimeExpression
from timeline.parser.times.ends import ENDS
from timeline.parser.times.grammar import grammar
from timeline.parser.times.patterns import Node, expression, parse_pattern
from timeline.parser.times.recognise import read_text
from timeline.parser.times.resolve import DAY_KINDS, READERS
from timeline.parser.times.times import tag

PUBLISHED = datetime.date(2025, 10, 29)
EXAMPLE = re.compile(r"(?P<before>[^\[]*)\[(?P<words>[^\]]*)\](?P<after>.*) => (?P<value>\S+)$")
RULES = [row for row in rows("times-feasts") + rows("times") if row["says"] != "none"]
NEGATIVES = [*rows("times-negatives"), *(row for row in rows("times-feasts") if row["says"] == "none")]


def read(text: str) -> tuple[TimeExpression, ...]:
    return tag(Document(text, (), published=PUBLISHED))


def named(row: Row) -> str:
    return f"{row.place} {row['name']}"


def rules_met(text: str) -> set[str]:
    return {rule.name for rule, _ in grammar().find(read_text(text).signs)}


def wrong_with(row: Row) -> object:
    """What is wrong with the example of a row, if anything is."""
    example = EXAMPLE.match(row["example"])
    if example is None:
        return "an example reads: words [time] words => value"
    text = example["before"] + example["words"] + example["after"]
    values = {each.text: each.value for each in read(text)}
    if values.get(example["words"]) != example["value"]:
        return values
    return None if row["name"] in rules_met(text) else rules_met(text)


def test_the_example_of_every_row_is_read_by_it_and_has_its_value() -> None:
    assert len(RULES) > 300
    wrong = {named(row): wrong_with(row) for row in RULES}
    check({name: why for name, why in wrong.items() if why is not None})


def test_the_example_of_a_negative_row_has_no_time() -> None:
    assert NEGATIVES
    found = {named(row): (read(row["example"]), row["name"] in rules_met(row["example"])) for row in NEGATIVES}
    check({name: told for name, told in found.items() if told != ((), True)})


@pytest.mark.parametrize("row", RULES, ids=named)
def test_every_kind_has_its_reader(row: Row) -> None:
    assert row["says"].split()[0] in READERS.keys() | DAY_KINDS.keys() | ENDS.keys()


def test_every_name_is_given_once() -> None:
    names = [row["name"] for row in (*RULES, *NEGATIVES)]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("row", rows("times-words"), ids=lambda row: f"{row.place} {row['words'][:20]}")
def test_the_example_of_a_word_holds_one_of_the_row(row: Row) -> None:
    inside = re.search(r"\[([^\]]*)\]", row["example"])
    assert inside is not None
    assert inside[1].lower() in {word.lower() for word in row.words("words")}
    sign = grammar().words.get(inside[1]) or grammar().words[inside[1].lower()]
    assert sign in grammar().words.classes[row["class"]]


def terms() -> dict[str, Node]:
    known: dict[str, Node] = {}
    for row in rows("times-terms"):
        known[row["name"]] = parse_pattern(row, grammar().words, known)
    return known


@pytest.mark.parametrize("row", rows("times-terms"), ids=named)
def test_the_example_of_a_term_is_read_by_it(row: Row) -> None:
    before, inside, after = re.split(r"[\[\]]", row["example"])
    text = read_text(before + inside + after)
    start, end = text.starts.index(len(before)), text.starts.index(len(before + inside))
    assert re.compile(expression(terms()[row["name"]])).fullmatch(text.signs, start, end)


@pytest.mark.parametrize("row", rows("times-arranged"), ids=lambda row: f"{row.place} {row['words'][:20]}")
def test_an_arranged_word_points_ahead(row: Row) -> None:
    inside = re.search(r"\[([^\]]*)\]", row["example"])
    assert inside is not None
    assert inside[1] in row.words("words")
    (found,) = read(row["example"].replace("[", "").replace("]", ""))
    assert edtf.from_day(PUBLISHED.toordinal()).precedes(found.span)
    without = row["example"].replace(f"[{inside[1]}]", "spoke")
    assert read(without)[0].span != found.span


@pytest.mark.parametrize("row", rows("times-compounds"), ids=lambda row: f"{row.place} {row['word']}")
def test_a_compound_is_no_time(row: Row) -> None:
    assert read(row["example"]) == ()
    beside = row.words("preceded by") + row.words("followed by")
    word = max((word for word in beside if word in row["example"].lower()), key=len)
    assert read(row["example"].replace(word, "in")) != ()
