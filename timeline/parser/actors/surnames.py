"""Surnames: 'Ann and Karl Voss', two who share one; 'Jordan' behind 'Michael Jordan', which is no land."""

from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from timeline.parser.actors.firms import TRADING, has_article
from timeline.parser.actors.member import OWNED
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.actors.opening import CLUBS, COMPANY_WORDS
from timeline.parser.known import places
from timeline.parser.known.famous import fame
from timeline.parser.known.roster import genders, nouns
from timeline.parser.sentences.naming import MONTHS, PARTICLES
from timeline.parser.sentences.tree import Tree

Found = tuple[Tree, tuple[Name, ...]]

BODY_WORDS = COMPANY_WORDS | TRADING | OWNED
REGIONS = frozenset({"Europe", "Asia", "Africa", "America", "Coast", "Sea", "Bay", "Valley", "River", "Lake"})
LENGTHS = (2, 3)  # words of a person's name
LANDS = frozenset({NameKind.STATE, NameKind.CAPITAL})
OF_FIRMS = frozenset({"at", "from", "of", "for"})
WHERE = frozenset({"in", "near", "at", "outside", "inside", "around", "across", "to", "from", "into", "for", "the"})


def with_surnames(found: Sequence[Found]) -> list[Found]:
    """The names of a text's Sentences, a first name that is joined with a full one with the same surname."""
    persons = {name.text for _, names in found for name in names if name.kind is NameKind.PERSON and " " in name.text}
    surnames = {text.split()[-1] for text in persons}
    borne = _borne_as_lands(found, surnames)
    return [(tree, _with(tree, _as_persons(names, borne), surnames)) for tree, names in found]


def _borne_as_lands(found: Sequence[Found], surnames: set[str]) -> set[str]:
    """The names of lands and capitals that the text calls somebody by, and never says that anything is there."""
    bare = [(tree, name) for tree, names in found for name in names if name.kind in LANDS]
    if not bare:
        return set()
    unsure = {name.text for _, names in found for name in names if name.kind is NameKind.UNKNOWN}
    last = {text.split()[-1] for text in unsure if len(text.split()) == 2}
    told = {name.text for tree, name in bare if name.text in last and _is_who(tree, name)}
    there = {name.text for tree, name in bare if name.start and tree.lower[name.start - 1] in WHERE}
    return {name.text for _, name in bare if name.text in surnames or name.text in told} - there


def _is_who(tree: Tree, name: Name) -> bool:
    """'Lima, who joined in May,'."""
    return tree.lower[name.end : name.end + 2] == (",", "who")


def _as_persons(names: tuple[Name, ...], borne: set[str]) -> tuple[Name, ...]:
    """The names, those of lands in `borne` and the full ones that end in them taken for persons."""
    if not borne:
        return names
    last = {name.text: name.text.split()[-1] for name in names if name.kind is NameKind.UNKNOWN}
    return tuple(
        replace(name, kind=NameKind.PERSON, country=None)
        if (name.kind in LANDS and name.text in borne) or last.get(name.text) in borne
        else name
        for name in names
    )


def called_by_surname(found: Sequence[Found], told: Collection[str], firms: Set[str]) -> Iterator[str]:
    """'Rivo Rakoto' and 'Rakoto': a text shortens the names of persons to the last word, and those of firms to the first;
    'the Front' is nobody's name."""
    short = [text for text in told if _may_be_short(text.split(), told)]
    if not short:  # as a rule
        return
    bodies = firms | {name.text for tree, names in found for name in names if has_article(tree, name)}
    for text in short:
        if bodies.isdisjoint((text, text.split()[-1])):
            yield text
            yield text.split()[-1]


def _may_be_short(words: Sequence[str], told: Collection[str]) -> bool:
    """'Rivo Rakoto', of whom the text tells as 'Rakoto' and never as 'Rivo'."""
    is_last = len(words) in LENGTHS and words[-1] in told and words[0] not in told
    return is_last and all(_is_name(word) for word in words) and not _is_of_body(words)


def _is_name(word: str) -> bool:
    return (word[:1].isupper() or word in PARTICLES) and word.replace("-", "").isalpha()


def _is_of_body(words: Sequence[str]) -> bool:
    """'Leeds Rovers', 'Acme Airways', 'Radio Sol', 'Western Europe': by a town, or a word for what it is."""
    first, last = words[0], words[-1]
    is_named_so = any(word in BODY_WORDS or word in nouns() for word in (first.lower(), last.lower()))
    is_known = last in CLUBS or first.isupper() or last in REGIONS or first.endswith("ern") or first in MONTHS
    return is_named_so or is_known or places.find_place(first) is not None


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


def as_famous(found: Sequence[Found]) -> frozenset[str]:
    """The names in a text that are well-known firms'; not the 'Ford' that Gary Ford is called after he was named in full, unless
    it also stands where a firm does ('who left Ford', 'an engineer at Ford').
    """
    named = [(tree, name) for tree, names in found for name in names]
    known = {name.text for _, name in named if fame(name.text) is not None}
    if not known:  # as a rule
        return frozenset()
    full = [name for _, name in named if " " in name.text and name.kind is not NameKind.PLACE]
    persons = [name for name in full if name.kind is NameKind.PERSON or name.text.split()[0] in genders()]
    borne = known & {name.text.split()[-1] for name in persons}
    firms = {name.text for tree, name in named if name.text in borne and _stands_as_firm(tree, name)}
    return frozenset(known - (borne - firms))


def _stands_as_firm(tree: Tree, name: Name) -> bool:
    return tree[name.head].relation == "pobj" and tree[tree[name.head].head].lemma in OF_FIRMS
