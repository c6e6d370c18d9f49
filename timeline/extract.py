"""The joint for reading: what a Document tells. It knows nothing of what is kept, so that a text is read without loading that."""

from timeline.intake import syntax
from timeline.intake.language import language_name
from timeline.model.document import Document
from timeline.model.statement import Statement
from timeline.parser.read import read


def extract(document: Document, *, model: str = syntax.DEFAULT_MODEL) -> tuple[Statement, ...]:
    """The Statements of a Document; none when it is in a language there are no rules for. `model` names a pipeline.

    Raises SettingError for a model that is not installed.
    """
    return () if unread(document) else read(document, syntax.parse(document, model=model))


def unread(document: Document) -> str | None:
    """Why a text is kept without being read, None when it is read."""
    if document.is_readable:
        return None
    return f"the text is in {language_name(document.language)}; only English is read"
