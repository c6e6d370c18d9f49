"""The page that compares what was known by two days: what came, what went, what was told otherwise."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import render_template, request

from timeline.ask import Arguments, understand
from timeline.errors import FilterError
from timeline.model.filters import MOST, Filters
from timeline.model.shapes import Shape
from timeline.store.queries import EventPage, find_events
from timeline.web import telling
from timeline.web.site import blueprint, store, takes

DAYS = ("earlier", "later")
ASKED = ("actor", "type", "place", "q")  # filters that the form has
COMPARED = MOST  # events of each day, the first in time; the page says when there are more


@dataclass(frozen=True, slots=True)
class Difference:
    """An event as it stood by the earlier and the later day, None where it was unknown, and what differs, in words."""

    before: Shape | None
    after: Shape | None
    changes: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """'new', 'gone', 'changed' or 'same'."""
        if self.before is None:
            return "new"
        if self.after is None:
            return "gone"
        return "changed" if self.changes else "same"

    @property
    def event(self) -> Shape:
        """As it stood last."""
        return self.after or self.before or {}


@blueprint.route("/compare")
@takes(*DAYS, *ASKED)
def compare() -> str | tuple[str, int]:
    """What was known by the days `earlier` and `later` (none: all that is known), side by side."""
    given = {name: request.args.get(name, "").strip() for name in (*DAYS, *ASKED)}
    if not given["earlier"]:
        return render_template("compare.html", given=given, found=None, error=None)
    try:
        before, after = (_filters(given, day) for day in DAYS)
        pages = [find_events(store(), filters, limit=COMPARED) for filters in (before, after)]
        found = list(differences(_with(pages[0], pages[1]), _with(pages[1], pages[0])))
    except FilterError as error:
        return render_template("compare.html", given=given, found=None, error=error), 422
    counts = {kind: sum(each.kind == kind for each in found) for kind in ("new", "changed", "gone", "same")}
    days = [filters.understood.get("as_of") for filters in (before, after)]
    is_cut = any(page.next for page in pages)
    context = {"found": found, "counts": counts, "days": days, "is_cut": is_cut, "compared": COMPARED}
    return render_template("compare.html", given=given, error=None, **context)


def _with(page: EventPage, other: EventPage) -> list[Shape]:
    """The events of a page, and those of the other day's that stand behind its end: they are not gone, only further down."""
    events = page.events
    known = {event["id"] for event in events}
    behind = tuple(event["id"] for event in other.events if event["id"] not in known) if page.next else ()
    return events + (find_events(store(), replace(page.filters, event=behind), limit=COMPARED).events if behind else [])


def _filters(given: Mapping[str, str], day: str) -> Filters:
    asked: Arguments = {name: [given[name]] for name in ASKED if given[name]}
    today = datetime.datetime.now(datetime.UTC).date()
    try:
        return understand({**asked, **({"as_of": [given[day]]} if given[day] else {})}, today=today)
    except FilterError as error:
        raise FilterError(error.message, place=day if error.place == "as_of" else error.place) from error


def differences(before: Sequence[Shape], after: Sequence[Shape]) -> Iterator[Difference]:
    """Each event of either list once, in the order of the later one; what is gone comes last."""
    then = {event["id"]: event for event in before}
    for event in after:
        old = then.pop(event["id"], None)
        yield Difference(old, event, tuple(_changes(old, event)) if old else ())
    yield from (Difference(event, None) for event in then.values())


def _changes(old: Shape, new: Shape) -> Iterator[str]:
    said: tuple[tuple[str, Any], ...] = (
        ("date", lambda event: telling.date_line(event["when"])),
        ("told as", lambda event: telling.claim_line(event["status"], event["claimed_by"])),
        ("where", lambda event: telling.place_line(event["place"]) or "unknown"),
        ("reports", lambda event: str(event["reports"])),
        ("sources", lambda event: "disagree" if event["when"]["disputed"] else "agree"),
    )
    for name, words in said:
        if words(old) != words(new):
            yield f"{name}: {words(old)} → {words(new)}"
