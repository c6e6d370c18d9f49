"""Utterances: what is done by saying something: who says that they will free a prisoner agrees, that they will kill him threatens.

The verbs are those of `VERBS`; what their clause makes of them are the rows of utterances.txt.
"""

from functools import cache

from timeline.lexicon import rows
from timeline.parser.known.triggers import VERB, TriggerRow, event_row
from timeline.parser.mentions.scene import Scene, fitting_row
from timeline.parser.sentences.slots import Slots

VERBS = frozenset(
    "say state add announce declare insist tell stress emphasise emphasize maintain reiterate repeat indicate signal confirm "
    "proclaim hint affirm reply".split()
)
WARNING = frozenset({"warn", "caution"})  # these have rows of their own, those with a condition on `verb`
SPEAKING = VERBS | WARNING


def find_utterance(scene: Scene, index: int, slots: Slots) -> TriggerRow | None:
    """The row of what a verb of saying does by its clause; None for any other verb, and for what only says."""
    if scene.tree[index].lemma not in SPEAKING or "clause" not in slots:
        return None
    rows_of_verb = _rows(is_warning=scene.tree[index].lemma in WARNING)
    return fitting_row(scene, {**slots, VERB: [index]}, rows_of_verb)


@cache
def _rows(*, is_warning: bool) -> tuple[TriggerRow, ...]:
    """Those for verbs of warning, or those for all others."""
    return tuple(row for row in utterance_rows() if any(c.slot == VERB for c in row.conditions) == is_warning)


def is_utterance(row: TriggerRow) -> bool:
    """Whether a row is one of utterances.txt."""
    return _by_place().get(row.place) == row


@cache
def _by_place() -> dict[str, TriggerRow]:
    return {row.place: row for row in utterance_rows()}


@cache
def utterance_rows() -> tuple[TriggerRow, ...]:
    """The rows of utterances.txt, the first that fits wins."""
    return tuple(event_row(row) for row in rows("utterances"))
