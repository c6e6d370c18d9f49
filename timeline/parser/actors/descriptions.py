"""Descriptions: whom 'the minister', 'the company' or 'both sides' mean, when the text has named them before."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from timeline.model.statement import ActorKind
from timeline.parser.actors.member import Member
from timeline.parser.actors.memory import Memory
from timeline.parser.actors.name import Name
from timeline.parser.known import places
from timeline.parser.known.roster import nouns
from timeline.parser.sentences.phrases import PLURAL, speaks_of_two, words_before
from timeline.parser.sentences.slots import NOMINAL
from timeline.parser.sentences.tree import Tree

ORGANS = frozenset({"agency", "bureau"})  # of a state, too: 'NASA'
HEADS = frozenset("president presidents premier minister ministers chancellor leader king".split())
SIDES = frozenset({"side", "country", "nation", "party", "state", "neighbour", "neighbor", "government"})
NEIGHBOURS = frozenset({"neighbour", "neighbor"})
PAIRS = frozenset({"pair", "duo", "couple"})
MANY = ("sh", "ch", "ese", "ss")  # 'the Irish', 'the Dutch', 'the Chinese', 'the Swiss'
RANKS = frozenset({"prime", "vice", "deputy", "former"})  # these make another office of one
NICKNAMES = frozenset({"czar", "tsar"})  # of whoever has an office below these
TOPS = frozenset({"president", "king", "queen", "prime", "premier", "chancellor"})
ANONYMOUS = frozenset({"official", "spokesman", "spokeswoman", "spokesperson", "officer", "diplomat", "man", "woman"})
APART = frozenset("mayor governor ambassador envoy judge magistrate prosecutor senator king queen pope sheriff".split())
NAMELESS = frozenset({ActorKind.PERSON, ActorKind.PEOPLE, ActorKind.STATE})  # what 'the company' never is
CLUBS = frozenset({"club", "team", "party", "union", "band"})  # of names that tell not what they are
BODIES = frozenset(
    "committee council commission board panel jury university school hospital church congress mission".split()
)
LATEST = frozenset({ActorKind.COMPANY, ActorKind.ARMED_GROUP})
PRIVATE = frozenset("union party opposition rebel protest community business church tribal student guild".split())
ASIDE = frozenset(
    "counterpart delegate side opposition observer inspector crew jury peacekeeper delegation team".split()
)


def is_both(tree: Tree, name: Name) -> bool:
    """'both sides', 'the two men', 'the pair', and 'the neighbours' with nothing said of whose."""
    if speaks_of_two(tree, name.head):
        return True
    is_bare = "the" in words_before(tree, name.head) and not tree.below(name.head, "prep", "poss", "compound", "relcl")
    return is_bare and (name.noun in PAIRS or (name.noun in NEIGHBOURS and tree[name.head].tag in PLURAL))


def at_home(tree: Tree, name: Name) -> Name:
    """The name; 'Guatemalan Indians' and 'Bosnian Serbs' are of the country that the word before them tells."""
    words = [tree[child].text for child in tree.below(name.head, "amod", "compound", "nmod")]
    codes = (code for word in words if (code := places.demonym_code(word)))
    return replace(name, country=next(codes, name.country)) if tree[name.head].tag in PLURAL else name


def compatriot(memory: Memory, tree: Tree, name: Name) -> int | None:
    """The person of that country told of last, for 'the Norwegian'; 'the French' may be all of them."""
    head = tree[name.head]
    is_one = head.relation in NOMINAL and head.tag not in PLURAL and not name.text.endswith(MANY)
    if not is_one or "the" not in words_before(tree, name.head):
        return None
    known = (number for number in memory.latest_persons() if memory.members[number].country == name.country)
    if (found := next(known, None)) is not None:
        return found
    stateless = [n for n in memory.latest_subjects_first() if _is_of_unknown_country(memory.members[n])]
    if stateless and head.relation in {"nsubj", "nsubjpass"}:
        memory.members[stateless[0]].country = name.country  # 'X won. The Swede …' tells where X is from
    return stateless[0] if stateless and head.relation in {"nsubj", "nsubjpass"} else None


def _is_of_unknown_country(member: Member) -> bool:
    return member.kind is ActorKind.PERSON and member.country is None and member.name[:1].isupper()


def title(name: Name) -> str:
    """The words of office of a description: 'trade minister' of "Chad's trade minister"."""
    words = name.text.split()
    owners = [number for number, word in enumerate(words) if word.endswith(("'s", "’s", "s'", "s’"))]
    rest = words[owners[-1] + 1 :] if owners else words
    return " ".join(word.lower() for word in rest if not places.demonym_code(word))


def parties(memory: Memory, apart: Collection[str | None] = (), here: Collection[str] = ()) -> tuple[str, ...]:
    """The codes of the two states that the text tells of most, else of the last two that were named or acted for, none of
    them `apart`; () when there were not two. Others than those named `here`, in the same sentence, are not meant.

    Who mediates is no party, where there are two others.
    """
    thirds = {memory.members[number].country for number in memory.thirds if number >= 0} - {*apart}
    if (most := _told_most(memory, {*apart, *thirds})) and (set(here) <= set(most) or len(here) == 1):
        return most
    joined = tuple(str(memory.members[number].country) for number in memory.joined(ActorKind.STATE))
    is_of_them = set(here) <= set(joined) or len(here) == 1  # 'Oman, which borders both countries': a third
    if joined and not set(joined) & {*apart, *thirds} and is_of_them:  # 'envoys of Peru and Chad'
        return joined
    return (_last_two(memory, {*apart, *thirds}) if thirds else ()) or _last_two(memory, apart)


def _told_most(memory: Memory, apart: Collection[str | None]) -> tuple[str, ...]:
    """The two that it tells of more than twice as often as of any third."""
    told = memory.tellings()
    states = sorted((n for n in told if memory.members[n].kind is ActorKind.STATE), key=lambda n: -told[n])
    most = tuple(str(memory.members[n].country) for n in states[:2])
    is_clear = len(states) > 2 and told[states[1]] > max(2, 2 * told[states[2]])
    return most if is_clear and not set(most) & set(apart) else ()


def _last_two(memory: Memory, apart: Collection[str | None]) -> tuple[str, ...]:
    codes: list[str] = []
    for number in memory.latest_members():
        member = memory.members[number]
        is_party = member.kind in {ActorKind.STATE, ActorKind.GOVERNMENT} or member.acts_for
        if is_party and member.country and member.country not in {*codes, *apart}:
            codes.append(member.country)
        if len(codes) == 2:
            return tuple(reversed(codes))
    return ()


def office_holder(memory: Memory, name: Name) -> int | None:
    """'the Iranian president' -> the president of Iran named before, 'the security czar' -> the official that the text goes on
    about, if nobody is called so by title.
    """
    persons = list(memory.latest_persons())
    for number in dict.fromkeys(persons):
        member = memory.members[number]
        if name.country in (None, member.country) and any(_is_title(name, title) for title in member.titles):
            return number
    if name.noun == "leader" and name.country and (head := _head_of_state(memory, persons, name.country)) is not None:
        return head
    officials = [n for n in persons if memory.members[n].acts_for and not _is_private(memory.members[n])]
    if (
        name.noun in ANONYMOUS | APART
        or not nouns()[name.noun].acts_for_state
        or name.country
        or not officials
        or not (_is_plain(name) or name.noun in NICKNAMES)  # 'the rebel leader', 'the home affairs minister'
        or _is_titled(memory, name.noun)
    ):
        return None
    if name.noun in NICKNAMES | {"minister"}:
        officials = [n for n in officials if not any(TOPS & set(title.split()) for title in memory.members[n].titles)]
    if name.noun in TOPS:  # 'the president' is no foreign minister told of before
        officials = [n for n in officials if not memory.members[n].titles]
    return max(officials, key=officials.count, default=None)


def _head_of_state(memory: Memory, persons: Collection[int], country: str) -> int | None:
    """'the Chinese leader' -> the president of China named before."""
    titles = ((n, title) for n in persons if memory.members[n].country == country for title in memory.members[n].titles)
    return next(
        (n for n, title in titles if HEADS & set(title.split()) and not (RANKS - {"prime"}) & set(title.split())), None
    )


def _is_private(member: Member) -> bool:
    """'the union leader' is nobody's minister."""
    return any(word in PRIVATE for title in member.titles for word in title.split())


def same_thing(memory: Memory, name: Name) -> int | None:
    """'the company', 'the union' -> the one called so before, else the only one of its kind that the text has named."""
    candidates = list(_things(memory, name))
    candidates = [n for n in candidates if _may_be_called(memory.members[n], name) and not _are_many(memory.members[n])]
    called = [n for n in candidates if name.noun in memory.members[n].words and _says_no_more(name, memory.members[n])]
    if called:
        return called[0]
    alike = [n for n in candidates if not _is_something_else(memory.members[n], name)]
    return _one_of_kind(memory, name, alike)


def _are_many(member: Member) -> bool:
    """'parliaments', for 'the parliament'."""
    return member.is_unnamed and member.is_plural


def _one_of_kind(memory: Memory, name: Name, candidates: list[int]) -> int | None:
    """The latest of its kind for bare words, else the only one of its kind in the text."""
    for kinds in _kinds(name):
        alike = [number for number in candidates if memory.members[number].kind in kinds]
        if name.noun in CLUBS and len(alike) > 1:  # of several the one with a short name: 'the union', 'IGB'
            alike = [number for number in alike if memory.members[number].name.isupper()] or alike
        is_only = len(alike) == 1 and (nouns()[name.noun].kind is ActorKind.COMPANY or _is_plain(name))
        is_bare = name.text.islower() if nouns()[name.noun].kind is ActorKind.COMPANY else " " not in name.text
        if is_only or (alike and is_bare and nouns()[name.noun].kind in LATEST):
            return alike[0]
        if alike:
            return None
    return None


def _is_plain(name: Name) -> bool:
    """Nothing said of it but its country: 'the German union', not 'the town council'."""
    return all(word == name.noun or places.demonym_code(word) for word in name.text.split())


def _things(memory: Memory, name: Name) -> Iterator[int]:
    is_of_state = nouns()[name.noun].kind is ActorKind.GOVERNMENT
    for number in memory.latest_subjects_first():
        member = memory.members[number]
        if (
            member.kind not in NAMELESS
            and not member.is_thing
            and name.country in (None, member.country or name.country)
            and not (is_of_state and member.kind is ActorKind.ARMED_GROUP)  # 'the army' that fights the People's Army
        ):
            yield number


def _kinds(name: Name) -> tuple[frozenset[ActorKind], ...]:
    """The kinds of members that a noun may mean, the likelier first."""
    kind = nouns()[name.noun].kind
    if name.noun in ASIDE or kind is ActorKind.GOVERNMENT or kind in NAMELESS:
        return ()
    if kind is ActorKind.COMPANY:
        return (frozenset({ActorKind.COMPANY}), frozenset({ActorKind.ORGANISATION, ActorKind.UNKNOWN}))
    if name.noun in ORGANS:
        return (frozenset({kind, ActorKind.GOVERNMENT}),)
    if name.noun in CLUBS:
        return (frozenset({kind}), frozenset({ActorKind.UNKNOWN}))
    return (frozenset({kind}),)


def _is_something_else(member: Member, name: Name) -> bool:
    """It has no name of its own, or the text calls it by a noun that says what other thing it is."""
    first, *_, last = member.name.split() * 2
    is_local = last.islower() and places.find_place(first) is not None  # 'a Detroit newspaper', but 'the M7 militia'
    is_unnamed = member.name[:1].islower() or is_local
    kinds = {nouns()[word].kind for word in member.words if word in nouns()}
    wanted = {nouns()[name.noun].kind, *([ActorKind.GOVERNMENT] if name.noun in ORGANS else [])}
    return is_unnamed or (bool(kinds) and kinds.isdisjoint(wanted))


def _may_be_called(member: Member, name: Name) -> bool:
    """'the committee' and 'the council' are called so when they are named, or go by their initials, and are no union."""
    is_short = member.name.isupper() and member.words.isdisjoint(CLUBS | BODIES)
    return name.noun not in BODIES or name.noun in member.words or is_short


def _says_no_more(name: Name, member: Member) -> bool:
    """'the union' for the transport union, 'the transport union' for it too, never 'the teachers' union'."""
    plain = [word for word in name.text.lower().split() if not places.demonym_code(word)]
    return all(word in member.words for word in plain)


def _is_titled(memory: Memory, noun: str) -> bool:
    return any(noun in title.split() for member in memory.members for title in member.titles)


def _is_title(name: Name, title: str) -> bool:
    """'the foreign minister' is a title with both words; 'the minister' is no prime minister."""
    held, asked = set(title.split()), name.text.lower().split()
    plain = {word for word in asked if not places.demonym_code(word) and not word.endswith(("'s", "’s"))}
    return name.noun in held and plain <= {*held, name.noun} and not (held - plain) & RANKS
