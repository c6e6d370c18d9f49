"""The joint for explaining: one event as it is kept, with an account of it that also tells why its reports are one event."""

from timeline.chronology import rifts, ties
from timeline.model.account import account
from timeline.model.shapes import Shape
from timeline.model.together import kept_apart, taken_together
from timeline.store.company import company
from timeline.store.database import Store
from timeline.store.queries import get_event


def explained(store: Store, identity: str, *, as_of: int | None = None) -> Shape:
    """One event with its evidence and its 'explanation', sentences. Raises what `get_event` raises."""
    event = get_event(store, identity, as_of=as_of)
    around = company(store, identity, as_of=as_of)
    found = ties(around.own, around.bonds, around.rulings)
    near = {spot: one.evidence for spot, one in around.near.items()}
    home = {spot: one.event for spot, one in around.near.items()}
    parted = rifts(around.own, near, around.pairs, around.bonds, home, around.rulings)
    others = {spot: (one.headline, one.document) for spot, one in around.near.items()}
    return {
        **event,
        "explanation": [*account(event), *taken_together(event, found), *kept_apart(others, parted)],
    }
