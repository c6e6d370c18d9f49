"""Anew: somebody told of whom a text calls by a new word: 'the former judge', 'the father of two', 'her rival'."""

from collections.abc import Collection, Mapping, Sequence

from timeline.model.statement import FIRMLIKE, ActorKind
from timeline.parser.actors.member import Member
from timeline.parser.actors.memory import Memory
from timeline.parser.actors.name import Name
from timeline.parser.actors.sorts import At
from timeline.parser.known.roster import gender_of, nouns
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.numerals import number_value
from timeline.parser.sentences.phrases import words_before
from timeline.parser.sentences.slots import NOMINAL
from timeline.parser.sentences.tree import Tree

EPITHETS = word_list("calling somebody anew")
BYSTANDERS = word_list("bystander") | word_list("kin")
PARENTS = frozenset({"father", "mother", "grandfather", "grandmother"})
NEIGHBOURS = frozenset({"neighbour", "neighbor"})
RIVALS = frozenset({"rival", "opponent", "challenger"})
CHILDREN = frozenset({"son", "daughter", "child"})
APART = frozenset({"appos", "npadvmod", "dobj", "attr", "oprd"})
MORE = ("amod", "compound", "prep", "appos", "relcl")
NEAR = 3  # words
ONCE = frozenset({"former", "ex", "ex-"})
REACH = 2  # sentences back
CHOOSING = frozenset(
    "elect re-elect swear inaugurate appoint reappoint name install crown hire choose select nominate".split()
)


def anew(
    memory: Memory, at: At, tree: Tree, name: Name, known: Collection[int], countries: Mapping[str, int]
) -> tuple[int, ...]:
    """Those `known` whom a word means by what they are to another: a rival, the land beside one, or the child of somebody told
    only now; `countries` says how often the text names each.
    """
    return (
        born_of(memory, at, tree, name)
        or rival_meant(memory, at, tree, name, known)
        or neighbour_meant(memory, at, tree, name, countries)
    )


def called_anew(memory: Memory, tree: Tree, name: Name, fits: Sequence[int]) -> int | None:
    """The only person told of lately, for 'the former judge', 'the striker', where nobody was called so; of those who fit."""
    is_epithet = name.noun in EPITHETS or bool(ONCE & words_before(tree, name.head)) or _is_aged(tree, name.head)
    is_bare = not tree.below(name.head, "prep", "poss", "relcl", "acl", "appos")
    if not is_epithet or not is_bare or tree[name.head].relation not in NOMINAL:
        return None
    return _only_lately(memory, tree, fits)


def _is_aged(tree: Tree, head: int) -> bool:
    """'the 52-year-old priest'."""
    is_the = any(tree.lower[i] == "the" for i in tree.below(head, "det"))
    return is_the and any(tree.lower[i] == "old" and tree[i].entity == "DATE" for i in tree.below(head, "amod"))


def parent_meant(memory: Memory, tree: Tree, name: Name, fits: Sequence[int]) -> int | None:
    """'the father of two': the only one told of lately who may be one."""
    inside = [inner for word, inner in tree.prepositions(name.head) if word == "of"]
    is_counted = any(number_value([tree[i].text]) is not None and tree[i].tag == "CD" for i in inside)
    return _only_lately(memory, tree, fits) if name.noun in PARENTS and is_counted else None


def _only_lately(memory: Memory, tree: Tree, fits: Sequence[int]) -> int | None:
    told = memory.told()
    near = [n for n in fits if n in told and tree.sentence.index - told[n].last <= REACH]
    near = [n for n in near if memory.members[n].words.isdisjoint(BYSTANDERS)]
    return near[0] if len(near) == 1 else None


def rival_meant(memory: Memory, at: At, tree: Tree, name: Name, known: Collection[int]) -> tuple[int, ...]:
    """'her rival': the only other one with a name whom the text has told of by then."""
    if name.noun not in RIVALS or tree[name.head].tag != "NN":  # 'her opponents' are nobody told of
        return ()
    owners = [member for child in tree.below(name.head, "poss") for member in at(tree, child)]
    if len(owners) != 1 or tree.below(name.head, *MORE):
        return ()
    own = memory.members[owners[0]]
    others = [n for n in memory.told() if n in known and n != owners[0] and _is_alike(memory.members[n], own)]
    return tuple(others) if len(others) == 1 else ()


def neighbour_meant(memory: Memory, at: At, tree: Tree, name: Name, countries: Mapping[str, int]) -> tuple[int, ...]:
    """'accused its larger neighbour': the only other land that the text names, or the one that it names most."""
    if name.noun not in NEIGHBOURS or tree[name.head].tag != "NN":
        return ()
    owners = [memory.members[m] for child in tree.below(name.head, "poss") for m in at(tree, child)]
    if [one.kind for one in owners] != [ActorKind.STATE]:
        return ()
    others = sorted((n, code) for code, n in countries.items() if code != owners[0].country)[::-1]
    is_clear = len(others) == 1 or (len(others) > 1 and others[0][0] > others[1][0])
    return (memory.state(others[0][1]),) if is_clear else ()


def _is_alike(member: Member, own: Member) -> bool:
    is_sort = member.kind is own.kind or (member.kind in FIRMLIKE and own.kind in FIRMLIKE)
    return is_sort and not member.is_unnamed and not member.is_thing and member.kind is not ActorKind.PEOPLE


def office_given(memory: Memory, at: At, tree: Tree, name: Name) -> tuple[int, ...]:
    """'was elected president of Chad', 'was sworn in as mayor', 'hired X as coach': who is to be that."""
    head = tree[name.head]
    is_as = head.relation == "pobj" and tree.lower[head.head] == "as"
    verb = tree[head.head].head if is_as else head.head
    if tree[verb].lemma not in CHOOSING or not (is_as or head.relation == "oprd") or not nouns()[name.noun].is_office:
        return ()
    chosen = [member for i in tree.below(verb, "nsubjpass", "dobj") for member in at(tree, i)]
    return tuple(chosen) if len(chosen) == 1 and memory.members[chosen[0]].kind is ActorKind.PERSON else ()


def born_of(memory: Memory, at: At, tree: Tree, name: Name) -> tuple[int, ...]:
    """'X was born in Graz, the son of a tailor': X."""
    if not _is_child(tree, name):
        return ()
    start, gender = tree.subtree(name.head)[0], gender_of(name.noun)
    found = [m for i in tree.below(tree.clause(name.head), "nsubj", "nsubjpass") for m in at(tree, i)]
    beside = [m for i in range(max(0, start - NEAR), start) for m in at(tree, i)]
    # 'married Anna Blau, the daughter of a tailor'
    others = [m for m in beside if m not in found and memory.members[m].kind is ActorKind.PERSON]
    persons = [m for m in found if memory.members[m].kind is ActorKind.PERSON and not others]
    return tuple(
        m for m in persons if len(found) == 1 and memory.members[m].gender in {None, gender or memory.members[m].gender}
    )


def _is_child(tree: Tree, name: Name) -> bool:
    """', the son of a tailor', behind the verb."""
    if name.noun not in CHILDREN or not any(word == "of" for word, _ in tree.prepositions(name.head)):
        return False
    start = tree.subtree(name.head)[0]
    is_apart = start > 0 and tree[start - 1].text == "," and tree.lower[start] in {"the", "a"}
    return is_apart and tree.clause(name.head) < start and tree[name.head].relation in APART
