"""What the sieves of `order` work on and give: mentions with what is known of them, and links between two of them."""

from dataclasses import field
from typing import Any

from timeline.model.statement import Relation, Status
from timeline.model.time import When
from timeline.model.value import value
from timeline.parser.mentions.mention import Mention


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
    """A mention with what is known of it when links are looked for; `echoes` are nouns that name it again."""

    mention: Mention
    status: Status
    when: When
    echoes: tuple[Mention, ...] = ()
    memory: dict[object, Any] = field(default_factory=dict, init=False, compare=False, repr=False)  # see `tree.once`


def word(mention: Mention) -> str:
    """Its own word as the text has it, for a link that it gives: 'condemned'."""
    return mention.tree.lower[mention.index]
