"""Documents and Statements made by hand, for tests of the chronology and the store."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from timeline.chronology import merge
from timeline.model import edtf
from timeline.model.document import Block, BlockKind, Document, Source
from timeline.model.event import Event, Evidence
from timeline.model.span import UNKNOWN
from timeline.model.statement import (
    Actor,
    ActorKind,
    Claim,
    Link,
    Place,
    Quantity,
    Relation,
    Role,
    RoleName,
    Statement,
    Status,
    Trigger,
)
from timeline.model.time import When

STATES = {"Norland": "NO", "Sudmark": "SD", "Estria": "EE"}
PARTS = {"agent": "by", "target": "on", "participant": "of", "mediator": "through"}
PLACES = {"Port Vale": "NO", "Mirton": "SD", "Sund": "EE"}

ATTACK = {"by": "Norland", "on": "Sudmark", "date": "2025-10-11"}
TALKS = {"lemma": "talk", "kind": "consult", "of": ["Norland", "Sudmark"], "at": "Port Vale", "date": "2025-10-18"}
TRUCE = {"lemma": "ceasefire", "kind": "retreat", "mode": "ceasefire"}
CONTEXT = ("norland", "sudmark")
TOLD_LATER = {"date": "[..2025-10-20]", "basis": "published"}


def document(*sentences: str, url: str | None = None, published: str | None = "2025-10-29", **more: Any) -> Document:
    """A Document whose body is these sentences."""
    body = " ".join(sentences)
    day = datetime.date.fromisoformat(published) if published else None
    outlet = Source(more.pop("outlet")) if "outlet" in more else None
    return Document(
        body, (Block(BlockKind.TEXT, 0, len(body)),), url=url, published=day,
        published_from="option" if day else None, source=outlet, **more,
    )  # fmt: skip


def when(text: str | None, basis: str = "stated", **more: Any) -> When:
    """The date an EDTF text means."""
    return When(edtf.parse(text) if text else UNKNOWN, basis if text else "none", **more)


NEWS = when("[..2025-12-01]", "published", likely="2025-12-01")


def actor(name: str, **more: Any) -> Actor:
    """An actor; the made-up states are states, 'X of Norland' is a person who acts for it."""
    if name in STATES:
        return Actor(name, ActorKind.STATE, STATES[name], **more)
    state = name.rpartition(" of ")[2]
    if state in STATES:
        return Actor(name, more.pop("kind", ActorKind.PERSON), STATES[state], state, **more)
    return Actor(name, **more)


def roles(**parts: str | Sequence[str]) -> tuple[Role, ...]:
    """roles(agent='Norland', target=['Sudmark'])."""
    listed = {part: [names] if isinstance(names, str) else names for part, names in parts.items()}
    return tuple(Role(actor(name), RoleName(part)) for part, names in listed.items() for name in names)


def place(name: str) -> Place:
    """A made-up place with its country."""
    return Place(name, PLACES.get(name), 50.0, 10.0)


def link(relation: str, statement: int, *, is_strong: bool = True) -> Link:
    """A link to another Statement of the same document."""
    return Link(Relation(relation), statement, "then", "connective" if is_strong else "narrative", is_strong)


def toll(low: float, high: float | None = None) -> tuple[Quantity, ...]:
    """So many killed."""
    return (Quantity("killed", low, low, low if high is None else high, "people", f"{low:g} people"),)


def statement(lemma: str = "attack", kind: str = "assault", *, text: str | None = None, **more: Any) -> Statement:
    """A Statement; `date` is EDTF, `by` and `on` are agents and targets, `at` the place, `status` and `claimed` its claim."""
    date, basis = more.pop("date", None), more.pop("basis", "stated")
    parts = {role: more.pop(word, ()) for role, word in PARTS.items()}
    at, status, claimed = more.pop("at", None), more.pop("status", "asserted"), more.pop("claimed", ())
    sentence = text or f"There was a {lemma}."
    start = more.pop("start", 0)
    trigger = start + max(sentence.find(lemma), 0)
    return Statement(
        **{
            "sentence": sentence, "start": start, "end": start + len(sentence),
            "trigger": Trigger(lemma, trigger, trigger + len(lemma)), "lemma": lemma, "headline": f"{lemma.capitalize()} told",
            "type": kind, "mode": None, "when": more.pop("when", None) or when(date, basis), "roles": roles(**parts),
            "place": place(at) if at else None, "claim": Claim(Status(status), tuple(claimed)), **more,
        }
    )  # fmt: skip


def evidence(
    told: Statement, *, text: str = "a", number: int = 0, published: str | None = "2025-10-29", by: int = 1000
) -> Evidence:
    """A Statement of the document (and text) with that name, `by` characters behind the one before it (0: in one sentence)."""
    day = datetime.date.fromisoformat(published) if published else None
    return Evidence(f"document {text}", f"text {text}", day, number, moved(told, by * number), f"http://{text}")


def moved(told: Statement, by: int) -> Statement:
    """The Statement so many characters further on in its text."""
    trigger = Trigger(told.trigger.text, told.trigger.start + by, told.trigger.end + by)
    return replace(told, start=told.start + by, end=told.end + by, trigger=trigger)


def told(*statements: Statement) -> tuple[Event, ...]:
    """The Events of these Statements, each in a document of its own."""
    return merge([evidence(one, text=str(number)) for number, one in enumerate(statements)])


def pointing(before: str, **more: Any) -> Statement:
    """A Statement whose trigger has these words before it."""
    one = statement(**more)
    sentence = f"{before} {one.trigger.text} held."
    trigger = replace(one.trigger, start=len(before) + 1, end=len(before) + 1 + len(one.trigger.text))
    moved = replace(trigger, start=trigger.start + 100, end=trigger.end + 100)
    return replace(one, sentence=sentence, start=100, end=100 + len(sentence), trigger=moved, context=CONTEXT)


def around(before: str, after: str, **more: Any) -> Statement:
    """A Statement with these words before and after its trigger."""
    one = pointing(before, **more)
    return replace(one, sentence=f"{before} {one.trigger.text} {after}")
