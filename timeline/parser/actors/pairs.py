"""Pairs: which two a text has told of, for 'the two', 'both', 'they' and 'the two companies'."""

from collections import Counter
from collections.abc import Collection, Sequence

from timeline.model.statement import ActorKind
from timeline.parser.actors.member import Member, Seen
from timeline.parser.actors.memory import Memory
from timeline.parser.sentences.phrases import PLURAL
from timeline.parser.sentences.tree import Tree

PROTAGONISTS = (
    frozenset({ActorKind.COMPANY, ActorKind.ORGANISATION, ActorKind.UNKNOWN}),
    frozenset({ActorKind.STATE}),
    frozenset({ActorKind.PERSON}),
)
Kinds = frozenset[ActorKind]
SENTENCES = 2  # how far back a pronoun reaches


def pair(memory: Memory, before: Sequence[Seen], sentence: int, kinds: Collection[ActorKind] = ()) -> tuple[int, ...]:
    """The two that the latest of the last sentences tells of, when there are just two: 'the two', 'both companies'."""
    for back in range(SENTENCES + 1):
        here = [seen.member for seen in before if seen.sentence == sentence - back and seen.is_main]
        sides = [n for n in dict.fromkeys(here) if n >= 0 and _is_side(memory.members[n], kinds)]
        firms = [n for n in sides if _is_named_firm(memory.members[n])]
        sides = firms if len(firms) == 2 else sides  # and not 'the new group' that they will make
        if len(sides) == 2:
            return tuple(sides)
        if len(sides) > 2:
            return ()
    return ()


def named_firms(memory: Memory, before: Sequence[Seen], sentence: int) -> tuple[int, ...]:
    """'Acme will buy a tenth of Corvane, the two companies said': the only firms with names here, else in the last sentence."""
    for back in (0, 1):
        here = (seen.member for seen in before if seen.sentence == sentence - back and seen.member >= 0)
        firms = [n for n in dict.fromkeys(here) if _is_named_firm(memory.members[n]) and not memory.members[n].is_thing]
        if firms:
            return tuple(firms) if len(firms) == 2 else ()
    return ()


def joint(before: Sequence[Seen], sentence: int) -> tuple[int, ...]:
    """The two that a word of the last sentences meant together: 'both sides' again."""
    named: dict[tuple[int, int], list[int]] = {}
    for seen in before:
        if seen.sentence >= sentence - SENTENCES - 1 and seen.member >= 0:
            named.setdefault((seen.sentence, seen.token), []).append(seen.member)
    return next((tuple(members) for members in reversed(named.values()) if len(members) == 2), ())


def joined_with(tree: Tree, head: int) -> int | None:
    """'fighters' of 'fighters and their allies'."""
    noun = tree[head].head
    first = tree.first_conjunct(noun)
    is_joined = tree[head].relation == "poss" and first < head and tree[noun].relation == "conj"
    return first if is_joined and tree[first].tag in PLURAL else None


def _is_named_firm(member: Member) -> bool:
    return not member.is_unnamed and member.kind in PROTAGONISTS[0]


def two(memory: Memory, before: Sequence[Seen], sentence: int) -> tuple[int, ...]:
    """'Two tourists were rescued. A shepherd heard them. Both …': the tourists."""
    recent = [s for s in before if s.is_top and s.member >= 0 and s.sentence >= sentence - SENTENCES - 1]
    told = [seen for seen in recent if memory.members[seen.member].is_two]
    if not told:
        return ()
    return _joined_since(before, told[-1].sentence) or (told[-1].member,)


def _joined_since(before: Sequence[Seen], sentence: int) -> tuple[int, ...]:
    """'Two witnesses said so. Peru and Chad have not commented. Both …': two who were told of together after them."""
    groups: dict[tuple[int, int], list[int]] = {}
    for seen in before:
        if seen.sentence > sentence and seen.is_subject and seen.member >= 0:
            groups.setdefault((seen.sentence, seen.group), []).append(seen.member)
    return next((tuple(members) for members in reversed(groups.values()) if len(set(members)) == 2), ())


def couple(memory: Memory, before: Sequence[Seen], sentence: int) -> tuple[int, ...]:
    """'Two bankers were jailed. Both had …': those told of under one word."""
    subjects = [s.member for s in before if s.is_subject and s.member >= 0 and s.sentence >= sentence - SENTENCES]
    last = memory.members[subjects[-1]] if subjects else None
    return (subjects[-1],) if last is not None and last.is_plural and last.kind is not ActorKind.ORGANISATION else ()


def protagonists(memory: Memory, before: Sequence[Seen], sorts: Sequence[Kinds] = PROTAGONISTS) -> tuple[int, ...]:
    """The two of one sort that a text has told of far more than of any third: 'talks between the two'."""
    for kinds in sorts:
        counts = Counter(
            s.member for s in before if s.member >= 0 and memory.members[s.member].kind in kinds and s.is_main
        )
        ranked = counts.most_common(3)
        if len(ranked) >= 2 and ranked[1][1] > 1 and (len(ranked) == 2 or ranked[2][1] < ranked[1][1]):
            return (ranked[0][0], ranked[1][0])
    return ()


def told_most(memory: Memory, before: Sequence[Seen]) -> tuple[int, ...]:
    """The two firms with names of which more sentences have told than of any third: 'the two banks'."""
    told = Counter(member for _, member in {(s.sentence, s.member) for s in before if s.member >= 0})
    firms = [(n, count) for n, count in told.most_common() if _is_named_firm(memory.members[n])]
    is_clear = len(firms) > 1 and firms[1][1] > (firms[2][1] if len(firms) > 2 else 1)
    return (firms[0][0], firms[1][0]) if is_clear else ()


def _is_side(member: Member, kinds: Collection[ActorKind]) -> bool:
    return member.kind in kinds if kinds else member.kind is not ActorKind.PEOPLE


def all_before(tree: Tree, relative: int, head: int) -> list[int]:
    """The names joined right before ', who', where the last of them stands there."""
    joined = tree.conjuncts(tree.first_conjunct(head))
    is_last = (
        relative > 1 and tree[relative - 1].text == "," and max(tree.subtree(joined[-1])[0], joined[-1]) < relative
    )
    if len(joined) > 1 and _are_crowds(tree, joined, relative):
        return joined
    are_names = all(tree[index].pos == "PROPN" for index in joined)
    is_plain = all(tree.lower[i] not in {"who", "which"} for i in range(joined[0], relative))
    return joined if is_last and are_names and is_plain and not _is_one(tree, relative) else [head]


def _are_crowds(tree: Tree, joined: list[int], relative: int) -> bool:
    """'teachers and transport workers who had blocked it': both, where neither has an article of its own."""
    is_next = max(joined) + 1 == relative
    return is_next and all(tree[i].tag in PLURAL and not tree.below(i, "det", "poss", "nummod", "prep") for i in joined)


def _is_one(tree: Tree, relative: int) -> bool:
    """'Peru and Chad, which is dry': the last alone."""
    verb = tree[relative].head
    return any(tree[i].tag == "VBZ" or tree.lower[i] == "was" for i in (verb, *tree.below(verb, "aux", "auxpass")))


def one_land(memory: Memory, tree: Tree, head: int, found: tuple[int, ...]) -> tuple[int, ...]:
    """'Peru and Chile urged restraint. The country …': neither of the two, but the one told of before them."""
    lands = [s for s in memory.before(tree.sentence.index, head) if s.member >= 0]
    lands = [s for s in lands if memory.members[s.member].kind is ActorKind.STATE]
    last = next((s.sentence for s in reversed(lands) if s.member in found), -1)
    joined = {s.member for s in lands if s.sentence == last and s.is_subject}
    others = Counter(s.member for s in lands if s.member not in joined)
    return (others.most_common(1)[0][0],) if len(joined) > 1 and joined & {*found} and others else found
