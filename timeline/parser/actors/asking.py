"""Asking: what its sentence says of whom a pronoun means, so that `reference` can choose among all whom the text told of."""

from collections.abc import Iterator

from timeline.model.statement import ActorKind
from timeline.parser.actors import pronouns, reference
from timeline.parser.actors.evidence import Asked, Place
from timeline.parser.actors.hero import hero, is_passing
from timeline.parser.actors.indirect import GROUP_PRONOUNS, PERSON_PRONOUNS
from timeline.parser.actors.leanings import CULPRIT, FIRM, THING, leaning
from timeline.parser.actors.member import fits_pronoun, gender_wanted
from timeline.parser.actors.memory import Memory
from timeline.parser.actors.name import Name
from timeline.parser.actors.spokesmen import WE
from timeline.parser.actors.wanted import At, above, doers, held, outliving, told
from timeline.parser.known.hedges import is_saying
from timeline.parser.sentences.tree import SUBJECTS, Tree

SLOTS = {"nsubj": "subject", "nsubjpass": "subject", "dobj": "object", "dative": "object", "poss": "owner"}
SORTS = {
    **dict.fromkeys(PERSON_PRONOUNS, "she"),
    **dict.fromkeys(GROUP_PRONOUNS, "they"),
    pronouns.SPEAKER: "i",
    WE: "we",
}
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "parataxis"})
LEANINGS = {THING: "as a thing", FIRM: "as a firm", CULPRIT: "as a culprit"}


def whom(memory: Memory, at: At, tree: Tree, name: Name) -> tuple[int, ...]:
    """The members that a pronoun means; 'it', 'the two' and where there is no doubt as the plain rules have it."""
    if (known := pronouns.settled(memory, at, tree, name)) is not None:
        return known
    rule = pronouns.prominent(memory, at, tree, name)
    if name.text not in SORTS or len(rule) > 2:  # 'they' after 'A, B and C'
        return rule
    asked = Asked(
        SORTS[name.text],
        name.text,
        tree.sentence.index,
        name.head,
        len(tree) if name.text in pronouns.LATER else name.head,
        _place(memory, at, tree, name.head),
        gender_wanted(name.text),
        rule,
    )
    found = _unless_passing(memory, asked, reference.meant(memory, asked))
    found = _unless_joined(memory, asked, found)
    for number in found if asked.sort == "she" else ():
        memory.members[number].gender = memory.members[number].gender or asked.gender
    return found


def _unless_passing(memory: Memory, asked: Asked, found: tuple[int, ...]) -> tuple[int, ...]:
    """The hero instead of somebody without a name who was only brought in ('his widow handed Blau the baton. She …')."""
    if asked.sort != "she" or len(found) != 1 or not memory.members[found[0]].is_unnamed:
        return found
    before = memory.before(asked.sentence, asked.token)
    last = next(seen for seen in reversed(before) if seen.member == found[0])
    if not is_passing(memory, last, before, asked.sentence, is_undergone="passive" in asked.place.holds):
        return found
    known = hero(memory, before, asked.pronoun, asked.place.barred)
    return found if known is None else (known,)


def _unless_joined(memory: Memory, asked: Asked, found: tuple[int, ...]) -> tuple[int, ...]:
    """'Blau and Kern stabbed Ivo Holt. He died': Holt, the only one told of alone, and neither of two that did it together."""
    if asked.sort != "she" or len(found) != 1:
        return found
    before = memory.before(asked.sentence, asked.token)
    own = [seen for seen in before if seen.member == found[0] and asked.sentence - seen.sentence <= 1]
    named = [seen for seen in own if seen.is_subject and not seen.is_pronoun]
    last = named[-1] if named and named[-1].sentence == own[-1].sentence else None
    if last is None:
        return found
    here = [seen for seen in before if seen.sentence == last.sentence and seen.member >= 0]
    persons = [seen for seen in here if memory.members[seen.member].kind is ActorKind.PERSON]
    joined = {seen.member for seen in persons if seen.group == last.group}
    others = {s.member for s in persons if s.is_main and fits_pronoun(asked.pronoun, memory.members[s.member])} - joined
    return tuple(others) if len(joined) > 1 and len(others) == 1 else found


def _place(memory: Memory, at: At, tree: Tree, head: int) -> Place:
    """What the clause of a word says of it."""
    relation, own = tree[head].relation, tree.clause(head)
    subjects = frozenset(member for i in doers(tree, own) if i != head for member in at(tree, i))
    slot = SLOTS.get(relation, "other")
    return Place(
        slot,
        subjects if relation in {"dobj", "pobj", "dative"} else outliving(at, tree, head),
        subjects if slot == "owner" else frozenset(),
        above(at, tree, head),
        told(at, tree, head),
        held(at, tree, head),
        tuple(_holds(tree, head, own)),
        leaning(tree, head),
        is_quoted=head in memory.quoted.get(tree.sentence.index, ()),
        is_speaking=relation in SUBJECTS and is_saying(tree[tree[head].head].lemma),
    )


def _holds(tree: Tree, head: int, own: int) -> Iterator[str]:
    """What else its clause tells: which clause it is, what stands first, how it is said."""
    token = tree[head]
    yield f"in {tree[own].relation}" if tree[own].relation in CLAUSES else "in main"
    if head == 0:
        yield "first word"
    if token.relation in SUBJECTS and is_saying(tree[token.head].lemma):
        yield "saying"
    if token.relation == "nsubjpass":
        yield "passive"
    if token.relation in SUBJECTS and any(tree.lower[i] == "had" for i in tree.below(token.head, "aux")):
        yield "had"
    if (lean := leaning(tree, head)) in LEANINGS:
        yield LEANINGS[lean]
