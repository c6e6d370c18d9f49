"""The joint for people who know who is who: names that are one actor, and names that are not. With its history.

What is decided hangs on names, which stay when texts are read again or go; new names join by the same rules as before.
"""

from collections.abc import Sequence

from timeline.errors import InputError, NotFoundError
from timeline.ingest import IDENTITY
from timeline.store.database import Store
from timeline.store.identity import rule, settle
from timeline.store.roster import find_name, rows_named, stands_for


def merge_actors(store: Store, identity: str, others: Sequence[str], *, by: str | None, place: str) -> str:
    """Let other actors be this one. The id that stands for all. InputError (at `place`) for one that cannot be."""
    with store.writing() as writing:
        kept = find_name(writing.database, identity)
        for number, other in enumerate(others):
            try:
                one = find_name(writing.database, other)
            except NotFoundError as error:
                raise InputError(str(error), place=f"{place}/{number}") from error
            if one == kept:
                raise InputError("these are one actor already", place=f"{place}/{number}")
            rule(writing, one, kept, by=by)
            settle(writing, {one, kept}, IDENTITY)
        return stands_for(writing.database, kept)


def split_actor(store: Store, identity: str, alias: str, *, by: str | None) -> tuple[str, str]:
    """Let a name of an actor stand alone. The ids of what is left and of that name. InputError when it has no such name."""
    with store.writing() as writing:
        named, rest = rows_named(writing.database, find_name(writing.database, identity), alias)
        for one in named:
            rule(writing, one, None, by=by)
        settle(writing, {*named, *rest}, IDENTITY)
        return stands_for(writing.database, rest[0]), stands_for(writing.database, named[0])
