"""TimelineError and its children. Every message names the thing, the value and the place; no other module defines errors."""


class TimelineError(Exception):
    """Base of every error that a caller may want to show to a person."""


class InputError(TimelineError):
    """A text, file or field that cannot be read. `place` is 'file', 'file:line' or a field's name, or None."""

    def __init__(self, message: str, *, place: str | None = None) -> None:
        super().__init__(f"{place}: {message}" if place else message)
        self.message = message
        self.place = place


class EdtfError(InputError):
    """A text that is not in the EDTF subset we read."""


class FilterError(InputError):
    """A filter of the chronology that is unknown or has a bad value; `place` is the filter's name."""


class RuleError(TimelineError):
    """A row of `rules/` that cannot be loaded; the message starts with 'times.txt:14:'."""


class FormatError(TimelineError):
    """A format that is not given here, or not with what is asked."""


class SettingError(TimelineError):
    """An environment variable with a value that cannot be used."""


class StoreError(TimelineError):
    """The database cannot be reached, is not migrated, or refused a change."""


class SlowError(TimelineError):
    """A question that takes the database longer than it is given."""


class NotFoundError(TimelineError):
    """No row with that id."""


class MergedError(NotFoundError):
    """The id was merged into another, `into`: answer with that one's address."""

    def __init__(self, message: str, *, into: str) -> None:
        super().__init__(message)
        self.into = into


class ConflictError(TimelineError):
    """The change clashes with what is kept."""


class StaleError(ConflictError):
    """What was to be changed has been changed by others since it was read."""
