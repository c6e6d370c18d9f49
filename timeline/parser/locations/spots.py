"""Spots: the places that phrases name: 'near Herat', 'in the city of Herat', 'in the Kazakh steppe', 'the Doha talks'."""

from collections.abc import Iterator

from timeline.model.statement import Place
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.actors.waters import is_river
from timeline.parser.known import places
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.phrases import modifier_country
from timeline.parser.sentences.standing import SETTLEMENTS as SETTLED
from timeline.parser.sentences.tree import Tree

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
        "above",
        "below",
        "beneath",
        "beside",
        "opposite",
        "beyond",
        "within",
        "to",
        "into",
    }
)
TOWARDS = frozenset({"to", "into", "on", "over"})  # with a state these name a target, not a place
ARRIVED = PLACE_PREPOSITIONS - {"to"}  # 'trains to Lima', 'a trip to Quito' are on their way
WATERS = frozenset({"river", "delta", "basin", "lake"})
# "Lusaka's airport" is in Lusaka.
SITES = frozenset(
    "airport zoo port harbour harbor station market stadium square suburb outskirt street coast border university hospital "
    "exchange bourse museum cathedral prison jail embassy capital centre center old quarter district north south east west "
    "headquarters work".split()
)
PLACE_KINDS = frozenset({NameKind.PLACE, NameKind.CAPITAL, NameKind.STATE})
NAMED_AFTER = word_list("named after")  # 'the Brandt museum' is in no place called Brandt
TERRAIN = word_list("terrain")
NATURE = word_list("nature")
REGIONS = frozenset("state province region governorate oblast county district department prefecture".split())
RANGES = frozenset("alps andes pyrenees himalayas highlands lowlands midlands riviera".split())
BUILT = word_list("site")
CAPITAL = "capital"
AILMENTS = word_list("ailment")
BEHESTS = frozenset({"request", "invitation", "insistence", "behest", "urging", "suggestion", "expense", "instigation"})
MISSIONS = frozenset("embassy consulate mission legation".split())  # 'the U.S. embassy' is not in the United States
NAMELESS = frozenset({NameKind.UNKNOWN, NameKind.ORGANISATION})  # names that nobody knows
CALLED = NAMELESS | {NameKind.THING, NameKind.PERSON}  # 'the village of Damboro'


def is_vague(place: Place) -> bool:
    """A state, a valley or the Alps, beside which a town tells more."""
    last = place.name.rpartition(" ")[2].lower()
    return places.is_land(place) or (place.latitude is None and (last in NATURE or last in RANGES))


def places_in(
    tree: Tree,
    index: int,
    cast: Cast,
    countries: tuple[str, ...],
    *,
    prepositions: frozenset[str] = PLACE_PREPOSITIONS,
) -> Iterator[Place]:
    """What the phrases of a word name, with one of the prepositions."""
    for preposition, inner in tree.prepositions(index):
        if preposition in prepositions and tree[inner].lemma not in BEHESTS:
            found = list(named_places(tree, inner, cast, countries, is_towards=preposition in TOWARDS))
            yield from found
            if (terrain := _terrain(tree, inner, is_named=bool(found))) is not None:
                yield terrain


def _terrain(tree: Tree, head: int, *, is_named: bool) -> Place | None:
    """'in the Kazakh steppe', 'in a Congolese village', 'in the highlands of Chad', 'in the Gobi desert'."""
    lemma = tree[head].lemma
    words = [child for child in tree.below(head, "amod", "compound", "nmod") if child < head]
    is_land = lemma in TERRAIN or (lemma in SETTLED and not is_named)
    code = modifier_country(tree, head) if is_land else None
    if code is not None:
        whole = [i for child in tree.below(head, "prep") if tree.lower[child] == "of" for i in tree.subtree(child)]
        return Place(tree.words([*words, head, *(whole if not words else ())]), code)
    if lemma in NATURE and any(tree[child].text[:1].isupper() for child in words):
        return Place(tree.words([*words, head]), None)
    return None


def named_places(
    tree: Tree, head: int, cast: Cast, countries: tuple[str, ...], *, is_towards: bool = False
) -> Iterator[Place]:
    """The places that a word and those joined to it name, or stand in; no states where they are only gone to."""
    for index in tree.conjuncts(head):
        name = cast.name_at(tree, index)
        is_state = name is not None and name.kind is NameKind.STATE
        if (
            name is not None
            and name.kind in PLACE_KINDS
            and not _is_waters(tree, name)
            and not (is_towards and is_state)
        ):
            yield Place(name.text, None) if is_river(tree, name) else _town(tree, name, cast, countries)
        elif tree[index].lemma == CAPITAL and (capital := _capital(tree, index, cast)) is not None:
            yield capital
        elif name is None or name.kind is NameKind.DESCRIPTION:
            yield from _below(tree, index, cast, countries)


def _town(tree: Tree, name: Name, cast: Cast, countries: tuple[str, ...], *, within: str | None = None) -> Place:
    """What the name means; where the land or region stands behind it, the one in there ('Paris, Texas,')."""
    after = name.end + 1
    if after < len(tree) and tree[name.end].text == "," and tree[after].text[:1].isupper():
        other = cast.name_at(tree, after)
        is_last = other is not None and tree.lower[other.end : other.end + 1] not in [("and",), ("or",)]
        region = places.find_place(other.text) if other is not None and is_last else None
        if region is not None and places.is_region(region) and (found := places.find_in(name.text, region)):
            return found
    return spot(name.text, countries, within=within)


def _below(tree: Tree, head: int, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """What the words of a noun name: 'the port of Odesa'; 'the Alay valley' as a whole, if nothing else is called Alay."""
    found = _inner_place(tree, head, cast)
    whole = _terrain(tree, head, is_named=True) if tree[head].lemma in NATURE else None
    if whole is not None and (found is None or places.find_place(found.text, countries) is None):
        yield whole
    elif found is not None:
        town = _town(tree, found, cast, countries, within=land(tree, head))
        is_seat = tree[head].lemma in REGIONS and town.name != found.text  # 'the state of Nayarit', and not its capital
        yield Place(found.text, town.country) if is_seat else town


def _capital(tree: Tree, head: int, cast: Cast) -> Place | None:
    """'the Qatari capital' is Doha, 'the capital of Peru' Lima."""
    inner = _inner_place(tree, head, cast)
    code = places.state_code(inner.text) if inner else modifier_country(tree, head)
    return places.capital_of(code) if code else None


def land(tree: Tree, head: int) -> str | None:
    """The country before 'port', 'district', 'village': 'the Ukrainian port of Odesa'."""
    return modifier_country(tree, head) if tree[head].lemma in SETTLED else None


def _inner_place(tree: Tree, head: int, cast: Cast) -> Name | None:
    """'Khost province', 'the city of Herat', 'the Ukrainian port of Odesa'."""
    inner = [i for preposition, i in tree.prepositions(head) if preposition in {"of", "in", "near", "outside"}]
    owner = tree.below(head, "poss") if is_built(tree, head) else []
    before = tree.below(head, "compound") if tree[head].lemma not in AILMENTS else []
    called = _called(tree, head) if tree[head].lemma in SETTLED else []
    first = [i for word, i in tree.prepositions(head) if word == "of"] if tree[head].lemma in SETTLED else []
    for child in [*first, *before, *owner, *called, *inner]:  # 'the West Bank city of Jenin'
        name = cast.name_at(tree, child)
        # of a person, if of nothing that is known; 'the Rydz colliery near Katowice' is near Katowice
        is_honour = child in before and (tree[head].lemma in NAMED_AFTER or bool(inner))
        if is_honour and name is not None and places.find_place(name.text) is None:
            continue
        if name is not None and name.kind in PLACE_KINDS and not (_is_waters(tree, name) or _owns(tree, name, child)):
            return name
        if name is not None and child in (*called, *inner) and tree[head].lemma in SETTLED and name.kind in CALLED:
            return name
        is_inner = tree[child].lemma in SETTLED or (child in inner and is_built(tree, child))
        if name is None and is_inner and (below := _inner_place(tree, child, cast)):
            return below  # 'positions in the district of X'
    return None


def is_built(tree: Tree, head: int) -> bool:
    """'airport', 'theatre', 'town hall'."""
    lemma = tree[head].lemma
    return lemma in SITES or lemma in BUILT or (head > 0 and f"{tree.lower[head - 1]} {lemma}" in BUILT)


def _called(tree: Tree, head: int) -> list[int]:
    """'the capital, Bamako', 'the commercial capital, Douala,', whatever the tree hangs it on."""
    found = tree.below(head, "appos")
    after = head + 2
    is_next = after < len(tree) and tree[head + 1].text == "," and tree[after].relation == "npadvmod"
    return [after] if is_next and not found else found


def _is_waters(tree: Tree, name: Name) -> bool:
    """'the Niger river' is not Niger."""
    return name.end < len(tree) and tree[name.end].lemma.lower() in WATERS and name.kind is NameKind.STATE


def modifier_places(
    tree: Tree, index: int, cast: Cast, countries: tuple[str, ...], *, is_local: bool = False
) -> Iterator[Place]:
    """'the Doha talks'; `is_local`: a name that nobody knows is a town's, too ('Aldbrook council')."""
    kinds = {NameKind.PLACE, NameKind.CAPITAL, *(NAMELESS if is_local else ())}
    for child in tree.below(index, "compound", "nmod"):
        name = cast.name_at(tree, child)
        if name is not None and name.kind in kinds and name.end <= index:
            yield spot(name.text, countries)


def spot(text: str, countries: tuple[str, ...], *, within: str | None = None) -> Place:
    """`within`: the country that the words beside tell ('the Azerbaijani district of X')."""
    found = places.find_place(text, (within,) if within else countries)
    return found if found and within in {None, found.country} else Place(text.removeprefix("The "), within)


def _owns(tree: Tree, name: Name, child: int) -> bool:
    """Whether the state only has what stands there: 'the Polish consulate', 'U.S. embassies', 'a Norway tanker'."""
    head = tree[tree[child].head].lemma
    is_there = head in (SITES | SETTLED) - MISSIONS
    return name.kind is NameKind.STATE and tree[child].relation == "compound" and not is_there
