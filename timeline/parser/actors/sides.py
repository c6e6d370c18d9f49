"""Sides: whom 'both sides', 'the two men' and 'the two companies' mean: two that the text has told of."""

from collections import Counter
from collections.abc import Sequence

from timeline.model.statement import FIRMLIKE, ActorKind
from timeline.parser.actors import descriptions, pairs
from timeline.parser.actors.affixes import BANDS
from timeline.parser.actors.groups import is_said_whole
from timeline.parser.actors.indirect import PAIRED
from timeline.parser.actors.member import Member, Seen
from timeline.parser.actors.memory import Memory
from timeline.parser.actors.name import Name
from timeline.parser.actors.unnamed import is_definite
from timeline.parser.actors.wanted import At, tellers_above
from timeline.parser.known.roster import gender_of, nouns
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.tree import SUBJECTS, Tree

POWERS = frozenset("army military government forces troops junta regime".split())
TEAMS = frozenset({"team", "club", "squad", "eleven"})  # of a town, of a firm, of a land
BODIES = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP, ActorKind.ORGANISATION})
COUNTERPARTS = frozenset({"counterpart"})
HELPING = word_list("of no side")
ALIKE = frozenset({"pair", "duo"})  # two persons, or two firms
FIGHTING = frozenset({ActorKind.ARMED_GROUP, ActorKind.GOVERNMENT})
LISTENING = frozenset({"reporter", "reporters", "journalist", "journalists", "newsmen"})
TOGETHER = frozenset({"men", "women", "brothers", "sisters", "couple"})


def both(memory: Memory, at: At, tree: Tree, name: Name) -> tuple[int, ...]:
    """The two members; () when the text tells of no such two. `at` gives those that a word named before it names."""
    before = memory.before(tree.sentence.index, name.head)
    if name.noun in descriptions.SIDES:
        others = memory.thirds | _doers(at, tree, name.head)
        before = [seen for seen in before if seen.member not in others and not _is_helper(memory, seen.member)]
        if joined := _joined_here(at, tree, name):
            return joined
        apart = _speaking(memory, at, tree, name)
        here = {memory.members[s.member].country for s in before if s.sentence == tree.sentence.index and s.member >= 0}
        codes = descriptions.parties(memory, apart, {code for code in here if code})
        states = tuple(memory.state(code) for code in codes)
        asides = {seen.member for seen in before if seen.is_aside and seen.relation == "pobj"}
        places = asides - {seen.member for seen in before if not (seen.is_aside and seen.relation == "pobj")}
        states = () if (memory.thirds | places).intersection(states) else states  # a mediator, 'talks in Amman'
        return states if tree[name.head].lemma in PAIRED else _sides(memory, before, tree.sentence.index, states)
    if nouns()[name.noun].acts_for_state and nouns()[name.noun].kind is ActorKind.GOVERNMENT:  # 'the two armies'
        return tuple(memory.state(code) for code in descriptions.parties(memory))
    kind = ActorKind.PERSON if name.noun in descriptions.PAIRS else nouns()[name.noun].kind
    teams = {ActorKind.UNKNOWN, ActorKind.STATE} if name.noun in TEAMS else set()
    if kind is ActorKind.PERSON and name.noun in ALIKE and not memory.joined(kind):
        kind = ActorKind.COMPANY if len(pairs.named_firms(memory, before, tree.sentence.index)) == 2 else kind
    kinds = FIRMLIKE if kind is ActorKind.COMPANY else {kind, *teams}
    if is_rest(tree, name.head):
        return ()
    before = _without_others(memory, before, at, tree, name)
    found = (
        _in_office(memory, name)
        or _joined(memory, before, kind)
        or pairs.pair(memory, before, tree.sentence.index, kinds)
    )
    if kind is ActorKind.COMPANY and (not found or any(memory.members[n].is_unnamed for n in found)):
        found = pairs.named_firms(memory, before, tree.sentence.index) or pairs.told_most(memory, before)
    if not found and name.noun in TEAMS:
        found = pairs.protagonists(memory, before, [frozenset(kinds)])
    if not found and kind is ActorKind.PERSON:
        found = _last_two(memory, name)
    # 'both presidents' are not the one witness told of before, 'the two foreign ministers' no nurse and no driver
    return found if len(found) != 1 and not (_is_office(name) and _has_no_office(memory, found)) else ()


def _without_others(memory: Memory, before: Sequence[Seen], at: At, tree: Tree, name: Name) -> list[Seen]:
    """The namings but those of who tells it, and of whoever the words for the two cannot mean: 'the two men'."""
    tellers = tellers_above(at, tree, name.head)
    told = (seen for seen in before if seen.sentence != tree.sentence.index or seen.member not in tellers)
    return [s for s in told if s.member < 0 or not _is_of_other_gender(memory.members[s.member], name)]


def _is_office(name: Name) -> bool:
    return nouns()[name.noun].acts_for_state and name.noun not in descriptions.PAIRS


def _has_no_office(memory: Memory, found: Sequence[int]) -> bool:
    return any(_is_of_no_office(memory.members[number]) for number in found)


def _is_of_no_office(member: Member) -> bool:
    """Somebody without a name or a title: 'a driver'."""
    return member.is_unnamed and not any(word in nouns() and nouns()[word].is_office for word in member.words)


def _is_of_other_gender(member: Member, name: Name) -> bool:
    """'the two men' is no woman."""
    wanted = gender_of(name.noun)
    return wanted is not None and member.gender not in {None, wanted}


def _last_two(memory: Memory, name: Name) -> tuple[int, ...]:
    """The last two persons told of, of those with names where there are two; no woman for 'the two men'."""
    persons = [n for n in memory.latest_members() if memory.members[n].kind is ActorKind.PERSON]
    able = [n for n in persons if not _is_of_other_gender(memory.members[n], name)]
    named = [n for n in able if not memory.members[n].is_unnamed]
    return tuple(reversed((named if len(named) > 1 else able)[:2]))


def is_rest(tree: Tree, head: int) -> bool:
    """'the other two fugitives': neither is the one told of."""
    return any(tree.lower[i] == "other" for i in tree.below(head, "amod"))


def _joined_here(at: At, tree: Tree, name: Name) -> tuple[int, ...]:
    """'Chad and the Rapid Front will meet in Oslo, both sides said': the two that are the subject before it."""
    own = _doing(tree, name.head)
    for index in range(name.head):
        heads = tree.conjuncts(index) if tree[index].relation in SUBJECTS and tree[index].head not in own else []
        members = [at(tree, head) for head in heads if head < name.head]
        if len(members) == 2 == len(heads) and all(len(one) == 1 for one in members) and members[0] != members[1]:
            return (members[0][0], members[1][0])
    return ()


def _doing(tree: Tree, head: int) -> set[int]:
    """The verbs by which others do something to them: 'Turkey and Qatar urged both sides to stop'."""
    verb = tree.clause(head)
    if tree[head].relation in {"dobj", "pobj", "dative"}:
        return {verb}
    is_told_to = tree[verb].relation in {"ccomp", "xcomp"} and any(tree[i].tag == "TO" for i in tree.below(verb, "aux"))
    return {tree[verb].head} if is_told_to and tree[head].relation in SUBJECTS else set()


def _doers(at: At, tree: Tree, head: int) -> set[int]:
    subjects = [index for verb in _doing(tree, head) for index in tree.below(verb, *SUBJECTS)]
    subjects = [index for index in subjects if head not in tree.subtree(index)]  # 'the presidents of both countries'
    return {member for subject in subjects for one in tree.conjuncts(subject) for member in at(tree, one)}


def named_two(memory: Memory, tree: Tree, name: Name) -> tuple[int, ...]:
    """'The men', 'the couple': two that the text has named together; 'the ministers': the only two; () for any other word."""
    if tree.lower[name.head] in TOGETHER and is_definite(tree, name):
        return tuple(memory.joined(ActorKind.PERSON))
    return _in_office(memory, name) if is_said_whole(tree, name) else ()


def _joined(memory: Memory, before: Sequence[Seen], kind: ActorKind) -> tuple[int, ...]:
    """'A and B broke in. … The two men fled': A and B, unless others of the sort were told of together since."""
    two = memory.joined(kind) if kind is ActorKind.PERSON else []
    last = max((seen.sentence for seen in before if seen.member in two), default=-1)
    since = {s.member for s in before if s.sentence > last and s.is_subject and s.member >= 0 and s.member not in two}
    return tuple(two) if len([n for n in since if memory.members[n].kind is kind]) < 2 else ()


def _in_office(memory: Memory, name: Name) -> tuple[int, ...]:
    """'The two presidents', 'the two leaders': the only two of those told of so far who bear the title."""
    asked = descriptions.HEADS if name.noun == "leader" else {name.noun, f"{name.noun}s"}
    if not nouns()[name.noun].is_office or name.noun in descriptions.ANONYMOUS:
        return ()
    known = [
        n for n in reversed(memory.latest_members()) if any(asked & set(t.split()) for t in memory.members[n].titles)
    ]
    if len(known) == 1:  # 'The minister met her counterpart'
        known = [n for n in reversed(memory.latest_members()) if n in known or memory.members[n].words & COUNTERPARTS]
    return tuple(known) if len(known) == 2 else ()


def _is_helper(memory: Memory, member: int) -> bool:
    """The United Nations and the like, which take no side."""
    return member >= 0 and memory.members[member].name.lower() in HELPING


def _sides(memory: Memory, before: Sequence[Seen], sentence: int, states: tuple[int, ...]) -> tuple[int, ...]:
    """The two states that a text tells of, unless it tells more often of two bodies; else two of any sort."""
    if foes := _foes(memory, before, states) or _named_together(memory, before, states):
        return foes
    bodies = pairs.protagonists(memory, before, pairs.PROTAGONISTS[:1]) or pairs.told_most(memory, before)
    told = memory.tellings()
    if states and sum(told[one] for one in bodies) <= sum(told[one] for one in states):
        return states
    apart = [seen for seen in before if not _is_third(memory, seen, sentence)]
    two = pairs.pair(memory, apart, sentence, tuple(ActorKind))
    persons = [number for number in two if memory.members[number].kind is ActorKind.PERSON]
    is_of_bodies = any(s.is_main and s.member >= 0 and memory.members[s.member].kind in FIGHTING for s in before)
    # 'a priest blessed the pickets' tells of no two sides, nor do an envoy and a spokesman where rebels fight a government
    two = () if len(persons) == 1 or (persons and is_of_bodies) else two
    return bodies or pairs.joint(before, sentence) or two or pairs.protagonists(memory, before)


def _foes(memory: Memory, before: Sequence[Seen], states: tuple[int, ...]) -> tuple[int, ...]:
    """The armed band that a text tells of, and the army or state it fights; () where two states are told of as often."""
    told = Counter(seen.member for seen in before if seen.member >= 0 and seen.is_main)
    ranked = [number for number, _ in told.most_common()]
    bands = [n for n in ranked if memory.members[n].kind is ActorKind.ARMED_GROUP]
    named = [n for n in ranked if memory.members[n].name.split()[-1] in BANDS]
    bands = named if bands and len(named) == 1 else bands  # 'rebels … The Freedom Front'
    powers = [n for n in ranked if _is_power(memory.members[n]) and n not in memory.thirds]
    if not bands or not powers or (states and min(told[one] for one in states) >= told[bands[0]]):
        return ()
    return (bands[0], powers[0])


def _named_together(memory: Memory, before: Sequence[Seen], states: tuple[int, ...]) -> tuple[int, ...]:
    """'Chad's government and the Tarn forces agreed. … Both sides': the two bodies that did something together last."""
    groups: dict[tuple[int, int], list[int]] = {}
    for seen in before:
        if seen.is_subject and seen.is_top and seen.member >= 0 and not seen.is_pronoun:
            groups.setdefault((seen.sentence, seen.group), []).append(seen.member)
    joined = [[*dict.fromkeys(members)] for members in groups.values()]
    two = next((members for members in reversed(joined) if len(members) == 2), [])
    is_of_bodies = bool(two) and all(memory.members[n].kind in BODIES for n in two)
    is_other = any(memory.members[n].kind is not ActorKind.STATE for n in two)
    return tuple(two) if is_of_bodies and is_other and not set(two) & set(states) else ()


def _is_power(member: Member) -> bool:
    return member.kind is ActorKind.STATE or (member.kind is ActorKind.GOVERNMENT and bool(member.words & POWERS))


def _is_third(memory: Memory, seen: Seen, sentence: int) -> bool:
    """'A judge named a mediator, who will meet both sides': neither of them; nor those to whom it is told."""
    is_person = seen.member >= 0 and memory.members[seen.member].kind is ActorKind.PERSON
    is_listening = seen.member >= 0 and not memory.members[seen.member].words.isdisjoint(LISTENING)
    return is_listening or (is_person and seen.sentence == sentence)


def _speaking(memory: Memory, at: At, tree: Tree, name: Name) -> set[str | None]:
    """The country of who urges both sides, or says so: another than theirs."""
    verbs = [tree.clause(name.head)]
    while tree[verbs[-1]].relation in {"ccomp", "xcomp"} and (above := tree.head(verbs[-1])) is not None:
        verbs.append(above)
    subjects = (index for verb in verbs for index in tree.below(verb, "nsubj") if index != name.head)
    own = {memory.members[member].country for index in subjects for member in at(tree, index)}
    return own | {memory.members[member].country for member in _doers(at, tree, name.head)}
