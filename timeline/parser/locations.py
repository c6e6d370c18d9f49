"""Locations: where a mention happened, apart from where its actors come from and where the reporter sat."""

from collections.abc import Iterator

from timeline.model.statement import Place
from timeline.model.types import UNGUIDED
from timeline.parser import places
from timeline.parser.cast import Cast
from timeline.parser.mention import Mention
from timeline.parser.name import Name, NameKind
from timeline.parser.phrases import modifier_country
from timeline.parser.standing import SETTLEMENTS as SETTLED
from timeline.parser.tree import Tree

PLACE_PREPOSITIONS = frozenset(
    {
        "in",
        "during",
        "at",
        "near",
        "outside",
        "inside",
        "around",
        "off",
        "across",
        "through",
        "along",
        "on",
        "over",
        "throughout",
        "past",
        "to",
        "into",
    }
)
TOWARDS = frozenset({"to", "into", "on", "over"})  # with a state these name a target, not a place
JOURNEYS = frozenset(
    {"visit", "leave", "pull", "deploy", "move"}
)  # frames in which a state named as goal or origin is where
BEARERS = ("object", "against", "on", "of", "at", "to", "into", "from", "subject")  # slots whose noun may say where
GROUNDS = ("object", "on", "at", "into", "of", "against", "upon", "inside", "to")
PHYSICAL = frozenset(
    {"assault", "coerce", "retreat", "mobilize", "disaster", "accident", "crime", "protest", "aid", "consult"}
)
WATERS = frozenset({"river", "delta", "basin", "lake"})
SITES = frozenset(
    "airport zoo port harbour harbor station market stadium square suburb outskirt street coast border university hospital "
    "museum cathedral prison jail embassy capital centre center old quarter district north south east west".split()
)  # "Lusaka's airport" is in Lusaka
PLACE_KINDS = frozenset({NameKind.PLACE, NameKind.CAPITAL, NameKind.STATE})
ENTERING = frozenset(
    {"invade", "occupy", "enter", "annex", "reach", "cross"}
)  # verbs whose object is where, be it a state


def find_location(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Place | None:
    """The place that the first search finds: towns before states, None when no words say where.

    `countries` are those the text speaks of: they choose between places of one name.
    """
    for found in _searches(mention, cast, countries):
        if found:
            return min(found, key=_vagueness)
    return None


def grounds_of(mention: Mention, cast: Cast) -> list[Place]:
    """The places that an attack is on, into or at: towns and lands, and what stands in them ('targets in Jericho')."""
    slots = (*GROUNDS, "in") if mention.row.type in {"aid", "concede"} else GROUNDS
    heads = [head for slot in slots for head in mention.slots.get(slot, [])]
    tree, countries = mention.tree, tuple(cast.countries)
    inner = [i for head in heads for word, i in tree.prepositions(head) if word in {"in", "of"}]
    owned = (code for head in [*heads, *inner] if (code := _land(tree, head)))
    named = [place for head in heads for place in _named_places(tree, head, cast, countries)]
    return [*named, *(Place(places.state_name(code), code) for code in owned)]


def _searches(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[list[Place]]:
    """Nearest first: phrases of the trigger and its clause, what is struck, the arguments, the noun's own modifiers."""
    tree, clause = mention.tree, mention.tree.clause(mention.index)
    harms = [harm.index for harm in mention.consequences]
    for index in dict.fromkeys((mention.index, mention.top, clause, *harms)):
        if index != clause or index == mention.top or _is_same_clause(mention, clause):
            yield list(_places(tree, index, cast, countries))
    if mention.row.type in UNGUIDED:
        yield list(_struck(mention, cast, countries))
    for head in (head for slot in BEARERS for head in mention.slots.get(slot, [])):
        borne = _borne(mention, head, cast, countries)
        if head in mention.slots.get("subject", []):  # 'Greece put its navy on alert' does not say where
            borne = (place for place in borne if _vagueness(place) == 0)
        yield [*borne, *_inside(tree, head, clause, cast, countries)]
    if mention.row.type == "consult" and not mention.is_verb:
        yield list(_modifier_places(tree, mention.index, cast, countries))
    if mention.is_verb or mention.carrier:
        yield _inside(tree, mention.top, clause, cast, countries)


def _inside(tree: Tree, head: int, clause: int, cast: Cast, countries: tuple[str, ...]) -> list[Place]:
    """Place phrases anywhere below a word, as long as no other clause begins."""
    nouns = [i for i in tree.subtree(head) if tree[i].pos in {"NOUN", "PROPN"} and tree.clause(i) == clause]
    return [place for index in nouns for place in _places(tree, index, cast, countries)]


def _borne(mention: Mention, head: int, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """What is stormed, shelled or visited is where it happens, when it is a town."""
    if mention.row.type in PHYSICAL:
        is_journey = mention.row.frame in JOURNEYS or mention.lemma in ENTERING
        found = _named_places(mention.tree, head, cast, countries)
        yield from (place for place in found if is_journey or _vagueness(place) == 0)


def _struck(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """'An earthquake struck Nepal': the object of the verb whose subject the trigger is."""
    tree, token = mention.tree, mention.tree[mention.index]
    verb = mention.index if mention.is_verb else token.head
    if mention.is_verb or token.relation == "nsubj":
        for head in tree.below(verb, "dobj"):
            yield from _named_places(tree, head, cast, countries)


def _is_same_clause(mention: Mention, clause: int) -> bool:
    return clause in (mention.index, mention.top) or mention.tree[mention.index].relation in {
        "dobj",
        "nsubj",
        "nsubjpass",
        "pobj",
    }


def _vagueness(place: Place) -> int:
    """Towns before states, which are so named as their country."""
    return int(place.country is not None and place.name == places.state_name(place.country))


def _places(tree: Tree, index: int, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    for preposition, inner in tree.prepositions(index):
        if preposition in PLACE_PREPOSITIONS:
            yield from _named_places(tree, inner, cast, countries, is_towards=preposition in TOWARDS)


def _named_places(
    tree: Tree, head: int, cast: Cast, countries: tuple[str, ...], *, is_towards: bool = False
) -> Iterator[Place]:
    for index in tree.conjuncts(head):
        name = cast.name_at(tree, index)
        is_state = name is not None and name.kind is NameKind.STATE
        if (
            name is not None
            and name.kind in PLACE_KINDS
            and not _is_waters(tree, name)
            and not (is_towards and is_state)
        ):
            yield _place(name.text, countries)
        elif (name is None or name.kind is NameKind.DESCRIPTION) and (below := _inner_place(tree, index, cast)):
            yield _place(below, countries, within=_land(tree, index))


def _land(tree: Tree, head: int) -> str | None:
    """The country before 'port', 'district', 'village': 'the Ukrainian port of Odesa'."""
    return modifier_country(tree, head) if tree[head].lemma in SETTLED else None


def _inner_place(tree: Tree, head: int, cast: Cast) -> str | None:
    """'Khost province', 'the city of Herat', 'the Ukrainian port of Odesa'."""
    inner = [i for preposition, i in tree.prepositions(head) if preposition in {"of", "in"}]
    owner = tree.below(head, "poss") if tree[head].lemma in SITES else []
    for child in [*tree.below(head, "compound"), *owner, *inner]:
        name = cast.name_at(tree, child)
        if name is not None and name.kind in PLACE_KINDS and not _is_waters(tree, name):
            return name.text
        if name is None and tree[child].lemma in SETTLED and (below := _inner_place(tree, child, cast)):
            return below  # 'positions in the district of X'
    return None


def _is_waters(tree: Tree, name: Name) -> bool:
    """'the Niger river' is not Niger."""
    return name.end < len(tree) and tree[name.end].lemma.lower() in WATERS and name.kind is NameKind.STATE


def _modifier_places(tree: Tree, index: int, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    for child in tree.below(index, "compound", "nmod"):
        name = cast.name_at(tree, child)
        if name is not None and name.kind in {NameKind.PLACE, NameKind.CAPITAL}:
            yield _place(name.text, countries)


def _place(text: str, countries: tuple[str, ...], *, within: str | None = None) -> Place:
    """`within`: the country that the words beside tell ('the Azerbaijani district of X')."""
    found = places.find_place(text, (within,) if within else countries)
    return found if found and within in {None, found.country} else Place(text, within)
