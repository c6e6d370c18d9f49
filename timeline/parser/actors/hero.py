"""Hero: the person that a text goes on about, whom 'she' means though others were told of since ('her father's first wife')."""

from collections.abc import Collection, Sequence

from timeline.parser.actors.indirect import PERSON_PRONOUNS
from timeline.parser.actors.member import Seen, fits_pronoun
from timeline.parser.actors.memory import Memory

OFTEN = 3  # sentences that tell of a hero, and at least twice as many as of any other


def hero(memory: Memory, before: Sequence[Seen], pronoun: str, barred: Collection[int]) -> int | None:
    """The named person that a pronoun for one may mean and that the text has told of far more than of any other."""
    if pronoun not in PERSON_PRONOUNS:
        return None
    told: dict[int, set[int]] = {}
    for seen in before:
        if seen.member >= 0 and fits_pronoun(pronoun, memory.members[seen.member]):
            told.setdefault(seen.member, set()).add(seen.sentence)
    ranked = sorted(told, key=lambda number: -len(told[number]))
    if not ranked or ranked[0] in barred or memory.members[ranked[0]].is_unnamed:
        return None
    next_to = len(told[ranked[1]]) if len(ranked) > 1 else 0
    return ranked[0] if len(told[ranked[0]]) >= max(OFTEN, 2 * next_to) else None


def is_passing(
    memory: Memory, seen: Seen | None, before: Sequence[Seen], sentence: int, *, is_undergone: bool = False
) -> bool:
    """Nobody, or somebody without a name who was only brought in: 'a film with his wife in the leading role', or told of in no
    more than one sentence, and that not the pronoun's own ('His widow handed Blau the baton.'). Who was arrested in the last
    sentence is gone on with when something is done to him (`is_undergone`): 'arrested a driver. He was acquitted'."""
    if seen is None:
        return True
    if seen.member < 0 or not memory.members[seen.member].is_unnamed:
        return False
    if is_undergone and seen.is_affected and seen.sentence == sentence - 1:
        return False
    is_beside = not (seen.is_main or seen.is_subject or seen.is_pronoun)
    told = {one.sentence for one in before if one.member == seen.member}
    return is_beside or (len(told) == 1 and sentence not in told)
