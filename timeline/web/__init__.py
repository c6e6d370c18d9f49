"""Pages for people: templates, one style sheet. They ask the store what the API asks it, and work without a script."""

from timeline.web import (
    chronology,
    comparing,
    curating,
    embed,
    login,
    pages,
    people,
    reading,
)
from timeline.web.site import blueprint

__all__ = ["blueprint", "chronology", "comparing", "curating", "embed", "login", "pages", "people", "reading"]
