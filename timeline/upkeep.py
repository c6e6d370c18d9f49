"""The database on the command line: what `db upgrade`, `downgrade`, `status` and `check` do, as lines to be printed."""

from collections.abc import Callable

from timeline.store.database import Store
from timeline.store.migrate import check, downgrade, status, upgrade

Done = tuple[bool, list[str]]


def act(store: Store, action: str) -> Done:
    """Whether all is well, and the lines that the command gives."""
    return ACTIONS[action](store)


def _upgrade(store: Store) -> Done:
    return True, [f"applied {name}" for name in upgrade(store)] or ["nothing to apply: the database is current"]


def _downgrade(store: Store) -> Done:
    return True, [f"reverted {name}" for name in downgrade(store)] or ["nothing to revert"]


def _status(store: Store) -> Done:
    lines = [
        f"{name}  {f'applied {moment:%Y-%m-%d %H:%M}' if moment else 'not applied'}" for name, moment in status(store)
    ]
    return True, lines or ["there are no migrations"]


def _check(store: Store) -> Done:
    differences = check(store)
    return not differences, differences or ["the database is as the tables say"]


ACTIONS: dict[str, Callable[[Store], Done]] = {
    "upgrade": _upgrade, "downgrade": _downgrade, "status": _status, "check": _check,
}  # fmt: skip
