"""The pages of who acts: all of them with a search, and each with its names, its activity, its partners, its events."""

import datetime
from typing import Any
from urllib.parse import urlencode

from flask import redirect, render_template, request

from timeline.ask import answer, question
from timeline.errors import MergedError
from timeline.model.bins import AUTO
from timeline.model.filters import Filters
from timeline.model.shapes import Shape
from timeline.store.histogram import histogram
from timeline.store.partners import find_partners
from timeline.store.people import find_actors, get_actor
from timeline.web import drawing
from timeline.web.site import blueprint, store, takes

LISTED = 60  # actors on a page
SHOWN = 20  # events on an actor's page
PARTNERS, AROUND = 20, 12  # partners listed, and drawn around the actor


@blueprint.route("/actors")
@takes("q", "cursor")
def actor_list() -> str:
    """All who act, by name; `q` is part of a name."""
    q = request.args.get("q", "").strip() or None
    page = find_actors(store(), q=q, limit=LISTED, cursor=request.args.get("cursor"))
    again = {"q": q} if q else {}  # the cursor knows it; the field for it does not
    following = f"/actors?{urlencode({**again, 'cursor': page.next})}" if page.next else None
    return render_template("actors.html", actors=page.items, q=q, next_link=following)


@blueprint.route("/actors/<actor_id>")
@takes()
def actor(actor_id: str) -> Any:
    """One who acts, with the events that those who act for it are in, too. NotFoundError for no such id."""
    try:
        found = get_actor(store(), actor_id)
    except MergedError as error:
        return redirect(f"/actors/{error.into}", 301)
    today = datetime.datetime.now(datetime.UTC).date()
    listed = {"sort": ["-salience"], "limit": [str(SHOWN)], "count": ["exact"]}
    asked = question({"actor": [found["id"]], **listed}, today=today)
    page = answer(store(), asked)
    partners = [_partner(each) for each in find_partners(store(), found["id"], Filters(), limit=PARTNERS)]
    context: dict[str, Any] = {
        "partners": partners,
        "circle": drawing.circle(partners[:AROUND]),
        "actor": found,
        "total": found["events"] if page.total is None else page.total,
        "events": sorted(page.events, key=lambda event: event["when"]["earliest"] or event["when"]["latest"] or ""),
        "activity": drawing.bars(histogram(store(), Filters(actor=(found["id"],)), kind=AUTO)),
        "all_link": f"/?{urlencode({'actor': found['name']})}",
    }
    return render_template("actor.html", **context)


def _partner(found: Shape) -> Shape:
    """A partner in one row: who, how many events, mostly as what."""
    return {**found["actor"], "events": found["events"], "role": found["roles"][0]["partner_role"]}
