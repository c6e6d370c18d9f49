"""Pages for people: templates, one style sheet. They ask the store what the API asks it, and work without a script."""

from timeline.web import (
    chronology,
    comparing,
    embed,
    pages,
    people,
    reading,
)
from timeline.web.site import blueprint

__all__ = ["blueprint", "chronology", "comparing", "embed", "pages", "people", "reading"]
