"""Evidence: what speaks for and against each whom a pronoun may mean: where, how and how often it was told of, number, gender.

Each thing that holds has a name ('rank 1', 'gender same'). What it is worth for each sort of pronoun is learnt
(`benchmarks/coreference.py`).
"""

from collections.abc import Iterator, Mapping, Sequence, Set

from timeline.model.statement import ActorKind
from timeline.model.value import value
from timeline.parser.actors.leanings import leant
from timeline.parser.actors.member import NOBODY, THINGS, Member, Seen
from timeline.parser.actors.memory import Memory

LARGE = 4  # beyond this a number is only large
PROMINENT = ("top", "subject", "main", "other", "aside")  # the most prominent first
NONE = frozenset[int]()


@value
class Place:
    """What the clause of a pronoun says of whom it may mean.

    `slot` is 'subject', 'object', 'owner' or 'other'. `barred` are those it cannot mean, `owners` the subjects of its own clause,
    `above` those of the clause above, `told` who is addressed there, `held` those whom a participle before is about. `holds` names
    what else holds, `leaning` is that of `leanings.leaning`.
    """

    slot: str
    barred: frozenset[int] = NONE
    owners: frozenset[int] = NONE
    above: frozenset[int] = NONE
    told: frozenset[int] = NONE
    held: frozenset[int] = NONE
    holds: tuple[str, ...] = ()
    leaning: int = 0
    is_quoted: bool = False
    is_speaking: bool = False


@value
class Asked:
    """A pronoun: its sort ('she', 'they', 'i' or 'we'), itself, its sentence and word, and whom the plain rules take (`rule`).

    `until` is the word before which the text is looked through.
    """

    sort: str
    pronoun: str
    sentence: int
    token: int
    until: int
    place: Place
    gender: str | None = None
    rule: tuple[int, ...] = ()


@value
class Option:
    """Whom the pronoun may mean (() for nobody told of), and what speaks for or against it."""

    members: tuple[int, ...]
    evidence: tuple[str, ...]


@value
class Past:
    """How a text told of somebody so far: in how many sentences, first in which, last where, and how prominently there."""

    count: int
    first: int
    last: Seen
    best: str
    was_subject: bool


def pasts(before: Sequence[Seen], members: Set[int]) -> dict[int, Past]:
    """Of each of these members, as far as the text told of them."""
    namings: dict[int, list[Seen]] = {}
    for seen in before:
        if seen.member in members:
            namings.setdefault(seen.member, []).append(seen)
    return {member: _past(own) for member, own in namings.items()}


def _past(namings: Sequence[Seen]) -> Past:
    """What the namings of one member, in text order, come to."""
    last = namings[-1]
    best = min([prominence(seen) for seen in namings if seen.sentence == last.sentence], key=PROMINENT.index)
    count = len({seen.sentence for seen in namings})
    return Past(count, namings[0].sentence, last, best, True in [seen.is_subject for seen in namings])


def prominence(seen: Seen) -> str:
    """How prominent a naming is."""
    if seen.is_aside:
        return "aside"
    return "top" if seen.is_top else "subject" if seen.is_subject else "main" if seen.is_main else "other"


def singles(memory: Memory, asked: Asked, fitting: Sequence[int], told: Mapping[int, Past]) -> Iterator[Option]:
    """An Option for each member that fits, the last told of first."""
    recent = sorted(fitting, key=lambda n: (told[n].last.sentence, told[n].last.token), reverse=True)
    prominent = sorted(recent, key=lambda n: (-told[n].last.sentence, PROMINENT.index(told[n].best)))
    often = max((told[n].count for n in fitting), default=0)
    for number, one in enumerate(recent):
        rank, by_role = min(number, LARGE), min(prominent.index(one), LARGE)
        slot, member = asked.place.slot, memory.members[one]
        evidence = [f"rank {rank}", f"by role {by_role}", f"{slot} rank {rank}", f"{slot} by role {by_role}"]
        if told[one].count == often:
            evidence.append("oftenest")
        if len(fitting) == 1:
            evidence.append("only one")
        if one in asked.rule:
            evidence.append("rule")
        if asked.gender is not None:
            evidence.append(f"{'own' if member.gender == asked.gender else 'some'} gender rank {rank}")
        evidence.extend(_of_past(asked.place, asked.sentence, one, told[one]))
        evidence.extend(_of_member(asked, member))
        yield Option((one,), tuple(evidence))


def _of_past(place: Place, sentence: int, member: int, past: Past) -> list[str]:
    """Where and how it was told of, seen from the pronoun's place."""
    back, last, best = min(sentence - past.last.sentence, LARGE), past.last, past.best
    near, count = min(back, 2), min(past.count, LARGE)
    found = [f"back {back}", f"as {best}", f"as {best} back {near}", f"{place.slot} after {best}"]
    found += (f"rel {last.relation}", f"{place.slot} after rel {last.relation} back {near}")
    found += (f"told {count}", f"told {count} as {best}")
    for one in place.holds:
        found += (f"{best} back {near} {one}", f"{best} {one}") if back <= 1 else (f"{best} back {near} {one}",)
    if past.was_subject:
        found.append("was subject")
    if last.is_pronoun:
        found += ("by pronoun", f"by pronoun back {near}")
    if past.first == last.sentence and back:
        found.append(f"new back {near}")
    if past.first == 0:
        found.append("in the lead")
    if last.is_affected and back <= 1:
        found += ["affected", *[f"affected {one}" for one in place.holds]]
    if last.is_chosen:
        found.append("chosen")
    return [*found, *_of_clause(place, member, last, is_here=back == 0)]


def _of_clause(place: Place, member: int, last: Seen, *, is_here: bool) -> Iterator[str]:
    """What the pronoun's own clause and the one above say of it."""
    if member in place.owners:
        yield f"{place.slot} with subject"
    if is_here and member in place.above:
        yield "above"
    if is_here and member in place.held:
        yield "held"
    if member in place.told:
        yield "addressed"
    if last.is_speaker:
        yield "speaker"
        if place.is_speaking:
            yield "speaks again"
        if place.is_quoted:
            yield "speaker quoted"


def _of_member(asked: Asked, member: Member) -> Iterator[str]:
    """What it is."""
    yield f"kind {member.kind.value}"
    yield "unnamed" if member.is_unnamed else "thing" if member.is_thing else "named"
    if member.is_plural:
        yield "plural"
    if lean := leant(member, asked.place.leaning):
        yield f"leant {lean}"
    if asked.gender is not None:
        yield "gender same" if member.gender == asked.gender else "gender unknown"


def several(memory: Memory, asked: Asked, members: tuple[int, ...], told: Mapping[int, Past], made: str) -> Option:
    """The Option that several are meant together; `made` tells how they came together."""
    past = [told[n] for n in members if n in told]
    kinds = {memory.members[n].kind for n in members}
    back = min(asked.sentence - max((one.last.sentence for one in past), default=0), LARGE)
    best = min((one.best for one in past), key=PROMINENT.index, default=PROMINENT[-1])
    found = ["set", f"set {made}", f"set back {back}", f"set of {min(len(members), 3)}", f"set {best}"]
    found.append("set alike" if len(kinds) == 1 else "set mixed")
    found.append("set unnamed" if any(memory.members[n].is_unnamed for n in members) else "set named")
    if kinds <= {ActorKind.PERSON, ActorKind.STATE}:
        found.append("set persons" if ActorKind.PERSON in kinds else "set states")
    if asked.place.owners & {*members}:
        found.append("set with subject")
    if {*asked.rule} == {*members}:
        found.append("set rule")
    if all(one.last.is_pronoun for one in past):
        found.append("set by pronoun")
    return Option(members, tuple(found))


def nobody(asked: Asked, told: Mapping[int, Past], fitting: Sequence[int]) -> Iterator[Option]:
    """The Options that nobody is meant who does anything: none at all, and a thing or several that the text told of."""
    place = asked.place
    found = ["none", f"none {place.slot}", f"none of {min(len(fitting), 3)}", *(f"none {one}" for one in place.holds)]
    if not asked.rule:
        found.append("none by rule")
    if place.is_quoted:
        found.append("none quoted")
    yield Option((), tuple(found))
    if (thing := told.get(THINGS if asked.sort == "they" else NOBODY)) is not None:
        back, best = min(asked.sentence - thing.last.sentence, LARGE), thing.best
        more = (
            "thing",
            f"thing back {back}",
            f"thing as {best} back {min(back, 2)}",
            f"thing {place.slot} after {best}",
        )
        yield Option((), (*more, *(f"thing {one}" for one in place.holds)))
