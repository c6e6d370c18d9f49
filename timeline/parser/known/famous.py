"""Famous: what sort of firm a well-known name is, and where it is at home: the rows of famous.txt. No text says it of Boeing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from sys import intern

from timeline.lexicon import rows
from timeline.parser.known.callings import sorts_of

OTHERS = re.compile(r"(.+) \((.+)\)")


@dataclass(frozen=True, slots=True)
class Fame:
    """What a well-known firm is called ('carmaker'), and the code of its country, if it has one."""

    calling: str
    country: str | None


def fame(name: str) -> Fame | None:
    """What is known of the firm of that name."""
    return _known().get(name)


def full_name(name: str) -> str:
    """'General Motors' for 'GM', 'Walmart' for 'Wal-Mart'; any other name as it is."""
    return _full_names().get(name, name)


@cache
def _known() -> dict[str, Fame]:
    found: dict[str, Fame] = {}
    for row in rows("famous"):
        if not sorts_of(row["calling"].split()):
            raise row.error(f"no sort of firm is called {row['calling']!r}")
        names = [name for full, short in _named(row.words("names")) for name in (full, short)]
        found.update(dict.fromkeys(names, Fame(row["calling"], row["country"] or None)))
    return found


@cache
def _full_names() -> dict[str, str]:
    return {short: full for row in rows("famous") for full, short in _named(row.words("names"))}


def _named(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """('General Motors', 'GM') of 'General Motors (GM)', a pair for each of 'Walmart (Wal-Mart; Wal Mart)'; what has no other
    name twice.
    """
    for name in names:
        found = OTHERS.fullmatch(name)
        others = found[2].split("; ") if found else [name]
        yield from ((found[1] if found else name, intern(other)) for other in others)
