"""Pronouns: whom 'she', 'it', 'they' and 'the two' mean, by number, gender, place in the sentence and nearness."""

from collections.abc import Callable, Collection, Sequence

from timeline.model.statement import ActorKind
from timeline.parser.member import NOBODY, THINGS, Member, Seen, fits_pronoun, gender_wanted
from timeline.parser.memory import Memory
from timeline.parser.name import Name
from timeline.parser.names import GROUP_PRONOUNS, PAIR, PERSON_PRONOUNS, THING_PRONOUNS
from timeline.parser.tree import Tree

At = Callable[[Tree, int], tuple[int, ...]]

SENTENCES = 2  # how far back a pronoun reaches
RELATIVE = frozenset({"who", "which", "that"})
WEATHER = frozenset({"rain", "snow", "hail", "drizzle", "thunder"})  # 'it rained': nobody did
PROXIES = frozenset("lawyer attorney solicitor barrister spokesman spokeswoman spokesperson agent".split())


def whom(memory: Memory, at: At, tree: Tree, name: Name) -> tuple[int, ...]:
    """The members that a pronoun means; `at` gives those that a word named before it names."""
    if name.text in RELATIVE:
        return _antecedent(at, tree, name)
    if name.text == "it" and tree[tree[name.head].head].lemma in WEATHER:
        return ()
    if principal := _principal(memory, at, tree, name):
        return principal
    found = meant(memory, name.text, tree.sentence.index, name.head, _co_arguments(at, tree, name))
    for number in found:
        member = memory.members[number]
        member.gender = member.gender or gender_wanted(name.text)
    return found


def _antecedent(at: At, tree: Tree, name: Name) -> tuple[int, ...]:
    """The noun that a relative clause hangs on."""
    for above in tree.above(name.head):
        if tree[above].relation == "relcl":
            return at(tree, tree[above].head)
    return ()


def _principal(memory: Memory, at: At, tree: Tree, name: Name) -> tuple[int, ...]:
    """'His lawyer said he would appeal': he is the client."""
    above = tree.head(name.head)
    saying = tree.head(above) if above is not None and tree[above].relation == "ccomp" else None
    if saying is None or name.text not in PERSON_PRONOUNS:
        return ()
    clients = [i for i in tree.below(saying, "nsubj") if tree[i].lemma in PROXIES for i in tree.below(i, "poss")]
    members = [member for client in clients for member in at(tree, client)]
    return tuple(member for member in members if memory.members[member].kind is ActorKind.PERSON)


def _co_arguments(at: At, tree: Tree, name: Name) -> set[int]:
    """Who does something to 'her' is another; 'her friend' may be the friend of who does it."""
    if tree[name.head].relation not in {"dobj", "pobj", "dative"}:
        return set()
    subjects = tree.below(tree.clause(name.head), "nsubj", "nsubjpass")
    return {member for subject in subjects for member in at(tree, subject)}


def meant(memory: Memory, pronoun: str, sentence: int, token: int, barred: Collection[int] = ()) -> tuple[int, ...]:
    """Whom a pronoun at that place means: the last fitting subject, else the last one that fits; () for a thing.

    `barred` are those that it cannot mean: who does something to 'her' is another.
    """
    before = memory.before(sentence, token)
    if pronoun == PAIR:
        return pair(memory, before, sentence)
    if pronoun in GROUP_PRONOUNS and (together := _together(before, sentence)):
        return together
    recent = [
        seen
        for seen in before
        if seen.sentence >= sentence - SENTENCES and seen.member not in barred and _fits(memory, pronoun, seen)
    ]
    recent = _of_gender(memory, pronoun, recent)
    subjects = [seen for seen in recent if seen.is_subject]
    found = (subjects or recent)[-1:]
    return tuple(seen.member for seen in found if seen.member >= 0)


def _of_gender(memory: Memory, pronoun: str, recent: list[Seen]) -> list[Seen]:
    """Those who are known to be a woman before those of whom the text does not tell, for 'she'."""
    wanted = gender_wanted(pronoun)
    known = [seen for seen in recent if wanted and seen.member >= 0 and memory.members[seen.member].gender == wanted]
    return known or recent


def pair(memory: Memory, before: Sequence[Seen], sentence: int, kinds: Collection[ActorKind] = ()) -> tuple[int, ...]:
    """The two that the latest of the last sentences tells of, when there are just two: 'the two', 'both companies'."""
    for back in range(SENTENCES + 1):
        here = [seen.member for seen in before if seen.sentence == sentence - back and seen.is_main]
        sides = [n for n in dict.fromkeys(here) if n >= 0 and _is_side(memory.members[n], kinds)]
        if len(sides) == 2:
            return tuple(sides)
        if len(sides) > 2:
            return ()
    return ()


def _is_side(member: Member, kinds: Collection[ActorKind]) -> bool:
    return member.kind in kinds if kinds else member.kind is not ActorKind.PEOPLE


def _fits(memory: Memory, pronoun: str, seen: Seen) -> bool:
    if seen.member < 0:
        return pronoun in {NOBODY: THING_PRONOUNS, THINGS: GROUP_PRONOUNS}[seen.member]
    return not seen.is_aside and fits_pronoun(pronoun, memory.members[seen.member])


def _together(before: Sequence[Seen], sentence: int) -> tuple[int, ...]:
    """Those who were the subject together last ('the two men', 'A and B'), in this sentence or the one before."""
    subjects = [seen for seen in before if seen.is_subject and seen.sentence >= sentence - 1]
    last = [one.member for one in subjects if (one.sentence, one.token) == (subjects[-1].sentence, subjects[-1].token)]
    return tuple(last) if len(last) > 1 and min(last) >= 0 else ()
