"""Locations: where a mention happened, apart from where its actors come from and where the reporter sat."""

from collections.abc import Iterator

from timeline.model.statement import Place
from timeline.model.types import COMMENTS, SPOKEN, UNGUIDED
from timeline.parser import places
from timeline.parser.cast import Cast
from timeline.parser.mention import Mention
from timeline.parser.name import Name, NameKind
from timeline.parser.phrases import modifier_country
from timeline.parser.standing import SETTLEMENTS as SETTLED
from timeline.parser.tree import Tree
from timeline.parser.wordlists import word_list

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
MISSIONS = frozenset("embassy consulate mission legation".split())  # 'the U.S. embassy' is not in the United States
PLACE_KINDS = frozenset({NameKind.PLACE, NameKind.CAPITAL, NameKind.STATE})
NAMED_AFTER = word_list("named after")  # 'the Brandt museum' is in no place called Brandt
TERRAIN = word_list("terrain")
CONTESTS = word_list("contest")
AILMENTS = word_list("ailment")
LOCAL_BODIES = word_list("local body")
SEATS = frozenset({"mayor", "governor", "sheriff", "council"})  # 'the vote for mayor of Varna' is held in Varna
LEAVING = frozenset({"lift", "launch", "blast"})  # 'lifted off from Kourou'
RELATIVE = frozenset({"WDT", "WP"})
ASIDE = frozenset({"after", "when", "as", "while", "where"})  # these clauses tell of the same scene
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
    prepositions = PLACE_PREPOSITIONS - TOWARDS if mention.row.type in SPOKEN else PLACE_PREPOSITIONS
    for index in dict.fromkeys((mention.index, mention.top, clause, *harms)):
        if index != clause or index == mention.top or _is_same_clause(mention, clause):
            yield list(_places(tree, index, cast, countries, prepositions=prepositions))
    if mention.lemma.split()[0] in LEAVING:
        yield list(_places(tree, mention.top, cast, countries, prepositions=frozenset({"from"})))
    if mention.row.type in UNGUIDED:
        yield list(_struck(mention, cast, countries))
    if mention.row.type == "sport":
        yield _contests(tree, mention.index, cast, countries)
    yield from _among_arguments(mention, clause, cast, countries)
    if mention.row.type == "consult" and not mention.is_verb:
        yield list(_modifier_places(tree, mention.index, cast, countries))
    if (mention.is_verb or mention.carrier) and mention.row.type not in SPOKEN:
        yield _inside(tree, mention.top, clause, cast, countries)
    if mention.is_verb and mention.row.type not in COMMENTS:
        yield list(_beside(tree, mention.top, cast, countries))


def _among_arguments(mention: Mention, clause: int, cast: Cast, countries: tuple[str, ...]) -> Iterator[list[Place]]:
    """What is struck or held, and what stands inside the phrases of those who take part."""
    tree = mention.tree
    subjects = mention.slots.get("subject", [])
    slots = ("subject",) if mention.row.type in SPOKEN else BEARERS  # 'invited the king to a concert in Oslo'
    for head in dict.fromkeys(head for slot in slots for head in mention.slots.get(slot, [])):
        borne = [] if head in subjects else list(_borne(mention, head, cast, countries))
        contests = _contests(tree, head, cast, countries) if mention.row.type == "sport" else []
        yield [*borne, *contests, *_inside(tree, _antecedent(tree, head), clause, cast, countries)]
    for head in subjects:
        yield [place for place in _borne(mention, head, cast, countries) if not _is_named(tree, head, cast, place)]
        if tree[head].lemma in LOCAL_BODIES:
            yield list(_modifier_places(tree, head, cast, countries, is_local=True))
    if mention.row.type == "election":
        seats = [i for i in tree.subtree(mention.top) if tree[i].lemma in SEATS and tree.clause(i) == clause]
        inner = [i for seat in seats for preposition, i in tree.prepositions(seat) if preposition == "of"]
        yield [place for index in inner for place in _named_places(tree, index, cast, countries, is_towards=True)]


def _is_named(tree: Tree, head: int, cast: Cast, place: Place) -> bool:
    """The word that acts is the place's own name ('Lima withdrew'), or the place is a whole state."""
    return cast.name_at(tree, head) is not None or _vagueness(place) > 0


def _antecedent(tree: Tree, head: int) -> int:
    """'a gallery in Lima that is to open in May': the gallery."""
    clause = tree.clause(head)
    is_relative = tree[head].tag in RELATIVE and tree[clause].relation == "relcl"
    return tree[clause].head if is_relative else head


def _contests(tree: Tree, head: int, cast: Cast, countries: tuple[str, ...]) -> list[Place]:
    """'the Turku Marathon' is run in Turku."""
    name = cast.name_at(tree, head)
    words = name.text.split() if name is not None and name.kind is not NameKind.PERSON else []
    if len(words) < 2 or words[-1].lower() not in CONTESTS:
        return []
    found = places.find_place(" ".join(words[:-1]), countries)
    return [found] if found is not None else []


def _beside(tree: Tree, verb: int, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """'were trapped after a lift stopped near Kitzberg': where the clause about the same moment has it."""
    clauses = [
        child
        for child in tree.below(verb, "advcl")
        if any(tree[i].text.lower() in ASIDE for i in tree.below(child, "mark", "advmod"))
    ]
    nouns = [inner for word, inner in tree.prepositions(verb) if word == "after" and tree[inner].pos == "NOUN"]
    clauses += [child for noun in nouns for child in tree.below(noun, "acl") if tree[child].tag == "VBN"]
    for clause in clauses:
        yield from _places(tree, clause, cast, countries)


def _inside(tree: Tree, head: int, clause: int, cast: Cast, countries: tuple[str, ...]) -> list[Place]:
    """Place phrases anywhere below a word, as long as no other clause begins."""
    nouns = [i for i in tree.subtree(head) if tree[i].pos in {"NOUN", "PROPN"}]
    nouns = [i for i in nouns if i == head or tree.clause(i) == clause]
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


def _places(
    tree: Tree,
    index: int,
    cast: Cast,
    countries: tuple[str, ...],
    *,
    prepositions: frozenset[str] = PLACE_PREPOSITIONS,
) -> Iterator[Place]:
    for preposition, inner in tree.prepositions(index):
        if preposition in prepositions:
            yield from _named_places(tree, inner, cast, countries, is_towards=preposition in TOWARDS)
            if (terrain := _terrain(tree, inner)) is not None:
                yield terrain


def _terrain(tree: Tree, head: int) -> Place | None:
    """'near the Algerian border', 'in the Kazakh steppe'."""
    code = modifier_country(tree, head) if tree[head].lemma in TERRAIN else None
    if code is None:
        return None
    words = [child for child in tree.below(head, "amod", "compound", "nmod") if child < head]
    return Place(tree.words([*words, head]), code)


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
    before = tree.below(head, "compound") if tree[head].lemma not in AILMENTS else []
    for child in [*before, *owner, *inner]:
        name = cast.name_at(tree, child)
        is_honour = child in before and tree[head].lemma in NAMED_AFTER  # of a person, if of nothing that is known
        if is_honour and name is not None and places.find_place(name.text) is None:
            continue
        if name is not None and name.kind in PLACE_KINDS and not (_is_waters(tree, name) or _owns(tree, name, child)):
            return name.text
        if name is None and tree[child].lemma in SETTLED and (below := _inner_place(tree, child, cast)):
            return below  # 'positions in the district of X'
    return None


def _owns(tree: Tree, name: Name, child: int) -> bool:
    """Whether the state only has what stands there: 'the Polish consulate', 'U.S. embassies', 'a Norway tanker'."""
    head = tree[tree[child].head].lemma
    is_there = head in (SITES | SETTLED) - MISSIONS
    return name.kind is NameKind.STATE and tree[child].relation == "compound" and not is_there


def _is_waters(tree: Tree, name: Name) -> bool:
    """'the Niger river' is not Niger."""
    return name.end < len(tree) and tree[name.end].lemma.lower() in WATERS and name.kind is NameKind.STATE


def _modifier_places(
    tree: Tree, index: int, cast: Cast, countries: tuple[str, ...], *, is_local: bool = False
) -> Iterator[Place]:
    """'the Doha talks'; `is_local`: a name that nobody knows is a town's, too ('Aldbrook council')."""
    kinds = {NameKind.PLACE, NameKind.CAPITAL, *({NameKind.UNKNOWN, NameKind.ORGANISATION} if is_local else ())}
    for child in tree.below(index, "compound", "nmod"):
        name = cast.name_at(tree, child)
        if name is not None and name.kind in kinds and name.end <= index:
            yield _place(name.text, countries)


def _place(text: str, countries: tuple[str, ...], *, within: str | None = None) -> Place:
    """`within`: the country that the words beside tell ('the Azerbaijani district of X')."""
    found = places.find_place(text, (within,) if within else countries)
    return found if found and within in {None, found.country} else Place(text, within)
