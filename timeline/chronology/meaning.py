"""What a Statement's words mean, as far as likeness needs it: of its deed, headline and sentence, worked out when asked for."""

import re
from dataclasses import dataclass
from functools import cached_property

from timeline.model.statement import Statement
from timeline.vectors import Vector, meanings, scale

WORD = re.compile(r"[^\W\d_]{3,}")
# Words that stand in every sentence.
SMALL = frozenset(
    "about after against all also and any are been before being between but did does down during each for from had has have"
    " her his how into its last more new not off one other out over said same says she some than that the their them then"
    " there they this those three too two under until was were what when where which while who whom will with would you".split()
)


@dataclass(frozen=True, eq=False)
class Meaning:
    """Its words: of the deed, of the headline, of the sentence; and what they mean."""

    deed: tuple[str, ...]
    headline: tuple[str, ...]
    sentence: tuple[str, ...]

    @cached_property
    def sense(self) -> Vector:
        """What they tell of the kind of deed."""
        return scale().sense(self.deed)

    @cached_property
    def of_headline(self) -> Vector:
        """Who does what."""
        return meanings().of(self.headline)

    @cached_property
    def of_sentence(self) -> Vector:
        """All that is told in its sentence."""
        return meanings().of(self.sentence)


def meaning(told: Statement) -> Meaning:
    """The Statement's words."""
    return Meaning(tuple(told.lemma.casefold().split()), _words(told.headline), _words(told.sentence))


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in WORD.findall(text.casefold()) if word not in SMALL)
