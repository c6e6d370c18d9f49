"""Many to one: Statements of many Documents become Events. Pure."""

from timeline.chronology.known import editions
from timeline.chronology.match import is_same
from timeline.chronology.merge import merge
from timeline.chronology.order import ranks
from timeline.chronology.profile import profile, readings

__all__ = ["editions", "is_same", "merge", "profile", "ranks", "readings"]
