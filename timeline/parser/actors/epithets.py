"""Epithets: whom of the persons it has told of a text means by 'the former driver', 'the striker', 'the woman'."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from timeline.model.statement import ActorKind
from timeline.parser.actors.anew import called_anew, parent_meant
from timeline.parser.actors.descriptions import office_holder
from timeline.parser.actors.member import COLLECTIVE, Member
from timeline.parser.actors.memory import Memory
from timeline.parser.actors.name import Name
from timeline.parser.actors.sorts import At, Named, others
from timeline.parser.known import places
from timeline.parser.known.roster import gender_of, nouns
from timeline.parser.sentences.phrases import noun_phrase, words_before
from timeline.parser.sentences.tree import Tree
from timeline.vectors import meanings

PLAIN = frozenset({"man", "woman"})  # whoever was told of last
PASSING = frozenset({"former", "ex", "new", "then", "outgoing", "late", "young", "old", "alleged", "self"})
ANOTHER = frozenset({"other", "another", "fellow"})
MINISTERS = frozenset({"minister", "secretary"})
LIKE = 0.3  # of the meanings of 'novelist' and 'writer'
NEAR = 2  # sentences


@dataclass(frozen=True, slots=True)
class Epithet:
    """'the former Danish driver': its noun, the other words that say something, the code of the country, the gender."""

    noun: str
    others: frozenset[str]
    country: str | None
    gender: str | None


def learn_calling(memory: Memory, tree: Tree, name: Name, members: Iterable[int]) -> None:
    """Remembers what persons are called, for 'the nurse'."""
    for member in (memory.members[number] for number in members):
        if member.kind is ActorKind.PERSON:
            member.words.update(tree[i].lemma.lower() for i in noun_phrase(tree, name.head))


def predicated(memory: Memory, at: At, tree: Tree, name: Name) -> tuple[int, ...]:
    """'She is the first woman to lead it': she."""
    head = tree[name.head]
    if head.relation != "attr" or tree[head.head].lemma not in {"be", "become", "remain"}:
        return ()
    found = (member for subject in tree.below(head.head, "nsubj") for member in at(tree, subject))
    return tuple(n for n in found if memory.members[n].kind is ActorKind.PERSON)


def person_meant(memory: Memory, at: At, named: Named, tree: Tree, name: Name, known: Collection[int]) -> int | None:
    """The person that a definite description means, one of those `known`; None when none holds the office, or is called so."""
    if not _is_one_person(tree, name) or ANOTHER & words_before(tree, name.head):
        return None  # 'the other driver' is not the one told of
    holder = office_holder(memory, name) if nouns()[name.noun].is_office else None
    if holder is not None and _is_for_another_matter(memory.members[holder], tree, name):
        return None
    said, told = _epithet(tree, name), memory.told()
    barred = others(memory, at, named, tree, name.head)
    fits = [
        n for n in dict.fromkeys(memory.latest()) if n in known and n not in barred and _may_be(memory.members[n], said)
    ]
    if holder is not None or any(word == "of" for word, _ in tree.prepositions(name.head)):
        return (
            parent_meant(memory, tree, name, fits) if holder is None else holder
        )  # 'the captain of the ferry' tells who he is
    if said.noun in PLAIN:
        fits = [n for n in fits if tree.sentence.index - told[n].last <= NEAR]
        return fits[0] if fits and not said.others else None
    called = (n for n in fits if said.noun in memory.members[n].words and said.others <= memory.members[n].words)
    if (found := next(called, None)) is not None:
        return found
    if not (nouns()[name.noun].acts_for_state or said.others):
        found = next((n for n in fits if _is_like(said.noun, memory.members[n])), None)
    return called_anew(memory, tree, name, fits) if found is None else found


def _is_for_another_matter(holder: Member, tree: Tree, name: Name) -> bool:
    """'the minister for transport' is not the chief minister told of before."""
    if name.noun not in MINISTERS or "for" not in tree.lower[name.head + 1 : name.head + 2]:
        return False
    held = {word for title in holder.titles for word in title.split()}
    matter = next((i for i in range(name.head + 2, len(tree)) if tree[i].pos in {"NOUN", "PROPN"}), None)
    return matter is not None and tree.lower[matter] not in held


def _is_one_person(tree: Tree, name: Name) -> bool:
    """'the nurse', 'the captain'; not 'the family'."""
    kind = nouns()[name.noun].kind
    is_alone = kind is ActorKind.PERSON or (kind is ActorKind.PEOPLE and name.noun not in COLLECTIVE)
    return is_alone and tree[name.head].tag in {"NN", "NNP"}


def _epithet(tree: Tree, name: Name) -> Epithet:
    """What a description calls somebody."""
    head = tree[name.head]
    phrase = (
        i for i in noun_phrase(tree, name.head) if tree[i].text.isalpha() and not places.demonym_code(tree[i].text)
    )
    said = {tree[i].lemma.lower() for i in phrase}
    noun = head.lemma.lower().removeprefix("ex-")
    return Epithet(noun, frozenset(said - {noun, head.lemma.lower()} - PASSING), name.country, gender_of(noun))


def _may_be(member: Member, said: Epithet) -> bool:
    is_one = member.kind is ActorKind.PERSON and not member.is_plural
    is_alike = said.gender is None or member.gender in {None, said.gender}
    return is_one and is_alike and said.country in (None, member.country or said.country)


def _is_like(noun: str, member: Member) -> bool:
    """Called by a noun of much the same meaning: 'the writer' was a novelist before."""
    known = [word for word in member.words if word in nouns()] if member.name[:1].isupper() else []
    return any(float(meanings().of([noun]) @ meanings().of([word])) >= LIKE for word in known)
