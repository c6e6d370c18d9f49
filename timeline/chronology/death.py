"""Deaths: nobody dies twice. Whoever has a name was killed, or died, once, whoever is blamed for it."""

import re

from timeline.chronology import wording
from timeline.chronology.families import families
from timeline.chronology.party import Parties, parties_in
from timeline.model.statement import OVER, ActorKind, RoleName, Statement

DEATH = "dead"  # begins a key
KILLED, SEVERAL = "killed", 3  # dead that are a toll: two are everywhere
DEADLY = frozenset({"die", "kill"})  # families
FATAL = DEADLY | {"execute"}
# Unless it is 'shot dead'.
SURVIVED = frozenset("claim hang hanging lose pass shoot shooting stab stabbing toll".split())
SUFFERED = frozenset("death demise die drown drowning perish succumb".split()) | {"pass away"}  # told of who dies
BLOWS = frozenset({"accident", "assault", "crime", "death", "disaster"})  # types; who is sentenced to death is alive
TO_DEATH = re.compile(r"^(?:,? \d+,?)?(?: \w+ly)? (?:dead|to death)\b")
DEAD = re.compile(r"\b(?:dead|to death)$")


def slain(told: Statement) -> Parties:
    """Persons with a name who are told to be dead ('strangled her', 'the murder of Holm')."""
    parts = {RoleName.TARGET, RoleName.AGENT} if told.lemma in SUFFERED else {RoleName.TARGET}
    if told.claim.status not in OVER or not any(role.name in parts for role in told.roles) or not is_fatal(told):
        return ()
    some = (party for part, party in parties_in(told) if part in parts)
    return tuple(party for party in some if party.kind is ActorKind.PERSON and party.is_particular)


def keys_of(dead: Parties) -> frozenset[str]:
    """By what the dead are found."""
    return frozenset(f"{DEATH} {name}" for party in dead for name in party.callings)


def is_fatal(told: Statement) -> bool:
    """Whether whoever suffers it dies."""
    lemma = wording.lemma(told)
    if lemma not in SURVIVED and not families(lemma, told.type).isdisjoint(FATAL):
        return True
    return told.type in BLOWS and (DEAD.search(told.trigger.text) is not None or _is_to_death(told))


def counts_dead(told: Statement) -> bool:
    """Whether it counts several dead."""
    return any(one.what == KILLED and one.low >= SEVERAL for one in told.quantities)


def _is_to_death(told: Statement) -> bool:
    """'stabbed to death', 'shot Holm, 41, dead', right behind the word or whom it befell: 'attacked Holm and left a guard dead'."""
    ends = (
        told.trigger.end,
        *(role.end for role in told.roles if role.name is RoleName.TARGET and role.end is not None),
    )
    return any(TO_DEATH.match(told.sentence[max(0, end - told.start) :]) is not None for end in ends)
