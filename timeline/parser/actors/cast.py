"""Cast: who a text is about. Resolves names, short names, descriptions and pronouns of one Document to Actors."""

from collections import Counter
from collections.abc import Iterable, Sequence

from timeline.model.document import BlockKind
from timeline.model.statement import Actor, ActorKind
from timeline.parser.actors import asking, descriptions, pronouns
from timeline.parser.actors.again import things_again
from timeline.parser.actors.anew import anew, office_given
from timeline.parser.actors.announced import announced
from timeline.parser.actors.areas import STATE, area_named, areas
from timeline.parser.actors.beside import country_beside, names_beside, names_inside, subject_behind
from timeline.parser.actors.bodies import body_named, tell_bodies
from timeline.parser.actors.envoys import senders
from timeline.parser.actors.epithets import learn_calling, person_meant, predicated
from timeline.parser.actors.groups import is_said_whole, learn_band, learn_followers, learn_group, several_meant
from timeline.parser.actors.home import SEAT, Home, abroad
from timeline.parser.actors.identified import identified
from timeline.parser.actors.indirect import PAIRED
from timeline.parser.actors.listed import listed
from timeline.parser.actors.makers import makers
from timeline.parser.actors.member import NOBODY, THINGS, learn_gender, titled
from timeline.parser.actors.memory import Memory
from timeline.parser.actors.models import models
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.actors.names import find_names
from timeline.parser.actors.nationals import national, so_called, told_by_name
from timeline.parser.actors.offices import give_country, learn_office
from timeline.parser.actors.opening import proper_words
from timeline.parser.actors.quotes import quoted
from timeline.parser.actors.sides import both, named_two
from timeline.parser.actors.sighting import SUBJECTS, is_unit_of, sight
from timeline.parser.actors.sorts import thing_meant
from timeline.parser.actors.spokesmen import client
from timeline.parser.actors.things import is_another, is_made, is_one_of_many
from timeline.parser.actors.unnamed import house, is_definite, is_of_no_state, owned, side, told_apart, unnamed
from timeline.parser.actors.usage import agreed
from timeline.parser.actors.voices import SILENT, Voices
from timeline.parser.actors.years import age_told
from timeline.parser.known import places
from timeline.parser.known.roster import groups, leader_country, nouns
from timeline.parser.sentences.phrases import PLURAL
from timeline.parser.sentences.standins import is_share
from timeline.parser.sentences.tree import Tree

TOLD_OF = SUBJECTS | {"dobj"}
STATES = frozenset({"side", "state"})  # 'the Georgian side', 'the Norwegian state': Georgia, Norway


class Cast:
    """The members of a Document's cast, and which of them each word names. Made once, then only asked.

    `areas` has the names of 'the province' and the like, `countries` how often each is named; `filed` is the dateline's place.
    """

    def __init__(self, trees: Sequence[Tree], voices: Voices = SILENT, filed: str | None = None) -> None:
        self.memory = Memory()
        self.names: dict[int, dict[int, Name]] = {tree.sentence.index: {} for tree in trees}  # by sentence and word
        self._at: dict[int, dict[int, tuple[int, ...]]] = {tree.sentence.index: {} for tree in trees}
        self.areas: dict[str, str] = {}
        self._introduced: set[int] = set()
        self._actors: dict[int, Actor] = {}
        proper, codes = proper_words(trees), models(trees)
        found = agreed([(tree, find_names(tree, proper, codes)) for tree in trees])
        self.countries = Counter(name.country for _, names in found for name in names if name.country)
        elsewhere = abroad(found, filed)
        self.countries.update(elsewhere)
        self.home = Home(found, elsewhere)
        self.memory.quoted = quoted(trees)
        for tree, names in found:
            self._collect(tree, names)
        self.memory.learn_makers(makers(found))
        self.voices = voices
        self.memory.opening = next((t.sentence.index for t in trees if t.sentence.kind is BlockKind.TEXT), 0)
        for tree, names in found:
            self._read_sentence(tree, names)

    def at(self, tree: Tree, token: int) -> tuple[int, ...]:
        """The members (by number) that a word names; () for none. Words inside a name count as the name."""
        own = self._at[tree.sentence.index]
        if token not in own:  # as most words
            return ()
        return own[token]

    def name_at(self, tree: Tree, token: int) -> Name | None:
        """The Name that a word is part of."""
        own = self.names[tree.sentence.index]
        if token not in own:  # as most words
            return None
        return own[token]

    def actor(self, member: int) -> Actor:
        """The Actor of a member."""
        if member not in self._actors:
            self._actors[member] = self.memory.members[member].freeze()
        return self._actors[member]

    def state(self, code: str) -> int:
        """The member that is the state with that code."""
        return self.memory.state(code)

    # Making it: full names first, so that short names find them wherever they stand.

    def _collect(self, tree: Tree, names: Sequence[Name]) -> None:
        for name in names:
            if name.kind is NameKind.PERSON and " " in name.text:
                self._person(name)
            if name.kind is NameKind.ORGANISATION and " " in name.text:
                self.memory.count(body_named(self.memory, self.home, name))
            if name.kind is NameKind.THING:
                self.memory.collect_thing(name, is_any=is_one_of_many(tree, name), is_several=is_made(tree, name))

    def _read_sentence(self, tree: Tree, names: Sequence[Name]) -> None:
        own = self.names[tree.sentence.index]
        own.update({index: name for name in names for index in range(name.start, name.end)})
        self._see_things(tree)
        self._read_names(tree, [name for name in names if not _refers(name)])
        for again, member in things_again(self.memory, tree, self.name_at):
            own[again.head] = again
            self._at[tree.sentence.index][again.head] = (member,)
            self._see(tree, again.head, member)
        self._read_names(tree, [name for name in names if _refers(name)])
        tell_bodies(self.memory, self.at, tree, names)
        learn_followers(self.memory, self.at, tree, names)
        if tree.sentence.kind is BlockKind.TEXT and (found := listed(self.memory, self.at, self.name_at, tree)):
            self._part(*found)

    def _read_names(self, tree: Tree, names: Sequence[Name]) -> None:
        for name in names:
            members = so_called(self.at, tree, name) or self._resolve(tree, name)
            if len(members) == 1 and not self._introduced.issuperset(members) and tree.sentence.kind is BlockKind.TEXT:
                self._introduce(tree, name, members[0])
            if len(members) == 1 and (age := age_told(tree, name)) is not None:
                self.memory.members[members[0]].age = age
            self._at[tree.sentence.index].update(dict.fromkeys((*range(name.start, name.end), name.head), members))
            for member in members if not self.voices.is_own(tree, name) else ():  # 'he' is never who speaks
                self._see(tree, name.head, member)

    def _introduce(self, tree: Tree, name: Name, member: int) -> None:
        """Remembers that the text has told of a member; one that it announced before its name is one with that."""
        self._introduced.add(member)
        described = announced(self.memory, tree, name, member)
        for other in (described,) if described is not None else identified(self.memory, self.at, tree, name, member):
            self.memory.unite(other, member)
            for own in self._at.values():
                own.update({place: (member,) for place, members in own.items() if members == (other,)})

    def _part(self, counted: int, named: tuple[int, ...]) -> None:
        """Those whom the text counted before are those who are named together here."""
        self.memory.part(counted, named)
        for own in self._at.values():
            for place, members in own.items():
                if counted in members:
                    own[place] = tuple(dict.fromkeys(n for m in members for n in (named if m == counted else (m,))))

    def _see(self, tree: Tree, token: int, member: int) -> None:
        self.memory.add(sight(tree, token, member, self.name_at(tree, token)))

    def _see_things(self, tree: Tree) -> None:
        """Subjects that name nobody: 'it' after 'the deal' is the deal; and areas with their names, for 'the province'."""
        for token in tree.sentence.tokens:
            is_told_of = token.relation in TOLD_OF and token.pos == "NOUN" and self.name_at(tree, token.index) is None
            if is_told_of and not is_unit_of(tree, token.index):
                self._see(tree, token.index, THINGS if token.tag in PLURAL else NOBODY)
        self.areas.update(areas(self.name_at, tree))

    def _resolve(self, tree: Tree, name: Name) -> tuple[int, ...]:
        if name.kind in {NameKind.STATE, NameKind.CAPITAL} and name.country:
            is_union = name.text == SEAT and self.home.is_union_seated
            return (self.memory.group("European Union") if is_union else self.state(name.country),)
        if name.kind is NameKind.DEMONYM and name.country:
            own = self._those(tree, told_by_name(self.name_at, tree, name))
            return own or (national(self.memory, self.name_at, tree, descriptions.at_home(tree, name)),)
        if name.kind is NameKind.GROUP:
            return (house(self.memory, self.home, tree, name) or self.memory.group(name.text),)
        if name.kind is NameKind.PERSON:
            return (self._person(name, country_beside(self.name_at, tree, name)),)
        if name.kind in {NameKind.ORGANISATION, NameKind.UNKNOWN}:
            known = self._short_for(tree, name) or side(self.memory, tree, name)
            return known or (body_named(self.memory, self.home, descriptions.at_home(tree, name)),)
        if name.kind is NameKind.THING:
            text = name.text if is_another(tree, name) else self.memory.model(name.text)
            return self.memory.things(text, is_any=is_one_of_many(tree, name))
        if name.kind is NameKind.DESCRIPTION:
            return self._description(tree, name)
        if name.kind is NameKind.PRONOUN:
            own = asking.whom(self.memory, self.at, tree, name)
            return self.voices.instead(self.memory, self.at, tree, name, own)
        return ()

    # Who is meant, by sort of name.

    def _person(self, name: Name, country: str | None = None) -> int:
        found = self.memory.find_person(name.text, titled(name.title))
        number = self.memory.enter(f"person {name.text}", name.text, ActorKind.PERSON) if found is None else found
        member = self.memory.members[number]
        member.aliases.add(name.text)
        if len(name.text.split()) > len(member.name.split()):
            member.name = name.text
        if name.title:
            member.titles.append(name.title.lower())
            member.words.update(name.title.lower().split())
        learn_gender(member, title=name.title)
        country = country or leader_country(name.text, has_office=bool(name.title))
        give_country(member, self.home.lands, name.country or country, is_official=bool(name.title))
        return number

    def _short_for(self, tree: Tree, name: Name) -> tuple[int, ...]:
        """'(MPN)' after a name is short for it."""
        before = name.start - 1
        if before < 1 or tree[before].text != "(" or not name.text.isupper():
            return ()
        members = self.at(tree, before - 1)
        for member in members:
            self.memory.members[member].aliases.add(name.text)
        return members

    def _description(self, tree: Tree, name: Name) -> tuple[int, ...]:
        if beside := self._those(tree, names_beside(self.name_at, tree, name)):
            states = () if is_of_no_state(tree, name.head) else self.home.lands
            learn_office([self.memory.members[number] for number in beside], states, name)
            learn_calling(self.memory, tree, name, beside)
            learn_band([self.memory.members[number] for number in beside], name.noun)
            return beside
        if inside := self._those(tree, names_inside(self.name_at, tree, name)):
            return inside
        if chosen := office_given(self.memory, self.at, tree, name):
            learn_office([self.memory.members[number] for number in chosen], self.home.lands, name)
        if subject := chosen or self._behind(tree, name) or predicated(self.memory, self.at, tree, name):
            learn_calling(self.memory, tree, name, subject)
            return subject
        if found := anew(self.memory, self.at, tree, name, self._introduced, self.countries):
            return found
        known = senders(self.memory, tree, name) or named_two(self.memory, tree, name)
        known = known or client(self.memory, self.at, tree, name)
        return known or self._counted(tree, name) or self._kind_of(tree, name)

    def _those(self, tree: Tree, names: Iterable[Name]) -> tuple[int, ...]:
        return tuple(member for one in names for member in self._resolve(tree, one))

    def _counted(self, tree: Tree, name: Name) -> tuple[int, ...]:
        """All of those whom the text told of in parts, or some of several."""
        is_whole = tree[name.head].relation in TOLD_OF and is_said_whole(tree, name)
        if is_whole and (all_of := self.memory.parted(name.noun)):
            return all_of
        if is_share(tree[name.head].text) and (some := self.memory.last_several(name.noun)) is not None:
            return (some,)  # 'twelve were flown out': of the hostages
        return ()

    def _kind_of(self, tree: Tree, name: Name) -> tuple[int, ...]:
        """Those whom a description means by what they are: a group, sides, states, an area, who was spoken of, or somebody new."""
        if name.title in groups() and nouns()[name.noun].kind is not ActorKind.PEOPLE:
            return (self.memory.group(name.title),)
        if descriptions.is_both(tree, name):
            if (found := both(self.memory, self.at, tree, name)) or tree[name.head].lemma in PAIRED:
                return found
            return unnamed(self.memory, self.countries, self.home, tree, name)
        if name.noun == STATE and (own := area_named(self.name_at, tree, name.head)) is not None:
            return (self.area(own),)  # 'the Nigerian state of Kwara'
        if name.noun in STATES and name.country:
            return tuple(self.state(code) for code in told_apart(tree, name).values()) or (self.state(name.country),)
        if name.noun in self.areas and is_definite(tree, name):
            return (self.area(self.areas[name.noun]),)
        name = owned(self.memory, self.at, tree, name)
        known = self._spoken_of(tree, name) if is_definite(tree, name) else None
        if known is not None:
            learn_calling(self.memory, tree, name, (known,))
            return (known,)
        if (several := several_meant(self.memory, tree, name)) is not None:
            learn_group(self.memory.members[several], name.noun)
            return (several,)
        return unnamed(self.memory, self.countries, self.home, tree, name)

    def _behind(self, tree: Tree, name: Name) -> tuple[int, ...]:
        """'A former driver, he has written nine novels': he."""
        after = subject_behind(tree, name)
        found = () if after is None or not (other := self.name_at(tree, after)) else self._resolve(tree, other)
        return tuple(n for n in found if self.memory.members[n].kind is ActorKind.PERSON)

    def area(self, text: str) -> int:
        """'the province' that launches something is those who run the one named before."""
        place = places.find_place(text, tuple(self.countries))
        return self.memory.enter(f"area {text}", text, ActorKind.GOVERNMENT, place.country if place else None)

    def craft(self, text: str) -> int:
        """'A helicopter picked up the crew': who flies it, under its name."""
        return self.memory.enter(f"craft {text.lower()}", text, ActorKind.UNKNOWN)

    def _spoken_of(self, tree: Tree, name: Name) -> int | None:
        """The holder of an office, or the thing, that a definite description names again."""
        if tree[name.head].tag in PLURAL:
            return None
        person = person_meant(self.memory, self.at, self.name_at, tree, name, self._introduced)
        return person if person is not None else thing_meant(self.memory, self.at, self.name_at, tree, name)


def _refers(name: Name) -> bool:
    """Relative pronouns are read after the rest of their sentence."""
    return name.kind is NameKind.PRONOUN and name.text in pronouns.LATER
