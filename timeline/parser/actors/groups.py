"""Groups: whom of those told of in the plural a text means by another word: 'the attackers', 'the men', 'the three'."""

from collections.abc import Callable, Iterable, Iterator

from timeline.model.statement import ActorKind
from timeline.parser.actors.affixes import BANDS
from timeline.parser.actors.member import Member
from timeline.parser.actors.memory import Memory
from timeline.parser.actors.name import Name
from timeline.parser.actors.unnamed import counted
from timeline.parser.known.roster import gender_of
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.phrases import PLURAL, words_before
from timeline.parser.sentences.tree import Tree

At = Callable[[Tree, int], tuple[int, ...]]
CULPRITS = word_list("doing violence")  # by what they did, and no word for who they are
LAWLESS = CULPRITS | {"hacker", "pirate", "extortionist"}  # whom such words may mean
REBELS = frozenset("rebel guerrilla guerilla militant insurgent fighter separatist jihadist islamist".split())
RISING = frozenset({"rebel", "guerrilla", "insurgent", "separatist"})
FORCES = BANDS | {"Force", "Forces", "Militia", "Guerrillas", "Fighters", "State", "Corps"}
ANYBODY = frozenset({"man", "woman", "boy", "girl"})
CREWS = frozenset({"men", "women", "youths", "boys"})  # 'masked men'
GANGS = frozenset({"gang", "militia", "cartel", "sect"})
TOGETHER = frozenset({"gang", "band", "mob", "crowd"})  # several under one word
LOOSE = frozenset({"mob", "crowd"})
TROOPS = frozenset("soldiers soldier officers officer guards guard policemen marines commandos sailors airmen".split())
NETS = frozenset({"network", "movement"})  # of computers, of a market
REACH = 3  # sentences back
MORE = ("amod", "compound", "nmod", "poss", "prep", "relcl", "acl", "appos")


def several_meant(memory: Memory, tree: Tree, name: Name) -> int | None:
    """The only group told of lately that a definite plural may mean; None where it says more, or fits none or several."""
    if name.noun in TOGETHER:
        return _together(memory, tree, name)
    if not is_said_whole(tree, name):
        return None
    known = memory.last_several(name.noun)
    if name.noun in REBELS and (band := _band(memory, name.noun, known)) is not None:
        return band
    if known is not None or name.noun in REBELS:
        return known
    fits = list(dict.fromkeys(_fitting(memory, tree, name)))
    if not fits and name.noun in CULPRITS:
        fits = _ever(memory)
    people = [n for n in fits if memory.members[n].kind is not ActorKind.GOVERNMENT]  # before those who shot at them
    if not people and any(memory.members[n].kind is ActorKind.ARMED_GROUP for n in memory.told()):
        return None  # 'Gunmen and soldiers fought. … The men fled'
    fits = people or fits
    return fits[0] if len(fits) == 1 else None


def _band(memory: Memory, noun: str, known: int | None) -> int | None:
    """'Rebels took a fort. … The Freedom Front lost nine men. The rebels fled': the only band with a name. Where some without
    a name were told of, it is one that was called so, or for rebels one told of since; who were counted are themselves.
    """
    bands = [n for n in memory.told() if is_band(memory.members[n])]
    if len(bands) != 1 or known is None:
        return bands[0] if len(bands) == 1 else None
    told, band = memory.told(), bands[0]
    is_since = noun in RISING and known in told and told[band].last > memory.first(known)
    is_same = noun in memory.members[band].words or is_since
    return band if is_same and not memory.members[known].size else None


def _together(memory: Memory, tree: Tree, name: Name) -> int | None:
    """'Masked men robbed a bank. The gang fled': the only several told of lately, lawless ones first; a crowd is the last."""
    if tree[name.head].tag != "NN" or "the" not in words_before(tree, name.head) or tree.below(name.head, *MORE):
        return None
    here = tree.sentence.index
    near = [seen for seen in memory.before(here, 0) if seen.member >= 0 and here - seen.sentence <= REACH]
    near = [seen for seen in near if _is_crowd_of_its_own(memory.members[seen.member])]
    main = list(dict.fromkeys(seen.member for seen in reversed(near) if seen.is_main))
    if name.noun in LOOSE:
        return next(iter(main), None)
    lawless = [n for n in dict.fromkeys(seen.member for seen in near) if _is_violent(memory.members[n])]
    fits = lawless or main
    return fits[0] if len(fits) == 1 else None


def _is_crowd_of_its_own(member: Member) -> bool:
    """'shearers', '3,000 people', 'gunmen'; no troops, no police and no shops."""
    return member.is_unnamed and member.is_plural and member.kind in {ActorKind.PEOPLE, ActorKind.ARMED_GROUP}


def _ever(memory: Memory) -> list[int]:
    """The only lawless ones that a text has told of, however long ago; those who hunt them aside."""
    return [
        n for n in memory.told() if _is_group(one := memory.members[n]) and not one.words.isdisjoint(LAWLESS | REBELS)
    ]


def is_said_whole(tree: Tree, name: Name) -> bool:
    """'the men', 'the three', with no more said of whom."""
    is_plain = tree[name.head].text[:1].islower()  # and not 'the Socialists'
    if not is_plain or tree[name.head].tag not in PLURAL or "the" not in words_before(tree, name.head):
        return False
    behind = name.head + 1
    is_aside = behind < len(tree) and tree[behind].text == ","  # 'the men, who were masked, …' says no more of which
    return not any(not (is_aside and tree[i].relation == "relcl") for i in tree.below(name.head, *MORE))


def learn_group(member: Member, noun: str) -> None:
    """What the word tells of them: a 'Force' of guerrillas is no state's."""
    member.words.add(noun)
    if noun in REBELS and not member.is_unnamed:
        member.kind = ActorKind.ARMED_GROUP


def learn_followers(memory: Memory, at: At, tree: Tree, names: Iterable[Name]) -> None:
    """'Rebels of the Desert Column': those of the Column are rebels."""
    for name in (one for one in names if one.noun in REBELS):
        inside = tree.prepositions(name.head)
        for member in (memory.members[n] for word, inner in inside if word == "of" for n in at(tree, inner)):
            if not member.acts_for and member.kind not in {ActorKind.PERSON, ActorKind.STATE, ActorKind.PEOPLE}:
                learn_group(member, name.noun)


def learn_band(members: Iterable[Member], noun: str) -> None:
    """'a gang called the Red Jackals': a gang; 'the rebels, who call themselves the People's Army': no army of a state."""
    for member in members if noun in GANGS | REBELS else ():
        is_army = noun in REBELS and member.kind is ActorKind.GOVERNMENT and not FORCES.isdisjoint(member.name.split())
        if member.kind in {ActorKind.ORGANISATION, ActorKind.UNKNOWN} or (is_army and " " in member.name):
            member.words.add(noun)
            member.kind, member.acts_for = ActorKind.ARMED_GROUP, None


def _fitting(memory: Memory, tree: Tree, name: Name) -> Iterator[int]:
    here, size = tree.sentence.index, counted(tree, name.head)
    near = [seen for seen in memory.before(here, 0) if seen.member >= 0 and here - seen.sentence <= REACH]
    for seen in near:
        member = memory.members[seen.member]
        if not _is_group(member):
            continue
        if name.noun in CULPRITS and _is_violent(member):
            yield seen.member
        if name.noun in ANYBODY and _is_crowd(member, name.noun, size):
            yield seen.member


def is_band(member: Member) -> bool:
    """'the Lahpai National Force', 'the Azuma Liberation Army', and no state's."""
    is_named = not member.is_unnamed and member.kind not in {ActorKind.PERSON, ActorKind.STATE, ActorKind.PEOPLE}
    is_force = member.kind is ActorKind.ARMED_GROUP or (member.name.split()[-1] in FORCES and not member.acts_for)
    return is_named and is_force


def _is_group(member: Member) -> bool:
    is_band = member.kind is ActorKind.ARMED_GROUP and member.words.isdisjoint(NETS)
    return is_band or (member.is_unnamed and member.is_plural)


def _is_violent(member: Member) -> bool:
    """'gunmen', 'rebels', 'masked men', 'robbers'."""
    is_band = member.kind is ActorKind.ARMED_GROUP and member.words.isdisjoint(NETS)
    return is_band or not member.words.isdisjoint(LAWLESS | ANYBODY | CREWS)


def _is_crowd(member: Member, noun: str, size: int) -> bool:
    """As many, where both are counted, and no women for 'the men'."""
    is_alike = member.gender in {None, gender_of(noun)}
    is_troop = member.kind is ActorKind.GOVERNMENT and not member.words.isdisjoint(
        TROOPS
    )  # 'freed 15 soldiers. The men …'
    return (member.kind is ActorKind.PEOPLE or is_troop) and is_alike and (not size or member.size in {0, size})
