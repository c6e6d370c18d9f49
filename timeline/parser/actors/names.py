"""Names: what in a Sentence names someone or some place, by gazetteer, titles and tagged entities. One Sentence, no memory."""

import calendar
import re
from functools import cache, lru_cache

from timeline.model.statement import ActorKind
from timeline.parser.actors.indirect import indirect
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.actors.opening import (
    NOBODY,
    describes_people,
    is_club,
    is_opening_noun,
    is_opening_trade,
    is_trader,
)
from timeline.parser.actors.tagged import entity_end, tagged
from timeline.parser.actors.things import find_thing, is_brand
from timeline.parser.actors.titles import with_titles
from timeline.parser.known import places
from timeline.parser.known.famous import fame
from timeline.parser.known.gazetteer import gazetteer
from timeline.parser.known.roster import groups, nouns
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences import standing
from timeline.parser.sentences.acting import acting_noun, is_office, is_party
from timeline.parser.sentences.phrases import LONGEST_NAME, head_of
from timeline.parser.sentences.slots import NOMINAL
from timeline.parser.sentences.standing import stands_as_place
from timeline.parser.sentences.tree import Tree

MONEY = word_list("money")
FEASTS = word_list("feast")
SITES = frozenset(
    "crossing airport province district region border bridge prison camp valley peninsula state county governorate".split()
)
WATERS = frozenset({"river", "lake", "basin", "delta"})
LARGER = frozenset("new old greater central north south east west northern southern eastern western downtown".split())
TRANSPARENT = frozenset(
    "group number dozen hundred thousand million score handful couple pair series member leader some several many most part "
    "majority remainder total column cordon contingent string wave lot rest body side half head representative delegation".split()
)
LANDS = frozenset({"GPE", "LOC"})
PROPER = frozenset({"NNP", "NNPS"})
# What the tagger takes towns for that it does not know ('in Rennes', 'in Maracaibo yesterday').
MISTAKEN = frozenset({"PRODUCT", "LAW", "EVENT", "DATE", "TIME"})
BUILT = standing.SITES | {"headquarters"}
MONTHS = frozenset(calendar.month_name[1:])
PIECE = re.compile(r"\w+|[^\w\s]")  # the tokeniser cuts no finer


def find_names(
    tree: Tree, proper: frozenset[str] = frozenset(), models: frozenset[str] = frozenset()
) -> tuple[Name, ...]:
    """All names of a Sentence, in text order, without overlaps: known and tagged names, then descriptions and pronouns.

    `proper` are words that the text uses as names elsewhere: at the start of a sentence the capital tells nothing;
    `models` codes that it uses as names of things.
    """
    named = with_titles(tree, _named(tree, proper, models))
    taken = {index for name in named for index in range(name.start, name.end)}
    return tuple(sorted([*named, *indirect(tree, taken, named)], key=lambda name: name.start))


def _named(tree: Tree, proper: frozenset[str], models: frozenset[str]) -> list[Name]:
    """Known names, tagged entities and runs of proper nouns; at each place the longest."""
    found: list[Name] = []
    end = 0
    # By a capital or a figure; no name begins with a sign.
    outstanding = [i for i, one in enumerate(tree) if one.entity or (not one.text.islower() and one.text[:1].isalnum())]
    for index in outstanding:  # few words
        if index < end or _is_feast(tree, index):
            continue
        name = (
            find_thing(tree, index, models)
            or _famous_run(tree, index)
            or _known(tree, index)
            or tagged(tree, index, proper, models)
            or _proper_run(tree, index, proper)
            or _famous(tree, index)
        )
        if name is not None:
            found.append(name)
            end = name.end
    return found


def _is_feast(tree: Tree, index: int) -> bool:
    """'since Easter', 'on Easter Monday'; 'the Easter Rising' is another thing."""
    if tree[index].text not in FEASTS:
        return False
    after = tree[index + 1] if index + 1 < len(tree) else None
    return after is None or not after.text[:1].isupper() or after.text.endswith(("day", "Eve"))


def _known(tree: Tree, start: int) -> Name | None:
    """The longest gazetteer name that starts here, unless the tagger sees a longer person or organisation."""
    longest = _openings().get(tree.lower[start])
    if longest is None or not tree[start].text[:1].isupper():
        return None
    tagged_end = entity_end(tree, start)
    for end in range(min(start + longest, len(tree)), start, -1):
        text = tree.words(list(range(start, end)))
        kind, country = (None, None) if tree[end - 1].tag == "POS" else _known_kind(text)
        if kind is None or (tree[start].entity == "PERSON" and end < tagged_end):
            continue
        if kind is NameKind.DEMONYM and (whole := _land(tree, start, tagged_end, country)) is not None:
            return whole
        is_sum = tree[tagged_end - 1].lemma in MONEY  # 'lent Chad nine million dollars', taken for one name
        is_water = tree[start].entity == "LOC" and tree.lower[tagged_end - 1] in WATERS  # 'the Congo River'
        if (
            end < tagged_end
            and (is_water or tree[start].entity in {"ORG", "FAC"})
            and kind is not NameKind.GROUP
            and not is_sum
        ):
            return None
        if kind is NameKind.STATE and tree.lower[start - 1] != "the" and fame(text) is not None:
            kind = NameKind.ORGANISATION  # 'Emirates ordered jets'; the land is 'the Emirates'
        return Name(kind, start, end, head_of(tree, start, end), text, country=country)
    return None


def _land(tree: Tree, start: int, end: int, country: str | None) -> Name | None:
    """'British Columbia', 'the French Alps': one name, unless its last words are a town of theirs ('Afghan Kandahar')."""
    behind = start + 1
    if end == behind and tree[start].entity == "NORP" and behind < len(tree) and tree[behind].entity == "LOC":
        end = entity_end(tree, behind)  # 'the French Alps', taken for a people and a place
    words = list(range(start, end))
    if len(words) < 2 or tree[end - 1].entity not in LANDS or any(tree[i].tag not in PROPER for i in words[1:]):
        return None
    place = places.find_place(tree.words(words[1:]))
    if place is not None and place.country == country:
        return None
    return Name(NameKind.PLACE, start, end, head_of(tree, start, end), tree.words(words))


@cache
def _openings() -> dict[str, int]:
    """The first words of all names of states, peoples, capitals and groups, so that few words need a look; with the most words
    that the tokeniser may make of a name that begins so and a genitive."""
    known, found = gazetteer(), {"the": LONGEST_NAME}
    for name in [*known.states, *known.demonyms, *known.capitals, *(name.lower() for name in groups())]:
        length = min(len(PIECE.findall(name)) + 1, LONGEST_NAME)
        found.update({part: max(length, found.get(part, 0)) for part in _first_parts(name)})
    return found


def _first_parts(name: str) -> tuple[str, ...]:
    """The first word as the tokeniser may cut it: 'guinea-bissau', 'guinea'; 'u.s.'; 'd’ivoire'."""
    word = name.split()[0]
    return (word, word.split("-")[0], word.split("'")[0], word.split("’")[0])


@lru_cache(maxsize=places.REMEMBERED)
def _known_kind(text: str) -> tuple[NameKind | None, str | None]:
    if group := groups().get(text.removeprefix("The ")):
        return NameKind.GROUP, group.country
    if code := places.state_code(text):
        return NameKind.STATE, code
    if code := places.demonym_code(text):
        return NameKind.DEMONYM, code
    if code := places.capital_code(text):
        return NameKind.CAPITAL, code
    return None, None


def _proper_run(tree: Tree, start: int, proper: frozenset[str]) -> Name | None:
    """Proper nouns in a row that nothing knows, one of which is not an office."""
    end = start
    while end < len(tree) and (_may_name(tree, end, proper) or (end > start and _joins(tree, end))):
        end += 1
    if end == 1 and tree[0].text not in proper and describes_people(tree):
        return None
    begin = start + 1 if is_opening_trade(tree, start, end) else start
    while begin < end and (is_office(tree, begin) or (begin == 0 and end > 1 and is_trader(tree))):
        begin += 1
    if begin == end or is_office(tree, end - 1) or tree[begin].text.isdigit() or len(tree[begin].text) < 2:
        return None
    is_firm = begin > start and nouns().get(tree[begin - 1].text.lower(), NOBODY).kind is ActorKind.COMPANY
    kind = NameKind.PERSON if begin > start or _follows_office(tree, begin) else NameKind.UNKNOWN
    kind = NameKind.ORGANISATION if is_firm else kind  # 'Brewer Altmann'
    if kind is NameKind.UNKNOWN and _is_of_capital(tree, begin, end):
        return Name(NameKind.ORGANISATION, begin, end + 1, end, tree.words(list(range(begin, end + 1))))
    is_site = end < len(tree) and tree[end].lemma in SITES
    if kind is NameKind.UNKNOWN and (is_site or stands_as_place(tree, begin)):
        kind = NameKind.PLACE
    head = head_of(tree, begin, end)
    owners = tree.below(head, "poss") if kind is NameKind.UNKNOWN else []  # "Nepal's Maoists"
    country = next((code for owner in owners if (code := places.state_code(tree[owner].text))), None)
    noun = tree[begin - 1].text.lower() if is_firm else ""
    return Name(kind, begin, end, head, tree.words(list(range(begin, end))), country=country, noun=noun)


def _is_of_capital(tree: Tree, start: int, end: int) -> bool:
    """'Real Madrid', 'Sporting Lisbon': a club, and not the state whose capital ends its name."""
    is_whole = end < len(tree) and tree[start].relation == "compound" and tree[start].head == end
    return is_whole and tree.lower[start] not in LARGER and places.capital_code(tree[end].text) is not None


def _famous_run(tree: Tree, start: int) -> Name | None:
    """'Turkish Airlines', of which the tagger takes the first word for a people."""
    if tree[start].entity != "NORP" or start + 1 == len(tree) or not tree[start + 1].text[:1].isupper():
        return None
    text = tree.words([start, start + 1])
    is_firm = fame(text) is not None
    return Name(NameKind.ORGANISATION, start, start + 2, head_of(tree, start, start + 2), text) if is_firm else None


def _famous(tree: Tree, start: int) -> Name | None:
    """'Barclays pulled out', a well-known name that the tagger takes for a common word; 'Apple growers' are none."""
    token = tree[start]
    is_bare = token.relation in {*NOMINAL, "conj"} and not tree.below(
        start, "det", "amod", "nummod", "compound", "poss"
    )
    if not is_bare or not token.text[:1].isupper() or fame(token.text) is None:
        return None
    return Name(NameKind.ORGANISATION, start, start + 1, start, token.text)


def _may_name(tree: Tree, index: int, proper: frozenset[str]) -> bool:
    """A proper noun that the tagger put in no entity."""
    token = tree[index]
    if is_opening_noun(tree, index, proper):
        return False
    is_proper = token.tag in {"NNP", "NNPS"} or (index == 0 and token.text in proper) or is_club(tree, index)
    if is_brand(token.text):
        return is_proper
    # 'Slepian', taken for a people; 'the Left and the Greens'
    stands_alone = tree[tree.first_conjunct(index)].relation in NOMINAL
    is_person = token.entity == "NORP" and token.tag == "NNP" and stands_alone
    is_free = not token.entity or is_person or is_party(tree, index) or _is_mistaken(tree, index)
    return is_proper and token.text[:1].isupper() and (is_free or _is_beside_noun(tree, index))


def _is_mistaken(tree: Tree, index: int) -> bool:
    """'a court in Rennes', 'in Maracaibo yesterday': a town, whatever the tagger takes it for; never 'in May'."""
    token = tree[index]
    if token.entity not in MISTAKEN or token.text in MONTHS:
        return False
    is_before_site = token.relation == "compound" and tree[token.head].lemma in BUILT  # 'a Ghent gallery'
    is_led = index > 0 and tree.lower[index - 1] in standing.LOCATIVE
    return (is_led or is_before_site) and places.find_place(token.text) is not None


def _is_beside_noun(tree: Tree, index: int) -> bool:
    """'The utility, Eirvolt,' is one, though the tagger takes it for a product."""
    if tree[index].entity not in {"PRODUCT", "WORK_OF_ART", "LAW", "EVENT", "NORP"}:
        return False
    last = tree[tree[index].head] if tree[index].relation == "compound" else tree[index]
    if last.relation == "appos":
        return acting_noun(tree, last.head) is not None
    before = index - 1  # 'the ferry line Navigal voted'
    return before >= 0 and tree[before].tag == "NN" and acting_noun(tree, before) is not None


def _joins(tree: Tree, index: int) -> bool:
    """The hyphen of 'Anti-Corruption'."""
    is_joint = tree[index].text == "-" and index + 1 < len(tree) and tree[index + 1].tag in {"NNP", "NNPS"}
    return is_joint and tree[index - 1].end == tree[index].start and tree[index].end == tree[index + 1].start


def _follows_office(tree: Tree, start: int) -> bool:
    return start > 0 and is_office(tree, start - 1)
