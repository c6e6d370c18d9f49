"""Nationals: whom words for the people of a country mean: a people, one of them, or their state."""

from timeline.model.statement import ActorKind
from timeline.parser.actors.beside import ONE, Named, is_sort
from timeline.parser.actors.descriptions import compatriot
from timeline.parser.actors.memory import Memory
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.actors.wanted import At
from timeline.parser.sentences.phrases import PLURAL
from timeline.parser.sentences.slots import NOMINAL
from timeline.parser.sentences.tree import Tree

SORTS = frozenset({NameKind.DEMONYM, NameKind.ORGANISATION, NameKind.UNKNOWN, NameKind.GROUP})
SINGULAR = ("an", "ani", "qi")  # of one of a people: 'the Kenyan'; 'the Dutch' are all of them
SAYING_WHICH = ("amod", "compound", "prep", "appos")


def so_called(at: At, tree: Tree, name: Name) -> tuple[int, ...]:
    """X for the Dutchman of 'X, a Dutchman who led the race,', the warden for the Methodist of 'The warden, a Methodist,'."""
    return at(tree, tree[name.head].head) if name.kind in SORTS and is_sort(tree, name) else ()


def told_by_name(named: Named, tree: Tree, name: Name) -> tuple[Name, ...]:
    """X of 'a Kenyan, X, won'."""
    is_one = ONE & {tree.lower[child] for child in tree.below(name.head, "det")}
    behind = (other for i in tree.below(name.head, "appos") if is_one and (other := named(tree, i)))
    return tuple(other for other in behind if other.kind is NameKind.PERSON)[:1]


def national(memory: Memory, named: Named, tree: Tree, name: Name) -> int:
    """'Afghans' are a people, 'a Kenyan' is one of them; 'Afghan' before a noun, and 'the British', are the state."""
    if (known := compatriot(memory, tree, name)) is not None:
        return known
    if _is_one(named, tree, name):
        return memory.enter(f"one {name.text.lower()}", name.text, ActorKind.PERSON, name.country)
    head = tree[name.head]
    if head.tag in PLURAL and head.relation not in {"amod", "compound"}:
        return memory.enter(f"people {name.text.lower()} {name.country}", name.text, ActorKind.PEOPLE, name.country)
    return memory.state(str(name.country))


def _is_one(named: Named, tree: Tree, name: Name) -> bool:
    """'a Ukrainian', and 'the Kenyan' of whom nothing tells which."""
    head = tree[name.head]
    if head.tag in PLURAL:
        return False
    articles = {tree[child].text.lower() for child in tree.below(name.head, "det")}
    is_noun = tree[tree.first_conjunct(name.head)].relation in NOMINAL  # 'three Russians and a Ukrainian'
    if articles & ONE and (is_noun or (head.relation == "appos" and named(tree, head.head) is None)):
        return True
    is_known = articles == {"the"} and is_noun and name.text.endswith(SINGULAR)
    return is_known and not tree.below(name.head, *SAYING_WHICH)
