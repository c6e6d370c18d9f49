"""Telling: all that a text tells, for the sieves of `order`, and what each of its sentences tells."""

from collections.abc import Iterable, Sequence
from typing import Any

from timeline.parser.order.sequence import Told
from timeline.parser.sentences.tree import Tree, once


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
