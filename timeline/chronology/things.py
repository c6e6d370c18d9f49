"""Whether two Statements are told of two things: one verb ('released', 'rose') is told of all sorts of them."""

import re

from timeline.chronology.matter import Matter
from timeline.chronology.party import LOCALS, Names
from timeline.chronology.profile import Profile

# Types in which the thing tells one from the other, and the verb does not.
TRADING = frozenset({"business", "mobilize", "other", "request", "retreat", "science"})
SEIZED = frozenset("capture confiscate impound seize".split())
ARREST = "arrest"
OBJECT = re.compile(r"^\s+(?:\d|(?:an?|the|its|their|his|her|two|three|four|five|six|seven|eight|nine|ten|several)\b)")
NEARLY = 0.1  # by so much two reports of a number may differ


def things_differ(a: Profile, b: Profile) -> bool:
    """Whether it is told of another thing ('released a van', 'released a watch'), or of one with another number."""
    if a.has_numeral and b.has_numeral and _numbers_differ(a.matter, b.matter):
        return True
    if a.is_definite or b.is_definite or not {a.type, b.type} <= TRADING:
        return False
    if _matters_differ(a.matter, b.matter, is_far=a.document != b.document and not (a.is_narrow and b.is_narrow)):
        return True
    is_one_day = a.span == b.span and a.is_narrow
    return not is_one_day and not _are_claims(a, b) and _counts_differ(a.matter, b.matter)


def seizures_differ(a: Profile, b: Profile) -> bool:
    """Whether in the one somebody is arrested, and in the other a thing is seized ('seized 40 kilos of heroin')."""
    if ARREST not in a.families or ARREST not in b.families:
        return False
    return (_is_of_a_thing(a) and _is_of_persons(b)) or (_is_of_a_thing(b) and _is_of_persons(a))


def _is_of_a_thing(one: Profile) -> bool:
    """Whether what is seized follows, and is nobody."""
    told = one.told
    after = told.sentence[max(0, told.trigger.end - told.start) :]
    return one.lemma in SEIZED and not _is_of_persons(one) and OBJECT.match(after) is not None


def _is_of_persons(one: Profile) -> bool:
    """Whether it is done to somebody; a town stands for its people."""
    return any(not name.startswith(LOCALS) for party in one.targets for name in party.names)


def _are_claims(a: Profile, b: Profile) -> bool:
    """Whether two tell it: each may count otherwise. In one text so may the one who is quoted and who quotes."""
    if a.document == b.document:
        return a.claimants != b.claimants
    return bool(a.claimants and b.claimants) and a.claimants.isdisjoint(b.claimants)


def is_of_other_matter(a: Profile, b: Profile) -> bool:
    """Whether their type says little ('business'), and no word of the one's clause is in the other's, or one text tells both."""
    is_shared = a.document != b.document and not a.matter.words.isdisjoint(b.matter.words)
    return a.type in TRADING and not is_shared


def _matters_differ(a: Matter, b: Matter, *, is_far: bool) -> bool:
    """Whether each tells its matter, and neither sentence has a word of the other's; of other texts and days, nor its clause."""
    if not (a.words and b.words):
        return False
    if is_far:
        return a.words.isdisjoint(b.words)
    return a.words.isdisjoint(b.around) and b.words.isdisjoint(a.around)


def _numbers_differ(a: Matter, b: Matter) -> bool:
    """Whether both number the same thing, and otherwise: 'version 4' and 'version 5', 'the Slate 2' and 'the Slate 3'."""
    both = {word for word, _ in a.numbers} & {word for word, _ in b.numbers}
    return any(_numbers_of(a, word).isdisjoint(_numbers_of(b, word)) for word in both)


def _numbers_of(one: Matter, word: str) -> Names:
    return frozenset(number for name, number in one.numbers if name == word)


def _counts_differ(a: Matter, b: Matter) -> bool:
    """Whether both count the same thing, and no two numbers of it are nearly the same."""
    both = {noun for noun, _ in a.counts} & {noun for noun, _ in b.counts}
    return any(
        not any(abs(one - other) <= NEARLY * max(one, other) for one in _values(a, noun) for other in _values(b, noun))
        for noun in both
    )


def _values(one: Matter, noun: str) -> list[float]:
    return [value for name, value in one.counts if name == noun]
