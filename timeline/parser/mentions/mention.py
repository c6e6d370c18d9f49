"""Mention: words for a happening with its lexicon row and its arguments. The value alone; finding them is in `mentions`."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import field

from timeline.model.value import value
from timeline.parser.known.triggers import TriggerRow
from timeline.parser.sentences.carriers import Carrier
from timeline.parser.sentences.slots import Slots
from timeline.parser.sentences.tree import Tree


@value
class Mention:
    """Words for a happening, not yet dated: the trigger token, its lexicon row, its slots and the light verb it leans on.

    `is_verb` (else a noun or an adjective) and `top`, the token whose clause it stands in (the light verb, else the trigger),
    are worked out once: they are asked for a hundred times a mention.
    """

    tree: Tree
    index: int
    row: TriggerRow
    slots: Slots
    lemma: str
    carrier: Carrier | None = None
    consequences: tuple["Mention", ...] = ()  # 'killed' of "the bombing killed two"
    is_guessed: bool = False  # no type is likely: it is served as `other`, whatever it is taken for in reading
    is_turned: bool = False  # its negation is what it tells: 'will not disarm' refuses
    is_verb: bool = field(init=False, compare=False, repr=False)
    top: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "is_verb", self.tree[self.index].pos in {"VERB", "AUX"})
        object.__setattr__(self, "top", self.carrier.verb if self.carrier else self.index)


def by_sentence(mentions: Iterable[Mention]) -> dict[int, list[int]]:
    """The places of the mentions in their row, by the number of their Sentence."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        found[mention.tree.sentence.index].append(number)
    return dict(found)
