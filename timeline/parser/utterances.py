"""Utterances: what is done by saying something: who says that they will free a prisoner agrees, that they will kill him threatens.

The verbs are those of `VERBS`; what their clause makes of them are the rows of utterances.txt.
"""

from functools import cache

from timeline.lexicon import rows
from timeline.parser.arguments import Slots
from timeline.parser.scene import Scene, fitting_row
from timeline.parser.triggers import TriggerRow, event_row

VERBS = frozenset(
    "say state add announce declare insist tell stress emphasise emphasize maintain reiterate repeat indicate signal confirm "
    "proclaim hint affirm reply".split()
)


def find_utterance(scene: Scene, index: int, slots: Slots) -> TriggerRow | None:
    """The row of what a verb of saying does by its clause; None for any other verb, and for what only says."""
    if scene.tree[index].lemma not in VERBS or "clause" not in slots:
        return None
    return fitting_row(scene, slots, utterance_rows())


@cache
def utterance_rows() -> tuple[TriggerRow, ...]:
    """The rows of utterances.txt, the first that fits wins."""
    return tuple(event_row(row) for row in rows("utterances"))
