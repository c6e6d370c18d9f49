"""Every line of corpus/quantities.txt: the numbers that a text carries; and the rows of bounds and of currencies."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.making import evidence
from timeline.chronology import merge
from timeline.intake.syntax import parse_all
from timeline.intake.text import text_document
from timeline.lexicon import rows
from timeline.model.statement import Quantity
from timeline.parser.read import read
from timeline.parser.sentences.numerals import number_value

CORPUS = Path(__file__).parent / "corpus" / "quantities.txt"
LINES = [
    line.partition("=>") for line in CORPUS.read_text(encoding="utf-8").splitlines() if "=>" in line and line[0] != "#"
]


def told(texts: Iterable[str]) -> list[list[Quantity]]:
    parsed = parse_all(text_document(text) for text in texts)
    return [[number for statement in read(*pair) for number in statement.quantities] for pair in parsed]


@pytest.fixture(scope="module")
def found() -> dict[str, list[Quantity]]:
    return dict(zip([text for text, _, _ in LINES], told(text.strip() for text, _, _ in LINES), strict=True))


def described(number: Quantity) -> str:
    low, high = f"{number.low:g}", "" if number.high is None else f"{number.high:g}"
    plain = {one: f"{float(one):.12g}" for one in (low, high) if one}
    span = plain[low] if low == high else f"{plain[low]}..{plain.get(high, '')}"
    return f"{number.what} {span} {number.unit}"


@pytest.mark.parametrize(
    ("text", "wanted"), [(text, wanted) for text, _, wanted in LINES], ids=lambda cell: cell.strip()[:40]
)
def test_a_text_gives_its_numbers(text, wanted, found):
    assert [described(number) for number in found[text]] == [part.strip() for part in wanted.split("|") if part.strip()]


@pytest.mark.parametrize("row", [pytest.param(row, id=row.place) for row in rows("bounds")])
def test_a_word_before_a_number_leaves_it_open(row):
    [[number]] = told([row["example"].replace("[", "").replace("]", "")])
    shapes = {"least": number.high is None, "most": number.low == 0, "nearly": number.low < number.value == number.high}
    assert shapes.get(row["bound"], number.low < number.value < (number.high or 0))


@pytest.mark.parametrize("row", [pytest.param(row, id=row.place) for row in rows("currencies")])
def test_a_word_for_money_has_its_code(row):
    [numbers] = told([row["example"].replace("[", "").replace("]", "")])
    assert [number.unit for number in numbers] == [row["code"]]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,200", 1200),
        ("twenty-five", 25),
        ("two million", 2_000_000),
        ("two hundred and six", 206),
        ("tens of thousands", 20_000),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("3.5bn", 3_500_000_000),
        ("blue", None),
    ],
)
def test_number_words_have_a_value(words, value):
    assert number_value(words.split()) == value


TALLIES = (
    (
        "Dockers walked out in Santos on 6 May 2024. The union put the number of strikers at 3,000, the port at 800.",
        True,
    ),
    ("Dockers walked out in Santos on 6 May 2024. The union put the number of strikers at 3,000.", False),
    ("Gunmen shot nine guards in Gao on 6 May 2024. A hospital counted nine dead.", False),
    ("Gunmen shot nine guards dead in Gao on 6 May 2024. A hospital counted twelve dead.", True),
)


@pytest.mark.parametrize(("text", "is_disputed"), TALLIES)
def test_those_who_give_other_numbers_of_a_happening_dispute_it(text, is_disputed):
    [(document, sentences)] = parse_all([text_document(text)])
    statements = read(document, sentences)
    (event,) = merge([evidence(one, number=number) for number, one in enumerate(statements)])
    assert event.disputed is is_disputed
    assert {name for one in statements for name in one.claim.claimed_by}


def test_days_are_no_dead():
    [numbers] = told(["Floods that have swamped the valley for three days killed 31 people by Friday."])
    assert 3 not in [one.value for one in numbers]
