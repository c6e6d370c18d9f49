"""An Event as the dictionary that is served, and the words of its source that it quotes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from timeline.model.appearance import Key, key_of
from timeline.model.days import iso_day
from timeline.model.event import Event, Evidence
from timeline.model.shapes import Shape, place_shape, quantity_shape, span_shape
from timeline.model.statement import Statement

Marks = dict[str, list[int] | None]
REASONS = ("because", "because_earliest", "because_latest", "text", "rule")


@dataclass(frozen=True, slots=True)
class Kept:
    """A Statement that is kept: its row's number, its event's (None before it has one), its document's outlet."""

    serial: int
    event: int | None
    evidence: Evidence
    title: str | None
    url: str | None
    external_id: str | None
    source: str | None
    home: str | None

    @property
    def published(self) -> str | None:
        """The day its document was published, ISO 8601."""
        day = self.evidence.published
        return iso_day(day.toordinal()) if day else None


def event_shape(identity: str, event: Event, best: Kept, named: list[Shape], quote_chars: int) -> Shape:
    """What is served of an Event, all but 'created' and 'updated'. `named` is everyone in it (see `named_in`)."""
    quote, marks = quoted(best.evidence.statement, quote_chars)
    return {
        "id": identity,
        "headline": event.headline,
        "type": event.type,
        "mode": event.mode,
        "when": _when_shape(event),
        "actors": once(named),
        "place": place_shape(event.place),
        "quantities": [quantity_shape(quantity) for quantity in event.quantities],
        "status": event.status.value,
        "claimed_by": list(event.claimed_by),
        "salience": event.salience,
        "reports": event.reports,
        "quote": quote,
        "marks": marks,
        "source": {"name": best.source, "url": best.url, "published": best.published},
        "curated": list(event.curated),
    }


def detail_shape(event: Event, named: list[Shape]) -> Shape:
    """What is kept of an Event beside what lists serve: why its date is that, and everyone under every name."""
    return {**{name: getattr(event.when, name) for name in REASONS}, "named": named}


def named_in(event: Event, actors: dict[Key, str]) -> list[Shape]:
    """Everyone in an Event, under each name that its Statements give, the best one's first. `actors` gives ids."""
    return [_actor_shape(role, actors) for role in event.roles]


def once(named: Iterable[Shape]) -> list[Shape]:
    """Everyone once in each role, under the first name."""
    found: dict[tuple[str, str], Shape] = {}
    for actor in named:
        found.setdefault((actor["id"], actor["role"]), actor)
    return list(found.values())


def quoted(statement: Statement, limit: int) -> tuple[str, Marks]:
    """At most so many characters of the sentence, with the trigger among them, and where trigger and date words are.

    Marks are [start, end] in the quote, half-open, or None for what is not in it.
    """
    sentence = statement.sentence
    trigger = _inside(statement, statement.trigger.text, statement.trigger.start)
    first, last = _cut(sentence, trigger, limit)
    before = "…" if first > 0 else ""
    shift = len(before) - first
    when = _inside(statement, statement.when.text, statement.when.start)
    marks: Marks = {"trigger": _moved(trigger, first, last, shift), "when": _moved(when, first, last, shift)}
    return before + sentence[first:last] + ("…" if last < len(sentence) else ""), marks


def _when_shape(event: Event) -> Shape:
    return {
        **span_shape(event.when.span),
        "likely": event.when.likely,
        "basis": event.when.basis,
        "disputed": event.disputed,
    }


def _actor_shape(role: Any, actors: dict[Key, str]) -> Shape:
    actor = role.actor
    return {
        "id": actors[key_of(actor)],
        "name": actor.name,
        "kind": actor.kind.value,
        "country": actor.country,
        "acts_for": actor.acts_for,
        "role": role.name.value,
    }


def _inside(statement: Statement, text: str | None, start: int | None) -> tuple[int, int] | None:
    """Where words of the body lie in the sentence; None when they are not in it."""
    if text is None or start is None:
        return None
    place = start - statement.start
    if place < 0 or statement.sentence[place : place + len(text)] != text:
        place = statement.sentence.find(text)
    return (place, place + len(text)) if place >= 0 else None


def _cut(sentence: str, trigger: tuple[int, int] | None, limit: int) -> tuple[int, int]:
    """The first and last character (half-open) to quote: from the start if the trigger fits in, else around it."""
    if len(sentence) <= limit:
        return 0, len(sentence)
    kept = trigger or (0, 0)
    room = max(limit - 2, kept[1] - kept[0])  # two for the dots
    first = 0 if kept[1] <= room else min((kept[0] + kept[1] - room) // 2, len(sentence) - room)
    return _at_words(sentence, first, min(first + room, len(sentence)), kept)


def _at_words(sentence: str, first: int, last: int, kept: tuple[int, int]) -> tuple[int, int]:
    """The cut moved inwards to blanks, as long as the trigger stays whole."""
    if first > 0 and 0 <= (blank := sentence.find(" ", first, last)) < kept[0]:
        first = blank + 1
    if last < len(sentence) and (blank := sentence.rfind(" ", first, last + 1)) >= max(kept[1], first + 1):
        last = blank
    return first, last


def _moved(mark: tuple[int, int] | None, first: int, last: int, shift: int) -> list[int] | None:
    if mark is None or mark[0] < first or mark[1] > last:
        return None
    return [mark[0] + shift, mark[1] + shift]
