"""Many to one: Statements of many Documents become Events. Pure."""

from timeline.chronology.bonds import Bonds, bond, side
from timeline.chronology.identity import identified, keys
from timeline.chronology.known import editions
from timeline.chronology.merge import merge
from timeline.chronology.order import ranks
from timeline.chronology.reading import readings
from timeline.chronology.ties import rifts, ties

__all__ = ["Bonds", "bond", "editions", "identified", "keys", "merge", "ranks", "readings", "rifts", "side", "ties"]
