"""Pages for people: templates, one style sheet, no script. They ask the store what the API asks it."""

from timeline.web.pages import blueprint

__all__ = ["blueprint"]
