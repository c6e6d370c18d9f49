"""Makers: whose name stands in the name of what they make, so that 'the company' after 'the Corvane 440' is Corvane."""

from collections.abc import Iterator, Sequence

from timeline.parser.actors.name import Name, NameKind
from timeline.parser.actors.things import CALLED
from timeline.parser.known.famous import fame
from timeline.parser.sentences.tree import Tree

FIRMS = frozenset({NameKind.ORGANISATION, NameKind.UNKNOWN})
WITHIN = frozenset({"compound", "nmod", "amod"})
MAKING = frozenset(
    {
        "aircraft maker",
        "engine maker",
        "carmaker",
        "computer company",
        "software company",
        "phone maker",
        "chipmaker",
        "manufacturer",
    }
)
INSIDE = frozenset({"in", "at", "near"})


def makers(found: Sequence[tuple[Tree, Sequence[Name]]]) -> Iterator[tuple[str, str]]:
    """Each thing with the firm whose name its own begins with: one told of in the text, or known to everybody."""
    things = sorted({name.text for _, names in found for name in names if name.kind is NameKind.THING})
    firms = {name.text for tree, names in found for name in names if _may_be_firm(tree, name)} if things else set()
    for thing in things:
        known = (first for first in _openings(thing) if first in firms or fame(first) is not None)
        if (maker := next(known, None)) is not None:
            yield thing, maker
    yield from (pair for tree, names in found for pair in _owned(tree, names) if pair[0] in things)


def _owned(tree: Tree, names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """ "Boeing's Dreamliner", 'the Honda Civic', by firms that everybody knows to make such; "Qantas's A380" was bought."""
    at = {index: name for name in names for index in range(name.start, name.end)}
    for name in (name for name in names if name.kind is NameKind.THING):
        for index in tree.below(name.head, "poss", "compound", "nmod"):
            owner = at.get(index)
            if owner is not None and owner is not name and (known := fame(owner.text)) and known.calling in MAKING:
                yield name.text, owner.text


def _may_be_firm(tree: Tree, name: Name) -> bool:
    """'Vantage said', 'the Vantage airliner', whatever the tagger takes it for; not 'the Oslo exchange', 'in Oslo'."""
    token = tree[name.head]
    if token.relation in WITHIN:
        return tree[token.head].lemma in CALLED
    is_in = token.relation == "pobj" and tree.lower[token.head] in INSIDE
    return name.kind in FIRMS and not is_in


def _openings(text: str) -> list[str]:
    """The longest first, never the whole."""
    words = text.split()
    return [" ".join(words[:size]) for size in range(len(words) - 1, 0, -1)]
