"""What the sieves of `order` work on and give: mentions with what is known of them, and links between two of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.model.statement import Relation, Status
from timeline.model.time import When
from timeline.parser.mention import Mention
from timeline.parser.tree import Tree


@dataclass(frozen=True, slots=True)
class Order:
    """`one` stands in `relation` to `other` (numbers of mentions)."""

    one: int
    relation: Relation
    other: int
    because: str
    sieve: str

    @property
    def is_strong(self) -> bool:
        """Whether bounds may follow from it: narrative order says too little for that."""
        return self.sieve != "narrative"


@dataclass(frozen=True, slots=True)
class Told:
    """A mention with what is known of it when links are looked for."""

    mention: Mention
    status: Status
    when: When


def sentences(told: Sequence[Told]) -> Iterator[tuple[Tree, list[int]]]:
    """Each sentence with the numbers of its mentions, in text order."""
    groups: dict[int, list[int]] = {}
    for number, one in enumerate(told):
        groups.setdefault(one.mention.tree.sentence.index, []).append(number)
    return ((told[numbers[0]].mention.tree, numbers) for numbers in groups.values())
