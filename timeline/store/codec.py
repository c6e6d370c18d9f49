"""Statements and corrected fields as JSON text and back, with nothing lost."""

from collections.abc import Callable
from typing import Any

import orjson

from timeline.model.span import TimeSpan
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

Content = dict[str, Any]


def text_of(value: Any) -> str:
    """JSON text; a dataclass is the dictionary of its fields."""
    return orjson.dumps(value).decode()


def value_of(text: str) -> Any:
    """What the JSON text says."""
    return orjson.loads(text)


def pack(statement: Statement) -> str:
    """A Statement as JSON text."""
    return text_of(statement)


def unpack(text: str) -> Statement:
    """The Statement that was packed."""
    content: Content = value_of(text)
    return Statement(**{**content, **{name: read(content[name]) for name, read in READERS.items() if name in content}})


def unpack_when(content: Content) -> When:
    """A When from its dictionary."""
    span = TimeSpan(**content["span"])
    return When(**{**content, "span": span, "because": tuple(content["because"])})


def _role(content: Content) -> Role:
    actor = content["actor"]
    lists = {name: tuple(actor.get(name, ())) for name in ("aliases", "called")}
    who = Actor(**{**actor, **lists, "kind": ActorKind(actor["kind"])})
    return Role(who, RoleName(content["name"]), content.get("start"), content.get("end"))


def _claim(content: Content) -> Claim:
    return Claim(Status(content["status"]), tuple(content["claimed_by"]))


def _link(content: Content) -> Link:
    return Link(**{**content, "relation": Relation(content["relation"])})


READERS: dict[str, Callable[[Any], Any]] = {
    "trigger": lambda content: Trigger(**content),
    "when": unpack_when,
    "roles": lambda contents: tuple(map(_role, contents)),
    "place": lambda content: Place(**content) if content else None,
    "quantities": lambda contents: tuple(Quantity(**content) for content in contents),
    "claim": _claim,
    "context": tuple,
    "apart": tuple,
    "links": lambda contents: tuple(map(_link, contents)),
}


def unpack_fields(text: str) -> Content:
    """Corrected fields of an Event (see `model.curation`) from the JSON text that `text_of` made of them."""
    content: Content = value_of(text)
    return {name: FIELD_READERS.get(name, _same)(value) for name, value in content.items()}


def _same(value: Any) -> Any:
    return value


FIELD_READERS: dict[str, Callable[[Any], Any]] = {
    "when": unpack_when,
    "actors": READERS["roles"],
    "place": READERS["place"],
    "status": Status,
    "claimed_by": tuple,
}
