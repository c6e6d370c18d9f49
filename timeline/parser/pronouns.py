"""Pronouns: whom 'she', 'it', 'they' and 'the two' mean, by number, gender, place in the sentence and nearness."""

from collections.abc import Collection, Sequence

from timeline.model.statement import ActorKind
from timeline.parser.member import NOBODY, Member, Seen, fits_pronoun
from timeline.parser.memory import Memory
from timeline.parser.names import GROUP_PRONOUNS, PAIR, PERSON_PRONOUNS, THING_PRONOUNS

SENTENCES = 2  # how far back a pronoun reaches


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
    subjects = [seen for seen in recent if seen.is_subject]
    found = (subjects or recent)[-1:]
    return tuple(seen.member for seen in found if seen.member != NOBODY)


def pair(memory: Memory, before: Sequence[Seen], sentence: int, kinds: Collection[ActorKind] = ()) -> tuple[int, ...]:
    """The two that the latest of the last sentences tells of, when there are just two: 'the two', 'both companies'."""
    for back in range(SENTENCES + 1):
        here = [seen.member for seen in before if seen.sentence == sentence - back and seen.is_main]
        sides = [n for n in dict.fromkeys(here) if n != NOBODY and _is_side(memory.members[n], kinds)]
        if len(sides) == 2:
            return tuple(sides)
        if len(sides) > 2:
            return ()
    return ()


def _is_side(member: Member, kinds: Collection[ActorKind]) -> bool:
    return member.kind in kinds if kinds else member.kind is not ActorKind.PEOPLE


def _fits(memory: Memory, pronoun: str, seen: Seen) -> bool:
    if seen.member == NOBODY:
        return pronoun in THING_PRONOUNS
    return fits_pronoun(pronoun, memory.members[seen.member])


def _together(before: Sequence[Seen], sentence: int) -> tuple[int, ...]:
    """Those who were the subject together last ('the two men', 'A and B'), in this sentence or the one before."""
    subjects = [seen for seen in before if seen.is_subject and seen.sentence >= sentence - 1]
    last = [one.member for one in subjects if (one.sentence, one.token) == (subjects[-1].sentence, subjects[-1].token)]
    return tuple(last) if len(last) > 1 and NOBODY not in last else ()


def is_personal(pronoun: str) -> bool:
    """'he', 'her' and their like."""
    return pronoun in PERSON_PRONOUNS
