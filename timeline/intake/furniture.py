"""Lines of a page that are not the story: bylines and web furniture, told by the rows of `rules/en/furniture.txt`."""

import re
from dataclasses import dataclass
from functools import cache

from timeline.lexicon import Row, rows
from timeline.model.document import BlockKind

REACHES = ("line", "list", "rest")
LONGEST = 400  # characters: a longer paragraph is never furniture
NAME = r"(?-i:[A-Z][\w.'’-]+(?: (?:(?:al|bin|da|de|del|der|di|el|la|van|von) )*[A-Z][\w.'’-]*){1,4})"
WORDS = {
    "name": NAME,
    "names": rf"{NAME}(?:(?:, | and | & |, and ){NAME})*",
    "network": "(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|tiktok|threads|"
    "bluesky|mastodon|messenger|email|e-mail|print|copy link|tumblr|flipboard|google news)",
}


@dataclass(frozen=True, slots=True)
class FurnitureRule:
    """One row. `reach` is 'line', 'list' (the short lines that follow, too) or 'rest' (all that follows the story)."""

    name: str
    kind: BlockKind
    reach: str
    pattern: re.Pattern[str]


def furniture(text: str) -> FurnitureRule | None:
    """The first rule that a whole paragraph fits, None when it is none of the page's furniture."""
    if len(text) > LONGEST:
        return None
    line = " ".join(text.split())
    return next((rule for rule in furniture_rules() if rule.pattern.fullmatch(line)), None)


@cache
def furniture_rules() -> tuple[FurnitureRule, ...]:
    """The rows, ready for use. RuleError on a bad one."""
    return tuple(_rule(row) for row in rows("furniture"))


def _rule(row: Row) -> FurnitureRule:
    if row["reach"] not in REACHES:
        raise row.error(f"unknown reach {row['reach']!r}: one of {', '.join(REACHES)}")
    try:
        return FurnitureRule(row["name"], BlockKind(row["kind"]), row["reach"], compile_row(row, WORDS, re.IGNORECASE))
    except ValueError as error:
        raise row.error(f"unknown kind {row['kind']!r}") from error


def compile_row(row: Row, words: dict[str, str], flags: int = 0) -> re.Pattern[str]:
    """The row's pattern with its {words} put in. RuleError on an unknown word or a bad pattern."""
    pattern = re.sub(r"\{([a-z_]+)\}", lambda found: _word(row, words, found[1]), row["pattern"])
    try:
        return re.compile(pattern, flags)
    except re.error as error:
        raise row.error(f"bad pattern: {error}") from error


def _word(row: Row, words: dict[str, str], name: str) -> str:
    if name not in words:
        raise row.error(f"unknown {{{name}}}")
    return words[name]
