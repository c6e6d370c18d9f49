"""Keys on the command line: what `keys create`, `list` and `revoke` do, as lines to be printed."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from timeline.listing import key_lines
from timeline.store.database import Store, moment
from timeline.store.keys import create_key, list_keys, revoke_key


def act(store: Store, action: str, given: Mapping[str, Any]) -> tuple[str | None, list[str]]:
    """A note for the person, and the lines that the command gives."""
    return ACTIONS[action](store, given)


def _create(store: Store, given: Mapping[str, Any]) -> tuple[str | None, list[str]]:
    """Its token is the only line, so that a script can take it."""
    day: datetime.date | None = given["expires"]
    end = datetime.datetime.combine(day, datetime.time(), datetime.UTC) + datetime.timedelta(days=1) if day else None
    key, token = create_key(store, given["name"], given["scope"], expires=end)
    return f"key {key.id} for '{key.name}' ({', '.join(key.scopes)}); it is shown only now:", [token]


def _list(store: Store, _: Mapping[str, Any]) -> tuple[str | None, list[str]]:
    return None, key_lines(list_keys(store), now=moment(store.now()))


def _revoke(store: Store, given: Mapping[str, Any]) -> tuple[str | None, list[str]]:
    key = revoke_key(store, given["key"])
    return None, [f"revoked {key.id}, the key of '{key.name}'"]


ACTIONS: dict[str, Callable[[Store, Mapping[str, Any]], tuple[str | None, list[str]]]] = {
    "create": _create, "list": _list, "revoke": _revoke,
}  # fmt: skip
