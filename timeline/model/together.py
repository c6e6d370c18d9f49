"""Why the reports of an event are taken for one, and why what is near it is not, in sentences."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from timeline.model.account import listing, paper
from timeline.model.curation import Spot
from timeline.model.reasons import short, span_words
from timeline.model.tie import Rift, Tie, Trait

Shape = Mapping[str, Any]

MOST_TIES, MOST_TRAITS, MOST_RIFTS = 5, 4, 2
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()

# What both do, said of two: 'both write “raid”, name Norland and put it in Sund'.
BOTH = {
    "called": "call it {here}",
    "word": "write {here}",
    "who": "name {here}",
    "place": "put it in {here}",
    "day": "date it to {here}",
    "round": "call it {here}",
    "number": "count {here}",
    "names": "speak of {here}",
}
# What is said of the two otherwise: before that, and after it.
FIRST = {
    "copy": "it is the same text",
    "said": "the text itself says so",
    "hand": "a person put the two together",
    "words": "what the one calls {here} the other calls {there}",
    "toll": "{here} tells whom {there} hit",
}
ELSE = {
    "back": "{here} points back to what is known",
    "days": "the days agree",
    "open day": "the day that the one gives can be that of the other",
    "story": "both texts speak of the same people and places",
}
QUOTED = frozenset({"called", "word", "words", "toll", "back"})
# Why two are kept apart; `here` is this event, `there` the other.
APART = {
    "agent": "there it is done by {there}, here by {here}",
    "target": "there it is done to {there}, here to {here}",
    "swapped": "there {there} is the one who does it, here {here}",
    "who": "there it is {there}, here {here}",
    "place": "that was in {there}, this in {here}",
    "round": "that is {there}, this {here}",
    "called": "that is {there}, this {here}",
    "order": "the text puts the one before the other",
    "text": "the text itself tells of two",
    "dead": "those who died are described by other words, and not in one number",
    "thing": "that is told of another thing, or of one with another number",
    "speech": "what is said there is about something else, or said by another",
    "sum": "one of the two counts several together",
    "other": "something that both say differs",
    "hand": "a person parted the two",
    "many": "it may be the same, but as much speaks for another, and no text tells which is meant",
}


def taken_together(event: Shape, ties: Sequence[Tie]) -> Iterator[str]:
    """'Gazette of 22 October 2025 tells of the same as Courier of 20 October 2025: both write “raid” and name Norland.'

    One sentence for all that are joined to the same for the same reasons; of one text alone how it comes back to it.
    """
    told = {(one["document"]["id"], one["number"]): one for one in event["evidence"]}
    known = [tie for tie in ties if tie.one in told and tie.other in told]
    between = [tie for tie in known if tie.one[0] != tie.other[0]]
    said: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    # A text may be joined to another at one place, and the other to it at another.
    pairs: set[tuple[frozenset[str], str]] = set()
    for tie in between or known:
        pair = frozenset({tie.one[0], tie.other[0]}), _since(tie)
        if not (between and pair in pairs):
            said[_joined_to(tie, told), pair[1]][_joined(tie, told)] = None
        pairs.add(pair)
    for (other, since), names in [*said.items()][:MOST_TIES]:
        yield f"{listing(list(names))} {_tell(len(names), is_between=bool(between))} {other}: {since}."
    left = {name for names in [*said.values()][MOST_TIES:] for name in names}
    if left:
        yield f"{len(left)} more are joined to these in like ways." if len(left) > 1 else "One more is joined likewise."


def _tell(count: int, *, is_between: bool) -> str:
    verbs = ("tells of", "tell of") if is_between else ("is", "are")
    return f"{verbs[count > 1]} the same as"


def _joined(tie: Tie, told: Mapping[Spot, Shape]) -> str:
    one = told[tie.one]
    return _trigger(one) if tie.one[0] == tie.other[0] else paper(one["document"])


def _joined_to(tie: Tie, told: Mapping[Spot, Shape]) -> str:
    other = told[tie.other]
    name = paper(other["document"])
    return f"{_trigger(other)} in {name}" if tie.one[0] == tie.other[0] else name


def _trigger(one: Shape) -> str:
    return f"“{one['trigger']['text']}”"


def _since(tie: Tie) -> str:
    """The reasons, what both do together."""
    told = [trait for trait in tie.traits if trait.kind != "words" or tie.one[0] != tie.other[0]]  # else said already
    first, both, rest = (
        [_filled(words[trait.kind], trait) for trait in told[:MOST_TRAITS] if trait.kind in words]
        for words in (FIRST, BOTH, ELSE)
    )
    return "; ".join([*first, *([f"both {listing(both)}"] if both else []), *rest])


def kept_apart(near: Mapping[Spot, tuple[str, Shape]], rifts: Sequence[Rift]) -> Iterator[str]:
    """'Kept apart from “Talks held” (Gazette of 23 October 2025): that is the third, this the second.'

    `near` gives the headline of the event that a Statement is in, and its document.
    """
    for rift in rifts[:MOST_RIFTS]:
        headline, document = near[rift.there]
        yield f"Kept apart from “{short(headline)}” ({paper(document)}): {_filled(APART[rift.trait.kind], rift.trait)}."


def _filled(words: str, trait: Trait) -> str:
    return words.format(here=_words(trait.kind, trait.here), there=_words(trait.kind, trait.there))


def _words(kind: str, words: Sequence[str]) -> str:
    if kind == "round":
        return _round(words)
    if not words:
        return "nobody"
    if kind == "day":
        return span_words(words[0])
    return listing([f"“{word}”" for word in words] if kind in QUOTED else words)


def _round(words: Sequence[str]) -> str:
    """'the second' for '2', 'not counted' for none, else the word."""
    number = words[0] if words else ""
    if number.isdigit() and 0 < int(number) <= len(ORDINALS):
        return f"the {ORDINALS[int(number) - 1]}"
    return f"“{number}”" if number else "not counted"
