"""Makers: whose name stands in the name of what they make, so that 'the company' after 'the Corvane 440' is Corvane."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.parser.famous import fame
from timeline.parser.name import Name, NameKind
from timeline.parser.tree import Tree

FIRMS = frozenset({NameKind.ORGANISATION, NameKind.UNKNOWN})


def makers(found: Sequence[tuple[Tree, Sequence[Name]]]) -> frozenset[str]:
    """The names of firms, told of in the text or known to everybody, with which names of its things begin."""
    names = [name for _, some in found for name in some]
    things = {name.text for name in names if name.kind is NameKind.THING}
    firms = {name.text for name in names if name.kind in FIRMS}
    return frozenset(
        first for thing in things for first in _openings(thing) if first in firms or fame(first) is not None
    )


def maker_of(name: Name, known: frozenset[str]) -> Name | None:
    """The maker as the name of its thing begins with it; None where it begins with none."""
    text = next((first for first in _openings(name.text) if first in known), None)
    return None if text is None else replace(name, kind=NameKind.ORGANISATION, text=text, noun="", said="")


def _openings(text: str) -> list[str]:
    """The longest first, never the whole."""
    words = text.split()
    return [" ".join(words[:size]) for size in range(len(words) - 1, 0, -1)]
