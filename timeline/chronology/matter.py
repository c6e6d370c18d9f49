"""The matter of a Statement: what is made, sold, shown or counted in it ('the Tarn, a van', 'profit'), its number ('Slate 2')."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from timeline.chronology.party import CALENDAR, Names, names
from timeline.chronology.story import stem
from timeline.model.statement import Role, RoleName, Statement

WORD = re.compile(r"[^\W\d_]{3,}")
NUMBERED = re.compile(
    r"\b([A-Z][\w’'-]*|[Vv]ersion|[Pp]art|[Ss]eason|[Ee]pisode|[Cc]hapter|[Ee]dition)"
    r" (\d{1,4}[A-Za-z]{0,3})(?![\w,.%:]*\d)"
)
BARE = re.compile(  # 'released the device in May', 'sold it'
    r"^\s+(?:(?:the|this|that|these|those)\s+[a-z][\w’'-]*|it|them|one|both)"
    r"(?=[,.;:]|\s+(?:in|on|at|by|to|for|from|with|after|as|while|when|and)\b|$)"
)
DESCRIBED = re.compile(  # what a name is called before it stands
    r"(?:^|\b(?:[Tt]he|[Bb]y|[Ww]hen|[Aa]nd|[Oo]f|[Ww]ith|[Ff]rom|[Tt]o|[Ff]or|[Aa]s|[Tt]hat) |[,;:“\"] ?)(?:[\w’'-]+ ){1,4}$"
)
COUNT = re.compile(
    r"\b(\d[\d,]*(?:\.\d+)?)\s?"
    r"(%|(?:per cent|percent)\b|(?!(?:million|billion|trillion)\b)(?:[a-z-]+ ){0,2}?[a-z]{2,}s\b)"
)
PERCENT = frozenset({"%", "per cent", "percent"})
# Words that are said of all sorts of things, and of how much.
EMPTY = frozenset(
    "the and its for with from that this their his her has had have was were are been being will would after into over than about"
    " under before during between through against also both all some more most much many each other another only own"
    " new newest first last latest next second third old brand early late recent current several few two three four five six seven"
    " eight nine ten dozen hundred thousand million billion trillion percent per cent cents dollar dollars euro euros pound pounds"
    " year years quarter month months week weeks day days time total number amount company firm group maker"
    " event conference ceremony".split()
)  # fmt: skip


END = re.compile(r"\b(?:in|at|by|for|from|that|which|who|and|with|on|to|as|was|were|is|has|had|said)\b")
OF = re.compile(r"^\s+(of|on|at|against|near)\s+((?:[\w’'-]+\s*){1,6})")
NEAR = "near"


class Matter(NamedTuple):
    """Stems of the words for it, and of all words of its sentence; what has a number ('slate', '2'), is counted ('job', 90).

    `of` are those of what the trigger says itself of what it is ('the seizure of the plane'), `head` is the last of them,
    the thing itself ('the bombing of the Tanzanian mission'), but not what it was only near.
    """

    words: Names
    around: Names
    numbers: frozenset[tuple[str, str]]
    counts: frozenset[tuple[str, float]]
    of: Names = frozenset()
    head: Names = frozenset()


def matter(told: Statement) -> Matter:
    """What the clause of the happening says besides who does it; no words where it only points back ('released the device')."""
    own = {word for role in told.roles if role.name is RoleName.AGENT for word in _callings(told, role)}
    own.update(told.trigger.text.casefold().split(), told.place.name.casefold().split() if told.place else ())
    is_bare = BARE.match(told.sentence[max(0, told.trigger.end - told.start) :]) is not None
    numbers = ((word.casefold(), number.casefold()) for word, number in NUMBERED.findall(told.headline))
    around = _stems(told.sentence, own)
    return Matter(
        frozenset() if is_bare else _stems(told.headline, own) & around,
        around,
        frozenset(one for one in numbers if one[0] not in CALENDAR),
        frozenset(_counts(told)),
        *_of(told),
    )


def _of(told: Statement) -> tuple[Names, Names]:
    """Stems of the words that say of what it is, and of the thing itself ('the seizure of the plane')."""
    found = OF.match(told.sentence[max(0, told.trigger.end - told.start) :])
    if not found:
        return frozenset(), frozenset()
    words = END.split(found[2])[0]
    known = [stems for word in words.split() if (stems := _stems(word, set()))]
    head = known[-1] if known and found[1] != NEAR else frozenset()
    return _stems(words, set()), head


def _counts(told: Statement) -> Iterator[tuple[str, float]]:
    """('job', 700), ('percent', 12), ('USD', 399.0)."""
    for number, noun in COUNT.findall(told.headline):
        yield ("percent" if noun in PERCENT else stem(noun.split()[-1].rstrip("s")), float(number.replace(",", "")))
    yield from ((one.unit, one.low) for one in told.quantities if one.what == "money")


def _callings(told: Statement, role: Role) -> Iterator[str]:
    """The words of a name, and of what is said before it there ('the German car maker Brennholt')."""
    for name in names(role.actor):
        yield from name.split()
    if role.start is None or role.end is None:
        return
    before, there = (
        told.sentence[: role.start - told.start],
        told.sentence[role.start - told.start : role.end - told.start],
    )
    if not set(there.split()).isdisjoint(role.actor.name.split()):  # 'Acme chief Ada Holm', not 'shares'
        described = DESCRIBED.search(before)
        yield from WORD.findall(f"{described[0] if described else ''} {there}".casefold())


def _stems(text: str, own: set[str]) -> Names:
    words = {word.casefold() for word in WORD.findall(text)} - own - EMPTY - CALENDAR
    return frozenset(stem(word.rstrip("s")) for word in words)
