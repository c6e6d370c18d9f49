"""Announced: who a text first only describes and then names: 'A Leeds man was jailed on Friday. Owen Pryce, 27, had …'."""

from collections import Counter
from collections.abc import Sequence

from timeline.model.statement import ActorKind
from timeline.parser.actors.member import Member, Seen
from timeline.parser.actors.memory import Memory
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.actors.sighting import SUBJECTS, is_top
from timeline.parser.actors.unnamed import is_definite
from timeline.parser.known import places
from timeline.parser.known.hedges import effects
from timeline.parser.known.roster import nouns
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.phrases import PLURAL
from timeline.parser.sentences.tree import Tree

# Whoever tells the news, judges or looks on is seldom named in the next sentence; a son is somebody's.
BYSTANDERS = word_list("bystander") | word_list("kin")
KINDS = {
    NameKind.PERSON: ActorKind.PERSON,
    NameKind.ORGANISATION: ActorKind.COMPANY,
    NameKind.UNKNOWN: ActorKind.COMPANY,
}
PLAIN = frozenset({",", "CD", "NNP", "NNPS", "HYPH", "-LRB-", "-RRB-"})  # an age, a town
# As often firms as persons.
TRADES = frozenset(
    "rival competitor buyer seller owner trader miner brewer grower builder maker shoemaker distiller shipper".split()
)
BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.ARMED_GROUP, ActorKind.UNKNOWN})
FARTHEST = 3  # sentences back to who was announced, for a name with an age
HONOURS = frozenset({"", "Mr", "Mrs", "Ms", "Dr", "Sir", "Dame", "Father", "Sister", "Rev"})
WHENCE = frozenset({"of", "from"})


def announced(memory: Memory, tree: Tree, name: Name, member: int) -> int | None:
    """The member that the sentence before only described, for a bare name that is new here; None when nobody fits."""
    if name.kind is NameKind.DESCRIPTION:
        return _named_since(memory, tree, name, member)
    if (bearer := _bearer_of_title(memory, tree, name, member)) is not None:
        return bearer
    is_aged, country, called = _is_aged(tree, name), _whence(tree, name), _called_beside(tree, name)
    if name.kind not in KINDS or not (is_aged or country or called or _is_bare(tree, name)):
        return None
    before = memory.before(tree.sentence.index, 0)
    for back in range(1, FARTHEST + 1 if is_aged or country or called else 2):
        here = tree.sentence.index - back
        found = [
            seen
            for seen in before
            if seen.sentence == here
            and _may_be(memory, seen, name, memory.members[member])
            and country in (None, memory.members[seen.member].country)
            and (is_aged or not called or bool(called & memory.members[seen.member].words))
        ]
        new = [seen for seen in found if not memory.is_older(seen.member, here)]
        if new and _is_one_word(name) and _tells_of_a_person(memory, here):
            return None  # 'The bank sacked its chief. Kessler had …'
        if new:
            only = {seen.member for seen in new}
            meant = only.pop() if country and len(only) == 1 else _most_told(memory, new)
            return _foremost(new) if meant is None and is_aged else meant
    return None


def _bearer_of_title(memory: Memory, tree: Tree, name: Name, member: int) -> int | None:
    """'A colonel seized a fort. … Colonel X surrendered': the only colonel told of before, and nobody's."""
    words = name.title.lower().split()
    if name.kind is not NameKind.PERSON or not words or memory.is_older(member, tree.sentence.index):
        return None
    here = tree.sentence.index
    near = {s.member for s in memory.before(here, 0) if s.member >= 0 and 0 < here - s.sentence <= FARTHEST}
    called = [n for n in near if (one := memory.members[n]).kind is ActorKind.PERSON and words[-1] in one.words]
    fits = [n for n in called if memory.members[n].is_unnamed and not memory.members[n].is_plural]
    is_same = len(called) == len(fits) == 1 and memory.members[fits[0]].name.lower() == name.title.lower()
    return fits[0] if is_same else None


def _whence(tree: Tree, name: Name) -> str | None:
    """The country that a subject is said to be of: 'Timmins Metals of Canada filed', 'said Timmins Metals of Canada had filed'."""
    if tree[name.head].relation not in SUBJECTS or name.kind is not NameKind.ORGANISATION:
        return None
    inside = (inner for word, inner in tree.prepositions(name.head) if word in WHENCE)
    return next((code for inner in inside if (code := places.country_code(tree[inner].text))), None)


def _named_since(memory: Memory, tree: Tree, name: Name, member: int) -> int | None:
    """'moved a priest. The priest, Owen Pryce, was jailed': the one told of before; so are 'the rebels, who call themselves X'."""
    named, are_several = memory.members[member], tree[name.head].tag in PLURAL
    if not is_definite(tree, name) or named.is_unnamed or (are_several and named.kind not in BODIES):
        return None
    called = (n for n in memory.latest() if (one := memory.members[n]).is_unnamed and name.noun in one.words)
    alike = (
        n
        for n in called
        if (one := memory.members[n]).is_plural is are_several and (are_several or one.kind is named.kind)
    )
    return next(alike, None)


def _called_beside(tree: Tree, name: Name) -> frozenset[str]:
    """'governor' of 'Owen Pryce, the governor of Orr, was held', by which a text may have called him before his name."""
    if name.kind is not NameKind.PERSON or tree[name.head].relation not in SUBJECTS or _is_heard(tree, name):
        return frozenset()
    beside = (i for i in tree.below(name.head, "appos") if i > name.head and tree[i].tag == "NN")
    return frozenset(tree[i].lemma for i in beside)


def _is_aged(tree: Tree, name: Name) -> bool:
    """'… jailed Owen Pryce, 27, for …': told of for the first time, wherever it stands, unless more is said of who it is."""
    end = name.end
    if name.kind is not NameKind.PERSON or end + 2 >= len(tree) or tree[end].text != ",":
        return False
    is_age = tree[end + 1].text.isdigit() and tree[end + 2].text in {",", ".", ";"}
    return is_age and " " in name.text and not _is_heard(tree, name)


def _is_heard(tree: Tree, name: Name) -> bool:
    """'said Owen Pryce, 27': whoever saw it."""
    head = tree[name.head]
    return head.relation == "nsubj" and (tree[head.head].lemma, "verb") in effects()


def _is_bare(tree: Tree, name: Name) -> bool:
    """Subject of its sentence, with nothing said of it but an age, a town and what it did."""
    token = tree[name.head]
    if token.relation not in SUBJECTS or not is_top(tree, token.head):
        return False
    clauses = [clause for clause in tree.below(name.head, "relcl") if _says_who(tree, clause)]
    of_whom = [i for i in tree.below(name.head, "prep") if tree.lower[i] in WHENCE and _is_plain(tree, i)]
    said = {i for inner in (*clauses, *of_whom) for i in tree.subtree(inner)}
    rest = {*tree.subtree(name.head)} - {*range(name.start, name.end)} - said
    is_plain = all(tree[i].tag in PLAIN or tree[i].text.lower() in WHENCE for i in rest)
    return is_plain and not any(tree.lower[i] in nouns() for i in rest if i < name.start)  # 'Mechanic Owen Pryce said'


def _is_plain(tree: Tree, preposition: int) -> bool:
    """'of the People's Party', 'from the hospital in Ulm': no word for what it does."""
    return all(
        tree[i].pos in {"PROPN", "NOUN", "ADJ", "DET", "PART", "ADP", "CCONJ"} for i in tree.subtree(preposition)
    )


def _says_who(tree: Tree, clause: int) -> bool:
    return any(tree[i].text.lower() in {"who", "which"} for i in tree.below(clause, "nsubj", "nsubjpass"))


def _may_be(memory: Memory, seen: Seen, name: Name, named: Member) -> bool:
    if seen.member < 0 or seen.is_any:
        return False
    member = memory.members[seen.member]
    is_alike = member.is_unnamed and not member.is_plural and _is_of_kind(member, seen, name)
    is_same_sort = member.gender is None or named.gender in {None, member.gender}
    is_of_title = _is_untitled(name) or name.title.split()[-1].lower() in member.words
    return is_alike and is_same_sort and is_of_title and not member.words & BYSTANDERS


def _is_of_kind(member: Member, seen: Seen, name: Name) -> bool:
    """'A Dutch firm will build it. Noordkracht won …', 'A miner halted work. Andexa said …': what sounds like a person's name,
    or a person's trade, is a firm's.
    """
    is_firm = name.kind is NameKind.ORGANISATION or (" " not in name.text and not name.title)
    if is_firm and seen.is_top and (member.kind is ActorKind.COMPANY or _is_trade(member)):
        return True
    return member.kind is KINDS[name.kind] and (name.kind is not NameKind.PERSON or " " in name.text)


def _is_one_word(name: Name) -> bool:
    return name.kind is NameKind.PERSON and " " not in name.text


def _tells_of_a_person(memory: Memory, sentence: int) -> bool:
    here = {seen.member for seen in memory.before(sentence + 1, 0) if seen.sentence == sentence and seen.member >= 0}
    return any(memory.members[n].kind is ActorKind.PERSON and not _is_trade(memory.members[n]) for n in here)


def _is_trade(member: Member) -> bool:
    """'a grain trader', 'a tea grower': as often a firm."""
    return member.kind is ActorKind.PERSON and not member.words.isdisjoint(TRADES)


def _is_untitled(name: Name) -> bool:
    return name.title.rstrip(".") in HONOURS


def _foremost(found: Sequence[Seen]) -> int | None:
    """Whom the sentence goes on about: 'the conviction of a farmer who spent his best years in jail for killing a man'."""
    told = Counter(seen.member for seen in found).most_common(2)
    return told[0][0] if len(told) == 1 or told[0][1] > told[1][1] + 1 else None


def _most_told(memory: Memory, found: Sequence[Seen]) -> int | None:
    """To whom it happened, else who did it, when that is one."""
    is_firm = any(memory.members[seen.member].kind is ActorKind.COMPANY for seen in found)
    done_to = {seen.member for seen in found if seen.is_affected}
    doing = {seen.member for seen in found if seen.is_top}
    main = {seen.member for seen in found if seen.is_main}
    for members in (doing,) if is_firm else (done_to, doing, main):
        if members:
            return members.pop() if len(members) == 1 else min(members) if members is doing else None
    return None
