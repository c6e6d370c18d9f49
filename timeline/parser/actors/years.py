"""Years: how old a text says that somebody is: 'Ada Holm, 41,', 'a 41-year-old man', 'Holm, aged 41'."""

from timeline.parser.actors.name import Name
from timeline.parser.sentences.tree import Tree

LEAST, MOST = 5, 105
AFTER = frozenset({",", ".", ";", ")"})


def age_told(tree: Tree, name: Name) -> int | None:
    """The age told beside a name or a description."""
    words = tree.lower
    if name.end + 2 < len(words) and words[name.end] in {",", "("}:
        place = name.end + 1 + (words[name.end + 1] == "aged")
        if place + 1 < len(words) and words[place + 1] in AFTER:
            return _years(words[place])
    if "year" not in words:
        return None
    heads = (name.head, *tree.below(name.head, "appos"))  # 'the driver, a 41-year-old man,'
    return next((age for head in heads if (age := _before(words, head)) is not None), None)


def _before(words: tuple[str, ...], head: int) -> int | None:
    """'41-year-old' before a noun."""
    for place in range(max(head - 4, 2), head):
        if words[place] == "year" and "old" in words[place + 1 : place + 3]:
            return _years(words[place - 1] if words[place - 1] != "-" else words[place - 2])
    return None


def _years(word: str) -> int | None:
    return int(word) if word.isdecimal() and LEAST <= int(word) <= MOST else None
