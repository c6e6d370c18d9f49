"""Surnames: 'Ann and Karl Voss', two who share one."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.parser.name import Name, NameKind
from timeline.parser.roster import genders
from timeline.parser.tree import Tree

Found = tuple[Tree, tuple[Name, ...]]


def with_surnames(found: Sequence[Found]) -> list[Found]:
    """The names of a text's Sentences, a first name that is joined with a full one with the same surname."""
    persons = {name.text for _, names in found for name in names if name.kind is NameKind.PERSON and " " in name.text}
    surnames = {text.split()[-1] for text in persons}
    return [(tree, _with(tree, names, surnames)) for tree, names in found]


def _with(tree: Tree, names: tuple[Name, ...], surnames: set[str]) -> tuple[Name, ...]:
    shared = {
        first: replace(first, text=f"{first.text} {second.text.split()[-1]}")
        for first, second in pairwise(names)
        if second.kind is NameKind.PERSON and _is_sharing(tree, first, second) and first.text not in surnames
    }
    return tuple(shared.get(name, name) for name in names) if shared else names


def _is_sharing(tree: Tree, first: Name, second: Name) -> bool:
    """'Ann and Karl Voss'; not 'Clinton and Karl Voss', nor 'Ann and Secretary Karl Voss'."""
    is_first = first.end - first.start == 1 and first.text in genders() and not first.title
    is_full = len(second.text.split()) == 2 and second.text.split()[0] in genders() and not second.title
    return is_first and is_full and first.end + 1 == second.start and tree.lower[first.end] in {"and", "&"}
