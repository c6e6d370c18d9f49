"""Memory: who was named so far in a text, and whom a later pronoun, office or 'both sides' can mean. Looks back only a little."""

from collections.abc import Iterator

from timeline.model.statement import ActorKind
from timeline.parser import places
from timeline.parser.member import Member, Seen, fits_pronoun
from timeline.parser.name import Name
from timeline.parser.names import GROUP_PRONOUNS
from timeline.parser.roster import nouns

REACH = 200  # namings that can still be meant; keeps reading linear in the length of a text
SENTENCES = 2  # how far back a pronoun reaches
RANKS = frozenset({"prime", "vice", "deputy", "former"})  # these make another office of one
ANONYMOUS = frozenset({"official", "spokesman", "spokeswoman", "spokesperson", "officer", "diplomat", "man", "woman"})


class Memory:
    """The members of a cast and the places where they were named, in text order."""

    def __init__(self) -> None:
        self.members: list[Member] = []
        self._seen: list[Seen] = []

    def add(self, seen: Seen) -> None:
        """One more naming."""
        self._seen.append(seen)

    def parties(self) -> tuple[str, ...]:
        """The codes of the last two states that were named or acted for; () when there were not two."""
        codes: list[str] = []
        for number in self._latest():
            member = self.members[number]
            is_party = member.kind in {ActorKind.STATE, ActorKind.GOVERNMENT} or member.acts_for
            if is_party and member.country and member.country not in codes:
                codes.append(member.country)
            if len(codes) == 2:
                return tuple(reversed(codes))
        return ()

    def last_persons(self) -> tuple[int, ...]:
        """The last two persons named, for 'the two men'."""
        return tuple(reversed(list(dict.fromkeys(self._persons()))[:2]))

    def office_holder(self, name: Name) -> int | None:
        """'the Iranian president' -> the president of Iran named before, 'the czar' -> the only protagonist there is."""
        persons = list(self._persons())
        for number in persons:
            member = self.members[number]
            if name.country in (None, member.country) and any(_is_title(name, title) for title in member.titles):
                return number
        officials = [number for number in persons if self.members[number].acts_for]
        if name.noun in ANONYMOUS or name.country or not officials or self._is_titled(name.noun):
            return None
        return max(officials, key=officials.count)

    def same_thing(self, name: Name) -> int | None:
        """'the company' -> the company named last; only when nothing else is said of it."""
        kind = nouns()[name.noun].kind
        if " " in name.text or kind not in {ActorKind.COMPANY, ActorKind.ARMED_GROUP}:
            return None
        kinds = {kind, ActorKind.ORGANISATION} if kind is ActorKind.COMPANY else {kind}
        return next((number for number in self._latest() if self.members[number].kind in kinds), None)

    def meant(self, pronoun: str, sentence: int, token: int) -> tuple[int, ...]:
        """Whom a pronoun at that place means: the last fitting subject, else the last one that fits."""
        before = [seen for seen in self._seen[-REACH:] if (seen.sentence, seen.token) < (sentence, token)]
        if pronoun in GROUP_PRONOUNS and (together := _together(before, sentence)):
            return together
        fitting = [seen for seen in before if fits_pronoun(pronoun, self.members[seen.member])]
        recent = [seen for seen in fitting if seen.sentence >= sentence - SENTENCES]
        subjects = [seen for seen in recent if seen.is_subject]
        return tuple(seen.member for seen in subjects[-1:] or recent[-1:])

    def _latest(self) -> Iterator[int]:
        return (seen.member for seen in reversed(self._seen[-REACH:]))

    def _persons(self) -> Iterator[int]:
        return (number for number in self._latest() if self.members[number].kind is ActorKind.PERSON)

    def _is_titled(self, noun: str) -> bool:
        return any(noun in title.split() for member in self.members for title in member.titles)


def _is_title(name: Name, title: str) -> bool:
    """'the foreign minister' is a title with both words; 'the minister' is no prime minister."""
    held, asked = set(title.split()), name.text.lower().split()
    plain = {word for word in asked if not places.demonym_code(word) and not word.endswith(("'s", "’s"))}
    return name.noun in held and plain <= {*held, name.noun} and not (held - plain) & RANKS


def _together(before: list[Seen], sentence: int) -> tuple[int, ...]:
    """Those who were the subject together last ('the two men', 'A and B'), in this sentence or the one before."""
    subjects = [seen for seen in before if seen.is_subject and seen.sentence >= sentence - 1]
    last = [one.member for one in subjects if (one.sentence, one.token) == (subjects[-1].sentence, subjects[-1].token)]
    return tuple(last) if len(last) > 1 else ()
