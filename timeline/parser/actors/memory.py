"""Memory: who was named so far in a text, under which name, and where. Whom later words mean by it is told elsewhere."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from timeline.model.statement import HUMAN, ActorKind
from timeline.model.value import value
from timeline.parser.actors.member import Member, Seen, is_last_of, is_same_person, is_short_for, is_sort_of, surname
from timeline.parser.actors.name import Name
from timeline.parser.known import places
from timeline.parser.known.roster import gender_of, groups
from timeline.parser.sentences.designations import singular

SOME = 9  # namings that the first sentence may hold
REACH = 200  # namings that can still be meant; keeps reading linear in the length of a text


@value
class Told:
    """How a text tells of a member: in how many sentences, in which last, and whether as who does something there.

    `is_lead`: it is who does something in the first sentence that tells of anybody.
    """

    count: int
    last: int
    is_subject: bool
    is_lead: bool = False


class Memory:
    """The members of a cast and the places where they were named, in text order."""

    def __init__(self) -> None:
        self.members: list[Member] = []
        self._seen: list[Seen] = []
        self._latest: list[int] | None = None
        self._tellings: Counter[int] | None = None
        self._index: dict[str, int] = {}
        self._namings: Counter[int] = Counter()
        self._parted: dict[int, tuple[int, ...]] = {}  # those who were counted, and who they are
        self.thirds: set[int] = set()  # who mediates
        self.opening = 0  # the first sentence behind the headline
        self.quoted: Mapping[int, frozenset[int]] = {}  # the words in quotation marks, by sentence

    def add(self, seen: Seen) -> None:
        """One more naming."""
        self._seen.append(seen)
        self._latest = self._tellings = None
        if seen.is_third:
            self.thirds.add(seen.member)
        if seen.is_team and seen.member >= 0:
            self.members[seen.member].is_plural = True
        if seen.member >= 0 and (maker := self.members[seen.member].maker) is not None:
            self._seen.append(Seen(seen.sentence, seen.token, maker, is_subject=False, is_aside=True))

    def enter(self, key: str, name: str, kind: ActorKind, country: str | None = None) -> int:
        """The number of the member known by that key, made when there is none."""
        if key not in self._index:
            self._index[key] = len(self.members)
            self.members.append(Member(name, kind, country))
        return self._index[key]

    def state(self, code: str) -> int:
        """The member that is the state with that code."""
        return self.enter(f"state {code}", places.state_name(code), ActorKind.STATE, code)

    def group(self, text: str) -> int:
        """The member that a row of groups.txt names."""
        group = groups()[text.removeprefix("The ")]
        number = self.enter(f"group {group.name}", group.name, group.kind, group.country)
        self.members[number].acts_for = group.acts_for
        self.members[number].aliases.add(text)
        return number

    def thing(self, text: str) -> int:
        """The member that is a thing with a name of its own: a ship, a medicine, a model ('A950s' is the A950)."""
        text = singular(text)
        number = self._same_thing(text)
        if number is None:
            number = self.enter(f"thing {text.lower()}", text, ActorKind.UNKNOWN)
        self.members[number].is_thing = True
        return number

    def learn_makers(self, made: Iterable[tuple[str, str]]) -> None:
        """Notes of each thing the name of the firm that makes it: where the one is told of, the other is."""
        for thing, maker in made:
            number = self.find_organisation(maker)
            known = self.enter(f"organisation {maker.lower()}", maker, ActorKind.COMPANY) if number is None else number
            self.members[self.thing(thing)].maker = known

    def collect_thing(self, name: Name, *, is_any: bool, is_several: bool) -> None:
        """Takes a thing's name in; `is_any`: where the words mean any of its sort ('an Airbus A320')."""
        member = self.members[self.thing(name.text)]
        member.is_made, member.is_known = member.is_made or is_any or is_several, member.is_known or not is_any
        member.words.update([name.noun] if name.noun else [])

    def things(self, text: str, *, is_any: bool) -> tuple[int, ...]:
        """The thing so named; any of its sort is none, unless the text tells of the sort as one ('the Airbus A320')."""
        number = self.thing(text)
        return (number,) if self.members[number].is_known or not is_any else ()

    def model(self, text: str) -> str:
        """'Zephyr 4' for 'Zephyr' in a text that tells of no other Zephyr; else the text."""
        models = [one.name for one in self.members if one.is_thing and one.name.startswith(f"{text} ")]
        return models[0] if len(models) == 1 else text

    def _same_thing(self, text: str) -> int | None:
        """The thing whose name ends in these words or is the end of them: 'the Zephyr', 'the Acme Zephyr'."""
        names = ((n, member.name.lower()) for n, member in enumerate(self.members) if member.is_thing)
        words = f" {text.lower()}"
        return next((n for n, name in names if f" {name}".endswith(words) or words.endswith(f" {name}")), None)

    def find_person(self, text: str, gender: str | None = None) -> int | None:
        """The person with the same last name whose other names do not contradict, or whose only name it is; no woman for
        'Mr Blau' (`gender`).

        Of several by the one name, whom the text has called so before, else who did something last.
        """
        parts = text.split()
        same = [
            number
            for number in reversed(range(len(self.members)))
            if (member := self.members[number]).kind is ActorKind.PERSON
            and parts[-1] in member.name
            and (gender is None or gender_of(member.name.split()[0]) in {None, gender})
            and is_same_person(parts, member.name.split())
        ]
        if len(parts) > 1 or len(same) < 2:
            return next(iter(same), None)
        others = [n for n in same if self.members[n].name.split()[0] not in self.members[n].aliases]  # 'Ana', a child
        same = others if text == self.members[same[0]].name.split()[-1] and others else same
        told = [number for number in self.latest_subjects_first() if number in same]
        return next((number for number in told if text in self.members[number].aliases), next(iter([*told, *same])))

    def find_surname(self, text: str, *, is_sure: bool) -> int | None:
        """The person whose name it may be; unless sure that it is no body's, one whose last name it is and no body bears."""
        number = self.find_person(text)
        if number is None or is_sure:
            return number
        is_surname = " " in (name := self.members[number].name) and surname(name) == text
        return number if is_surname and self.find_organisation(text) is None else None

    def find_organisation(self, text: str) -> int | None:
        """The organisation that bears the name, in full or short; of several that it may be short for the one named most."""
        bodies = [(n, member) for n, member in enumerate(self.members) if member.kind not in HUMAN]
        for number, member in bodies:
            if text == member.name or text in member.aliases:
                return number
        names = [(n, member.name) for n, member in bodies if not member.is_thing]  # 'Corvair' is not the Corvair A950
        longer = [n for n, name in names if is_short_for(text, name) or is_short_for(name, text)]
        if longer:
            return max(longer, key=self._namings.__getitem__)
        ending = [(n, name) for n, name in names if text in name]
        last = [n for n, name in ending if is_last_of(text, name)]  # 'Merieux', of one 'Institut Merieux'
        sort = [n for n, name in ending if is_sort_of(text, name)]  # 'the Front', where there is one
        return next((found[0] for found in (last, sort) if len(found) == 1), None)

    def count(self, number: int) -> None:
        """One more place in the text where the member is named in full."""
        self._namings[number] += 1

    def unnamed_country(self, text: str) -> str | None:
        """The country of the unnamed member last told of in these words."""
        known = [key for key in self._index if key.startswith(f"unnamed {text.lower()} ")]
        return self.members[self._index[known[-1]]].country if known else None

    def last_several(self, noun: str) -> int | None:
        """The unnamed members last told of that are several and called by the noun."""
        several = (
            n for n in self.latest() if (one := self.members[n]).is_unnamed and one.is_plural and noun in one.words
        )
        return next(several, None)

    def parted(self, noun: str) -> tuple[int, ...]:
        """Those with names whom the text had only counted before, called by the noun."""
        return next((named for n, named in reversed(self._parted.items()) if noun in self.members[n].words), ())

    def before(self, sentence: int, token: int) -> list[Seen]:
        """The namings before a place, in text order."""
        recent = self._seen[-REACH:]
        end = len(recent)
        while end and recent[end - 1].sentence >= sentence:
            end -= 1
        return recent[:end] + [seen for seen in recent[end:] if (seen.sentence, seen.token) < (sentence, token)]

    def joined(self, kind: ActorKind) -> list[int]:
        """Two of a kind that the text named as joined with each other ('A and B') and nobody else so, the last time."""
        named: dict[tuple[int, int], list[int]] = {}
        for seen in self._seen[-REACH:]:
            if seen.member >= 0 and self.members[seen.member].kind is kind and not seen.is_pronoun:
                named.setdefault((seen.sentence, seen.group), []).append(seen.member)
        groups = [[*dict.fromkeys(members)] for members in named.values()]
        return next((members for members in reversed(groups) if len(members) == 2), [])

    def named_at(self, member: int) -> list[tuple[int, int]]:
        """Where a member is named otherwise than by a pronoun: sentence and word."""
        return [(seen.sentence, seen.token) for seen in self._seen if seen.member == member and not seen.is_pronoun]

    def first(self, member: int) -> int:
        """The sentence that first told of a member; the last of all when none did."""
        return next((seen.sentence for seen in self._seen if seen.member == member), REACH * REACH)

    def is_older(self, member: int, sentence: int) -> bool:
        """Whether the text named the member before that sentence; a headline tells of it too, and is no part of the text."""
        return any(seen.member == member and self.opening <= seen.sentence < sentence for seen in self._seen)

    def unite(self, described: int, named: int) -> None:
        """Who was described is who is named here: what is known of the one is known of the other."""
        self._seen = [replace(seen, member=named) if seen.member == described else seen for seen in self._seen]
        self._latest = self._tellings = None
        old, new = self.members[described], self.members[named]
        new.words |= old.words
        new.gender, new.country = new.gender or old.gender, new.country or old.country
        is_trade = old.kind is ActorKind.PERSON and new.kind not in {ActorKind.PERSON, ActorKind.GOVERNMENT}
        new.kind = ActorKind.COMPANY if is_trade else old.kind  # 'A grain trader … Delta Agro'
        new.is_plural = new.is_plural or old.is_plural

    def part(self, counted: int, named: tuple[int, ...]) -> None:
        """Those who were only counted are those who are named here."""
        self._seen = [
            one
            for seen in self._seen
            for one in ([replace(seen, member=n) for n in named] if seen.member == counted else [seen])
        ]
        self._latest = self._tellings = None
        self._parted[counted] = named
        for member in (self.members[number] for number in named):
            old = self.members[counted]
            member.country = member.country or old.country

    def tellings(self) -> Counter[int]:
        """In how many sentences each member is named or meant; asked again, it is the same until another is named."""
        if self._tellings is None:
            told = {(seen.sentence, seen.member) for seen in self._seen if seen.member >= 0}
            self._tellings = Counter(member for _, member in told)
        return self._tellings

    def told(self) -> dict[int, Told]:
        """How the text told of each member so far, as far back as a naming reaches."""
        found: dict[int, Told] = {}
        begun = [seen for seen in self._seen[: 2 * SOME] if seen.sentence >= self.opening]  # behind the headline
        leads = {seen.sentence for seen in (*self._seen[:1], *begun[:1])}
        leading = (*self._seen[:SOME], *begun[:SOME])
        first = {seen.member for seen in leading if seen.is_top and seen.sentence in leads}
        for seen in self._seen[-REACH:]:
            old = found.get(seen.member)
            if old is None or old.last != seen.sentence:
                count = old.count + 1 if old else 1
                found[seen.member] = Told(count, seen.sentence, seen.is_subject, seen.member in first)
            elif seen.is_subject and not old.is_subject:
                found[seen.member] = replace(old, is_subject=True)
        return {member: told for member, told in found.items() if member >= 0}

    def latest(self) -> Iterator[int]:
        """The members named, the last first, each naming once."""
        return (seen.member for seen in reversed(self._seen[-REACH:]) if seen.member >= 0)

    def latest_members(self) -> list[int]:
        """The members named, the last first, each once; asked again, it is the same until another is named."""
        if self._latest is None:
            self._latest = [*dict.fromkeys([one.member for one in reversed(self._seen[-REACH:]) if one.member >= 0])]
        return self._latest

    def latest_subjects_first(self) -> list[int]:
        """The members named, those that were a subject before the others, the last first, each once."""
        seen = [one for one in reversed(self._seen[-REACH:]) if one.member >= 0]
        ordered = [one for one in seen if one.is_subject] + seen
        return list(dict.fromkeys([one.member for one in ordered]))

    def latest_persons(self) -> Iterator[int]:
        """The persons among them."""
        return (number for number in self.latest() if self.members[number].kind is ActorKind.PERSON)
