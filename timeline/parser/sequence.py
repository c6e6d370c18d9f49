"""What the sieves of `order` work on and give: mentions with what is known of them, and links between two of them."""

from collections.abc import Iterable, Sequence
from dataclasses import field
from typing import Any

from timeline.model.statement import Relation, Status
from timeline.model.time import When
from timeline.model.value import value
from timeline.parser.mention import Mention
from timeline.parser.tree import Tree, once


@value
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


@value
class Told:
    """A mention with what is known of it when links are looked for."""

    mention: Mention
    status: Status
    when: When
    memory: dict[object, Any] = field(default_factory=dict, init=False, compare=False, repr=False)  # see `tree.once`


class Telling(tuple[Told, ...]):
    """All that a text tells, in text order. The sieves ask the same of it one after the other: that is worked out once."""

    memory: dict[object, Any]

    def __new__(cls, told: Iterable[Told]) -> "Telling":
        """The Telling of these."""
        telling = super().__new__(cls, told)
        telling.memory = {}
        return telling


def sentences(told: Sequence[Told]) -> list[tuple[Tree, list[int]]]:
    """Each sentence with the numbers of its mentions, in text order."""
    return _sentences(told) if isinstance(told, Telling) else _sentences(Telling(told))


@once
def _sentences(told: Telling) -> list[tuple[Tree, list[int]]]:
    groups: dict[int, list[int]] = {}
    for number, one in enumerate(told):
        groups.setdefault(one.mention.tree.sentence.index, []).append(number)
    return [(told[numbers[0]].mention.tree, numbers) for numbers in groups.values()]
