"""Identified: whom a text says to bear a name: 'A man stabbed two guards. … The attacker was named as Rolf Kern'."""

from timeline.model.statement import ActorKind
from timeline.parser.actors.memory import Memory
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.actors.sorts import At
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.tree import Tree

NAMING = frozenset({"name", "identify"})
# By what they did, and no word for who they are.
CULPRITS = word_list("doing violence") | frozenset({"suspect", "culprit"})
BYSTANDERS = word_list("bystander") | word_list("kin")
REACH = 3  # sentences back


def identified(memory: Memory, at: At, tree: Tree, name: Name, member: int) -> tuple[int, ...]:
    """The members without a name who are said to be that person; () where nobody is."""
    word = _bearer(tree, name)
    members = at(tree, word) if word is not None else ()
    if word is None or len(members) != 1:
        return ()
    bearer = memory.members[members[0]]
    is_open = bearer.is_unnamed and bearer.kind is ActorKind.PERSON
    if not is_open and members[0] != member:
        return ()
    is_new = not memory.is_older(members[0], tree.sentence.index)
    before = (
        _only_doer(memory, tree, memory.members[member].gender) if is_new and tree[word].lemma in CULPRITS else None
    )
    return tuple(n for n in (members[0], before) if n is not None and n != member)


def _bearer(tree: Tree, name: Name) -> int | None:
    """'the victim' of 'named the victim as X', 'the victim was identified by police as X'."""
    head = tree[name.head]
    if name.kind is not NameKind.PERSON or head.relation != "pobj" or tree.lower[head.head] != "as":
        return None
    verb = tree[tree[head.head].head]
    if verb.lemma not in NAMING:
        return None
    said = [*tree.below(verb.index, "nsubjpass"), *tree.below(verb.index, "dobj")]
    return said[0] if said else verb.head if verb.relation == "acl" else None


def _only_doer(memory: Memory, tree: Tree, gender: str | None) -> int | None:
    """The only person without a name told of in the sentences before as who did something, and no more than looked on."""
    here = tree.sentence.index
    doers = {s.member for s in memory.before(here, 0) if s.relation == "nsubj" and here - s.sentence <= REACH}
    able = [n for n in doers if n >= 0 and memory.members[n].is_unnamed and memory.members[n].kind is ActorKind.PERSON]
    able = [n for n in able if not memory.members[n].is_plural and memory.members[n].words.isdisjoint(BYSTANDERS)]
    able = [n for n in able if gender is None or memory.members[n].gender in {None, gender}]
    return able[0] if len(able) == 1 else None
