"""Keeping: documents made of Statements written into a store, and what is then there."""

from tests.making import document
from timeline import ingest
from timeline.model.filters import Filters
from timeline.store.queries import find_changes, find_events

ATTACK = {"by": "Norland", "on": "Sudmark", "date": "2025-10-11"}


def keep(store, *told, url="http://a", text="", **more):
    """Ingest these Statements as a document of that address; `text` makes its body differ."""
    sentences = [one.sentence for one in told] + ([text] if text else [])
    return ingest.record(store, document(*sentences, url=url, **more), list(told))


def events(store):
    return find_events(store, Filters(), limit=500).events


def actions(store):
    return [(change["action"], change["event"], change["merged_into"]) for change in find_changes(store)]
