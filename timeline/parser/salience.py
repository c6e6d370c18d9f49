"""Salience: how much a Statement belongs on a short timeline, 0 to 1.

A sum of small weights: where it stands in the text (the lead counts most), how well it is dated, how many actors it has, its
type, and whether it is told as a fact. Weights were set by hand and how well they rank is not measured yet.
"""

from timeline.model.statement import Claim, Role, Status
from timeline.model.time import When

LEAD, EARLY = 0.25, 0.12
DATED, BOUNDED = 0.2, 0.08
NAMED_ACTORS, ONE_ACTOR = 0.2, 0.12
STRONG_TYPES = frozenset(
    {
        "assault",
        "retreat",
        "agree",
        "disaster",
        "accident",
        "election",
        "legal",
        "death",
        "sanction",
        "mobilize",
        "coerce",
        "crime",
    }
)
STRONG, FACT = 0.2, 0.1
BASE = 0.05


def salience(*, sentence: int, when: When, roles: tuple[Role, ...], kind: str, claim: Claim) -> float:
    """Two decimals."""
    position = LEAD if sentence <= 1 else EARLY if sentence <= 4 else 0.0
    dating = DATED if when.basis in {"stated", "resolved"} else BOUNDED if when.span.is_bounded or when.likely else 0.0
    actors = NAMED_ACTORS if len(roles) > 1 else ONE_ACTOR if roles else 0.0
    weight = (STRONG if kind in STRONG_TYPES else 0.0) + (FACT if claim.status is Status.ASSERTED else 0.0)
    return round(min(1.0, BASE + position + dating + actors + weight), 2)
