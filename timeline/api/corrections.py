"""What a person may set in an event: the body of PATCH, checked, and made into what the chronology works with."""

import re
from collections.abc import Callable
from typing import Any

import marshmallow
from marshmallow import fields, validate

from timeline.api.schemas import KINDS, STATUSES, TYPE_NAMES
from timeline.errors import EdtfError, InputError, MergedError, NotFoundError
from timeline.model import edtf
from timeline.model.shapes import Shape
from timeline.model.span import UNKNOWN
from timeline.model.statement import Actor, ActorKind, Place, Role, RoleName, Status
from timeline.model.time import When
from timeline.model.types import MODES
from timeline.store.database import Store
from timeline.store.people import get_actor, named_actor

LONGEST = 300  # characters of a headline or a name
MOST = 100  # actors, or claimants
UNKEPT = re.compile("[\0\ud800-\udfff]")
BY_HAND = "curated"  # the basis of a date that a person set


def kept_text(meaning: str, *checks: Callable[[str], None], **options: Any) -> fields.String:
    """A text of one to three hundred characters that every database keeps."""
    checked = [validate.Length(1, LONGEST), _is_kept, *checks]
    return fields.String(validate=checked, metadata={"description": meaning}, **options)


def _is_kept(text: str) -> None:
    if UNKEPT.search(text) or not text.strip():
        raise marshmallow.ValidationError("No text that can be kept.")


def _is_date(text: str) -> None:
    try:
        edtf.parse(text)
    except EdtfError as error:
        raise marshmallow.ValidationError(
            f"{text!r} is no date in EDTF, such as 2025-10-11 or [2025-10-11..2025-10-29]"
        ) from error


class NewWhen(marshmallow.Schema):
    """When it was."""

    edtf = kept_text(
        "EDTF, such as 2025-10-11 or [2025-10-11..2025-10-29]; null: nobody knows",
        _is_date,
        required=True,
        allow_none=True,
    )
    likely = kept_text("best single guess, EDTF", _is_date, allow_none=True)


class NewPlace(marshmallow.Schema):
    """Where it was."""

    name = kept_text("its name", required=True)
    country = fields.String(
        allow_none=True, validate=validate.Regexp("^[A-Z]{2}$"), metadata={"description": "ISO 3166 alpha-2"}
    )
    latitude = fields.Float(allow_none=True, validate=validate.Range(-90, 90), metadata={"description": "degrees"})
    longitude = fields.Float(allow_none=True, validate=validate.Range(-180, 180), metadata={"description": "degrees"})


class NewActor(marshmallow.Schema):
    """Who took part: an actor that is known, by id or name, or a new one."""

    id = fields.String(metadata={"description": "of an actor in /v1/actors"})
    name = kept_text("its name; of a known actor the rest need not be said")
    role = fields.String(
        required=True,
        validate=validate.OneOf([role.value for role in RoleName]),
        metadata={"description": "what it is to the event"},
    )
    kind = fields.String(validate=validate.OneOf(KINDS), metadata={"description": "what sort of actor it is"})
    country = fields.String(
        allow_none=True, validate=validate.Regexp("^[A-Z]{2}$"), metadata={"description": "ISO 3166 alpha-2"}
    )
    acts_for = kept_text("the state it acts for", allow_none=True)

    @marshmallow.validates_schema
    def _named(self, data: dict[str, Any], **_: Any) -> None:
        if ("id" in data) == ("name" in data):
            raise marshmallow.ValidationError("Give either id or name.", "name")


class EventPatch(marshmallow.Schema):
    """Fields of an event to be set; what is not given stays as it is."""

    headline = kept_text("what happened, in a few words")
    type = fields.String(validate=validate.OneOf(TYPE_NAMES), metadata={"description": "see /v1/types"})
    mode = fields.String(allow_none=True, metadata={"description": "one of the type's modes, or null"})
    when = fields.Nested(NewWhen)
    actors = fields.List(
        fields.Nested(NewActor), validate=validate.Length(max=MOST), metadata={"description": "all who took part"}
    )
    place = fields.Nested(NewPlace, allow_none=True)
    status = fields.String(validate=validate.OneOf(STATUSES), metadata={"description": "how firmly it is told"})
    claimed_by = fields.List(
        kept_text("a name"), validate=validate.Length(max=MOST), metadata={"description": "who says, or denies, it"}
    )
    salience = fields.Float(validate=validate.Range(0, 1), metadata={"description": "weight in the news"})
    hidden = fields.Boolean(
        truthy={True}, falsy={False}, metadata={"description": "true keeps it out of all lists, as if it were deleted"}
    )

    @marshmallow.validates_schema
    def _something(self, data: dict[str, Any], **_: Any) -> None:
        if not data:
            raise marshmallow.ValidationError("Nothing to change is given.")


def checked_patch(given: Shape) -> Shape:
    """A body as EventPatch reads it; InputError, with its first bad field as place, for one that it refuses."""
    try:
        body: Shape = EventPatch().load(given)
    except marshmallow.ValidationError as error:
        told, place = error.normalized_messages(), []
        while isinstance(told, dict):
            name, told = next(iter(told.items()))
            place += [] if name == "_schema" else [str(name)]
        raise InputError(told[0], place="/".join(place) or None) from error
    return body


def corrections(body: Shape, event: Shape, store: Store, *, by: str | None) -> dict[str, Any]:
    """The fields of a body (which EventPatch has checked) as `model.curation` has them; `event` is as it is served.

    InputError, with the place in the body, for a mode of another type, an actor nobody knows.
    """
    _check_mode(body, body.get("type", event["type"]))
    read = {
        "when": lambda given: _when(given, by),
        "actors": lambda given: tuple(_role(each, store, f"actors/{place}") for place, each in enumerate(given)),
        "place": lambda given: Place(**given) if given else None,
        "status": Status,
        "claimed_by": lambda given: tuple(dict.fromkeys(given)),
    }
    return {name: read[name](value) if name in read else value for name, value in body.items()}


def _check_mode(body: Shape, kind: str) -> None:
    mode = body.get("mode")
    if mode is not None and mode not in MODES[kind]:
        known = ", ".join(sorted(MODES[kind])) or "none"
        raise InputError(f"{mode!r} is no mode of {kind} (there are: {known})", place="mode")


def _when(given: Shape, by: str | None) -> When:
    span = edtf.parse(given["edtf"]) if given["edtf"] is not None else UNKNOWN
    return When(span, BY_HAND, (f"set by {by}" if by else "set by hand",), likely=given.get("likely"), text=None)


def _role(given: Shape, store: Store, place: str) -> Role:
    known = _known(given, store, place)
    kind = given.get("kind") or (known["kind"] if known else ActorKind.UNKNOWN)
    rest = {name: given[name] if name in given else known and known[name] for name in ("country", "acts_for")}
    name = known["name"] if known else given["name"]
    return Role(Actor(name, ActorKind(kind), rest["country"], rest["acts_for"]), RoleName(given["role"]))


def _known(given: Shape, store: Store, place: str) -> Shape | None:
    if "id" not in given:
        return named_actor(store, given["name"], kind=given.get("kind"))
    try:
        return get_actor(store, given["id"])
    except MergedError as merged:
        return get_actor(store, merged.into)
    except NotFoundError as error:
        raise InputError(str(error), place=f"{place}/id") from error
