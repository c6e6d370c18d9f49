"""Which names are one actor: the same but for spelling and form, a fuller name, an abbreviation, a surname that only one has.

The answer depends on the names given and never on their order; where several fit, a name stays alone. People are
compared with people, states with states, and bodies (governments, organisations, companies, armed groups) with bodies.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from timeline.model.appearance import Appearance
from timeline.model.statement import ActorKind

HONORIFICS = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady", "prof", "professor", "mme", "rev", "hon"}
)
SUFFIXES = frozenset(
    {"inc", "incorporated", "ltd", "limited", "corp", "corporation", "co", "plc", "llc", "llp", "gmbh", "ag", "sa",
     "nv", "bv", "ab", "oyj", "spa", "pty"}
)  # fmt: skip
SMALL = frozenset({"of", "the", "for", "and", "on", "in", "to", "de", "la"})
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
LEAST_LETTERS = 3  # of an abbreviation
LEAST_SPELT, LEAST_RATIO = 6, 75  # a name's letters, and how alike in percent two spellings of it are
BODIES = frozenset({ActorKind.GOVERNMENT, ActorKind.ORGANISATION, ActorKind.ARMED_GROUP, ActorKind.COMPANY})
GROUPS = {ActorKind.PERSON: "person", ActorKind.STATE: "state", ActorKind.UNKNOWN: "", **dict.fromkeys(BODIES, "body")}

Words = tuple[str, ...]


@dataclass(slots=True)
class Cluster:
    """Names that are one actor: its group ('person', 'state', 'body', '' for not known) and its forms."""

    group: str
    members: list[Appearance]
    forms: set[Words]

    @property
    def countries(self) -> set[str]:
        """The countries that are told of it."""
        return {one.country for one in self.members if one.country}

    @property
    def order(self) -> tuple[str, ...]:
        """What orders it among others, by content alone."""
        return min((one.name, one.kind.value, one.country or "") for one in self.members)

    def may_be(self, other: "Cluster") -> bool:
        """Whether no country speaks against it."""
        return not (self.countries and other.countries) or not self.countries.isdisjoint(other.countries)

    def take(self, other: "Cluster") -> None:
        """Take in all of another."""
        self.group = self.group or other.group
        self.members += other.members
        self.forms |= other.forms


Same = Callable[[Cluster, Cluster], bool]


def words(name: str) -> Words:
    """A name's words without case, accents, dots, forms of address, legal forms and a leading article."""
    joined = DOTTED.sub(lambda match: match[0].replace(".", ""), name)
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", joined) if not unicodedata.combining(sign))
    found = [word.casefold().removesuffix("'s").removesuffix("’s") for word in WORD.findall(plain)]
    while len(found) > 1 and (found[0] in HONORIFICS or found[0] == "the"):
        found = found[1:]
    while len(found) > 1 and found[-1] in SUFFIXES:
        found = found[:-1]
    return tuple(found)


def keys(one: Appearance) -> set[str]:
    """What those it may be the same as are found by: each pair that can be one shares a key."""
    told = {words(name) for name in (one.name, *one.aliases)} - {()}
    found = {" ".join(form) for form in told} | {
        f"…{form[-1]}" for form in told if GROUPS.get(one.kind) in ("person", "")
    }
    if GROUPS.get(one.kind) in ("body", ""):
        found |= {f"={short}" for form in told if (short := _initials(form))}
        found |= {f"={form[0]}" for form in told if len(form) == 1}
    if one.kind is ActorKind.STATE and one.country:
        found.add(f"@{one.country}")
    return found


def identified(appearances: Iterable[Appearance]) -> list[list[Appearance]]:
    """The appearances in groups that are one actor each, the best name of each first."""
    ordered = sorted(appearances, key=lambda one: (one.name, one.kind.value, one.country or "", one.serial))
    clusters = _alike(one for one in ordered if not _is_described(one))
    for join in (_homeless, _states, _spelt, _fuller, _abbreviated, _unknown, _surnames, _called):
        clusters = join(sorted(clusters, key=lambda cluster: cluster.order))
    alone = [[one] for one in ordered if _is_described(one)]
    return [sorted(cluster.members, key=_quality) for cluster in clusters] + alone


def _is_described(one: Appearance) -> bool:
    """Whether it is a description ('Norland's envoys') and no name; those are never joined."""
    last = one.name.split()[-1] if one.name.split() else ""
    is_small = last.islower() and last not in SUFFIXES
    return one.kind is ActorKind.PEOPLE or not words(one.name) or is_small


def _quality(one: Appearance) -> tuple[object, ...]:
    """A known kind before none, a name of several words before one, fewer forms of address, the longer, the first by letters."""
    form = words(one.name)
    return (one.kind is ActorKind.UNKNOWN, -len(form), len(one.name.split()) - len(form), one.name, one.kind.value)


def _alike(appearances: Iterable[Appearance]) -> list[Cluster]:
    """Those of one group with the same words; officials and organs of different states are different ones."""
    found: dict[tuple[str, Words, str], Cluster] = {}
    for one in appearances:
        group, form = GROUPS.get(one.kind, ""), words(one.name)
        apart = (one.country or "") if one.kind is ActorKind.GOVERNMENT else "" if group else one.kind.value
        cluster = found.setdefault((group, form, apart), Cluster(group, [], set()))
        cluster.members.append(one)
        cluster.forms.add(form)
    return list(found.values())


def _homeless(clusters: list[Cluster]) -> list[Cluster]:
    """An organ of which no country is told is that of the one country which has one of the name."""
    return _taken(
        clusters,
        lambda one, other: not one.countries and bool(other.countries) and not one.forms.isdisjoint(other.forms),
        groups=("body",),
    )


def _states(clusters: list[Cluster]) -> list[Cluster]:
    """There is one actor for a state, whatever it is called ('Türkiye')."""
    first: dict[str, Cluster] = {}
    left: list[Cluster] = []
    for cluster in clusters:
        country = next(iter(sorted(cluster.countries)), None) if cluster.group == "state" else None
        if country in first and country is not None:
            first[country].take(cluster)
            continue
        if country is not None:
            first[country] = cluster
        left.append(cluster)
    return left


def _spelt(clusters: list[Cluster]) -> list[Cluster]:
    """One person of one country under two spellings ('Masoud', 'Massoud')."""
    return _taken(clusters, lambda one, other: bool(one.countries & other.countries) and _any(one, other, _is_spelling))


def _is_spelling(one: Words, other: Words) -> bool:
    if len(one) != len(other) or len(one) < 2:
        return False
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(pairs) == 1 and _sound(*pairs[0])


def _sound(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= LEAST_SPELT and _skeleton(a) == _skeleton(b) and ratio(a, b) >= LEAST_RATIO


def _skeleton(word: str) -> str:
    """Its first letter, its consonants (doubled ones once), and the vowel it ends with ('Daniel' is not 'Daniela')."""
    rest = re.sub(r"[aeiouy]", "", word[1:-1])
    return re.sub(r"(.)\1+", r"\1", word[0] + rest + word[-1])


def _fuller(clusters: list[Cluster]) -> list[Cluster]:
    """A person's name with all words of another in their order, and the same last one ('Syed Mohsin Naqvi', 'Mohsin Naqvi')."""
    return _taken(clusters, lambda one, other: one.may_be(other) and _any(one, other, _is_shorter))


def _is_shorter(one: Words, other: Words) -> bool:
    """Whether the first leaves out words of the second, and only that; an initial stands for its word."""
    if not 2 <= len(one) <= len(other) or one[-1] != other[-1] or one == other:
        return False
    left = iter(other)
    return all(
        any(word == longer or (longer.startswith(word[0]) and len(word) == 1) for longer in left) for word in one
    )


def _abbreviated(clusters: list[Cluster]) -> list[Cluster]:
    """'IAEA' is the one body whose words begin so."""

    def is_short(one: Cluster, other: Cluster) -> bool:
        shorts = {form[0] for form in one.forms if len(form) == 1}
        return any(_initials(form) in shorts for form in other.forms) and _is_written_so(one, shorts)

    return _taken(clusters, is_short, groups=("body", ""))


def _is_written_so(one: Cluster, shorts: set[str]) -> bool:
    """Whether it stands in capitals somewhere."""
    return any(member.name.replace(".", "").isupper() and words(member.name)[0] in shorts for member in one.members)


def _initials(form: Words) -> str | None:
    """The first letters of a name of several words, 'of' and the like left out."""
    letters = "".join(word[0] for word in form if word not in SMALL)
    return letters if len(letters) >= LEAST_LETTERS else None


def _unknown(clusters: list[Cluster]) -> list[Cluster]:
    """What is of no known kind is what has the very name, if only one has."""

    def is_named(one: Cluster, other: Cluster) -> bool:
        return not one.group and bool(other.group) and not one.forms.isdisjoint(other.forms)

    return _taken(clusters, is_named, groups=None)


def _surnames(clusters: list[Cluster]) -> list[Cluster]:
    """'Naqvi' is the one person with that surname."""

    def is_surname(one: Cluster, other: Cluster) -> bool:
        last = {form[-1] for form in other.forms if len(form) > 1}
        return (
            other.group == "person"
            and one.may_be(other)
            and all(len(form) == 1 and form[0] in last for form in one.forms)
        )

    return _taken(clusters, is_surname)


def _called(clusters: list[Cluster]) -> list[Cluster]:
    """A body or state that a text itself calls by the other's name, if only one is called so."""

    def is_called(one: Cluster, other: Cluster) -> bool:
        names = {words(alias) for member in other.members for alias in member.aliases}
        return other.group in ("body", "state") and one.may_be(other) and not one.forms.isdisjoint(names)

    return _taken(clusters, is_called, groups=None)


def _any(one: Cluster, other: Cluster, holds: Callable[[Words, Words], bool]) -> bool:
    return any(holds(a, b) for a in one.forms for b in other.forms)


def _taken(
    clusters: Sequence[Cluster], is_same: Same, *, groups: Sequence[str] | None = ("person", "")
) -> list[Cluster]:
    """Each cluster goes to the one other that it is the same as; to none where several, that differ, would do.

    What others are taken by is settled first, so a chain ends where its last goes. `groups` limits both sides to one
    group of these, or to it and none.
    """
    homes: dict[int, int] = {}
    for number, one in enumerate(clusters):
        fitting = [
            other
            for other, cluster in enumerate(clusters)
            if other != number and _comparable(one, cluster, groups) and is_same(one, cluster)
        ]
        if fitting:
            homes[number] = -1 if len(fitting) > 1 else fitting[0]
            if len(fitting) > 1:
                homes[number] = _last_of(fitting, clusters, is_same)
    return _followed(clusters, homes)


def _comparable(one: Cluster, other: Cluster, groups: Sequence[str] | None) -> bool:
    if groups is None:
        return not one.group or not other.group or one.group == other.group
    return one.group in groups and other.group in groups


def _last_of(fitting: Sequence[int], clusters: Sequence[Cluster], is_same: Same) -> int:
    """Of several the one that all the others are the same as, too; -1 when there is none."""
    for candidate in fitting:
        rest = [other for other in fitting if other != candidate]
        if all(is_same(clusters[other], clusters[candidate]) for other in rest):
            return candidate
    return -1


def _followed(clusters: Sequence[Cluster], homes: dict[int, int]) -> list[Cluster]:
    """Every cluster taken to where its chain of homes ends; of a ring the first by content."""
    ends: defaultdict[int, list[int]] = defaultdict(list)
    for number in range(len(clusters)):
        seen = [number]
        while (home := homes.get(seen[-1], -1)) >= 0 and home not in seen:
            seen.append(home)
        ring = seen[seen.index(home) :] if home in seen else [seen[-1]]
        ends[min(ring)].append(number)
    for end, members in ends.items():
        for number in members:
            if number != end:
                clusters[end].take(clusters[number])
    return [clusters[end] for end in ends]
