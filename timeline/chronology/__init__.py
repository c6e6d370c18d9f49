"""Many to one: Statements of many Documents become Events. Pure."""

from timeline.chronology.match import is_same, profile, readings
from timeline.chronology.merge import merge
from timeline.chronology.order import ranks

__all__ = ["is_same", "merge", "profile", "ranks", "readings"]
