"""What two Statements have in common, and what contradicts, in the words that they have for it: for those who ask why."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from timeline.chronology import contradict
from timeline.chronology.match import is_copy, is_said_same
from timeline.chronology.measure import SMALL
from timeline.chronology.party import Party
from timeline.chronology.placing import places_differ, series_differ
from timeline.chronology.profile import Profile, profile
from timeline.chronology.speech import speeches_differ, terms_differ
from timeline.chronology.story import without_parts
from timeline.chronology.things import seizures_differ, things_differ
from timeline.chronology.victims import victims_differ
from timeline.chronology.wording import pointer
from timeline.model.event import Evidence
from timeline.model.statement import RoleName, Statement
from timeline.model.tie import Trait

PARTS = frozenset(RoleName)
MOST_NAMES = 3  # are told of what both sentences name


class Seen(NamedTuple):
    """A Statement with its profile: what is compared, and the words for it."""

    profile: Profile
    told: Statement


def seen(one: Evidence) -> Seen:
    """The evidence as it is compared and told."""
    return Seen(profile(one), one.statement)


def shared(one: Seen, other: Seen) -> tuple[Trait, ...]:
    """All that speaks for their being one, the most telling first."""
    a, b = one.profile, other.profile
    if is_copy(a, b):
        return (Trait("copy"),)
    if is_said_same(a, b):
        return (Trait("said"),)
    finders = (_name, _word, _who, _place, _day, _round, _number, _around, _pointing)
    return tuple(trait for find in finders for trait in find(one, other))


def _name(one: Seen, other: Seen) -> Iterator[Trait]:
    """The happening's own."""
    if one.profile.called is not None and other.profile.called is not None:
        yield Trait("called", (_spelt(one.profile.called, one.told),))


def _word(one: Seen, other: Seen) -> Iterator[Trait]:
    """That which both use; else the two, as they stand there."""
    a, b = one.profile, other.profile
    words = one.told.trigger.text, other.told.trigger.text
    if a.lemma == b.lemma or words[0] == words[1]:
        yield Trait("word", (words[0] if words[0] == words[1] else one.told.lemma,))
    elif contradict.is_toll(a, b) and a.families.isdisjoint(b.families) and a.is_harm != b.is_harm:
        toll, blow = words if a.is_harm else reversed(words)
        yield Trait("toll", (toll,), (blow,))
    else:
        yield Trait("words", words[:1], words[1:])


def _who(one: Seen, other: Seen) -> Iterator[Trait]:
    if names := _both(one, other):
        yield Trait("who", names)


def _both(one: Seen, other: Seen) -> tuple[str, ...]:
    """Those who take part in both, as the first names them."""
    return tuple(name for party, name in _parties(one) if any(map(party.is_same, other.profile.everyone)))


def _parties(one: Seen) -> Iterator[tuple[Party, str]]:
    """Those who take part, as told, each once; nobody who may be anybody."""
    for name in dict.fromkeys(role.actor.name for role in one.told.roles):
        party = next((party for party in one.profile.everyone if name.casefold() in party.names), None)
        if party is not None and not party.is_anybody:
            yield party, name


def _place(one: Seen, other: Seen) -> Iterator[Trait]:
    if one.told.place is not None and one.profile.place is not None and one.profile.place == other.profile.place:
        yield Trait("place", (one.told.place.name,))


def _day(one: Seen, other: Seen) -> Iterator[Trait]:
    """The same date; days that go together, as far as one at least says when."""
    a, b = one.profile, other.profile
    if a.is_narrow and a.span == b.span:
        yield Trait("day", (str(a.span.edtf),))
    elif a.is_narrow and b.is_narrow:
        yield Trait("days")
    elif a.is_narrow or b.is_narrow:
        yield Trait("open day")


def _round(one: Seen, other: Seen) -> Iterator[Trait]:
    if one.profile.series is not None and one.profile.series == other.profile.series:
        yield Trait("round", (one.profile.series,))


def _number(one: Seen, other: Seen) -> Iterator[Trait]:
    """The first of those that both give, if it is no small one."""
    theirs = {count[:3] for count in other.profile.counts}
    numbers = (of.text for of in one.told.quantities if of.low > SMALL and (of.what, of.unit, of.low) in theirs)
    yield from (Trait("number", (text,)) for text in list(numbers)[:1])


def _around(one: Seen, other: Seen) -> Iterator[Trait]:
    """Other names that stand in both sentences."""
    known = {name.casefold() for name in _both(one, other)} | {one.profile.place}
    names = [name for name in without_parts(sorted(one.profile.around & other.profile.around)) if name not in known]
    if names:
        yield Trait("names", tuple(_spelt(name, one.told) for name in names[:MOST_NAMES]))


def _pointing(one: Seen, other: Seen) -> Iterator[Trait]:
    """Words of the first that point back to something known; texts of one story."""
    if (words := pointer(one.told)) is not None:
        yield Trait("back", (words,))
    a, b = one.profile, other.profile
    if a.document != b.document and a.story.is_same(b.story):
        yield Trait("story")


def _spelt(name: str, told: Statement) -> str:
    """A name in small letters as the sentence spells it."""
    found = re.search(re.escape(name), told.sentence, re.IGNORECASE)
    return found[0] if found else name.title()


def contradiction(one: Seen, other: Seen) -> Trait | None:
    """What differs, so that the two are never one; the plainest that can be told, None when nothing does."""
    if not contradict.contradicts(one.profile, other.profile):
        return None
    finders = (_other_round, _other_name, _other_place, _apart, _other_actors, _other_words)
    return next((trait for find in finders if (trait := find(one, other))), Trait("other"))


def _other_round(one: Seen, other: Seen) -> Trait | None:
    a, b = one.profile, other.profile
    numbers = [(side.series,) if side.series else () for side in (a, b)]
    return Trait("round", *numbers) if series_differ(a, b) else None


def _other_name(one: Seen, other: Seen) -> Trait | None:
    a, b = one.profile, other.profile
    if not contradict.names_differ(a, b):
        return None
    return Trait("called", (_spelt(a.called or "", one.told),), (_spelt(b.called or "", other.told),))


def _other_place(one: Seen, other: Seen) -> Trait | None:
    here, there = one.told.place, other.told.place
    if here is None or there is None or not places_differ(one.profile, other.profile):
        return None
    return Trait("place", (here.name,), (there.name,))


def _apart(one: Seen, other: Seen) -> Trait | None:
    """Their own text tells them as two."""
    a, b = one.profile, other.profile
    if a.document != b.document or not contradict.is_told_apart(a, b):
        return None
    return Trait("order" if contradict.is_ordered(a, b) else "text")


def _other_actors(one: Seen, other: Seen) -> Trait | None:
    """Who does it, to whom, and who takes part, as far as nobody of the one is among those of the other."""
    a, b = one.profile, other.profile
    if not contradict.actors_differ(a, b):
        return None
    if contradict.is_swapped(a, b) or contradict.is_swapped(b, a):
        return Trait("swapped", _names(one, {RoleName.AGENT}), _names(other, {RoleName.AGENT}))
    for role, differ in ((RoleName.AGENT, contradict.agents_differ), (RoleName.TARGET, contradict.targets_differ)):
        if differ(a, b):
            return Trait(role.value, _names(one, {role}), _names(other, {role}))
    return Trait("who", _names(one, PARTS), _names(other, PARTS))


def _names(one: Seen, of: Collection[RoleName]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(role.actor.name for role in one.told.roles if role.name in of))


def _other_words(one: Seen, other: Seen) -> Trait | None:
    """What can only be told in general: the dead, what is said or agreed, whether several are counted."""
    a, b = one.profile, other.profile
    if victims_differ(a, b):
        return Trait("dead")
    if speeches_differ(a, b) or terms_differ(a, b):
        return Trait("speech")
    if things_differ(a, b) or seizures_differ(a, b):
        return Trait("thing")
    return Trait("sum") if a.is_sum != b.is_sum else None
