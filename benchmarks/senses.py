"""What tells kinds of deeds apart in the meaning of their words, learnt from lists of words that stand for one another.

The lists are the rows of families.txt, the words of a trigger row, and the words that stand for one another in a clause of
prototypes.txt. The space is that of Fisher's linear discriminants (1936): words of one list come close, those of others go apart.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from timeline.lexicon import rows
from timeline.parser.triggers import trigger_files
from timeline.vectors import meanings

DIMENSIONS = 32
MOST_WORDS = 60  # of a list that says something
SHRINKAGE = 0.3  # of the spread within a list towards the same in all directions
Table = NDArray[np.float64]


def lists() -> Iterator[list[str]]:
    """Words that stand for one another, of each list once."""
    for row in rows("families"):
        yield list(row.words("words"))
    for name in trigger_files():
        for row in rows(name):
            yield [word.strip() for word in row["lemma"].split(",")]
    for row in rows("prototypes"):
        for part in row["clause"].split():
            if part[0].islower():
                yield [word.replace("_", " ") for word in part.split("/")]


def learn() -> tuple[Table, Table]:
    """The centre of all words, and what leads from their meaning to their sense."""
    found = [sorted(set(words)) for words in lists()]
    found = [words for words in found if 1 < len(words) <= MOST_WORDS]
    table = np.array([meanings().of(word.split()) for words in found for word in words], np.float64)
    shares = np.array([len(words) ** -0.5 for words in found for _ in words])
    homes = np.repeat(np.arange(len(found)), [len(words) for words in found])
    centre = np.average(table, axis=0, weights=shares)
    within = spread(table - means(table, homes)[homes], shares)
    between = spread(table - centre, shares) - within
    ridge = SHRINKAGE * np.trace(within) / len(within) * np.eye(len(within))
    sizes, axes = np.linalg.eigh(within + ridge)
    white = axes / np.sqrt(sizes)
    sizes, axes = np.linalg.eigh(white.T @ between @ white)
    best = np.argsort(-sizes)[:DIMENSIONS]
    return centre, white @ axes[:, best] * np.sqrt(np.maximum(sizes[best], 0.0))


def means(table: Table, homes: NDArray[np.int64]) -> Table:
    """The middle of each list."""
    sums = np.zeros((homes.max() + 1, table.shape[1]))
    np.add.at(sums, homes, table)
    return sums / np.bincount(homes)[:, None]


def spread(table: Table, shares: NDArray[np.float64]) -> Table:
    return (table * shares[:, None]).T @ table / shares.sum()
