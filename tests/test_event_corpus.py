"""Every block of corpus/events.txt and casts.txt: the Statements that a text must give, and no others."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from timeline.intake.syntax import parse_all
from timeline.model.document import Block, BlockKind, Document
from timeline.model.statement import Statement
from timeline.parser.read import read

FOLDER = Path(__file__).parent / "corpus"
CORPORA = (FOLDER / "events.txt", FOLDER / "casts.txt")


@dataclass(frozen=True)
class Case:
    place: str
    line: int
    published: datetime.date | None
    text: str
    wanted: tuple[str, ...]
    is_expected_failure: bool


def cases(corpus: Path) -> Iterator[Case]:
    published: datetime.date | None = None
    block: list[tuple[int, str]] = []
    lines = [*enumerate(corpus.read_text(encoding="utf-8").splitlines(), start=1), (0, "")]
    for number, line in lines:
        if line.startswith("@"):
            day = line[1:].strip()
            published = None if day == "-" else datetime.date.fromisoformat(day)
        elif line.strip() and not line.startswith("#"):
            block.append((number, line))
        elif block and not line.strip():
            yield case(corpus, block, published)
            block = []


def case(corpus: Path, block: list[tuple[int, str]], published: datetime.date | None) -> Case:
    texts = [line for _, line in block]
    dashes = next(i for i, line in enumerate(texts) if set(line) == {"-"} and len(line) >= 4)
    text = "\n\n".join(texts[:dashes])
    return Case(
        corpus.name, block[0][0], published, text.removeprefix("! "), tuple(texts[dashes + 1 :]), text.startswith("! ")
    )


def document(text: str, published: datetime.date | None) -> Document:
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(BlockKind.TEXT, start, start + len(paragraph)))
        start += len(paragraph) + 2
    return Document(text, tuple(blocks), published=published)


CASES = [case for corpus in CORPORA for case in cases(corpus)]


@pytest.fixture(scope="module")
def found() -> dict[tuple[str, int], tuple[Statement, ...]]:
    documents = [document(case.text, case.published) for case in CASES]
    parsed = parse_all(documents)
    return {(case.place, case.line): read(*pair) for case, pair in zip(CASES, parsed, strict=True)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.place} line {case.line}")
def test_a_text_gives_the_statements_below_it(case, found, request):
    if case.is_expected_failure:
        request.applymarker(pytest.mark.xfail(strict=True))
    given = [described(statement) for statement in found[case.place, case.line]]
    wanted = [cells(line) for line in case.wanted]
    missing = [line for line in wanted if not line[0].startswith("?") and not any(agrees(line, one) for one in given)]
    spare = [one for one in given if not any(agrees(line, one) for line in wanted)]
    assert (missing, spare) == ([], []), f"{case.place}:{case.line}: {case.text}"


def cells(line: str) -> tuple[str, ...]:
    parts = [part.strip() for part in line.split("|")]
    return (*parts, *[""] * (6 - len(parts)))


def agrees(wanted: tuple[str, ...], given: tuple[str, ...]) -> bool:
    plain = (wanted[0].removeprefix("?").strip(), *wanted[1:])
    return all(fits(one, other) for one, other in zip(plain, given, strict=True))


def fits(pattern: str, field: str) -> bool:
    """Whether the field reads as the pattern says, `*` standing for any run of characters."""
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), field) is not None


def described(statement: Statement) -> tuple[str, ...]:
    kind = f"{statement.type}/{statement.mode}" if statement.mode else statement.type
    claim = statement.claim
    by = f" by {', '.join(claim.claimed_by)}" if claim.claimed_by else ""
    roles: dict[str, list[str]] = {}
    for role in statement.roles:
        roles.setdefault(role.name.value, []).append(role.actor.name)
    actors = "; ".join(f"{name}: {', '.join(names)}" for name, names in roles.items())
    place = statement.place.name if statement.place else ""
    when = statement.when.span.edtf or "-"
    return (kind, statement.trigger.text, when, f"{claim.status.value}{by}", actors, place)
