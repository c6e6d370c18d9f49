"""Behind: who stands behind a word that only counts, leads or speaks: 'hundreds of refugees', 'rebels of the Front',
'a spokesman for Acme'."""

from timeline.model.statement import FIRMLIKE, ActorKind
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.name import NameKind
from timeline.parser.actors.names import TRANSPARENT
from timeline.parser.actors.sighting import UNITS
from timeline.parser.actors.spokesmen import SPEAKERS
from timeline.parser.sentences.tree import Tree

SIDES = frozenset({"side", "half", "part"})  # 'the Turkish side of the island'
OFFICERS = SPEAKERS | {"official", "executive", "representative"}  # who speak for it, too, when they say something
ARMED = frozenset("rebel fighter militant gunman guerrilla insurgent combatant separatist".split())
FOLLOWERS = ARMED | frozenset(
    "member soldier troop force activist deputy lawmaker legislator senator councillor".split()
)
TRAINS = frozenset({"convoy", "caravan"})
AMONG = frozenset({"them", "whom", "including"})  # 'four of the players, among them the captain,'
PARTS = frozenset("last first other others handful few".split())  # 'the last of the men', 'a few of her pupils'
FIRMS = frozenset({NameKind.ORGANISATION, NameKind.UNKNOWN, NameKind.GROUP})


def behind(tree: Tree, head: int, cast: Cast) -> int | None:
    """The word for whom 'hundreds of', 'two of' and 'the head of' stand before; a name beside itself is first ('a third, X,')."""
    is_number = tree[head].tag == "CD" or tree[head].entity == "ORDINAL"
    if _is_named(tree, head, cast):
        return None
    if (body := _body(tree, head, cast)) is not None:
        return body
    if tree[head].lemma in UNITS:
        return _owner(tree, head, cast)
    if tree.lower[head] == "all":  # 'all but two of the pupils'
        left = [inner for word, inner in tree.prepositions(head) if word == "but"]
        return next((inner for few in left for word, inner in tree.prepositions(few) if word == "of"), None)
    if tree[head].lemma not in TRANSPARENT and tree.lower[head] not in PARTS and not is_number:
        return None
    beside = [i for i in tree.below(head, "appos") if tree[i].pos == "PROPN" or cast.name_at(tree, i) is not None]
    beside = [i for i in beside if tree.lower[tree.subtree(i)[0] - 1] not in AMONG]
    inside = [inner for preposition, inner in tree.prepositions(head) if preposition == "of"]
    return next(iter([*beside, *inside]), None)


def _owner(tree: Tree, head: int, cast: Cast) -> int | None:
    """'a unit of Acme', "Acme's Blue Foods unit": the last name before it, else the one behind."""
    before = [*tree.below(head, "compound", "nmod"), *tree.below(head, "poss")]
    inside = [inner for preposition, inner in tree.prepositions(head) if preposition == "of"]
    firms = (i for i in (*before, *inside) if (name := cast.name_at(tree, i)) and name.kind in FIRMS)
    return next(firms, None)


def _body(tree: Tree, head: int, cast: Cast) -> int | None:
    """'rebels of the Front': the Front; 'a spokesman for Acme': Acme; 'a convoy of the army': the army."""
    if tree[head].lemma in TRAINS:
        return next((i for word, i in tree.prepositions(head) if word == "of" and cast.at(tree, i)), None)
    if not {tree[head].lemma.lower(), tree.lower[head].removesuffix("s")} & (FOLLOWERS | SPEAKERS):
        return None
    if tree[head].lemma in SPEAKERS:
        return speaks_for(tree, head, cast)
    whence = {"of", "from"} if tree[head].lemma.lower() in ARMED else {"of"}  # 'fighters from the Front'
    inside = [inner for preposition, inner in tree.prepositions(head) if preposition in whence]
    bodies = (
        i for i in inside if (name := cast.name_at(tree, i)) and name.kind in {NameKind.GROUP, NameKind.ORGANISATION}
    )
    return next(bodies, None)


def speaks_for(tree: Tree, head: int, cast: Cast) -> int | None:
    """The word for the firm or body with a name whose spokesman speaks: 'a spokesman for Acme', 'the firm's spokeswoman',
    'two officials of the Inspectorate'."""
    if tree[head].lemma not in OFFICERS:
        return None
    inside = [inner for preposition, inner in tree.prepositions(head) if preposition in {"for", "of", "at", "from"}]
    for index in (*inside, *tree.below(head, "poss", "compound", "nmod")):
        name, actors = cast.name_at(tree, index), [cast.actor(member) for member in cast.at(tree, index)]
        is_named = name is not None and name.kind in {NameKind.GROUP, NameKind.ORGANISATION}
        if is_named or any(actor.kind in FIRMLIKE and actor.name[:1].isupper() for actor in actors):
            return index
    return None


def _is_named(tree: Tree, head: int, cast: Cast) -> bool:
    """'the head of the port authority, X,' is X."""
    name = cast.name_at(tree, head)
    if name is None:
        return False
    actors = [cast.actor(member) for member in cast.at(tree, head)]
    is_side = name.noun in SIDES
    if is_side and len(actors) > 1:  # 'accused both sides of abuses'
        return True
    return any(
        (actor.kind is ActorKind.PERSON or (is_side and actor.kind is ActorKind.STATE)) and actor.name[:1].isupper()
        for actor in actors
    )
