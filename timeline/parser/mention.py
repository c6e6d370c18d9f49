"""Mention: words for a happening with its lexicon row and its arguments. The value alone; finding them is in `mentions`."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from timeline.parser.arguments import Carrier
from timeline.parser.slots import Slots
from timeline.parser.tree import Tree
from timeline.parser.triggers import TriggerRow


@dataclass(frozen=True)
class Mention:
    """Words for a happening, not yet dated: the trigger token, its lexicon row, its slots and the light verb it leans on."""

    tree: Tree
    index: int
    row: TriggerRow
    slots: Slots
    lemma: str
    carrier: Carrier | None = None
    consequences: tuple["Mention", ...] = ()  # 'killed' of "the bombing killed two"
    is_turned: bool = False  # its negation is what it tells: 'will not disarm' refuses

    @cached_property
    def is_verb(self) -> bool:
        """A verb (else a noun or an adjective)."""
        return self.tree[self.index].pos in {"VERB", "AUX"}

    @cached_property
    def top(self) -> int:
        """The token whose clause it stands in: the light verb, else the trigger."""
        return self.carrier.verb if self.carrier else self.index


def by_sentence(mentions: Iterable[Mention]) -> dict[int, list[int]]:
    """The places of the mentions in their row, by the number of their Sentence."""
    found: dict[int, list[int]] = {}
    for number, mention in enumerate(mentions):
        found.setdefault(mention.tree.sentence.index, []).append(number)
    return found
