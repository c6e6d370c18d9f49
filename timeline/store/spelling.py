"""Spelling: names as they are typed for names as they are kept: 'Rehor Dvorak' for Řehoř Dvořák, "O’Brien" for O'Brien.

Asked only where nothing is kept under the very name, since it looks through all names.
"""

import unicodedata
from typing import Any

from peewee import fn

from timeline.store.database import Store, rows

APOSTROPHES = "'’‘ʼ`´"
UNJOINED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", **dict.fromkeys(APOSTROPHES, "'")}
)
WORD_MARKS = (" ", "-")  # what stands before a word in a name
PLAIN = frozenset("bfjmpqvwx0123456789 -.,&")  # signs that are in a name as they are typed


def plain(key: str) -> str:
    """A name key without accents, with one kind of apostrophe."""
    if key.isascii():
        return key.replace("`", "'")
    parted = unicodedata.normalize("NFKD", key.translate(UNJOINED))
    return "".join(sign for sign in parted if not unicodedata.combining(sign))


def spelt_alike(store: Store, key: str, column: Any, *, is_end: bool = False) -> set[str]:
    """The keys in the column that are this one, or (`is_end`) end with it as a word, but for accents and apostrophes."""
    wanted = plain(key)
    pattern = _pattern(wanted)
    found = _kept(store, column, f"% {pattern}" if is_end else pattern) if wanted.strip() else ()
    return {name for name in found if plain(name) == wanted or (is_end and plain(name).endswith(f" {wanted}"))}


def begun_alike(store: Store, key: str, column: Any) -> set[str]:
    """The keys in the column in which a word begins with this, but for accents and apostrophes."""
    wanted = plain(key)
    found = _kept(store, column, f"%{_pattern(wanted)}%") if wanted.strip() else ()
    return {name for name in found if any(f"{mark}{wanted}" in f" {plain(name)}" for mark in WORD_MARKS)}


def _pattern(wanted: str) -> str:
    return "".join(sign if sign in PLAIN else "_" for sign in wanted)


def _kept(store: Store, column: Any, pattern: str) -> list[str]:
    query = column.model.select(column).where(fn.LOWER(column) ** pattern).distinct()
    return [name for (name,) in rows(query, store.database)]
