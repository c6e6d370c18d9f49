"""Locations: where a mention happened, apart from where its actors come from and where the reporter sat."""

from collections.abc import Iterator

from timeline.model.statement import Place
from timeline.model.types import COMMENTS, SPOKEN, UNGUIDED
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.name import NameKind
from timeline.parser.known import places
from timeline.parser.known.wordlists import word_list
from timeline.parser.locations.afar import is_days_off, is_met_about
from timeline.parser.locations.bearings import between, nearby, stood
from timeline.parser.locations.buildings import bourses, buildings, unlisted
from timeline.parser.locations.journeys import goals, launched_from, overhead
from timeline.parser.locations.spots import (
    ARRIVED,
    PLACE_KINDS,
    PLACE_PREPOSITIONS,
    TOWARDS,
    is_vague,
    land,
    modifier_places,
    named_places,
    places_in,
    spot,
)
from timeline.parser.locations.surroundings import (
    amid,
    arranged,
    at_distance,
    awaited,
    governing,
    hindered,
    purpose,
    where,
)
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.standing import SETTLEMENTS as SETTLED
from timeline.parser.sentences.tree import RELATIVE_TAGS, SUBJECTS, Tree, once

# Frames in which a state named as goal or origin is where.
JOURNEYS = frozenset({"visit", "leave", "pull", "deploy", "move"})
BEARERS = ("object", "against", "on", "of", "at", "to", "into", "from", "subject")  # slots whose noun may say where
GROUNDS = ("object", "on", "at", "into", "of", "against", "upon", "inside", "to")
INSIDE = frozenset({"aid", "concede", "assault"})
PHYSICAL = frozenset(
    {"assault", "coerce", "retreat", "mobilize", "disaster", "accident", "crime", "protest", "aid", "consult"}
)
CONTESTS = word_list("contest")
LOCAL_BODIES = word_list("local body")
MOTION = word_list("motion")
AT_LAW = frozenset({"legal", "appointment", "agree", "accuse"})
BUSY = word_list("being at it")
SEATS = frozenset({"mayor", "governor", "sheriff", "council"})  # 'the vote for mayor of Varna' is held in Varna
SPREADING = frozenset({"fire", "wildfire", "blaze", "flood", "landslide", "avalanche"})  # 'the Alder Creek fire'
OUT_OF = frozenset({"retreat", "crime", "coerce", "disaster", "consult"})  # of these, 'from' may say where
OWNED = UNGUIDED | {"election"}
STAYING = PLACE_PREPOSITIONS - TOWARDS
ASIDE = frozenset({"after", "when", "as", "while", "where"})  # these clauses tell of the same scene
# The searches after those of the mention's own words.
FIRST = (goals, overhead, arranged, where, launched_from)
CALLING = frozenset({NameKind.DESCRIPTION, NameKind.PRONOUN})
NAMELESS = frozenset({"", "DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})  # labels
# Verbs whose object is where, be it a state.
ENTERING = frozenset({"invade", "occupy", "enter", "annex", "reach", "cross"})


def find_location(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Place | None:
    """The place that the first search finds: towns before states, None when no words say where.

    `countries` are those the text speaks of: they choose between places of one name.
    """
    state: Place | None = None
    if not _names_anything(mention.tree, cast):
        return None
    for found in filter(None, _searches(mention, cast, countries)):
        towns = [place for place in found if not is_vague(place) and _is_within(place, state)]
        if towns:
            return towns[0]
        state = state or found[0]
    return state


def _names_anything(tree: Tree, cast: Cast) -> bool:
    """Whether a sentence may name more than 'she' and 'the men', by which no place is told."""
    names = cast.names[tree.sentence.index].values()
    return _has_name(tree) or any(name.country or name.kind not in CALLING for name in names)


@once
def _has_name(tree: Tree) -> bool:
    """A tagged name, or a capital that does not only begin the sentence."""
    return not tree.entities <= NAMELESS or any(token.text[:1].isupper() for token in tree.sentence.tokens[1:])


def _is_within(town: Place, state: Place | None) -> bool:
    """'washed away a bridge near Balasore in eastern India': the town tells more than the state."""
    return state is None or state.country is None or town.country in {None, state.country}


def grounds_of(mention: Mention, cast: Cast) -> list[Place]:
    """The places that an attack is on, into or at: towns and lands, and what stands in them ('targets in Jericho')."""
    slots = (*GROUNDS, "in") if mention.row.type in INSIDE or mention.row.frame == "visit" else GROUNDS
    heads = [head for slot in slots for head in mention.slots.get(slot, [])]
    tree, countries = mention.tree, tuple(cast.countries)
    inner = [i for head in heads for word, i in tree.prepositions(head) if word in {"in", "of"}]
    owned = (code for head in [*heads, *inner] if (code := land(tree, head)))
    named = [place for head in heads for place in named_places(tree, head, cast, countries)]
    return [*named, *(Place(places.state_name(code), code) for code in owned)]


def _searches(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[list[Place]]:
    """Nearest first: phrases of the trigger and its clause, what is struck, the arguments, the noun's own modifiers."""
    tree, clause = mention.tree, _clause(mention)
    harms = [harm.index for harm in mention.consequences]
    prepositions = STAYING if mention.row.type in SPOKEN else PLACE_PREPOSITIONS
    for index in dict.fromkeys((mention.index, mention.top, clause, *harms)):
        is_own = index != clause or index == mention.top
        if not is_own and (not _is_same_clause(mention, clause) or is_met_about(mention)):
            continue
        if found := list(places_in(tree, index, cast, countries, prepositions=prepositions)):
            yield found
    for search in FIRST:
        if found := list(search(mention, cast, countries)):
            yield found
    if mention.row.type in UNGUIDED:
        yield list(_struck(mention, cast, countries))
    if mention.row.type == "sport":
        yield _contests(tree, mention.index, cast, countries)
    yield from _among_arguments(mention, clause, cast, countries)
    if mention.row.type == "consult" and not mention.is_verb:
        yield list(modifier_places(tree, mention.index, cast, countries))
    if (mention.is_verb or mention.carrier) and mention.row.type not in SPOKEN:
        yield _inside(tree, mention.top, clause, cast, countries)
    for search in LAST:
        if found := list(search(mention, cast, countries)):
            yield found


def _clause(mention: Mention) -> int:
    """The verb of its clause; that which is told of a gerund: 'Fighting entered its second week near Kita'."""
    tree, token = mention.tree, mention.tree[mention.index]
    is_subject = token.tag == "VBG" and token.relation in SUBJECTS and tree[token.head].pos in {"VERB", "AUX"}
    return tree.clause(token.head if is_subject else mention.index)


def _among_arguments(mention: Mention, clause: int, cast: Cast, countries: tuple[str, ...]) -> Iterator[list[Place]]:
    """What is struck or held, and what stands inside the phrases of those who take part."""
    tree = mention.tree
    subjects = mention.slots.get("subject", [])
    slots = ("subject",) if mention.row.type in SPOKEN else BEARERS  # 'invited the king to a concert in Oslo'
    for head in dict.fromkeys(head for slot in slots for head in mention.slots.get(slot, [])):
        if head in subjects and mention.row.type in COMMENTS and _is_somebody(tree, head, cast):
            continue
        is_not_there = head in subjects or _is_origin(mention, head, cast)
        borne = [] if is_not_there else list(_borne(mention, head, cast, countries))
        contests = _contests(tree, head, cast, countries) if mention.row.type == "sport" else []
        if found := [*borne, *contests, *_inside(tree, _antecedent(tree, head), clause, cast, countries)]:
            yield found
    inner = [i for head in mention.slots.get("object", []) for word, i in tree.prepositions(head) if word == "for"]
    for head in (*mention.slots.get("for", []), *inner):  # 'lifted the curfew for the town of Sadr'
        if tree[head].lemma in SETTLED:
            yield list(named_places(tree, head, cast, countries, is_towards=True))
    for head in [*subjects, mention.index] if mention.row.type in UNGUIDED else []:  # 'the Coyote Ridge fire burned'
        yield list(
            modifier_places(tree, _antecedent(tree, head), cast, countries, is_local=tree[head].lemma in SPREADING)
        )
    for head in subjects:
        yield [place for place in _borne(mention, head, cast, countries) if not _is_named(tree, head, cast, place)]
        if tree[head].lemma in LOCAL_BODIES:
            yield list(modifier_places(tree, head, cast, countries, is_local=True))
    if mention.row.type == "election":
        seats = [i for i in tree.subtree(mention.top) if tree[i].lemma in SEATS and tree.clause(i) == clause]
        inner = [i for seat in seats for preposition, i in tree.prepositions(seat) if preposition == "of"]
        yield [place for index in inner for place in named_places(tree, index, cast, countries, is_towards=True)]


def _is_somebody(tree: Tree, head: int, cast: Cast) -> bool:
    """Who speaks where nobody says: 'a union leader in Lima, Ana Ruiz, called it a joke'; 'residents of Lima complained' there."""
    name = cast.name_at(tree, head)
    return "appos" in tree.relations[head] or (name is not None and name.kind is NameKind.PERSON)


def _is_origin(mention: Mention, head: int, cast: Cast) -> bool:
    """'a loan from Lima', 'planes from Lima'; troops that leave a place are told of there."""
    if head not in mention.slots.get("from", []) or cast.name_at(mention.tree, head) is None:
        return False
    return mention.row.type not in OUT_OF and mention.row.frame not in JOURNEYS


def _is_named(tree: Tree, head: int, cast: Cast, place: Place) -> bool:
    """The word that acts is the place's own name ('Lima withdrew'), or the place is a whole state."""
    return cast.name_at(tree, head) is not None or places.is_land(place)


def _antecedent(tree: Tree, head: int) -> int:
    """'a gallery in Lima that is to open in May': the gallery."""
    clause = tree.clause(head)
    is_relative = tree[head].tag in RELATIVE_TAGS and tree[clause].relation == "relcl"
    return tree[clause].head if is_relative else head


def _contests(tree: Tree, head: int, cast: Cast, countries: tuple[str, ...]) -> list[Place]:
    """'the Turku Marathon' is run in Turku."""
    name = cast.name_at(tree, head)
    words = name.text.split() if name is not None and name.kind is not NameKind.PERSON else []
    if tree[head].lemma.lower().rpartition("-")[2] in CONTESTS and (name is None or len(words) < 2):
        return list(modifier_places(tree, head, cast, countries))
    if len(words) < 2 or words[-1].lower() not in CONTESTS:
        return []
    found = places.find_place(" ".join(words[:-1]), countries)
    return [found] if found is not None else []


def _owners(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """The land that has the vote or the flood: of "won Gambia's presidential vote", "Gambia's floods"."""
    tree = mention.tree
    if mention.row.type not in OWNED:
        return
    heads = mention.slots.get("object", []) if mention.is_verb else [mention.index]
    for owner in (child for head in heads for child in tree.below(head, "poss")):
        name = cast.name_at(tree, owner)
        if name is not None and name.kind in PLACE_KINDS:
            yield spot(name.text, countries)


def _beside(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """'were trapped after a lift stopped near Kitzberg': where the clause about the same moment has it."""
    tree, verb = mention.tree, mention.top
    if not mention.is_verb or mention.row.type in COMMENTS:
        return
    clauses = [
        child
        for child in tree.below(verb, "advcl")
        if any(tree[i].text.lower() in ASIDE for i in tree.below(child, "mark", "advmod"))
    ]
    nouns = [inner for word, inner in tree.prepositions(verb) if word == "after" and tree[inner].pos == "NOUN"]
    clauses += [child for noun in nouns for child in tree.below(noun, "acl") if tree[child].tag == "VBN"]
    for clause in clauses:
        yield from places_in(tree, clause, cast, countries)


def _busy(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """'Workers digging a sewer in Cologne found a bomb', 'fishermen working off Natuna were seized': where they were at it."""
    tree = mention.tree
    if not mention.is_verb or mention.row.type in SPOKEN | AT_LAW | {"business"}:
        return
    heads = [head for slot in ("subject", "object") for head in mention.slots.get(slot, []) if head < mention.index]
    for clause in (i for head in heads for i in tree.below(head, "acl")):
        if tree[clause].tag == "VBG" and tree[clause].lemma in BUSY:
            for index in (clause, *tree.below(clause, "dobj")):
                yield from places_in(tree, index, cast, countries, prepositions=ARRIVED)


def _inside(tree: Tree, head: int, clause: int, cast: Cast, countries: tuple[str, ...]) -> list[Place]:
    """Place phrases anywhere below a word, as long as no other clause begins."""
    nouns = [i for i in tree.subtree(head) if "prep" in tree.relations[i] and tree[i].pos in {"NOUN", "PROPN"}]
    nouns = [i for i in nouns if i == head or (tree.clause(i) == clause and not _is_beside_name(tree, i, head))]
    nouns = [i for i in nouns if not is_days_off(tree, i)]
    return [place for index in nouns for place in places_in(tree, index, cast, countries, prepositions=ARRIVED)]


def _is_beside_name(tree: Tree, index: int, head: int) -> bool:
    """'Norway, the largest producer in Europe,' does it anywhere."""
    above = tree.above(index)
    return head in above and any(tree[word].relation == "appos" for word in (index, *above[: above.index(head)]))


def _borne(mention: Mention, head: int, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """What is stormed, shelled or visited is where it happens, when it is a town."""
    if mention.row.type in PHYSICAL or mention.lemma in MOTION:
        is_journey = mention.row.frame in JOURNEYS or mention.lemma in ENTERING
        found = named_places(mention.tree, head, cast, countries)
        yield from (place for place in found if is_journey or not places.is_land(place))


def _struck(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """'An earthquake struck Nepal': the object of the verb whose subject the trigger is."""
    tree, token = mention.tree, mention.tree[mention.index]
    verb = mention.index if mention.is_verb else token.head
    if mention.is_verb or token.relation == "nsubj":
        for head in tree.below(verb, "dobj"):
            yield from named_places(tree, head, cast, countries)
            yield from _inside(tree, head, tree.clause(verb), cast, countries)


def _is_same_clause(mention: Mention, clause: int) -> bool:
    return clause in (mention.index, mention.top) or mention.tree[mention.index].relation in {
        "dobj",
        "nsubj",
        "nsubjpass",
        "pobj",
    }


# Of all searches.
LAST = (
    between, amid, _beside, _busy, _owners, buildings, bourses, hindered, awaited, governing, at_distance, unlisted,
    purpose, nearby, stood,
)  # fmt: skip
