"""Famous: what sort of firm a well-known name is, and where it is at home: the rows of famous.txt. No text says it of Boeing."""

from dataclasses import dataclass
from functools import cache

from timeline.lexicon import rows
from timeline.parser.known.callings import sorts_of


@dataclass(frozen=True, slots=True)
class Fame:
    """What a well-known firm is called ('carmaker'), and the code of its country, if it has one."""

    calling: str
    country: str | None


def fame(name: str) -> Fame | None:
    """What is known of the firm of that name."""
    return _known().get(name)


@cache
def _known() -> dict[str, Fame]:
    found: dict[str, Fame] = {}
    for row in rows("famous"):
        if not sorts_of(row["calling"].split()):
            raise row.error(f"no sort of firm is called {row['calling']!r}")
        found.update(dict.fromkeys(row.words("names"), Fame(row["calling"], row["country"] or None)))
    return found
