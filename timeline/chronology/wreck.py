"""Wrecks: no plane falls twice, no ship sinks twice. What befalls a thing but once is one family, in whatever word it is told."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from timeline.chronology.toll import tolls
from timeline.lexicon import rows
from timeline.model.statement import Statement
from timeline.model.types import FORCE

WORD = re.compile(r"[^\W\d_]+")
SIGN = "wreck-"  # begins the name of such a family
MOST = 9  # words before the trigger or after it among which the thing is looked for
ARTICLE = 4  # words before the thing
ANY = frozenset("a an another one two three four five several many some no".split())
ANOTHER = frozenset("another other second third further earlier previou".split())
KNOWN = frozenset("the thi that these those hi her it their whose our my".split())  # as _singular has them
FIRE = "fire"
MISHAPS = frozenset({"accident", "disaster"})  # types


def wrecked(told: Statement, lemma: str) -> frozenset[str]:
    """The families of the loss of such things as its clause tells ('wreck-plane'); none where it tells no loss of one."""
    return _wrecks(told, lemma.casefold()) | tolls(told, lemma)


def _wrecks(told: Statement, word: str) -> frozenset[str]:
    alone, lost = _losses("alone").get(word), _losses("words").get(word)
    if alone is not None and told.type in MISHAPS:
        return frozenset(f"{SIGN}{sort}" for sort in alone)
    lost = lost or alone
    if lost is None:
        return frozenset()
    there = _there(told)
    lost = lost - {FIRE} if told.type == FORCE else lost  # who burns one village burns the next
    return frozenset(f"{SIGN}{sort}" for sort in lost if not there.isdisjoint(_things()[sort]))


def are_two(a: Statement, b: Statement) -> bool:
    """Whether the one tells it of a market, and the other of a school."""
    some, others = (_there(one) & _apart() for one in (a, b))
    return bool(some) and bool(others) and some.isdisjoint(others)


@lru_cache(maxsize=8192)
def is_loss(names: frozenset[str]) -> bool:
    """Whether one of these families is that of such a loss."""
    return any(name.startswith(SIGN) for name in names)


def is_any(told: Statement) -> bool:
    """Whether the thing is brought in as one of many ('a ferry', 'another plane', 'two trains')."""
    before, own, after = _beside(told)
    words = (*before[-MOST - ARTICLE :], *own, *after[:MOST])
    places = [place for place, word in enumerate(words) if word in _all_things()]
    return any(_article(words[max(0, place - ARTICLE) : place]) in ANY for place in places)


def is_another(told: Statement) -> bool:
    """Whether the thing is told to be another one ('a second building collapsed')."""
    before, _, _ = _beside(told)
    words = before[-MOST - ARTICLE :]
    places = [place for place, word in enumerate(words) if word in _all_things() and place >= len(words) - MOST]
    return any(not ANOTHER.isdisjoint(words[max(0, place - ARTICLE) : place]) for place in places)


def _article(words: Sequence[str]) -> str | None:
    """The last of these that says which one is meant."""
    return next((word for word in reversed(words) if word in ANY or word in KNOWN), None)


def _there(told: Statement) -> frozenset[str]:
    """The words near the trigger that its headline has, too."""
    before, own, after = _beside(told)
    return frozenset((*before[-MOST:], *own, *after[:MOST])) & frozenset(_words(told.headline))


def _beside(told: Statement) -> tuple[list[str], list[str], list[str]]:
    """The words before the trigger, its own, and those after it."""
    start, end = max(0, told.trigger.start - told.start), max(0, told.trigger.end - told.start)
    return _words(told.sentence[:start]), _words(told.trigger.text), _words(told.sentence[end:])


def _words(text: str) -> list[str]:
    return [_singular(word) for word in WORD.findall(text.casefold())]


def _singular(word: str) -> str:
    return word if word.endswith("ss") else word.removesuffix("s")


@lru_cache(maxsize=2)
def _losses(column: str) -> dict[str, frozenset[str]]:
    """The sorts of things whose loss each word of this column tells."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows("wrecks"):
        for word in row.words(column):
            found[word].add(row["sort"])
    return {word: frozenset(sorts) for word, sorts in found.items()}


@lru_cache(maxsize=1)
def _things() -> dict[str, frozenset[str]]:
    return {row["sort"]: frozenset(map(_singular, row.words("things"))) for row in rows("wrecks")}


@lru_cache(maxsize=1)
def _all_things() -> frozenset[str]:
    return frozenset().union(*_things().values())


@lru_cache(maxsize=1)
def _apart() -> frozenset[str]:
    """Things that differ from each other, of the sorts of which some are told apart."""
    told = [row for row in rows("wrecks") if row.words("general")]
    return frozenset(
        _singular(word) for row in told for word in row.words("things") if word not in row.words("general")
    )
