"""A database of very many made-up events, written straight into the tables: python -m benchmarks.crowd FILE.db COUNT [SEED].

For measuring what reads and draws, not what parses: dates of every kind of certainty over some years, actors, places, claims.
"""

import random
import sys
from collections.abc import Iterator
from typing import Any

import orjson
from ulid import ULID

from timeline.model import edtf
from timeline.model.days import calendar_day, day_number, parse_iso_day
from timeline.model.span import FAR, UNKNOWN, TimeSpan
from timeline.store import search
from timeline.store.database import SEQUENCE, Store, open_store
from timeline.store.migrate import upgrade
from timeline.store.tables import Actor, Event, EventActor, State

MOMENT = "2026-01-01T00:00:00.000000Z"
FIRST, LAST = day_number(2018, 1, 1), day_number(2025, 12, 31)
ACTORS = tuple(
    f"{word} {kind}"
    for word in ("Norland", "Sudmark", "Estria", "Vale", "Mirton")
    for kind in ("State", "Army", "Union", "Bank")
)
PLACES = ("Port Vale", "Mirton", "Sund", "Halm", "Odderby", "Long Reach", "Kestrel Bay", "Upper Fen")
TYPES = {
    "assault": ("Shells hit {place}", "{actor} raids {place}", "Convoy attacked near {place}"),
    "consult": ("{actor} meets envoys in {place}", "Talks open in {place}", "{actor} hosts a round of talks"),
    "agree": ("{actor} signs a deal", "Truce agreed at {place}"),
    "protest": ("Crowds march in {place}", "Dockers strike in {place}"),
    "statement": ("{actor} sets out its terms", "{actor} hails the vote"),
    "sanction": ("{actor} freezes accounts", "{actor} expels two diplomats"),
    "disaster": ("Flood in {place}", "Storm cuts off {place}"),
    "election": ("{place} votes", "{actor} concedes the count"),
    "business": ("{actor} buys a shipyard", "{actor} lays off 300"),
    "legal": ("Court in {place} rules on the levy", "{actor} charged"),
}  # fmt: skip
WEIGHTS = (20, 16, 8, 9, 14, 5, 6, 4, 10, 8)
STATUSES = ("asserted", "alleged", "denied", "planned", "hypothetical", "negated", "cancelled")
STATUS_WEIGHTS = (78, 9, 3, 5, 1, 2, 2)
ROLES = ("agent", "target")
DETAIL = orjson.dumps(
    {"because": [], "because_earliest": None, "because_latest": None, "text": None, "rule": None}
).decode()
BATCH = 2_000


def fill(store: Store, count: int, *, seed: int = 1) -> None:
    """Add so many events, always the same ones for a seed."""
    chance = random.Random(seed)
    database = store.database
    with database.atomic():
        actors = [_actor(number, name) for number, name in enumerate(ACTORS, 1)]
        Actor.insert_many(actors).execute(database)
        made = [_event(chance, number, actors) for number in range(len(ACTORS) + 1, len(ACTORS) + 1 + count)]
        for batch in _batches([row for row, _ in made]):
            Event.insert_many(batch).execute(database)
        parts = [part for _, taking_part in made for part in taking_part]
        for batch in _batches(parts):
            EventActor.insert_many(batch).execute(database)
        for row, _ in made:
            search.index(store, row["serial"], row["headline"], [row["place_name"] or ""])
        State.update(value=len(ACTORS) + 1 + count).where(State.name == SEQUENCE).execute(database)


def _actor(number: int, name: str) -> dict[str, Any]:
    identity = str(ULID.from_int((1 << 100) + number))
    return {
        "serial": number, "id": identity, "name": name, "name_key": name.casefold(), "kind": "organisation",
        "country": None, "acts_for": None,
    }  # fmt: skip


def _event(
    chance: random.Random, serial: int, actors: list[dict[str, Any]]
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A row of the event table, and those of who takes part."""
    kind = chance.choices(list(TYPES), WEIGHTS)[0]
    place = chance.choice([*PLACES, None])
    acting = chance.sample(actors, chance.choice((1, 1, 2)))
    told = {
        "id": str(ULID.from_int((1 << 110) + (chance.getrandbits(60) << 40) + serial)),
        "headline": chance.choice(TYPES[kind]).format(place=place or "the border", actor=acting[0]["name"]),
        "type": kind, "mode": None, "status": chance.choices(STATUSES, STATUS_WEIGHTS)[0],
        "salience": round(chance.betavariate(2, 4), 2), "reports": 1, "created": MOMENT, "updated": MOMENT,
    }  # fmt: skip
    span, basis, likely = _span(chance)
    shape = orjson.dumps(_shape(told, span, basis, likely, place, acting)).decode()
    row = {**told, **_columns(span, basis, likely), "serial": serial, "sequence": serial, "shape": shape}
    row |= {"place_name": place, "place_key": place.casefold() if place else None}
    return row, [_part(serial, number, actor) for number, actor in enumerate(acting)]


def _shape(
    told: dict[str, Any],
    span: TimeSpan,
    basis: str,
    likely: str | None,
    place: str | None,
    acting: list[dict[str, Any]],
) -> dict[str, Any]:
    """What is served of it."""
    core = span.core
    when = {
        "edtf": span.edtf, "earliest": span.earliest, "latest": span.latest, "precision": span.precision,
        "core": {"from": str(edtf.from_day(core[0])), "to": str(edtf.from_day(core[1]))} if core else None,
        "likely": likely, "basis": basis, "disputed": False,
    }  # fmt: skip
    return {
        **told, "when": when, "actors": [_role(actor, ROLES[number]) for number, actor in enumerate(acting)],
        "place": {"name": place, "country": None, "latitude": None, "longitude": None} if place else None,
        "claimed_by": [acting[0]["name"]] if told["status"] in ("alleged", "denied") else [], "quantities": [],
        "quote": f"{told['headline']}, it was reported.", "marks": {"trigger": None, "when": None},
        "source": {"name": "The Sund Courier", "url": "https://courier.example/1", "published": "2025-12-31"},
    }  # fmt: skip


def _columns(span: TimeSpan, basis: str, likely: str | None) -> dict[str, Any]:
    """When it was, as the table keeps it."""
    first, width = span.start_earliest if span.start_earliest is not None else span.end_latest, span.width
    guess = parse_iso_day(likely) if likely else None
    return {
        "disputed": False, "basis": basis, "precision": span.precision, "edtf": span.edtf,
        "start_earliest": span.start_earliest, "start_latest": span.start_latest,
        "end_earliest": span.end_earliest, "end_latest": span.end_latest,
        "likely": likely, "likely_first": guess, "likely_last": guess,
        "list_open": int(span.is_open), "list_day": FAR if first is None else first,
        "list_width": FAR if width is None else width, "list_rank": 0, "digest": "made up", "detail": DETAIL,
    }  # fmt: skip


def _part(event: int, number: int, actor: dict[str, Any]) -> dict[str, Any]:
    return {
        "event": event,
        "named": actor["serial"],
        "actor": actor["serial"],
        "role": ROLES[number],
        "country": None,
        "acts_for_key": None,
    }


def _role(actor: dict[str, Any], role: str) -> dict[str, Any]:
    return {key: actor[key] for key in ("id", "name", "kind", "country", "acts_for")} | {"role": role}


def _span(chance: random.Random) -> tuple[TimeSpan, str, str | None]:
    """A time as news gives it, how it was had, and a guess."""
    day = int(chance.triangular(FIRST, LAST, LAST - 200))
    draw = chance.random()
    year, month, _ = calendar_day(day)
    if draw < 0.68:
        return edtf.from_day(day), chance.choice(("stated", "resolved")), None
    if draw < 0.74:
        return edtf.month(year, month), "stated", None
    if draw < 0.76:
        return edtf.year(year), "stated", None
    if draw < 0.82:
        return edtf.interval(edtf.from_day(day), edtf.from_day(day + chance.randint(1, 40))), "stated", None
    if draw < 0.92:
        last = day + chance.randint(2, 60)
        guess = str(edtf.from_day(chance.randint(day, last))) if chance.random() < 0.5 else None
        return edtf.between(day, last), "ordered", guess
    if draw < 0.95:
        return edtf.between(None, day), "published", None
    if draw < 0.98:
        return edtf.between(day, None), "published", None
    return (edtf.yearless(month, 11), "stated", None) if draw < 0.985 else (UNKNOWN, "none", None)


def _batches(made: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    size = min(BATCH, 30_000 // max(len(made[0]), 1)) if made else BATCH  # SQLite's limit of variables
    for start in range(0, len(made), size):
        yield made[start : start + size]


def main(path: str, count: str, seed: str = "1") -> None:
    with open_store(f"sqlite:///{path}", must_be_current=False) as store:
        upgrade(store)
        fill(store, int(count), seed=int(seed))


if __name__ == "__main__":
    main(*sys.argv[1:])
