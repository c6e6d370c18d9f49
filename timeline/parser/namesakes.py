"""Namesakes: names of states and capitals that are as well known elsewhere, and where a text means by them."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.parser.name import Name, NameKind

NAMESAKES = {
    "Georgia": frozenset({"US"}),
    "Tripoli": frozenset({"LB"}),
    "Victoria": frozenset({"AU", "CA"}),
    "Georgetown": frozenset({"US", "MY"}),
    "Kingston": frozenset({"CA", "US"}),
    "Hamilton": frozenset({"CA", "NZ"}),
    "San José": frozenset({"US"}),
    "San Jose": frozenset({"US"}),
    "Santiago": frozenset({"ES"}),
}


def elsewhere(names: Sequence[Name], name: Name) -> Name:
    """'Georgia' in a text on America, 'Tripoli' in one on Lebanon: a place there, when nothing else names the other country."""
    homes = NAMESAKES.get(name.text)
    if homes is None or name.country is None:
        return name
    others = {other.country for other in names if name.text not in other.text and other.country}
    is_elsewhere = bool(others & homes) and name.country not in others
    return replace(name, kind=NameKind.PLACE, country=None) if is_elsewhere else name
