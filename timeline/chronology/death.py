"""Deaths: nobody dies twice. Whoever has a name was killed, or died, once, whoever is blamed for it."""

import re

from timeline.chronology import wording
from timeline.chronology.families import families
from timeline.chronology.party import Parties, parties_in
from timeline.model.statement import ActorKind, RoleName, Statement, Status

FATAL = frozenset({"die", "execute", "kill"})  # families
SURVIVED = frozenset(
    "claim hang hanging lose pass shoot shooting stab stabbing toll".split()
)  # unless it is 'shot dead'
SUFFERED = frozenset("death demise die drown drowning perish succumb".split()) | {"pass away"}  # told of who dies
HAPPENED = frozenset({Status.ASSERTED, Status.ALLEGED, Status.DENIED})
TO_DEATH = re.compile(r"^(?:\W+[\w’'-]+){0,5}?\W+(?:dead|to death)\b")
DEAD = re.compile(r"\b(?:dead|to death)$")


def slain(told: Statement) -> Parties:
    """Persons with a name who are told to be dead ('strangled her', 'the murder of Holm')."""
    parts = {RoleName.TARGET, RoleName.AGENT} if told.lemma in SUFFERED else {RoleName.TARGET}
    if told.claim.status not in HAPPENED or not any(role.name in parts for role in told.roles) or not is_fatal(told):
        return ()
    some = (party for part, party in parties_in(told) if part in parts)
    return tuple(party for party in some if party.kind is ActorKind.PERSON and party.is_particular)


def is_fatal(told: Statement) -> bool:
    """Whether whoever suffers it dies."""
    lemma = wording.lemma(told)
    if lemma not in SURVIVED and not families(lemma, told.type).isdisjoint(FATAL):
        return True
    after = told.sentence[max(0, told.trigger.end - told.start) :]
    return DEAD.search(told.trigger.text) is not None or TO_DEATH.match(after) is not None
