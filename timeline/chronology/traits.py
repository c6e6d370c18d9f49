"""By what two Statements are compared: numbers, mostly from 0 to 1, each of which tells how far they have something in common.

What each says for or against their being one happening is learnt (`benchmarks/matched.py`), and so is which of them say
anything: of 140 that were tried these are left. A `*` is two at once.
"""

from collections.abc import Callable, Mapping

from timeline.chronology.contradict import descriptions_differ, is_toll
from timeline.chronology.party import named_of, share
from timeline.chronology.profile import Profile
from timeline.chronology.story import countries, stem, without_parts
from timeline.vectors import likeness

OTHER = "other"
MOST_KIN = 8
LONG_AGO = 31  # days from what is dated to the undated report of it
SHARED = 4  # names of the texts that say no more when there are more of them

Trait = Callable[[Profile, Profile], float]


def _are_of_a_family(a: Profile, b: Profile) -> bool:
    return not a.families.isdisjoint(b.families)


def _kin(a: Profile, b: Profile) -> float:
    """How many of the same type their texts tell beside them: which one is meant is the less clear."""
    return min(MOST_KIN, a.kin + b.kin) / MOST_KIN


def _meet(a: Profile, b: Profile) -> bool:
    return a.is_narrow and b.is_narrow and a.span.overlaps(b.span)


def _share_a_name(a: Profile, b: Profile) -> bool:
    """Whether both sentences name the same, and no state: these are in many sentences."""
    states = a.states | b.states
    return any(
        name not in states and stem(name) not in countries() for name in without_parts(sorted(a.callings & b.callings))
    )


def _is_recalled(a: Profile, b: Profile) -> bool:
    """Whether one is dated, and the other is told without a date long after."""
    if a.is_undated == b.is_undated:
        return False
    dated, report = (b, a) if a.is_undated else (a, b)
    last, told = dated.span.end_latest, report.span.end_latest
    return last is not None and told is not None and told - last > LONG_AGO


def _later(a: Profile, b: Profile) -> Profile:
    return max(a, b, key=lambda one: (one.span.end_latest or 0, one.fingerprint, one.number))


TRAITS: Mapping[str, Trait] = {
    "family": _are_of_a_family,
    "lemma": lambda a, b: a.lemma == b.lemma,
    "type": lambda a, b: a.type == b.type,
    "unsorted": lambda a, b: (a.type == OTHER) != (b.type == OTHER),
    "kin": _kin,
    "sense": lambda a, b: likeness(a.meaning.sense, b.meaning.sense),
    "headline": lambda a, b: likeness(a.meaning.of_headline, b.meaning.of_headline),
    "sentence": lambda a, b: likeness(a.meaning.of_sentence, b.meaning.of_sentence),
    "targets": lambda a, b: share(named_of(a.targets), named_of(b.targets)),
    "unnamed": lambda a, b: (not a.named) + (not b.named),
    "descriptions": descriptions_differ,
    "name": _share_a_name,
    "story": lambda a, b: min(SHARED, a.story.shares(b.story)) / SHARED,
    "text": lambda a, b: a.document == b.document,
    "toll": is_toll,
    "meet": _meet,
    "wide": lambda a, b: a.is_wide or b.is_wide,
    "recalled": _is_recalled,
    "series": lambda a, b: a.series is not None and a.series == b.series,
    "definite": lambda a, b: a.is_definite != b.is_definite,
    "new": lambda a, b: _later(a, b).is_new,
    "salience": lambda a, b: max(a.salience, b.salience),
}
WEIGHED = (
    "family", "sentence", "targets", "unnamed", "descriptions", "name", "wide", "recalled", "series", "new", "salience",
    "kin*family", "kin*type", "meet*type", "text*toll", "text*lemma", "story*sense", "unsorted*sense", "family*definite",
    "name*headline",
)  # fmt: skip


def traits(a: Profile, b: Profile) -> dict[str, float]:
    """Each that is weighed, of these two."""
    found = {name: float(tell(a, b)) for name, tell in TRAITS.items()}
    return {name: _product(found, name) for name in WEIGHED}


def _product(found: Mapping[str, float], name: str) -> float:
    first, _, second = name.partition("*")
    return found[first] * (found[second] if second else 1.0)
