"""What a text tells, read for tests."""

import datetime
from pathlib import Path

from timeline.intake.syntax import parse
from timeline.intake.text import text_document
from timeline.model.statement import Statement
from timeline.parser.read import read

HERE = Path(__file__).parent
PUBLISHED = datetime.date(2025, 10, 29)
FORMS_DAY = datetime.date(2025, 3, 14)  # of texts in other forms than articles


def told(text: str, published: datetime.date | None = PUBLISHED) -> tuple[Statement, ...]:
    """The Statements of a text."""
    document = text_document(text, published=published, published_from="option" if published else None)
    return read(document, parse(document))


def one(text: str, trigger: str, published: datetime.date | None = PUBLISHED) -> Statement:
    """The one Statement with that trigger."""
    (found,) = [statement for statement in told(text, published) if statement.trigger.text == trigger]
    return found


def days(text: str, published: datetime.date | None = FORMS_DAY) -> list[tuple[str, str | None]]:
    """(trigger, date) of all that is told."""
    return [(one.trigger.text, one.when.span.edtf) for one in told(text, published)]


def corpus() -> list[str]:
    """The documents of the seeds and the stories, each a line of JSON."""
    files = [HERE.parent / "seeds" / "dispatches.jsonl", *sorted((HERE / "corpus" / "stories").glob("*[!d].jsonl"))]
    return [
        line for path in files if ".gold" not in path.name for line in path.read_text(encoding="utf-8").splitlines()
    ]
