"""Journeys: places that what moves comes from, goes to or is above: 'launched the probe from Plesetsk', 'left for Canada', 'blew up
a jet over Chad'."""

from collections.abc import Iterator

from timeline.model.statement import Place
from timeline.model.types import BLOWS
from timeline.parser.actors.cast import Cast
from timeline.parser.known.wordlists import word_list
from timeline.parser.locations.spots import NAMELESS, named_places, places_in, spot
from timeline.parser.mentions.mention import Mention

LEAVING = frozenset({"lift", "launch", "blast"})  # 'lifted off from Kourou'
TAKING_OFF = "take off"
GOING = word_list("going")
DEPARTING = frozenset({"leave", "depart", "head", "sail", "set"})
GOALS = frozenset({"to", "into"})


def launched_from(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """'lifted off from Kourou', 'launched the probe from Plesetsk': there, whatever the tagger takes the name for."""
    tree = mention.tree
    if mention.lemma.split()[0] not in LEAVING and mention.lemma != TAKING_OFF:
        return
    for top in (mention.top, *mention.slots.get("object", [])):
        yield from places_in(tree, top, cast, countries, prepositions=frozenset({"from"}))
        inner = [i for word, i in tree.prepositions(top) if word == "from"]
        names = (name for i in inner if (name := cast.name_at(tree, i)) and name.kind in NAMELESS)
        yield from (spot(name.text, countries) for name in names)


def overhead(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """'blew up a jet over Chad'; 'a war over Chad' is about it."""
    tree = mention.tree
    if mention.is_verb and mention.row.type in BLOWS and "over" in tree.lower:
        for top in (mention.top, *mention.slots.get("object", []), *mention.slots.get("subject", [])):
            for word, inner in tree.prepositions(top):
                if word == "over":
                    yield from named_places(tree, inner, cast, countries)


def goals(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """'left for Canada', 'marched into Denmark': there, be it a state."""
    tree, lemma = mention.tree, mention.lemma.split()[0]
    if not mention.is_verb or lemma not in GOING or "object" in mention.slots:
        return
    ends = [inner for word, inner in tree.prepositions(mention.top) if word in GOALS]
    if lemma in DEPARTING:
        ends += [inner for word, inner in tree.prepositions(mention.top) if word == "for"]
        clauses = [
            i for i in tree.below(mention.top, "advcl") if any(tree.lower[c] == "for" for c in tree.below(i, "mark"))
        ]
        ends += [i for clause in clauses for i in tree.below(clause, "nsubj")]  # 'left for Canada to teach', misread
    for end in ends:
        yield from named_places(tree, end, cast, countries)
