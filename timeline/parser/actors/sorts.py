"""Sorts: which firm of a text 'the carrier', 'the car maker' or 'the company' is: by what sort of firm each is, and how prominent.

The sorts are the rows of sorts.txt.
"""

from collections.abc import Callable, Collection, Mapping

from timeline.model.statement import FIRMLIKE, HUMAN, ActorKind
from timeline.model.value import value
from timeline.parser.actors.descriptions import same_thing
from timeline.parser.actors.groups import is_band
from timeline.parser.actors.member import Member
from timeline.parser.actors.memory import Memory, Told
from timeline.parser.actors.name import Name
from timeline.parser.known import places
from timeline.parser.known.callings import naming, sorts_of, sorts_of_name
from timeline.parser.known.famous import fame
from timeline.parser.known.roster import nouns
from timeline.parser.sentences.phrases import noun_phrase
from timeline.parser.sentences.subjects import borrowed_subject
from timeline.parser.sentences.tree import Tree

FIRM = frozenset({"firm"})
BANK = frozenset({"bank"})
CENTRAL = frozenset({"bank", "central"})
RESERVES = frozenset({"reserve", "central", "national", "federal", "state"})
BANDS = frozenset({ActorKind.PEOPLE, ActorKind.ORGANISATION})
PUBLIC = frozenset({"state", "state-owned", "government", "city", "municipal", "national", "public"})
OTHERS = frozenset(
    "other rival parent sister first second third last only new unnamed partner former another own combined enlarged merged"
    " joint".split()
)

ORGANS = frozenset({"board", "management", "leadership", "council"})  # 'Acme, the board of the brewer said'
NOUNS = frozenset({"NN", "NNS"})
WARLIKE = frozenset(
    "armed militant rebel insurgent guerrilla islamist jihadist extremist separatist terrorist terror outlawed".split()
)
TOWARDS = frozenset({"to", "from", "with", "against", "for"})
At = Callable[[Tree, int], tuple[int, ...]]
Named = Callable[[Tree, int], Name | None]
# How well a firm fits what is said of it, and what its place in the text adds.
SAME, WIDER, UNKNOWN, DOUBTFUL, NEVER = 3.5, 1.6, 1.0, 0.2, -9.0
OFTEN, OFTENEST, STEP, FARTHEST, LAST_SUBJECT, LEAD, NAMELESS = 0.5, 4, 0.4, 5, 0.6, 0.8, -1.5
LEAST, AT_HOME, JUST_TOLD = 0.5, 2.0, 1.0


@value
class Calling:
    """'the Danish car maker': its nouns and its other words in small letters, and the code of the country."""

    nouns: tuple[str, ...]
    others: frozenset[str] = frozenset()
    country: str | None = None

    @property
    def sorts(self) -> frozenset[str]:
        """What sorts of firm it names; empty when it names none."""
        return sorts_of(self.nouns)

    @property
    def more(self) -> frozenset[str]:
        """Its nouns but for those that name the sort."""
        return frozenset(self.nouns[: -naming(self.nouns)])


def learn_fame(member: Member, name: str) -> None:
    """What everybody knows of a well-known firm, where the text does not say it."""
    if (known := fame(name)) is not None:
        member.callings.add(known.calling)
        member.country = member.country or known.country


def calling(tree: Tree, name: Name) -> Calling:
    """What a description calls somebody."""
    phrase = [i for i in noun_phrase(tree, name.head) if not places.demonym_code(tree[i].text)]
    rest = [i for i in phrase if i != name.head and tree[i].tag in NOUNS and tree[i].lemma not in name.noun.split()]
    named = (*(tree[i].lemma.lower() for i in rest), *(name.noun or tree[name.head].lemma).split())
    return Calling(named, frozenset(tree[i].text.lower() for i in phrase if tree[i].tag not in NOUNS), name.country)


def thing_meant(memory: Memory, at: At, named: Named, tree: Tree, name: Name) -> int | None:
    """The firm, the body or the thing that a definite description means; where 'the group' fits no firm, who is called so."""
    if (band := _band_called(memory, tree, name)) is not None:
        return band
    said = calling(tree, name)
    if not said.sorts:
        return same_thing(memory, name)
    firm = firm_called(memory, said, tree.sentence.index, others(memory, at, named, tree, name.head))
    if firm is not None or said.sorts != FIRM:
        return firm
    known = same_thing(memory, name)
    return band_meant(memory, tree, name) if known is None else known


def _band_called(memory: Memory, tree: Tree, name: Name) -> int | None:
    """'the group', 'the militant group': the band with a name of which the text tells most, if it tells of no other group more."""
    if tree[name.head].lemma != "group":
        return None
    said = {word for word in name.text.lower().split() if not places.demonym_code(word.title())} - {"group"}
    told = memory.told() if said <= WARLIKE else {}
    weights = {number: prominence(one, tree.sentence.index) for number, one in told.items()}
    bands = [n for n in told if is_band(memory.members[n]) and name.country in (None, memory.members[n].country)]
    best = max(bands, key=lambda number: (weights[number], number), default=None)
    if best is None or said:
        return best
    groups = [
        n
        for n in told
        if n not in bands and "group" in {*memory.members[n].words, memory.members[n].name.lower().split()[-1]}
    ]
    return best if all(weights[n] <= weights[best] for n in groups) else None


def band_meant(memory: Memory, tree: Tree, name: Name) -> int | None:
    """'the group' behind several who did something last ('Scientists found a comet. The group …'): those."""
    here = tree.sentence.index
    if name.text.lower() != "group":
        return None
    near = [
        seen for seen in memory.before(here, 0) if seen.is_subject and seen.member >= 0 and seen.sentence >= here - 2
    ]
    several = (one.member for one in reversed(near) if memory.members[one.member].is_unnamed)
    return next((n for n in several if memory.members[n].kind in BANDS and _are_several(memory.members[n])), None)


def _are_several(member: Member) -> bool:
    return member.is_plural or " of " in member.name


def firm_called(
    memory: Memory, said: Calling, sentence: int, barred: Collection[int] = (), *, is_sure: bool = False
) -> int | None:
    """The firm that a definite description means; None when no firm fits it, or no sort is named.

    Where the noun is as often no firm ('the chain'), only one is meant that is known to be of that sort (`is_sure`).
    """
    asked = said.sorts
    if not asked or said.others & OTHERS or said.more & OTHERS:
        return None
    told = memory.told()
    fits = {
        number: _fit(memory.members[number], said, asked)
        for number in told
        if number not in barred and _may_be(memory.members[number], said)
    }
    least = WIDER if is_sure else NEVER
    scored = {
        n: fit + prominence(told[n], sentence) + _at_home(memory.members[n], told[n], said)
        for n, fit in fits.items()
        if fit >= least
    }
    if not is_sure and said.country is None and (only := _only(memory, fits, told)) is not None:
        return only
    fitting = {number: score for number, score in scored.items() if score > LEAST}
    best = max(fitting, key=lambda number: (fitting[number], number), default=None)
    best = _firm_first(memory, best, scored, told) if asked == FIRM and said.country is None else best
    if best is None or asked != FIRM or not memory.members[best].is_unnamed:
        return best
    leads = (n for n in fitting if told[n].is_lead and not memory.members[n].is_unnamed)  # and not 'a Danish company'
    return next((n for n in leads if told[n].count >= told[best].count), best)


def _firm_first(memory: Memory, best: int | None, scored: Mapping[int, float], told: Mapping[int, Told]) -> int | None:
    """For 'the company' one known to be a firm, before a paper or a clinic of which nothing tells that it is one."""
    if best is None or memory.members[best].kind is ActorKind.COMPANY or _sorts(memory.members[best]):
        return best
    firms = [
        n
        for n in scored
        if (one := memory.members[n]).kind is ActorKind.COMPANY
        and not one.is_unnamed
        and (told[n].is_lead or told[n].count > 1)
    ]
    return max(firms, key=lambda number: (scored[number], number), default=best)


def _only(memory: Memory, fits: Mapping[int, float], told: Mapping[int, Told]) -> int | None:
    """The only firm with a name that fits, if the text told of it more than once, however long ago."""
    able = [number for number, fit in fits.items() if fit >= UNKNOWN and not memory.members[number].is_unnamed]
    return able[0] if len(able) == 1 and told[able[0]].count > 1 else None


def others(memory: Memory, at: At, named: Named, tree: Tree, head: int) -> set[int]:
    """Who else takes part in what is done to, by or with a noun: 'the company' that X sues is not X."""
    verb = tree.clause(head)
    subjects = tree.below(verb, "nsubj", "nsubjpass") or borrowed_subject(tree, verb)
    heads = subjects if head not in subjects else [*tree.below(verb, "dobj", "dative"), *_obliques(tree, verb)]
    found = {member for index in heads for member in at(tree, index)}
    ahead = (name.text for index in heads if index > head and (name := named(tree, index)))
    return found | {member for text in ahead if (member := memory.find_organisation(text)) is not None}


def _obliques(tree: Tree, verb: int) -> list[int]:
    return [inner for word, inner in tree.prepositions(verb) if word in TOWARDS]


def _may_be(member: Member, said: Calling) -> bool:
    is_bank = said.sorts == CENTRAL and _is_central(member.name)  # an organ of its state
    is_firm = (member.kind in FIRMLIKE or is_bank) and not member.is_thing and not member.is_plural
    return is_firm and said.country in (None, member.country or said.country)


def _at_home(member: Member, told: Told, said: Calling) -> float:
    """'the Italian group': one known to be Italian before one of which no country is known; of these who did something last."""
    if said.country is None:
        return 0.0
    return AT_HOME if member.country == said.country else JUST_TOLD * told.is_subject


def _fit(member: Member, said: Calling, asked: frozenset[str]) -> float:
    """How well it may be called so; far below nought when it is of another sort."""
    own, more = _sorts(member), said.more
    nameless = NAMELESS * member.is_unnamed
    public = PUBLIC & (more | said.others)
    if own != asked and not public <= _called(member):  # 'the state operator' is no firm that nobody called the state's
        return NEVER
    if CENTRAL in (own, asked):
        return SAME if own == asked else DOUBTFUL if asked == BANK else NEVER
    if more:
        return nameless + _fit_of_kind(member, own, asked, more)
    if asked == FIRM or own <= FIRM:
        if said.nouns[-1] in member.words:  # 'the group' for the support group told of
            return nameless + WIDER
        return nameless + (NEVER if is_public(member) and not own else UNKNOWN)
    if own == asked:
        return nameless + SAME
    return nameless + (WIDER if own > asked or asked > own else NEVER)


def _fit_of_kind(member: Member, own: frozenset[str], asked: frozenset[str], more: frozenset[str]) -> float:
    """'the tyre maker', where no row knows tyres: one called so before, else one of which little is known."""
    if more <= _called(member):
        return SAME
    return DOUBTFUL if (own <= FIRM or own == asked) and not is_public(member) else NEVER


def _called(member: Member) -> set[str]:
    return {word for phrase in member.callings for word in phrase.split()} | member.words


def is_public(member: Member) -> bool:
    """It is called a council, a union, a court, and no firm; what has a board is not called one."""
    words = {word for word in member.words if word not in ORGANS or word in member.name.lower()}
    kinds = {noun.kind for word in words if (noun := nouns().get(word))} - HUMAN  # 'the miner Harrow Gold'
    return bool(kinds) and ActorKind.COMPANY not in kinds


def prominence(told: Told, sentence: int) -> float:
    """Told of often, lately, last as who does something, and first of all."""
    steps = min(sentence - told.last, FARTHEST)
    return OFTEN * min(told.count, OFTENEST) - STEP * steps + LAST_SUBJECT * told.is_subject + LEAD * told.is_lead


def _sorts(member: Member) -> frozenset[str]:
    """What it was called, else what its name says."""
    if _is_central(member.name):
        return CENTRAL
    called = [found for phrase in sorted(member.callings | member.words) if (found := sorts_of(phrase.split()))]
    narrow = [found for found in called if found != FIRM]
    if narrow:
        return frozenset().union(*narrow)
    return sorts_of_name(member.name) or (called[0] if called else frozenset())


def _is_central(name: str) -> bool:
    """'the Reserve Bank of X', 'the Bank of England', 'the Federal Reserve', and not 'Bank of America'."""
    if (known := fame(name)) is not None:
        return sorts_of(known.calling.split()) == CENTRAL
    words = name.lower().split()
    if "bank" not in words:
        return False
    is_of = words[0] == "bank" and len(words) > 2 and words[1] == "of"
    return is_of or bool(RESERVES & set(words[: words.index("bank")]))
