"""Harm: what hits people (a use of force, a fire, a crash), and what tells only whom it hit ('six soldiers were killed')."""

from functools import cached_property

from timeline.chronology.families import is_ambiguous
from timeline.chronology.party import Names, Parties
from timeline.chronology.wreck import SIGN
from timeline.model.types import FORCE, HARMS

# Words that tell only whom something hit, and families of words for the force itself.
HARM = frozenset(
    "burn to,choke to,die,death,gun down,hurt,injure,kill,killing,leave dead,lose life,maim,perish,shoot dead,slay,suffocate"
    ",wound".split(",")
)
TOLLS = HARMS - {FORCE}  # types of what counts the dead of a blow, too
SHELLING = frozenset({"aerial", "drone", "explosives", "heavy-weapons"})  # modes of what is no blaze and no gale
VIOLENT, BLAST = frozenset({"attack", "explode"}), "explode"
FIRE, CRASH = "fire", "crash"
ACCIDENT, MISHAPS = "accident", frozenset({"accident", "disaster", "crime"})
# What falls in a quake or a flood, which have dead of their own, what nobody is in, and the dead.
BESIDES = frozenset(f"{SIGN}{sort}" for sort in ("building", "bridge", "dam", "lander", "toll"))

Count = tuple[str, str, float, float | None]


class Harm:
    """What of a Statement says whether it tells of harm."""

    type: str
    mode: str | None
    families: Names
    lemma: str
    agents: Parties
    counts: tuple[Count, ...]

    @cached_property
    def is_harm(self) -> bool:
        """Whether it tells only whom something hit ('six soldiers were killed'), not of one who died ('his mother died')."""
        is_told_of_force = self.type == FORCE or (self.type in TOLLS and bool(self.counts))
        return self.lemma in HARM and is_told_of_force

    @cached_property
    def is_force(self) -> bool:
        """Whether it is a use of force."""
        is_force = self.type == FORCE and not self.families.isdisjoint(VIOLENT)
        is_sure = self.mode in SHELLING or not is_ambiguous(self.lemma, self.type)
        return (is_force and is_sure) or BLAST in self.families

    @cached_property
    def is_mishap(self) -> bool:
        """Whether it is a fire, a crash, or the loss of a ship or of a ride."""
        if self.is_harm:
            return False
        if FIRE in self.families:
            return self.type in MISHAPS
        is_crash = CRASH in self.families and self.type == ACCIDENT
        return (is_crash or any(name.startswith(SIGN) for name in self.families)) and self.families.isdisjoint(BESIDES)

    def is_toll_of(self, other: "Harm") -> bool:
        """Whether it tells whom the other hit, or they tell of two sorts of victims, of whom one is told as hit by force."""
        if not self.is_harm:
            return False
        if other.is_mishap:
            return self.type in TOLLS or (self.type == FORCE and self.mode is None and not self.agents)
        return (other.is_force or other.is_harm) and FORCE in (self.type, other.type)
