"""Downfalls: whoever is driven from office is gone, a town that has fallen is lost, in whatever word a text tells it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from timeline.chronology.party import Names, parties_in
from timeline.chronology.story import countries, stem
from timeline.lexicon import Row, rows
from timeline.model.statement import OVER, ActorKind, RoleName, Statement

SIGN = "downfall-"  # begins the name of such a family
TAKEN, RETAKEN = f"{SIGN}taken-", f"{SIGN}retaken-"
TOWN, RETAKE, GOVERNMENT = "town", "retake", "government"
ANY = "any"  # type
NAME = r"((?:[A-Z][\w’'-]*[\w-] )*[A-Z][\w’'-]*[\w-])"
SMALL = "a|an|back|city|control|into|its|key|of|over|port|the|their|town|village"
DESCRIBED = r"[a-z-]+(?:al|an|ant|ed|ern|ic|ing|y)"
NO_PART = (
    r"(?![’'])(?! (?:air|airport|army|barracks|base|bridge|camp|county|dam|district|garrison|hospital|mine|mission|port|prison"
    r"|province|region|road|square|state|station|university)\b)"
)
OBJECT = re.compile(rf"(?: (?:{SMALL}|{DESCRIBED}))* {NAME}\b{NO_PART}")
SOON = r"(?:,[^,]{1,60},)?(?: (?:again|also|finally|first|had|has|have|itself|too|\w+ly))*"
PASSIVE = re.compile(rf"\b{NAME}{SOON} (?:was|were|been) (?:\w+ly )?$")
ASIDE = re.compile(rf"\b{NAME}, $")  # 'in Torvale, captured by'
BY = re.compile(r" (?:by|from|in|on|last|\w+ly)\b")
ACTIVE = re.compile(rf"\b{NAME}{SOON} $")
BACK = re.compile(r"(?: [\w’'-]+){0,4} back\b(?! (?:from|in|into|to)\b)")
RULE = r"(?:administration|cabinet|coalition|government|regime)"
WHOSE = re.compile(rf"\b{NAME}['’]s? (?:[a-z-]+ ){{0,2}}{RULE}\b|\b[Gg]overnment of (?:[a-z]+ ){{0,3}}{NAME}\b")
LESS = re.compile(
    r" (?:back|behind|below|by|from|ill|in line|in the polls|into|out|short|silent|to|under)\b"
)  # 'fell short of', 'fell to 30 percent'
TURNED = frozenset("capture get seize take win".split())


def downfalls(told: Statement, lemma: str) -> Names:
    """The families of such downfalls that it tells ('downfall-office-danso', 'downfall-taken-torvale')."""
    known = _rows().get(RETAKE if _is_back(told) else lemma.casefold(), ())
    if not known or told.claim.status not in OVER:
        return frozenset()
    found = [(row, is_own) for row, is_own in known if not {told.type, ANY}.isdisjoint(row.words("types"))]
    return frozenset(
        f"{SIGN}{row['sort']}-{name.casefold().replace(' ', '-')}"
        for row, is_own in found
        for name in _whom(told, row, is_own=is_own)
    )


def _whom(told: Statement, row: Row, *, is_own: bool) -> Iterator[str]:
    """The persons or the town; "" where a town was won back that the sentence does not name."""
    if row["of"] == GOVERNMENT:
        yield from () if is_own and LESS.match(_after(told)) else _heads(told)
        return
    if row["of"] != TOWN:
        yield from _persons(told, is_own=is_own)
        return
    found = () if WHOSE.search(told.headline) else tuple(_towns(told, is_own=is_own))
    yield from found or ("",) if row["sort"] == "retaken" else found


def _is_back(told: Statement) -> bool:
    """'won Torvale back'."""
    return told.lemma in TURNED and BACK.match(_after(told)) is not None


def _heads(told: Statement) -> Iterator[str]:
    """The surname of whose government falls ('Ms Danso's coalition', 'the government of prime minister Karim Danso')."""
    found = WHOSE.search(told.headline)
    name = (found[1] or found[2]).split()[-1] if found else ""
    if name and stem(name.casefold()) not in countries():
        yield name


def _after(told: Statement) -> str:
    return told.sentence[max(0, told.trigger.end - told.start) :]


def _persons(told: Statement, *, is_own: bool) -> Iterator[str]:
    """Surnames of the persons to whom it is done; of those who do it themselves, where nobody else suffers it."""
    parties = parties_in(told)
    hit = [party for part, party in parties if part is RoleName.TARGET]
    some = hit or ([party for part, party in parties if part is RoleName.AGENT] if is_own else [])
    named = (party for party in some if party.is_person and party.is_particular)
    yield from (party.surname or min(party.names) for party in named)


def _towns(told: Statement, *, is_own: bool) -> Iterator[str]:
    """The name that is the object of the trigger, or its subject where that is in the passive or tells what befalls it.

    'captured the strategic town of Torvale', but not 'in Torvale', 'the airport of Torvale' or 'Torvale province'.
    """
    start, end = max(0, told.trigger.start - told.start), max(0, told.trigger.end - told.start)
    before, after = told.sentence[:start], told.sentence[end:]
    aside = ASIDE.search(before) if BY.match(after) else None
    some = [ACTIVE.search(before)] if is_own else [OBJECT.match(after), PASSIVE.search(before), aside]
    persons = {role.actor.name for role in told.roles if role.actor.kind is ActorKind.PERSON}
    yield from (found[1] for found in some if found and found[1] not in persons)


@lru_cache(maxsize=1)
def _rows() -> dict[str, list[tuple[Row, bool]]]:
    """For each word the rows it stands in, and whether it tells what somebody or something does itself."""
    found: defaultdict[str, list[tuple[Row, bool]]] = defaultdict(list)
    for row in rows("downfalls"):
        for column in ("words", "own"):
            for word in row.words(column):
                found[word].append((row, column == "own"))
    return found
