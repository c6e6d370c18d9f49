"""Cast: who a text is about. Resolves names, short names, descriptions and pronouns of one Document to Actors."""

from collections.abc import Iterable, Sequence

from timeline.model.statement import Actor, ActorKind
from timeline.parser import places
from timeline.parser.member import (
    Member,
    Seen,
    is_same_organisation,
    is_same_person,
    organisation_kind,
)
from timeline.parser.memory import Memory
from timeline.parser.name import Name, NameKind
from timeline.parser.names import find_names, proper_words
from timeline.parser.phrases import modifier_country, noun_phrase
from timeline.parser.roster import groups, leader_country, nouns
from timeline.parser.tree import Tree

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
SIDES = frozenset({"side", "country", "nation", "party", "state", "neighbour", "neighbor", "government"})
RELATIVE = frozenset({"who", "which", "that"})


class Cast:
    """The members of a Document's cast, and which of them each word names. Made once, then only asked."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        self.memory = Memory()
        self.names: dict[tuple[int, int], Name] = {}
        self._at: dict[tuple[int, int], tuple[int, ...]] = {}
        self._index: dict[str, int] = {}
        proper = proper_words(trees)
        found = [(tree, find_names(tree, proper)) for tree in trees]
        self.countries = _countries(name for _, names in found for name in names)
        for _, names in found:
            self._collect_persons(names)
        for tree, names in found:
            self._read_sentence(tree, names)

    def at(self, tree: Tree, token: int) -> tuple[int, ...]:
        """The members (by number) that a word names; () for none. Words inside a name count as the name."""
        return self._at.get((tree.sentence.index, token), ())

    def name_at(self, tree: Tree, token: int) -> Name | None:
        """The Name that a word is part of."""
        return self.names.get((tree.sentence.index, token))

    def actor(self, member: int) -> Actor:
        """The Actor of a member."""
        return self.memory.members[member].freeze()

    def state(self, code: str) -> int:
        """The member that is the state with that code."""
        return self._member(f"state {code}", places.state_name(code), ActorKind.STATE, code)

    # Making it: full names of persons first, so that short names find them wherever they stand.

    def _collect_persons(self, names: Sequence[Name]) -> None:
        for name in names:
            if name.kind is NameKind.PERSON and " " in name.text:
                self._person(name)

    def _read_sentence(self, tree: Tree, names: Sequence[Name]) -> None:
        for name in names:
            for index in range(name.start, name.end):
                self.names[tree.sentence.index, index] = name
        later = [name for name in names if _refers(name)]
        for name in [*(n for n in names if n not in later), *later]:
            members = self._resolve(tree, name)
            for index in {*range(name.start, name.end), name.head}:
                self._at[tree.sentence.index, index] = members
            for member in members:
                is_subject = tree[name.head].relation in SUBJECTS
                self.memory.add(Seen(tree.sentence.index, name.head, member, is_subject))

    def _resolve(self, tree: Tree, name: Name) -> tuple[int, ...]:
        if name.kind in {NameKind.STATE, NameKind.CAPITAL} and name.country:
            return (self.state(name.country),)
        if name.kind is NameKind.DEMONYM and name.country:
            return self._demonym(tree, name)
        if name.kind is NameKind.GROUP:
            return (self._group(name.text),)
        if name.kind is NameKind.PERSON:
            return (self._person(name, self._beside(tree, name)),)
        if name.kind in {NameKind.ORGANISATION, NameKind.UNKNOWN}:
            introduced = self._introduced(tree, name)
            return introduced or (self._organisation(name),)
        if name.kind is NameKind.DESCRIPTION:
            return self._description(tree, name)
        if name.kind is NameKind.PRONOUN:
            return self._pronoun(tree, name)
        return ()

    def _member(self, key: str, name: str, kind: ActorKind, country: str | None = None) -> int:
        if key not in self._index:
            self._index[key] = len(self.memory.members)
            self.memory.members.append(Member(name, kind, country))
        return self._index[key]

    # Who is meant, by sort of name.

    def _demonym(self, tree: Tree, name: Name) -> tuple[int, ...]:
        """'Afghans' are a people; 'Afghan' before a noun, and 'the British', are the state."""
        head = tree[name.head]
        if head.tag in {"NNS", "NNPS"} and head.relation not in {"amod", "compound"}:
            return (self._member(f"people {name.text.lower()}", name.text, ActorKind.PEOPLE, name.country),)
        return (self.state(str(name.country)),)

    def _group(self, text: str) -> int:
        group = groups()[text]
        number = self._member(f"group {group.name}", group.name, group.kind, group.country)
        self.memory.members[number].acts_for = group.acts_for
        self.memory.members[number].aliases.add(text)
        return number

    def _beside(self, tree: Tree, name: Name) -> str | None:
        """The country of the person coordinated before, for 'Iran's X and Interior Minister Y'."""
        if not name.title or name.country or tree[name.head].relation != "conj":
            return None
        other = self.names.get((tree.sentence.index, tree[name.head].head))
        return other.country if other and other.kind is NameKind.PERSON else None

    def _person(self, name: Name, country: str | None = None) -> int:
        number = self._find_person(name.text)
        if number is None:
            number = self._member(f"person {name.text}", name.text, ActorKind.PERSON)
        member = self.memory.members[number]
        member.aliases.add(name.text)
        if len(name.text.split()) > len(member.name.split()):
            member.name = name.text
        if name.title:
            member.titles.append(name.title.lower())
        country = country or leader_country(name.text, has_office=bool(name.title))
        self._give_country(member, name.country or country, is_official=bool(name.title))
        return number

    def _give_country(self, member: Member, country: str | None, *, is_official: bool) -> None:
        title = member.titles[0].split() if member.titles else []
        acts = any((noun := nouns().get(word.rstrip("."))) and noun.acts_for_state for word in title)
        only = next(iter(self.countries)) if acts and len(self.countries) == 1 else None
        member.country = member.country or country or only
        if is_official and acts and member.country:
            member.acts_for = places.state_name(member.country)

    def _find_person(self, text: str) -> int | None:
        """The latest person with the same last name whose other names do not contradict, or whose only name it is."""
        parts = text.split()
        for number in reversed(range(len(self.memory.members))):
            member = self.memory.members[number]
            if member.kind is ActorKind.PERSON and is_same_person(parts, member.name.split()):
                return number
        return None

    def _introduced(self, tree: Tree, name: Name) -> tuple[int, ...]:
        """'(MPN)' after a name is short for it."""
        before = name.start - 1
        if before < 1 or tree[before].text != "(" or not name.text.isupper():
            return ()
        members = self._at.get((tree.sentence.index, before - 1), ())
        for member in members:
            self.memory.members[member].aliases.add(name.text)
        return members

    def _organisation(self, name: Name) -> int:
        text = name.text.removeprefix("The ").removeprefix("the ")
        if name.kind is NameKind.UNKNOWN and (person := self._find_person(text)) is not None:
            return person
        for number, member in enumerate(self.memory.members):
            if member.kind is not ActorKind.PERSON and is_same_organisation(text, member):
                member.aliases.add(text)
                return number
        number = self._member(f"organisation {text.lower()}", text, organisation_kind(name, text), name.country)
        self._act_for_state(self.memory.members[number])
        return number

    def _act_for_state(self, member: Member) -> None:
        if member.kind is ActorKind.GOVERNMENT and member.country:
            member.acts_for = places.state_name(member.country)

    def _description(self, tree: Tree, name: Name) -> tuple[int, ...]:
        if beside := self._apposition(tree, name):
            return beside
        if name.title in groups() and nouns()[name.noun].kind is not ActorKind.PEOPLE:
            return (self._group(name.title),)
        if _is_both(tree, name) and nouns()[name.noun].kind is ActorKind.PERSON:
            return self.memory.last_persons()
        if name.noun in SIDES and _is_both(tree, name):
            return tuple(self.state(code) for code in self.memory.parties())
        known = self._spoken_of(tree, name) if _is_definite(tree, name) else None
        if known is not None:
            return (known,)
        return self._of_several_states(tree, name) or (self._unnamed(tree, name),)

    def _spoken_of(self, tree: Tree, name: Name) -> int | None:
        """The holder of an office, or the thing, that a definite description names again."""
        is_one_office = nouns()[name.noun].is_office and tree[name.head].tag not in {"NNS", "NNPS"}
        person = self.memory.office_holder(name) if is_one_office else None
        return person if person is not None else self.memory.same_thing(name)

    def _apposition(self, tree: Tree, name: Name) -> tuple[int, ...]:
        """'Iran's foreign minister, X,' is X; and in 'X, Iran's foreign minister,' the minister is X too."""
        beside = [
            *tree.below(name.head, "appos"),
            *([tree[name.head].head] if tree[name.head].relation == "appos" else []),
        ]
        for token in beside:
            other = self.names.get((tree.sentence.index, token))
            if other and other.kind in {NameKind.PERSON, NameKind.ORGANISATION, NameKind.GROUP}:
                return self._resolve(tree, other)
        return ()

    def _of_several_states(self, tree: Tree, name: Name) -> tuple[int, ...]:
        """'Pakistani and Afghan forces' are two: the forces of each."""
        phrase = noun_phrase(tree, name.head)
        demonyms = {index: code for index in phrase if (code := places.demonym_code(tree[index].text))}
        if len(set(demonyms.values())) < 2:
            return ()
        rest = [index for index in phrase if index > max(demonyms)]
        return tuple(self._nameless(tree, name, tree.words([index, *rest]), code) for index, code in demonyms.items())

    def _nameless(self, tree: Tree, name: Name, text: str, country: str | None) -> int:
        """An actor without a name of its own, with the country it is of; several persons are a people."""
        noun = nouns()[name.noun]
        is_several = noun.kind is ActorKind.PERSON and tree[name.head].tag in {"NNS", "NNPS"}
        kind = ActorKind.PEOPLE if is_several else noun.kind
        number = self._member(f"unnamed {text.lower()} {country}", text, kind, country)
        if noun.acts_for_state and country:
            self.memory.members[number].acts_for = places.state_name(country)
        return number

    def _unnamed(self, tree: Tree, name: Name) -> int:
        """'Turkish police', 'gunmen', 'officials': an actor without a name; 'the ministry' is one named so before."""
        noun = nouns()[name.noun]
        only = next(iter(self.countries)) if len(self.countries) == 1 and noun.kind is ActorKind.GOVERNMENT else None
        country = name.country or only
        is_of = " " not in name.text and modifier_country(tree, name.head) is not None
        text = _with_country(name) if is_of else name.text
        first = noun_phrase(tree, name.head)[0]
        if first == 0 and tree[first].pos in {"NOUN", "ADJ", "VERB"} and not places.country_code(tree[first].text):
            text = text[:1].lower() + text[1:]
        if country is None and _is_definite(tree, name):
            known = [key for key in self._index if key.startswith(f"unnamed {text.lower()} ")]
            country = self.memory.members[self._index[known[-1]]].country if known else None
        return self._nameless(tree, name, text, country)

    def _pronoun(self, tree: Tree, name: Name) -> tuple[int, ...]:
        if name.text in RELATIVE:
            return self._antecedent(tree, name)
        return self.memory.meant(name.text, tree.sentence.index, name.head)

    def _antecedent(self, tree: Tree, name: Name) -> tuple[int, ...]:
        """The noun that a relative clause hangs on."""
        for above in tree.above(name.head):
            if tree[above].relation == "relcl":
                return self._at.get((tree.sentence.index, tree[above].head), ())
        return ()


def _refers(name: Name) -> bool:
    """Relative pronouns are read after the rest of their sentence."""
    return name.kind is NameKind.PRONOUN and name.text in RELATIVE


def _countries(names: Iterable[Name]) -> dict[str, int]:
    """How often each country is named."""
    counts: dict[str, int] = {}
    for name in names:
        if name.country:
            counts[name.country] = counts.get(name.country, 0) + 1
    return counts


def _is_definite(tree: Tree, name: Name) -> bool:
    """'the minister', and 'Interior Minister' written like a name; never 'a minister'."""
    articles = [tree[child].text.lower() for child in tree.below(name.head, "det")]
    return "the" in articles or (not articles and tree[name.head].text[:1].isupper())


def _is_both(tree: Tree, name: Name) -> bool:
    before = {tree[child].text.lower() for child in tree.below(name.head, "det", "nummod", "predet", "amod")}
    return "both" in before or {"the", "two"} <= before


def _with_country(name: Name) -> str:
    """'government of Chad', when the country stands behind."""
    return f"{name.text} of {places.state_name(name.country)}" if name.country else name.text
