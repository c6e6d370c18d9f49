"""Lists of words that steps of reading ask for by name: the rows of `rules/en/words.txt`."""

from functools import cache

from timeline.errors import RuleError
from timeline.lexicon import rows


def word_list(name: str) -> frozenset[str]:
    """The words of that row. Raises RuleError when there is none."""
    try:
        return _lists()[name]
    except KeyError:
        raise RuleError(f"words.txt: no list named {name!r}") from None


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {row["name"]: frozenset(row.words("words")) for row in rows("words")}
