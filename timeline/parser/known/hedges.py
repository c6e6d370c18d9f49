"""Hedges: the words of claims.txt, which say how firmly a happening is told."""

from functools import cache

from timeline.lexicon import rows
from timeline.model.statement import Status

SAID = "said"


@cache
def effects() -> dict[tuple[str, str], Status | None]:
    """(word, part of speech) to the status it gives; None for mere reporting."""
    found: dict[tuple[str, str], Status | None] = {}
    for row in rows("claims"):
        for word in row.words("word"):
            found[word, row["pos"]] = None if row["effect"] == SAID else Status(row["effect"])
    return found


@cache
def cancelling() -> frozenset[str]:
    """The verbs that call off what they are said of."""
    return frozenset(word for (word, pos), effect in effects().items() if pos == "verb" and effect is Status.CANCELLED)


def is_saying(verb: str) -> bool:
    """A verb that only reports what somebody says: 'say', 'add'."""
    return effects().get((verb, "verb"), Status.ASSERTED) is None
