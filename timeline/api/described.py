"""Fields for the schemas of what goes out: always there, described, null where they may be. Shapes may grow."""

from typing import Any

from marshmallow import EXCLUDE, Schema, fields, validate


class Shape(Schema):
    """A shape that goes out; the OpenAPI document lets further fields come."""

    class Meta:
        """What marshmallow asks for."""

        unknown = EXCLUDE


class AnyOf(fields.Field):
    """One of several shapes."""

    def __init__(self, *options: fields.Field, **more: Any) -> None:
        super().__init__(**more)
        self.options = options


def any_of(converter: Any, field: fields.Field, **_: Any) -> dict[str, Any]:
    """What apispec is to say of an AnyOf."""
    if not isinstance(field, AnyOf):
        return {}
    return {"anyOf": [converter.field2property(option) for option in field.options]}


def text_field(meaning: str | None = None, *, choices: Any = None, null: bool = False) -> fields.String:
    """A text field that is always there."""
    return fields.String(
        required=True,
        allow_none=null,
        validate=validate.OneOf([*choices, *([None] if null else [])]) if choices else None,
        metadata={"description": meaning} if meaning else {},
    )


def number_field(meaning: str | None = None, *, null: bool = False) -> fields.Float:
    """A number that is always there."""
    return fields.Float(required=True, allow_none=null, metadata={"description": meaning} if meaning else {})


def count_field(meaning: str) -> fields.Integer:
    """A whole number that is always there."""
    return fields.Integer(required=True, metadata={"description": meaning})


def switch_field(meaning: str) -> fields.Boolean:
    """True or false, always there."""
    return fields.Boolean(required=True, metadata={"description": meaning})


def texts_field(meaning: str) -> fields.List:
    """A list of texts, empty when there are none."""
    return fields.List(fields.String(), required=True, metadata={"description": meaning})


def each_of(schema: type[Schema], meaning: str | None = None) -> fields.List:
    """A list of shapes, empty when there are none."""
    return fields.List(fields.Nested(schema), required=True, metadata={"description": meaning} if meaning else {})


def one_of(schema: type[Schema], meaning: str | None = None, *, null: bool = False) -> fields.Nested:
    """One shape, always there."""
    return fields.Nested(schema, required=True, allow_none=null, metadata={"description": meaning} if meaning else {})


def offsets_field(*, null: bool = False) -> fields.List:
    """[start, end] in characters."""
    return fields.List(fields.Integer(), required=True, allow_none=null, validate=validate.Length(equal=2))


def places_field(meaning: str, *, null: bool = False) -> fields.List:
    """A column of whole numbers, empty when there are none; `null`: single ones may be missing."""
    return fields.List(fields.Integer(allow_none=null), required=True, metadata={"description": meaning})
