"""The types of happenings and their modes, with meanings: PLOVER's sixteen (openeventdata/PLOVER) and ours for other news."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventType:
    """A type, what it covers, and the modes that may refine it."""

    name: str
    meaning: str
    modes: tuple[str, ...] = ()


TYPES: tuple[EventType, ...] = (
    EventType("agree", "agree to, accept or settle: a deal, a truce, terms"),
    EventType("consult", "meet, visit, talk, negotiate, mediate", ("visit", "third-party", "multilateral", "phone")),
    EventType("support", "back, praise, offer help in words, recognise, defend, sign a treaty"),
    EventType("concede", "yield, ease, apologise, resign under pressure, lift a measure"),
    EventType("cooperate", "work together in deed: economic, military, judicial, intelligence"),
    EventType("aid", "give material help: money, food, arms, asylum, rescue"),
    EventType("retreat", "withdraw, surrender, free, cease fire", ("withdraw", "release", "return", "disarm", "ceasefire", "access", "resign")),
    EventType("request", "demand, ask, call for, appeal, urge"),
    EventType("accuse", "accuse, condemn, criticise, sue, investigate, allege"),
    EventType("reject", "refuse, deny, veto, fail to agree"),
    EventType("threaten", "threaten, warn, give an ultimatum"),
    EventType("protest", "demonstrate, strike, riot, boycott", ("demo", "riot", "strike", "hunger", "boycott", "obstruct")),
    EventType("sanction", "embargo, cut ties, expel, suspend, withdraw support", ("embargo", "discontinue", "expel", "convict")),
    EventType("mobilize", "deploy, arm, test, raise readiness", ("troops", "weapons", "police", "militia", "cyber")),
    EventType("coerce", "seize, arrest, abduct, restrict, ban, censor, deport", ("seize", "restrict", "ban", "censor", "martial-law", "arrest", "abduct", "deport", "withhold", "misinform", "cyber")),
    EventType("assault", "use force: attack, bomb, kill, fight", ("beat", "torture", "execute", "sexual", "assassinate", "primitive", "firearms", "explosives", "suicide-attack", "heavy-weapons", "aerial", "drone", "crowd-control", "destroy", "cleansing", "unconventional")),
    EventType("disaster", "earthquake, flood, storm, fire, drought, epidemic"),
    EventType("accident", "crash, collapse, explosion by mischance"),
    EventType("crime", "murder, robbery, fraud, smuggling, outside politics"),
    EventType("legal", "charge, trial, verdict, ruling, law passed"),
    EventType("election", "vote, poll, referendum, campaign, win or lose office"),
    EventType("appointment", "appoint, resign, dismiss, retire, succeed"),
    EventType("business", "merge, buy, launch, report results, hire or lay off"),
    EventType("science", "discover, publish, launch into space, cure"),
    EventType("sport", "match, win, record, transfer, tournament"),
    EventType("birth", "birth of a person"),
    EventType("death", "death of a person, burial"),
    EventType("statement", "speech that is itself the news: announce, declare, hail"),
    EventType("other", "a happening of no type above"),
)  # fmt: skip

TYPE_NAMES = frozenset(kind.name for kind in TYPES)
MODES = {kind.name: frozenset(kind.modes) for kind in TYPES}

FORCE = "assault"
BLOWS = frozenset({FORCE, "accident", "disaster", "crime"})  # what does harm
HARMS = BLOWS | {"death"}
UNGUIDED = frozenset({"accident", "disaster"})  # of these, what nobody does
SPOKEN = frozenset({"request", "accuse", "reject", "statement", "threaten"})  # words, none of which binds who says them
COMMENTS = SPOKEN | {"support"}
