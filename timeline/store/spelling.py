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
PLAIN = frozenset("bfjmpqvwx0123456789 -.,&")  # signs that are in a name as they are typed


def plain(key: str) -> str:
    """A name key without accents, with one kind of apostrophe."""
    parted = unicodedata.normalize("NFKD", key.translate(UNJOINED))
    return "".join(sign for sign in parted if not unicodedata.combining(sign))


def spelt_alike(store: Store, key: str, column: Any, *, is_end: bool = False) -> set[str]:
    """The keys in the column that are this one, or (`is_end`) end with it as a word, but for accents and apostrophes."""
    wanted = plain(key)
    pattern = "".join(sign if sign in PLAIN else "_" for sign in wanted)
    if not wanted.strip():
        return set()
    kept = fn.LOWER(column) ** (f"% {pattern}" if is_end else pattern)
    found = (name for (name,) in rows(column.model.select(column).where(kept).distinct(), store.database))
    return {name for name in found if plain(name) == wanted or (is_end and plain(name).endswith(f" {wanted}"))}
