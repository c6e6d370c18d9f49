"""Tolls: the dead of one epidemic, quake or flood are one happening; each text counts as many as there were by then."""

import re
from functools import lru_cache

from timeline.chronology import wording
from timeline.chronology.death import DEADLY, KILLED
from timeline.chronology.families import families
from timeline.lexicon import rows
from timeline.model.statement import OVER, ActorKind, Statement

TOLL = frozenset({"wreck-toll"})  # the family: what befalls a thing but once
WORD = re.compile(r"[^\W\d_]+")
DEATH, BLOW = "death", "blast"  # a type; a sort of things that force may do, too
TYPES = frozenset({"accident", "death", "disaster"})
FORCE = re.compile(
    r"\b(?:attack|bomb|clash|fight|gun|militant|offensive|raid|rebel|shell|shoot|shot|soldier|strike|troop|war)",
    re.IGNORECASE,
)
SUMS = frozenset({"casualty", "death", "fatality", "toll", "victim"})
# 'three more died', 'four of them'; 'killed nine in the past day'
PART = re.compile(
    r"\b(?:another|further|additional|extra|fresh|more(?! than)|others|including|among (?:them|those|whom)|first|last"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|many|most|some|half|\d+) of"
    r" (?:the|them|those|these|whom|which|her|his|its|our|their))\b",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\b(?:\d+|\d+,\d+|two|three|four|five|six|seven|eight|nine|ten|dozens|scores|hundreds|thousands)\b", re.IGNORECASE
)
NEAR = 40  # characters before the trigger in which a part is told
OF_A_DAY = re.compile(
    r"\b(?:alone|overnight|daily|hourly|(?:per|each|every) (?:day|week|month)|in the (?:past|last|previous))\b",
    re.IGNORECASE,
)
GROWS = re.compile(
    r"\b(?:has|have|had|ha[sd]n[’']t)(?: (?:now|so far|already|since|also|been|\w+ly))*(?: [\w’'-]+)?\s+$",
    re.IGNORECASE,
)
ALL = re.compile(r"\b(?:in all|altogether|in total|number of [\w ]+)", re.IGNORECASE)
COUNTS = re.compile(
    r"\b(?:ris(?:en|es|e|ing)|rose|climb\w*|increas\w+|gr[eo]w\w*|jump\w*|st(?:ood|ands)|pass(?:ed|es)|reach\w*|so far|now|by"
    r"|total|tally|count|up to)\b",
    re.IGNORECASE,
)


def tolls(told: Statement, lemma: str) -> frozenset[str]:
    """The family of all tolls, where it counts the dead of such a thing, or all dead by its day ('63 people had died')."""
    if told.claim.status not in OVER or DEADLY.isdisjoint(families(lemma, told.type)):
        return frozenset()
    if not _are_many(told, lemma) or _is_part(told):
        return frozenset()
    causes = sorts(told) if told.type in TYPES else sorts(told) - {BLOW}
    is_all = told.type == DEATH and grows(told) and FORCE.search(told.sentence) is None
    return TOLL if causes or is_all else frozenset()


def sorts(told: Statement) -> frozenset[str]:
    """Which sorts of things its sentence tells of."""
    there = frozenset(_words(told.sentence))
    return frozenset(sort for sort, things in _things().items() if not there.isdisjoint(things))


def is_of_tolls(names: frozenset[str]) -> bool:
    """Whether one of these families is that of tolls."""
    return not names.isdisjoint(TOLL)


def are_two_tolls(a: Statement, b: Statement) -> bool:
    """Whether the one counts the dead of cholera, and the other those of measles or of a flood, or neither says of what."""
    some, others = sorts(a), sorts(b)
    if some.isdisjoint(others) and (bool(some) == bool(others)):
        return True
    named, known = (frozenset(_words(one.sentence)) & _apart() for one in (a, b))
    return bool(named) and bool(known) and named.isdisjoint(known)


def grows(told: Statement) -> bool:
    """Whether it counts all who had died by its day ('has killed 31', 'the toll stood at 108')."""
    if told.lemma in SUMS:
        return COUNTS.search(_around(told)) is not None
    start = max(0, told.trigger.start - told.start)
    return (GROWS.search(told.sentence[:start]) or ALL.search(told.sentence[:start])) is not None


def _are_many(told: Statement, lemma: str) -> bool:
    """Whether several are counted, or all ('the toll'), and none has a name."""
    if any(role.actor.kind is ActorKind.PERSON for role in told.roles):
        return False
    counted = [one.low for one in told.quantities if one.what == KILLED]
    if counted:
        return any(low > 1 for low in counted)
    if lemma in SUMS:
        return wording.is_definite(told) or COUNTED.search(_before(told)) is not None
    return COUNTED.search(_around(told)) is not None and any(role.actor.kind is ActorKind.PEOPLE for role in told.roles)


def _is_part(told: Statement) -> bool:
    """Whether it tells of some of the dead only."""
    return (PART.search(_before(told)) or OF_A_DAY.search(told.sentence)) is not None


def _before(told: Statement) -> str:
    start = max(0, told.trigger.start - told.start)
    return told.sentence[max(0, start - NEAR) : start]


def _around(told: Statement) -> str:
    start, end = max(0, told.trigger.start - told.start), max(0, told.trigger.end - told.start)
    return told.sentence[max(0, start - NEAR) : end + NEAR]


def _words(text: str) -> list[str]:
    return [_singular(word) for word in WORD.findall(text.casefold())]


def _singular(word: str) -> str:
    return word if word.endswith("ss") else word.removesuffix("s")


@lru_cache(maxsize=1)
def _things() -> dict[str, frozenset[str]]:
    return {row["sort"]: frozenset(map(_singular, row.words("things"))) for row in rows("tolls")}


@lru_cache(maxsize=1)
def _apart() -> frozenset[str]:
    """Things that differ from each other."""
    return frozenset(
        _singular(word) for row in rows("tolls") for word in row.words("things") if word not in row.words("general")
    )
