"""Namesakes: names of states and capitals that are as well known elsewhere, and where a text means by them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from timeline.lexicon import rows
from timeline.parser.actors.name import Name, NameKind


def elsewhere(names: Sequence[Name], name: Name) -> Name:
    """'Georgia' in a text on America, 'Tripoli' in one on Lebanon: a place there, when nothing else names the other country."""
    homes = _homes().get(name.text)
    if homes is None or name.country is None:
        return name
    others = {other.country for other in names if name.text not in other.text and other.country}
    is_elsewhere = bool(others & homes) and name.country not in others
    return replace(name, kind=NameKind.PLACE, country=None) if is_elsewhere else name


@cache
def _homes() -> dict[str, frozenset[str]]:
    """The codes of the other countries that have such a name: the rows of namesakes.txt."""
    return {row["name"]: frozenset(row.words("countries")) for row in rows("namesakes")}
