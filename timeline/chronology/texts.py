"""The names in a whole text: those of what it tells, and of all its other sentences, its title and its dateline."""

import re
from collections import Counter
from collections.abc import Sequence

from timeline.chronology.party import Names, context_of, names_of
from timeline.model.document import BlockKind, Document
from timeline.model.statement import Statement

BREAK = re.compile(r"(?<=[.!?:;”\"])\s+|\s[–—-]\s|\n+")
LONG = 3  # letters that a short word has at most, as those that no title writes with a capital
MOST = 0.6  # of the longer words: a title in which more have capitals has them for all


def names_of_text(statements: Sequence[Statement], text: Document | None) -> tuple[str, ...]:
    """The names in a text, those of most Statements first; those of sentences that tell nothing come last."""
    told = Counter(name for one in statements for name in context_of(one))
    if text is not None:
        told.update(dict.fromkeys(_names_in(text) - told.keys(), 0))
    return tuple(sorted(told, key=lambda name: (-told[name], name)))


def _names_in(text: Document) -> Names:
    parts = [text.body[block.start : block.end] for block in text.blocks if block.kind is BlockKind.TEXT]
    sentences = [sentence for part in parts for sentence in BREAK.split(part)]
    if text.title and not _has_capitals(text.title):
        sentences.append(text.title)
    place = {text.place.casefold()} if text.place else set()
    return frozenset(place.union(*(names_of(sentence.strip()) for sentence in sentences)))


def _has_capitals(title: str) -> bool:
    """Whether it writes all longer words with a capital ('Boy Pulled Alive From Ruins')."""
    words = [word for word in title.split() if len(word) > LONG and word[0].isalpha()]
    return sum(word[0].isupper() for word in words) > MOST * len(words)
