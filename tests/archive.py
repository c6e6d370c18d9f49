"""An archive: eighty documents, always the same ones, made once in each process, and every event that they tell."""

import random

from tests.making import actor, document, link, statement, toll
from timeline import ingest
from timeline.model.filters import Filters
from timeline.model.statement import ActorKind, Role, RoleName
from timeline.store.queries import find_events, get_event

DATES = [
    "2025-10-11", "2025-10-12", "2025-10", "2025", "199X", "-0043-03-15", "Y12025", "2025-10-11/2025-10-20",
    "[..2025-10-29]", "[2025-10-11..2025-10-29]", "[2025-10-29..]", "XXXX-10-11", "2025-10-18T14:30:00Z", None,
]  # fmt: skip
GUESSES = [None, "2025-10-14", "2025-10-27/2025-10-28", "-0043-03", "2025-10"]
KINDS = [
    ("attack", "assault", "aerial"),
    ("attack", "assault", None),
    ("talk", "consult", None),
    ("quake", "disaster", None),
]
NAMES = ["Norland", "Sudmark", "Estria", "Minister of Norland", "Army of Sudmark", "Red Hand", "Željko Ñuñez"]
WORDS = ["border", "cross-border", "café", "night", "Москва", "12", "O'Neill"]
FIELDS = {
    "actor": [*NAMES, "norland", "Norland alias", "nobody"], "actors_all": NAMES, "actor_country": ["NO", "sd", "XX"],
    "role": list(RoleName), "type": ["assault", "consult", "disaster"], "mode": ["aerial"],
    "place": ["sund", "Mirton", "nowhere"], "country": ["ee", "SD"], "status": ["asserted", "alleged", "planned"],
    "claimed_by": ["Norland", "norland alias", "Red Hand"], "basis": ["stated", "ordered", "published", "none"],
    "precision": ["day", "month", "bounds", "interval"], "source": ["The Gazette", "courier"], "document": [],
}  # fmt: skip
QUERIES = [
    "border", "BORDER night", '"cross border"', "cross-border", "caf*", "cafe -night", "Москва OR 12", "moskva", "москв*",
    "-night", "-night -12", "-night OR 12", '-"cross border" OR -café', "-!!!",
    "", "!!!", '"', "(border", "border)", "a OR", "AND", "NEAR(border night)", "*", "o'neill", "words:border",
    "night^2", "' OR 1=1 --", "border & night", "!night", "a:*", "<->",
]  # fmt: skip


def filled(store):
    """80 documents, always the same ones."""
    chance = random.Random(7)
    for number in range(80):
        told = [_made(chance, place) for place in range(chance.randint(1, 3))]
        outlet = chance.choice(["The Gazette", "Courier", None])
        more = {"outlet": outlet} if outlet else {}
        text = document(*(one.sentence for one in told), f"Text {number}.", url=f"http://made.up/{number}", **more)
        ingest.record(store, text, told)


def _made(chance, number):
    lemma, kind, mode = chance.choice(KINDS)
    text = f"The {lemma} was near the {chance.choice(WORDS)} by {chance.choice(WORDS)}."
    parts = {part: chance.choice([(), (), *NAMES]) for part in ("by", "on", "of", "through")}
    made = statement(
        lemma, kind, text=text, start=100 * number, mode=mode,
        date=chance.choice(DATES), basis=chance.choice(["stated", "ordered"]),
        at=chance.choice([None, "Sund", "Mirton"]), status=chance.choice(["asserted", "alleged", "planned"]),
        claimed=chance.choice([(), ("Norland",), ("Red Hand",)]), salience=chance.choice([0.1, 0.5, 0.75]),
        quantities=chance.choice([(), toll(12)]), **parts,
        links=(link(chance.choice(["after", "before"]), 0, is_strong=chance.random() < 0.5),) if number else (),
    )  # fmt: skip
    if made.when.span.width is None or made.when.span.precision == "bounds":
        object.__setattr__(made.when, "likely", GUESSES[(number + len(text)) % len(GUESSES)])
    object.__setattr__(made, "roles", tuple(_with_alias(role) for role in made.roles))
    return made


def _with_alias(role):
    kind = ActorKind.ORGANISATION if role.actor.name.startswith("Army") else role.actor.kind
    known = actor(role.actor.name)
    object.__setattr__(known, "kind", kind)
    object.__setattr__(known, "aliases", (f"{known.name} alias",))
    return Role(known, role.name)


def told(store):
    """Every event with its evidence, in the order of listing."""
    page = find_events(store, Filters(), limit=500)
    assert page.next is None
    return [get_event(store, event["id"]) for event in page.events]
