"""Goods: names that a text uses as things are named, whatever the tagger takes them for: 'unveiled the Zephyr', 'nine Zephyrs'."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.parser.actors.name import Name, NameKind
from timeline.parser.actors.things import INDICES
from timeline.parser.known import places
from timeline.parser.sentences.designations import YEARS
from timeline.parser.sentences.phrases import PLURAL
from timeline.parser.sentences.tree import UNDERGOING, Tree

Found = tuple[Tree, tuple[Name, ...]]

OPEN = frozenset({NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE, NameKind.UNKNOWN})
TOWNS = frozenset({NameKind.CAPITAL, NameKind.STATE})
MADE = frozenset(
    "unveil launch introduce present showcase reveal build produce make recall sell drive fly discontinue design "
    "develop ship price redesign assemble market buy order deliver export import test redraw brew bottle publish "
    "release print".split()
)
OF_GOODS = frozenset(
    "production sale price version owner launch recall driver buyer prototype assembly output delivery maker defect flaw"
    " successor predecessor debut release".split()
)
ON_SALE = frozenset(
    {
        ("go", "on", "sale"),
        ("go", "into", "production"),
        ("go", "into", "service"),
        ("enter", "", "service"),
        ("enter", "", "production"),
    }
)
SPEAKING = frozenset(
    "say announce add deny warn demand ask urge agree want call reject welcome criticise accuse decide vote".split()
)
COUNTING = frozenset({"nummod"})
STANDING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
FEWEST = 20  # shares that an index is made of


def numbered(found: Sequence[Found]) -> list[Found]:
    """The names, 'Sund' before '40' taken for the thing that the text elsewhere calls 'the Sund 40'.

    A town, too, is where an index has its name from: 'the main index, the Oslo 25'.
    """
    things = {name.text for _, names in found for name in names if name.kind is NameKind.THING and " " in name.text}
    things |= {text for tree, names in found for name in names if (text := _index(tree, name))}
    if not things:
        return list(found)
    return [(tree, tuple([_with_number(tree, name, things) for name in names])) for tree, names in found]


def _with_number(tree: Tree, name: Name, things: set[str]) -> Name:
    text = _text_with_number(tree, name)
    return (
        replace(name, kind=NameKind.THING, end=name.end + 1, text=text, country=None)
        if text and text in things
        else name
    )


def _text_with_number(tree: Tree, name: Name) -> str:
    if name.kind not in OPEN | TOWNS or name.end >= len(tree) or not tree[name.end].text.isdigit():
        return ""
    return f"{name.text.removeprefix('The ')} {tree[name.end].text}"


def _index(tree: Tree, name: Name) -> str:
    """'Oslo 25' of 'the main index, the Oslo 25', and of 'the Oslo 25 index'; of 'the Oslo 25 rose', too."""
    head = tree[name.head]
    is_index = tree[head.head].lemma in INDICES and head.relation in {"appos", "compound", "nmod"}
    return _text_with_number(tree, name) if is_index or _is_gauge(tree, name) else ""


def _is_gauge(tree: Tree, name: Name) -> bool:
    """'the Oslo 25 rose': a name with an article, and a number behind it that counts nothing."""
    if "the" not in {tree.lower[name.start], tree.lower[name.start - 1]} or name.end >= len(tree):
        return False
    number = tree[name.end]
    is_own = (
        number.head == name.head and number.relation in {"nummod", "appos"} and tree[name.head].relation in STANDING
    )
    return is_own and number.text.isdecimal() and FEWEST <= int(number.text) < min(YEARS)


def goods(found: Sequence[Found]) -> set[str]:
    """The names of goods: those with an article, made or sold at least once, of one word or behind their maker's name."""
    made: Counter[str] = Counter()
    other: Counter[str] = Counter()
    for tree, names in found:
        for name in names:
            if name.kind in OPEN and not name.title:
                is_made = _is_made(tree, name)
                votes = made if is_made else other
                votes[_singular(tree, name)] += is_made or not _is_neutral(tree, name)
    return {text for text, count in made.items() if count > other[text] and places.find_place(text) is None}


def _singular(tree: Tree, name: Name) -> str:
    text = name.text.removeprefix("The ")
    return text[:-1] if tree[name.head].tag in PLURAL and text.endswith("s") else text


def named_singly(tree: Tree, name: Name, kinds: Mapping[str, NameKind]) -> Name:
    """The name, 'Zephyr' for 'Zephyrs' in a text that takes the Zephyr for a thing; `kinds` are those of all its names."""
    single = _singular(tree, name)
    is_thing = single != name.text and name.kind in OPEN and kinds.get(single) is NameKind.THING
    return replace(name, text=single) if is_thing else name


def _is_made(tree: Tree, name: Name) -> bool:
    """'built the Zephyr', 'sold nine Zephyrs', 'production of the Zephyr'."""
    token, above = tree[name.head], tree[tree[name.head].head]
    if not _has_article(tree, name) and not (tree[name.head].tag in PLURAL and tree.below(name.head, *COUNTING)):
        return False
    if token.relation in UNDERGOING:
        return above.lemma in MADE
    if token.relation == "nsubj":
        return _goes_on_sale(tree, above.index)
    return token.relation == "pobj" and above.text.lower() == "of" and tree[above.head].lemma in OF_GOODS


def _goes_on_sale(tree: Tree, verb: int) -> bool:
    """'the Zephyr went on sale', 'the Zephyr entered service'."""
    beside = [*tree.prepositions(verb), *(("", i) for i in tree.below(verb, "dobj"))]
    return any((tree[verb].lemma, word, tree[inner].lemma) in ON_SALE for word, inner in beside)


def _has_article(tree: Tree, name: Name) -> bool:
    return any(tree[child].text.lower() in {"the", "a", "an", "its"} for child in tree.below(name.head, "det", "poss"))


def _is_neutral(tree: Tree, name: Name) -> bool:
    """A use that tells neither way where nothing is made: with an article, but not where somebody speaks."""
    token = tree[name.head]
    is_speaker = token.relation == "nsubj" and tree[token.head].lemma in SPEAKING
    is_within = token.relation in {"compound", "nmod", "amod", "poss", "appos"}
    return is_within or (_has_article(tree, name) and not is_speaker)
