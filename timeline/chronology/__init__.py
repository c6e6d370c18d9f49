"""Many to one: Statements of many Documents become Events. Pure."""

from timeline.chronology.identity import identified, keys
from timeline.chronology.known import editions
from timeline.chronology.merge import merge
from timeline.chronology.order import ranks
from timeline.chronology.profile import profile
from timeline.chronology.reading import readings
from timeline.chronology.weigh import is_kin

__all__ = ["editions", "identified", "is_kin", "keys", "merge", "profile", "ranks", "readings"]
