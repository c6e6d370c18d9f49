"""Every block of corpus/events.txt and casts.txt: the Statements that a text must give, and no others."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.batch import check
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


@pytest.mark.parametrize("is_failing", [False, True], ids=["as written", "not yet"])
def test_every_text_gives_the_statements_below_it(found, is_failing):
    """Of texts marked with '!' each must still be misread: one that is right now loses its mark."""
    asked = [case for case in CASES if case.is_expected_failure == is_failing]
    told = {f"{case.place} line {case.line}": differences(case, found[case.place, case.line]) for case in asked}
    check({place: told for place, told in told.items() if (told != ([], [])) != is_failing})


def differences(case: Case, statements: tuple[Statement, ...]) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """What is wanted and not told, and what is told and not wanted."""
    given = [described(statement) for statement in statements]
    wanted = [cells(line) for line in case.wanted]
    missing = [line for line in wanted if not line[0].startswith("?") and not any(agrees(line, one) for one in given)]
    return missing, [one for one in given if not any(agrees(line, one) for line in wanted)]


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
