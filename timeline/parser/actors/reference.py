"""Reference: whom 'she', 'they', 'I' and 'we' mean, of all that a text has told of: the one for whom most speaks.

What speaks for each is gathered by `evidence`; what it is worth for which sort of pronoun stands in rules/weights/reference.txt,
learnt from texts of our own in which readers marked who is meant (`benchmarks/coreference.py`). Whom the plain rules of `pronouns`
would take is one voice among them.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations, repeat

from timeline.model.statement import ActorKind
from timeline.parser.actors.evidence import Asked, Option, nobody, pasts, several, singles
from timeline.parser.actors.leanings import NOTHING
from timeline.parser.actors.member import NOBODY, THINGS, Member, Seen, fits_pronoun
from timeline.parser.actors.memory import Memory

FOLDER, FILE = "rules/weights", "reference.txt"
REACH = {"she": 5, "they": 3, "i": 2, "we": 40}  # sentences back
SETS = frozenset({"they", "we"})
PRESS = frozenset({"reporter", "journalist"})
SIDES = 4  # of a sentence, of whom any two may be meant


def meant(memory: Memory, asked: Asked) -> tuple[int, ...]:
    """The members meant; () for nobody that was told of."""
    options = all_options(memory, asked)
    return options[pick(asked, options)].members


def all_options(memory: Memory, asked: Asked) -> list[Option]:
    """All whom the pronoun may mean, nobody among them."""
    before = memory.before(asked.sentence, asked.until)
    near = [seen for seen in before if seen.member >= 0 and asked.sentence - seen.sentence <= REACH[asked.sort]]
    near = [seen for seen in near if not _is_heard_by(memory, seen)]
    members = dict.fromkeys([seen.member for seen in near if seen.member not in asked.place.barred])
    fitting = [number for number in members if _fits(asked, memory.members[number])]
    sets = _sets(memory, asked, near) if asked.sort in SETS else {}
    told = pasts(before, {NOBODY, THINGS, *fitting}.union(*sets))
    return [
        *singles(memory, asked, fitting, told),
        *(several(memory, asked, together, told, made) for together, made in sets.items()),
        *nobody(asked, told, fitting),
    ]


def _is_heard_by(memory: Memory, seen: Seen) -> bool:
    """'She told reporters …': they only listen, and a text does not go on about them."""
    member = memory.members[seen.member]
    is_press = member.is_plural and not member.words.isdisjoint(PRESS)
    return is_press and seen.relation == "dobj" and not seen.is_affected


def pick(asked: Asked, options: Sequence[Option]) -> int:
    """The number of the Option for which most speaks."""
    worth = weights()[asked.sort]
    sums = [sum(map(worth.get, option.evidence, repeat(0.0))) for option in options]
    return sums.index(max(sums))


@cache
def weights() -> dict[str, dict[str, float]]:
    """Sort of pronoun to what each piece of evidence is worth."""
    found: dict[str, dict[str, float]] = {}
    text = (files("timeline") / FOLDER / FILE).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            sort, evidence, worth = line.split("\t")
            found.setdefault(sort, {})[evidence] = float(worth)
    return found


def _fits(asked: Asked, member: Member) -> bool:
    """By number, kind and gender."""
    if asked.sort == "we":
        return member.kind is not ActorKind.PERSON and not member.is_thing
    if asked.sort == "i":
        return member.kind is ActorKind.PERSON and not member.is_plural
    return fits_pronoun(asked.pronoun, member) and not (member.is_thing and asked.place.leaning == NOTHING)


def _sets(memory: Memory, asked: Asked, recent: Sequence[Seen]) -> dict[tuple[int, ...], str]:
    """Several that may be meant together, and how they came together: meant by one word, joined by 'and', in one sentence."""
    found = dict.fromkeys(_together(recent, lambda seen: (seen.sentence, seen.group)), "joined")
    found |= dict.fromkeys(_together(recent, lambda seen: (seen.sentence, seen.token)), "meant")
    sides: dict[int, dict[int, None]] = {}
    for seen in recent:
        if seen.is_main or seen.is_subject:
            sides.setdefault(seen.sentence, {})[seen.member] = None
    for members in sides.values():
        for one, other in combinations(sorted(members)[:SIDES], 2):
            if memory.members[one].kind is memory.members[other].kind:
                found.setdefault((one, other), "in one sentence")
    if len(asked.rule) > 1:
        found.setdefault(tuple(sorted(asked.rule)), "by rule")
    return {members: made for members, made in found.items() if not asked.place.barred & {*members}}


def _together(recent: Collection[Seen], key: Callable[[Seen], tuple[int, int]]) -> Iterator[tuple[int, ...]]:
    groups: dict[tuple[int, int], set[int]] = {}
    for seen in recent:
        groups.setdefault(key(seen), set()).add(seen.member)
    return (tuple(sorted(members)) for members in groups.values() if len(members) > 1)
