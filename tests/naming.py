"""Naming: names of actors, and texts in which they do something."""

from tests.making import document, statement
from timeline import ingest
from timeline.model.appearance import Appearance
from timeline.model.statement import Actor, ActorKind, Role, RoleName
from timeline.store.people import find_actors

PERSON, STATE, UNKNOWN = ActorKind.PERSON, ActorKind.STATE, ActorKind.UNKNOWN
BODY, FIRM, ARMED = ActorKind.ORGANISATION, ActorKind.COMPANY, ActorKind.ARMED_GROUP
NAMES = [
    ("Mohsin Naqvi", PERSON, "PK"), ("Syed Mohsin Naqvi", PERSON, "PK"), ("Mr Naqvi", PERSON, None), ("Naqvi", UNKNOWN, None),
    ("Shehbaz Sharif", PERSON, "PK"), ("Nawaz Sharif", PERSON, "PK"), ("Sharif", PERSON, "PK"),
    ("Turkey", STATE, "TR"), ("Türkiye", STATE, "TR"),
    ("IAEA", BODY, None), ("International Atomic Energy Agency", BODY, None), ("the I.A.E.A.", UNKNOWN, None),
    ("Halden Robotics Inc.", FIRM, "NO"), ("Halden Robotics", UNKNOWN, None), ("Georgia", STATE, "GE"), ("Georgia", PERSON, None),
    ("Georgia", UNKNOWN, None), ("negotiators", ActorKind.PEOPLE, None),
]  # fmt: skip
ONE = [
    {"Mohsin Naqvi", "Syed Mohsin Naqvi", "Mr Naqvi", "Naqvi"}, {"Shehbaz Sharif"}, {"Nawaz Sharif"}, {"Sharif"},
    {"Turkey", "Türkiye"}, {"IAEA", "International Atomic Energy Agency", "the I.A.E.A."},
    {"Halden Robotics Inc.", "Halden Robotics"}, {"Georgia"}, {"Georgia"}, {"Georgia"}, {"negotiators"},
]  # fmt: skip


def seen(*names):
    return [Appearance(number, *each) for number, each in enumerate(names)]


def tell(store, number, name, kind=UNKNOWN, country=None, **more):
    """A text in which somebody of that name does something of its own."""
    told = statement(
        "visit", "consult", text=f"A visit of text {number}.", date=f"2025-{1 + number % 12:02}-01", at="Sund"
    )
    somebody = Actor(name, kind, country, **more)
    object.__setattr__(told, "roles", (Role(somebody, RoleName.AGENT),))
    return ingest.record(store, document(told.sentence, url=f"http://made.up/{number}"), [told])


def cast(store):
    """Every actor's names with the numbers of its events, without ids."""
    return sorted(
        (each["name"], each["kind"], tuple(each["aliases"]), each["events"])
        for each in find_actors(store, limit=500).items
    )


def named(store, name):
    return next(each for each in find_actors(store, limit=500).items if name in (each["name"], *each["aliases"]))
