"""Plain dictionaries of the nouns, in the shapes that CONTRACT fixes; keys in its order, values ready for JSON."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from timeline.model.days import iso_day
from timeline.model.document import Document
from timeline.model.span import TimeSpan
from timeline.model.statement import Link, Place, Quantity, Role, Statement
from timeline.model.time import TimeExpression, When

Shape = dict[str, Any]

EVENT_FIELDS = (
    "id", "headline", "type", "mode", "when", "actors", "place", "quantities", "status", "claimed_by", "salience",
    "reports", "quote", "marks", "source", "curated", "created", "updated",
)  # fmt: skip


def reading_shape(document: Document, statements: Sequence[Statement], times: Sequence[TimeExpression]) -> Shape:
    """A Document with what was read in it, kept nowhere: its text, its blocks, its times, its Statements."""
    return {
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "published_from": document.published_from,
        "place": document.place,
        "language": document.language,
        "body": document.body,
        "blocks": [asdict(block) for block in document.blocks],
        "times": [expression_shape(document.label, found) for found in times],
        "statements": [statement_shape(document.label, statement) for statement in statements],
    }


def expression_shape(document: str, expression: TimeExpression) -> Shape:
    """A line of `tag`."""
    return {
        "document": document,
        "start": expression.start,
        "end": expression.end,
        "text": expression.text,
        "type": expression.type,
        "value": expression.value,
        "edtf": expression.span.edtf,
        "earliest": expression.span.earliest,
        "latest": expression.span.latest,
        "rule": expression.rule,
        "basis": expression.basis,
        "because": list(expression.because),
    }


def statement_shape(document: str, statement: Statement) -> Shape:
    """A line of `extract`."""
    return {
        "document": document,
        "sentence": statement.sentence,
        "start": statement.start,
        "end": statement.end,
        "trigger": {
            "text": statement.trigger.text,
            "start": statement.trigger.start,
            "end": statement.trigger.end,
        },
        "headline": statement.headline,
        "type": statement.type,
        "mode": statement.mode,
        "when": when_shape(statement.when),
        "actors": [role_shape(role) for role in statement.roles],
        "place": place_shape(statement.place),
        "quantities": [quantity_shape(quantity) for quantity in statement.quantities],
        "status": statement.claim.status.value,
        "claimed_by": list(statement.claim.claimed_by),
        "links": [link_shape(link) for link in statement.links],
        "salience": statement.salience,
    }


def span_shape(span: TimeSpan) -> Shape:
    """EDTF, outer bounds and core."""
    core = span.core
    return {
        "edtf": span.edtf,
        "earliest": span.earliest,
        "latest": span.latest,
        "precision": span.precision,
        "core": {"from": iso_day(core[0]), "to": iso_day(core[1])} if core else None,
    }


def when_shape(when: When) -> Shape:
    """A Statement's date with the way it was had."""
    return {
        **span_shape(when.span),
        "likely": when.likely,
        "basis": when.basis,
        "because": list(when.because),
        "because_earliest": when.because_earliest,
        "because_latest": when.because_latest,
        "text": when.text,
        "start": when.start,
        "end": when.end,
        "rule": when.rule,
    }


def role_shape(role: Role) -> Shape:
    """An actor with its role."""
    return {
        "name": role.actor.name,
        "role": role.name.value,
        "kind": role.actor.kind.value,
        "country": role.actor.country,
        "acts_for": role.actor.acts_for,
        "start": role.start,
        "end": role.end,
    }


def place_shape(place: Place | None) -> Shape | None:
    """A place, or None."""
    if place is None:
        return None
    return {
        "name": place.name,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
    }


def quantity_shape(quantity: Quantity) -> Shape:
    """A number with its unit and words."""
    return {
        "what": quantity.what,
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "text": quantity.text,
    }


def link_shape(link: Link) -> Shape:
    """A link to another Statement of the same document."""
    return {
        "relation": link.relation.value,
        "statement": link.statement,
        "because": link.because,
        "sieve": link.sieve,
        "strong": link.is_strong,
    }
