"""Listed: several whom a text first only counts and then names: 'Two men were seized. … Colin Farr and Ivo Holt were freed'."""

from collections.abc import Iterator, Sequence

from timeline.model.statement import ActorKind
from timeline.parser.actors.memory import Memory
from timeline.parser.actors.name import NameKind
from timeline.parser.actors.sorts import At, Named
from timeline.parser.known.hedges import is_saying
from timeline.parser.known.roster import nouns
from timeline.parser.sentences.tree import SUBJECTS, Tree

REACH = 3  # sentences back
ANYBODY = frozenset("man woman boy girl people person brother sister twin sibling couple pair".split())
NAMELIKE = frozenset({"NNP", "NNPS", "NN"})
NAMING = frozenset({"name", "identify"})


def listed(memory: Memory, at: At, named: Named, tree: Tree) -> tuple[int, tuple[int, ...]] | None:
    """The member that the text counted before, and those who are named here together for the first time, as many as it."""
    for heads in _joined(tree, named):
        members = tuple(dict.fromkeys(member for head in heads for member in at(tree, head)))
        if len(members) != len(heads) or any(memory.is_older(member, tree.sentence.index) for member in members):
            continue
        counted = [n for n in _counted(memory, tree) if _may_be(memory, tree, n, members, heads)]
        if len(counted) == 1:
            return counted[0], members
    return None


def _joined(tree: Tree, named: Named) -> Iterator[list[int]]:
    """The last words of persons' names that are joined: 'A and B', 'A, B and C'."""
    for token in tree:
        if "conj" not in tree.relations[token.index] or token.relation == "conj" or token.tag not in NAMELIKE:
            continue
        heads = tree.conjuncts(token.index)
        names = [named(tree, head) for head in heads]
        if len(heads) > 1 and all(name is not None and name.kind is NameKind.PERSON for name in names):
            yield heads


def _counted(memory: Memory, tree: Tree) -> Iterator[int]:
    here = tree.sentence.index
    near = {seen.member for seen in memory.before(here, 0) if here - seen.sentence <= REACH and seen.member >= 0}
    for number in sorted(near):
        member = memory.members[number]
        if member.is_unnamed and member.kind is ActorKind.PEOPLE and member.size:
            yield number


def _may_be(memory: Memory, tree: Tree, counted: int, members: Sequence[int], heads: Sequence[int]) -> bool:
    """As many, none of them called something else, and none who only tells of it."""
    group = memory.members[counted]
    above = tree[tree[heads[0]].head]
    is_teller = tree[heads[0]].relation in SUBJECTS and is_saying(above.lemma)
    called = {tree.lower[i].removesuffix("s") for i in tree.subtree(heads[0]) if i < heads[0]} & nouns().keys()
    if group.size != len(members) or is_teller or not called <= group.words:  # 'Neighbours A and B'
        return False
    return not NAMING.isdisjoint(tree.lemmas) or all(_is_called_so(memory, counted, member) for member in members)


def _is_called_so(memory: Memory, counted: int, member: int) -> bool:
    called = {word for word in memory.members[member].words if word in nouns()}
    group, one = memory.members[counted], memory.members[member]
    is_alike = group.gender is None or one.gender in {None, group.gender}
    return is_alike and (not called or bool(called & group.words) or bool(group.words & ANYBODY))
