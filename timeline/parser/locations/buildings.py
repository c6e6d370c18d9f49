"""Buildings: places of no list ('at Hillcrest High', 'on the M6'), and towns that institutions bear in their names."""

import re
from collections.abc import Iterator
from functools import lru_cache

from timeline.model.statement import Place
from timeline.model.types import BLOWS, SPOKEN
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.actors.opening import COMPANY_WORDS
from timeline.parser.known import places
from timeline.parser.known.famous import fame
from timeline.parser.known.wordlists import word_list
from timeline.parser.locations.spots import is_built, spot
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.acting import acting_noun
from timeline.parser.sentences.tree import Tree

INSTITUTIONS = word_list("institution")
SITES = word_list("site") | word_list("way") | INSTITUTIONS
FEATURES = frozenset({"Mount", "Mont", "Monte", "Mt", "Mt.", "Lake", "Cape", "Fort", "Camp"})
HOUSES = frozenset(
    {"House", "Houses", "Court", "Palace", "Hall", "Bank", "Bridge", "Gate", "Temple", "Church", "Tower"}
)
UNPLACED = frozenset({NameKind.UNKNOWN, NameKind.ORGANISATION, NameKind.PERSON, NameKind.THING, NameKind.GROUP})
AT = frozenset({"at", "in", "on", "outside", "inside", "near", "off", "around", "along"})
ROAD = re.compile(r"(?:[A-Z]{1,2}-?\d{1,3}|(?:Interstate|Highway|Route|Autobahn) \S+)")
COMPLEMENTS = ("dobj", "attr", "oprd", "npadvmod", "acomp")
CONTESTS = word_list("contest")
EXCHANGES = frozenset({"exchange", "bourse"})
BEFALLING = BLOWS | {"coerce", "protest"}
LANDMARKS = UNPLACED | {NameKind.PLACE}
GROUNDED = frozenset({"sport", "birth"})  # 'lost at Anfield', 'born at Maerdy'
FIGURES = frozenset("profit loss sale earning revenue turnover income output share stock job".split())
OF_FIRMS = frozenset({"business", "protest", "appointment"})
STRIKES = frozenset({"strike", "walkout", "stoppage"})
TERMS = frozenset({"year", "month", "week", "day", "life"})
ON_ROADS = frozenset({"on", "along", "off", "near"})


def unlisted(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """'overturned at Drumlish', 'the works at Drumlish': towns of no list; 'in the Lindqvist park', 'at its Lindqvist works'."""
    if mention.row.type in SPOKEN:
        return
    tree = mention.tree
    heads = [head for slot in ("subject", "object") for head in mention.slots.get(slot, []) if tree[head].pos == "NOUN"]
    heads = [head for head in heads if tree.prepositions(head) and _stands(tree, head)]
    inner = [phrase for head in heads for phrase in tree.prepositions(head) if phrase[0] in AT]
    for word, index in (*_phrases(mention), *inner):
        name = cast.name_at(tree, index)
        if word == "at" and name is not None and name.kind in UNPLACED and _may_be_town(mention, name):
            yield spot(name.text, countries)
        elif is_built(tree, index) and (name is None or name.kind is NameKind.DESCRIPTION):
            yield from _called(tree, index, cast, countries)


def _stands(tree: Tree, head: int) -> bool:
    """'the works at Drumlish'; staff and profits are not where their firm is."""
    return acting_noun(tree, head) is None and tree[head].lemma not in FIGURES


def _may_be_town(mention: Mention, name: Name) -> bool:
    """'Drumlish'; never 'the Asian Games', 'Barclays Bank', 'GMT', a firm with a strike, a team that was played."""
    is_body = name.kind in {NameKind.ORGANISATION, NameKind.GROUP}
    is_of_firm = mention.row.type in OF_FIRMS or mention.lemma in STRIKES
    is_firm = is_body and is_of_firm and places.find_place(name.text) is None
    if mention.row.type == "sport" or is_firm or fame(name.text) is not None:
        return False
    last = name.text.rpartition(" ")[2].lower()
    return not (name.title or name.text.isupper() or last in CONTESTS or last in COMPANY_WORDS)


def _called(tree: Tree, head: int, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """What the name before a building says: the town, else the building itself ('Lindqvist park')."""
    for child in tree.below(head, "compound", "nmod", "amod"):
        name = cast.name_at(tree, child)
        if name is not None and name.kind in LANDMARKS and name.end <= head:
            town = places.find_place(name.text, countries)
            yield town if town is not None else Place(tree.words(list(range(name.start, head + 1))), None)


def buildings(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """The named buildings, streets and grounds at which it is told to be, or the towns in whose name they are."""
    if mention.row.type in SPOKEN:
        return
    for word, inner in _phrases(mention):
        for index in (inner, *mention.tree.below(inner, "compound", "nmod")):
            name = cast.name_at(mention.tree, index)
            if name is None or name.kind not in UNPLACED or name.title:
                continue
            if name.kind is NameKind.ORGANISATION and (town := seat(name.text, countries)) is not None:
                yield town
            elif index == inner and _is_site(mention, name, word):
                yield _place(name)
    yield from _landmarks(mention, cast)


def _phrases(mention: Mention) -> Iterator[tuple[str, int]]:
    """(preposition, its object) of the trigger, its verb and what completes it: 'jailed for a year at Leeds Crown Court'."""
    tree, top = mention.tree, mention.top
    terms = [inner for _, inner in tree.prepositions(top) if tree[inner].lemma in TERMS]
    words = AT | {"from"} if mention.row.type == "crime" else AT  # 'stole a bust from the Hallam Gallery'
    for index in dict.fromkeys((mention.index, top, *tree.below(top, *COMPLEMENTS), *terms)):
        yield from (phrase for phrase in tree.prepositions(index) if phrase[0] in words)


def _landmarks(mention: Mention, cast: Cast) -> Iterator[Place]:
    """What is blocked, stormed or struck, when it is a named building or a road: 'closed the Ambassador Bridge'."""
    tree = mention.tree
    heads = mention.slots.get("object", []) if mention.row.type in BEFALLING else []
    names = (name for head in heads if tree[head].text[:1].isupper() and (name := cast.name_at(tree, head)))
    yield from (_place(name) for name in names if name.kind in LANDMARKS and _is_building(name))


def _place(name: Name) -> Place:
    return Place(_bare(name.text), None)


def _bare(text: str) -> str:
    """Without its article."""
    return text.removeprefix("The ").removeprefix("the ")


def bourses(mention: Mention, cast: Cast, countries: tuple[str, ...]) -> Iterator[Place]:
    """The towns of the exchanges at which shares are told to move, wherever in the clause: 'in trading on the Oslo Bourse'."""
    tree = mention.tree
    if mention.row.type != "business" or EXCHANGES.isdisjoint(tree.lower):
        return
    for index in tree.subtree(mention.top):
        if tree.lower[index] in EXCHANGES and not _is_in_aside(tree, index, mention.top):
            name = cast.name_at(tree, index)
            if name is not None and name.kind is NameKind.ORGANISATION and (town := seat(name.text, countries)):
                yield town


def _is_in_aside(tree: Tree, index: int, top: int) -> bool:
    """In an adverbial clause below the verb, which has a place of its own."""
    above = tree.above(index)
    return index != top and any(tree[word].relation == "advcl" for word in above[: above.index(top)])


def _is_site(mention: Mention, name: Name, word: str) -> bool:
    """'at the Hallam Gallery', 'on the M6', 'lost at Anfield'."""
    is_body = name.kind in {NameKind.ORGANISATION, NameKind.GROUP}
    is_contest = name.text.rpartition(" ")[2].lower() in CONTESTS  # 'at the Pan American Games'
    is_ground = mention.row.type in GROUNDED and word == "at" and not (is_body or is_contest)
    return is_ground or _is_building(name) or (word in ON_ROADS and ROAD.fullmatch(name.text) is not None)


def _is_building(name: Name) -> bool:
    """'the Hallam Gallery', 'the Supreme Court', 'the House of Commons', 'Mount Ararat'."""
    words = _bare(name.text).split()
    is_house = len(words) > 2 and words[0] in HOUSES and words[1] == "of"
    return is_house or (len(words) > 1 and (words[-1].lower() in SITES or words[0] in FEATURES))


@lru_cache(maxsize=places.REMEMBERED)
def seat(text: str, countries: tuple[str, ...]) -> Place | None:
    """'Leeds Crown Court', 'the New York Board of Trade', 'the Oslo Stock Exchange': the town of the name."""
    words = _bare(text).split()
    if len(words) < 2 or SITES.isdisjoint(word.lower() for word in words[1:]):
        return None
    names = (" ".join(words[:size]) for size in range(min(3, len(words) - 1), 0, -1))
    towns = (town for name in names if (town := places.find_place(name, countries)))
    return next((town for town in towns if not places.state_code(town.name)), None)
